"""Facts that have grown old, for review."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from coalition.model.held import Origin, Summary
from coalition.workbook.models import Evidence, Fact, Note, Person, Source, Tie
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


def _old(
    space: Space, rows: Any, before: date, people: Sequence[int] | None, field: str
) -> Iterator[Any]:
    """Those that speak of a day before ``before``, then those of no day that were read before it:
    each found by an index.
    """
    if people is not None:
        rows = rows.filter(**{f"{field}__in": people})
    rows = rows.select_related("source")
    read = space.of(Source).filter(at__lt=datetime.combine(before, time(), UTC))
    yield from rows.filter(on__gt="", on__lt=before.isoformat())
    yield from rows.filter(on="", source__in=read.values("pk"))


def _day(row: Any) -> str:
    return str(row.on or row.source.at.date().isoformat())
