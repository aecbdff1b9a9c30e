"""What an export holds: the records of a whole workspace, which refer to each other by their uids.

Each kind of record is a table of the workbook. A text that is "" and a value that is None tell
nothing; days are ISO dates as exact as the source has them. What is derived, such as what lists
show, is left out: it is derived anew where the export is read. docs/export.md is the reference.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from coalition.model.contact import Channel, TieKind
from coalition.model.evidence import Kind
from coalition.model.held import Field, SourceKind


@dataclass(frozen=True, slots=True)
class ExportedWorkspace:
    """Whose workbook it is; the first record. salt: what hashes of erased people are made with, in
    hex. without: what was left out: "" or "notes".
    """

    uid: str
    name: str
    salt: str
    without: str = ""


@dataclass(frozen=True, slots=True)
class ExportedSource:
    """Where facts came from; fields as in :class:`~coalition.model.held.HeldSource`."""

    uid: str
    kind: SourceKind
    name: str
    at: datetime
    format: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ExportedPerson:
    """A person. name: as lists show it. merged_into: the person they turned out to be. me: whether
    this is the user.
    """

    uid: str
    name: str
    merged_into: str = ""
    me: bool = False


@dataclass(frozen=True, slots=True)
class ExportedGoal:
    """What the user wants to achieve, until when, and since when it is closed."""

    uid: str
    name: str
    source: str
    by: date | None = None
    closed: date | None = None
    file: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ExportedFact:
    """One thing a source says of a person; fields as in
    :class:`~coalition.model.held.HeldFact`.
    """

    person: str
    field: Field
    value: str
    source: str
    detail: Mapping[str, str] | None = None
    on: str = ""
    file: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ExportedEvidence:
    """One reason to connect a person with a skill; fields as in
    :class:`~coalition.model.evidence.Evidence`. by_person: who says so, where they are known.
    """

    person: str
    skill: str
    kind: Kind
    amount: float
    source: str
    at_least: bool = False
    by: str = ""
    by_key: str = ""
    by_person: str = ""
    on: str = ""
    group: str = ""
    unit: str = ""
    rows: int = 1
    file: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ExportedTie:
    """Two people and how they are connected; fields as in
    :class:`~coalition.model.contact.Tie`.
    """

    one: str
    other: str
    kind: TieKind
    source: str
    about: str = ""
    weight: float | None = None
    on: str = ""
    until: str = ""
    file: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ExportedTouchpoint:
    """One contact; fields as in :class:`~coalition.model.contact.Touchpoint`.

    people: who took part; the first is who it came from, "" where that is not known (any more).
    """

    uid: str
    people: tuple[str, ...]
    at: str
    channel: Channel
    source: str
    until: str = ""
    zone: str = ""
    about: str = ""
    text: str = ""
    key: str = ""
    file: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ExportedNote:
    """A text about a person's work. kind: "note" or "recommendation"."""

    uid: str
    person: str
    text: str
    source: str
    kind: str = "note"
    by_person: str = ""
    on: str = ""
    file: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ExportedStake:
    """What a person has at stake in a goal, as of a day."""

    goal: str
    person: str
    on: date
    source: str
    influence: str = ""
    interest: str = ""
    now: str = ""
    wanted: str = ""
    because: str = ""
    file: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ExportedObstacle:
    """What blocks a person, and who can remove it."""

    what: str
    on: date
    source: str
    goal: str = ""
    blocks: str = ""
    remover: str = ""
    removed: date | None = None
    file: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ExportedCommitment:
    """What the user promised a person, or the person the user (``theirs``)."""

    person: str
    theirs: bool
    what: str
    on: date
    source: str
    due: date | None = None
    kept: date | None = None
    file: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ExportedMerge:
    """Two people found to be one.

    moved: who had been merged into ``gone`` before. was_me: whether ``gone`` was the user.
    """

    kept: str
    gone: str
    at: datetime
    moved: tuple[str, ...] = ()
    undone: datetime | None = None
    was_me: bool = False


@dataclass(frozen=True, slots=True)
class ExportedDoubt:
    """Two people who may be one. answer: "", "same" or "apart". source: what brought it up."""

    one: str
    other: str
    reason: str
    at: datetime
    answer: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class ExportedErasure:
    """That somebody was erased: the hash, made with the workspace's salt, of what told who."""

    hash: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ExportedEnd:
    """The last record: how many stand before it, so that a file that is cut off is found out."""

    records: int


Exported = (
    ExportedWorkspace
    | ExportedSource
    | ExportedPerson
    | ExportedGoal
    | ExportedFact
    | ExportedEvidence
    | ExportedTie
    | ExportedTouchpoint
    | ExportedNote
    | ExportedStake
    | ExportedObstacle
    | ExportedCommitment
    | ExportedMerge
    | ExportedDoubt
    | ExportedErasure
    | ExportedEnd
)

RECORDS: Mapping[str, type[Exported]] = {
    kind.__name__.removeprefix("Exported").lower(): kind
    for kind in (
        ExportedWorkspace, ExportedSource, ExportedPerson, ExportedGoal, ExportedFact,
        ExportedEvidence, ExportedTie, ExportedTouchpoint, ExportedNote, ExportedStake,
        ExportedObstacle, ExportedCommitment, ExportedMerge, ExportedDoubt, ExportedErasure,
        ExportedEnd,
    )
}  # fmt: skip
"""Each kind of record by the name that files call it by, in the order of an export."""
