"""The compiled kernel against the slow reference, and against input it must refuse."""

import struct
from array import array
from dataclasses import replace
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coalition.drawing import _kernel
from tests.drawing.reference import CELL, EM, RefWord, Slow, box, columns_of


def contours(highest, lowest):
    points = st.tuples(st.integers(-300, 2500), st.integers(highest, lowest))
    return st.lists(
        st.lists(points, min_size=2, max_size=6).map(tuple), min_size=1, max_size=4
    ).map(tuple)


def rectangle(width, height, left=0, top=0):
    """The contour of so many whole cells, at one cell per em."""
    right, bottom = (left + width) * EM - 1, (top + height) * EM - 1
    left, top = left * EM + 1, top * EM + 1
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def ref_words(contours, sizes, most_gap, wish_x, wish_y):
    wishes = st.tuples(st.integers(-wish_x, wish_x), st.integers(-wish_y, wish_y))
    gaps = st.integers(0, most_gap), st.integers(0, most_gap)
    return st.builds(RefWord, contours, sizes, *gaps, st.one_of(st.just((0, 0)), wishes))


small_words = ref_words(contours(-900, 300), st.integers(2 * CELL, 9 * CELL), 2, 60, 40)
# Up to 200 cells wide, so that a row of one is several of the kernel's 64-bit words.
wide_words = ref_words(contours(-200, 60), st.integers(9 * CELL, 70 * CELL), 9, 250, 60)
# Solid from end to end, as most of a word is.
sides = st.tuples(st.integers(1, 200), st.integers(1, 12))
bars = ref_words(sides.map(lambda side: (rectangle(*side),)), st.just(CELL), 9, 250, 60)
crowds = st.one_of(
    st.tuples(
        st.lists(small_words, min_size=1, max_size=6),
        st.tuples(st.integers(1, 90), st.integers(1, 60)),
    ),
    st.tuples(
        st.lists(st.one_of(wide_words, bars, small_words), min_size=1, max_size=9),
        st.tuples(st.integers(64, 330), st.integers(10, 70)),
    ),
)
aspects = st.tuples(st.integers(1, 9), st.integers(1, 9))


def ints(rows) -> bytes:
    return array("i", [value for row in rows for value in row]).tobytes()


def tables(words):
    """Each word as two glyphs, each of an outline of its own that begins at the glyph's origin:
    one for the word's last contour, one for those before it, if any."""
    points, spans, glyphs, rows = [], [], [], []
    for word in words:
        rows.append((len(glyphs), 2, word.size, word.gap_x, word.gap_y, *word.want))
        for part in (word.contours[:-1], word.contours[-1:]):
            origin_x, origin_y = part[0][0] if part else (0, 0)
            glyphs.append((len(spans), origin_x, origin_y))
            spans.append((len(points), sum(len(contour) for contour in part)))
            for contour in part:
                points += [
                    (x - origin_x, y - origin_y, int(i == 0)) for i, (x, y) in enumerate(contour)
                ]
    return ints(rows), ints(glyphs), ints(spans), ints(points)


def place(words, grid, aspect):
    """Each word's corner, the top left one of its box; None: no room."""
    found = _kernel.place(*tables(words), *grid, *aspect)
    if found is None:
        return None
    flat, corners = struct.unpack(f"{2 * len(words)}i", found), []
    for word, x, y in zip(words, flat[::2], flat[1::2], strict=True):
        left, top, _, _ = box(columns_of(word))
        corners.append((x + grid[0] // 2 + left, y + grid[1] // 2 + top))
    return corners


def check(words, grid, aspect):
    """The kernel's answer against the reference: every word at a best free position, and "no
    room" only where there is none. Words do not depend on those after them, so the words that
    found room before the first that did not stand where they stood for it."""
    slow, corners = Slow(grid, aspect), []
    for count, word in enumerate(words, 1):
        before, corners = corners, place(words[:count], grid, aspect)
        free = slow.free(word)
        if corners is None:
            assert not free, f"word {count} has room"
            return
        assert corners[:-1] == before
        assert corners[-1] in free, "the position is taken or outside the grid"
        assert slow.cost(word, *corners[-1]) == slow.least_cost(word, free)
        slow.put(word, *corners[-1])


@settings(deadline=None)
@given(crowds, aspects)
def test_every_word_gets_the_best_free_position_if_there_is_one(crowd, aspect):
    check(*crowd, aspect)


def random_word(random, wide):
    """A jagged word, up to 100 cells wide and 25 high, or as high and no wider than 25."""
    width, height = (2500, 400) if wide else (700, 700)
    corners = [
        (random.randint(0, width), random.randint(-height, 0)) for _ in range(random.randint(3, 7))
    ]
    size = random.randint(5 * CELL, 36 * CELL)
    want = (random.randint(-150, 150), random.randint(-30, 30)) if random.random() < 0.5 else (0, 0)
    return RefWord((tuple(corners),), size, random.randint(0, 2), random.randint(0, 1), want)


@pytest.mark.parametrize("seed", range(5))
def test_a_grid_is_filled_as_well_by_its_last_words_as_by_its_first(seed):
    random = Random(seed)
    grid = (random.randint(120, 330), random.randint(40, 70))
    words = [random_word(random, random.random() < 0.4) for _ in range(100)]
    check(words, grid, (4, 1))
    assert place(words, grid, (4, 1)) is None, "more words would have to be tried"


@settings(deadline=None)
@given(small_words, st.tuples(st.integers(1, 40), st.integers(1, 30)))
def test_one_word_finds_room_exactly_where_its_box_fits(word, grid):
    _, _, width, height = box(columns_of(word))
    fits = width <= grid[0] and height <= grid[1]
    assert (place([word], grid, (4, 3)) is not None) == fits


def word_of(*contours, want=(0, 0)):
    return RefWord(contours, CELL, 0, 0, want)


@pytest.mark.parametrize("width", [1, 10, 63, 64, 65, 128, 192, 200])
def test_a_gap_exactly_as_wide_as_a_word_is_found(width):
    bar = word_of(rectangle(330, 1), want=(0, -9))  # as wide as the grid: no place is too far out
    left = (330 - width) // 2
    right = 330 - width - left
    sides = [
        word_of(rectangle(left, 4), want=(-150, 2)),
        word_of(rectangle(right, 4), want=(150, 2)),
    ]
    for want in (-150, -40, 0, 40, 150):
        words = [bar, *sides, word_of(rectangle(width, 4), want=(want, 0))]
        assert place(words, (330, 5), (330, 5))[-1] == (left, 1)
        assert place([*words, word_of(rectangle(1, 1))], (330, 5), (330, 5)) is None


STEPS = word_of(rectangle(2, 3, left=0, top=6), rectangle(2, 3, left=7, top=0))
LEVEL = word_of(rectangle(2, 6, left=0, top=3), rectangle(2, 6, left=7, top=0))


@pytest.mark.parametrize(("word", "rows"), [(STEPS, (6, 9)), (LEVEL, (3, 6))])
def test_between_two_letters_stands_what_both_have_or_else_the_left_one(word, rows):
    assert columns_of(word)[4] == rows
    for want in [(x, y) for x in range(-4, 5) for y in range(-4, 5)]:
        check([word, word_of(rectangle(1, 1), want=want)], (9, 9), (1, 1))


TWO_TRIANGLES = word_of(((0, 0), (1000, -1000), (2000, 0)), ((2500, 0), (2600, 0), (2550, -900)))


@settings(deadline=None)
@example(replace(TWO_TRIANGLES, size=10 * CELL), (1, 1))
@example(replace(TWO_TRIANGLES, contours=TWO_TRIANGLES.contours * 2, size=10 * CELL), (1, 1))
@given(ref_words(contours(-600, 0), st.integers(CELL, 12 * CELL), 1, 0, 0), aspects)
def test_what_a_word_leaves_free_of_its_box_is_just_as_much_as_it_does_not_cover(word, aspect):
    columns = columns_of(word)
    _, _, width, height = box(columns)
    left = width * height - sum(bottom - top for top, bottom in columns.values())
    crumbs = [word_of(rectangle(1, 1))] * left
    assert place([word, *crumbs], (width, height), aspect) is not None
    assert place([word, *crumbs, crumbs[0] if crumbs else word], (width, height), aspect) is None


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
