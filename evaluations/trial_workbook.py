"""Files to fill workbooks with, made up, and what a workbook holds, to be compared."""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from coalition.workbook.changes.refreshing import refresh
from coalition.workbook.checking import check
from coalition.workbook.models import Person
from coalition.workbook.opening import Workbook
from coalition.workbook.space import Space

_FIRST = "Ada Bea Chi Dan Eva Fay Gil Hana Ivo Jun Kim Lea Max Nia Oto Pia Ravi Sol Tom Uma".split()
_LAST = "Amberg Brook Calder Dorn Eskil Farrow Grove Holm Inglis Jansen Kerr Lund Moss Nord".split()
_TITLES = ("Analyst", "Engineer", "Head of Sales", "HR Partner", "Controller", "Team Lead")
_UNITS = ("Finance", "Sales", "People", "Engineering")
_FIRM = "Brook & Vale Ltd"
_BEGIN = date(2026, 1, 5)

Described = tuple[str, str, str]
"""A name, an e-mail address, a title."""


def made_up(number: int, seed: int = 7) -> list[Described]:
    """People who do not exist."""
    dice = random.Random(seed)
    found = []
    for at in range(number):
        first, last = dice.choice(_FIRST), f"{dice.choice(_LAST)}{chr(97 + at % 26)}{at // 26}"
        address = f"{first}.{last}@example.com".lower()
        found.append((f"{first} {last}", address, dice.choice(_TITLES)))
    return found


def org_chart(path: Path, people: list[Described]) -> Path:
    """A table of them, each reporting to one before."""
    lines = ["Employee ID,Name,Work Email,Title,Department,Manager ID"]
    for at, (name, address, title) in enumerate(people):
        manager = f"E{at // 5}" if at else ""
        lines.append(f"E{at},{name},{address},{title},{_UNITS[at % 4]},{manager}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def contacts(path: Path, people: list[Described], unsure: int = 0) -> Path:
    """Cards of them; those of the first ``unsure`` have nothing but the name."""
    cards = []
    for at, (name, address, _) in enumerate(people):
        known = f"EMAIL:{address}\r\nORG:{_FIRM}\r\n" if at >= unsure else "ORG:Other Inc\r\n"
        cards.append(
            f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{name}\r\n{known}NOTE:met in {at}\r\nEND:VCARD\r\n"
        )
    path.write_text("".join(cards), "utf-8")
    return path


def calendar(path: Path, people: list[Described], meetings: int) -> Path:
    """Meetings of three of them."""
    events = []
    for at in range(meetings):
        day = (_BEGIN + timedelta(days=at % 200)).strftime("%Y%m%d")
        those = [people[(at * step) % len(people)] for step in (1, 3, 7)]
        attendees = "".join(
            f"ATTENDEE;CN={name}:mailto:{address}\r\n" for name, address, _ in those
        )
        events.append(
            f"BEGIN:VEVENT\r\nUID:{at}@example.com\r\nDTSTAMP:20260101T000000Z\r\n"
            f"DTSTART;VALUE=DATE:{day}\r\nSUMMARY:Review {at}\r\n{attendees}END:VEVENT\r\n"
        )
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n"
    path.write_text(head + "".join(events) + "END:VCALENDAR\r\n", "utf-8")
    return path


def content(space: Space) -> str:
    """A digest of all that a workspace holds, but for random numbers and the time of day."""
    digest = sha256()
    for table, rows in _rows(space):
        digest.update(f"{table} {len(rows)}\n".encode())
        for row in rows:
            digest.update(json.dumps(row, default=str).encode())
    return digest.hexdigest()


def counts(space: Space) -> dict[str, int]:
    """How many rows of each table a workspace has."""
    return {table: len(rows) for table, rows in _rows(space)}


def _rows(space: Space) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    from django.apps import apps
    from django.db import models

    told_apart = (models.DateTimeField, models.UUIDField, models.BinaryField)
    for table in apps.get_app_config("workbook").get_models():
        if table.__name__ == "Workspace":
            continue
        fields = [
            field.attname
            for field in table._meta.concrete_fields
            if not isinstance(field, told_apart)
        ]
        yield table.__name__, sorted(space.of(table).values_list(*fields), key=repr)


def wrong_with(workbook: Workbook, derived: bool = True) -> list[str]:
    """What a check finds that is wrong; with ``derived``, also whether what is derived of people is
    what their facts give.
    """
    found = [finding.what for finding in check(workbook) if finding.grave]
    if derived and not found:
        space = workbook.space()
        before = content(space)
        with space.all_or_nothing():
            refresh(space, space.of(Person).values_list("pk", flat=True))
            if content(space) != before:
                found.append("What is derived of people is not what their facts give.")
            space.leave_as_it_was()
    return found
