"""Third step: where every tag goes."""

from collections.abc import Sequence
from typing import NamedTuple

from coalition.cloud.compact import compact
from coalition.drawing.placing import Placed, Placing, has_ink
from coalition.drawing.tables import Word
from coalition.errors import LayoutError

MARGIN = 0.02
"""Room left free at the canvas's edges, as a share of its shorter side."""


class Frame(NamedTuple):
    """The part of the canvas that is the cloud's, in px."""

    left: float
    top: float
    width: float
    height: float


def frame(width: int, height: int, above: float, below: float) -> Frame:
    """The canvas less its margins, a title ``above`` px high and a legend ``below`` px high."""
    margin = MARGIN * min(width, height)
    return Frame(margin, margin + above, width - 2 * margin, height - 2 * margin - above - below)


def lay_out(words: Sequence[Word], into: Frame) -> list[Placed]:
    """The place of every word on the canvas; words are given largest first. Every word is placed;
    sizes keep their proportions exactly. Words without ink stand in the middle.

    Raises LayoutError where the frame has no room.
    """
    if into.width <= 0 or into.height <= 0:
        raise LayoutError("The canvas is too small to draw on: give a larger --size.")
    if not has_ink(words):
        middle = into.left + into.width / 2, into.top + into.height / 2
        return [Placed(*middle, word.size) for word in words]
    placing = Placing(words, into.width, into.height)
    placed = placing.on_canvas(compact(placing))
    return [spot._replace(x=spot.x + into.left, y=spot.y + into.top) for spot in placed]
