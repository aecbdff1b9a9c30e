"""What a workbook holds: people as lists show them, and all that is known of one, with its origin.

What a source says is given in :mod:`coalition.model.person` and :mod:`coalition.model.contact`;
here it is as it was kept, each fact with the file and the day it came from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Field(StrEnum):
    """What a fact says of a person."""

    NAME = "name"
    READING = "reading"
    SORT = "sort"
    ALSO = "also"
    EMAIL = "email"
    PROFILE = "profile"
    EMPLOYEE = "employee"
    TITLE = "title"
    ORGANISATION = "organisation"
    UNIT = "unit"
    LEVEL = "level"
    PLACE = "place"
    TIME_ZONE = "time zone"
    HOURS = "hours"
    LANGUAGE = "language"
    HEADLINE = "headline"
    INDUSTRY = "industry"
    TEAM = "team"
    DEPARTMENT = "department"
    POSITION = "position"
    LEFT = "left"  # the source says they are no longer there


class SourceKind(StrEnum):
    """Where facts may come from."""

    FILE = "file"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read. name: its own, without folders. sha256: of its content, in hex."""

    name: str
    format: str
    sha256: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fact came from.

    source: the number of the source in its workbook. name: the file's. at: when it was read or
    typed. file, row: the entry of an archive, and the line.
    """

    source: int
    kind: SourceKind
    name: str
    at: datetime
    file: str = ""
    row: int | None = None

    def __str__(self) -> str:
        day = self.at.astimezone().date().isoformat()  # the user's day, not UTC's
        if self.kind is SourceKind.TYPED:
            return f"typed by me on {day}"
        entry = f" ({self.file})" if self.file and self.file != self.name else ""
        line = "" if self.row is None else f", line {self.row}"
        return f"{self.name}{entry}{line}, read on {day}"


@dataclass(frozen=True, slots=True)
class Summary:
    """A person as a list shows them. id: their number in the workbook."""

    id: int
    name: str
    title: str = ""
    organisation: str = ""
    unit: str = ""
    place: str = ""
    email: str = ""
    last_touch: date | None = None
    active: bool = True

    def __str__(self) -> str:
        role = ", ".join(filter(None, (self.title, self.organisation or self.unit)))
        return f"{self.name} (#{self.id}{', ' + role if role else ''})"


@dataclass(frozen=True, slots=True)
class HeldFact:
    """One thing a source says of a person. id: its number. detail: more of it, for positions."""

    id: int
    field: Field
    value: str
    origin: Origin
    on: str = ""
    detail: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class HeldSkill:
    """One reason to connect the person with a skill; fields as in
    :class:`~coalition.model.evidence.Evidence`.
    """

    skill: str
    kind: str
    amount: float
    at_least: bool
    by: str
    on: str
    group: str
    unit: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class HeldTie:
    """How the person is connected with another. forward: they are the one, not the other."""

    kind: str
    forward: bool
    person: int
    name: str
    about: str
    weight: float | None
    on: str
    until: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class HeldTouchpoint:
    """One contact with the person. others: who else took part."""

    at: str
    until: str
    zone: str
    channel: str
    about: str
    text: str
    others: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class HeldNote:
    """A text about the person's work. by: who wrote it, "" for the user."""

    id: int
    text: str
    kind: str
    by: str
    on: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class HeldGiven:
    """A skill of somebody else that the person vouches for. person, name: whose it is."""

    skill: str
    kind: str
    person: int
    name: str
    on: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class HeldWritten:
    """A text that the person wrote about somebody else. person, name: about whom."""

    text: str
    kind: str
    person: int
    name: str
    on: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class HeldStake:
    """What the person has at stake in a goal, as of a day."""

    goal: str
    influence: str
    interest: str
    now: str
    wanted: str
    because: str
    on: date
    origin: Origin


@dataclass(frozen=True, slots=True)
class HeldObstacle:
    """An obstacle the person is blocked by, or could remove (``removes``)."""

    what: str
    removes: bool
    other: str
    on: date
    removed: date | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class HeldCommitment:
    """What the user promised the person, or the person the user (``theirs``)."""

    what: str
    theirs: bool
    on: date
    due: date | None
    kept: date | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Held:
    """All that is held on one person.

    me: whether this is the user. merged: the names of those found to be the same person. given,
    written: what they said of others. doubts: open questions whether they are somebody else.
    """

    summary: Summary
    me: bool
    merged: tuple[str, ...]
    facts: tuple[HeldFact, ...]
    skills: tuple[HeldSkill, ...]
    ties: tuple[HeldTie, ...]
    touchpoints: tuple[HeldTouchpoint, ...]
    notes: tuple[HeldNote, ...]
    stakes: tuple[HeldStake, ...]
    obstacles: tuple[HeldObstacle, ...]
    commitments: tuple[HeldCommitment, ...]
    given: tuple[HeldGiven, ...] = ()
    written: tuple[HeldWritten, ...] = ()
    doubts: "tuple[HeldDoubt, ...]" = ()


@dataclass(frozen=True, slots=True)
class HeldSource:
    """A source of the workbook, and how much of it is held."""

    id: int
    kind: SourceKind
    name: str
    format: str
    sha256: str
    at: datetime
    facts: int


@dataclass(frozen=True, slots=True)
class HeldDoubt:
    """Two people who may be one, and why."""

    id: int
    one: Summary
    other: Summary
    reason: str
