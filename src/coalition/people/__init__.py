"""Who is who: names in every script, what a search finds them by, and who is the same person."""
