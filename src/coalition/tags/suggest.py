"""What a name most likely means among given names, each with a score and a reason.

First come names that are the same but for how they are written (:mod:`.suggesting.sameness`), then
those that share the most words (:mod:`.suggesting.overlap`). A suggestion is for a person to say
yes or no to: nothing merges because of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from coalition.tags.suggesting.initialisms import Initialisms
from coalition.tags.suggesting.overlap import Overlaps
from coalition.tags.suggesting.reasons import shared_words
from coalition.tags.suggesting.sameness import SAMENESS, Sameness
from coalition.tags.suggesting.slips import slipped

MOST_BY_WORDS = 0.75
"""What a full overlap of words is worth, if no key says that the names are the same."""

SLIP = 0.88
"""What a name is worth from which the one asked for differs by a typing error."""

LOOKED_AT = 10
"""Names, of those that overlap most, in which a typing error is looked for."""

SURE = 0.95
"""From here on all letters are those asked for, so that it matters little what others share."""

OUTDONE = 0.9
"""What is left of that where another name has more of the words asked for."""

RIVALRY = 0.3
"""What a key loses by each further name it is equal for, as far as the score goes."""


class Suggestion(NamedTuple):
    """A name that may be meant, how likely (0 to 1), and why (a clause for people)."""

    name: str
    score: float
    reason: str


class Index:
    """Names to suggest, prepared once for many questions.

    names:    equal ones are kept once.
    sameness: keys that tell names written differently from different names, surest first. A rule
              that merges names goes in front: ``(Sameness(1.0, "is the same by rule", rule),
              *SAMENESS)``, where ``rule`` gives the name's key.
    """

    def __init__(self, names: Iterable[str], *, sameness: Sequence[Sameness] = SAMENESS) -> None:
        self.names = tuple(dict.fromkeys(names))
        self._sameness = sameness
        self._overlaps = Overlaps(self.names)
        self._initialisms = Initialisms(self.names)
        self._by_key: list[dict[str, list[int]]] = [defaultdict(list) for _ in sameness]
        for position, name in enumerate(self.names):
            for own, by_key in zip(sameness, self._by_key, strict=True):
                by_key[own.key(name)].append(position)

    def suggest(self, name: str, k: int = 5) -> tuple[Suggestion, ...]:
        """The ``k`` names most likely meant by ``name``, most likely first; see :func:`suggest`."""
        overlaps = self._overlaps.with_query(name)
        same = self._same(name, overlaps)
        scores = {at: MOST_BY_WORDS * value for at, value in overlaps.items()}
        scores.update({at: score + overlaps.get(at, 0.0) / 1000 for at, (score, _) in same.items()})
        return tuple(
            Suggestion(
                self.names[at],
                min(1.0, round(scores[at], 4)),
                same[at][1] if at in same else shared_words(self._overlaps.pairs(name, at)),
            )
            for at in self._best(scores, k)
        )

    def _best(self, scores: Mapping[int, float], k: int) -> list[int]:
        """The ``k`` positions of the highest scores; of equal ones the shortest name's."""
        least = min(nlargest(k, scores.values()), default=0.0)
        best = [at for at, score in scores.items() if score >= least]
        return sorted(best, key=lambda at: (-scores[at], len(self.names[at]), self.names[at]))[:k]

    def _same(self, name: str, overlaps: Mapping[int, float]) -> dict[int, tuple[float, str]]:
        """The names that are the same but for how they are written, with score and reason.

        Each by the surest key; less sure where another name has more of the words asked for.
        """
        found = self._equal(name)
        for at in self._best(overlaps, LOOKED_AT):
            if slipped(name, self.names[at], self._overlaps.words):
                found[at] = max(found.get(at, (0.0, "")), (SLIP, "looks like a typing error"))
        for at, score in self._initialisms.of(name):
            found[at] = max(found.get(at, (0.0, "")), (score, "has the same initials"))
        most = max(overlaps.values(), default=0.0)
        return {
            at: (
                score * OUTDONE if score < SURE and overlaps.get(at, 1.0) < most else score,
                reason,
            )
            for at, (score, reason) in found.items()
        }

    def _equal(self, name: str) -> dict[int, tuple[float, str]]:
        found: dict[int, tuple[float, str]] = {}
        for own, by_key in zip(self._sameness, self._by_key, strict=True):
            equal = by_key.get(own.key(name), ())
            rivals = len(equal) - 1 + sum(at not in equal for at in found)
            for at in equal:
                found.setdefault(at, (own.score * (1 - RIVALRY * min(rivals, 2) / 2), own.reason))
        return found


def suggest(name: str, candidates: Sequence[str] | Index, k: int = 5) -> tuple[Suggestion, ...]:
    """The ``k`` of the ``candidates`` most likely meant by ``name``, most likely first.

    Equal scores are in the order of length, then of code points. Names that share nothing with
    ``name`` are never suggested. Make an :class:`Index` once to ask about many names.
    """
    index = candidates if isinstance(candidates, Index) else Index(candidates)
    return index.suggest(name, k)
