"""A file's reading recorded: one transaction, one source."""

from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime

from coalition.model.held import SourceFile, SourceKind
from coalition.model.person import Person
from coalition.model.reading import Reading
from coalition.workbook.changes.described import SUBJECT, Described, described
from coalition.workbook.changes.erased import Erased
from coalition.workbook.changes.naming import name_skills
from coalition.workbook.changes.recorded_again import replaced, told_of_before
from coalition.workbook.changes.redacting import redact_left_out
from coalition.workbook.changes.refreshing import refresh
from coalition.workbook.changes.storing_facts import FactStore
from coalition.workbook.changes.storing_people import KnownAs, Match, PeopleStore, Unsure
from coalition.workbook.changes.strangers import refuse_another, refuse_strangers
from coalition.workbook.changes.touches import refresh_touches, set_me
from coalition.workbook.models import Person as PersonRow
from coalition.workbook.models import Source
from coalition.workbook.reading_facts import me_of, root_of
from coalition.workbook.space import Space
from coalition.workbook.storable import storable

Progress = Callable[[int, int], None]

_SAYS_SO = "you say so"
_FACTS_OF_ONE = 5  # that describe a person, as a guess at how much there is to do


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of recording a file.

    source:  the number of its source.
    since:   when the very same file was recorded before; nothing was changed then.
    new, matched, unsure: the people it tells of; the unsure are among the new.
    erased:  people who were erased once and are left out, as the file describes them.
    me:      the number of the user, where the file was said to be their own and says whose it is.
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
    me: int | None = None


def _silent(done: int, total: int) -> None:
    """Shows nothing."""


def record(
    space: Space,
    reading: Reading,
    file: SourceFile,
    *,
    of: int | str | None = None,
    organisation: str = "",
    of_me: bool = False,
    bring_back: bool = False,
    dry_run: bool = False,
    progress: Progress = _silent,
) -> Recorded:
    """Record all that ``reading`` tells, whole or not at all.

    of:         whom it is about, where the file does not say: the number of a person, of whom it
                then says nothing else, or the name of a new one.
    organisation: where people work of whom the file does not say.
    of_me:      whose own file it is is the user.
    bring_back: record also people who were erased once; a file that was recorded without them
                then is taken out and recorded again.
    dry_run:    only say what would come of it.
    progress:   called with the rows stored and their number.

    Otherwise the same file again changes nothing. Raises WorkbookError where the workbook cannot be
    written or has nobody of the number ``of``, InputError where skills are nobody's.
    """
    reading, file, of = storable(reading), storable(file), storable(of)
    with space.all_or_nothing():
        subject, number = _subject(space, of)
        told = described(reading, subject, organisation)
        before = space.of(Source).filter(sha256=file.sha256).exclude(sha256="").first()
        if before is not None and not (bring_back and _has_erased(space, told)):
            return Recorded(before.pk, since=before.at)
        name_skills(space)
        recording = _Recording(space, reading, told, file, progress, number)
        with nullcontext() if before is None else replaced(space, before):
            recorded = recording.run(of_me, bring_back, before)
        if dry_run:
            space.leave_as_it_was()
        return recorded


def _subject(space: Space, of: int | str | None) -> tuple[Person | None, int | None]:
    """Whom the user says a file is about, and their number where they are known already."""
    if of is None or isinstance(of, str):
        return (Person(of) if of else None), None
    refuse_strangers(space, of)
    person = space.of(PersonRow).select_related("merged_into").get(pk=of)
    root = person.merged_into or person
    return Person(root.name), root.pk


def _has_erased(space: Space, told: Described) -> bool:
    """Whether a file tells of people who were erased once."""
    erased = Erased.of(space)
    return bool(erased) and any(map(erased.has, told.people.values()))


@dataclass(slots=True)
class _Recording:
    """One file on its way into the tables. number: of its subject, where that is known."""

    space: Space
    reading: Reading
    told: Described
    file: SourceFile
    progress: Progress
    number: int | None = None
    counts: Counter[str] = field(default_factory=Counter)

    def run(self, of_me: bool, bring_back: bool, before: Source | None) -> Recorded:
        source = self.space.add([self._source()])[0]
        people = PeopleStore(self.space, source, self.reading.name)
        own = self.reading.owner or self.told.subject
        for new, known in people.store(
            self.told.people, bring_back, self._known_as(own if of_me else "", before)
        ):
            self._count(new, known)
        facts = FactStore(self.space, source, self.reading, self.told, people.numbers, people.new)
        for new, known in facts.store():
            self._count(new, known)
        me = people.numbers.get(own) if of_me else None
        if me is not None:
            set_me(self.space, me)
        left_out = [self.told.people[key] for key in people.erased]
        redacted = redact_left_out(self.space, [source.pk], left_out)
        # All others are derived as they were stored.
        refresh(self.space, {*facts.touched, *people.changed, *redacted})
        people.doubt_again(people.changed)
        if me is not None:
            refresh_touches(self.space)
        return self._came(source, people, me)

    def _known_as(self, own: str, before: Source | None) -> KnownAs:
        """Who of the people are known whatever the file says of them, by their keys.

        own: the key of the user, "" where nobody says.
        before: the source that the file was before.
        """
        known = KnownAs()
        if before is not None:
            told = told_of_before(self.space, before, self.told.people, self.reading.name)
            known.numbers.update((key, (number, "read of before")) for key, number in told.items())
        user = me_of(self.space) if own else None
        if user is not None and own in self.told.people:
            refuse_another(self.space, user, self.told.people[own])
            known.numbers[own] = (user, _SAYS_SO)
        if self.number is not None and SUBJECT in self.told.people:
            known.numbers[SUBJECT] = (self.number, _SAYS_SO)
            known.only_named = SUBJECT
        return known

    def _source(self) -> Source:
        return Source(
            workspace_id=self.space.id,
            kind=SourceKind.FILE,
            name=self.file.name[-500:],
            format=self.file.format[:100],
            sha256=self.file.sha256,
            at=self.file.at,
        )

    def _came(self, source: Source, people: PeopleStore, me: int | None) -> Recorded:
        names = self.told.people
        return Recorded(
            source.pk,
            new=tuple(
                names[key].name for key, number in people.numbers.items() if number in people.new
            ),
            matched=tuple(people.matched),
            unsure=tuple(people.unsure),
            erased=tuple(people.erased.values()),
            facts_new=self.counts["new"],
            facts_known=self.counts["known"],
            me=me,
        )

    def _count(self, new: int, known: int) -> None:
        self.counts["new"] += new
        self.counts["known"] += known
        told = self.reading
        about = len(told.evidence) + len(told.ties) + len(told.touchpoints) + len(told.remarks)
        total = _FACTS_OF_ONE * len(self.told.people) + about
        self.progress(min(self.counts.total(), total), total)


def be(space: Space, person: int) -> None:
    """The same, and what follows from it: who was in touch with the user, and when last."""
    with space.all_or_nothing():
        refuse_strangers(space, person)
        set_me(space, root_of(space, person))
        refresh_touches(space)
