"""Glyph outlines: as SVG path data for drawing, and as short lines for measuring."""

from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz as hb

from coalition.drawing._kernel import pen, pen_ink
from coalition.drawing.fonts import Font
from coalition.drawing.shaping import Shaped

if TYPE_CHECKING:
    from coalition.drawing._kernel import Pen


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
    font.shaper.draw_glyph(number, draw, state)
    x, y, path, points = pen_ink(state)
    numbers = array("i", points)
    xs, ys = numbers[::3], numbers[1::3]
    box = Ink(min(xs), min(ys), max(xs), max(ys)) if xs else None
    return Outline(x, y, path, points, box)


def path_data(shaped: Shaped) -> str:
    """The SVG path of a whole tag in outline units, its baseline starting at (0, 0)."""
    parts = []
    for glyph in shaped.glyphs:
        ink = outline(glyph.font, glyph.number)
        if ink.path:
            parts.append(f"M{glyph.x + ink.start_x} {glyph.y + ink.start_y}{ink.path}")
    return "".join(parts)


def ink_box(shaped: Shaped) -> Ink | None:
    """The box that holds all ink of the tag; None where it has none."""
    boxes = [
        (box.left + g.x, box.top + g.y, box.right + g.x, box.bottom + g.y)
        for g in shaped.glyphs
        if (box := outline(g.font, g.number).box)
    ]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Ink(min(lefts), min(tops), max(rights), max(bottoms))
