"""Many people in memory, and who of them somebody may be."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from coalition.people.identity import Identity, Marks, keys_of, marks
from coalition.people.same_person import Ground, Sameness, Verdict, judge_marks

Id = TypeVar("Id", bound=Hashable)

MOST_NAMESAKES = 500
"""Of more people of one name no more are looked at; one that identifies is always found."""

MOST_ALIKE = 60
"""A name that is alike to more than this many of one firm says nothing."""

_WEAK = ("weak:", "short:")
_RANK = {Sameness.SAME: 0, Sameness.UNSURE: 1, Sameness.OTHER: 2}


@dataclass(frozen=True, slots=True)
class Resolution(Generic[Id]):
    """Who somebody is.

    same:    the one known person they are, None where there is none or it is not sure.
    verdict: why they are the same; None where ``same`` is.
    unsure:  whom they may be, the likeliest first: to be asked. Empty where ``same`` is known.
    """

    same: Id | None
    verdict: Verdict | None
    unsure: tuple[tuple[Id, Verdict], ...]


def resolve(identity: Identity, candidates: Iterable[tuple[Id, Identity]]) -> Resolution[Id]:
    """Which of ``candidates`` (those who share a key with it) ``identity`` is.

    One that an address or a number identifies wins over those of one name. Where two are
    identified, or none is and several have the same name and firm, it is not sure.
    """
    known = marks(identity)
    return resolution((who, judge_marks(known, marks(other))) for who, other in candidates)


def resolution(verdicts: Iterable[tuple[Id, Verdict]]) -> Resolution[Id]:
    """What follows from the verdicts on everybody that somebody may be."""
    ranked = _ranked(verdicts)
    same = [(who, verdict) for who, verdict in ranked if verdict.sameness is Sameness.SAME]
    identified = [pair for pair in same if pair[1].ground > Ground.NAME]
    sure = identified or same
    if len(sure) == 1:
        return Resolution(sure[0][0], sure[0][1], ())
    doubtful = [(who, _one_of(verdict, len(same))) for who, verdict in same]
    return Resolution(None, None, (*doubtful, *ranked[len(same) :]))


def _one_of(verdict: Verdict, several: int) -> Verdict:
    return Verdict(
        Sameness.UNSURE, f"{verdict.reason}, but so have {several} people", verdict.ground
    )


def _ranked(verdicts: Iterable[tuple[Id, Verdict]]) -> list[tuple[Id, Verdict]]:
    """Those who may be the person, best first, else in the order given."""
    kept = [pair for pair in verdicts if pair[1].sameness is not Sameness.OTHER]
    return sorted(kept, key=lambda pair: (_RANK[pair[1].sameness], -pair[1].ground))


class Index(Generic[Id]):
    """People known by their keys: who may be somebody is found without looking at all."""

    def __init__(self) -> None:
        self._ids: list[Id] = []
        self._marks: list[Marks] = []
        # By the hashes of the keys, which take a third of the room: who is found by a chance
        # collision is judged to be somebody else.
        self._places: dict[int, int | list[int]] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, who: Id, identity: Identity) -> None:
        """Keep ``identity`` under ``who``; one person may be added several times."""
        known = marks(identity)
        place = len(self._ids)
        self._ids.append(who)
        self._marks.append(known)
        for key in map(hash, keys_of(known)):
            before = self._places.setdefault(key, place)
            if isinstance(before, list):
                before.append(place)
            elif before != place:
                self._places[key] = [before, place]

    def candidates(self, identity: Identity) -> list[tuple[Id, Verdict]]:
        """Who ``identity`` is or may be, the best first; whom it is not is left out."""
        known = marks(identity)
        best: dict[Id, Verdict] = {}
        for place in sorted(self._near(known)):
            verdict = judge_marks(known, self._marks[place])
            before = best.get(self._ids[place])
            if before is None or _better(verdict, before):
                best[self._ids[place]] = verdict
        return _ranked(best.items())

    def resolve(self, identity: Identity) -> Resolution[Id]:
        """Who ``identity`` is; see :func:`resolve`."""
        return resolution(self.candidates(identity))

    def _near(self, known: Marks) -> set[int]:
        """The places of those who share a key with ``known``."""
        near: set[int] = set()
        for key in keys_of(known):
            found = self._places.get(hash(key))
            if found is None:
                continue
            if isinstance(found, int):
                near.add(found)
            elif not key.startswith(_WEAK):
                near.update(found[:MOST_NAMESAKES])
            elif len(found) <= MOST_ALIKE:
                near.update(found)
        return near


def _better(one: Verdict, other: Verdict) -> bool:
    return (_RANK[one.sameness], -one.ground) < (_RANK[other.sameness], -other.ground)
