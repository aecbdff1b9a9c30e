"""Voices: what the evidence for one skill adds up to. The one formula.

**The weight of a skill is the number of voices for it:**

- each distinct endorser 1, across all sources; who endorsed two spellings of one skill is one;
- plus counts as given: a page's count, a table's weight, answers, repositories ...;
- plus 1 for each certificate and for each author of a written recommendation that names it;
- a skill that the person lists weighs 1/2 at least: half a voice, visible and below one
  endorsement, to which a listing adds nothing.

**With a half-life** (:mod:`~coalition.tags.recency`) each voice counts by its age, and the weight
is the sum of what is left, but no less than the half voice that a mere listing would have, or than
the weight without a half-life where that is less still. So a skill that is only listed never comes
before one that somebody spoke for, and an endless half-life gives the weight without one.

Where an input tells of several people, the formula holds for each and the results add up.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from coalition.model.evidence import Evidence, Kind
from coalition.tags.folding import fold

if TYPE_CHECKING:
    from coalition.tags.recency import Recency

LISTED_ONLY = 0.5
"""The weight, in voices, of a skill that is listed and has no voice."""


class Voices(NamedTuple):
    """The parts of one person's weight for one skill, each in voices."""

    endorsers: float
    counted: tuple[tuple[str, float], ...]  # (unit, amount), in the order of the input
    certificates: float
    recommenders: float
    listed: bool

    @property
    def spoken(self) -> float:
        """The voices of others."""
        amounts = (amount for _, amount in self.counted)
        return fsum((*amounts, self.endorsers, self.certificates, self.recommenders))

    @property
    def weight(self) -> float:
        """The formula, without a half-life."""
        return max(self.spoken, LISTED_ONLY if self.listed else 0.0)


class Weighed(NamedTuple):
    """One person's voices for one skill: all of them, and what age has left of them."""

    whole: Voices
    left: Voices

    @property
    def weight(self) -> float:
        """The formula, with the half-life."""
        return max(self.left.spoken, min(self.whole.weight, LISTED_ONLY))


def voices(evidence: Iterable[Evidence], recency: "Recency | None" = None) -> Voices:
    """What speaks for one skill of one person; with ``recency``, what age has left of it."""
    of_kind: dict[Kind, list[Evidence]] = defaultdict(list)
    for piece in evidence:
        of_kind[piece.kind].append(piece)
    counted: dict[str, list[float]] = defaultdict(list)
    for piece in of_kind[Kind.COUNTED]:
        counted[piece.unit].append(piece.amount * _left([piece], recency))
    certificates: dict[str, list[Evidence]] = defaultdict(list)
    for piece in of_kind[Kind.CERTIFIED]:
        certificates[fold(piece.skill)].append(piece)
    return Voices(
        endorsers=_sum(_by_person(of_kind[Kind.ENDORSED]), recency),
        counted=tuple((unit, fsum(amounts)) for unit, amounts in counted.items()),
        certificates=_sum(certificates.values(), recency),
        recommenders=_sum(_by_person(of_kind[Kind.RECOMMENDED]), recency),
        listed=bool(of_kind[Kind.LISTED]),
    )


def voices_by_holder(
    evidence: Iterable[Evidence], recency: "Recency | None" = None
) -> dict[str, Weighed]:
    """The voices for one skill, for each person it is a skill of ("" where none is named)."""
    holders: dict[str, list[Evidence]] = defaultdict(list)
    for piece in evidence:
        holders[piece.holder].append(piece)
    return {holder: _weighed(pieces, recency) for holder, pieces in holders.items()}


def _weighed(pieces: Sequence[Evidence], recency: "Recency | None") -> Weighed:
    whole = voices(pieces)
    return Weighed(whole, voices(pieces, recency) if recency else whole)


def _sum(said: Iterable[Sequence[Evidence]], recency: "Recency | None") -> float:
    """The voices of several, each with all that they said."""
    return fsum(_left(pieces, recency) for pieces in said)


def _left(pieces: Sequence[Evidence], recency: "Recency | None") -> float:
    return recency.latest(piece.on for piece in pieces) if recency else 1.0


def _by_person(evidence: Sequence[Evidence]) -> list[list[Evidence]]:
    """The evidence by who speaks; without a name each piece is of a person of its own.

    A source that has only the name means the same person as one that also has the profile; where
    two with a profile have that name, it may be either, and is counted as said by both.
    """
    by_profile: dict[str, list[Evidence]] = defaultdict(list)
    by_name: dict[str, list[Evidence]] = defaultdict(list)
    nameless: list[list[Evidence]] = []
    for piece in evidence:
        name = fold(piece.by)
        if piece.by_key and fold(piece.by_key) != name:
            by_profile[piece.by_key].append(piece)
        elif name:
            by_name[name].append(piece)
        else:
            nameless.append([piece])
    for said in by_profile.values() if by_name else ():
        for name in {fold(piece.by) for piece in said} & by_name.keys():
            said.extend(by_name[name])
    known = {fold(piece.by) for said in by_profile.values() for piece in said} if by_name else set()
    return [*by_profile.values(), *(by_name[name] for name in by_name.keys() - known), *nameless]
