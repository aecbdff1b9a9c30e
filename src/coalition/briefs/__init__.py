"""Pages on one person, for the user and for the person themselves."""
