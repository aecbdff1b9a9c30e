"""Trading places among words of like size: what is never broken, and what it is for."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.drawing import _kernel
from tests.drawing.ink import overlap
from tests.drawing.kernel_calls import Job, examples, ints, numbers, placed, tables
from tests.drawing.silhouette import COLUMNS, PART, STEPS, RefWord
from tests.drawing.test_kernel_clouds import boxes, cloud, few, kept_clear, related, seeds

# -- what is together -----------------------------------------------------------------------------


def gap2(a, b):
    """The square of the distance between two boxes."""
    across = max(0, a[0] - b[2], b[0] - a[2])
    down = max(0, a[1] - b[3], b[1] - a[3])
    return across**2 + down**2


sides = st.tuples(
    st.integers(-200, 200), st.integers(-200, 200), st.integers(0, 90), st.integers(0, 60)
)
some_boxes = st.lists(sides, min_size=2, max_size=9).map(
    lambda drawn: [(x, y, x + width, y + height) for x, y, width, height in drawn]
)


@examples(2)
@given(some_boxes, seeds)
def test_together_are_those_at_most_half_the_smaller_height_apart(drawn, seed):
    rows = related(seed, len(drawn), 12)
    total = sum(
        value
        for i, j, value in rows
        if 4 * gap2(drawn[i], drawn[j])
        <= min(drawn[i][3] - drawn[i][1], drawn[j][3] - drawn[j][1]) ** 2
    )
    assert _kernel.together(ints(drawn), ints(rows)) == total


# -- trading --------------------------------------------------------------------------------------


def measured_boxes(job, found):
    """The boxes of the words' ink as the kernel knows them: whole columns, and steps."""
    sheet_gaps = [(word.gap_x, word.gap_y) for word in job.words]
    touched = numbers(_kernel.inks(*tables(job.words)))
    assert len(touched) == 4 * len(sheet_gaps)
    scale = STEPS / COLUMNS
    return [
        (
            left // (1 / COLUMNS) * scale,
            top // (1 / STEPS),
            right // (1 / COLUMNS) * scale + scale,
            bottom // (1 / STEPS) + 1,
        )
        for left, top, right, bottom in boxes(job, found)
    ]


def brought_together(job, found):
    drawn = [[round(side) for side in box] for box in measured_boxes(job, found)]
    return _kernel.together(ints(drawn), ints(job.related))


def trading(seed, **how):
    job = cloud(seed)
    how = {"trades": 20, "alike": 60} | how
    return replace(job, related=related(seed, len(job.words), 150), **how)


@few
@given(seeds)
def test_words_that_trade_places_keep_their_room(seed):
    job = trading(seed)
    found = placed(job)
    assert overlap(kept_clear(*pair) for pair in zip(job.words, found, strict=True)) == 0


@examples()
@given(seeds, st.sampled_from([1, 2, 3, 20]))
def test_trades_bring_more_together_or_as_much(seed, trades):
    job = trading(seed, trades=trades)
    assert brought_together(job, placed(job)) >= brought_together(
        job, placed(replace(job, trades=0))
    )


def test_trades_bring_much_more_together_in_all():
    jobs = [trading(seed, alike=100) for seed in range(12)]
    before = sum(brought_together(job, placed(replace(job, trades=0))) for job in jobs)
    assert sum(brought_together(job, placed(job)) for job in jobs) > 1.3 * before


@few
@given(seeds)
def test_no_word_leaves_the_box_that_all_took(seed):
    job = trading(seed)
    before, after = (boxes(j, placed(j)) for j in (replace(job, trades=0), job))
    for side, outermost, room in ((0, min, -1.0), (1, min, -1.0), (2, max, 1.0), (3, max, 1.0)):
        # The gaps around words differ with their sizes, so their ink may differ by one.
        limit = outermost(box[side] for box in before) + room
        assert outermost([limit, *(box[side] for box in after)]) == limit


@few
@given(seeds)
def test_a_seed_has_one_answer(seed):
    job = trading(seed)
    assert placed(job) == placed(job)


def test_another_seed_makes_another_attempt():
    attempts = (placed(replace(trading(5), seed=seed)) for seed in range(1, 9))
    assert len(set(map(tuple, attempts))) > 1


@few
@given(seeds)
def test_words_that_are_not_related_stay(seed):
    job = replace(trading(seed), related=())
    assert placed(job) == placed(replace(job, trades=0))


def block(width, height=700):
    """A word that is a block: its sides in thousandths of six cells."""
    return RefWord((((0, 0), (0, -height), (width, -height), (width, 0)),), 6 * PART, 1, 1)


def moved(widths, alike):
    """Which words of a column move, where the first and the last are related."""
    job = Job(
        [block(width) for width in widths],
        (40, 60),
        (2, 3),
        covered=40,
        wants=[(0, at) for at in (-9, -3, 3, 9)],
        nearest=True,
        related=[(0, 3, 9000)],
        trades=60,
        alike=alike,
    )
    before, after = placed(replace(job, trades=0)), placed(job)
    return [i for i in range(4) if abs(before[i][1] - after[i][1]) > 4 * STEPS]


@pytest.mark.parametrize(
    ("widths", "alike", "trade"),
    [
        ([1000, 1000, 1000, 1000], 0, True),
        ([1000, 1500, 1500, 1000], 60, True),
        ([1000, 1500, 1500, 1000], 30, False),
    ],
)
def test_only_words_of_like_size_trade_places(widths, alike, trade):
    assert bool(moved(widths, alike)) == trade
