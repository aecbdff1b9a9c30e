"""Few words in rows, as a sign painter would set them: the largest in the middle.

Words of like size that are wide beside the canvas leave much of it empty when each is put as near
to the middle as it can; in rows of the right length they fill it. The rows are filled as shelves
are (first fit by decreasing size: Coffman, Garey, Johnson and Tarjan, "Performance Bounds for
Level-Oriented Two-Dimensional Packing Algorithms", SIAM J. Comput. 9(4), 1980).
"""

from collections.abc import Sequence
from typing import NamedTuple

LENGTHS = 24
"""Row lengths tried, from the longest word's to that of all words in one row."""

LIKE = 0.6
"""A word joins a row if it is at least this share of the height of the row's first word."""


class Box(NamedTuple):
    """A word's room: its width, and its height above and below the baseline, in one unit."""

    width: float
    above: float
    below: float


Row = list[int]


def _height(row: Row, boxes: Sequence[Box]) -> float:
    return max(boxes[i].above for i in row) + max(boxes[i].below for i in row)


def _fill(boxes: Sequence[Box], length: float) -> list[Row]:
    """The words, largest first, each in the first row that has room and words of its size."""
    rows: list[Row] = []
    room: list[float] = []
    for i, box in enumerate(boxes):
        for k, row in enumerate(rows):
            first = boxes[row[0]]
            if box.width <= room[k] and box.above >= LIKE * first.above:
                row.append(i)
                room[k] -= box.width
                break
        else:
            rows.append([i])
            room.append(length - box.width)
    return rows


def _extent(rows: Sequence[Row], boxes: Sequence[Box]) -> tuple[float, float]:
    across = max(sum(boxes[i].width for i in row) for row in rows)
    return across, sum(_height(row, boxes) for row in rows)


def _best_rows(boxes: Sequence[Box], aspect: float) -> list[Row]:
    """The rows that allow the largest words on a canvas of that width to height."""
    longest, total = max(box.width for box in boxes), sum(box.width for box in boxes)
    tried = []
    for step in range(LENGTHS):
        rows = _fill(boxes, longest * (total / longest) ** (step / (LENGTHS - 1)) + 1e-9)
        across, down = _extent(rows, boxes)
        tried.append((min(aspect / across, 1 / down), rows))
    return max(tried, key=lambda found: found[0])[1]


def _from_the_middle(items: Sequence[int]) -> list[int]:
    """The first in the middle, the others in turn after and before it."""
    return [*reversed(items[2::2]), *items[:1], *items[1::2]]


def in_rows(boxes: Sequence[Box], aspect: float) -> list[tuple[float, float]]:
    """Where each word's baseline begins, y down, from the middle of all rows.

    ``boxes``: the words' room, largest word first; ``aspect``: width to height to be filled.
    """
    rows = _best_rows(boxes, aspect)
    places = [(0.0, 0.0)] * len(boxes)
    y = -_extent(rows, boxes)[1] / 2
    for k in _from_the_middle(range(len(rows))):
        row = rows[k]
        x = -sum(boxes[i].width for i in row) / 2
        for i in _from_the_middle(row):
            places[i] = (x, y + max(boxes[j].above for j in row))
            x += boxes[i].width
        y += _height(row, boxes)
    return places
