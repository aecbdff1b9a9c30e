"""Curves are measured where they are, not where their ends are."""

import sys
from array import array
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from ctypes import CFUNCTYPE, c_char_p, c_float, c_void_p, py_object, pythonapi
from dataclasses import dataclass
from itertools import pairwise
from math import dist, hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.drawing._kernel import pen
from coalition.drawing.fonts import FontSet, bundled_fonts
from coalition.drawing.outlines import outline
from coalition.drawing.shaping import shape

pointer_in = pythonapi.PyCapsule_GetPointer
pointer_in.restype, pointer_in.argtypes = c_void_p, (py_object, c_char_p)


def called(function, state, *points):
    """What HarfBuzz does when it draws: the function called with a command's points."""
    numbers = [float(at) for point in points for at in point]
    kind = CFUNCTYPE(None, *[c_void_p] * 3, *[c_float] * len(numbers), c_void_p)
    kind(pointer_in(function, None))(None, pointer_in(state, None), None, *numbers, None)


@dataclass(frozen=True)
class Drawn:
    """A font of one glyph, a curve of these control points (y up) from the first to the last."""

    curve: tuple[tuple[int, int], ...]

    @property
    def shaper(self):
        return self

    def draw_glyph(self, number, functions, state):
        _, move, _, quadratic, cubic, close = pen()
        called(move, state, self.curve[0])
        called(quadratic if len(self.curve) == 3 else cubic, state, *self.curve[1:])
        called(close, state)


def points_of(font, number):
    """The points that measure a glyph: x, y (down), 1 where a contour starts."""
    numbers = array("i", outline(font, number).points)
    return list(zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True))


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
    points = [(x, -y) for x, y, _ in points_of(Drawn(tuple(curve)), 0)]
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
    assert points_of(Drawn(tuple(curve)), 0) == [(0, 0, 1), (500, -height, 0), (1000, 0, 0)]


def test_a_letter_has_points_between_the_ends_of_its_curves():
    letter = shape("o", FontSet()).glyphs[0]
    found = outline(letter.font, letter.number)
    curves, lines = found.path.count("q"), found.path.count("l")
    assert curves > 8
    assert (
        len(points_of(*letter[:2])) == 2 * curves + lines + 2
    )  # a start for each of its two contours


@pytest.mark.parametrize("font", bundled_fonts(), ids=lambda font: font.name)
def test_measured_boxes_are_those_of_the_font_to_a_hundredth_of_an_em(font):
    for number in range(min(font.face.glyph_count, 600)):
        extents, box = font.shaper.get_glyph_extents(number), outline(font, number).box
        if not box:
            continue
        left, top = extents.x_bearing, -extents.y_bearing
        edges = (left, top, left + extents.width, top - extents.height)
        assert box == pytest.approx(edges, abs=10)


@pytest.fixture
def threads_that_take_turns() -> Iterator[None]:
    """After each step, as good as."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def test_threads_that_draw_at_once_get_the_same_outlines(threads_that_take_turns: None) -> None:
    font = bundled_fonts()[0]
    numbers = range(1, 400)
    outline.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(lambda number: outline(font, number), [*numbers] * 4))
    outline.cache_clear()
    assert drawn == [outline(font, number) for number in numbers] * 4
