"""The layout by meaning: related tags near each other, and nearly as compact as without.

It begins with the compact layout. Then, time and again, tags of like size swap places in thought,
so that related ones come near each other, and all are placed anew: each beside one of those it is
most related to, where it touches as much that is related as it can, or else nearest to its new
place. Of all placings that are nearly as large as the largest, the one is kept that makes
neighbours of the most that is related.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from coalition.cloud.compact import compact, stretched
from coalition.drawing.placing import Fit, Placing
from coalition.drawing.tables import EM, MOST_SWAPPED, Places, Plan, relations, swapped

Triple = tuple[int, int, float]

ROUNDS = ((30, 16), (60, 6), (120, 4))
"""How often all are placed anew, up to so many tags; of more tags, twice."""

ALIKE = (20, 50, 100)
"""Per cent by which the boxes of tags that swap may differ, in turn."""

BONUS, STEPS, PARTNERS = 300, 60, 6
"""What being neighbours counts beside a distance of at most 255; swaps tried for each tag; beside
how many of its most related each tag is tried."""

NEARLY = 0.9
"""The least ink beside that of the compact layout: tags that must stand beside those they are
related to leave holes that nothing else fills."""


class Box(NamedTuple):
    """The box of a tag's ink, in cells."""

    left: float
    top: float
    right: float
    bottom: float


def meaning(placing: Placing, related: Iterable[Triple]) -> Fit:
    """The placing that brings related tags together.

    related: two positions among the words as they were given, and how related they are (0 to 1).
    """
    first = compact(placing)
    best = brought_near(placing, related, first, placing.attempt)
    return first if best is first else stretched(placing, best)


def brought_near(
    placing: Placing,
    related: Iterable[Triple],
    first: Fit,
    attempt: Callable[[Plan], Fit | None],
) -> Fit:
    """The same, beginning with any placing.

    attempt: places all anew by a plan, if there is room.
    """
    place = {given: at for at, given in enumerate(placing.order)}
    pairs = [(place[i], place[j], value) for i, j, value in related if value > 0 and i != j]
    if not pairs or len(placing.words) > MOST_SWAPPED:
        return first
    table, least = relations(pairs), placing.fill_of(first) * NEARLY
    best = current = first
    most = _together(placing, first, pairs)
    for number in range(_rounds(len(placing.words))):
        found = attempt(_plan(placing, current, least, table, number))
        if found is None:
            continue
        current, together = found, _together(placing, found, pairs)
        if placing.fill_of(current) >= least and together > most:
            best, most = current, together
    return best


def _rounds(count: int) -> int:
    return next((rounds for most, rounds in ROUNDS if count <= most), 2)


def _plan(placing: Placing, fit: Fit, fill: float, table: bytes, number: int) -> Plan:
    """Every tag to the place of the one it has swapped with, in a frame that is filled so far."""
    boxes = boxes_of(placing, fit.places)
    left, top, right, bottom = fit.box
    middles = [
        (round((b.left + b.right - left - right) / 2), round((b.top + b.bottom - top - bottom) / 2))
        for b in boxes
    ]
    alike = ALIKE[number % len(ALIKE)]
    places = swapped(boxes, table, bonus=BONUS, alike=alike, steps=STEPS, seed=number + 1)
    return Plan(
        [middles[place] for place in places],
        covered=placing.across(fill=fill),
        nearest=True,
        related=table,
        partners=PARTNERS,
    )


def boxes_of(placing: Placing, places: Places) -> list[Box]:
    """The box of each tag's ink, in cells."""
    return [
        Box(*(at + side * size / EM for at, side in zip((x, y, x, y), ink, strict=True)))
        for x, y, ink, size in zip(*places, placing.inks, placing.cells, strict=True)
    ]


def _together(placing: Placing, fit: Fit, pairs: Sequence[Triple]) -> float:
    """The sum of the relatedness of neighbours: tags whose ink boxes are at most half the smaller
    one's height apart (realised adjacencies: Barth, Kobourov and Pupyrev, "Experimental Comparison
    of Semantic Word Clouds", SEA 2014, section 2, but for the legible gap).
    """
    boxes = boxes_of(placing, fit.places)
    return sum(value for i, j, value in pairs if _are_neighbours(boxes[i], boxes[j]))


def _are_neighbours(a: Box, b: Box) -> bool:
    across = max(a.left - b.right, b.left - a.right, 0.0)
    down = max(a.top - b.bottom, b.top - a.bottom, 0.0)
    return across**2 + down**2 <= (min(a.bottom - a.top, b.bottom - b.top) / 2) ** 2
