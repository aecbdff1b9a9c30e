"""Words that mean nearly the same at work, from the list beside this file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from coalition.tags.suggesting.stems import family

Meanings = Mapping[str, frozenset[int]]
"""By family of a word: the numbers of the meanings it has a part in."""


def meanings(lines: Iterable[str]) -> Meanings:
    """The meanings in lines of words between commas; what follows a # is a remark."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lines):
        for word in line.partition("#")[0].split(","):
            if word := word.strip():
                found[family(word)].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def usual_meanings() -> Meanings:
    """The meanings in ``synonyms.txt``."""
    text = files(__package__).joinpath("synonyms.txt").read_text(encoding="utf-8")
    return meanings(text.splitlines())
