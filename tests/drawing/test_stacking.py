"""A tag on two lines is one word: its lines near each other, and no other tag on either of them."""

from array import array
from math import cos, radians, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition.drawing._kernel import measure
from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import ink_box
from coalition.drawing.placing import Placing
from coalition.drawing.shaping import shape
from coalition.drawing.stacking import CLOSEST, stack
from coalition.drawing.tables import Plan, Word

FONTS = FontSet()
BETWEEN = 0.3
"""Least room in em between two tags on one line: more than a space (0.26)."""


def stacked(*texts):
    return stack(shape(" ".join(texts), FONTS), texts, FONTS)


def test_both_lines_are_centred():
    first, second = stacked("Stakeholder Management", "and Communication").lines
    assert (first.x, first.y) == (0, 0)
    assert second.x == pytest.approx((first.advance - second.advance) / 2, abs=1)


@pytest.mark.parametrize(
    "texts",
    [
        ("Change", "Law"),
        ("Agility", "Élan"),
        ("إدارة", "أصحاب"),
        ("ניהול קשרי", "לקוחות"),
        ("ที่ปรึกษา", "ผู้นำ"),
    ],
)
def test_the_lines_are_as_close_as_their_letters_allow(texts):
    whole = stacked(*texts)
    upper = shape(texts[0], FONTS)
    down = whole.lines[1].y
    assert CLOSEST <= down <= 1500
    lower = whole.glyphs[len(upper.glyphs) :]
    assert ink_box(whole).bottom >= ink_box(upper).bottom
    assert min(glyph.y for glyph in lower) >= down - 500


def test_each_line_is_ordered_as_a_part_of_the_whole():
    whole = stack(shape("ניהול C++", FONTS), ("ניהול", "C++"), FONTS)
    letter, plus = (shape(sign, FONTS).glyphs[0].number for sign in "C+")
    # In a text that runs leftward the signs at its end stand at its left.
    assert [glyph.number for glyph in whole.glyphs if glyph.y > 0] == [plus, plus, letter]


LABELS = [
    *(
        Word(stacked(first, second), 1.0)
        for first, second in (("Change", "Management"), ("Risk", "Law"))
    ),
    *(Word(shape(text, FONTS), 1.0) for text in ("Law", "Planning", "Tax Audit", "Co", "Coaching")),
]


def baselines(word, spot):
    """The start, the length and the em of each of a word's lines in a plane turned as it is."""
    turn, em = radians(spot.angle), spot.size / 1000
    x, y = spot.x * cos(turn) + spot.y * sin(turn), spot.y * cos(turn) - spot.x * sin(turn)
    for line in word.shaped.lines or [(word.shaped.text, 0, 0, word.shaped.advance)]:
        yield x + line[1] * em, y + line[2] * em, line[3] * em, spot.size


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            lambda word, size, turned: word._replace(size=size, turned=turned),
            st.sampled_from(LABELS),
            st.sampled_from([1.0, 1.1, 1.3]),
            st.booleans(),
        ),
        min_size=2,
        max_size=16,
    ),
    st.booleans(),
)
def test_no_tag_stands_on_a_line_of_another_as_if_it_went_on(words, nearest):
    placing = Placing(words, 800, 600)
    places = placing.on_canvas(placing.attempt(Plan(nearest=nearest)))
    lines = [
        (i, word.turned, *line)
        for i, (word, spot) in enumerate(zip(words, places, strict=True))
        for line in baselines(word, spot)
    ]
    for i, turned, left, y, width, em in lines:
        for j, other_turned, right, below, _, other_em in lines:
            small = min(em, other_em)
            if (
                i != j
                and turned == other_turned
                and left <= right
                and abs(y - below) < 0.14 * small
            ):
                assert right - left - width > BETWEEN * small


@pytest.mark.parametrize("seconds", [[0], [-1, 0], [1 << 20, 0], [0, 0, 0]])
def test_second_lines_that_make_no_sense_are_refused(seconds):
    words = array("i", [0, 0, 1024, 0, 0, 0] * 2).tobytes()
    with pytest.raises(ValueError, match="second line"):
        measure(words, b"", b"", b"", array("i", seconds).tobytes())
