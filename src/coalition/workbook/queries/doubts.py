"""Pairs of people who may be one, waiting for an answer."""

from typing import TYPE_CHECKING

from coalition.model.held import HeldDoubt
from coalition.workbook.models import Doubt
from coalition.workbook.queries.people import by_number
from coalition.workbook.space import Space

if TYPE_CHECKING:
    from django.db.models import QuerySet


def doubts(space: Space) -> tuple[HeldDoubt, ...]:
    """The open ones, in the order in which they came up; none of two who are one by now."""
    return _open(space, space.of(Doubt).filter(answer=""))


def doubt(space: Space, number: int) -> HeldDoubt | None:
    """The one of that number, while it is open."""
    found = _open(space, space.of(Doubt).filter(answer="", pk=number))
    return found[0] if found else None


def _open(space: Space, doubts: "QuerySet[Doubt]") -> tuple[HeldDoubt, ...]:
    rows = list(doubts.select_related("one", "other").order_by("pk"))
    roots = {
        person.pk: person.merged_into_id or person.pk
        for row in rows
        for person in (row.one, row.other)
    }
    known = by_number(space, set(roots.values()))
    found: dict[tuple[int, int], HeldDoubt] = {}
    for row in rows:
        one, other = roots[row.one_id], roots[row.other_id]
        if one != other:
            pair = (min(one, other), max(one, other))
            found.setdefault(pair, HeldDoubt(row.pk, known[one], known[other], row.reason))
    return tuple(found.values())
