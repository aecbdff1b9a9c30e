"""Which skills go together: those that the same people speak for, or that the same people hold."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from math import sqrt

from coalition.model.evidence import Evidence, Kind
from coalition.tags.folding import fold
from coalition.tags.weights import WeightedSkill

Pair = tuple[int, int]
People = AbstractSet[Hashable]

MOST_SHARE, FEW = 0.5, 5
"""Who names more than half of all skills, and more than five, is not heard here: what is said of
everything tells nothing about what belongs together."""

_SPOKEN = (Kind.ENDORSED, Kind.RECOMMENDED)


class Company:
    """How skills go together over some people, each of whom names some of the skills.

    telling: for each skill, by position, how many people set it apart: those who name it, or
             those who do not if they are fewer. A skill that all name is set apart by none.
    """

    def __init__(self, named_by: Sequence[People]) -> None:
        """``named_by``: for each skill, by position, the people who name it."""
        loud = _loud(named_by)
        self._heard = [people - loud for people in named_by]
        bits = {person: 1 << n for n, person in enumerate(set().union(*self._heard))}
        self._everybody = len(bits)
        self._masks = [sum(map(bits.__getitem__, people)) for people in self._heard]
        self._counts = list(map(len, self._heard))
        self.telling = [min(n, self._everybody - n) for n in self._counts]

    def bonds(self) -> Iterator[tuple[Pair, float]]:
        """The pairs of skills that meet more often than by chance, the lower position first, and
        how strongly they go together, up to 1.

        That is the correlation of the skills over the people (phi; Pearson, 1900). It is not
        above 0 for popular skills that meet no more often than popular ones must.
        """
        masks, counts, everybody = self._masks, self._counts, self._everybody
        spread = [sqrt(n * (everybody - n)) for n in counts]
        for i, j in self._meetings():
            above = everybody * (masks[i] & masks[j]).bit_count() - counts[i] * counts[j]
            if above > 0:
                yield (i, j), above / (spread[i] * spread[j])

    def _meetings(self) -> Iterable[Pair]:
        """The pairs that may meet: all, or those of each person where that is less to do."""
        told = [i for i, telling in enumerate(self.telling) if telling]
        by_person: dict[Hashable, list[int]] = defaultdict(list)
        for i in told:
            for person in self._heard[i]:
                by_person[person].append(i)
        if sum(len(own) ** 2 for own in by_person.values()) < len(told) ** 2:
            return {pair for own in by_person.values() for pair in combinations(own, 2)}
        return combinations(told, 2)


def speakers(skills: Sequence[WeightedSkill]) -> list[People]:
    """Who endorsed each skill or recommends somebody for it, and whom.

    A source that has only a name means the person whose profile another source has, if that is
    only one. Who speaks for two people is heard once for each.
    """
    spoken = [[piece for piece in skill.evidence if piece.kind in _SPOKEN] for skill in skills]
    persons = _persons(piece for pieces in spoken for piece in pieces)
    return [
        {(person, p.holder) for p in pieces if (person := persons[p.by, _profile(p)])}
        for pieces in spoken
    ]


def holders(skills: Sequence[WeightedSkill]) -> list[People]:
    """Who holds each skill, where the sources tell of several people."""
    return [{piece.holder for piece in skill.evidence if piece.holder} for skill in skills]


def _profile(piece: Evidence) -> str:
    """What the source has of a profile; a recommendation has a name and an employer."""
    return piece.by_key if piece.kind is Kind.ENDORSED else ""


def _persons(spoken: Iterable[Evidence]) -> dict[tuple[str, str], str]:
    """By name and profile: what tells the person from all others; "" where nothing does."""
    profiles: dict[str, set[str]] = defaultdict(set)
    named = {(piece.by, _profile(piece)): "" for piece in spoken}
    for name, profile in named:
        if profile and fold(profile) != fold(name):
            profiles[fold(name)].add(profile)
    for name, profile in named:
        known: Collection[str] = profiles.get(fold(name), ())
        own = profile if profile in known else ""
        named[name, profile] = own or (next(iter(known)) if len(known) == 1 else fold(name))
    return named


def _loud(named_by: Iterable[People]) -> People:
    """Those who name most skills."""
    named = [people for people in named_by if people]
    most = max(FEW, MOST_SHARE * len(named))
    counts = Counter(person for people in named for person in people)
    return {person for person, count in counts.items() if count > most}
