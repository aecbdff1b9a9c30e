"""A shape that words fill: an ellipse, or the ink of an image."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from math import ceil, sqrt
from operator import and_, or_
from typing import NamedTuple

from coalition.drawing.pixels import Pixels, pixels_of
from coalition.errors import InputError

FINE = 1000
"""Pixels to a side of the ellipse."""

DIFFERENT = 64
"""Of 255: how far a colour is from the ground's, in red, green or blue, to be ink."""

DARK = 384
"""Of 765, red, green and blue together: an image of one colour that is darker is all ink."""

NEARLY = 0.95
"""Where parts of an image are transparent, what is so nearly as opaque as its most opaque part is
ink: not the soft edge around it.
"""

_INK = re.compile(b"\1+")


class Silhouette(NamedTuple):
    """Rows of bytes, 1 where words may stand; its ink reaches all four edges.

    stretches: it takes the canvas's proportions, instead of keeping its own.
    """

    rows: tuple[bytes, ...]
    stretches: bool = False

    @property
    def width(self) -> int:
        """Pixels across."""
        return len(self.rows[0])

    @property
    def height(self) -> int:
        """Pixels down."""
        return len(self.rows)

    @property
    def share(self) -> float:
        """How much of its box is ink."""
        return sum(row.count(1) for row in self.rows) / (self.width * self.height)

    def outside(self, across: int, down: int) -> bytes:
        """Stretched over so many cells: a byte a cell, row by row, 0 for each that lies wholly
        within the shape, 1 for every other.
        """
        return b"".join(self._cells(across, down))

    def _cells(self, across: int, down: int) -> Iterator[bytes]:
        for y in range(down):
            top, end = y * self.height // down, ceil((y + 1) * self.height / down)
            shared = _merged(self.rows[top:end], and_)
            cells = bytearray(b"\1") * across
            for run in _INK.finditer(shared):
                first = ceil(run.start() * across / self.width)
                last = run.end() * across // self.width
                cells[first:last] = bytes(max(0, last - first))
            yield bytes(cells)


def ellipse() -> Silhouette:
    """The ellipse that touches the middles of the canvas's sides."""
    half, rows = FINE / 2, []
    for y in range(FINE):
        off = max(abs(y - half), abs(y + 1 - half))
        inset = ceil(half - sqrt(max(0.0, half**2 - off**2)))
        rows.append(bytes(inset) + b"\1" * (FINE - 2 * inset) + bytes(inset))
    return Silhouette(tuple(rows), stretches=True)


def ink_of(image: bytes, name: str) -> Silhouette:
    """The ink of a PNG, JPEG or SVG.

    Where parts of it are transparent, the opaque ones; else all that differs from the ground,
    which is the lightest colour at the image's edge. Of an image of one colour that is dark, all.

    name: of the file, for messages. Raises InputError for what is no image or has no ink.
    """
    pixels = pixels_of(image, name)
    rows = _different(pixels) if pixels.is_opaque else _opaque(pixels)
    columns = _merged(rows, or_)
    if 1 not in columns:
        raise InputError(
            f"{name} has no ink to put words into: give an image that is dark on light, or partly "
            "transparent."
        )
    left, right = columns.index(1), columns.rindex(1) + 1
    inked = [y for y, row in enumerate(rows) if 1 in row]
    return Silhouette(tuple(row[left:right] for row in rows[inked[0] : inked[-1] + 1]))


def _opaque(pixels: Pixels) -> list[bytes]:
    least = max(map(max, pixels.alpha)) * NEARLY
    table = bytes(value > 0 and value >= least for value in range(256))
    return [row.translate(table) for row in pixels.alpha]


def _different(pixels: Pixels) -> list[bytes]:
    ground = _ground(pixels)
    tables = [bytes(abs(value - level) >= DIFFERENT for value in range(256)) for level in ground]
    rows = [
        _merged([row.translate(table) for row, table in zip(channels, tables, strict=True)], or_)
        for channels in zip(*pixels.colours, strict=True)
    ]
    if sum(ground) < DARK and not any(1 in row for row in rows):
        return [b"\1" * len(row) for row in rows]
    return rows


def _ground(pixels: Pixels) -> tuple[int, ...]:
    """The lightest colour at the image's edge, as red, green and blue."""
    edges = [
        channel[0] + channel[-1] + bytes(row[0] for row in channel) + bytes(row[-1] for row in channel)
        for channel in pixels.colours
    ]
    return max(zip(*edges, strict=True), key=sum)


def _merged(rows: Sequence[bytes], how: Callable[[int, int], int]) -> bytes:
    """Rows of 0 and 1 as one, each byte "and" or "or" of theirs."""
    merged = reduce(how, (int.from_bytes(row, "big") for row in rows))
    return merged.to_bytes(len(rows[0]), "big")
