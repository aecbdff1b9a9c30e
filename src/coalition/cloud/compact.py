"""The compact layout: as large as it can be, the largest tags in the middle.

Every tag goes to the first free position in rows from the middle outward, within a frame in the
canvas's proportions that grows as little as it can. Few tags may be set in rows instead, and
where one long tag decides the scale the rest are set apart: both are wanted points for the same
kernel.
"""

from collections.abc import Sequence
from math import ceil

from coalition.cloud.rows import Box, in_rows
from coalition.drawing.placing import FILL, Fit, Placing
from coalition.drawing.tables import EM, Plan

FEW, VERY_FEW, WORTH_ROWS = 24, 12, 1.02
"""Up to so many tags, setting them in rows is tried. It is kept if it makes them so much larger;
very few look better in rows in any case."""

ROUNDS = ((30, 10), (150, 3), (400, 2))
"""How many placings are tried, up to so many tags; of more tags, one."""

SOME = 60
"""Up to so many tags, every second try looks for the nearest free positions: sometimes better,
always slower."""

TIGHTER = 1.01
"""How much more of the frame the words are to take at the next try than at the best so far."""

NEAR_ENOUGH = 0.01
"""Proportions this far from the canvas's need no correction."""

MOST_STRETCH, SLACK, ALMOST = 2.5, 0.03, 0.98
"""Where one long tag decides the scale, the others are set apart downward at most so far; not for
so little room; and not where it would cost more than this share of their size."""


def compact(placing: Placing) -> Fit:
    """The placing that allows the largest tags, of a few that were tried."""
    best = max(_tries(placing), key=lambda fit: fit.scale)
    if len(placing.words) <= FEW:
        rows = placing.attempt(_rows(placing))
        gain = WORTH_ROWS if len(placing.words) > VERY_FEW else ALMOST
        best = rows if rows.scale > best.scale * gain else best
    return stretched(placing, best)


def _rounds(count: int) -> int:
    return next((rounds for most, rounds in ROUNDS if count <= most), 1)


def _tries(placing: Placing) -> list[Fit]:
    """Placings in frames ever a little tighter than the best cloud so far, with proportions that
    are corrected until the cloud's are the canvas's.
    """
    stretch, fill, fits = 1.0, FILL, []
    for i in range(_rounds(len(placing.words))):
        plan = Plan(
            covered=placing.across(stretch, fill), nearest=i % 2 == 1 and len(placing.words) <= SOME
        )
        fits.append(placing.attempt(plan, stretch))
        if _is_as_wide_as_one_word(placing, fits[-1]):
            break
        off = placing.proportion_of(fits[-1])
        stretch = min(max(stretch / off, 0.75), 1.33) if abs(off - 1) > NEAR_ENOUGH else stretch
        fill = max(placing.fill_of(fit) for fit in fits) * TIGHTER
    return fits


def _rows(placing: Placing) -> Plan:
    """The tags in rows that fill the canvas."""
    boxes, starts, room = [], [], placing.room
    beside = room.beside + room.phrase / 2
    for word, ink, size in zip(placing.words, placing.inks, placing.cells, strict=True):
        em, gap, around = size / EM, beside * size, room.above(word)
        boxes.append(
            Box(
                (ink.right - ink.left) * em + 2 * gap,
                around * size - ink.top * em,
                ink.bottom * em + around * size,
            )
        )
        starts.append(gap - ink.left * em)
    places = in_rows(boxes, placing.aspect)
    return plan_for(placing, [(x + s, y) for (x, y), s in zip(places, starts, strict=True)])


def plan_for(placing: Placing, origins: Sequence[tuple[float, float]]) -> Plan:
    """The plan to put every tag's origin there, in cells from the middle."""
    wants, covered = [], 0.0
    words = zip(placing.words, placing.inks, placing.cells, strict=True)
    for (x, y), (word, ink, size) in zip(origins, words, strict=True):
        em = size / EM
        middle_x = x + (ink.left + ink.right) / 2 * em
        middle_y = y + (ink.top + ink.bottom) / 2 * em
        wants.append((round(middle_x), round(middle_y)))
        across = 2 * abs(middle_x) + (ink.right - ink.left) * em + 2 * placing.room.beside * size
        down = 2 * abs(middle_y) + (ink.bottom - ink.top) * em + 2 * placing.room.above(word) * size
        covered = max(covered, across, down * placing.aspect)
    return Plan(wants, covered=ceil(covered) + 2, nearest=True)


def _is_as_wide_as_one_word(placing: Placing, fit: Fit) -> bool:
    longest = max(
        (ink.right - ink.left) * size for ink, size in zip(placing.inks, placing.cells, strict=True)
    )
    return fit.box[2] - fit.box[0] < 1.02 * longest / EM


def stretched(placing: Placing, fit: Fit) -> Fit:
    """Where one long tag decides the scale, room is left above and below: the others are set
    apart downward until they fill it, about as large as before.
    """
    if placing.proportion_of(fit) < 1 + SLACK:
        return fit
    left, top, right, bottom = fit.box
    spans = [
        ((ink.top + ink.bottom) / 2 * size / EM + y - (top + bottom) / 2,
         (ink.bottom - ink.top) / 2 * size / EM)
        for y, ink, size in zip(fit.places.ys, placing.inks, placing.cells, strict=True)
    ]  # fmt: skip
    factor = _stretch_to_fill(spans, placing.height / fit.scale)
    origins = [
        (x - (left + right) / 2, y - (top + bottom) / 2 + middle * (factor - 1))
        for x, y, (middle, _) in zip(*fit.places, spans, strict=True)
    ]
    wider = placing.attempt(plan_for(placing, origins))
    return wider if wider.scale >= fit.scale * ALMOST else fit


def _stretch_to_fill(spans: Sequence[tuple[float, float]], room: float) -> float:
    """By how much the middles of spans (middle, half height) are to be moved apart, about 0, so
    that they take so much room together (by halving).
    """
    low, high = 1.0, MOST_STRETCH
    while high - low > 0.005:
        factor = (low + high) / 2
        lowest = max(middle * factor + half for middle, half in spans)
        highest = min(middle * factor - half for middle, half in spans)
        low, high = (factor, high) if lowest - highest <= room else (low, factor)
    return low
