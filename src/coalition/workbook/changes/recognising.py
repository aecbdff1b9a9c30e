"""Which people of a file are known already: looked up by what tells who somebody is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coalition.model.person import Person
from coalition.people.identity import Identity, Marks, identity_of, keys, marks
from coalition.people.index import MOST_ALIKE, MOST_NAMESAKES, Resolution, resolution
from coalition.people.same_person import judge_marks
from coalition.workbook.deriving import described_by
from coalition.workbook.models import Person as PersonRow
from coalition.workbook.models import Term
from coalition.workbook.reading_facts import stated_of
from coalition.workbook.space import BATCH, Space, in_parts


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

    def recognise(self, people: Sequence[Person]) -> list[Recognised]:
        """Who each of ``people`` is."""
        identities = [identity_of(person) for person in people]
        wanted = [keys(identity) for identity in identities]
        found = self._having(frozenset().union(*wanted)) if self._known else {}
        known = _marks(self._identities({person for ids in found.values() for person in ids}))
        told = list(map(marks, identities))
        beside = _beside(told, wanted)
        who = []
        for one, own, others in zip(told, wanted, beside, strict=True):
            candidates = {person for key in own for person in found.get(key, ())}
            who.append(self._resolved(one, own, candidates, known, others))
        return who

    def near(self, people: Iterable[int]) -> Iterator[tuple[int, int, str]]:
        """Pairs of people of the workbook who may be one, of whom ``people`` are the first, by all
        that is known of them now; each with the reason.
        """
        for part in in_parts(sorted(people)):
            identities = self._identities(set(part))
            wanted = {number: keys(identity) for number, identity in identities.items()}
            known = _marks(identities)
            found = self._having(frozenset().union(*wanted.values()))
            others = {other for ids in found.values() for other in ids} - known.keys()
            known |= _marks(self._identities(others))
            for number, own in wanted.items():
                candidates = {other for key in own for other in found.get(key, ())} - {number}
                judged = _judged(known[number], candidates, known)
                if judged.same is not None and judged.verdict is not None:
                    yield number, judged.same, judged.verdict.reason
                yield from (
                    (number, other, verdict.reason) for other, verdict in judged.unsure[:MOST_ASKED]
                )

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
    ) -> Recognised:
        judged = _judged(told, candidates, known)
        perhaps = tuple((number, verdict.reason) for number, verdict in judged.unsure[:MOST_ASKED])
        if judged.same is None or judged.verdict is None:
            return Recognised(None, own, perhaps=perhaps, beside=beside)
        reason = judged.verdict.reason
        if judged.same in self._of_this_file:
            return Recognised(None, own, perhaps=((judged.same, reason),), beside=beside)
        self._of_this_file.add(judged.same)
        return Recognised(judged.same, own, reason)

    def _having(self, wanted: frozenset[str]) -> dict[str, set[int]]:
        """The people who have each of these keys, by the number they are known under now."""
        found: dict[str, set[int]] = defaultdict(set)
        ordered = sorted(wanted)
        for start in range(0, len(ordered), BATCH):
            rows = self._space.of(Term).filter(term__in=ordered[start : start + BATCH])
            for term, person in rows.values_list("term", "person_id"):
                found[term].add(person)
        return {term: ids for term, ids in found.items() if len(ids) <= _most(term)}

    def _identities(self, people: set[int]) -> dict[int, Identity]:
        return {
            number: identity_of(described_by(facts))
            for number, facts in stated_of(self._space, sorted(people)).items()
        }


_WEAK = ("weak:", "short:")

MOST_ASKED = 20
"""Of more whom one person may be only the likeliest are asked about: nobody would answer."""


def _marks(identities: Mapping[int, Identity]) -> dict[int, Marks]:
    """What is compared of each, made once however many they are compared with."""
    return {number: marks(identity) for number, identity in identities.items()}


def _judged(one: Marks, candidates: Iterable[int], known: Mapping[int, Marks]) -> Resolution[int]:
    """Who of ``candidates`` the one is."""
    ordered = sorted(candidates)
    return resolution((number, judge_marks(one, known[number])) for number in ordered)


def _most(term: str) -> int:
    """Shared by more people than this, a key tells nothing."""
    return MOST_ALIKE if term.startswith(_WEAK) else MOST_NAMESAKES


def _beside(
    told: Sequence[Marks], wanted: Sequence[frozenset[str]]
) -> Iterator[tuple[tuple[int, str], ...]]:
    """For each of the people of a part of a file those before it whom it may be."""
    places: dict[str, list[int]] = defaultdict(list)
    known = dict(enumerate(told))
    for place, (one, own) in enumerate(zip(told, wanted, strict=True)):
        strong = [key for key in own if not key.startswith(_WEAK)]
        near = {other for key in strong for other in places[key][:MOST_ALIKE]}
        judged = _judged(one, near, known)
        same = [] if judged.same is None else [(judged.same, judged.verdict)]
        yield tuple(
            (other, verdict.reason)
            for other, verdict in (*same, *judged.unsure[:MOST_ASKED])
            if verdict
        )
        for key in strong:
            places[key].append(place)
