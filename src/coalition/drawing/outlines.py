"""Glyph outlines: as SVG path data for drawing, and as short lines for measuring."""

from functools import lru_cache
from typing import NamedTuple

from coalition.drawing.fonts import Font
from coalition.drawing.shaping import Shaped

Point = tuple[int, int, int]
"""x, y (down) in outline units, and 1 where a contour starts."""

Place = tuple[float, float]


class Outline(NamedTuple):
    """One glyph: where its first contour starts, the path data from there on (relative, so that
    it can stand anywhere), and the points of its flattened contours.
    """

    start_x: int
    start_y: int
    path: str
    points: tuple[Point, ...]


class _Pen:
    """Takes a glyph's contours from HarfBuzz (fontTools' pen protocol, y up).

    A curve is measured by two lines, through its middle. They miss it by at most an eighth of the
    height of its control polygon (a cubic: three sixteenths), in the bundled fonts by 9/1000 em:
    far less than the room that every word keeps.
    """

    def __init__(self) -> None:
        self.path: list[str] = []
        self.points: list[Point] = []
        self.first: tuple[int, int] | None = None
        self.x = self.y = self.start_x = self.start_y = 0

    def moveTo(self, point: Place) -> None:
        x, y = round(point[0]), -round(point[1])
        if self.first is None:
            self.first = (x, y)
        else:
            self.path.append(f"m{x - self.start_x} {y - self.start_y}")
        self.x, self.y = self.start_x, self.start_y = x, y
        self.points.append((x, y, 1))

    def lineTo(self, point: Place) -> None:
        x, y = round(point[0]), -round(point[1])
        self.path.append(f"l{x - self.x} {y - self.y}")
        self._to(x, y)

    def qCurveTo(self, a: Place, end: Place) -> None:
        x0, y0, x1, y1 = self.x, self.y, round(a[0]), -round(a[1])
        x, y = round(end[0]), -round(end[1])
        self.path.append(f"q{x1 - x0} {y1 - y0} {x - x0} {y - y0}")
        self.points.append(((x0 + 2 * x1 + x) // 4, (y0 + 2 * y1 + y) // 4, 0))
        self._to(x, y)

    def curveTo(self, a: Place, b: Place, end: Place) -> None:
        x0, y0, x1, y1 = self.x, self.y, round(a[0]), -round(a[1])
        x2, y2, x, y = round(b[0]), -round(b[1]), round(end[0]), -round(end[1])
        self.path.append(f"c{x1 - x0} {y1 - y0} {x2 - x0} {y2 - y0} {x - x0} {y - y0}")
        self.points.append(((x0 + 3 * (x1 + x2) + x) // 8, (y0 + 3 * (y1 + y2) + y) // 8, 0))
        self._to(x, y)

    def closePath(self) -> None:
        self.path.append("z")

    def _to(self, x: int, y: int) -> None:
        self.x, self.y = x, y
        self.points.append((x, y, 0))


@lru_cache(maxsize=65536)
def outline(font: Font, number: int) -> Outline:
    """The outline of a glyph; without points where it has no ink (a space)."""
    pen = _Pen()
    font.shaper.draw_glyph_with_pen(number, pen)
    x, y = pen.first or (0, 0)
    return Outline(x, y, "".join(pen.path), tuple(pen.points))


def path_data(shaped: Shaped) -> str:
    """The SVG path of a whole tag in outline units, its baseline starting at (0, 0)."""
    parts = []
    for glyph in shaped.glyphs:
        ink = outline(glyph.font, glyph.number)
        if ink.path:
            parts.append(f"M{glyph.x + ink.start_x} {glyph.y + ink.start_y}{ink.path}")
    return "".join(parts)


class Ink(NamedTuple):
    """The box of a tag's ink in outline units, y down, relative to its baseline's start."""

    left: int
    top: int
    right: int
    bottom: int


def ink_box(shaped: Shaped) -> Ink | None:
    """The box that holds all ink of the tag; None where it has none."""
    boxes = [
        (box.left + g.x, box.top + g.y, box.right + g.x, box.bottom + g.y)
        for g in shaped.glyphs
        if (box := _glyph_box(g.font, g.number))
    ]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Ink(min(lefts), min(tops), max(rights), max(bottoms))


@lru_cache(maxsize=65536)
def _glyph_box(font: Font, number: int) -> Ink | None:
    points = outline(font, number).points
    if not points:
        return None
    xs, ys, _ = zip(*points, strict=True)
    return Ink(min(xs), min(ys), max(xs), max(ys))
