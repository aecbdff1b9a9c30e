"""Words as the compiled kernel takes them: tables of 32-bit integers, and its answer."""

from array import array
from collections.abc import Sequence
from itertools import repeat
from math import ceil
from typing import NamedTuple

from coalition.drawing._kernel import place as place_cells
from coalition.drawing.fonts import Font
from coalition.drawing.outlines import outline
from coalition.drawing.shaping import Shaped

Ints = Sequence[int]

CELL = 1024
"""The kernel's fixed-point steps per cell."""

EM = 1000
"""Outline units per em."""

GAP_X, GAP_Y = 0.28, 0.1
"""Room kept on either side of a word and above it, in em of its own. Side by side two words keep
the sum of both, twice the width of a space, so that they are not read as one phrase."""


class Word(NamedTuple):
    """A shaped tag and its size relative to the others."""

    shaped: Shaped
    size: float


def gaps(size: float) -> tuple[int, int]:
    """Cells kept free on either side of a word of that size, and above it."""
    return ceil(GAP_X * size - 0.25), ceil(GAP_Y * size)


class Plan(NamedTuple):
    """Where words should go, if not to the middle.

    wants:   the middle of each word's room, in cells from the cloud's middle; empty: all there.
    covered: how many cells wide the rectangle is from the start.
    """

    wants: Sequence[tuple[int, int]] = ()
    covered: int = 0


TO_THE_MIDDLE = Plan()


class Tables:
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
        self,
        cells: Sequence[float],
        grid: tuple[int, int],
        aspect: tuple[int, int],
        plan: Plan,
    ) -> Ints | None:
        """The kernel's answer: x, y of every word in cells from the middle; None: no room."""
        words = array("i")
        wants = plan.wants or repeat((0, 0))
        for (first, count), size, want in zip(self._slices, cells, wants, strict=False):
            words.extend((first, count, max(1, round(size * CELL)), *gaps(size), *want))
        found = place_cells(
            words.tobytes(),
            self._glyphs.tobytes(),
            self._spans.tobytes(),
            self._points.tobytes(),
            *grid,
            *aspect,
            plan.covered,
        )
        if found is None:
            return None
        places = array("i")
        places.frombytes(found)
        return places
