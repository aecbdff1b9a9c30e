"""Which words of a vocabulary are near a word: the same, of its family, of its meaning, of its
letters.

Letters: the Dice coefficient of the sets of runs of three letters, the word's ends counted as one
(Angell, Freund and Willett, "Automatic spelling correction using a trigram similarity measure",
Information Processing & Management 19, 1983). A word with two neighbouring letters swapped, which
shares few runs, is found by its sorted letters.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple, TypeVar

from coalition.tags.suggesting.stems import family, stem
from coalition.tags.suggesting.synonyms import Meanings, usual_meanings

Key = TypeVar("Key", int, str)

RUN = 3
LEAST_SHARED = 0.5
"""Dice coefficient below which letters tell nothing."""

REMEMBERED = 4096
"""Words whose near ones are kept for when they are asked of again."""


class How(Enum):
    """Why two words are near."""

    SAME = auto()
    FORM = auto()
    FAMILY = auto()
    MEANING = auto()
    LETTERS = auto()


class Near(NamedTuple):
    """How near a word is to another, up to 1, and why."""

    value: float
    how: How


_SAME, _FORM, _FAMILY = Near(1.0, How.SAME), Near(0.97, How.FORM), Near(0.8, How.FAMILY)
_LETTERS = 0.7
"""What it counts to share all runs of letters."""
_MEANING, _LEAST_MEANING = 0.7, 0.3
"""What it counts to share all meanings, and one among very many."""


class Vocabulary:
    """Words, found by what is near them."""

    __slots__ = (
        "_families", "_letters", "_meanings", "_runs", "_senses", "_stems", "near", "words"
    )  # fmt: skip

    def __init__(self, words: Collection[str], meanings: Meanings | None = None) -> None:
        self.words = frozenset(words)
        self._meanings = usual_meanings() if meanings is None else meanings
        ordered = sorted(self.words)
        self._stems = _by((stem(word), word) for word in ordered)
        self._families = _by((family(word), word) for word in ordered)
        self._letters = _by(("".join(sorted(word)), word) for word in ordered)
        self._runs = _by((run, word) for word in ordered for run in runs(word))
        self._senses = _by(
            (sense, word) for word in ordered for sense in self._meanings.get(family(word), ())
        )
        self.near = lru_cache(maxsize=REMEMBERED)(self._near)

    def _near(self, word: str) -> dict[str, Near]:
        """The words near ``word``, each for the best of its reasons."""
        found = self._alike(word)
        for other, near in self._meant(word):
            if other not in found or found[other].value < near.value:
                found[other] = near
        found.update(dict.fromkeys(self._families.get(family(word), ()), _FAMILY))
        found.update(dict.fromkeys(self._stems.get(stem(word), ()), _FORM))
        if word in self.words:
            found[word] = _SAME
        return found

    def _meant(self, word: str) -> Iterator[tuple[str, Near]]:
        """The words with a meaning of ``word``: the more of both their meanings, the nearer."""
        own = self._meanings.get(family(word), frozenset())
        shared = Counter(other for sense in own for other in self._senses.get(sense, ()))
        for other, count in shared.items():
            dice = 2 * count / (len(own) + len(self._meanings[family(other)]))
            value = _LEAST_MEANING + (_MEANING - _LEAST_MEANING) * dice
            yield other, Near(value, How.MEANING)

    def _alike(self, word: str) -> dict[str, Near]:
        """The words that share most of their letters' runs with ``word``."""
        own = runs(word)
        shared = Counter(other for run in own for other in self._runs.get(run, ()))
        swapped = self._letters.get("".join(sorted(word)), ()) if len(word) > RUN else ()
        found = {other: Near(_LETTERS, How.LETTERS) for other in swapped}
        for other, count in shared.items():
            dice = 2 * count / (len(own) + len(runs(other)))
            if dice >= LEAST_SHARED:
                found[other] = Near(_LETTERS * dice, How.LETTERS)
        return found


def runs(word: str) -> frozenset[str]:
    """The runs of letters in a word of at least that many, with its ends."""
    if len(word) < RUN:
        return frozenset()
    text = f"\t{word}\n"
    return frozenset(text[at : at + RUN] for at in range(len(text) - RUN + 1))


def _by(pairs: Iterable[tuple[Key, str]]) -> Mapping[Key, list[str]]:
    found: dict[Key, list[str]] = defaultdict(list)
    for key, word in pairs:
        found[key].append(word)
    return dict(found)
