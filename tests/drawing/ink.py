"""Words' ink as pixels, four for each column: drawn without what the kernel measures words by.

Every contour is filled, its holes too, since nothing may stand in a letter. A picture is a row's
number and its pixels, which are the bits of an integer.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from itertools import pairwise
from math import ceil, floor
from operator import or_

from tests.drawing.silhouette import COLUMNS, EM, PART, RefWord

PIXELS = 16  # a cell, both ways
FAR = 1 << 12  # pixels that may lie left of the middle

Picture = dict[int, int]


def outlines(word: RefWord, origin: tuple[int, int]) -> Iterator[list[tuple[float, float]]]:
    """Closed contours in pixels; the origin is in columns and steps."""
    scale = word.size / PART * PIXELS / EM
    left, top = origin[0] * PIXELS / COLUMNS + FAR, origin[1]
    for contour in word.contours:
        turned: Iterable[tuple[int, int]] = (
            [(-y, x) for x, y in contour] if word.turned else contour
        )
        points = [(x * scale + left, y * scale + top) for x, y in turned]
        yield [*points, points[0]]


def filled(word: RefWord, origin: tuple[int, int]) -> Picture:
    """Each row as it is at half its height."""
    picture: Picture = {}
    for points in outlines(word, origin):
        ys = [y for _, y in points]
        for row in range(floor(min(ys)), ceil(max(ys))):
            crossings = sorted(
                x0 + (row + 0.5 - y0) * (x1 - x0) / (y1 - y0)
                for (x0, y0), (x1, y1) in pairwise(points)
                if (y0 <= row + 0.5) != (y1 <= row + 0.5)
            )
            for left, right in zip(crossings[::2], crossings[1::2], strict=True):
                pixels = ceil(right) - floor(left)
                picture[row] = picture.get(row, 0) | ((1 << pixels) - 1) << floor(left)
    return picture


def spread(picture: Picture, across: int, down: int) -> Picture:
    """What lies within so many pixels of it."""
    wide = {
        row: reduce(or_, (bits << by for by in range(2 * across + 1))) >> across
        for row, bits in picture.items()
    }
    if not wide:
        return {}
    return {
        row: reduce(or_, (wide.get(near, 0) for near in range(row - down, row + down + 1)))
        for row in range(min(wide) - down, max(wide) + down + 1)
    }


def overlap(pictures: Iterable[Picture]) -> int:
    """Pixels that are in more than one of them."""
    taken: Picture = {}
    twice = 0
    for picture in pictures:
        for row, bits in picture.items():
            twice += (taken.get(row, 0) & bits).bit_count()
            taken[row] = taken.get(row, 0) | bits
    return twice


def cells(width: int, height: int, holds: Callable[[int, int], bool]) -> Picture:
    """The cells of a grid, its middle at (0, 0), for which that is so, as pixels."""
    solid = (1 << PIXELS) - 1
    picture: Picture = {}
    for y in range(height):
        starts = [FAR + (x - width // 2) * PIXELS for x in range(width) if holds(x, y)]
        bits = reduce(or_, (solid << start for start in starts), 0)
        top = (y - height // 2) * PIXELS
        picture.update(dict.fromkeys(range(top, top + PIXELS), bits))
    return picture
