"""Placing words without overlap: the Python side of the compiled kernel.

The words are placed at a scale of the kernel's own, each at the free position that makes the
cloud's rectangle grow least and, among those, is nearest to the point wanted for it; then the
whole is scaled once to fill the canvas. So no scale has to be searched for, sizes keep their
proportions exactly, and nothing is ever dropped.

Greedy placing in order of size near a wanted point goes back to Feinberg, "Wordle" (in Steele
and Iliinsky, "Beautiful Visualization", 2010, chapter 3).
"""

from array import array
from collections.abc import Sequence
from math import ceil, gcd, inf, sqrt
from typing import NamedTuple

from coalition.drawing._kernel import place as place_cells
from coalition.drawing.fonts import Font
from coalition.drawing.outlines import Ink, ink_box, outline
from coalition.drawing.shaping import Shaped
from coalition.errors import LayoutError

Ints = Sequence[int]

CELL = 1024
"""The kernel's fixed-point steps per cell."""

EM = 1000
"""Outline units per em."""

GAP_X, GAP_Y = 0.28, 0.1
"""Room kept on either side of a word and above it, in em of its own. Side by side two words keep
the sum of both, twice the width of a space, so that they are not read as one phrase."""

FINEST, COARSEST, WIDEST = 6, 400, 2400
"""Cells per em of the smallest word; least and most cells along the cloud's longer side."""

FILL = 0.7
"""Share of the cloud's rectangle that words' boxes take, as a first guess of its size."""

MOST_SIDE, MOST_CELLS = 1 << 16, 1 << 28
"""The largest grid the kernel takes."""

ROOM, TRIES = 1.3, 12
"""How much larger the grid is made than the cloud will about need, time and again until all fit."""

ROUNDS, NEAR_ENOUGH = 4, 0.015
"""Placings tried with other proportions while the cloud's are this far from the canvas's."""

MOST_AIR = 5.0
"""How many times the least gap words are set apart at the most, where there is room to spare."""

AIR_ROUNDS, SLACK, ALMOST = 3, 0.05, 0.98
"""Placings tried with more air; how much too flat a cloud may stay; and the share of their size
that words must keep for the sake of a filled canvas."""


class Word(NamedTuple):
    """A shaped tag and its size relative to the others."""

    shaped: Shaped
    size: float


class Placed(NamedTuple):
    """Where a word went: start of its baseline in px (y down), and px per em."""

    x: float
    y: float
    size: float


class _Tables:
    """The words as the kernel takes them: tables of 32-bit integers."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._outlines: dict[tuple[Font, int], int] = {}
        self._points, self._spans, self._glyphs = array("i"), array("i"), array("i")
        self._slices: list[tuple[int, int]] = []
        for word in words:
            first = len(self._glyphs) // 3
            for glyph in word.shaped.glyphs:
                self._glyphs.extend((self._outline(glyph.font, glyph.number), glyph.x, glyph.y))
            self._slices.append((first, len(word.shaped.glyphs)))

    def _outline(self, font: Font, number: int) -> int:
        known = self._outlines.get((font, number))
        if known is not None:
            return known
        points = outline(font, number).points
        self._spans.extend((len(self._points) // 3, len(points)))
        for point in points:
            self._points.extend(point)
        return self._outlines.setdefault((font, number), len(self._outlines))

    def place(
        self, cells: Sequence[float], grid: tuple[int, int], aspect: tuple[int, int], air: float
    ) -> Ints | None:
        """The kernel's answer: x, y of every word in cells from the middle; None: no room."""
        words = array("i")
        for (first, count), size in zip(self._slices, cells, strict=True):
            gap_x, gap_y = ceil(GAP_X * air * size - 0.25), ceil(GAP_Y * air * size)
            words.extend((first, count, max(1, round(size * CELL)), gap_x, gap_y, 0, 0))
        found = place_cells(
            words.tobytes(),
            self._glyphs.tobytes(),
            self._spans.tobytes(),
            self._points.tobytes(),
            *grid,
            *aspect,
        )
        if found is None:
            return None
        places = array("i")
        places.frombytes(found)
        return places


class _Task(NamedTuple):
    """What is to be placed (sizes in cells per em), and the rectangle to fill, in px."""

    words: Sequence[Word]
    inks: Sequence[Ink]
    tables: _Tables
    cells: Sequence[float]
    across: float
    width: float
    height: float


class _Fit(NamedTuple):
    """A finished placing: how much it is enlarged to fill the canvas (px per cell), the box of
    its ink in cells, and its places.
    """

    scale: float
    box: tuple[float, float, float, float]
    places: Ints

    def proportion(self, task: _Task) -> float:
        """Width to height of the cloud, as a multiple of the canvas's."""
        left, top, right, bottom = self.box
        return (right - left) * task.height / ((bottom - top) * task.width)


def _area(words: Sequence[Word], inks: Sequence[Ink], air: float) -> float:
    """What the words take together with their gaps, in em² of relative size 1."""
    return sum(
        (ink.right - ink.left + 2 * EM * GAP_X * air)
        * (ink.bottom - ink.top + EM * GAP_Y * air)
        * word.size**2
        for word, ink in zip(words, inks, strict=True)
    ) / (EM * EM)


def _cells_per_size(
    words: Sequence[Word], inks: Sequence[Ink], aspect: float
) -> tuple[float, float]:
    """Cells per unit of relative size, and the cells across that the cloud will about need."""
    longest = max(
        max(ink.right - ink.left, (ink.bottom - ink.top) * aspect) * word.size
        for word, ink in zip(words, inks, strict=True)
    )
    across = max(sqrt(_area(words, inks, 1.0) / FILL * aspect), longest / EM)
    longer = max(across, across / aspect)
    wanted = FINEST / min(word.size for word in words)
    wanted = min(max(wanted, COARSEST / longer), WIDEST / longer)
    return wanted, across * wanted


def _box(
    places: Ints, cells: Sequence[float], inks: Sequence[Ink]
) -> tuple[float, float, float, float]:
    left = top = inf
    right = bottom = -inf
    for i, (size, ink) in enumerate(zip(cells, inks, strict=True)):
        x, y, em = places[2 * i], places[2 * i + 1], size / EM
        left, right = min(left, x + ink.left * em), max(right, x + ink.right * em)
        top, bottom = min(top, y + ink.top * em), max(bottom, y + ink.bottom * em)
    return left, top, right, bottom


def _proportion(width: float, height: float) -> tuple[int, int]:
    across, down = max(1, round(width)), max(1, round(height))
    while max(across, down) > 4096:
        across, down = max(1, across // 2), max(1, down // 2)
    shared = gcd(across, down)
    return across // shared, down // shared


def _try(task: _Task, stretch: float, air: float = 1.0) -> _Fit:
    """One placing, growing in the canvas's proportions times ``stretch``, with gaps ``air``
    times the least.
    """
    aspect, across = task.width / task.height * stretch, task.across * max(1.0, air**0.5)
    proportion = _proportion(task.width * stretch, task.height)
    for _ in range(TRIES):
        across *= ROOM
        grid = (ceil(across) + 8, ceil(across / aspect) + 8)
        if max(grid) > MOST_SIDE or grid[0] * grid[1] > MOST_CELLS:
            break
        places = task.tables.place(task.cells, grid, proportion, air)
        if places is not None:
            box = _box(places, task.cells, task.inks)
            scale = min(task.width / (box[2] - box[0]), task.height / (box[3] - box[1]))
            return _Fit(scale, box, places)
    raise LayoutError("The tags cannot be laid out: they need more room than can be computed.")


def _best_fit(task: _Task) -> _Fit:
    """The placing that allows the largest words, of a few with corrected proportions."""
    stretch, fits = 1.0, []
    for _ in range(ROUNDS):
        fits.append(_try(task, stretch))
        off = fits[-1].proportion(task)
        if abs(off - 1) < NEAR_ENOUGH or _is_as_wide_as_one_word(task, fits[-1]):
            break
        stretch = min(max(stretch / off, 0.75), 1.33)
    return max(fits, key=lambda fit: fit.scale)


def _is_as_wide_as_one_word(task: _Task, fit: _Fit) -> bool:
    longest = max(
        (ink.right - ink.left) * cells for ink, cells in zip(task.inks, task.cells, strict=True)
    )
    return fit.box[2] - fit.box[0] < 1.02 * longest / EM


def _aired(task: _Task, fit: _Fit) -> _Fit:
    """Where one long word decides the scale, room is left above and below: the words are set
    apart until they fill it, and are about as large as before.
    """
    wanted = fit.proportion(task)
    for _ in range(AIR_ROUNDS):
        if wanted - 1 < SLACK:
            break
        air = _air_for(task, _area(task.words, task.inks, 1.0) * wanted)
        wider = _try(task, 1.0, air)
        if wider.scale >= fit.scale * ALMOST:
            return wider
        wanted = 1 + (wanted - 1) / 2
    return fit


def _air_for(task: _Task, area: float) -> float:
    """How far apart words must stand to take an area together (by halving)."""
    low, high = 1.0, MOST_AIR
    while high - low > 0.01:
        air = (low + high) / 2
        low, high = (air, high) if _area(task.words, task.inks, air) < area else (low, air)
    return low


def place(words: Sequence[Word], width: float, height: float) -> list[Placed]:
    """Places words, given largest first, in a rectangle of ``width`` by ``height`` px from (0, 0).

    Every word is placed; sizes keep their proportions exactly; no two words' ink is nearer than
    the room each keeps (GAP_X, GAP_Y). Words without ink stand in the middle.

    Raises LayoutError where the rectangle has no area.
    """
    if width <= 0 or height <= 0:
        raise LayoutError("The canvas is too small to draw on: give a larger --size.")
    inks = [ink_box(word.shaped) or Ink(0, 0, 0, 0) for word in words]
    if not any(ink.right > ink.left for ink in inks):
        return [Placed(width / 2, height / 2, word.size) for word in words]
    per_size, across = _cells_per_size(words, inks, width / height)
    cells = [word.size * per_size for word in words]
    task = _Task(words, inks, _Tables(words), cells, across, width, height)
    fit = _best_fit(task)
    if _is_as_wide_as_one_word(task, fit):
        fit = _aired(task, fit)
    return _on_canvas(task, fit)


def _on_canvas(task: _Task, fit: _Fit) -> list[Placed]:
    left, top, right, bottom = fit.box
    x0 = task.width / 2 - (left + right) / 2 * fit.scale
    y0 = task.height / 2 - (top + bottom) / 2 * fit.scale
    return [
        Placed(
            x0 + fit.places[2 * i] * fit.scale,
            y0 + fit.places[2 * i + 1] * fit.scale,
            size * fit.scale,
        )
        for i, size in enumerate(task.cells)
    ]
