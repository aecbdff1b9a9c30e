"""Third step: where every tag goes."""

from collections.abc import Sequence
from dataclasses import dataclass

from coalition.drawing.placing import Placed, Word, place
from coalition.errors import InputError

MARGIN = 0.02
"""Room left free at the canvas's edges, as a share of its shorter side."""

LAYOUTS = ("compact",)


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the canvas that is the cloud's, in px."""

    left: float
    top: float
    width: float
    height: float


def frame(width: int, height: int, above: float, below: float) -> Frame:
    """The canvas less its margins, a title ``above`` px high and a legend ``below`` px high."""
    margin = MARGIN * min(width, height)
    return Frame(margin, margin + above, width - 2 * margin, height - 2 * margin - above - below)


def lay_out(words: Sequence[Word], into: Frame, layout: str) -> list[Placed]:
    """The place of every word on the canvas; words are given largest first.

    Raises InputError for a layout there is not, LayoutError where the frame has no room.
    """
    if layout not in LAYOUTS:
        raise InputError(f'There is no layout "{layout}": choose {", ".join(LAYOUTS)}.')
    placed = place(words, into.width, into.height)
    return [Placed(spot.x + into.left, spot.y + into.top, spot.size) for spot in placed]
