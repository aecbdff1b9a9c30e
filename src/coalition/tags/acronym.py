"""Acronyms: whether some letters are the initials of a name's words."""

import re

from coalition.tags.word_set import word_set

CONNECTIVES = word_set("""
    a an and as at by for from in of on or the to via with & +
    de des du d l et la le les und der die das für y e el los las del do da dos das di van en
""")
_LONGEST = 8
_PART = re.compile(r"[^\W\d_]+|\d+|[&+]")
_SHAPE = re.compile(r"[^\W\d_][^\W_]*(?:[&/.+-]?[^\W_])*\.?")


def is_acronym_of(short: str, name: str) -> bool:
    """Whether ``short`` is built from the initials of all words of ``name``, in their order.

    Connectives ("of", "and", "&") may be there or not, a plural "s" and dots are ignored, and
    "ex" may give X ("User Experience", "UX"). Letters from inside words are not accepted: they
    would make "CMM" an acronym of "Change Management". At least two letters, two of them capitals.
    """
    if not _SHAPE.fullmatch(short) or sum(map(str.isupper, short)) < 2:
        return False
    letters = re.sub(r"[^\w]", "", short[:-1] if short.endswith("s") else short).casefold()
    return len(letters) <= _LONGEST and _spells(letters, _words(name))


def _spells(letters: str, words: list[str]) -> bool:
    """Whether the words, each giving one letter or (a connective) none, spell the letters."""
    spelled = {0}  # how many letters the words so far may have given
    for word in words:
        given = {n + 1 for n in spelled if n < len(letters) and _gives(word, letters[n])}
        spelled = given | (spelled if word in CONNECTIVES else set())
    return len(letters) in spelled


def _gives(word: str, letter: str) -> bool:
    return word[0] == letter or (letter == "x" and word.startswith("ex"))


def initials(name: str) -> str:
    """The initials of ``name``'s words without connectives, lower case; "" for a single word."""
    content = [word for word in _words(name) if word not in CONNECTIVES]
    return "".join(word[0] for word in content) if len(content) > 1 else ""


def _words(name: str) -> list[str]:
    """The words and joining signs of ``name``, cut also inside "JavaScript"."""
    cut = [
        f" {letter}" if letter.isupper() and before.islower() else letter
        for before, letter in zip(" " + name, name, strict=False)
    ]
    return [part.casefold() for part in _PART.findall("".join(cut))]
