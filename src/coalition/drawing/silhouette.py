"""A shape that words fill: an ellipse, or the ink of an image."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from math import ceil, floor, isqrt, sqrt
from operator import and_, or_
from typing import NamedTuple

from coalition.drawing.pixels import ALPHA, COLOURS, MOST_BYTES, OPAQUE, channel, drawn_image
from coalition.errors import InputError, UnreadableInput

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

ROUNDING = 1e-6
"""Of a pixel: what computing with fractions may be off."""

_INK = re.compile(b"\1+")


class Cells(NamedTuple):
    """A shape in the cells of a grid: a byte a cell, row by row, 0 for each that lies wholly within
    the shape, 1 for every other.
    """

    across: int
    down: int
    outside: bytes

    def sample(self, most: int) -> list[tuple[int, int]]:
        """Up to about so many cells within the shape, evenly, from the grid's middle."""
        step = max(1, isqrt(self.outside.count(0) // most))
        return [
            (x - self.across // 2, y - self.down // 2)
            for y in range(step // 2, self.down, step)
            for x in range(step // 2, self.across, step)
            if not self.outside[y * self.across + x]
        ]


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

    def size_in(self, width: float, height: float) -> tuple[float, float]:
        """Its width and height where it is as large as fits in a canvas so large."""
        if self.stretches:
            return width, height
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale

    def cells(self, across: int, aspect: float) -> Cells:
        """The shape so many square cells wide, with ``aspect`` times its height as its width."""
        down = ceil(across / aspect)
        return Cells(across, down, b"".join(self._rows_of_cells(across, aspect, down)))

    def _rows_of_cells(self, across: int, aspect: float, down: int) -> Iterator[bytes]:
        step = self.height * aspect / across  # rows of pixels to a row of cells
        for y in range(down):
            top, end = floor(y * step), ceil((y + 1) * step - ROUNDING)
            cells = bytearray(b"\1") * across
            if end <= self.height:
                for run in _INK.finditer(_merged(self.rows[top:end], and_)):
                    first = ceil(run.start() * across / self.width)
                    last = run.end() * across // self.width
                    cells[first:last] = bytes(max(0, last - first))
            yield bytes(cells)


def silhouette_of(shape: str | os.PathLike[str] | bytes) -> Silhouette:
    """The shape "ellipse", or the ink of an image: its path, or its bytes.

    Raises UnreadableInput where there is no such file, else as ink_of().
    """
    if isinstance(shape, bytes):
        return ink_of(shape, "The shape")
    if isinstance(shape, str) and shape.lower() == "ellipse":
        return ellipse()
    path = os.fspath(shape)
    try:
        with open(path, "rb") as file:
            return ink_of(file.read(MOST_BYTES + 1), path)
    except (OSError, ValueError) as fault:
        told = getattr(fault, "strerror", None) or "no file can have that name"
        raise UnreadableInput(
            f"The shape {path} cannot be read ({told.lower()}): give rectangle, ellipse or an "
            "image file."
        ) from None


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
    drawn = drawn_image(image, name)
    alpha = channel(drawn, ALPHA)
    if not any(map(any, alpha)):
        if b"<text" in image:
            raise InputError(f"{name} has letters alone: they are ink once they are made paths.")
        raise InputError(
            f"{name} is damaged, or transparent everywhere: open it in another program and save it "
            "anew."
        )
    if all(min(row) == OPAQUE for row in alpha):
        rows = _different([channel(drawn, colour) for colour in COLOURS])
    else:
        rows = _opaque(alpha)
    columns = _merged(rows, or_)
    if 1 not in columns:
        raise InputError(
            f"{name} has no ink to put words into: give an image that is dark on light, or partly "
            "transparent."
        )
    left, right = columns.index(1), columns.rindex(1) + 1
    inked = [y for y, row in enumerate(rows) if 1 in row]
    return Silhouette(tuple(row[left:right] for row in rows[inked[0] : inked[-1] + 1]))


def _opaque(alpha: Sequence[bytes]) -> list[bytes]:
    least = max(map(max, alpha)) * NEARLY
    table = bytes(value > 0 and value >= least for value in range(256))
    return [row.translate(table) for row in alpha]


def _different(colours: Sequence[Sequence[bytes]]) -> list[bytes]:
    """colours: the rows of red, green and blue."""
    ground = _ground(colours)
    tables = [bytes(abs(value - level) >= DIFFERENT for value in range(256)) for level in ground]
    rows = [
        _merged([row.translate(table) for row, table in zip(channels, tables, strict=True)], or_)
        for channels in zip(*colours, strict=True)
    ]
    if sum(ground) < DARK and not any(1 in row for row in rows):
        return [b"\1" * len(row) for row in rows]
    return rows


def _ground(colours: Sequence[Sequence[bytes]]) -> tuple[int, ...]:
    """The lightest colour at the image's edge, as red, green and blue."""
    edges = [
        rows[0] + rows[-1] + bytes(row[0] for row in rows) + bytes(row[-1] for row in rows)
        for rows in colours
    ]
    return max(zip(*edges, strict=True), key=sum)


def _merged(rows: Sequence[bytes], how: Callable[[int, int], int]) -> bytes:
    """Rows of 0 and 1 as one, each byte "and" or "or" of theirs."""
    merged = reduce(how, (int.from_bytes(row, "big") for row in rows))
    return merged.to_bytes(len(rows[0]), "big")
