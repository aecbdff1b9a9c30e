"""A file's reading recorded: one transaction, one source."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from coalition.model.held import SourceFile, SourceKind
from coalition.model.person import Person
from coalition.model.reading import Reading
from coalition.workbook.changes.described import Described, described
from coalition.workbook.changes.erased import Erased
from coalition.workbook.changes.fact_rows import FactRows
from coalition.workbook.changes.recognising import Recognised, Recogniser
from coalition.workbook.changes.refreshing import (
    add_terms,
    refresh,
    refresh_touches,
    show,
    terms_of,
)
from coalition.workbook.deriving import Stated
from coalition.workbook.facts import said_of
from coalition.workbook.models import Doubt, Fact, Source, Workspace
from coalition.workbook.models import Person as PersonRow
from coalition.workbook.reading_facts import stated_of
from coalition.workbook.space import BATCH, Space, in_parts

Progress = Callable[[int, int], None]


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


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of recording a file.

    source:  the number of its source.
    since:   when the very same file was recorded before; nothing was changed then.
    new, matched, unsure: the people it tells of; the unsure are among the new.
    erased:  people who were erased once and are left out, as the file describes them.
    facts_new, facts_known: how many facts were not known before, and how many were.
    """

    source: int
    since: datetime | None = None
    new: tuple[str, ...] = ()
    matched: tuple[Match, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    erased: tuple[str, ...] = ()
    facts_new: int = 0
    facts_known: int = 0


def _silent(done: int, total: int) -> None:
    """Shows nothing."""


def record(
    space: Space,
    reading: Reading,
    file: SourceFile,
    *,
    of: Person | None = None,
    of_me: bool = False,
    bring_back: bool = False,
    dry_run: bool = False,
    progress: Progress = _silent,
) -> Recorded:
    """Record all that ``reading`` tells, whole or not at all.

    of:         whom it is about, where the file does not say.
    of_me:      whose own file it is is the user.
    bring_back: record also people who were erased once.
    dry_run:    only say what would come of it.
    progress:   called with the rows stored and their number.

    The same file again changes nothing. Raises WorkbookError where the workbook cannot be written,
    InputError where skills are nobody's.
    """
    told = described(reading, of)
    with space.all_or_nothing():
        known = space.of(Source).filter(sha256=file.sha256).exclude(sha256="").first()
        if known is not None:
            return Recorded(known.pk, since=known.at)
        recorded = _Recording(space, reading, told, file, progress).run(of_me, bring_back)
        if dry_run:
            space.leave_as_it_was()
        return recorded


@dataclass(slots=True)
class _Recording:
    """One file on its way into the tables."""

    space: Space
    reading: Reading
    told: Described
    file: SourceFile
    progress: Progress
    source: Source = field(init=False)
    numbers: dict[str, int] = field(default_factory=dict)
    erased: dict[str, str] = field(default_factory=dict)
    new: set[int] = field(default_factory=set)
    matched: list[Match] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    done: int = 0

    def run(self, of_me: bool, bring_back: bool) -> Recorded:
        self.source = self.space.add([self._source()])[0]
        self._people(bring_back)
        rows = FactRows(self.space, self.source, self.reading, self.told, self.numbers, self.new)
        for new, known in rows.store():
            self.counts["new"] += new
            self.counts["known"] += known
            self._advance(new + known)
        if of_me:
            self._set_me()
        refresh(self.space, self._to_refresh(rows.touched))
        if of_me:
            refresh_touches(self.space)
        return Recorded(
            self.source.pk,
            new=tuple(
                self.told.people[key].name
                for key, number in self.numbers.items()
                if number in self.new
            ),
            matched=tuple(self.matched),
            unsure=tuple(self.unsure),
            erased=tuple(self.erased.values()),
            facts_new=self.counts["new"],
            facts_known=self.counts["known"],
        )

    def _source(self) -> Source:
        return Source(
            workspace_id=self.space.id,
            kind=SourceKind.FILE,
            name=self.file.name[-500:],
            format=self.file.format,
            sha256=self.file.sha256,
            at=self.file.at,
        )

    def _people(self, bring_back: bool) -> None:
        """Store the people, some hundred at a time, with what is said of them."""
        recogniser = Recogniser(self.space)
        erased = Erased.of(self.space)
        for part in in_parts(list(self.told.people.items()), BATCH):
            if erased and not bring_back:
                self.erased.update((key, one.name) for key, one in part if erased.has(one))
                part = [(key, one) for key, one in part if key not in self.erased]
            found = recogniser.recognise([person for _, person in part])
            self._store(part, found)
            for key, _ in part:
                recogniser.stored(self.numbers[key])
            self._advance(len(part))
        if bring_back:
            erased.forget(self.space, self.told.people.values())

    def _store(self, part: Sequence[tuple[str, Person]], found: Sequence[Recognised]) -> None:
        new = [
            (key, person) for (key, person), who in zip(part, found, strict=True) if who.id is None
        ]
        rows = self.space.add([self._row(person) for _, person in new])
        self.numbers.update((key, row.pk) for (key, _), row in zip(new, rows, strict=True))
        self.new.update(row.pk for row in rows)
        known = {
            key: who.id for (key, _), who in zip(part, found, strict=True) if who.id is not None
        }
        self.numbers.update(known)
        self._store_facts(part, set(known.values()))
        add_terms(
            self.space,
            {self.numbers[key]: terms_of(self._stated(person)) for key, person in new},
        )
        self._note_matches(part, found)

    def _row(self, person: Person) -> PersonRow:
        row = PersonRow(workspace_id=self.space.id)
        show(row, self._stated(person))
        return row

    def _stated(self, person: Person) -> list[Stated]:
        return [
            Stated(said.field, said.value, said.on, self.file.at, False, said.detail)
            for said in said_of(person)
        ]

    def _store_facts(self, part: Sequence[tuple[str, Person]], known: set[int]) -> None:
        before = {
            (person, fact.field, fact.value)
            for person, facts in stated_of(self.space, sorted(known)).items()
            for fact in facts
        }
        rows = []
        for key, person in part:
            number = self.numbers[key]
            where = person.source
            for said in said_of(person):
                self.counts["known" if (number, said.field, said.value) in before else "new"] += 1
                rows.append(
                    Fact(
                        workspace_id=self.space.id,
                        person_id=number,
                        field=said.field,
                        value=said.value,
                        detail=said.detail,
                        on=said.on,
                        source=self.source,
                        file=where.file[-500:] if where else "",
                        row=where.row if where else None,
                    )
                )
        self.space.add(rows)

    def _note_matches(
        self, part: Sequence[tuple[str, Person]], found: Sequence[Recognised]
    ) -> None:
        names = self._names(found)
        doubts = []
        for (key, person), who in zip(part, found, strict=True):
            number = self.numbers[key]
            if who.id is not None:
                self.matched.append(Match(person.name, who.id, names[who.id], who.reason))
            if who.perhaps:
                perhaps = tuple(
                    Match(person.name, other, names[other], reason) for other, reason in who.perhaps
                )
                self.unsure.append(Unsure(person.name, number, perhaps))
                doubts += [
                    self._doubt(number, match) for match in perhaps if match.person != number
                ]
        Doubt._default_manager.using(self.space.alias).bulk_create(doubts, ignore_conflicts=True)

    def _names(self, found: Sequence[Recognised]) -> dict[int, str]:
        numbers = {who.id for who in found if who.id is not None}
        numbers.update(number for who in found for number, _ in who.perhaps)
        rows = self.space.of(PersonRow)
        return {
            pk: name
            for some in in_parts(sorted(numbers), BATCH)
            for pk, name in rows.filter(pk__in=some).values_list("pk", "name")
        }

    def _doubt(self, number: int, match: Match) -> Doubt:
        one, other = sorted((number, match.person))
        return Doubt(
            workspace_id=self.space.id,
            one_id=one,
            other_id=other,
            reason=match.reason,
            source=self.source,
            at=self.file.at,
        )

    def _set_me(self) -> None:
        me = self.numbers.get(self.reading.owner or self.told.subject)
        if me is not None:
            set_me(self.space, me)

    def _to_refresh(self, touched: Iterable[int]) -> set[int]:
        """Who has more than was derived when they were stored."""
        return {*touched, *(match.person for match in self.matched)}

    def _advance(self, count: int) -> None:
        self.done += count
        told = self.reading
        total = len(self.told.people) + len(told.evidence) + len(told.ties) + len(told.touchpoints)
        self.progress(min(self.done, total), total)


def set_me(space: Space, person: int) -> None:
    """Have the workspace know who its user is."""
    Workspace._default_manager.using(space.alias).filter(pk=space.id).update(me=person)


def be(space: Space, person: int) -> None:
    """The same, and what follows from it: who was in touch with the user, and when last."""
    with space.all_or_nothing():
        set_me(space, person)
        refresh_touches(space)
