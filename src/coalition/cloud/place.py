"""Third step: where every tag goes."""

from collections.abc import Sequence
from typing import NamedTuple

from coalition.drawing.placing import Placed, place
from coalition.drawing.tables import Word

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
    """The place of every word on the canvas; words are given largest first.

    Raises LayoutError where the frame has no room.
    """
    placed = place(words, into.width, into.height)
    return [Placed(spot.x + into.left, spot.y + into.top, spot.size) for spot in placed]
