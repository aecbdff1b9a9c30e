"""Placing words the slow way: every cell is a set member, every position is tried.

The obviously correct counterpart of the compiled kernel, on the same integers.
"""

from dataclasses import dataclass
from itertools import pairwise

EM, CELL, SQUARENESS = 1000, 1024, 2

Cells = frozenset[tuple[int, int]]


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


def skyline(word: RefWord) -> dict[int, tuple[int, int]]:
    """Column -> rows covered (from, to excluded), before any gap is added."""
    found: dict[int, tuple[int, int]] = {}
    for contour in word.contours:
        points = [(x * word.size // EM, y * word.size // EM) for x, y in contour]
        for a, b in zip(points, points[1:] + points[:1], strict=True):
            if a[0] > b[0]:
                a, b = b, a
            for column, low, high in _columns_of_line(a, b):
                top, bottom = found.get(column, (10**9, -(10**9)))
                found[column] = (min(top, low // CELL), max(bottom, high // CELL + 1))
    return found


def cells(word: RefWord) -> Cells:
    """All cells a word takes, gaps included, relative to its origin."""
    inked = skyline(word)
    columns = sorted(inked)
    for left, right in pairwise(columns):
        (a, c), (b, d) = inked[left], inked[right]
        bridge = (max(a, b), min(c, d)) if min(c, d) > max(a, b) else (a, c)
        for column in range(left + 1, right):
            inked[column] = bridge
    taken = set()
    for column, (top, bottom) in inked.items():
        for dx in range(-word.gap_x, word.gap_x + 1):
            taken |= {(column + dx, y) for y in range(top - word.gap_y, bottom)}
    # A column's rows have no hole: a neighbour's gap may reach over one.
    return frozenset(
        (x, y)
        for x in {x for x, _ in taken}
        for y in range(min(b for a, b in taken if a == x), max(b for a, b in taken if a == x) + 1)
    )


def box(taken: Cells) -> tuple[int, int, int, int]:
    """Left, top, width, height."""
    xs, ys = {x for x, _ in taken}, {y for _, y in taken}
    return min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1


def cost(corner, extent, grid, aspect, want, reach):
    """(growth, distance) of a word whose box has its corner there."""
    (x, y), (w, h), (width, height), (across, down) = corner, extent, grid, aspect
    growth = max((abs(2 * x + w - width) + w) * down, (abs(2 * y + h - height) + h) * across)
    a = ((2 * x + w - 2 * want[0]) * down) ** 2
    b = ((2 * y + h - 2 * want[1]) * across) ** 2
    return max(growth, reach), a + b + SQUARENESS * max(a, b)


def best_costs(words, grid, aspect, places):
    """For each word, given where the words before it went: its own cost there, the least cost
    of any free position (None where there is none), and the cells it took."""
    taken: set[tuple[int, int]] = set()
    reach = 0
    for word, place in zip(words, places, strict=True):
        mine = cells(word)
        left, top, w, h = box(mine)
        want = (grid[0] // 2 + word.want[0], grid[1] // 2 + word.want[1])
        options = {}
        for x in range(grid[0] - w + 1):
            for y in range(grid[1] - h + 1):
                if not any((x - left + a, y - top + b) in taken for a, b in mine):
                    options[x, y] = cost((x, y), (w, h), grid, aspect, want, reach)
        corner = (place[0] + grid[0] // 2 + left, place[1] + grid[1] // 2 + top)
        put = {(corner[0] - left + a, corner[1] - top + b) for a, b in mine}
        yield options.get(corner), min(options.values(), default=None), put
        taken |= put
        reach = max(reach, options[corner][0] if corner in options else 0)
