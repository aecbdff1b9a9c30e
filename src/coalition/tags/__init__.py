"""Skills and weights: from names to skills, from evidence to profiles. Knows no files."""
