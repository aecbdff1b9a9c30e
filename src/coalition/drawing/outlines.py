"""Glyph outlines: as SVG path data for drawing, and as short lines for measuring."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from coalition.drawing.fonts import Font
from coalition.drawing.shaping import Shaped

Point = tuple[int, int, int]
"""x, y (down) in outline units, and 1 where a contour starts."""

CURVE_STEPS = 2
"""Lines a curve is measured by. They miss it by a sixteenth of the height of its control polygon,
some thousandths of an em: far less than the room every word keeps."""

Place = tuple[float, float]


class Outline(NamedTuple):
    """One glyph: where its first contour starts, the path data from there on (relative, so that
    it can stand anywhere), and the points of its flattened contours.
    """

    start_x: int
    start_y: int
    path: str
    points: tuple[Point, ...]


def _curve(points: Sequence[Place], steps: int) -> list[Place]:
    """Points on a Bezier curve of any degree after its start (de Casteljau)."""
    found = []
    for step in range(1, steps + 1):
        t = step / steps
        level = list(points)
        while len(level) > 1:
            level = [
                (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(level)
            ]
        found.append(level[0])
    return found


class _Pen:
    """Takes a glyph's contours from HarfBuzz (fontTools' pen protocol, y up)."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.points: list[Point] = []
        self.first: tuple[int, int] | None = None
        self.here = self.start = (0, 0)

    def moveTo(self, point: Place) -> None:  # noqa: N802 -- the protocol's name
        x, y = round(point[0]), -round(point[1])
        if self.first is None:
            self.first = (x, y)
        else:
            self.path.append(f"m{x - self.start[0]} {y - self.start[1]}")
        self.here = self.start = (x, y)
        self.points.append((x, y, 1))

    def lineTo(self, point: Place) -> None:  # noqa: N802
        self._draw("l", (point,))

    def qCurveTo(self, *points: Place) -> None:  # noqa: N802
        self._draw("q", points)

    def curveTo(self, *points: Place) -> None:  # noqa: N802
        self._draw("c", points)

    def closePath(self) -> None:  # noqa: N802
        self.path.append("z")

    endPath = closePath  # noqa: N815

    def _draw(self, command: str, points: Sequence[Place]) -> None:
        x0, y0 = self.here
        ends = [(round(x), -round(y)) for x, y in points]
        self.path.append(command + " ".join(f"{x - x0} {y - y0}" for x, y in ends))
        if len(ends) == 1:
            self.points.append((*ends[0], 0))
        else:
            on_curve = _curve([self.here, *ends], CURVE_STEPS)
            self.points.extend((round(x), round(y), 0) for x, y in on_curve)
        self.here = ends[-1]


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
