"""What is known of single English words in the names of skills: short forms, spellings, plurals,
activities and the people who do them. Read from ``words/english.txt``.
"""

import os.path
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from coalition.tags.folding import fold
from coalition.tags.word_set import word_set

_SECTION = re.compile(r"\[(\w+)\]")
# British endings, where the whole word is not listed: organisation, globalise, analysing.
_BRITISH = re.compile(r"(\w{2,})is(ation|ational|ing|ed|er|e)")
_IN_ISE = word_set("""
    advise advertise arise comprise compromise concise cruise demise devise disguise enterprise
    excise exercise expertise franchise improvise merchandise noise otherwise praise precise
    premise promise raise revise rise surprise supervise televise treatise wise paradise poise
    bruise braise chastise circumcise despise incise reprise
""")
_ENDS_OF_PLURALS = (
    *(("ies", "y", 5), ("sses", "ss", 5), ("ches", "ch", 5), ("shes", "sh", 5)),
    *(("xes", "x", 4), ("ses", "se", 5)),
)
"""The ending, what the singular has in its place, and letters of the shortest such word."""
_NO_PLURAL = ("ss", "us", "is", "ics", "os", "js")


class Lexicon(NamedTuple):
    """The words, all folded.

    short:      what a short form is short for, one or several words.
    spelling:   the American spelling of a word.
    activity:   the noun for the verb forms and people of an activity: "managing", "manager".
    front:      activities in -ing that stand in front of a plural object: "Solving Problems".
    first:      short forms that are such only in front of other words: "MS Excel".
    makers:     who makes products, after whom a word for a person is a product's.
    kept:       words in -s that are kept as they are.
    noise:      words at the end of a name that change nothing.
    qualifiers: what may stand in parentheses without making another skill.
    """

    short: Mapping[str, str]
    spelling: Mapping[str, str]
    activity: Mapping[str, str]
    front: frozenset[str]
    first: Mapping[str, str]
    makers: frozenset[str]
    kept: frozenset[str]
    noise: frozenset[str]
    qualifiers: frozenset[str]

    def normal(self, word: str) -> str:
        """One form for a word's spellings and numbers; several words for a short form."""
        if full := self.short.get(word):
            return " ".join(map(self._singular, full.split()))
        return self._singular(word)

    def _singular(self, word: str) -> str:
        if not word.isalpha() or not word.isascii():
            return word
        word = self._american(word)
        if word in self.kept or len(word) < 4 or word[-1] != "s" or word.endswith(_NO_PLURAL):
            return word
        for ending, singular, shortest in _ENDS_OF_PLURALS:
            if word.endswith(ending) and len(word) >= shortest:
                return self._american(word.removesuffix(ending) + singular)
        return self._american(word[:-1])

    def _american(self, word: str) -> str:
        if known := self.spelling.get(word):
            return known
        if (british := _BRITISH.fullmatch(word)) and not self._is_in_ise(british[1]):
            american = f"{british[1]}iz{british[2]}"
            return self.spelling.get(american, american)
        return word

    @staticmethod
    def _is_in_ise(stem: str) -> bool:
        return f"{stem}ise" in _IN_ISE


@cache
def english() -> Lexicon:
    """The words that come along."""
    return parse_lexicon(_text("english.txt"))


@cache
def near_words() -> frozenset[str]:
    """English words that are one letter away from a word in the list of skills, and no errors."""
    lines = _text("near.txt").splitlines()
    return word_set("\n".join(line for line in lines if line[:1] != "#"))


def _text(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), "words", name), "rb") as file:
        return file.read().decode()


def parse_lexicon(text: str) -> Lexicon:
    """The lexicon written in ``text``: ``[section]``, then words, or ``word = other words``."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        if section := _SECTION.fullmatch(line.strip()):
            lines = found.setdefault(section[1], [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return Lexicon(
        short=dict(_pairs(found["short"])),
        spelling=dict(_pairs(found["spelling"])),
        activity=dict(_pairs(found["forms"])),
        front=_words(found["front"]),
        first=dict(_pairs(found["first"])),
        makers=_words(found["makers"]),
        kept=_words(found["plural"]),
        noise=_words(found["noise"]),
        qualifiers=frozenset(map(fold, found["qualifiers"])),
    )


def _pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        normal, _, others = line.partition("=")
        for other in others.split():
            yield other, normal.strip()


def _words(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())
