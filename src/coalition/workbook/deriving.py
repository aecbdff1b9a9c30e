"""What of a person is shown in lists, derived from all that is known of them. Pure."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from coalition.model.held import Field
from coalition.model.person import Name, NameForm, Person, Position

if TYPE_CHECKING:
    from coalition.people.identity import Identity

_ONCE = "?"  # when they left nobody says
_FORMS = {Field.READING: NameForm.READING, Field.SORT: NameForm.SORT, Field.ALSO: NameForm.ALSO}


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as a source states it: what it says, the day it speaks of, and when it was read.

    told_in: what one description says has in common: its source, the file in it and the row.
    own: it was told of the person themselves, and not of somebody who turned out to be them.
    """

    field: str
    value: str
    on: str
    at: datetime
    typed: bool
    detail: str = ""
    told_in: tuple[object, ...] = ()
    own: bool = True

    @property
    def age(self) -> tuple[bool, str, datetime]:
        """Sorts by how much it counts: the user's own words first, then the latest."""
        return self.typed, self.on or self.at.date().isoformat(), self.at


@dataclass(frozen=True, slots=True)
class Shown:
    """What a list shows of a person; fields as in :class:`~coalition.workbook.models.Person`."""

    name: str
    sort: str
    title: str
    organisation: str
    unit: str
    place: str
    email: str
    active: bool


def shown(facts: Sequence[Stated]) -> Shown:
    """What a list shows of whom ``facts`` speak of."""
    from coalition.people.names import sort_form

    newest = sorted(facts, key=lambda fact: fact.age, reverse=True)

    def latest(*fields: Field) -> str:
        return next((fact.value for fact in newest if fact.field in fields), "")

    named = _naming(newest)
    name = _name(named)
    title, organisation = latest(Field.TITLE), latest(Field.ORGANISATION)
    if not (title or organisation):
        title, organisation = _current(newest)
    left = next((fact for fact in newest if fact.field == Field.LEFT), None)
    here = next((fact for fact in newest if fact.field == Field.TITLE), None)
    return Shown(
        name=name[:500],
        sort=_in_order(sort_form(name, _written(named)))[:500],
        title=title[:500],
        organisation=organisation[:500],
        unit=latest(Field.UNIT, Field.DEPARTMENT)[:500],
        place=latest(Field.PLACE)[:500],
        email=latest(Field.EMAIL)[:500],
        active=left is None or (here is not None and here.age > left.age),
    )


def described_by(facts: Iterable[Stated]) -> Person:
    """The description of a person that all ``facts`` together make: who they are.

    Of several organisations the latest is theirs now, the others were. Of employee numbers it is
    the latest of that organisation; :func:`identity_by` has all.
    """
    held = list(facts)
    names = _values(sorted(held, key=lambda fact: not fact.own), Field.NAME)
    others = [Name(name, NameForm.ALSO) for name in names[1:]]
    forms = [Name(value, form) for field, form in _FORMS.items() for value in _values(held, field)]
    newest = sorted(held, key=lambda fact: fact.age, reverse=True)
    firms = _values(newest, Field.ORGANISATION)
    firm = firms[0] if firms else ""
    return Person(
        names[0] if names else "",
        names=(*others, *forms),
        emails=_values(held, Field.EMAIL),
        profiles=_values(held, Field.PROFILE),
        organisation=firm,
        positions=(*(Position(firm, "", ended=_ONCE) for firm in firms[1:]), *_positions(held)),
        employee=next((number for number, its in _employees(newest) if its == firm), ""),
    )


def identity_by(facts: Sequence[Stated]) -> "Identity":
    """What all ``facts`` together tell of who a person is.

    An employee number is of the organisation that is named where the number is.
    """
    from coalition.people.identity import identity_of

    return replace(identity_of(described_by(facts)), employees=_employees(facts))


def _employees(facts: Sequence[Stated]) -> tuple[tuple[str, str], ...]:
    """Each employee number with the organisation named where it is, or ""."""
    organisations: dict[tuple[object, ...], str] = {}
    for fact in facts:
        if fact.field == Field.ORGANISATION:
            organisations.setdefault(fact.told_in, fact.value)
    return tuple(
        dict.fromkeys(
            (fact.value, organisations.get(fact.told_in, ""))
            for fact in facts
            if fact.field == Field.EMPLOYEE
        )
    )


def _values(facts: Iterable[Stated], field: Field) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact.value for fact in facts if fact.field == field))


def _positions(facts: Iterable[Stated]) -> Iterator[Position]:
    for held in _details(facts):
        yield Position(
            held.get("organisation", ""), held.get("title", ""),
            held.get("started"), held.get("ended"), held.get("place", ""),
        )  # fmt: skip


def _details(facts: Iterable[Stated]) -> list[dict[str, str]]:
    return [json.loads(fact.detail) for fact in facts if fact.field == Field.POSITION]


def _naming(newest: Sequence[Stated]) -> Sequence[Stated]:
    """The facts that say what they are called: of people who are one, those of who was kept."""
    own = [fact for fact in newest if fact.own]
    return own if any(fact.field == Field.NAME for fact in own) else newest


def _written(newest: Sequence[Stated]) -> str:
    """How their name is sorted or read, "" where nobody says."""
    found = {fact.field: fact.value for fact in reversed(newest)}
    return found.get(Field.SORT) or found.get(Field.READING, "")


def _name(newest: Sequence[Stated]) -> str:
    """The name they go by: as the user wrote it, else as most sources do, else as the latest."""
    named = [fact for fact in newest if fact.field == Field.NAME]
    typed = [fact.value for fact in named if fact.typed]
    if typed:
        return typed[0]
    counts = Counter(fact.value for fact in named)
    return max(counts, key=lambda name: counts[name], default="")


def _current(newest: Sequence[Stated]) -> tuple[str, str]:
    """The title and organisation of the position they began last and still hold."""
    current = [position for position in _details(newest) if not position.get("ended")]
    if not current:
        return "", ""
    last = max(current, key=lambda position: position.get("started", ""))
    return last.get("title", ""), last.get("organisation", "")


def _in_order(name: str) -> str:
    """``name`` so that it sorts by letters alone: no case, no accents."""
    spread = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
