"""A word's number, stem, action and family: keys, each coarser than the one before.

Keys are for comparing, never for showing ("caches" gives "cach"). The endings are those of Porter,
"An algorithm for suffix stripping" (Program 14, 1980), in the order of what tells words apart less
and less: :func:`singular` ("colours", "color"), :func:`stem` ("testing", "tested", "test"),
:func:`action` ("compile", "compilation"), :func:`family` ("manager", "management", "manage").
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from coalition.tags.word_set import word_set

_SPELLINGS = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (r"^programme$", "program"),
        (r"(?<=...)is(e|ed|er|ing|ation|ational|able)$", r"iz\1"),
        (r"(?<=...)ys(e|ed|er|ing)$", r"yz\1"),
        (r"(?<=..)our(|ed|al|ing|able)$", r"or\1"),
        (r"(?<=..)tre$", "ter"),
        (r"(?<=..)ogue$", "og"),
        (r"(?<=..)[cs]e$", "se"),  # licence, defence
    )
)
_SHORT = {"four", "hour", "tour", "your", "pour"}
_ACTIONS = word_set("""
    ization ation ition ution ement ment ance ence ancy ency anc enc at ion ific ification if
""")
_OTHERS = word_set("""
    ational ative itive utive iviti iv al iti ness or er ar ical ic abl ibl abiliti ibiliti ist ism
    ship ful li alli ent ant iz izer ur ous i yz ysi yt ytic
""")
_LEAST = 4
"""Letters that a key keeps."""


def _longest_first(endings: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(endings, key=lambda ending: (-len(ending), ending)))


_LONGEST_ACTIONS = _longest_first(_ACTIONS)
_LONGEST = _longest_first(_ACTIONS | _OTHERS)


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> str:
    """A key shared by a word's singular and plural, and by its British and American spelling."""
    if len(word) < 4 or not word.isalpha():
        return word
    word = _without_s(word)
    if word not in _SHORT:
        for pattern, american in _SPELLINGS:
            word = pattern.sub(american, word)
    return word[:-1] if word.endswith(("che", "she", "xe", "ze", "se")) else word


def _without_s(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ices") and len(word) > 5:
        return word[:-4] + "ex"
    if word.endswith("sis"):
        return word[:-2] + "e"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word[:-2] + "ex" if word.endswith("rix") else word


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A key shared also by the forms of a verb."""
    word = singular(word)
    if len(word) < 4 or not word.isalpha():
        return word
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and re.search("[aeiouy]", rest):
            word = rest[:-1] if _doubled(rest) else rest
            break
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def _doubled(rest: str) -> bool:
    return len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "sz"


@lru_cache(maxsize=1 << 16)
def action(word: str) -> str:
    """A key shared also by a verb and what is done ("compile" and "compilation").

    Who or what does it ("compiler") is something else.
    """
    return _without(stem(word), _LONGEST_ACTIONS)


@lru_cache(maxsize=1 << 16)
def family(word: str) -> str:
    """A key shared also by all nouns, verbs and adjectives made from one another."""
    word = _without(stem(word), _LONGEST)
    doubled = len(word) > _LEAST and word.isalpha() and word[-1] == word[-2]
    return word[:-1] if doubled else word


def _without(word: str, endings: Iterable[str]) -> str:
    """``word`` without up to three endings, the longest first."""
    if not word.isalpha():
        return word
    for _ in range(3):
        longest = len(word) - _LEAST
        found = next((e for e in endings if len(e) <= longest and word.endswith(e)), "")
        if not found:
            break
        word = word.removesuffix(found)
    return word
