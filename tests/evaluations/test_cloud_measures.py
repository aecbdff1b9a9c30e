import json

import pytest
from cloud_measures import Box, Measures, boxes_of, measures, measures_of_boxes
from hypothesis import given
from hypothesis import strategies as st

from coalition import tag_cloud

SIDES = st.integers(0, 40)
BOXES = st.lists(
    st.builds(lambda x, y, w, h: Box(x, y, x + w + 1, y + h + 1), SIDES, SIDES, SIDES, SIDES),
    min_size=1,
    max_size=9,
)
TRIPLES = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), st.floats(0, 1)), max_size=20)


def row(*lefts: float) -> list[Box]:
    """Boxes 10 wide and 4 high on one line."""
    return [Box(left, 0, left + 10, 4) for left in lefts]


def test_words_are_neighbours_up_to_half_the_smaller_ones_height_apart() -> None:
    of = measures_of_boxes(row(0, 12, 24.1), [(0, 1, 0.6), (1, 2, 0.2)])
    assert of.adjacencies == pytest.approx(0.75)
    assert of.touching == 0


def test_the_smaller_ones_height_counts_and_not_the_larger_ones() -> None:
    small_beside_large = [Box(0, 0, 30, 20), Box(32, 0, 40, 2)]
    assert measures_of_boxes(small_beside_large, [(0, 1, 1)]).adjacencies == 0


def test_boxes_in_contact_touch_as_in_the_paper() -> None:
    assert measures_of_boxes(row(0, 10.05), [(0, 1, 1)]).touching == 1
    assert measures_of_boxes(row(0, 10.2), [(0, 1, 1)]).touching == 0


def test_distances_as_the_dissimilarities_are_the_best_distortion() -> None:
    of = measures_of_boxes(row(0, 20, 40), [(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.3)])
    assert of.distortion == pytest.approx(1)
    assert of.distortion_middles == pytest.approx(1)


def test_related_words_far_apart_are_the_worst_distortion() -> None:
    assert measures_of_boxes(row(0, 20, 40), [(0, 2, 0.5)]).distortion == pytest.approx(0)


def test_without_any_similarity_nothing_is_realised_and_nothing_distorted() -> None:
    of = measures_of_boxes(row(0, 20, 40), [])
    assert (of.adjacencies, of.distortion, of.recall) == (0, 0.5, 0)


def test_compactness_is_the_words_share_of_the_rectangle_and_of_the_hull() -> None:
    of = measures_of_boxes([Box(0, 0, 10, 10), Box(10, 10, 20, 20)], [])
    assert of.compactness == pytest.approx(200 / 400)
    assert of.compactness_hull == pytest.approx(200 / 300)
    assert of.aspect_ratio == 1


def test_words_spread_evenly_are_uniform_and_words_in_one_corner_are_not() -> None:
    even = [Box(x, y, x + 1, y + 1) for x in (0, 9) for y in (0, 9)]
    assert measures_of_boxes(even, []).uniformity == pytest.approx(1)
    corner = [Box(0, 0, 1, 1), Box(0, 1, 1, 2), Box(1, 0, 2, 1), Box(-1000, -1000, 3, 3)]
    assert measures_of_boxes(corner, []).uniformity < 0.6


def test_the_most_related_are_looked_for_among_the_nearest() -> None:
    line = row(*range(0, 160, 20))
    assert measures_of_boxes(line, [(0, 1, 0.5)]).recall == 1
    assert measures_of_boxes(line, [(0, 7, 0.5)]).recall == 0


def test_a_clouds_words_are_measured_by_their_ink() -> None:
    word = {"text": "no", "size": 100, "x": 20, "y": 80, "angle": 0}
    (flat,) = boxes_of({"words": [word]})
    (tall,) = boxes_of({"words": [{**word, "angle": 90}]})
    assert flat.bottom == pytest.approx(80, abs=2)
    assert 45 < flat.height < 65
    assert tall.left == pytest.approx(20, abs=2)
    assert tall.height == pytest.approx(flat.right - flat.left)


def test_a_cloud_in_another_font_is_not_measured_wrongly() -> None:
    word = {"text": "no", "size": 9, "x": 0, "y": 0, "angle": 0, "font": "Some Sans"}
    with pytest.raises(ValueError, match="was drawn in Some Sans"):
        boxes_of({"words": [word]})


def test_positions_may_be_those_of_the_input() -> None:
    given_tags = [("Law", 1), ("Nothing", 0), ("Sales", 5), ("Trade", 3)]
    cloud = json.loads(tag_cloud(given_tags).json())
    by_input = measures(cloud, [(2, 3, 0.5), (1, 0, 0.9)], names=[tag for tag, _ in given_tags])
    assert by_input == measures(cloud, [(0, 1, 0.5)])


@given(BOXES, TRIPLES)
def test_all_measures_keep_their_range(boxes: list[Box], triples: list[tuple[int, int, float]]):
    of = measures_of_boxes(boxes, [t for t in triples if max(t[:2]) < len(boxes)])
    for name in Measures.__dataclass_fields__:
        assert getattr(of, name) >= -1e-9
        assert name == "aspect_ratio" or getattr(of, name) <= 1 + 1e-9


@given(BOXES, TRIPLES)
def test_neither_order_nor_direction_of_the_pairs_matters(
    boxes: list[Box], triples: list[tuple[int, int, float]]
) -> None:
    inside = [t for t in triples if max(t[:2]) < len(boxes)]
    turned = [(j, i, value) for i, j, value in reversed(inside)]
    one, other = measures_of_boxes(boxes, inside), measures_of_boxes(boxes, turned)
    for name in Measures.__dataclass_fields__:
        assert getattr(one, name) == pytest.approx(getattr(other, name))
