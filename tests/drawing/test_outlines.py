"""Curves are measured where they are, not where their ends are."""

from dataclasses import dataclass
from itertools import pairwise
from math import dist, hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.drawing.fonts import FontSet, bundled_fonts
from coalition.drawing.outlines import outline
from coalition.drawing.shaping import shape


@dataclass(frozen=True)
class Drawn:
    """A font of one glyph, a curve of these control points (y up) from the first to the last."""

    curve: tuple[tuple[int, int], ...]

    @property
    def shaper(self):
        return self

    def draw_glyph_with_pen(self, number, pen):
        pen.moveTo(self.curve[0])
        (pen.qCurveTo if len(self.curve) == 3 else pen.curveTo)(*self.curve[1:])
        pen.closePath()


def at(curve, t):
    """The point of a Bézier curve at t, 0 to 1 (de Casteljau)."""
    while len(curve) > 1:
        curve = [(a + (c - a) * t, b + (d - b) * t) for (a, b), (c, d) in pairwise(curve)]
    return curve[0]


def off_line(point, a, b):
    """The distance of a point from the line between two others."""
    (x, y), (x0, y0), (x1, y1) = point, a, b
    length = (x1 - x0) ** 2 + (y1 - y0) ** 2
    along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return dist(point, (x0 + along * (x1 - x0), y0 + along * (y1 - y0)))


def bend(curve):
    """The largest second derivative of the curve: that of its control polygon's corners."""
    degree = len(curve) - 1
    corners = zip(curve, curve[1:], curve[2:], strict=False)
    second = max(hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1]) for a, b, c in corners)
    return degree * (degree - 1) * second


def far_off(curve):
    """How far the curve is at the most from the lines that measure it."""
    points = [(x, -y) for x, y, _ in outline(Drawn(tuple(curve)), 0).points]
    return max(
        min(off_line(at(curve, step / 32), a, b) for a, b in pairwise(points)) for step in range(33)
    )


places = st.tuples(st.integers(-1000, 1000), st.integers(-1000, 1000))


@given(st.one_of(st.lists(places, min_size=n, max_size=n) for n in (3, 4)))
def test_two_lines_through_its_middle_measure_a_curve(curve):
    # What chords miss: an eighth of their step squared times the second derivative; then rounding.
    assert far_off(curve) <= 0.5**2 / 8 * bend(curve) + 2


@pytest.mark.parametrize(
    ("curve", "height"),
    [([(0, 0), (500, 400), (1000, 0)], 200), ([(0, 0), (0, 400), (1000, 400), (1000, 0)], 300)],
)
def test_an_arch_is_as_high_as_its_middle(curve, height):
    points = outline(Drawn(tuple(curve)), 0).points
    assert points == ((0, 0, 1), (500, -height, 0), (1000, 0, 0))


def test_a_letter_has_points_between_the_ends_of_its_curves():
    letter = shape("o", FontSet()).glyphs[0]
    found = outline(letter.font, letter.number)
    curves, lines = found.path.count("q"), found.path.count("l")
    assert curves > 8
    assert len(found.points) == 2 * curves + lines + 2  # a start for each of its two contours


@pytest.mark.parametrize("font", bundled_fonts(), ids=lambda font: font.name)
def test_measured_boxes_are_those_of_the_font_to_a_hundredth_of_an_em(font):
    for number in range(min(font.face.glyph_count, 600)):
        extents, points = font.shaper.get_glyph_extents(number), outline(font, number).points
        if not points:
            continue
        xs, ys, _ = zip(*points, strict=True)
        left, top = extents.x_bearing, -extents.y_bearing
        edges = (left, top, left + extents.width, top - extents.height)
        assert (min(xs), min(ys), max(xs), max(ys)) == pytest.approx(edges, abs=10)
