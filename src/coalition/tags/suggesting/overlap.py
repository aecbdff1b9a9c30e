"""How much the words of a query and of a name overlap, counting near words in part.

This is the soft TF-IDF of Cohen, Ravikumar and Fienberg, "A comparison of string distance metrics
for name-matching tasks" (IIWeb 2003), as two shares: how much of the query's weight is in the
name, and how much of the name's is in the query. Their geometric mean is the overlap, so that a
word too many costs on either side. A word that n of the N names have weighs ``ln(1 + N / n)`` by
its family; words that job ads and lists of skills use of everything weigh less, and so does what
stands in parentheses.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from coalition.tags.acronym import CONNECTIVES
from coalition.tags.suggesting.name_words import NameWord, name_words
from coalition.tags.suggesting.near_words import Near, Vocabulary
from coalition.tags.suggesting.stems import family
from coalition.tags.word_set import word_set

SAID_OF_ALL = word_set("""
    ability able activity advanced all always any apply aptitude area basic carry closely
    complex conduct constantly demonstrate different do each ensure every excellent execute
    existing expected experience expertise field general good great handle have high highly
    important include its key knowledge latest level main make manage management many method
    more most new other our out perform practice principle process professional proven
    provide quickly rapidly relevant skill solid specific strong such task technique
    technology their understand undertake use various way we well within work you your
""")
"""What job ads and lists of skills say of everything."""

MOST = 60
"""Words of a name that are looked at."""

_COMMON, _JOINING, _ASIDE = 0.35, 0.08, 0.3
"""Shares of its weight that a word said of all, a connective, one in parentheses keeps."""

_SAID_OF_ALL = {family(word) for word in SAID_OF_ALL}


class Pair(NamedTuple):
    """A word of the query, the name's word nearest to it, and how near that is."""

    asked: str
    found: str
    near: Near


class Overlaps:
    """The words of names, for finding those that overlap most with a query's."""

    __slots__ = ("_holders", "_rarities", "_vocabulary", "_words")

    def __init__(self, names: Sequence[str], vocabulary: Vocabulary | None = None) -> None:
        words = [name_words(name) for name in names]
        spread: dict[str, int] = defaultdict(int)
        for own in words:
            for key in {family(word) for word, _ in own}:
                spread[key] += 1
        self._rarities = {key: log(1 + len(names) / n) for key, n in spread.items()}
        self._rarities[""] = log(2 + len(names))
        self._words = words
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for position, own in enumerate(words):
            for word, share in self._shares(own).items():
                self._holders[word].append((position, share))
        self._vocabulary = vocabulary or Vocabulary(self._holders)

    @property
    def words(self) -> frozenset[str]:
        """The words of all names."""
        return self._vocabulary.words

    def with_query(self, query: str) -> dict[int, float]:
        """How much each name overlaps with ``query``, up to 1; those that do not are left out."""
        of_query: dict[int, float] = defaultdict(float)
        nearest: dict[str, float] = {}
        shares = self._shares(name_words(query))
        for word, share in sorted(shares.items(), key=lambda pair: pair[0] in CONNECTIVES):
            best: dict[int, float] = {}
            for other, (value, _) in self._vocabulary.near(word).items():
                nearest[other] = max(value, nearest.get(other, 0.0))
                for position, _ in self._holders[other]:
                    if value > best.get(position, 0.0):
                        best[position] = value
            for position, value in best.items():
                if position in of_query or word not in CONNECTIVES:
                    of_query[position] += value * share
        of_name: dict[int, float] = defaultdict(float)
        for other, value in nearest.items():
            for position, share in self._holders[other]:
                of_name[position] += value * share
        return {at: sqrt(value * of_name[at]) for at, value in of_query.items()}

    def pairs(self, query: str, position: int) -> list[Pair]:
        """Why: the words of ``query`` that have one near them in the name, weightiest first."""
        own = {word for word, _ in self._words[position]}
        shares = self._shares(name_words(query))
        found = []
        for word in sorted(shares, key=lambda word: -shares[word]):
            near = self._vocabulary.near(word)
            if here := [other for other in sorted(own) if other in near]:
                best = max(here, key=lambda other: near[other].value)
                found.append(Pair(word, best, near[best]))
        return found

    def _shares(self, words: Sequence[NameWord]) -> Mapping[str, float]:
        """How much of all its words' weight each word of a name has."""
        weights: dict[str, float] = {}
        for word, aside in words[:MOST]:
            weight = self._weight(word) * (_ASIDE if aside else 1.0)
            weights[word] = max(weights.get(word, 0.0), weight)
        total = sum(weights.values())
        return {word: weight / total for word, weight in weights.items()}

    def _weight(self, word: str) -> float:
        if word in CONNECTIVES:
            return _JOINING * self._rarities[""]
        key = family(word)
        rarity = self._rarities.get(key, self._rarities[""])
        return rarity * _COMMON if key in _SAID_OF_ALL else rarity
