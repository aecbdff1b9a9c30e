"""Clouds that share a canvas: one scale in all, each in its own part."""

from itertools import pairwise
from math import isclose

from hypothesis import example, given, settings
from hypothesis import strategies as st

from coalition.cloud.parts import Arranged, Part, apportioned, are_beside, arrange, lettering
from coalition.cloud.place import Frame
from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import ink_box
from coalition.drawing.shaping import shape
from coalition.drawing.tables import Word

FONTS = FontSet()
NEAR = 0.01  # px: the kernel's places are exact, their sums are floats

TEXTS = st.text("abc DEF.&éß", min_size=1, max_size=14)
WORDS = st.lists(st.tuples(TEXTS, st.floats(0.01, 1)), max_size=8)
CANVASES = st.sampled_from([(800, 600), (1600, 900), (600, 900), (500, 500), (1200, 200)])


def part(words: list[tuple[str, float]], caption: str = "Ada Byrne") -> Part:
    return Part([Word(shape(text, FONTS), size) for text, size in words], caption, "Nothing")


def arranged(parts: list[Part], size: tuple[int, int]) -> list[Arranged]:
    into = Frame(0, 0, *size)
    return arrange(parts, into, lettering(into, [part.caption for part in parts], FONTS))


def inks(part: Part, placed: Arranged) -> list[tuple[float, float, float, float]]:
    """The box of ink of every word that has any, in px."""
    found = []
    for word, spot in zip(part.words, placed.places, strict=True):
        if box := ink_box(word.shaped):
            em = spot.size / 1000
            found.append(
                (
                    spot.x + box.left * em,
                    spot.y + box.top * em,
                    spot.x + box.right * em,
                    spot.y + box.bottom * em,
                )
            )
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=3), CANVASES)
def test_one_scale_and_every_word_in_the_room_of_its_part(lists, size):
    parts = [part(words) for words in lists]
    placed = arranged(parts, size)
    scales = [
        spot.size / word.size
        for one, found in zip(parts, placed, strict=True)
        for word, spot in zip(one.words, found.places, strict=True)
    ]
    assert all(isclose(scale, scales[0], rel_tol=1e-9) for scale in scales)
    for one, found in zip(parts, placed, strict=True):
        left, top, width, height = found.room.frame
        for box in inks(one, found):
            assert left - NEAR <= box[0] <= box[2] <= left + width + NEAR
            assert top - NEAR <= box[1] <= box[3] <= top + height + NEAR


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=3), CANVASES)
def test_the_rooms_are_on_the_canvas_in_the_order_of_reading_and_apart(lists, size):
    rooms = [found.room.frame for found in arranged([part(words) for words in lists], size)]
    for left, top, width, height in rooms:
        assert left >= -NEAR
        assert left + width <= size[0] + NEAR
        assert top > 0
        assert top + height <= size[1] + NEAR
    for one, other in pairwise(rooms):
        if are_beside(Frame(0, 0, *size)):
            assert one.left + one.width < other.left
        else:
            assert one.top + one.height < other.top


def test_the_room_follows_what_each_part_needs():
    large = [(f"Skill {i}", 1.0) for i in range(12)]
    few = [("Law", 0.2)]
    left, middle, right = arranged([part(large), part(few, "Both"), part(large)], (1600, 900))
    assert middle.room.frame.width < left.room.frame.width / 2
    assert isclose(left.room.frame.width, right.room.frame.width, rel_tol=0.01)


def test_words_of_a_caption_stay_whole():
    name = "Marisol Achterberg-Nakamura"
    parts = [part([("Law", 0.2)], name), part([("Organizational Development", 1.0)])]
    for size in ((800, 600), (400, 400), (600, 900)):
        lines = arranged(parts, size)[0].room.caption.texts
        assert set(" ".join(lines).split()) == set(name.split())


@example([0.0, 0.0, 5e-324], [0.25, 0.25, 0.25])
@given(
    st.lists(st.floats(0, 1e6), min_size=3, max_size=3),
    st.lists(st.floats(0.01, 0.3), min_size=3, max_size=3),
)
def test_shares_add_up_and_none_is_below_its_least(wanted, least):
    shares = apportioned(wanted, least)
    assert all(share >= low * (1 - 1e-9) for share, low in zip(shares, least, strict=True))
    if any(wanted):
        assert isclose(sum(shares), 1)


def test_shares_are_as_is_wanted_where_that_is_enough():
    assert apportioned([2, 1, 1], [0.1, 0.1, 0.1]) == [0.5, 0.25, 0.25]
    assert apportioned([8, 0, 2], [0.1, 0.5, 0.1]) == [0.4, 0.5, 0.1]
