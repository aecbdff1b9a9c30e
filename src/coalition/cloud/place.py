"""Third step: where every tag goes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from coalition.cloud.compact import compact
from coalition.drawing.placing import Fit, Placed, Placing, has_ink
from coalition.drawing.tables import USUAL, Room, Word
from coalition.errors import LayoutError

if TYPE_CHECKING:
    from coalition.drawing.silhouette import Silhouette

MARGIN = 0.02
"""Room left free at the canvas's edges, as a share of its shorter side."""


class Frame(NamedTuple):
    """The part of the canvas that is the cloud's, in px."""

    left: float
    top: float
    width: float
    height: float

    def around(self, width: float, height: float) -> "Frame":
        """A frame so large about the same middle."""
        left, top = self.left + (self.width - width) / 2, self.top + (self.height - height) / 2
        return Frame(left, top, width, height)


def frame(width: int, height: int, above: float, below: float) -> Frame:
    """The canvas less its margins, a title ``above`` px high and a legend ``below`` px high."""
    margin = MARGIN * min(width, height)
    return Frame(margin, margin + above, width - 2 * margin, height - 2 * margin - above - below)


class Layout(NamedTuple):
    """What decides where tags go; by default nothing but that the cloud is compact.

    related:  two tags by their positions, and how related they are, 0 to 1: those come together.
    previous: where each tag was on the canvas, or None: those stay there. Goes before `related`.
    shape:    what they fill, if not the whole canvas; nothing is kept in it.
    room:     what is kept free around each.
    """

    related: Sequence[tuple[int, int, float]] = ()
    previous: Sequence[Placed | None] = ()
    shape: "Silhouette | None" = None
    room: Room = USUAL


COMPACT = Layout()


class Laid(NamedTuple):
    """Words, and the place of each."""

    words: Sequence[Word]
    places: Sequence[Placed]

    @property
    def scale(self) -> float:
        """Pixels per em of a word of relative size 1."""
        return self.places[0].size / self.words[0].size


def lay_out(words: Sequence[Word], into: Frame, layout: Layout = COMPACT) -> list[Placed]:
    """The place of every word on the canvas; words are given largest first. Every word is placed;
    sizes keep their proportions exactly. Words without ink stand in the middle.

    Raises LayoutError where the frame or the shape has no room.
    """
    if into.width <= 0 or into.height <= 0:
        raise LayoutError("The canvas is too small to draw on: give a larger --size.")
    middle = into.left + into.width / 2, into.top + into.height / 2
    if not has_ink(words):
        return [Placed(*middle, word.size) for word in words]
    if layout.shape:
        into = into.around(*layout.shape.size_in(into.width, into.height))
    placing = Placing(words, into.width, into.height, layout.room)
    placed = placing.on_canvas(_fit(placing, layout, middle))
    return [spot._replace(x=spot.x + into.left, y=spot.y + into.top) for spot in placed]


def _fit(placing: Placing, layout: Layout, middle: tuple[float, float]) -> Fit:
    """What few clouds need is loaded when one does: most are compact, and wanted at once."""
    if layout.shape:
        from coalition.cloud.shape import in_shape

        return in_shape(placing, layout.shape, layout.related)
    if any(layout.previous):
        from coalition.cloud.keep import keep

        x, y = middle
        return keep(
            placing,
            [spot and spot._replace(x=spot.x - x, y=spot.y - y) for spot in layout.previous],
        )
    if layout.related:
        from coalition.cloud.meaning import meaning

        return meaning(placing, layout.related)
    return compact(placing)
