"""The people of a file stored: who is known gets its facts, who is not becomes a new person."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from coalition.model.held import Field
from coalition.model.person import Person
from coalition.model.source import Source as Place
from coalition.workbook.changes.erased import Erased
from coalition.workbook.changes.recognising import Recognised, Recogniser
from coalition.workbook.changes.refreshing import add_terms, show
from coalition.workbook.deriving import Stated
from coalition.workbook.facts import Said, said_of
from coalition.workbook.models import Doubt, Fact, Source
from coalition.workbook.models import Person as PersonRow
from coalition.workbook.reading_facts import stated_of
from coalition.workbook.space import Space, in_parts
from coalition.workbook.storable import whole
from coalition.workbook.terms import terms_of

_FACT = ("person_id", "field", "value", "detail", "on", "source_id", "file", "row")
_NOWHERE = Place("")
_ONE_OF_SEVERAL = frozenset(
    (Field.NAME, Field.READING, Field.SORT, Field.EMAIL, Field.TITLE, Field.ORGANISATION)
) | frozenset((Field.UNIT, Field.DEPARTMENT, Field.PLACE, Field.POSITION, Field.LEFT))
"""Of these lists show one, or who somebody is depends on which is the latest."""
_WHETHER_THERE = frozenset((Field.LEFT, Field.TITLE))
"""Of these the latest tells whether somebody left, though each was said before."""


@dataclass(slots=True)
class KnownAs:
    """Who is known whatever the file says of them.

    numbers: theirs, and the reason, by their keys in the file. only_named: the key of somebody of
    whom their name is no fact of the file, as the user gave it.
    """

    numbers: dict[str, tuple[int, str]] = field(default_factory=dict)
    only_named: str = ""

    def settled(self, key: str, who: Recognised) -> Recognised:
        """``who``, unless it is known who that is."""
        number, reason = self.numbers.get(key, (None, ""))
        return who if number is None else Recognised(number, who.keys, reason)

    def said(self, key: str, person: Person) -> tuple[Said, ...]:
        """What the file says of somebody."""
        said = said_of(person)
        if key != self.only_named:
            return said
        return tuple(each for each in said if each.field != Field.NAME)


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody the file tells of who is known already. person: their number."""

    described: str
    person: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """Somebody who may be known already. perhaps: whom they may be, each with the reason."""

    described: str
    person: int
    perhaps: tuple[Match, ...]


def entry(place: Place, file: str) -> str:
    """The entry of an archive that a place is in; "" for the file itself, whose path is nobody's
    business.
    """
    return "" if place.file == file else place.file[-500:]


@dataclass(frozen=True, slots=True)
class _Told:
    """Somebody the file tells of: what it says of them, and who they are."""

    key: str
    person: Person
    said: tuple[Said, ...]
    who: Recognised


@dataclass(slots=True)
class PeopleStore:
    """Stores the people of one source, and remembers who is who.

    whole: what places call the file as a whole. numbers: of all of them by their keys. new: the
    numbers of those nobody was known as. changed: of those who were known, and of whom lists may
    show something else now. erased: the names, by key, of those left out because they were erased
    once.
    """

    space: Space
    source: Source
    whole: str
    numbers: dict[str, int] = field(default_factory=dict)
    new: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    matched: list[Match] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    erased: dict[str, str] = field(default_factory=dict)

    def store(
        self, people: Mapping[str, Person], bring_back: bool, known: "KnownAs"
    ) -> Iterator[tuple[int, int]]:
        """Store them, some hundred at a time; how many facts were new, and how many known."""
        recogniser = Recogniser(self.space)
        recogniser.stored(number for number, _ in known.numbers.values())
        erased = Erased.of(self.space)
        for part in in_parts(list(people.items())):
            kept = part if bring_back else self._left(part, erased, known)
            found = recogniser.recognise([person for _, person in kept])
            told = [
                _Told(key, person, known.said(key, person), known.settled(key, who))
                for (key, person), who in zip(kept, found, strict=True)
            ]
            yield self._store(told)
            recogniser.stored(self.numbers[each.key] for each in told)
        if bring_back:
            erased.forget(self.space, people.values())

    def doubt_again(self, people: Iterable[int]) -> None:
        """Ask about those of whom the file made more known, where they may now be somebody else of
        the workbook.
        """
        pairs = Recogniser(self.space).near(people)
        self._ask([self._doubt(one, other, reason) for one, other, reason in pairs])

    def _left(
        self, part: Sequence[tuple[str, Person]], erased: Erased, known: "KnownAs"
    ) -> Sequence[tuple[str, Person]]:
        """Those who were not erased: namesakes who are in the workbook stay in it."""
        if not erased:
            return part
        found = [
            (key, person) for key, person in part if key not in known.numbers and erased.has(person)
        ]
        named = [(key, person) for key, person in found if not erased.has_address(person)]
        who = Recogniser(self.space).recognise([person for _, person in named]) if named else []
        stay = {key for (key, _), each in zip(named, who, strict=True) if each.id is not None}
        self.erased.update((key, person.name) for key, person in found if key not in stay)
        return [(key, person) for key, person in part if key not in self.erased]

    def _store(self, told: Sequence[_Told]) -> tuple[int, int]:
        self.numbers.update((each.key, each.who.id) for each in told if each.who.id is not None)
        self._store_new([each for each in told if each.who.id is None])
        counted = self._store_facts(told)
        self._note_matches(told)
        return counted

    def _store_new(self, told: Sequence[_Told]) -> None:
        stated = [self._stated(each.said) for each in told]
        rows = [PersonRow(workspace_id=self.space.id) for _ in told]
        for row, facts in zip(rows, stated, strict=True):
            show(row, facts)
        self.space.add(rows)
        self.numbers.update((each.key, row.pk) for each, row in zip(told, rows, strict=True))
        self.new.update(row.pk for row in rows)
        add_terms(
            self.space,
            {
                row.pk: terms_of(facts, each.who.keys)
                for each, row, facts in zip(told, rows, stated, strict=True)
            },
        )

    def _stated(self, said: Sequence[Said]) -> list[Stated]:
        at = self.source.at
        return [Stated(each.field, each.value, each.on, at, False, each.detail) for each in said]

    def _store_facts(self, told: Sequence[_Told]) -> tuple[int, int]:
        known = sorted({each.who.id for each in told if each.who.id is not None})
        stated = stated_of(self.space, known)
        before = {
            (person, fact.field, fact.value) for person, facts in stated.items() for fact in facts
        }
        for each in told:
            if each.who.id is not None and _changes(stated[each.who.id], each.said):
                self.changed.add(each.who.id)
        rows = [row for each in told for row in self._rows(each)]
        self.space.add_cells(Fact, _FACT, rows)
        old = sum(row[:3] in before for row in rows) if before else 0
        return len(rows) - old, old

    def _rows(self, told: _Told) -> Iterator[tuple[Any, ...]]:
        number, usual = self.numbers[told.key], told.person.source or _NOWHERE
        for said in told.said:
            where = said.source or usual
            yield (
                number, said.field, said.value, said.detail, said.on, self.source.pk,
                entry(where, self.whole), whole(where.row),
            )  # fmt: skip

    def _note_matches(self, told: Sequence[_Told]) -> None:
        names = self._names([each.who for each in told])
        doubts = []
        for each in told:
            number, name = self.numbers[each.key], each.person.name
            if each.who.id is not None:
                self.matched.append(Match(name, number, names[number], each.who.reason))
            perhaps = tuple(
                Match(name, other, names[other], reason) for other, reason in each.who.perhaps
            ) + tuple(
                Match(name, self.numbers[told[place].key], told[place].person.name, reason)
                for place, reason in each.who.beside
            )
            if perhaps:
                self.unsure.append(Unsure(name, number, perhaps))
                doubts += [
                    self._doubt(number, match.person, match.reason)
                    for match in perhaps
                    if match.person != number
                ]
        self._ask(doubts)

    def _ask(self, doubts: Sequence[Doubt]) -> None:
        """Keep questions that were not asked before."""
        Doubt._default_manager.using(self.space.alias).bulk_create(doubts, ignore_conflicts=True)

    def _names(self, found: Sequence[Recognised]) -> dict[int, str]:
        numbers = {who.id for who in found if who.id is not None}
        numbers.update(number for who in found for number, _ in who.perhaps)
        rows = self.space.of(PersonRow)
        return {
            number: name
            for some in in_parts(sorted(numbers))
            for number, name in rows.filter(pk__in=some).values_list("pk", "name")
        }

    def _doubt(self, number: int, perhaps: int, reason: str) -> Doubt:
        one, other = sorted((number, perhaps))
        return Doubt(
            workspace_id=self.space.id,
            one_id=one,
            other_id=other,
            reason=reason,
            source=self.source,
            at=self.source.at,
        )


def _changes(before: Sequence[Stated], said: Sequence[Said]) -> bool:
    """Whether lists may show something else of somebody once a file has said this too: it says
    something new, speaks for one of several that were said before, or of whether they left.
    """
    values: dict[str, set[str]] = defaultdict(set)
    for fact in before:
        values[fact.field].add(fact.value)
    return any(
        each.value not in values[each.field]
        or (each.field in _ONE_OF_SEVERAL and len(values[each.field]) > 1)
        or (each.field in _WHETHER_THERE and Field.LEFT in values)
        for each in said
    )
