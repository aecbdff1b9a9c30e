"""What people see of a text: for tags, titles, comparison and terminals alike."""

import re
import unicodedata

JOINERS = "\u200c\u200d"
"""They join and part the letters of Persian and Indic words, and steer nothing."""

# Format characters that are seen: signs written around or before Arabic and Kaithi numbers.
_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
_SEEN_TOO = frozenset("\U000110bd\U000110cd")
_KEPT = frozenset(JOINERS) | _SEEN | _SEEN_TOO

# ECMA-48: control sequences (colours), command strings (titles, links), character sets.
_SEQUENCE = re.compile(
    r"\x1b+\[[0-?]*[ -/]*[@-~]"
    r"|\x1b+\][^\x07\x1b\n]*(?:\x07|\x1b\\)"
    r"|\x1b+[PX^_][^\x1b\n]*\x1b\\"
    r"|\x1b+[()*+][0-9A-Z]"
)


def visible(text: str) -> str:
    """``text`` without terminal sequences, overrides and other invisible characters.

    Controls, line ends and every kind of blank become a space each; joiners of letters stay.
    """
    if text.isprintable():
        return text
    return "".join(map(_seen, without_sequences(text)))


def without_sequences(text: str) -> str:
    """``text`` without the escape sequences that steer a terminal, its controls still in it."""
    return _SEQUENCE.sub("", text) if "\x1b" in text else text


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if character.isspace() or category == "Cc":
        return " "
    return "" if category in ("Cf", "Cs") and character not in _KEPT else character
