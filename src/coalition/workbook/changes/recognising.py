"""Which people of a file are known already: looked up by what tells who somebody is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from coalition.model.person import Person
from coalition.people.identity import Identity, Marks, identity_of, keys, marks
from coalition.people.index import MOST_ALIKE, MOST_NAMESAKES, Resolution, resolution
from coalition.people.same_person import Sameness, Verdict, judge_marks
from coalition.workbook.deriving import identity_by
from coalition.workbook.models import Doubt, Term
from coalition.workbook.models import Person as PersonRow
from coalition.workbook.reading_facts import stated_of
from coalition.workbook.space import BATCH, Space, in_parts
from coalition.workbook.terms import cut

Apart: TypeAlias = frozenset[tuple[int, int]]
"""Pairs of people who are two, the lower number first."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Who a described person is. id: of the person they surely are, None for nobody known.

    keys: what tells who they are. reason: why. perhaps: those they may be, with the reason for
    each. beside: the same of people before them in the same part of the file, by their places.
    """

    id: int | None
    keys: frozenset[str]
    reason: str = ""
    perhaps: tuple[tuple[int, str], ...] = ()
    beside: tuple[tuple[int, str], ...] = ()


class Recogniser:
    """Recognises the people of one file, some at a time, in the order in which they are stored.

    Two people whom one file tells apart are two; where they could be one the user is asked.
    """

    def __init__(self, space: Space) -> None:
        self._space = space
        self._of_this_file: set[int] = set()
        self._known = space.of(PersonRow).exists()
        self._apart = _told_apart(space)

    def recognise(self, people: Sequence[Person]) -> list[Recognised]:
        """Who each of ``people`` is."""
        identities = [identity_of(person) for person in people]
        wanted = [cut(keys(identity)) for identity in identities]
        found = self._having(frozenset().union(*wanted)) if self._known else {}
        judge = _Judge()
        known = judge.marks(self._identities({each for ids in found.values() for each in ids}))
        told = list(judge.marks(dict(enumerate(identities))).values())
        beside = _beside(told, wanted, judge)
        who = []
        for one, own, others in zip(told, wanted, beside, strict=True):
            candidates = {person for key in own for person in found.get(key, ())}
            who.append(self._resolved(one, own, candidates, known, others, judge))
        return who

    def near(self, people: Iterable[int]) -> Iterator[tuple[int, int, str]]:
        """Pairs of people of the workbook who may be one, of whom ``people`` are the first, by all
        that is known of them now; each with the reason.
        """
        for part in in_parts(sorted(people)):
            identities = self._identities(set(part))
            wanted = {number: cut(keys(identity)) for number, identity in identities.items()}
            judge = _Judge()
            known = judge.marks(identities)
            found = self._having(frozenset().union(*wanted.values()))
            others = {other for ids in found.values() for other in ids} - known.keys()
            known |= judge.marks(self._identities(others))
            for number, own in wanted.items():
                candidates = {other for key in own for other in found.get(key, ())} - {number}
                judged = judge.judged(known[number], candidates, known)
                if judged.same is not None and judged.verdict is not None:
                    yield number, judged.same, judged.verdict.reason
                for other, reason in _asked(judged, known, judge, self._apart):
                    yield number, other, reason

    def stored(self, people: Iterable[int]) -> None:
        """People of this file are stored, or recognised, under these numbers."""
        self._of_this_file.update(people)
        self._known = True

    def _resolved(
        self,
        told: Marks,
        own: frozenset[str],
        candidates: set[int],
        known: Mapping[int, Marks],
        beside: tuple[tuple[int, str], ...],
        judge: "_Judge",
    ) -> Recognised:
        judged = judge.judged(told, candidates, known)
        perhaps = _asked(judged, known, judge, self._apart)
        if judged.same is None or judged.verdict is None:
            return Recognised(None, own, perhaps=perhaps, beside=beside)
        reason = judged.verdict.reason
        if judged.same in self._of_this_file:
            return Recognised(None, own, perhaps=((judged.same, reason),), beside=beside)
        self._of_this_file.add(judged.same)
        return Recognised(judged.same, own, reason)

    def _having(self, wanted: frozenset[str]) -> dict[str, set[int]]:
        """The people who have each of these keys, by the number they are known under now: of very
        many those who were known first, of those who are only alike then none.
        """
        found: dict[str, set[int]] = defaultdict(set)
        ordered = sorted(wanted)
        for start in range(0, len(ordered), BATCH):
            rows = self._space.of(Term).filter(term__in=ordered[start : start + BATCH])
            for term, person in rows.values_list("term", "person_id"):
                found[term].add(person)
        return {term: _looked_at(term, ids) for term, ids in found.items()}

    def _identities(self, people: set[int]) -> dict[int, Identity]:
        return {
            number: identity_by(facts)
            for number, facts in stated_of(self._space, sorted(people)).items()
        }


_WEAK = ("weak:", "short:")

MOST_ASKED = 5
"""Of more whom one person may be only the likeliest are asked about: nobody would answer."""


def _told_apart(space: Space) -> Apart:
    """The pairs of whom the user said that they are two, as they are known now."""
    rows = space.of(Doubt).filter(answer="apart")
    known = rows.values_list("one", "one__merged_into", "other", "other__merged_into")
    pairs = [(root or one, into or other) for one, root, other, into in known]
    return frozenset(_pair(*pair) for pair in pairs)


class _Judge:
    """Judges people of a part of a file; those described alike only once, as very many may be."""

    def __init__(self) -> None:
        self._alike: dict[Marks, Marks] = {}
        self._verdicts: dict[tuple[int, int], Verdict] = {}

    def marks(self, identities: Mapping[int, Identity]) -> dict[int, Marks]:
        """What is compared of each: one object for those who are described alike."""
        made = ((number, marks(identity)) for number, identity in identities.items())
        return {number: self._alike.setdefault(each, each) for number, each in made}

    def verdict(self, one: Marks, other: Marks) -> Verdict:
        """Whether two are one person; both are from :meth:`marks`, which keeps them."""
        pair = (id(one), id(other))
        found = self._verdicts.get(pair)
        if found is None:
            found = self._verdicts[pair] = judge_marks(one, other)
        return found

    def judged(
        self, one: Marks, candidates: Iterable[int], known: Mapping[int, Marks]
    ) -> Resolution[int]:
        """Who of ``candidates`` the one is."""
        ordered = sorted(candidates)
        return resolution((number, self.verdict(one, known[number])) for number in ordered)


def _asked(
    judged: Resolution[int],
    known: Mapping[int, Marks],
    judge: _Judge,
    apart: Apart = frozenset(),
) -> tuple[tuple[int, str], ...]:
    """Whom to ask about: of those who may be each other, for one reason, only the first."""
    asked: list[tuple[int, str]] = []
    for number, verdict in judged.unsure:
        like = (other for other, reason in asked if reason == verdict.reason)
        if not any(
            _pair(number, other) not in apart
            and judge.verdict(known[number], known[other]).sameness is not Sameness.OTHER
            for other in like
        ):
            asked.append((number, verdict.reason))
            if len(asked) == MOST_ASKED:
                break
    return tuple(asked)


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _looked_at(term: str, people: set[int]) -> set[int]:
    """Those of the people who share a key who are looked at."""
    if term.startswith(_WEAK):
        return people if len(people) <= MOST_ALIKE else set()
    return people if len(people) <= MOST_NAMESAKES else set(sorted(people)[:MOST_NAMESAKES])


def _beside(
    told: Sequence[Marks], wanted: Sequence[frozenset[str]], judge: _Judge
) -> Iterator[tuple[tuple[int, str], ...]]:
    """For each of the people of a part of a file those before it whom it may be."""
    places: dict[str, list[int]] = defaultdict(list)
    known = dict(enumerate(told))
    for place, (one, own) in enumerate(zip(told, wanted, strict=True)):
        strong = [key for key in own if not key.startswith(_WEAK)]
        near = {other for key in strong for other in places[key][:MOST_ALIKE]}
        judged = judge.judged(one, near, known)
        if judged.same is not None and judged.verdict is not None:
            yield ((judged.same, judged.verdict.reason),)
        else:
            yield _asked(judged, known, judge)
        for key in strong:
            places[key].append(place)
