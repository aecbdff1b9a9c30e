"""Input that the compiled kernel must refuse, or take as it is: it never breaks."""

import ctypes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.drawing import _kernel
from tests.drawing.kernel_calls import examples, ints, numbers

CELL = 1024  # size of a word with one em a cell
FAR, LARGEST = 1 << 24, 1 << 21  # outline units and size that are taken at most
REFUSED = r"out of range|outside|multiple|not a row|not a byte|order"

WORD = (0, 1, 4 * CELL, 1, 1, 0)
GLYPH, OUTLINE = (0, 0, 0), (0, 4)
SQUARE = [(0, 0, 1), (900, 0, 0), (900, 900, 0), (0, 900, 0)]


def tables(words=(WORD,), glyphs=(GLYPH,), outlines=(OUTLINE,), points=SQUARE):
    return tuple(
        table if isinstance(table, bytes) else ints(table)
        for table in (words, glyphs, outlines, points)
    )


def place(words=2, **changed):
    """Asked of so many squares, but for what is changed."""
    usual = {
        "sheet": _kernel.measure(*tables([WORD] * words))[0],
        "wants": b"", "pins": b"", "outside": b"",
        "width": 40, "height": 30, "across": 4, "down": 3,
        "covered": 0, "growth": 5, "phrase": 300, "nearest": 0, "related": b"", "partners": 0,
        "trades": 0, "alike": 0, "seed": 1,
    }  # fmt: skip
    assert changed.keys() <= usual.keys()
    return _kernel.place(*(usual | changed).values())


def together(boxes=((0, 0, 9, 9), (20, 0, 29, 9)), related=((0, 1, 9),)):
    return _kernel.together(ints(boxes), ints(related))


# -- tables of words ------------------------------------------------------------------------------


@pytest.mark.parametrize("ask", [_kernel.measure, _kernel.inks])
@pytest.mark.parametrize(
    "changed",
    [
        {"words": [(0, 2, CELL, 0, 0, 0)]},  # more glyphs than there are
        {"words": [(2, 0, CELL, 0, 0, 0)]},
        {"words": [(-1, 1, CELL, 0, 0, 0)]},
        {"words": [(1, -1, CELL, 0, 0, 0)]},
        {"words": [(2**31 - 1, 2**31 - 1, CELL, 0, 0, 0)]},
        {"words": [(0, 1, 0, 0, 0, 0)]},  # no size
        {"words": [(0, 1, -CELL, 0, 0, 0)]},
        {"words": [(0, 1, LARGEST + 1, 0, 0, 0)]},
        {"words": [(0, 1, CELL, -1, 0, 0)]},
        {"words": [(0, 1, CELL, 0, -1, 0)]},
        {"words": [(0, 1, CELL, 2**15, 0, 0)]},
        {"words": [(0, 1, CELL, 0, 2**31 - 1, 0)]},
        {"words": b"123"},  # part of a row
        {"words": ints([WORD, (0,)])},
        {"glyphs": [(1, 0, 0)]},  # no such outline
        {"glyphs": [(-1, 0, 0)]},
        {"glyphs": [(0, FAR + 1, 0)]},
        {"glyphs": [(0, 0, -FAR - 1)]},
        {"glyphs": [(0, 0, -(2**31))]},
        {"glyphs": ints([(0, 0)])},
        {"outlines": [(1, 4)]},  # more points than there are
        {"outlines": [(0, -1)]},
        {"outlines": [(-1, 1)]},
        {"outlines": [(2**31 - 1, 2**31 - 1)]},
        {"points": [(FAR + 1, 0, 1)] * 4},
        {"points": [(0, -(2**31), 1)] * 4},
        {"points": ints([(1,)])},
    ],
)
def test_tables_of_words_that_do_not_fit_together_are_refused(ask, changed):
    with pytest.raises(ValueError, match=REFUSED):
        ask(*tables(**changed))


@pytest.mark.parametrize("seconds", [ints([(1,)] * 2), ints([(-1,)]), ints([(2**31 - 1,)]), b"12"])
def test_impossible_second_lines_are_refused(seconds):
    with pytest.raises(ValueError, match=REFUSED + "|not one number"):
        _kernel.measure(*tables(), seconds)


@pytest.mark.parametrize("ask", [_kernel.measure, _kernel.inks])
@pytest.mark.parametrize("table", [None, "words", bytearray(24), 5])
def test_what_is_no_table_is_refused(ask, table):
    with pytest.raises(TypeError):
        ask(table, *tables()[1:])
    with pytest.raises(TypeError):
        ask(*tables()[:3])


@pytest.mark.parametrize("turned", [0, 1])
@pytest.mark.parametrize(("x", "y"), [(FAR, 0), (0, FAR), (FAR, FAR), (FAR, -FAR)])
def test_a_word_larger_than_any_grid_has_no_room(x, y, turned):
    words = [(0, 2, LARGEST, 2**14, 2**14, turned)]
    glyphs, points = [(0, x, y), (0, -x, -y)], [(x, y, 1), (-x, -y, 0)]
    sheet, _ = _kernel.measure(*tables(words, glyphs, [(0, 2)], points))
    assert place(sheet=sheet, width=2**14, height=2**14) is None


@pytest.mark.parametrize("turned", [0, 1])
def test_a_word_may_stand_as_far_from_its_origin_as_can_be(turned):
    """Two words of one size, far from it on either side."""
    points = [(0, 0, 1), (2, 0, 0), (2, 2, 0), (0, 2, 0)]
    corners = [(FAR - 2, FAR - 2), (-FAR, -FAR)]
    points = [(x + left, y + top, first) for left, top in corners for x, y, first in points]
    words = [(i, 1, LARGEST, 1, 1, turned) for i in (0, 1)]
    glyphs = [(0, FAR, FAR), (1, -FAR, -FAR)]
    sheet, _ = _kernel.measure(*tables(words, glyphs, [(0, 4), (4, 4)], points))
    found = place(sheet=sheet, phrase=1000, pins=rows(1, 2**20, -(2**20), 0))
    assert found is not None


def test_letters_may_be_anywhere_in_the_tables():
    words = [(1, 1, CELL, 0, 0, 0), (0, 2, CELL, 0, 0, 0), (2, 0, CELL, 9, 9, 1)]
    glyphs, outlines = [(1, 0, 0), (0, 0, 0)], [(0, 4), (4, 0)]
    assert numbers(_kernel.inks(*tables(words, glyphs, outlines))) == (
        *(0, 0, 900, 900), *(0, 0, 900, 900), *(0, 0, 0, 0),
    )  # fmt: skip


# -- placing --------------------------------------------------------------------------------------


def rows(*row, count=2):
    return ints([row] * count)


@pytest.mark.parametrize(
    "changed",
    [
        {"width": 0},
        {"height": -1},
        {"width": 2**16 + 1},
        {"width": 2**16, "height": 2**16},
        {"width": 2**31 - 1, "height": 2**31 - 1},
        {"across": 0},
        {"down": -1},
        {"across": 2**12 + 1},
        {"covered": -1},
        {"covered": 2**16 + 1},
        {"growth": -1},
        {"growth": 10_001},
        {"phrase": -1},
        {"phrase": 2**31 - 1},
        {"partners": -1},
        {"wants": rows(0, 0, count=1)},
        {"wants": rows(0, 0, count=3)},
        {"wants": b"1"},
        {"wants": rows(0, 2**16 + 1)},
        {"wants": rows(-(2**31), 0)},
        {"pins": rows(1, 0, 0, 0, count=1)},
        {"pins": ints([(1, 0, 0)])},
        {"pins": rows(1, 2**20 + 1, 0, 0)},
        {"pins": rows(1, 0, -(2**31), 0)},
        {"pins": rows(1, 0, 0, 2**31 - 1)},
        {"outside": b"\0"},
        {"outside": bytes(40 * 30 - 1)},
        {"outside": bytes(40 * 30 + 1)},
        {"related": ints([(0, 1)])},
        {"related": ints([(0, 2, 9)])},  # no such word
        {"related": ints([(-1, 1, 9)])},
        {"related": ints([(1, 0, 9)])},  # the later one first
        {"related": ints([(1, 1, 9)])},
        {"related": ints([(0, 1, -1)])},
        {"related": ints([(0, 1, 10_001)])},
    ],
)
def test_an_impossible_job_is_refused(changed):
    with pytest.raises(ValueError, match=REFUSED):
        place(**changed)


def test_relations_come_in_the_order_of_the_later_word():
    with pytest.raises(ValueError, match="order"):
        place(words=3, related=ints([(0, 2, 9), (0, 1, 9)]))


@pytest.mark.parametrize("number", [2**31, -(2**31) - 1, 2**70])
@pytest.mark.parametrize("name", ["width", "across", "covered", "growth", "nearest", "partners"])
def test_numbers_of_more_than_32_bits_are_refused(name, number):
    with pytest.raises(OverflowError):
        place(**{name: number})


@pytest.mark.parametrize("sheet", [b"", "words", 5, object()])
def test_what_was_not_measured_cannot_be_placed(sheet):
    with pytest.raises((ValueError, TypeError)):
        place(sheet=sheet)
    with pytest.raises(ValueError, match="PyCapsule"):
        place(sheet=_kernel.pen()[0])


@pytest.mark.parametrize("nearest", [0, 1])
@pytest.mark.parametrize("x", [-(2**20), 0, 2**20])
@pytest.mark.parametrize("y", [-(2**20), 0, 2**20])
def test_a_word_pinned_off_the_grid_is_placed_on_it(x, y, nearest):
    found = numbers(place(pins=rows(1, x, y, 0), across=4096, down=4096, nearest=nearest))
    assert max(map(abs, found)) < 40 * 16


@pytest.mark.parametrize("want", [-(2**16), 2**16])
@pytest.mark.parametrize("grid", [(2**16, 12), (12, 2**16), (2**14, 2**14)])
def test_the_largest_grids_can_be_searched(grid, want):
    width, height = grid
    found = place(
        wants=rows(want, want),
        width=width,
        height=height,
        across=4096,
        down=4096,
        covered=2**16,
        nearest=1,
    )
    assert found is not None


# -- trading places, and what is together ---------------------------------------------------------


@pytest.mark.parametrize(
    "changed",
    [
        {"trades": -1},
        {"trades": 10_001},
        {"alike": -1},
        {"seed": 0},
        {"trades": 5, "alike": 10_001},
        {"trades": 5, "seed": 0},
        {"trades": 5, "seed": -1},
        {"trades": 5, "words": 2001},
        {"trades": 5, "pins": ints([(1, 0, 0, 0)] * 2)},
        {"partners": 1, "pins": ints([(1, 0, 0, 0)] * 2)},
    ],
)
def test_impossible_trades_are_refused(changed):
    with pytest.raises(ValueError, match=REFUSED):
        place(**changed)


@pytest.mark.parametrize("name", ["trades", "alike", "seed"])
def test_numbers_of_trades_of_more_than_32_bits_are_refused(name):
    with pytest.raises(OverflowError):
        place(**{name: 2**31})


@pytest.mark.parametrize(
    "task",
    [
        [[(0, 0, 9)]],
        [[(9, 0, 0, 9), (0, 0, 9, 9)]],  # its right before its left
        [[(0, 9, 9, 0), (0, 0, 9, 9)]],
        [[(0, 0, 2**24 + 1, 9)] * 2],
        [[(-(2**31), 0, 9, 9)] * 2],
        [[(0, 0, 9, 9)] * 2, [(0, 2, 9)]],
        [[(0, 0, 9, 9)] * 2, [(1, 0, 9)]],
        [[(0, 0, 9, 9)] * 2, [(0, 1, 10_001)]],
        [[(0, 0, 9, 9)] * 2, [(0, 1)]],
    ],
)
def test_what_cannot_be_together_is_refused(task):
    with pytest.raises(ValueError, match=REFUSED):
        together(*task)


# -- the pen --------------------------------------------------------------------------------------


def test_only_a_pen_has_ink():
    pen, *functions = _kernel.pen()
    assert _kernel.pen_ink(pen) == (0, 0, "", b"")
    for other in (*functions, _kernel.measure(*tables())[0]):
        with pytest.raises(ValueError, match=r"pen|PyCapsule"):
            _kernel.pen_ink(other)
    with pytest.raises(ValueError, match="PyCapsule"):
        _kernel.pen_ink(b"")


def pointer(capsule):
    get = ctypes.pythonapi.PyCapsule_GetPointer
    get.restype, get.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    return get(capsule, None)


def drawn(commands):
    """What a pen has drawn after these: which of its functions, and the points it is given."""
    pen, *functions = _kernel.pen()
    for which, points in commands:
        taken = [ctypes.c_float] * len(points)
        void = ctypes.c_void_p
        call = ctypes.CFUNCTYPE(None, void, void, void, *taken, void)(pointer(functions[which]))
        call(None, pointer(pen), None, *points, None)
    return _kernel.pen_ink(pen)


def test_a_pen_turns_what_it_is_given_upside_down():
    triangle = [(0, (10, 20)), (1, (30, 20)), (2, (30, 40, 10, 40)), (4, ())]
    rows = (10, -20, 1, 30, -20, 0, 25, -35, 0, 10, -40, 0)
    assert drawn(triangle) == (10, -20, "l20 0q0 -20 -20 -20z", ints([rows]))


coordinates = st.floats(width=32)


def drawing(which, count):
    return st.tuples(st.just(which), st.tuples(*[coordinates] * count))


@examples()
@given(st.lists(st.one_of(*(drawing(i, n) for i, n in enumerate([2, 2, 4, 6, 0]))), max_size=9))
def test_a_pen_can_be_led_anywhere(commands):
    """What lies farther away than can be measured is out of range still."""
    _, _, path, points = drawn(commands)
    assert sum(path.count(letter) for letter in "lqcz") == sum(i > 0 for i, _ in commands)
    far = max((abs(value) for _, given in commands for value in given if value == value), default=0)
    if far > FAR + 1 and all(i < 2 for i, _ in commands):
        with pytest.raises(ValueError, match="range"):
            _kernel.measure(*tables(outlines=[(0, len(points) // 12)], points=points))


# -- anything -------------------------------------------------------------------------------------

numbers_of_all_kinds = st.one_of(
    st.integers(-1, 4),
    st.integers(0, 4000),
    st.sampled_from([CELL, LARGEST, FAR, -FAR, 2**14, 2**16, 2**20, -(2**31), 2**31 - 1]),
)


def some(columns):
    """A table of so many columns, or bytes that are none."""
    row = st.tuples(*[numbers_of_all_kinds] * columns)
    return st.one_of(st.lists(row, max_size=4).map(ints), st.binary(max_size=48))


def likely(usual, columns):
    """Mostly the usual rows, a number or two of them changed."""

    def changed(rows, changes):
        rows = [list(row) for row in rows]
        for row, column, value in changes:
            rows[row % len(rows)][column] = value
        return ints(rows)

    change = st.tuples(st.integers(0, 9), st.integers(0, columns - 1), numbers_of_all_kinds)
    return st.builds(changed, st.just(usual), st.lists(change, max_size=2))


def table(usual, columns):
    return st.one_of(likely(usual, columns), likely(usual, columns), some(columns))


any_tables = st.tuples(
    table([WORD, (0, 2, CELL, 0, 0, 1)], 6),
    table([GLYPH, (0, 2000, 0)], 3),
    table([OUTLINE, (1, 3)], 2),
    table(SQUARE, 3),
)


@examples(3)
@given(any_tables, st.data())
def test_whatever_comes_in_is_refused_or_answered(words, data):
    try:
        boxes = _kernel.inks(*words)
        sheet, area = _kernel.measure(*words)
    except ValueError:
        return
    count = len(words[0]) // 24
    assert len(boxes) == 16 * count
    assert area >= 0
    usual = [(0, 1, 5000)]
    try:
        found = place(
            sheet=sheet,
            wants=data.draw(st.one_of(st.just(b""), likely([(0, 0)] * max(1, count), 2))),
            pins=data.draw(st.one_of(st.just(b""), likely([(1, 0, 0, 0)] * max(1, count), 4))),
            outside=data.draw(st.sampled_from([b"", bytes(1200), b"\0\1" * 600])),
            covered=data.draw(numbers_of_all_kinds),
            growth=data.draw(numbers_of_all_kinds),
            phrase=data.draw(numbers_of_all_kinds),
            nearest=data.draw(st.integers(0, 1)),
            related=data.draw(st.one_of(st.just(b""), likely(usual, 3), some(3))),
            partners=data.draw(st.integers(0, 3)),
            trades=data.draw(st.integers(0, 9)),
            alike=data.draw(st.integers(0, 300)),
        )
    except ValueError:
        return
    assert found is None or len(found) == 8 * count


@examples(2)
@given(
    table([(0, 0, 9, 9), (20, 0, 29, 9), (0, 20, 9, 29)], 4),
    table([(0, 1, 9), (0, 2, 5000)], 3),
)
def test_whatever_may_be_together_is_refused_or_answered(boxes, related):
    try:
        found = _kernel.together(boxes, related)
    except ValueError:
        return
    assert 0 <= found <= sum(numbers(related)[2::3])
