"""The layout in a shape: all tags within an ellipse or the ink of an image, spread over it.

First it is found how small the shape can be, beside the tags, if they are packed: by trying. In
a shape about as small the tags are then placed anew, spread over all of it. The largest go where
there is room for them, so the rest is then spread again, over what they left free.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from math import ceil, sqrt
from typing import NamedTuple

from coalition.cloud.meaning import Box, boxes_of, brought_near
from coalition.cloud.spread import Point, Tag, spread
from coalition.drawing.placing import Fit, Placing, proportion
from coalition.drawing.silhouette import Cells, Silhouette
from coalition.drawing.tables import Pin, Places, Plan
from coalition.errors import LayoutError

FULL = 0.95
"""The share of a shape that tags take with their gaps, as a guess that is too high."""

LARGER, HALVINGS = 1.15, 5
"""How much larger the shape is made until all tags fit, and how often the last step is halved."""

MOST_CELLS, MOST_SIDE = 1 << 24, 1 << 15
"""The largest mask that is tried: in a shape that still has no room tags would be tiny."""

LOOSER = (1.0, 1.01, 1.02, 1.03, 1.05)
"""How much larger the shape may be, beside the smallest, for the tags to be spread over it."""

ROUNDS = 4
"""How often the tags are spread. Each time half of the ink that was not yet settled is, the largest
tags first (measured: fewer rounds leave more of the shape empty, and so do more)."""

SAMPLES = 3000
"""Points that stand for the shape's area."""


def in_shape(
    placing: Placing, shape: Silhouette, related: Sequence[tuple[int, int, float]] = ()
) -> Fit:
    """The tags in the shape, which fills the placing's canvas.

    related: two tags, by their positions as they were given, and how related they are (0 to 1):
    such come near each other.

    Raises LayoutError where the shape has no room that is wide enough.
    """
    packed = _smallest(placing, shape)

    def fit_of(place: Callable[[Cells], Places | None]) -> Fit | None:
        for looser in LOOSER:
            cells = shape.cells(ceil(packed.cells.across * looser), placing.aspect)
            if places := place(cells):
                return _fit(placing, cells, places)
        return None

    fit = fit_of(lambda cells: _spread(placing, cells))
    if fit is None:
        places = _spread(placing, packed.cells, packed.places) or packed.places
        fit = _fit(placing, packed.cells, places)
    if not related:
        return fit
    return brought_near(
        placing, related, fit, lambda plan: fit_of(lambda cells: _place(placing, cells, plan))
    )


class _Packed(NamedTuple):
    cells: Cells
    places: Places


def _smallest(placing: Placing, shape: Silhouette) -> _Packed:
    """The smallest shape into which all tags could be packed."""
    across = sqrt(placing.sheet.area / FULL / shape.share * placing.aspect)
    packed = None
    while packed is None:
        down = across / placing.aspect
        if across * down > MOST_CELLS or max(across, down) > MOST_SIDE:
            raise LayoutError(
                "The shape is too thin to hold the tags: give one with more ink, fewer tags "
                "(--max-tags) or shorter ones."
            )
        packed = _pack(placing, shape, ceil(across))
        across *= LARGER
    large, small = packed.cells.across, ceil(packed.cells.across / LARGER)
    for _ in range(HALVINGS):
        middle = (large + small) // 2
        if found := _pack(placing, shape, middle):
            packed, large = found, middle
        else:
            small = middle
    return packed


def _pack(placing: Placing, shape: Silhouette, across: int) -> _Packed | None:
    cells = shape.cells(across, placing.aspect)
    places = _place(placing, cells, Plan())
    return _Packed(cells, places) if places else None


def _place(placing: Placing, cells: Cells, plan: Plan) -> Places | None:
    grid = cells.across, cells.down
    within = plan._replace(covered=cells.across, outside=cells.outside)
    return placing.sheet.place(grid, proportion(*grid), within)


def _fit(placing: Placing, cells: Cells, places: Places) -> Fit:
    """The cells fill the canvas, whatever the tags fill of them."""
    left, top = -(cells.across // 2), -(cells.down // 2)
    scale = placing.width / cells.across
    return Fit(scale, (left, top, left + cells.across, top + placing.height / scale), places)


def _spread(placing: Placing, cells: Cells, places: Places | None = None) -> Places | None:
    """The tags in all parts of the shape, or as many of them as can be moved there from where
    they are; None where they are nowhere yet and do not fit like that.
    """
    points = cells.sample(SAMPLES)
    fill = min(1.0, placing.sheet.area / cells.outside.count(0))
    inked = list(accumulate(placing.areas))
    for number in range(ROUNDS):
        settled = sum(ink < (1 - 0.5**number) * inked[-1] for ink in inked)
        plan = _plan(placing, points, places, settled, fill)
        places = _place(placing, cells, plan) or places
        if places is None:
            return None
    return places


def _plan(
    placing: Placing, points: Sequence[Point], places: Places | None, settled: int, fill: float
) -> Plan:
    """So many tags where they are, the others spread over what these leave free."""
    boxes = _surrounded(placing, places, fill)[:settled] if places else []
    origins = list(zip(*places, strict=True))[:settled] if places else []
    free = [point for point in points if not _is_in_one(point, boxes)] or points
    rest = spread(free, [Tag(i, area) for i, area in enumerate(placing.areas)][settled:])
    wants = [(0, 0)] * settled + [rest[i] for i in range(settled, len(placing.words))]
    pins = [Pin(origin, i) for i, origin in enumerate(origins)]
    pins += [Pin(None, i) for i in range(settled, len(placing.words))]
    return Plan(wants, pins, nearest=True)


def _surrounded(placing: Placing, places: Places, fill: float) -> list[Box]:
    """What each tag takes with its gaps and the room about it that is its share of what stays
    empty, where tags take the share ``fill`` of the shape.
    """
    boxes = []
    for box, size in zip(boxes_of(placing, places), placing.cells, strict=True):
        wide, high = placing.room.beside * size, placing.room.around * size
        rim = _rim(box.right - box.left + 2 * wide, box.bottom - box.top + 2 * high, fill)
        across, down = wide + rim, high + rim
        boxes.append(Box(box.left - across, box.top - down, box.right + across, box.bottom + down))
    return boxes


def _rim(width: float, height: float, fill: float) -> float:
    """How wide a rim makes a box larger by 1 / fill: (w + 2r)(h + 2r) = wh / fill."""
    half = (width + height) / 2
    return (sqrt(half**2 + width * height * (1 / fill - 1)) - half) / 2


def _is_in_one(point: Point, boxes: Sequence[Box]) -> bool:
    x, y = point
    return any(left <= x < right and top <= y < bottom for left, top, right, bottom in boxes)
