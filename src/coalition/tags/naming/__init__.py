"""Names and what they stand for: the list of skills, the wording of names, what is certain."""
