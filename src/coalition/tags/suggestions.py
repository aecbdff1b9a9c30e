"""What a name most likely means among given names, each with a score and a reason.

First come names that are one skill by rule, then those that are the same but for how they are
written (:mod:`.suggesting.name_keys`, typing errors, initials), then those that are near in their
words (:mod:`.suggesting.overlap`) and, with the extra ``similarity``, in meaning
(:mod:`.suggesting.meaning`). A suggestion is for a person to say yes or no to: nothing merges
because of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from coalition.tags.naming.recognition import Recognition
from coalition.tags.suggesting.initialisms import Initialisms
from coalition.tags.suggesting.meaning import Closeness, Meaning, by_meaning
from coalition.tags.suggesting.name_keys import NAME_KEYS, NameKey
from coalition.tags.suggesting.overlap import Overlaps
from coalition.tags.suggesting.reasons import near_in_meaning, shared_words
from coalition.tags.suggesting.slips import slipped

__all__ = ["Index", "Suggestion", "by_meaning", "by_rule", "suggest"]

MOST_BY_LIKENESS = 0.75
"""What the nearest words and meaning are worth, if nothing says that the names are the same."""

SLIP = 0.88
"""What a name is worth from which the one asked for differs by a typing error."""

LOOKED_AT = 10
"""Names, of those that overlap most, in which a typing error is looked for."""

RIVALRY = 0.15
"""What a key loses where another name is equal for it or for a surer one, as a share."""

AGREEMENT = 0.005
"""What the next key for which a name is equal too adds, as a share of its own worth."""

BY_RULE = "is another name of the same skill"
"""Why a name is meant that only the rules know."""

SURE = 0.95
"""From here on all letters are those asked for, so that it matters little what others share."""

OUTDONE = 0.9
"""What is left of a lower score where another name has more of the words asked for."""


class Suggestion(NamedTuple):
    """A name that may be meant, how likely (0 to 1), and why (a clause for people)."""

    name: str
    score: float
    reason: str


class Index:
    """Names to suggest, prepared once for many questions.

    names:    equal ones are kept once.
    meaning:  how near names are in meaning, from :func:`by_meaning`; by default words must do.
    keys:     keys that tell names written differently from different names, surest first; by
              default :func:`by_rule`.
    """

    def __init__(
        self,
        names: Iterable[str],
        *,
        meaning: Meaning | None = None,
        keys: Sequence[NameKey] | None = None,
    ) -> None:
        keys = by_rule() if keys is None else keys
        self.names = tuple(dict.fromkeys(names))
        self._keys = keys
        self._overlaps = Overlaps(self.names)
        self._initialisms = Initialisms(self.names)
        self._meanings = meaning.among(self.names) if meaning and self.names else None
        self._by_key: list[dict[str, list[int]]] = [defaultdict(list) for _ in keys]
        for position, name in enumerate(self.names):
            for own, by_key in zip(keys, self._by_key, strict=True):
                by_key[own.key(name)].append(position)

    def suggest(self, name: str, k: int = 5) -> tuple[Suggestion, ...]:
        """The ``k`` names most likely meant by ``name``, most likely first; see :func:`suggest`."""
        overlaps = self._overlaps.with_query(name)
        same = self._same(name, overlaps)
        close = self._close(name, overlaps, same, k)
        scores = {at: MOST_BY_LIKENESS * own.together for at, own in close.items()}
        for at, (score, _) in same.items():
            scores[at] = score + overlaps.get(at, 0.0) / 1000
        found = (
            Suggestion(
                self.names[at],
                min(1.0, round(scores[at], 4)),
                same[at][1] if at in same else self._likeness(name, at, close[at]),
            )
            for at in self._best(scores, k)
        )
        return tuple(suggestion for suggestion in found if suggestion.reason)

    def _close(
        self, name: str, overlaps: Mapping[int, float], also: Iterable[int], k: int
    ) -> Mapping[int, Closeness]:
        """The names that are near by words, and if asked for by meaning."""
        if self._meanings is None:
            return {at: Closeness(value, 0.0) for at, value in overlaps.items()}
        return self._meanings.nearest(name, overlaps, also, k)

    def _likeness(self, name: str, at: int, closeness: Closeness) -> str:
        """Why a name is near, as a clause."""
        pairs = self._overlaps.pairs(name, at)
        return "; ".join(filter(None, (shared_words(pairs), near_in_meaning(closeness.meaning))))

    def _best(self, scores: Mapping[int, float], k: int) -> list[int]:
        """The ``k`` positions of the highest scores; of equal ones the shortest name's."""
        least = min(nlargest(k, scores.values()), default=0.0)
        best = [at for at, score in scores.items() if score >= least]
        return sorted(best, key=lambda at: (-scores[at], len(self.names[at]), self.names[at]))[:k]

    def _same(self, name: str, overlaps: Mapping[int, float]) -> dict[int, tuple[float, str]]:
        """The names that are the same but for how they are written, with score and reason.

        Each by what is surest; less sure where another name has more of the words asked for.
        """
        found = self._equal(name)
        for at in self._best(overlaps, LOOKED_AT):
            if slipped(name, self.names[at], self._overlaps.words):
                found[at] = max(found.get(at, (0.0, "")), (SLIP, "looks like a typing error"))
        for at, score in self._initialisms.of(name):
            found[at] = max(found.get(at, (0.0, "")), (score, "has the same initials"))
        most = max(overlaps.values(), default=0.0)
        return {
            at: (score * OUTDONE if score < SURE and overlaps.get(at, 1.0) < most else score, why)
            for at, (score, why) in found.items()
        }

    def _equal(self, name: str) -> dict[int, tuple[float, str]]:
        """The names equal by a key, each by its surest; a little surer for the next one too."""
        found: dict[int, tuple[float, str]] = {}
        also: dict[int, NameKey] = {}
        for own, by_key in zip(self._keys, self._by_key, strict=True):
            equal = by_key.get(own.key(name), ())
            rivals = len(equal) - 1 + sum(at not in equal for at in found)
            for at in equal:
                if at in found:
                    also.setdefault(at, own)
                else:
                    found[at] = own.score * (1 - RIVALRY * min(rivals, 2)), own.reason
        for at, own in also.items():
            score, reason = found[at]
            found[at] = score + own.score * AGREEMENT, own.reason if reason == BY_RULE else reason
        return found


def by_rule(recognition: Recognition | None = None) -> tuple[NameKey, ...]:
    """The keys for an :class:`Index` in which what is one skill by rule comes first, with score 1.

    By the list that comes along, or by another ``recognition``.
    """
    if recognition is None:
        from coalition.tags.naming.shipped import shipped

        recognition = shipped()
    recognise = recognition
    return NameKey(1.0, BY_RULE, lambda name: recognise(name).key), *NAME_KEYS


def suggest(
    name: str, candidates: Sequence[str] | Index, k: int = 5, *, meaning: Meaning | None = None
) -> tuple[Suggestion, ...]:
    """The ``k`` of the ``candidates`` most likely meant by ``name``, most likely first.

    Equal scores are in the order of length, then of code points. What has nothing to say for it is
    not suggested, so that there may be fewer than ``k``. To ask about many names, make an
    :class:`Index` once; ``meaning`` is then the index's.
    """
    index = candidates if isinstance(candidates, Index) else Index(candidates, meaning=meaning)
    return index.suggest(name, k)
