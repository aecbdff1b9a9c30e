"""What files might tell, made up: short ways to say it, and to have it recorded."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from coalition.model.contact import Channel, Note, Tie, TieKind, Touchpoint
from coalition.model.evidence import Evidence, Kind
from coalition.model.held import SourceFile
from coalition.model.person import Person
from coalition.model.reading import Reading
from coalition.model.source import Source
from coalition.workbook import changes
from coalition.workbook.changes import Recorded
from coalition.workbook.space import Space

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
FIRM = "Brook & Vale Ltd"


def ada(**more: Any) -> Person:
    """Ada, as a table might have her."""
    told: dict[str, Any] = {"title": "HR Partner", "organisation": FIRM, "key": "ada", **more}
    return Person("Ada Testerson", **told)


def bea(**more: Any) -> Person:
    """Bea, of the same firm."""
    told: dict[str, Any] = {"title": "Head of Sales", "organisation": FIRM, "key": "bea", **more}
    return Person("Bea Stonefield", **told)


def reading(*people: Person, name: str = "people.csv", **more: Any) -> Reading:
    """What a file of people tells."""
    return Reading("table", name, people=people, **more)


def record(space: Space, told: Reading, **how: Any) -> Recorded:
    """Have it recorded, as the content of a file of its own."""
    digest = sha256(repr(told).encode()).hexdigest()
    file = SourceFile(told.name, told.format, digest, how.pop("at", NOON))
    return changes.record(space, told, file, **how)


def skill(name: str, key: str, **more: Any) -> Evidence:
    """A skill that somebody lists."""
    told: dict[str, Any] = {"amount": 0, "holder_key": key, **more}
    return Evidence(name, told.pop("kind", Kind.LISTED), Source("people.csv", 2), **told)


def met(*people: str, on: str = "2026-10-01", **more: Any) -> Touchpoint:
    """A meeting of people."""
    return Touchpoint(people, on, Channel.MEETING, Source("people.csv", 3), **more)


def reports(one: str, other: str) -> Tie:
    """One reports to the other."""
    return Tie(one, other, TieKind.REPORTS_TO, Source("people.csv", 4))


def noted(about: str, text: str) -> Note:
    """A note about somebody."""
    return Note(about, text, Source("people.csv", 5), "2026-10-01")
