from collections.abc import Callable, Sequence

import pytest
from cloud_measures import Box, measures_of_boxes
from rival_layouts import RIVALS, mds
from topical_text import from_text, made_up

Layout = Callable[[Sequence[tuple[float, float]], Sequence[Sequence[float]]], list[Box]]

WORDS = made_up(20)
SIZES = [(len(text) * weight**0.5, 2 * weight**0.5) for text, weight in WORDS.weights]


@pytest.mark.parametrize("layout", RIVALS.values(), ids=RIVALS)
def test_every_word_is_placed_at_its_size_and_none_overlaps_another(layout: Layout) -> None:
    boxes = layout(SIZES, WORDS.similarity)
    assert [b.right - b.left for b in boxes] == pytest.approx([width for width, _ in SIZES])
    assert [b.height for b in boxes] == pytest.approx([height for _, height in SIZES])
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            apart = max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom)
            assert apart > -0.001
    assert boxes == layout(SIZES, WORDS.similarity)


@pytest.mark.parametrize("name", ["star forest", "cycle cover"])
def test_layouts_by_contact_realise_more_than_those_without_similarity(name: str) -> None:
    blind = measures_of_boxes(RIVALS["wordle"](SIZES, WORDS.similarity), WORDS.similarity)
    seeing = measures_of_boxes(RIVALS[name](SIZES, WORDS.similarity), WORDS.similarity)
    assert seeing.touching > 2 * blind.touching


def test_scaling_keeps_distances() -> None:
    boxes = mds(SIZES, WORDS.similarity)
    assert measures_of_boxes(boxes, WORDS.similarity).distortion > 0.7


def test_words_are_as_similar_as_the_sentences_they_are_in() -> None:
    words = from_text("Cats chase mice. Dogs chase cats! The mice and the cheese.", 3)
    assert words.weights == [("cats", 2), ("chase", 2), ("mice", 2)]
    assert words.similarity == [(0, 1, 1.0), (0, 2, 0.5), (1, 2, 0.5)]


def test_the_made_up_text_has_two_hundred_words_heaviest_first() -> None:
    words = made_up(200)
    assert len({text for text, _ in words.weights}) == 200
    assert [weight for _, weight in words.weights] == sorted(
        (weight for _, weight in words.weights), reverse=True
    )
    assert all(0 < value <= 1 and 0 <= i < j < 200 for i, j, value in words.similarity)
