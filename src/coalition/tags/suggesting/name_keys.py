"""How surely a name is another one written differently: keys, from the surest to the least sure.

Two names are the same as far as a key tells if it is equal for both. Each key forgives one thing
more than those before it: signs, number, version marks, word order, the form of a verb, words that
add little ("framework"), makers' names, word families. The scores are in the order of how often
what a key found first was right on the synonyms of Stack Overflow's tags and, where these are few,
of how much it forgives.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from coalition.tags.acronym import CONNECTIVES
from coalition.tags.folding import fold
from coalition.tags.suggesting.name_words import name_words
from coalition.tags.suggesting.stems import action, family, singular, stem
from coalition.tags.word_set import word_set

FILLERS = word_set("""
    framework language languages lang library lib libraries programming software tool tools file
    files extension extensions package module sdk syntax basics fundamentals skills skill
""")
"""Words that say of a named thing what it is, and seldom tell two things apart."""

_MAKERS = word_set(
    "apache amazon aws google microsoft ms adobe apple ibm oracle mozilla jetbrains hashicorp"
)
_VERSION = re.compile(r"(?<=[^\W\d_])(?=\d)")
_ZEROS = re.compile(r"(\d)(?:\.0)+(?!\d)")
_NOT_SIGNIFICANT = re.compile(r"[^\w+#]|_")


class NameKey(NamedTuple):
    """A key for names, what it is worth where it is equal, and what it forgives (a clause)."""

    score: float
    reason: str
    key: Callable[[str], str]


def squeezed(name: str) -> str:
    """The letters, digits, "+" and "#" of ``name``."""
    return _close([fold(name)])


def _close(words: Iterable[str]) -> str:
    joined = "".join(words)
    return _NOT_SIGNIFICANT.sub("", joined) or joined


def _numbered(name: str) -> str:
    return _close(map(singular, _words(name)))


def _versioned(name: str) -> str:
    return _close(map(singular, _versions(_words(name))))


def _ordered(name: str) -> str:
    return "|".join(sorted(map(singular, _versions(_words(name)))))


def _stemmed(name: str) -> str:
    return "|".join(sorted(map(stem, _versions(_words(name)))))


def _bare(name: str) -> str:
    return _close(map(singular, _without_fillers(_versions(_words(name)))))


def _unmade(name: str) -> str:
    return _close(map(singular, _without_maker(_without_fillers(_versions(_words(name))))))


def _done(name: str) -> str:
    return "|".join(sorted(map(action, _without_fillers(_versions(_words(name))))))


def _related(name: str) -> str:
    return "|".join(sorted(map(family, _without_fillers(_versions(_words(name))))))


NAME_KEYS = (
    NameKey(1.0, "differs only in case, spaces or punctuation", fold),
    NameKey(0.99, "differs only in spaces or punctuation", squeezed),
    NameKey(0.97, "differs only in number or spelling", _numbered),
    NameKey(0.96, "differs only in how the version is written", _versioned),
    NameKey(0.95, "has the same words in another order", _ordered),
    NameKey(0.92, "has the same words in another form", _stemmed),
    NameKey(0.90, "differs only in words that add little", _bare),
    NameKey(0.86, "has the same words as verb and noun", _done),
    NameKey(0.80, "differs only in the maker's name", _unmade),
    NameKey(0.76, "has words of the same families", _related),
)
"""From the surest to the least sure."""


def _words(name: str) -> list[str]:
    words = [word for word, _ in name_words(name)]
    return [word for word in words if word not in CONNECTIVES] or words


def _versions(words: Iterable[str]) -> list[str]:
    """The words with numbers apart, without "version", "v" and ".0"."""
    parts = [part for word in words for part in _VERSION.split(_ZEROS.sub(r"\1", word))]
    return [part for part in parts if part not in {"v", "version"}] or parts


def _without_fillers(words: list[str]) -> list[str]:
    """The words without what follows the first and says only what kind of thing it is."""
    short = [word.removesuffix("js").removesuffix(".") or word for word in words]
    return short[:1] + [word for word in short[1:] if word not in FILLERS]


def _without_maker(words: list[str]) -> list[str]:
    return words[1:] if len(words) > 1 and words[0] in _MAKERS else words
