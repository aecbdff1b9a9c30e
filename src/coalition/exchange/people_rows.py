"""The rows of a table of people as people: rows that are surely of one person put together."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
_SHORT, _MOST_CLEAN = 100, 20_000
_TEXTS = ("title", "unit", "level", "place", "organisation", "zone", "hours")
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
    departments: tuple[str, ...]
    languages: tuple[str, ...]
    texts: tuple[str, ...]
    active: bool
    vacant: bool

    @property
    def title(self) -> str:
        """Their title."""
        return self.texts[0]

    @property
    def organisation(self) -> str:
        """Where they work."""
        return self.texts[4]

    @property
    def marks(self) -> tuple[str, ...]:
        """What tells them from everybody else in the file."""
        return (*self.ids, *self.emails, *self.profiles)


@dataclass(slots=True)
class Described:
    """A person as the rows read so far describe them: ``told`` is what all of these say.

    words: the words of their name, as :func:`name_key` gives them.
    """

    key: str
    words: str
    told: PersonRow

    @property
    def marks(self) -> tuple[str, ...]:
        """What tells them from everybody else in the file, accounts included."""
        return (*self.told.marks, *self.told.accounts)

    def add(self, row: PersonRow) -> None:
        """Take from a further row what was not known yet; what was told first stays."""
        old = self.told
        also = row.also if name_key(row.name) == self.words else (*row.also, row.name)
        self.told = old._replace(
            sort=old.sort or row.sort,
            also=_both(old.also, also),
            reading=old.reading or row.reading,
            ids=_both(old.ids, row.ids),
            employee=old.employee or row.employee,
            accounts=_both(old.accounts, row.accounts),
            emails=_both(old.emails, row.emails),
            profiles=_both(old.profiles, row.profiles),
            teams=_both(old.teams, row.teams),
            departments=_both(old.departments, row.departments),
            languages=_both(old.languages, row.languages),
            texts=tuple(one or other for one, other in zip(old.texts, row.texts, strict=True)),
            active=old.active and row.active,
        )

    def person(self, file: str) -> Person:
        """All of it as a person."""
        told = self.told
        title, unit, level, place, organisation, zone, hours = told.texts
        linkedin = next((one for one in told.profiles if "linkedin.com/in/" in one), "")
        names = [Name(text, NameForm.ALSO) for text in told.also if name_key(text) != self.words]
        if told.reading:
            names.insert(0, Name(told.reading, NameForm.READING))
        if told.sort:
            names.append(Name(told.sort, NameForm.SORT))
        return Person(
            told.name, place=place, profile=linkedin, languages=told.languages, teams=told.teams,
            departments=told.departments, key=self.key, names=tuple(names), emails=told.emails,
            profiles=tuple(one for one in told.profiles if one and one != linkedin), title=title,
            organisation=organisation, unit=unit or next(iter(told.departments), ""), level=level,
            employee=told.employee, time_zone=zone, hours=hours, active=told.active,
            source=Source(file, told.line),
        )  # fmt: skip


def _both(known: tuple[str, ...], told: tuple[str, ...]) -> tuple[str, ...]:
    """What is known and what is new of what is told, so much of it as one may have."""
    new = tuple(one for one in told if one not in known)
    return (known + new)[:_MOST_OF_A_KIND] if new else known


class PersonRows:
    """Reads what the rows of one table say of people, cell by cell."""

    def __init__(self, columns: PeopleColumns, problems: ProblemList) -> None:
        self._columns = columns
        self._problems = problems
        self._clean: dict[str, str] = {}
        self._told: set[str] = set()
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
        if not written.name and not emails and self._columns.managed:
            vacant = vacant or bool(ids or self._all(line, cells, "position"))
        return PersonRow(
            line,
            written.name,
            written.sort,
            self._also(line, cells),
            self._parts(line, cells, "reading"),
            (
                *ids,
                *([written.employee] if written.employee and not ids else []),
                *self._all(line, cells, "position"),
            ),
            "" if self._columns.running else next(iter(ids), written.employee),
            self._all(line, cells, "account"),
            tuple(emails or ([written.email] if written.email else [])),
            tuple(filter(None, map(profile_in, self._all(line, cells, "profile")))),
            self._all(line, cells, "team"),
            (*self._all(line, cells, "department"), *self._all(line, cells, "division")),
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
            # Workday writes "People & Culture (Ada Testerson)", Google "/Sales/EMEA".
            text = _BRACKETS_BEHIND.sub("", text).strip("/")
        if not text or role not in self._readers:
            return text
        if (read := self._readers[role](text)) is not None:
            return read
        if text not in self._told:  # once, and not for each of a thousand people there
            self._told.add(text)
            kind = "time zone" if role == "zone" else "working time"
            what = f"“{escaped(text[:40])}” is no {kind} that is known: left out."
            self._problems.add(what, line)
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
        if known := self._clean.get(cell):  # most titles, units and places stand in many rows
            return known
        written = cell
        if len(cell) > longest * 2 or len(cell := tag_text(cell)) > longest:
            what = f"The cell that starts with “{escaped(tag_text(cell[:30]))}…” is too long"
            self._problems.add(f"{what} (at most {longest} characters are read): left out.", line)
            return ""
        if len(cell) < _SHORT and len(self._clean) < _MOST_CLEAN:
            self._clean[written] = cell
        return cell


def profile_in(cell: str) -> str:
    """An address of a profile or a page, or ""."""
    if address := profile_address(cell):
        return address
    return cell if re.match(r"https?://\S+$", cell) else ""
