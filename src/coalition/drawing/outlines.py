"""Glyph outlines: as SVG path data for drawing, and as short lines for measuring."""

from array import array
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz as hb

from coalition.drawing._kernel import pen, pen_ink
from coalition.drawing.fonts import Font
from coalition.drawing.shaping import Shaped

if TYPE_CHECKING:
    from coalition.drawing._kernel import Pen


NOWHERE = 1 << 40
"""Outline units: beyond every glyph."""


class Ink(NamedTuple):
    """A box of ink in outline units, y down."""

    left: int
    top: int
    right: int
    bottom: int


class Outline(NamedTuple):
    """One glyph: where its first contour starts, the path data from there on (relative, so that
    it can stand anywhere), its flattened contours as the kernel takes them (rows of three 32-bit
    integers: x, y, 1 where a contour starts), and the box of its ink, if it has any.
    """

    start_x: int
    start_y: int
    path: str
    points: bytes
    box: Ink | None


_IN_USE = Lock()
"""One pen draws for all threads, one glyph at a time."""


@lru_cache(maxsize=1)
def _pen() -> "tuple[Pen, hb.DrawFuncs]":
    """The kernel's pen, and HarfBuzz's functions that lead it."""
    state, *functions = pen()
    draw = hb.DrawFuncs()
    move, line, quadratic, cubic, close = functions
    draw.set_move_to_func(move)
    draw.set_line_to_func(line)
    draw.set_quadratic_to_func(quadratic)
    draw.set_cubic_to_func(cubic)
    draw.set_close_path_func(close)
    return state, draw


@lru_cache(maxsize=65536)
def outline(font: Font, number: int) -> Outline:
    """The outline of a glyph; without points where it has no ink (a space)."""
    state, draw = _pen()
    with _IN_USE:
        font.shaper.draw_glyph(number, draw, state)
        x, y, path, points = pen_ink(state)
    numbers = array("i", points)
    xs, ys = numbers[::3], numbers[1::3]
    box = Ink(min(xs), min(ys), max(xs), max(ys)) if xs else None
    return Outline(x, y, path, points, box)


def path_data(shaped: Shaped) -> str:
    """The SVG path of a whole tag in outline units, its baseline starting at (0, 0)."""
    parts = []
    for font, numbers, xs, ys in shaped.runs:
        for number, x, y in zip(numbers, xs, ys, strict=True):
            ink = outline(font, number)
            if ink.path:
                parts.append(f"M{x + ink.start_x} {y + ink.start_y}{ink.path}")
    return "".join(parts)


def ink_box(shaped: Shaped) -> Ink | None:
    """The box that holds all ink of the tag; None where it has none."""
    left = top = NOWHERE
    right = bottom = -NOWHERE
    for font, number, x, y in shaped.glyphs:  # a loop, since this is done for every letter
        if box := outline(font, number).box:
            if box[0] + x < left:
                left = box[0] + x
            if box[1] + y < top:
                top = box[1] + y
            if box[2] + x > right:
                right = box[2] + x
            if box[3] + y > bottom:
                bottom = box[3] + y
    return Ink(left, top, right, bottom) if left < NOWHERE else None


def middle(shaped: Shaped) -> tuple[int, int]:
    """The middle of the box of the tag's ink, in whole outline units; its origin without ink."""
    box = ink_box(shaped)
    return ((box.left + box.right) // 2, (box.top + box.bottom) // 2) if box else (0, 0)
