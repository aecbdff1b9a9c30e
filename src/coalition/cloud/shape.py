"""The layout in a shape: all tags within an ellipse or the ink of an image, spread over it.

First it is found how small the shape can be, beside the tags, if they are packed: by trying. In
a shape about as small the tags are then placed anew, spread over all of it. The largest go where
there is room for them, so the rest is then spread again, over what they left free.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import ceil, sqrt
from typing import NamedTuple

from coalition.cloud.spread import Point, Tag, spread
from coalition.drawing.placing import Fit, Placing, proportion
from coalition.drawing.silhouette import Cells, Silhouette
from coalition.drawing.tables import EM, Places, Plan
from coalition.errors import LayoutError

FULL = 0.95
"""The share of a shape that tags take with their gaps, as a guess that is too high."""

LARGER, HALVINGS = 1.15, 5
"""How much larger the shape is made until all tags fit, and how often the last step is halved."""

MOST_CELLS = 1 << 24
"""The largest mask that is tried: in a shape that still has no room tags would be tiny."""

LOOSER = (1.0, 1.01, 1.02, 1.03, 1.05)
"""How much larger the shape may be, beside the smallest, for the tags to be spread over it."""

SETTLED = (0.0, 0.25, 0.6)
"""Shares of the ink, the largest tags first, that stay where they are when the rest is spread."""

SAMPLES = 3000
"""Points that stand for the shape's area."""

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in cells, right and bottom not included."""


def in_shape(placing: Placing, shape: Silhouette) -> Fit:
    """The tags in the shape, which fills the placing's canvas.

    Raises LayoutError where the shape has no room that is wide enough.
    """
    packed = _smallest(placing, shape)
    for looser in LOOSER:
        cells = shape.cells(ceil(packed.cells.across * looser), placing.aspect)
        if places := _spread(placing, cells):
            return _fit(placing, cells, places)
    return _fit(placing, packed.cells, packed.places)


class _Packed(NamedTuple):
    cells: Cells
    places: Places


def _smallest(placing: Placing, shape: Silhouette) -> _Packed:
    """The smallest shape into which all tags could be packed."""
    across = sqrt(placing.sheet.area / FULL / shape.share * placing.aspect)
    packed = None
    while packed is None:
        if across**2 / placing.aspect > MOST_CELLS:
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


def _spread(placing: Placing, cells: Cells) -> Places | None:
    """The tags in all parts of the shape; None where they do not fit like that."""
    points, boxes = cells.sample(SAMPLES), list[Box]()
    inked = list(accumulate(placing.areas))
    tags = [Tag(i, area) for i, area in enumerate(placing.areas)]
    places = None
    for share in SETTLED:
        settled = sum(ink < share * inked[-1] for ink in inked)
        boxes = _boxes(placing, places)[:settled] if places else []
        free = [point for point in points if not _is_in_one(point, boxes)] or points
        rest = spread(free, tags[settled:])
        wants = [(sum(box[::2]) // 2, sum(box[1::2]) // 2) for box in boxes]
        wants += [rest[i] for i in range(settled, len(tags))]
        places = _place(placing, cells, Plan(wants, nearest=True))
        if places is None:
            return None
    return places


def _boxes(placing: Placing, places: Places) -> list[Box]:
    """What each tag takes with its gaps."""
    boxes, (beside, around, _) = list[Box](), placing.room
    for x, y, ink, size in zip(*places, placing.inks, placing.cells, strict=True):
        em, wide, high = size / EM, beside * size, around * size
        left, right = x + ink.left * em - wide, x + ink.right * em + wide
        top, bottom = y + ink.top * em - high, y + ink.bottom * em + high
        boxes.append((round(left), round(top), round(right), round(bottom)))
    return boxes


def _is_in_one(point: Point, boxes: Sequence[Box]) -> bool:
    x, y = point
    return any(left <= x < right and top <= y < bottom for left, top, right, bottom in boxes)
