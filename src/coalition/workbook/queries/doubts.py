"""Pairs of people who may be one, waiting for an answer."""

from coalition.model.held import HeldDoubt
from coalition.workbook.models import Doubt
from coalition.workbook.queries.people import by_number
from coalition.workbook.space import Space


def doubts(space: Space) -> tuple[HeldDoubt, ...]:
    """The open ones, in the order in which they came up; none of two who are one by now, or who
    were said to be two under another number.
    """
    wanted = space.of(Doubt).filter(answer__in=("", "apart"))
    rows = list(wanted.select_related("one", "other").order_by("pk"))
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
