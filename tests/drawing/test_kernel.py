"""The compiled kernel against the slow reference, and against input it must refuse."""

import struct
from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition.drawing import _kernel
from tests.drawing.reference import CELL, RefWord, best_costs, cells

coordinates = st.tuples(st.integers(-300, 2500), st.integers(-900, 300))
contours = st.lists(coordinates, min_size=2, max_size=6).map(tuple)
sizes = st.integers(2 * CELL, 9 * CELL)
wishes = st.one_of(st.just((0, 0)), st.tuples(st.integers(-25, 25), st.integers(-20, 20)))
ref_words = st.builds(
    RefWord,
    st.lists(contours, min_size=1, max_size=3).map(tuple),
    sizes,
    st.integers(0, 2),
    st.integers(0, 1),
    wishes,
)


def ints(rows) -> bytes:
    return array("i", [value for row in rows for value in row]).tobytes()


def tables(words):
    """Each word as one glyph of an outline of its own."""
    points, spans, glyphs, rows = [], [], [], []
    for number, word in enumerate(words):
        spans.append((len(points), sum(len(contour) for contour in word.contours)))
        for contour in word.contours:
            points += [(x, y, int(i == 0)) for i, (x, y) in enumerate(contour)]
        glyphs.append((number, 0, 0))
        rows.append((number, 1, word.size, word.gap_x, word.gap_y, *word.want))
    return ints(rows), ints(glyphs), ints(spans), ints(points)


def place(words, grid, aspect):
    found = _kernel.place(*tables(words), *grid, *aspect)
    if found is None:
        return None
    flat = struct.unpack(f"{2 * len(words)}i", found)
    return list(zip(flat[::2], flat[1::2], strict=True))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(ref_words, min_size=1, max_size=5),
    st.tuples(st.integers(20, 90), st.integers(15, 60)),
    st.tuples(st.integers(1, 9), st.integers(1, 9)),
)
def test_every_word_gets_the_best_free_position(words, grid, aspect):
    places = place(words, grid, aspect)
    if places is None:
        return  # whether "no room" is true is the next test's business
    seen = set()
    for own, best, put in best_costs(words, grid, aspect, places):
        assert own is not None, "the position is taken or outside the grid"
        assert own == best
        assert not put & seen
        assert all(0 <= x < grid[0] and 0 <= y < grid[1] for x, y in put)
        seen |= put


@settings(max_examples=60, deadline=None)
@given(ref_words, st.tuples(st.integers(1, 40), st.integers(1, 30)))
def test_one_word_finds_room_exactly_where_its_box_fits(word, grid):
    taken = cells(word)
    width = max(x for x, _ in taken) - min(x for x, _ in taken) + 1
    height = max(y for _, y in taken) - min(y for _, y in taken) + 1
    fits = width <= grid[0] and height <= grid[1]
    assert (place([word], grid, (4, 3)) is not None) == fits


SQUARE = (
    ints([(0, 1, 4 * CELL, 0, 0, 0, 0)]),
    ints([(0, 0, 0)]),
    ints([(0, 4)]),
    ints([(0, 0, 1), (900, 0, 0), (900, 900, 0), (0, 900, 0)]),
)


@pytest.mark.parametrize(
    ("table", "value"),
    [
        (0, ints([(0, 2, 4 * CELL, 0, 0, 0, 0)])),  # more glyphs than there are
        (0, ints([(-1, 1, 4 * CELL, 0, 0, 0, 0)])),
        (0, ints([(0, 1, 0, 0, 0, 0, 0)])),  # no size
        (0, ints([(0, 1, 4 * CELL, -1, 0, 0, 0)])),
        (0, ints([(0, 1, 4 * CELL, 0, 0, 2**30, 0)])),
        (0, b"123"),  # half a row
        (1, ints([(1, 0, 0)])),  # no such outline
        (1, ints([(0, 2**30, 0)])),
        (2, ints([(1, 4)])),  # more points than there are
        (2, ints([(0, -1)])),
        (3, ints([(2**30, 0, 1)] * 4)),
    ],
)
def test_tables_that_do_not_fit_together_are_refused(table, value):
    arguments = list(SQUARE)
    arguments[table] = value
    with pytest.raises(ValueError, match=r"out of range|outside|multiple"):
        _kernel.place(*arguments, 40, 30, 4, 3)


@pytest.mark.parametrize(
    ("grid", "aspect"), [((0, 9), (1, 1)), ((2**20, 2**20), (1, 1)), ((9, 9), (0, 1))]
)
def test_an_impossible_grid_is_refused(grid, aspect):
    with pytest.raises(ValueError, match="grid"):
        _kernel.place(*SQUARE, *grid, *aspect)


def test_a_word_without_ink_takes_no_room():
    nothing = ints([(0, 0, 4 * CELL, 3, 3, 0, 0)])
    assert _kernel.place(nothing, b"", b"", b"", 10, 10, 1, 1) == ints([(0, 0)])
