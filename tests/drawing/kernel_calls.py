"""The compiled kernel asked in terms of the reference: words and jobs as tables of integers."""

import struct
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hypothesis import settings

from coalition.drawing import _kernel
from tests.drawing.reference import Pin
from tests.drawing.silhouette import RefWord

Pairs = list[tuple[int, int]]


@dataclass(frozen=True)
class Job:
    """What place() is asked. outside: cells; related: rows of two words and a value."""

    words: list[RefWord]
    grid: tuple[int, int]
    aspect: tuple[int, int] = (1, 1)
    covered: int = 0
    growth: int = 5
    phrase: int = 300
    nearest: bool = False
    wants: Sequence[tuple[int, int]] = ()
    pins: Sequence[Pin] = ()
    outside: frozenset[tuple[int, int]] = frozenset()
    related: Sequence[tuple[int, int, int]] = ()
    partners: int = 0
    trades: int = 0
    alike: int = 0
    seed: int = 1


def examples(times: float = 1.0) -> settings:
    """So many times as many examples as is usual, however long each takes."""
    return settings(deadline=None, max_examples=round(settings.default.max_examples * times))


def ints(rows: Iterable[Iterable[int]]) -> bytes:
    return array("i", [value for row in rows for value in row]).tobytes()


def numbers(table: bytes) -> tuple[int, ...]:
    return struct.unpack(f"{len(table) // 4}i", table)


def tables(words: Sequence[RefWord]) -> tuple[bytes, bytes, bytes, bytes]:
    """Each word as two glyphs, each of an outline of its own that begins at the glyph's origin:
    one for the word's last contour, one for those before it, if any.
    """
    points: list[tuple[int, int, int]] = []
    spans, glyphs, rows = [], [], []
    for word in words:
        rows.append((len(glyphs), 2, word.size, word.gap_x, word.gap_y, word.turned))
        for part in (word.contours[:-1], word.contours[-1:]):
            origin_x, origin_y = part[0][0] if part else (0, 0)
            glyphs.append((len(spans), origin_x, origin_y))
            spans.append((len(points), sum(len(contour) for contour in part)))
            for contour in part:
                points += [
                    (x - origin_x, y - origin_y, int(i == 0)) for i, (x, y) in enumerate(contour)
                ]
    return ints(rows), ints(glyphs), ints(spans), ints(points)


def shape(outside: frozenset[tuple[int, int]], grid: tuple[int, int]) -> bytes:
    """A byte a cell, or none at all."""
    if not outside:
        return b""
    return bytes((x, y) in outside for y in range(grid[1]) for x in range(grid[0]))


def placed(job: Job) -> Pairs | None:
    """Each word's origin from the grid's middle, in columns and steps; None: no room."""
    measured, _ = _kernel.measure(*tables(job.words), ints([word.second] for word in job.words))
    found = _kernel.place(
        measured,
        ints(job.wants),
        ints((pin.at is not None, *(pin.at or (0, 0)), pin.until) for pin in job.pins),
        shape(job.outside, job.grid),
        *job.grid,
        *job.aspect,
        job.covered,
        job.growth,
        job.phrase,
        job.nearest,
        ints(job.related),
        job.partners,
        job.trades,
        job.alike,
        job.seed,
    )
    if found is None:
        return None
    flat = numbers(found)
    return list(zip(flat[::2], flat[1::2], strict=True))
