"""What holds of every cloud the compiled kernel places, however large: seen in its ink, which is
drawn by other code, or in the boxes of the words.
"""

from dataclasses import replace
from math import ceil, floor, hypot, sqrt
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.drawing.ink import PIXELS, cells, filled, overlap, spread
from tests.drawing.kernel_calls import Job, examples, placed
from tests.drawing.reference import Pin
from tests.drawing.silhouette import COLUMNS, EM, PART, STEPS, RefWord, ink_box

BESIDE, AROUND, PHRASE = 0.1, 0.03, 0.3  # em kept beside a word, above and below it, on one line


# -- clouds ---------------------------------------------------------------------------------------


def letter(random, x):
    """Upright, slanted or pointed; with an ascender, a descender or neither."""
    width = random.randint(80, 700)
    top, bottom = random.choice([-520, -520, -700, -760]), random.choice([0, 0, 0, 15, 220])
    lean = random.choice([0, 0, 60, width // 2])
    return ((x, bottom), (x + lean, top), (x + width, top), (x + width - lean, bottom))


def random_word(random, em, turned=False):
    """So many cells an em."""
    contours, x = [], random.randint(-40, 90)
    for _ in range(random.randint(2, 12)):
        contours.append(letter(random, x))
        x += random.randint(500, 800) + (random.random() < 0.1) * 300
    across, down = room_of(em, turned)
    gaps = ceil(across * COLUMNS), ceil(down * STEPS)
    return RefWord(tuple(contours), round(em * PART), *gaps, turned)


def room_of(em, turned):
    """Cells kept on either side of a word, and above and below it."""
    return (AROUND * em, BESIDE * em) if turned else (BESIDE * em, AROUND * em)


def sides(word):
    """Width and height of its ink, in cells."""
    left, top, right, bottom = ink_box(word)
    return (right - left) * em(word) / EM, (bottom - top) * em(word) / EM


def em(word):
    return word.size / PART


def box(word, at):
    """Left, top, right and bottom of its ink, in cells from the middle."""
    x, y, scale = at[0] / COLUMNS, at[1] / STEPS, em(word) / EM
    left, top, right, bottom = (side * scale for side in ink_box(word))
    return x + left, y + top, x + right, y + bottom


def boxes(job, found):
    return [box(*pair) for pair in zip(job.words, found, strict=True)]


def cloud(seed, *, turned=0.15, least=2.0, most=9.0, words=50):
    """Words of all sizes, those with the most ink first, in a frame that they will about fill."""
    random = Random(seed)
    chosen = [
        random_word(random, least + (most - least) * random.random() ** 3, random.random() < turned)
        for _ in range(random.randint(words // 2, words))
    ]
    chosen.sort(key=lambda word: -sides(word)[0] * sides(word)[1])
    area = sum(across * down for across, down in map(sides, chosen)) * 1.5
    aspect = random.choice([(1, 1), (4, 3), (16, 9), (3, 4)])
    longest = max(max(across, down * aspect[0] / aspect[1]) for across, down in map(sides, chosen))
    covered = ceil(max(sqrt(area * aspect[0] / aspect[1]), longest + 4))
    grid = (2 * covered + 20, ceil(2 * covered * aspect[1] / aspect[0]) + 20)
    spread = covered // 3
    wants = [(random.randint(-spread, spread), random.randint(-spread, spread)) for _ in chosen]
    return Job(
        chosen,
        grid,
        aspect,
        covered,
        phrase=round(PHRASE * 1000),
        nearest=random.random() < 0.5,
        wants=random.choice([[], wants]),
    )


def related(seed, count, rows):
    """Rows of a table of relations among so many words."""
    random = Random(seed)
    pairs = {tuple(sorted(random.sample(range(count), 2))) for _ in range(rows)}
    return [
        (i, j, random.randint(0, 10_000)) for i, j in sorted(pairs, key=lambda pair: pair[::-1])
    ]


seeds = st.integers(0, 2**32 - 1)
clouds = seeds.map(cloud)
few = examples(0.4)


def kept_clear(word, origin):
    """Its ink, and the room that is to be kept around it."""
    across, down = (int(room * PIXELS) for room in room_of(em(word), word.turned))
    return spread(filled(word, origin), across, down)


def inks(job, found):
    return [filled(*pair) for pair in zip(job.words, found, strict=True)]


# -- what holds of them ---------------------------------------------------------------------------


@few
@given(clouds)
def test_every_word_keeps_its_room(job):
    found = placed(job)
    assert overlap(kept_clear(*pair) for pair in zip(job.words, found, strict=True)) == 0


@few
@given(seeds)
def test_words_beside_those_they_are_related_to_keep_their_room_too(seed):
    job = replace(cloud(seed), nearest=True, partners=3)
    job = replace(job, related=related(seed, len(job.words), 80))
    found = placed(job)
    assert overlap(kept_clear(*pair) for pair in zip(job.words, found, strict=True)) == 0


def on_one_line(word, at, other, other_at):
    """Two words that would be read as one phrase, one behind the other."""
    small, large = sorted((em(word), em(other)))
    return large <= 1.45 * small and abs(at[1] - other_at[1]) < 0.14 * small * STEPS


@few
@given(seeds)
def test_between_two_words_on_one_line_there_is_more_room(seed):
    job = cloud(seed, turned=0, least=3.0, most=5.0)
    found = placed(job)
    words = list(zip(job.words, found, boxes(job, found), strict=True))
    pairs = [
        (word, other, after[0] - before[2])
        for word, at, before in words
        for other, other_at, after in words
        if before[2] <= after[0] and on_one_line(word, at, other, other_at)
    ]
    assume(pairs)
    for word, other, between in pairs:
        kept = PHRASE * min(em(word), em(other)) + BESIDE * (em(word) + em(other))
        assert between >= kept - 1 / COLUMNS


@few
@given(clouds, st.sampled_from([0, 5, 200]))
def test_words_stand_within_the_grid(job, growth):
    """By less than a cell they may leave it."""
    width, height = job.grid
    for left, top, right, bottom in boxes(job, placed(replace(job, growth=growth))):
        assert -(width // 2) - 1 < left < right < width - width // 2 + 1
        assert -(height // 2) - 1 < top < bottom < height - height // 2 + 1


@few
@given(clouds)
def test_words_stay_in_a_frame_that_has_room_for_all(job):
    """A frame that words fill to a quarter, in a grid that is far larger."""
    wide, high = 2 * job.covered, 2 * job.covered * job.aspect[1] // job.aspect[0]
    job = replace(job, covered=wide, grid=(3 * wide, 3 * high), wants=[])
    for left, top, right, bottom in boxes(job, placed(job)):
        assert max(-left, right) < wide / 2 + 2
        assert max(-top, bottom) < high / 2 + 2


@few
@given(seeds)
def test_no_word_stands_outside_the_shape(seed):
    job = cloud(seed)
    width, height = job.grid
    middle_x, middle_y = width / 2, height / 2

    def is_outside(x, y):
        """Beyond a diamond; and in a hole in it."""
        far = abs(x - middle_x) / middle_x + abs(y - middle_y) / middle_y
        return far > 1 or (abs(x - middle_x) < 5 and abs(y - middle_y + 9) < 4)

    outside = frozenset((x, y) for y in range(height) for x in range(width) if is_outside(x, y))
    found = placed(replace(job, outside=outside, covered=width))
    assume(found)
    within = cells(width, height, lambda x, y: (x, y) not in outside)
    for picture in inks(job, found):
        assert all(not bits & ~within.get(row, 0) for row, bits in picture.items())


@few
@given(clouds)
def test_a_job_has_one_answer(job):
    assert placed(job) == placed(job)


# -- pins -----------------------------------------------------------------------------------------


@few
@given(clouds)
def test_a_cloud_pinned_where_it_stands_stays_as_it_is(job):
    found = placed(job)
    pins = [Pin(at, 0) for at in found]
    assert placed(replace(job, pins=pins, wants=[])) == found


@few
@given(seeds)
def test_pinned_words_stay_when_others_are_new(seed):
    random, job = Random(seed), cloud(seed)
    found = placed(job)
    old = [i for i in range(len(found)) if random.random() < 0.7]
    pins = [Pin(at if i in old else None, len(found)) for i, at in enumerate(found)]
    again = placed(replace(job, pins=pins, nearest=True))
    assert [again[i] for i in old] == [found[i] for i in old]


@few
@given(seeds)
def test_words_pinned_onto_each_other_part(seed):
    """Some stay, some move a little, some are placed anew; none overlap."""
    random, job = Random(seed), cloud(seed)
    moved = [
        Pin((x + random.randint(-6, 6), y + random.randint(-24, 24)), random.randint(0, 60))
        for x, y in placed(job)
    ]
    assert overlap(inks(job, placed(replace(job, pins=moved, nearest=True)))) == 0


# -- related words --------------------------------------------------------------------------------


def touched(box):
    """All columns and steps that it touches, in cells."""
    left, top, right, bottom = box
    return (
        floor(left * COLUMNS) / COLUMNS,
        floor(top * STEPS) / STEPS,
        floor(right * COLUMNS + 1) / COLUMNS,
        floor(bottom * STEPS + 1) / STEPS,
    )


def are_neighbours(box, other):
    """At most half the smaller one's height apart."""
    a, b = touched(box), touched(other)
    across = max(a[0] - b[2], b[0] - a[2], 0)
    down = max(a[1] - b[3], b[1] - a[3], 0)
    return hypot(across, down) <= min(a[3] - a[1], b[3] - b[1]) / 2


@few
@given(seeds, st.booleans())
def test_a_word_comes_beside_the_one_it_is_most_related_to(seed, nearest):
    """Where there is room: a few large words of like size, far from each other."""
    random = Random(seed)
    words = [random_word(random, 6 + 2 * random.random()) for _ in range(5)]
    best, *others = random.sample(range(4), 4)
    job = Job(
        words,
        (400, 200),
        (2, 1),
        covered=400,
        nearest=nearest,
        wants=[(-100, -50), (100, -50), (-100, 50), (100, 50), (0, 0)],
        related=[(i, 4, 900 if i == best else random.randint(0, 899)) for i in range(4)],
    )
    for partners in (1, 3):
        found = boxes(job, placed(replace(job, partners=partners)))
        assert are_neighbours(found[best], found[4])
        assert not any(are_neighbours(found[i], found[4]) for i in others)
    alone = boxes(job, placed(job))
    assert not are_neighbours(alone[best], alone[4])


@pytest.mark.parametrize(("one", "both"), [(900, 900), (900, 100)])
@pytest.mark.parametrize("partners", [1, 3])
def test_what_counts_is_how_related_a_word_is_to_all_its_neighbours(one, both, partners):
    """To one word by itself, or to two that stand together; the first is the one it tries first."""
    words = [RefWord((((0, 0), (0, -700), (2500, -700), (2500, 0)),), 6 * PART, 1, 1)] * 4
    job = Job(
        words,
        (400, 200),
        (2, 1),
        covered=400,
        phrase=0,
        nearest=True,
        wants=[(-100, 0), (100, 0), (100, 5), (0, 0)],
        related=[(0, 3, one), (1, 3, both), (2, 3, both)],
        partners=partners,
    )
    found = boxes(job, placed(job))
    together = partners == 3 and 2 * both > one
    assert are_neighbours(found[0], found[3]) != together
    assert are_neighbours(found[1], found[3]) == together
    assert are_neighbours(found[2], found[3]) == together
