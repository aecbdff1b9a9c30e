"""Swapping places among words of like size: what is never broken, and what it is for."""

from itertools import pairwise
from math import isqrt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coalition.drawing import _kernel
from tests.drawing.kernel_calls import examples, ints, numbers

FARTHEST = 255  # what the longest distance between two boxes counts


def swapped(boxes, related, *, bonus=300, alike=50, steps=60, seed=1):
    table = sorted(related, key=lambda row: (row[1], row[0]))
    return numbers(_kernel.swap(ints(boxes), ints(table), bonus, alike, steps, seed))


def distance2(a, b):
    across = max(0, a[0] - b[2], b[0] - a[2])
    down = max(0, a[1] - b[3], b[1] - a[3])
    return across**2 + down**2


def are_neighbours(a, b):
    return 4 * distance2(a, b) <= min(a[3] - a[1], b[3] - b[1]) ** 2


def objective(boxes, related, bonus, places):
    """How related words are times how far apart, where neighbours count as nearer than they are."""
    farthest = max(1, *(isqrt(distance2(a, b)) for a in boxes for b in boxes))
    total = 0
    for i, j, value in related:
        a, b = boxes[places[i]], boxes[places[j]]
        apart = isqrt(distance2(a, b)) * FARTHEST // farthest
        total += value // 10 * (apart - (bonus if are_neighbours(a, b) else 0))
    return total


def are_alike(a, b, percent):
    for low, high in ((0, 2), (1, 3)):
        small, large = sorted((a[high] - a[low], b[high] - b[low]))
        if large * 100 > small * (100 + percent):
            return False
    return True


def chains(boxes, alike):
    """For each box the first of those that it is alike to, itself or through others."""
    firsts = list(range(len(boxes)))
    for i, a in enumerate(boxes):
        for j, b in enumerate(boxes):
            if are_alike(a, b, alike):
                firsts = [firsts[i] if first == firsts[j] else first for first in firsts]
    return firsts


@st.composite
def boxes(draw):
    sides = st.tuples(
        st.integers(-500, 500), st.integers(-500, 500), st.integers(0, 90), st.integers(0, 30)
    )
    drawn = draw(st.lists(sides, min_size=2, max_size=14))
    return [(x, y, x + width, y + height) for x, y, width, height in drawn]


@st.composite
def tasks(draw):
    """Boxes and, of some pairs of them, how related they are."""
    every = draw(boxes())
    pairs = [(i, j) for j in range(len(every)) for i in range(j)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True))
    return every, [(i, j, draw(st.integers(0, 10_000))) for i, j in chosen]


ways = st.fixed_dictionaries(
    {
        "bonus": st.sampled_from([0, 300, 800]),
        "alike": st.integers(0, 120),
        "steps": st.sampled_from([0, 1, 2, 5, 60]),
        "seed": st.integers(1, 2**31 - 1),
    }
)


THREE = [(10, 0, 19, 9), (40, 0, 49, 9), (50, 0, 59, 9)]
ENDING_WORSE = (THREE, [(0, 1, 1000), (1, 2, 10_000)])


@examples(3)
@example(ENDING_WORSE, {"bonus": 0, "alike": 0, "steps": 5, "seed": 1})
@given(tasks(), ways)
def test_every_word_gets_a_place_and_the_related_are_nearer_or_as_near(task, how):
    places = swapped(*task, **how)
    assert sorted(places) == list(range(len(task[0])))
    before = objective(*task, how["bonus"], range(len(places)))
    assert objective(*task, how["bonus"], places) <= before
    assert swapped(*task, **how) == places


@examples()
@given(tasks(), ways)
def test_swaps_are_among_places_alike(task, how):
    """A word may go on to a place that is alike to the one it has got."""
    chain = chains(task[0], how["alike"])
    assert [chain[place] for place in swapped(*task, **how)] == chain


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("side", "moves"), [(150, True), (151, False)])
def test_boxes_are_alike_up_to_so_many_per_cent(side, moves, turned):
    """The word between two that are related gives way to one of them."""
    boxes = [(0, 0, 100, 100), (200, 0, 200 + side, 100), (400, 0, 500, 100)]
    if turned:
        boxes = [(top, left, bottom, right) for left, top, right, bottom in boxes]
    assert (swapped(boxes, [(0, 2, 10_000)], alike=50)[1] != 1) == moves


@examples()
@given(boxes(), ways)
def test_words_that_are_not_related_stay(boxes, how):
    assert swapped(boxes, [], **how) == tuple(range(len(boxes)))


def row(count):
    """Equal boxes beside each other, too far apart to be neighbours but for the next ones."""
    return [(100 * i, 0, 100 * i + 90, 30) for i in range(count)]


@examples()
@given(st.integers(3, 12), st.data(), st.integers(1, 1000))
def test_two_related_words_of_many_become_neighbours(count, data, seed):
    i, j = sorted(data.draw(st.permutations(range(count)))[:2])
    places = swapped(row(count), [(i, j, 10_000)], seed=seed)
    assert abs(places[i] - places[j]) == 1


def chain(order):
    return [(*sorted(pair), 10_000) for pair in pairwise(order)]


@examples()
@given(st.permutations(range(6)))
def test_a_chain_of_related_words_is_straightened(order):
    """In one of a few attempts."""
    straight = objective(row(6), chain(range(6)), 300, range(6))
    attempts = (swapped(row(6), chain(order), seed=seed) for seed in range(1, 30))
    assert straight in (objective(row(6), chain(order), 300, places) for places in attempts)


def test_a_seed_makes_another_attempt():
    related = chain([3, 0, 5, 1, 4, 2, 7, 6])
    assert len({swapped(row(8), related, seed=seed) for seed in range(1, 20)}) > 1


@pytest.mark.parametrize("count", [0, 1])
def test_few_words_stay(count):
    assert swapped(row(count), []) == tuple(range(count))


def test_sums_over_as_many_words_as_can_be_stay_within_their_numbers():
    """Each word is related to all others, half of which are its neighbours and half far away."""
    count = 2000
    boxes = [(0, 0, 10, 10)] * (count // 2) + [(900, 0, 910, 10)] * (count // 2)
    related = [(i, j, 10_000 * ((i + j) % 2)) for j in range(count) for i in range(j)]
    places = swapped(boxes, related, bonus=800, steps=1)
    assert sorted(places) == list(range(count))
