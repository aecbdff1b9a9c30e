"""Placed words never touch, keep their proportions and fill the canvas."""

import io
from itertools import combinations, pairwise
from math import ceil, floor
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops
from resvg_py import svg_to_bytes

from coalition.cloud.place import COMPACT, Frame, Layout, lay_out
from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import ink_box, path_data
from coalition.drawing.shaping import shape
from coalition.drawing.tables import Word
from coalition.errors import LayoutError

FONTS = FontSet()
NAMES = (
    "Change Management",
    "Coaching",
    "Äußerst Jung & Fit",
    "R&D",
    "Budgeting",
    "إدارة التغيير",
    "Strategy",
    "нетворкинг",
    "Public Speaking",
    "C++",
    "gypsy jogging",
    "i",
    "TTT",
    "नेतृत्व",
)
WIDTH, HEIGHT = 400, 300
ZOOM = 4

RIM = 8
"""Pixels left free around a word: its curves may stand out a little from its measured box."""


def place(words, width, height, layout=COMPACT):
    return lay_out(words, Frame(0, 0, width, height), layout)


def words_of(names, weights):
    pairs = sorted(zip(weights, names, strict=True), reverse=True)
    return [Word(shape(name, FONTS), weight**0.5) for weight, name in pairs]


class Inked(NamedTuple):
    """One word's pixels, at ZOOM times the canvas's: white ink on black, and where the left top
    one is on the canvas."""

    left: int
    top: int
    pixels: Image.Image

    @property
    def box(self):
        return self.left, self.top, self.left + self.pixels.width, self.top + self.pixels.height

    def touches(self, other):
        """Whether the two have ink in the same pixel."""
        left, top = (max(pair) for pair in zip(self.box[:2], other.box[:2], strict=True))
        right, bottom = (min(pair) for pair in zip(self.box[2:], other.box[2:], strict=True))
        if left >= right or top >= bottom:
            return False
        mine, theirs = (
            ink.pixels.crop((left - ink.left, top - ink.top, right - ink.left, bottom - ink.top))
            for ink in (self, other)
        )
        return ImageChops.multiply(mine, theirs).getbbox() is not None

    def widened(self, pixels):
        """The ink and all that is at most so many pixels to its right."""
        wide = Image.new("L", (self.pixels.width + pixels, self.pixels.height))
        wide.paste(self.pixels)
        found = wide
        for step in range(1, pixels + 1):
            found = ImageChops.lighter(found, ImageChops.offset(wide, step, 0))
        return Inked(self.left, self.top, found)


def drawn(word, spot):
    """A word drawn by itself, on a sheet that just holds it."""
    box, scale = ink_box(word.shaped), spot.size / 1000 * ZOOM
    x, y = spot.x * ZOOM, spot.y * ZOOM
    left, top = floor(x + box.left * scale) - RIM, floor(y + box.top * scale) - RIM
    right, bottom = ceil(x + box.right * scale) + RIM, ceil(y + box.bottom * scale) + RIM
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{right - left}" height="{bottom - top}">'
        f'<rect width="100%" height="100%"/><path fill="#fff" transform="translate('
        f'{x - left:.4f} {y - top:.4f}) scale({scale:.8f})" '
        f'd="{path_data(word.shaped)}"/></svg>'
    )
    png = bytes(svg_to_bytes(svg_string=svg, skip_system_fonts=True))
    pixels = Image.open(io.BytesIO(png)).convert("L").point(lambda v: 255 if v > 55 else 0)
    ink = pixels.getbbox()
    assert ink[0] > 0 < ink[1], "the sheet cuts the word"
    assert ink[2] < pixels.width
    assert ink[3] < pixels.height
    return Inked(left, top, pixels)


weighted = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(1, 60)), min_size=1, max_size=9)
related = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8), st.floats(0, 1, allow_nan=False)), max_size=9
)


def related_layout(pairs, count):
    """Relations among so many words."""
    return Layout(related=[(i, j, value) for i, j, value in pairs if max(i, j) < count])


@settings(max_examples=40, deadline=None)
@given(weighted, related)
def test_no_word_touches_another_or_leaves_the_canvas(pairs, relations):
    words = words_of(*zip(*pairs, strict=True))
    spots = place(words, WIDTH, HEIGHT, related_layout(relations, len(words)))
    inks = [drawn(word, spot) for word, spot in zip(words, spots, strict=True)]
    assert not any(one.touches(other) for one, other in combinations(inks, 2))
    for left, top, right, bottom, _ in boxes(words, spots):
        assert left >= -0.01
        assert top >= -0.01
        assert right <= WIDTH + 0.01
        assert bottom <= HEIGHT + 0.01


@settings(max_examples=40, deadline=None)
@given(weighted, st.integers(0, 8))
def test_no_word_touches_another_where_a_cloud_is_kept(pairs, changed):
    words = words_of(*zip(*pairs, strict=True))
    before = place(words, WIDTH, HEIGHT)
    at = changed % len(words)
    larger = [word._replace(size=word.size * (1.4 if i == at else 1)) for i, word in
              enumerate(words)]  # fmt: skip
    spots = place(larger, WIDTH, HEIGHT, Layout(previous=before))
    inks = [drawn(word, spot) for word, spot in zip(larger, spots, strict=True)]
    assert not any(one.touches(other) for one, other in combinations(inks, 2))


@settings(max_examples=40, deadline=None)
@given(weighted, related)
def test_sizes_keep_their_proportions_exactly(pairs, relations):
    words = words_of(*zip(*pairs, strict=True))
    spots = place(words, 800, 600, related_layout(relations, len(words)))
    ratios = [spot.size / word.size for word, spot in zip(words, spots, strict=True)]
    assert max(ratios) / min(ratios) < 1 + 1e-12


def boxes(words, spots):
    for word, spot in zip(words, spots, strict=True):
        ink, em = ink_box(word.shaped), spot.size / 1000
        yield (
            spot.x + ink.left * em,
            spot.y + ink.top * em,
            spot.x + ink.right * em,
            spot.y + ink.bottom * em,
            spot.size,
        )


@pytest.mark.parametrize("count", [2, 14, 30])
def test_words_side_by_side_keep_a_tenth_of_an_em(count):
    words = words_of(
        [NAMES[i % len(NAMES)] for i in range(count)], [60 // (i + 1) + 1 for i in range(count)]
    )
    spots = place(words, WIDTH, HEIGHT)
    inks = [drawn(word, spot) for word, spot in zip(words, spots, strict=True)]
    for left, spot in zip(inks, spots, strict=True):
        for right, other in zip(inks, spots, strict=True):
            gap = int(0.1 * min(spot.size, other.size) * ZOOM)
            assert left is right or not left.widened(gap).touches(right)


@pytest.mark.parametrize(("width", "height"), [(800, 600), (1600, 400), (500, 500), (300, 900)])
def test_the_cloud_fills_its_canvas_and_is_centred(width, height):
    names = [NAMES[i % len(NAMES)][:9].strip() for i in range(150)]
    words = words_of(names, [10 // (i + 1) + 3 for i in range(150)])  # none decides the scale
    lefts, tops, rights, bottoms, _ = zip(*boxes(words, place(words, width, height)), strict=True)
    across, down = max(rights) - min(lefts), max(bottoms) - min(tops)
    assert across / width > 0.999 or down / height > 0.999
    assert min(across / width, down / height) > 0.95
    assert min(lefts) == pytest.approx(width - max(rights), abs=0.01)
    assert min(tops) == pytest.approx(height - max(bottoms), abs=0.01)


def test_beside_one_very_long_word_the_others_are_spread_over_the_canvas():
    names = ["Product Leadership Modelling", *(f"Strategic Design {i}" for i in range(60))]
    words = words_of(names, [70 // (i + 1) + 1 for i in range(61)])
    _, tops, _, bottoms, _ = zip(*boxes(words, place(words, 400, 300)), strict=True)
    assert max(bottoms) - min(tops) > 0.7 * 300


def test_the_same_words_get_the_same_places():
    words = words_of(NAMES, range(14, 0, -1))
    assert place(words, 800, 600) == place(words, 800, 600)


def test_heavier_words_are_nearer_the_middle():
    words = words_of([f"skill {i}" for i in range(60)], [400 // (i + 1) + 1 for i in range(60)])
    spots = list(boxes(words, place(words, 800, 600)))
    off = [abs((b[0] + b[2]) / 2 - 400) / 4 + abs((b[1] + b[3]) / 2 - 300) / 3 for b in spots]
    thirds = [sum(off[i : i + 20]) for i in (0, 20, 40)]
    assert all(near < far for near, far in pairwise(thirds))


def test_words_without_ink_are_placed_too():
    assert len(place([Word(shape(" ", FONTS), 1.0)], 100, 100)) == 1


@pytest.mark.parametrize("length", [200, 5_000])
def test_one_very_long_word_is_made_to_fit(length):
    words = [Word(shape("x" * length, FONTS), 2.0), Word(shape("short", FONTS), 1.0)]
    for _, _, right, _, _ in boxes(words, place(words, 400, 300)):
        assert right <= 400.01


def test_a_canvas_without_room_is_refused():
    with pytest.raises(LayoutError, match="canvas"):
        place(words_of(NAMES, range(14, 0, -1)), 0, 100)
