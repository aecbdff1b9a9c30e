"""The compiled kernel against the slow reference: the same answers, exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.drawing import _kernel
from tests.drawing.kernel_calls import Job, Pairs, examples, numbers, placed, tables
from tests.drawing.reference import Pin, Slow, place
from tests.drawing.silhouette import (
    COLUMNS,
    EM,
    PART,
    STEPS,
    RefWord,
    ink_box,
    likeness,
    skyline_of,
)

# -- words ----------------------------------------------------------------------------------------


def rectangle(left, top, right, bottom):
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def typed(letters):
    """Letters side by side: how wide each is, its top and bottom, the room before it, and how far
    it leans.
    """
    contours, x = [], 0
    for width, top, bottom, room, lean in letters:
        left, right = x + room, x + room + width
        contours.append(((left + lean, top), (right + lean, top), (right, bottom), (left, bottom)))
        x = right
    return tuple(contours)


letters = st.tuples(
    st.integers(50, 900),
    st.sampled_from([-500, -520, -700, -800]),
    st.sampled_from([0, 0, 20, 220]),
    st.integers(0, 400),
    st.integers(0, 9),
)
points = st.tuples(st.integers(-300, 2500), st.integers(-900, 300))
jagged = st.lists(st.lists(points, min_size=1, max_size=6).map(tuple), min_size=1, max_size=4).map(
    tuple
)
contours = st.one_of(st.lists(letters, min_size=1, max_size=6).map(typed), jagged)


def ref_words(contours, cells):
    """Words of so many cells an em at most."""
    sizes = st.integers(PART // 2, cells * PART)
    across, down, second = st.integers(0, 5), st.integers(0, 6), st.sampled_from([0, 0, 300, 1000])
    return st.builds(RefWord, contours, sizes, across, down, st.booleans(), second)


small_words = ref_words(contours, 7)
nothing = st.just(RefWord((), PART, 1, 1))
wide_words = ref_words(contours, 40)


# -- measuring ------------------------------------------------------------------------------------


@examples()
@given(st.lists(st.one_of(small_words, wide_words, nothing), max_size=4))
def test_words_take_the_area_of_their_skylines(words):
    _, area = _kernel.measure(*tables(words))
    skylines = map(skyline_of, words)
    assert area == sum(skyline.area for skyline in skylines if skyline) / (COLUMNS * STEPS)


@examples()
@given(st.lists(st.one_of(small_words, nothing), max_size=4))
def test_ink_is_told_as_the_word_is_turned(words):
    boxes = [side for word in words for side in ink_box(word)]
    assert list(numbers(_kernel.inks(*tables(words)))) == boxes


# -- placing --------------------------------------------------------------------------------------


def by_likeness(word):
    return word.mask and likeness(word)


def around_oval(grid):
    """All cells but those within an oval that fills the grid."""
    width, height = grid
    return frozenset(
        (x, y)
        for y in range(height)
        for x in range(width)
        if ((2 * x + 1 - width) * height) ** 2 + ((2 * y + 1 - height) * width) ** 2
        > (width * height) ** 2
    )


def cells_of(grid):
    return st.tuples(st.integers(0, grid[0] - 1), st.integers(0, grid[1] - 1))


@st.composite
def jobs(draw, words, grids):
    """Words that differ from each other, or, where the first place found will do, a few of them
    again and again.
    """
    grid, nearest = draw(grids), draw(st.booleans())
    chosen = draw(st.lists(words, min_size=1, max_size=6, unique_by=by_likeness))
    if not nearest and draw(st.booleans()):
        chosen = draw(st.lists(st.sampled_from(chosen), min_size=1, max_size=9))
    every = {"min_size": len(chosen), "max_size": len(chosen)}
    across, down = grid[0] // 2 + 5, grid[1] // 2 + 5
    wants = st.tuples(st.integers(-across, across), st.integers(-down, down))
    spots = st.tuples(
        st.integers(-across * COLUMNS, across * COLUMNS), st.integers(-down * STEPS, down * STEPS)
    )
    pins = st.builds(Pin, st.one_of(st.none(), spots), st.integers(0, 9))
    return Job(
        chosen,
        grid,
        aspect=draw(st.tuples(st.integers(1, 6), st.integers(1, 6))),
        covered=draw(st.sampled_from([0, 0, grid[0] // 2, grid[0], 1000])),
        growth=draw(st.sampled_from([0, 5, 100, 2000])),
        phrase=draw(st.sampled_from([0, 300, 1000])),
        nearest=nearest,
        wants=draw(st.one_of(st.just([]), st.lists(wants, **every))),
        pins=draw(st.one_of(st.just([]), st.lists(pins, **every))),
        outside=draw(
            st.one_of(
                st.just(frozenset()),
                st.just(around_oval(grid)),
                st.frozensets(cells_of(grid), max_size=6),
            )
        ),
    )


def slowly(job: Job) -> Pairs | None:
    slow = Slow(job.grid, job.aspect, job.covered, job.growth, job.phrase, job.nearest, job.outside)
    return place(slow, job.words, job.wants, job.pins)


small_grids = st.tuples(st.integers(4, 60), st.integers(4, 40))
# A row of one is several of the kernel's 64-bit words.
wide_grids = st.tuples(st.integers(64, 330), st.integers(6, 24))


@examples(8)
@given(jobs(st.one_of(small_words, small_words, nothing), small_grids))
def test_every_word_stands_where_the_slow_search_puts_it(job):
    assert placed(job) == slowly(job)


@examples(3)
@given(jobs(st.one_of(small_words, wide_words), wide_grids))
def test_wide_grids_are_searched_as_narrow_ones_are(job):
    assert placed(job) == slowly(job)


@examples(3)
@given(
    st.tuples(small_words, small_words),
    st.integers(-2, 6),
    st.integers(-2, 6),
    st.sampled_from([-1, 0, 1]),
    st.integers(-60, 60),
)
def test_pins_may_be_a_little_too_near_each_other(words, beside, below, side, along):
    """The second word's box reaches so many columns, or steps, into the first one's."""
    first, second = (word.mask.skyline for word in words)
    x = [along // 4, first.width - beside, beside - second.width][side]
    y = along if side else first.height - below
    at = (x + first.left - second.left, y + first.top - second.top)
    pins = [Pin((-first.left, -first.top), 0), Pin(at, 0)]
    job = Job(list(words), (120, 100), covered=120, nearest=True, pins=pins)
    assert placed(job) == slowly(job)


def block(width, *more):
    """As high as an x, and what else there is of it."""
    return RefWord((rectangle(0, -500, width, 0), *more), 3 * PART, 1, 2)


blocks = st.one_of(
    st.integers(100, 3000).map(block),
    st.just(block(900, rectangle(0, -900, 200, 0))),
    st.just(block(900, rectangle(700, -500, 900, 300))),
)


@examples(3)
@given(
    st.lists(blocks, min_size=4, max_size=14),
    st.tuples(st.integers(10, 40), st.integers(5, 16)),
    st.sampled_from([0, 1000]),
)
def test_where_one_found_no_room_a_narrower_or_another_may(words, grid, covered):
    """All are as high; of those that reach as far up and down, all are blocks, or all the same.
    They are wanted one by one: of words all wanted in one place more is remembered, by guess.
    """
    job = Job(words, grid, covered=covered, wants=[(0, 0)] * len(words))
    assert placed(job) == slowly(job)


@examples()
@given(small_words, small_grids)
def test_one_word_finds_room_exactly_where_its_box_fits(word, grid):
    fits = word.mask.width <= grid[0] and word.mask.height <= grid[1]
    assert (placed(Job([word], grid)) is not None) == fits


def bar(width, height):
    """So many whole cells, at one cell per em."""
    return RefWord((rectangle(1, 1, width * EM - 1, height * EM - 1),), PART)


@examples(3)
@given(
    st.integers(3 * PART, 6 * PART),
    st.integers(140, 165),
    st.booleans(),
    st.integers(-20, 20),
    st.tuples(st.integers(-12, 12), st.just(0)),
    st.booleans(),
)
def test_two_words_of_like_size_on_one_line_are_kept_apart(size, percent, first, y, want, nearest):
    """The sizes are about as different as is still alike, and so are the baselines."""
    contour = rectangle(0, -700, 1500, 0)
    sizes = [size, size * percent // 100] if first else [size * percent // 100, size]
    level = sizes[1] * STEPS * 350 // (PART * EM)  # of the second one's baseline
    job = Job(
        [RefWord((contour,), size, 1, 1) for size in sizes],
        (90, 40),
        covered=90,
        phrase=1000,
        nearest=nearest,
        wants=[(0, 0), want],
        pins=[Pin((0, level + y), 0), Pin(None, 0)],
    )
    assert placed(job) == slowly(job)


@pytest.mark.parametrize("width", [1, 10, 63, 64, 65, 128, 192, 200])
def test_a_gap_exactly_as_wide_as_a_word_is_found(width):
    left = (330 - width) // 2
    bars = [bar(left, 4), bar(330 - width - left, 4)]
    sides = [Pin((-165 * COLUMNS, -2 * STEPS), 0), Pin((COLUMNS * (left + width - 165), -32), 0)]
    gap = (COLUMNS * (left - 165), -2 * STEPS)
    for want in (-150, -40, 0, 40, 150):
        for wider, found in [(0, [sides[0].at, sides[1].at, gap]), (1, None)]:
            words = [*bars, bar(width + wider, 4)]
            pins, wants = [*sides, Pin(None, 0)], [(0, 0), (0, 0), (want, 0)]
            assert placed(Job(words, (330, 4), phrase=0, wants=wants, pins=pins)) == found


def test_rows_are_searched_outward_and_upward_first():
    found = placed(Job([bar(6, 2)] * 5, (6, 10), covered=10))
    assert [y // STEPS for _, y in found] == [-1, -3, 1, -5, 3]


def test_columns_are_searched_outward_and_rightward_first():
    found = placed(Job([bar(2, 6)] * 5, (10, 6), covered=10, phrase=0))
    assert [x // COLUMNS for x, _ in found] == [-1, 1, -3, 3, -5]


def test_words_without_ink_take_no_room():
    nothing = RefWord((), PART, 3, 3)
    assert placed(Job([nothing, bar(8, 8), nothing], (8, 8))) == [(0, 0), (-16, -64), (0, 0)]
