"""How a profile says in groups which of its skills stand out."""

AS_MUCH, MORE = "as the others", "more than the others"

MARKS = (AS_MUCH, MORE)
"""All of them, in the order of a legend."""
