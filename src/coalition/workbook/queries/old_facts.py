"""Facts that have grown old, for review."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from coalition.model.held import Origin, Summary
from coalition.workbook.models import Evidence, Fact, Note, Person, Tie
from coalition.workbook.queries.origins import origin
from coalition.workbook.queries.people import by_number
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
    found = list(_all(space, before, person))
    merged = space.of(Person).filter(merged_into__isnull=False)
    roots = {row.pk: row.merged_into_id or row.pk for row in merged}
    known = by_number(space, {roots.get(number, number) for number, *_ in found})
    return tuple(
        OldFact(known[roots.get(number, number)], what, on, where)
        for number, what, on, where in sorted(found, key=lambda fact: (fact[2], fact[0]))
    )


def _all(space: Space, before: date, person: int | None) -> Iterator[tuple[int, str, str, Origin]]:
    facts = space.of(Fact).exclude(field__in=_TIMELESS)
    for row in _old(facts, before, person, "person"):
        yield row.person_id, f"{row.field}: {row.value}", _day(row), origin(row)
    for row in _old(space.of(Evidence), before, person, "person"):
        yield row.person_id, f"{row.kind}: {row.skill}", _day(row), origin(row)
    for row in _old(space.of(Note), before, person, "person"):
        yield row.person_id, f"{row.kind}: {space.unseal(row.text)}", _day(row), origin(row)
    for row in _old(space.of(Tie).select_related("other"), before, person, "one"):
        yield row.one_id, f"{row.kind} {row.other.name}", _day(row), origin(row)


def _old(rows: Any, before: date, person: int | None, field: str) -> Any:
    from django.db.models import Q

    if person is not None:
        rows = rows.filter(Q(**{field: person}) | Q(**{f"{field}__merged_into": person}))
    day = before.isoformat()
    undated = Q(on="", source__at__date__lt=before)
    return rows.filter((Q(on__lt=day) & ~Q(on="")) | undated).select_related("source")


def _day(row: Any) -> str:
    return str(row.on or row.source.at.date().isoformat())
