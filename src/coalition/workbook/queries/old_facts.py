"""Facts that have grown old, for review."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from coalition.model.held import Origin, Summary
from coalition.workbook.models import (
    Commitment,
    Evidence,
    Fact,
    Note,
    Obstacle,
    Participant,
    Person,
    Source,
    Stake,
    Tie,
)
from coalition.workbook.queries.origins import origin
from coalition.workbook.queries.people import by_number
from coalition.workbook.reading_facts import roots_of
from coalition.workbook.space import Space

_TIMELESS = ("name", "reading", "sort", "also")


@dataclass(frozen=True, slots=True)
class OldFact:
    """A fact about a person that speaks of a day long ago; ``on``: that day, as far as known."""

    person: Summary
    what: str
    on: str
    origin: Origin


def old_facts(space: Space, before: date, person: int | None = None) -> tuple[OldFact, ...]:
    """The facts that speak of a day before ``before``, or were read before it where they speak of
    none, the oldest first; of one person, or of all. Names do not grow old.
    """
    numbers = None if person is None else sorted(roots_of(space, [person]))
    found = list(_all(space, before, numbers))
    merged = space.of(Person).filter(merged_into__isnull=False)
    roots = {row.pk: row.merged_into_id or row.pk for row in merged}
    known = by_number(space, {roots.get(number, number) for number, *_ in found})
    return tuple(
        OldFact(known[roots.get(number, number)], what, on, where)
        for number, what, on, where in sorted(found, key=lambda fact: (fact[2], fact[0]))
    )


def _all(
    space: Space, before: date, people: Sequence[int] | None
) -> Iterator[tuple[int, str, str, Origin]]:
    facts = space.of(Fact).exclude(field__in=_TIMELESS)
    for row in _old(space, facts, before, people, "person"):
        yield row.person_id, f"{row.field}: {row.value}", _day(row), origin(row)
    for row in _old(space, space.of(Evidence), before, people, "person"):
        yield row.person_id, f"{row.kind}: {row.skill}", _day(row), origin(row)
    for row in _old(space, space.of(Note), before, people, "person"):
        yield row.person_id, f"{row.kind}: {space.unseal(row.text)}", _day(row), origin(row)
    for row in _old(space, space.of(Tie).select_related("other"), before, people, "one"):
        yield row.one_id, f"{row.kind} {row.other.name}", _day(row), origin(row)
    yield from _touchpoints(space, before, people)
    yield from _plans(space, before, people)


def _old(
    space: Space, rows: Any, before: date, people: Sequence[int] | None, field: str
) -> Iterator[Any]:
    """Those that speak of a day before ``before``, then those of no day that were read before it:
    each found by an index.
    """
    if people is not None:
        rows = rows.filter(**{f"{field}__in": people})
    rows = rows.select_related("source")
    day = before.isoformat()
    for row in rows.filter(on__gt="", on__lt=day):
        if row.on != day[: len(row.on)]:  # "2026" may be later in that year
            yield row
    read = space.of(Source).filter(at__lt=datetime.combine(before, time()).astimezone())
    yield from rows.filter(on="", source__in=read.values("pk"))


def _touchpoints(
    space: Space, before: date, people: Sequence[int] | None
) -> Iterator[tuple[int, str, str, Origin]]:
    rows = space.of(Participant).filter(touchpoint__day__lt=before)
    if people is not None:
        rows = rows.filter(person__in=people)
    for row in rows.select_related("touchpoint__source"):
        told = row.touchpoint
        what = f"{told.channel}: {told.about}" if told.about else str(told.channel)
        yield row.person_id, what, told.day.isoformat(), origin(told)


def _plans(
    space: Space, before: date, people: Sequence[int] | None
) -> Iterator[tuple[int, str, str, Origin]]:
    """Stakes, obstacles and commitments."""
    tables: tuple[tuple[Any, str, Callable[[Any], str]], ...] = (
        (Stake, "person", lambda row: f"stake in {row.goal.name}"),
        (Commitment, "person", lambda row: f"commitment: {row.what}"),
        (Obstacle, "blocks", lambda row: f"obstacle: {row.what}"),
        (Obstacle, "remover", lambda row: f"obstacle: {row.what}"),
    )
    for table, field, what in tables:
        rows = space.of(table).filter(on__lt=before).exclude(**{field: None})
        if people is not None:
            rows = rows.filter(**{f"{field}__in": people})
        for row in rows.select_related("source", *(["goal"] if table is Stake else [])):
            yield getattr(row, f"{field}_id"), what(row), row.on.isoformat(), origin(row)


def _day(row: Any) -> str:
    return str(row.on or row.source.at.astimezone().date().isoformat())
