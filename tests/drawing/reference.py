"""Placing words the slow way: every position is tried, cell by cell.

The obviously correct counterpart of the compiled kernel, on the same integers. A word is, for
each of its columns, the rows it takes. A grid is one Python integer, its rows one after the
other, so that cell (x, y) is bit ``y * width + x``; a word is such an integer too, drawn in the
top left corner. Shifted by ``y * width + x`` it stands at (x, y), and it is free there where it
has no bit in common with the grid. (No row of it runs into the next: x + its width <= width.)
"""

from dataclasses import dataclass
from itertools import pairwise

EM, CELL, SQUARENESS = 1000, 1024, 2

Columns = dict[int, tuple[int, int]]
"""Column -> rows taken (from, to excluded)."""


@dataclass(frozen=True)
class RefWord:
    """Contours (lists of points in outline units), size in CELL-ths of a cell per em, gaps."""

    contours: tuple[tuple[tuple[int, int], ...], ...]
    size: int
    gap_x: int
    gap_y: int
    want: tuple[int, int] = (0, 0)


def _columns_of_line(a, b):
    """(column, lowest y, highest y) of a line, y at column edges rounded down."""
    (x0, y0), (x1, y1) = sorted((a, b), key=lambda point: point[0])
    y = y0
    for column in range(x0 // CELL, x1 // CELL + 1):
        last = column == x1 // CELL
        following = y1 if last else y0 + (y1 - y0) * ((column + 1) * CELL - x0) // (x1 - x0)
        yield column, min(y, following), max(y, following)
        y = following


def skyline(word: RefWord) -> Columns:
    """What the word's ink covers, before any gap is added."""
    found: Columns = {}
    for contour in word.contours:
        points = [(x * word.size // EM, y * word.size // EM) for x, y in contour]
        for a, b in zip(points, points[1:] + points[:1], strict=True):
            if a[0] > b[0]:
                a, b = b, a
            for column, low, high in _columns_of_line(a, b):
                top, bottom = found.get(column, (10**9, -(10**9)))
                found[column] = (min(top, low // CELL), max(bottom, high // CELL + 1))
    return found


def bridged(inked: Columns) -> Columns:
    """Columns between two letters: the rows both neighbours have, or else the left one's."""
    found = dict(inked)
    for left, right in pairwise(sorted(inked)):
        (a, c), (b, d) = inked[left], inked[right]
        bridge = (max(a, b), min(c, d)) if min(c, d) > max(a, b) else (a, c)
        found.update(dict.fromkeys(range(left + 1, right), bridge))
    return found


def columns_of(word: RefWord) -> Columns:
    """All a word takes, gaps included, relative to its origin. A column has no hole: it is taken
    from the highest row that one within the gap takes to the lowest."""
    found: Columns = {}
    for column, (top, bottom) in bridged(skyline(word)).items():
        for near in range(column - word.gap_x, column + word.gap_x + 1):
            upper, lower = found.get(near, (top - word.gap_y, bottom))
            found[near] = (min(upper, top - word.gap_y), max(lower, bottom))
    return {**found, **ends(word)}


def ends(word: RefWord) -> Columns:
    """The gap before and behind a word: as high as the first and the last letter, which are taken
    to be as wide as both gaps."""
    inked = bridged(skyline(word))
    columns = sorted(inked)
    found: Columns = {}
    for step in range(1, word.gap_x + 1):
        for column, letter in (
            (columns[0] - step, columns[: 2 * word.gap_x]),
            (columns[-1] + step, columns[-2 * word.gap_x :]),
        ):
            top, bottom = min(inked[c][0] for c in letter), max(inked[c][1] for c in letter)
            found[column] = (top - word.gap_y, bottom)
    return found


def box(columns: Columns) -> tuple[int, int, int, int]:
    """Left, top, width, height."""
    top, bottom = min(a for a, _ in columns.values()), max(b for _, b in columns.values())
    return min(columns), top, max(columns) - min(columns) + 1, bottom - top


def bits(columns: Columns, width: int) -> int:
    """The word in the top left corner of a grid so many cells wide."""
    left, above, _, _ = box(columns)
    drawn = 0
    for column, (top, bottom) in columns.items():
        for row in range(top, bottom):
            drawn |= 1 << ((row - above) * width + column - left)
    return drawn


class Slow:
    """A grid that words are put on one by one."""

    def __init__(self, grid: tuple[int, int], aspect: tuple[int, int]) -> None:
        self.grid, self.aspect, self.taken, self.reach = grid, aspect, 0, 0

    def free(self, word: RefWord) -> set[tuple[int, int]]:
        """The corners at which the word's box is inside and no cell of the word is taken."""
        (width, height), columns = self.grid, columns_of(word)
        _, _, w, h = box(columns)
        drawn = bits(columns, width)
        return {
            (x, y)
            for y in range(height - h + 1)
            for x in range(width - w + 1)
            if not self.taken >> (y * width + x) & drawn
        }

    def cost(self, word: RefWord, x: int, y: int) -> tuple[int, int]:
        """Growth and distance of the word's box with its corner there; the least is the best."""
        return self.least_cost(word, [(x, y)])

    def least_cost(self, word: RefWord, corners) -> tuple[int, int]:
        """The least cost of the word's box with its corner at any of these."""
        (width, height), (across, down) = self.grid, self.aspect
        _, _, w, h = box(columns_of(word))
        want_x, want_y = width // 2 + word.want[0], height // 2 + word.want[1]
        costs = []
        for x, y in corners:
            growth = max(
                (abs(2 * x + w - width) + w) * down, (abs(2 * y + h - height) + h) * across
            )
            a = ((2 * x + w - 2 * want_x) * down) ** 2
            b = ((2 * y + h - 2 * want_y) * across) ** 2
            costs.append((max(growth, self.reach), a + b + SQUARENESS * max(a, b)))
        return min(costs)

    def put(self, word: RefWord, x: int, y: int) -> None:
        """Takes the word's cells, its box's corner there."""
        self.reach, _ = self.cost(word, x, y)
        self.taken |= bits(columns_of(word), self.grid[0]) << (y * self.grid[0] + x)
