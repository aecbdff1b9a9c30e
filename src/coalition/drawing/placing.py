"""Placing words without overlap, and fitting the whole to its canvas.

The words are placed at a scale of the kernel's own, each at the free position that makes the
cloud's rectangle grow least and, among those, is nearest to the point wanted for it; then the
whole is scaled once to fill the canvas. So no scale has to be searched for, sizes keep their
proportions exactly, and nothing is ever dropped. Few words may be set in rows instead, and where
one long word decides the scale the rest are set apart: both are wanted points for the same kernel.

Greedy placing in order of size near a wanted point goes back to Feinberg, "Wordle" (in Steele
and Iliinsky, "Beautiful Visualization", 2010, chapter 3).
"""

from collections.abc import Sequence
from math import ceil, gcd, inf, sqrt
from typing import NamedTuple

from coalition.drawing.outlines import Ink, ink_box
from coalition.drawing.rows import Box, in_rows
from coalition.drawing.tables import EM, GAP_X, GAP_Y, TO_THE_MIDDLE, Ints, Plan, Tables, Word, gaps
from coalition.errors import LayoutError

FINEST, COARSEST, WIDEST = 6, 400, 2400
"""Cells per em of the smallest word; least and most cells along the cloud's longer side."""

FILL = 0.7
"""Share of the cloud's rectangle that words' boxes take, as a first guess of its size."""

MOST_SIDE, MOST_CELLS = 1 << 16, 1 << 28
"""The largest grid the kernel takes."""

ROOM, TRIES = 1.3, 12
"""How much larger the grid is made than the cloud will about need, time and again until all fit."""

FEW, VERY_FEW, WORTH_ROWS = 60, 12, 1.02
"""Up to so many words, setting them in rows is tried. It is kept if it makes them so much larger;
very few look better in rows in any case."""

ROUNDS, NEAR_ENOUGH = 4, 0.03
"""Placings tried with other proportions while the cloud's are this far from the canvas's."""

MOST_STRETCH, SLACK, ALMOST = 2.0, 0.03, 0.98
"""Where one long word decides the scale, the others are set apart downward at most so far; not
for so little room; and not where it would cost more than this share of their size."""


class Placed(NamedTuple):
    """Where a word went: start of its baseline in px (y down), and px per em."""

    x: float
    y: float
    size: float


class _Task(NamedTuple):
    """What is to be placed (sizes in cells per em), and the rectangle to fill, in px."""

    words: Sequence[Word]
    inks: Sequence[Ink]
    tables: Tables
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


def _area(words: Sequence[Word], inks: Sequence[Ink]) -> float:
    """What the words take together with their gaps, in em² of relative size 1."""
    return sum(
        (ink.right - ink.left + 2 * EM * GAP_X) * (ink.bottom - ink.top + EM * GAP_Y) * word.size**2
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
    across = max(sqrt(_area(words, inks) / FILL * aspect), longest / EM)
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


def _try(task: _Task, stretch: float, plan: Plan = TO_THE_MIDDLE) -> _Fit:
    """One placing, growing in the canvas's proportions times ``stretch``."""
    aspect, across = task.width / task.height * stretch, max(task.across, plan.covered)
    proportion = _proportion(task.width * stretch, task.height)
    for _ in range(TRIES):
        across *= ROOM
        grid = (ceil(across) + 8, ceil(across / aspect) + 8)
        if max(grid) > MOST_SIDE or grid[0] * grid[1] > MOST_CELLS:
            break
        places = task.tables.place(task.cells, grid, proportion, plan)
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
    best = max(fits, key=lambda fit: fit.scale)
    if len(task.words) <= FEW:
        rows = _try(task, 1.0, _rows(task))
        gain = WORTH_ROWS if len(task.words) > VERY_FEW else ALMOST
        best = rows if rows.scale > best.scale * gain else best
    return best


def _rows(task: _Task) -> Plan:
    """The words in rows that fill the canvas."""
    boxes, starts = [], []
    for ink, size in zip(task.inks, task.cells, strict=True):
        em, (gap_x, gap_y) = size / EM, gaps(size)
        boxes.append(
            Box(
                (ink.right - ink.left) * em + 2 * gap_x + 2,
                gap_y + 1 - ink.top * em,
                ink.bottom * em + 1,
            )
        )
        starts.append(gap_x + 1 - ink.left * em)
    places = in_rows(boxes, task.width / task.height)
    return _plan(task, [(x + start, y) for (x, y), start in zip(places, starts, strict=True)])


def _plan(task: _Task, origins: Sequence[tuple[float, float]]) -> Plan:
    """The plan to put every word's origin there, in cells from the middle."""
    wants, covered, aspect = [], 0.0, task.width / task.height
    for (x, y), ink, size in zip(origins, task.inks, task.cells, strict=True):
        em, (gap_x, gap_y) = size / EM, gaps(size)
        middle_x = x + (ink.left + ink.right) / 2 * em
        middle_y = y + (ink.top + ink.bottom) / 2 * em - gap_y / 2
        wants.append((round(middle_x), round(middle_y)))
        across = 2 * abs(middle_x) + (ink.right - ink.left) * em + 2 * gap_x + 2
        down = 2 * abs(middle_y) + (ink.bottom - ink.top) * em + gap_y + 2
        covered = max(covered, across, down * aspect)
    return Plan(wants, ceil(covered) + 2)


def _is_as_wide_as_one_word(task: _Task, fit: _Fit) -> bool:
    longest = max(
        (ink.right - ink.left) * cells for ink, cells in zip(task.inks, task.cells, strict=True)
    )
    return fit.box[2] - fit.box[0] < 1.02 * longest / EM


def _stretched(task: _Task, fit: _Fit) -> _Fit:
    """Where one long word decides the scale, room is left above and below: the others are set
    apart downward until they fill it, about as large as before.
    """
    if fit.proportion(task) < 1 + SLACK:
        return fit
    left, top, right, bottom = fit.box
    spans = [
        ((ink.top + ink.bottom) / 2 * em + fit.places[2 * i + 1] - (top + bottom) / 2,
         (ink.bottom - ink.top) / 2 * em)
        for i, (ink, em) in enumerate(zip(task.inks, _ems(task), strict=True))
    ]  # fmt: skip
    factor = _stretch_to_fill(spans, task.height / fit.scale)
    origins = [
        (fit.places[2 * i] - (left + right) / 2,
         fit.places[2 * i + 1] - (top + bottom) / 2 + middle * (factor - 1))
        for i, (middle, _) in enumerate(spans)
    ]  # fmt: skip
    wider = _try(task, 1.0, _plan(task, origins))
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


def _ems(task: _Task) -> list[float]:
    """Cells per outline unit of each word."""
    return [size / EM for size in task.cells]


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
    task = _Task(words, inks, Tables(words), cells, across, width, height)
    fit = _best_fit(task)
    return _on_canvas(task, _stretched(task, fit))


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
