"""Placing words without overlap on a canvas: the primitive of every layout.

The words are placed at a scale of the kernel's own, each at a free position near the point wanted
for it; then the whole is scaled once to fill the canvas. So no scale has to be searched for,
sizes keep their proportions exactly, and nothing is ever dropped.

Greedy placing in order of size near a wanted point goes back to Feinberg, "Wordle" (in Steele
and Iliinsky, "Beautiful Visualization", 2010, chapter 3).
"""

from collections.abc import Sequence
from copy import copy
from functools import cached_property
from math import ceil, gcd, sqrt
from operator import add
from typing import NamedTuple

from coalition.drawing.outlines import Ink, ink_box
from coalition.drawing.tables import EM, USUAL, Places, Plan, Room, Sheet, Tables, Word
from coalition.errors import LayoutError

FINEST, COARSEST, WIDEST = 2.0, 250, 1600
"""Cells per em of the smallest word; least and most cells along the cloud's longer side."""

LARGEST = 2000
"""Cells that the largest word takes downward, with its gaps, at the most: the kernel takes little
more."""

FILL = 0.82
"""Share of the frame that words take with their gaps, as a first guess."""

MOST_SIDE, MOST_CELLS = 1 << 16, 1 << 28
"""The largest grid the kernel takes."""

ROOM, TRIES = 1.4, 12
"""How much larger the grid is made than the cloud will about need, time and again until all fit."""

FAR = 1 << 40
"""Outline units: beyond every picture."""

MOST_ASPECT = 4096
"""The largest number in a proportion that the kernel takes."""


class Placed(NamedTuple):
    """Where a word went: start of its baseline in px (y down), px per em, and the degrees it is
    turned by, clockwise.
    """

    x: float
    y: float
    size: float
    angle: int = 0


class _Edges(NamedTuple):
    left: list[float]
    top: list[float]
    right: list[float]
    bottom: list[float]


class Fit(NamedTuple):
    """A finished placing in cells: px a cell if it fills the canvas, the box of its ink (left,
    top, right, bottom), and the words' origins.
    """

    scale: float
    box: tuple[float, float, float, float]
    places: Places


def proportion(width: float, height: float) -> tuple[int, int]:
    """Two small whole numbers that stand to each other about as the sides do."""
    most = max(width, height)
    shrink = min(1.0, MOST_ASPECT / most)
    across, down = max(1, round(width * shrink)), max(1, round(height * shrink))
    shared = gcd(across, down)
    return across // shared, down // shared


def _area(ink: Ink) -> int:
    return (ink.right - ink.left) * (ink.bottom - ink.top)


class Placing:
    """Words that are to fill a canvas of ``width`` by ``height`` px.

    words: as given, but those with the most ink first, since they are the hardest to place.
    inks:  the box of each word's ink in outline units, turned as the word is.
    cells: the size of each word, in cells per em.
    order: the position of each in the words as they were given.
    areas: of their boxes of ink, in outline units of relative size 1, the largest first.
    """

    def __init__(
        self,
        words: Sequence[Word],
        width: float,
        height: float,
        room: Room = USUAL,
    ) -> None:
        self._tables = Tables(words)
        inks = self._tables.inks
        areas = [_area(ink) * word.size**2 for ink, word in zip(inks, words, strict=True)]
        self.order = sorted(range(len(words)), key=lambda i: -areas[i])
        self.areas = [areas[i] for i in self.order]
        self.words = [words[i] for i in self.order]
        self.inks = [inks[i] for i in self.order]
        self.width, self.height, self.room = width, height, room
        self._area = sum(areas) / (EM * EM)
        self._per_size = min(self._cells_per_size(), LARGEST / self._tallest())
        self.cells = [word.size * self._per_size for word in self.words]

    def on(self, width: float, height: float) -> "Placing":
        """The same words in the same cells, to fill another canvas."""
        other = copy(self)
        other.width, other.height = width, height
        other.__dict__.pop("longest", None)  # it goes by the canvas
        return other

    @cached_property
    def sheet(self) -> Sheet:
        """The words measured, once for all attempts."""
        return self._tables.measured(self.order, self.cells, self.room)

    @property
    def aspect(self) -> float:
        """Width to height of the canvas."""
        return self.width / self.height

    @cached_property
    def longest(self) -> float:
        """The width of the widest word in em of relative size 1, or of a frame as tall as the
        tallest, if that is more.
        """
        return (
            max(
                max(ink.right - ink.left, (ink.bottom - ink.top) * self.aspect) * word.size
                for word, ink in zip(self.words, self.inks, strict=True)
            )
            / EM
        )

    def _cells_per_size(self) -> float:
        across = max(sqrt(self._area * self.aspect), self.longest)
        longer = across * max(1.0, 1 / self.aspect)
        wanted = FINEST / min(word.size for word in self.words)
        return min(max(wanted, COARSEST / longer), WIDEST / longer)

    def _tallest(self) -> float:
        """The height of the tallest word with its gaps, or at least its em, in em of size 1."""
        gaps = 2 * max(self.room.beside, self.room.around, self.room.around_two)
        return max(
            (max(EM, ink.bottom - ink.top) / EM + gaps) * word.size
            for word, ink in zip(self.words, self.inks, strict=True)
        )

    def across(self, stretch: float = 1.0, fill: float = FILL) -> int:
        """The width in cells of a frame of which the words take the share ``fill``."""
        frame = sqrt(self.sheet.area / fill * self.aspect * stretch)
        return ceil(max(frame, self.longest * self._per_size))

    @cached_property
    def _edges(self) -> "_Edges":
        """Where each word's ink ends, in cells from its origin; far inside, where it has none."""
        ems = [size / EM for size in self.cells]
        boxes = [ink if _area(ink) else Ink(FAR, FAR, -FAR, -FAR) for ink in self.inks]
        sides = zip(*boxes, strict=True)
        return _Edges(*([side * em for side, em in zip(at, ems, strict=True)] for at in sides))

    def attempt(self, plan: Plan, stretch: float = 1.0) -> Fit:
        """One placing in the canvas's proportions times ``stretch``.

        Raises LayoutError where the words need more room than can be computed.
        """
        aspect, across = self.aspect * stretch, float(max(self.across(stretch), plan.covered))
        for _ in range(TRIES):
            across *= ROOM
            grid = (ceil(across) + 8, ceil(across / aspect) + 8)
            if max(grid) > MOST_SIDE or grid[0] * grid[1] > MOST_CELLS:
                break
            places = self.sheet.place(grid, proportion(self.width * stretch, self.height), plan)
            if places is not None:
                return self.fit(places)
        raise LayoutError("The tags cannot be laid out: they need more room than can be computed.")

    def fit(self, places: Places) -> Fit:
        """How these places fill the canvas."""
        left = min(map(add, places.xs, self._edges.left))
        top = min(map(add, places.ys, self._edges.top))
        right = max(map(add, places.xs, self._edges.right))
        bottom = max(map(add, places.ys, self._edges.bottom))
        scale = min(self.width / (right - left), self.height / (bottom - top))
        return Fit(scale, (left, top, right, bottom), places)

    def proportion_of(self, fit: Fit) -> float:
        """Width to height of the cloud, as a multiple of the canvas's."""
        left, top, right, bottom = fit.box
        return (right - left) / ((bottom - top) * self.aspect)

    def fill_of(self, fit: Fit) -> float:
        """The share of the canvas that the words take with their gaps, if the cloud fills it."""
        return self.sheet.area * fit.scale**2 / (self.width * self.height)

    def on_canvas(self, fit: Fit) -> list[Placed]:
        """The words' places on the canvas, in the order they were given."""
        left, top, right, bottom = fit.box
        x0 = self.width / 2 - (left + right) / 2 * fit.scale
        y0 = self.height / 2 - (top + bottom) / 2 * fit.scale
        placed = [
            Placed(x0 + x * fit.scale, y0 + y * fit.scale, size * fit.scale, 90 * word.turned)
            for x, y, size, word in zip(*fit.places, self.cells, self.words, strict=True)
        ]
        return [spot for _, spot in sorted(zip(self.order, placed, strict=True))]


def has_ink(words: Sequence[Word]) -> bool:
    """Whether there is anything to place."""
    return any(ink_box(word.shaped) for word in words)
