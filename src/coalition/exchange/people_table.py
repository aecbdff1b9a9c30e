"""A table of people, row by row: who they are, whom they report to, when they were last met."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from coalition.exchange.delimited import Row
from coalition.exchange.naming import escaped
from coalition.exchange.people_columns import PeopleColumns
from coalition.exchange.people_names import LONGEST, full_name, is_nobody
from coalition.exchange.people_roster import Roster
from coalition.exchange.people_rows import PersonRows
from coalition.exchange.problem_list import ProblemList
from coalition.exchange.reader import Progress
from coalition.exchange.reporting_lines import ReportingLines
from coalition.exchange.table_dates import date_reader
from coalition.exchange.tag_text import tag_text
from coalition.model.contact import Channel, Note, Tie, TieKind, Touchpoint
from coalition.model.evidence import Evidence
from coalition.model.person import Person
from coalition.model.reading import Reading
from coalition.model.source import Source

_MANAGERS = ("manager id", "manager email", "manager")
_LONGEST_NOTE = 20_000
_MOST_DOTTED = 20
_DIVIDED = re.compile(r"[;|\n]")

_STEP = 20_000

_Reports = tuple[str, int, tuple[str, ...], tuple[str, ...], tuple[str, ...]]


class PeopleTable:
    """What the rows of one table say of people, gathered.

    tagged: whether the rows tell of tags, so that somebody may have many. Without, and with
            managers, it is an org chart: everybody should stand in one row.
    """

    def __init__(
        self,
        file: str,
        columns: PeopleColumns,
        sample: Sequence[Sequence[str]],
        tagged: bool = False,
    ) -> None:
        self._file = file
        self._tagged = tagged
        self._columns = columns
        self._problems = ProblemList(file)
        self._rows = PersonRows(columns, self._problems)
        self._roster = Roster(file, self._problems, columns.managed and not tagged)
        self._date = self._date_reader(sample)
        self._reports: list[_Reports] = []
        self._vacancies: list[tuple[int, tuple[str, ...]]] = []
        self._touchpoints: dict[tuple[str, str], Touchpoint] = {}
        self._remarks: dict[tuple[str, str], Note] = {}
        self._names: dict[str, str] = {}

    def of_row(self, line: int, cells: Sequence[str]) -> str | None:
        """The key of whom this row is about, "" for nobody in particular; None where that leaves
        nothing of the row, which is told.
        """
        row = self._rows.of(line, cells)
        if row.vacant:
            self._vacancies.append((line, row.ids))
            what = (
                f"“{escaped(row.texts[0])}” is a vacancy" if row.texts[0] else "This is a vacancy"
            )
            self._problems.add(f"{what}: no person was made of it.", line)
            return None
        if not row.name and self._tagged:
            return ""
        if not any(map(str.isalnum, row.name)):
            self._problems.add("This row names nobody: it was left out.", line)
            return None
        person = self._roster.add(row)
        self._names[person.key] = person.told.name
        self._note_reports(person.key, line, cells)
        self._note_contact(person.key, line, cells)
        return person.key

    def name_of(self, key: str) -> str:
        """The name of the person with that key."""
        return self._names.get(key, "")

    def added_to(self, reading: Reading) -> Reading:
        """``reading`` with all that was gathered."""
        ties, mentioned = self._ties()
        return replace(
            reading,
            people=self._roster.people(),
            mentioned=(*reading.mentioned, *mentioned),
            evidence=tuple(self._held(reading.evidence)),
            ties=ties,
            touchpoints=tuple(self._touchpoints.values()),
            remarks=tuple(self._remarks.values()),
            problems=(*reading.problems, *self._problems.all()),
            notes=(*reading.notes, *self._passed_over()),
        )

    def _held(self, evidence: Iterable[Evidence]) -> Iterator[Evidence]:
        """Evidence that calls its holder by the key, with the name as well."""
        for piece in evidence:
            name = self._names.get(piece.holder, "")
            yield replace(piece, holder=name, holder_key=piece.holder) if name else piece

    def _passed_over(self) -> list[str]:
        notes = []
        if self._columns.private:
            named = ", ".join(self._columns.private)
            notes.append(f"Columns that are nobody's business at work were passed over: {named}.")
        if self._columns.stakes:
            named = ", ".join(self._columns.stakes)
            notes.append(f"Passed over, because they belong to one of your goals: {named}.")
        return notes

    def _date_reader(self, sample: Sequence[Sequence[str]]) -> Callable[[str], str | None]:
        place = self._columns.first("last contact")
        if place is None:
            return date_reader(())
        return date_reader(row[place] for row in sample if place < len(row))

    def _cells(self, cells: Sequence[str], role: str) -> list[str]:
        places = self._columns.places.get(role, ())
        told = [cells[place][:1000] for place in places if place < len(cells)]
        return [tag_text(cell) for cell in told if cell]

    def _in_parts(self, cells: Sequence[str]) -> tuple[str, ...]:
        """The manager's name where two columns have its parts."""
        last = self._cells(cells, "manager last")[:1]
        first = self._cells(cells, "manager first")[:1]
        name = full_name("".join(first), "".join(last))
        return (name,) if name and len(name) <= LONGEST else ()

    def _fits(self, name: str, line: int) -> bool:
        """Whether that is a name of somebody; one that is too long for it is told."""
        if len(name) <= LONGEST:
            return bool(name)
        what = f"The manager who starts with “{escaped(name[:30])}…” has too long a name: left out."
        self._problems.add(what, line)
        return False

    def _note_reports(self, key: str, line: int, cells: Sequence[str]) -> None:
        written = tuple(
            cell
            for role in _MANAGERS
            for cell in self._cells(cells, role)[:1]
            if self._fits(cell, line)
        ) + self._in_parts(cells)
        dotted = tuple(
            part.strip()
            for cell in self._cells(cells, "dotted")
            for part in _DIVIDED.split(cell)[:_MOST_DOTTED]
            if self._fits(part.strip(), line)
        )
        if written or dotted:
            chain = tuple(filter(None, self._cells(cells, "chain")))[-2:]
            self._reports.append((key, line, written, dotted, chain))

    def _note_contact(self, key: str, line: int, cells: Sequence[str]) -> None:
        source = Source(self._file, line)
        for cell in self._cells(cells, "last contact")[:1]:
            day = self._date(cell) or ""
            if len(day) == 10:
                met = Touchpoint((key,), day, Channel.OTHER, source)
                self._touchpoints.setdefault((key, day), met)
            elif not is_nobody(cell):
                what = f"“{escaped(cell[:40])}” is no day that is sure: no contact was made of it."
                self._problems.add(what, line)
        for place in self._columns.places.get("notes", ()):
            text = cells[place].strip() if place < len(cells) else ""
            if len(text) > _LONGEST_NOTE:
                self._problems.add(f"A note of {len(text):,} characters is too long.", line)
            elif text:
                self._remarks.setdefault((key, text), Note(key, text, source))

    def _ties(self) -> tuple[tuple[Tie, ...], tuple[Person, ...]]:
        lines = ReportingLines(self._file, self._problems)
        for person in self._roster.described():
            told = person.told
            lines.add_person(person.key, told.name, told.line, person.marks, told.also)
        for line, marks in self._vacancies:
            lines.add_vacancy(line, marks)
        for key, line, written, dotted, above in self._reports:
            lines.add_manager(key, written, line, chain=above)
            for way in dotted:
                lines.add_manager(key, (way,), line, TieKind.DOTTED_LINE)
        return lines.ties()


def read_people(
    format_name: str,
    file: str,
    found: tuple[PeopleColumns, int],
    sample: Sequence[Row],
    rows: Iterator[Row],
    total: int,
    progress: Progress,
) -> Reading:
    """The reading of a table that tells of people and of no tags.

    found: its columns, and how many rows of ``sample`` stand above the first person; ``rows`` come
    after the sample, about ``total`` with it.
    """
    columns, first = found
    table = PeopleTable(file, columns, [cells for _, cells in sample[first:]])
    for done, (line, cells) in enumerate(chain(sample[first:], rows), 1):
        table.of_row(line, cells)
        if done % _STEP == 0:
            progress(done, total)
    progress(total, total)
    return table.added_to(Reading(format_name, file))
