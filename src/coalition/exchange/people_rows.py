"""The rows of a table of people as people: rows that are surely of one person put together."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from coalition.exchange.cells import tags_in
from coalition.exchange.linkedin_people import profile_address
from coalition.exchange.naming import escaped
from coalition.exchange.people_columns import PeopleColumns
from coalition.exchange.people_names import (
    LONGEST,
    WrittenName,
    full_name,
    has_left,
    is_vacant,
    name_key,
    says_vacant,
    written_name,
)
from coalition.exchange.problem_list import ProblemList
from coalition.exchange.tag_text import tag_text
from coalition.exchange.working_time import hours_in, zone_in
from coalition.model.person import Name, NameForm, Person
from coalition.model.source import Source

_ADDRESS = re.compile(r"[^\s@<>;,|\"()]{1,100}@[^\s@<>;,|\"()]{1,200}\.[^\s@<>;,|\"()]{1,60}")
_LONGEST_CELL = 500
_MOST_OF_A_KIND = 20
_TEXTS = ("title", "unit", "department", "division", "level", "place", "organisation", "zone",
          "hours")  # fmt: skip
_BRACKETS_BEHIND = re.compile(r"(?<=\S)\s*\([^()]*\)$")


class PersonRow(NamedTuple):
    """What one row says of whom it is about."""

    line: int
    name: str
    sort: str
    also: tuple[str, ...]
    reading: str
    ids: tuple[str, ...]
    employee: str
    accounts: tuple[str, ...]
    emails: tuple[str, ...]
    profiles: tuple[str, ...]
    teams: tuple[str, ...]
    languages: tuple[str, ...]
    texts: tuple[str, ...]
    active: bool
    vacant: bool

    @property
    def marks(self) -> tuple[str, ...]:
        """What tells them from everybody else in the file."""
        return (*self.ids, *self.emails, *self.profiles)


@dataclass(slots=True)
class Described:
    """A person as the rows read so far describe them."""

    key: str
    line: int
    name: str
    words: str
    sort: str = ""
    reading: str = ""
    employee: str = ""
    also: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    profiles: list[str] = field(default_factory=list)
    teams: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    departments: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=lambda: [""] * len(_TEXTS))
    active: bool = True

    def add(self, row: PersonRow) -> None:
        """Take from a row what was not known yet; what was told first stays."""
        self.active = self.active and row.active
        self.sort = self.sort or row.sort
        self.reading = self.reading or row.reading
        self.employee = self.employee or row.employee
        also = row.also if name_key(row.name) == self.words else (*row.also, row.name)
        department, division = row.texts[2], row.texts[3]
        for known, told in (
            (self.also, also),
            (self.emails, row.emails),
            (self.profiles, row.profiles),
            (self.teams, row.teams),
            (self.languages, row.languages),
            (self.departments, (department, division)),
            (self.marks, (*row.marks, *row.accounts)),
        ):
            known += [one for one in told if one and one not in known]
            del known[_MOST_OF_A_KIND:]
        for place, text in enumerate(row.texts):
            self.texts[place] = self.texts[place] or text

    def person(self, file: str) -> Person:
        """All of it as a person."""
        title, unit, department, division, level, place, organisation, zone, hours = self.texts
        linkedin = next((one for one in self.profiles if "linkedin.com/in/" in one), "")
        names = [Name(text, NameForm.ALSO) for text in self.also if name_key(text) != self.words]
        if self.reading:
            names.insert(0, Name(self.reading, NameForm.READING))
        if self.sort:
            names.append(Name(self.sort, NameForm.SORT))
        return Person(
            self.name, place=place, profile=linkedin, languages=tuple(self.languages),
            teams=tuple(self.teams), departments=tuple(self.departments), key=self.key,
            names=tuple(names), emails=tuple(self.emails),
            profiles=tuple(one for one in self.profiles if one != linkedin), title=title,
            organisation=organisation, unit=unit or department or division, level=level,
            employee=self.employee, time_zone=zone, hours=hours, active=self.active,
            source=Source(file, self.line),
        )  # fmt: skip


class PersonRows:
    """Reads what the rows of one table say of people, cell by cell."""

    def __init__(self, columns: PeopleColumns, problems: ProblemList) -> None:
        self._columns = columns
        self._problems = problems
        self._readers: dict[str, Callable[[str], str | None]] = {
            "zone": zone_in,
            "hours": hours_in,
        }

    def of(self, line: int, cells: Sequence[str]) -> PersonRow:
        """What the row says; its name is "" where it names nobody that can be kept."""
        written = self._name(line, cells)
        statuses = self._all(line, cells, "status")
        ids = self._all(line, cells, "employee")
        emails = [one.lower() for cell in self._all(line, cells, "email")
                  for one in _ADDRESS.findall(cell)[:_MOST_OF_A_KIND]]  # fmt: skip
        vacancies = self._all(line, cells, "vacancy")
        vacant = is_vacant(written.name) or any(map(is_vacant, statuses))
        return PersonRow(
            line,
            written.name,
            written.sort,
            self._also(line, cells),
            self._parts(line, cells, "reading"),
            (*ids, *([written.employee] if written.employee and not ids else [])),
            "" if self._columns.running else next(iter(ids), written.employee),
            self._all(line, cells, "account"),
            tuple(emails or ([written.email] if written.email else [])),
            tuple(map(profile_in, self._all(line, cells, "profile"))),
            self._all(line, cells, "team"),
            tuple(one for cell in self._all(line, cells, "languages")
                  for one in tags_in(cell, commas=True)[:_MOST_OF_A_KIND]),
            tuple(self._text(line, cells, place) for place in range(len(_TEXTS))),
            not (written.left or any(map(has_left, statuses))),
            vacant or any(map(says_vacant, vacancies)),
        )  # fmt: skip

    def _name(self, line: int, cells: Sequence[str]) -> WrittenName:
        if cell := self._one(line, cells, "name", LONGEST):
            written = written_name(cell)
            if any(map(str.isalpha, written.name)) or is_vacant(cell):
                return written
        first = written_name(self._one(line, cells, "first", LONGEST))
        last = written_name(self._one(line, cells, "last", LONGEST))
        name = full_name(first.name, last.name)
        sort = f"{last.name}, {first.name}" if first.name and last.name else ""
        return WrittenName(name, sort if name.isascii() else "", first.left or last.left)

    def _also(self, line: int, cells: Sequence[str]) -> tuple[str, ...]:
        return tuple(written_name(cell).name for cell in self._all(line, cells, "also"))

    def _parts(self, line: int, cells: Sequence[str], role: str) -> str:
        if whole := self._one(line, cells, role):
            return whole
        parts = (self._one(line, cells, f"{role} last"), self._one(line, cells, f"{role} first"))
        return " ".join(filter(None, parts))

    def _text(self, line: int, cells: Sequence[str], place: int) -> str:
        role = _TEXTS[place]
        text = self._one(line, cells, role)
        if role == "unit":
            text = _BRACKETS_BEHIND.sub("", text)  # Workday: "People & Culture (Ada Testerson)"
        if not text or role not in self._readers:
            return text
        if (read := self._readers[role](text)) is not None:
            return read
        kind = "time zone" if role == "zone" else "working time"
        self._problems.add(f"“{escaped(text[:40])}” is no {kind} that is known: left out.", line)
        return ""

    def _one(self, line: int, cells: Sequence[str], role: str, longest: int = _LONGEST_CELL) -> str:
        place = self._columns.first(role)
        return "" if place is None else self._cell(line, cells, place, longest)

    def _all(self, line: int, cells: Sequence[str], role: str) -> tuple[str, ...]:
        places = self._columns.places.get(role)
        if places is None:
            return ()
        told = [self._cell(line, cells, place, _LONGEST_CELL) for place in places]
        return tuple(filter(None, told))

    def _cell(self, line: int, cells: Sequence[str], place: int, longest: int) -> str:
        cell = cells[place] if place < len(cells) else ""
        if not cell:
            return ""
        if len(cell) > longest * 2 or len(cell := tag_text(cell)) > longest:
            what = f"The cell that starts with “{escaped(tag_text(cell[:30]))}…” is too long"
            self._problems.add(f"{what} (at most {longest} characters are read): left out.", line)
            return ""
        return cell


def profile_in(cell: str) -> str:
    """An address of a profile or a page, or ""."""
    if address := profile_address(cell):
        return address
    return cell if re.match(r"https?://\S+$", cell) else ""
