"""Pairs of people who may be one, waiting for an answer."""

from typing import TYPE_CHECKING

from django.db.models import Q

from coalition.model.held import HeldDoubt
from coalition.workbook.models import Doubt, Person
from coalition.workbook.queries.people import by_number
from coalition.workbook.space import Space

if TYPE_CHECKING:
    from django.db.models import QuerySet


def doubts(space: Space) -> tuple[HeldDoubt, ...]:
    """The open ones, in the order in which they came up; none of two who are one by now, or who
    were said to be two under another number.
    """
    return _open(space, space.of(Doubt).filter(answer__in=("", "apart")))


def doubt(space: Space, number: int) -> HeldDoubt | None:
    """The one of that number, while it is open."""
    row = space.of(Doubt).filter(answer="", pk=number).select_related("one", "other").first()
    if row is None:
        return None
    roots = [person.merged_into_id or person.pk for person in (row.one, row.other)]
    family = Q(pk__in=roots) | Q(merged_into__in=roots)
    them = list(space.of(Person).filter(family).values_list("pk", flat=True))
    apart = Q(answer="apart", one__in=them, other__in=them)
    found = _open(space, space.of(Doubt).filter(Q(pk=number) | apart))
    return found[0] if found else None


def _open(space: Space, doubts: "QuerySet[Doubt]") -> tuple[HeldDoubt, ...]:
    rows = list(doubts.select_related("one", "other").order_by("pk"))
    roots = {
        person.pk: person.merged_into_id or person.pk
        for row in rows
        for person in (row.one, row.other)
    }
    pairs = [_pair(roots[row.one_id], roots[row.other_id]) for row in rows]
    apart = {pair for row, pair in zip(rows, pairs, strict=True) if row.answer}
    asked = [(row, pair) for row, pair in zip(rows, pairs, strict=True) if pair not in apart]
    known = by_number(space, {number for _, pair in asked for number in pair})
    found: dict[tuple[int, int], HeldDoubt] = {}
    for row, pair in asked:
        one, other = roots[row.one_id], roots[row.other_id]
        if one != other:
            found.setdefault(pair, HeldDoubt(row.pk, known[one], known[other], row.reason))
    return tuple(found.values())


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)
