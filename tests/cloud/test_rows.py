"""Words in rows: none over another, the largest in the middle, the canvas filled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.cloud.rows import Box, in_rows

boxes = st.lists(
    st.builds(Box, st.floats(1, 90), st.floats(1, 20), st.floats(0, 6)), min_size=1, max_size=25
).map(lambda found: sorted(found, key=lambda box: -box.above))


def rectangles(words, places):
    for word, (x, y) in zip(words, places, strict=True):
        yield x, y - word.above, x + word.width, y + word.below


@given(boxes, st.floats(0.3, 3))
def test_no_box_lies_over_another(words, aspect):
    found = list(rectangles(words, in_rows(words, aspect)))
    for i, (left, top, right, bottom) in enumerate(found):
        for other in found[:i]:
            beside = left >= other[2] - 1e-6 or right <= other[0] + 1e-6
            above = top >= other[3] - 1e-6 or bottom <= other[1] + 1e-6
            assert beside or above


@given(boxes, st.floats(0.3, 3))
def test_the_rows_are_centred(words, aspect):
    lefts, tops, rights, bottoms = zip(*rectangles(words, in_rows(words, aspect)), strict=True)
    assert min(lefts) == pytest.approx(-max(rights))
    assert min(tops) == pytest.approx(-max(bottoms))


def test_words_of_one_size_stand_in_even_rows():
    places = in_rows([Box(10, 1, 0)] * 20, 2.0)
    lengths = [sum(y == row for _, y in places) for row in {y for _, y in places}]
    assert lengths == [2] * 10


def test_the_largest_word_is_in_the_middle_row():
    words = [Box(30, 9, 0), *[Box(30, 3, 0)] * 6]
    places = in_rows(words, 1.0)
    above = sum(y < places[0][1] for _, y in places)
    assert above == 3


def test_a_small_word_does_not_share_the_row_of_a_large_one():
    (_, large), (_, small) = in_rows([Box(5, 10, 0), Box(5, 2, 0)], 3.0)
    assert large != small
