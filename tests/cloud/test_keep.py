"""A cloud drawn again after a small change: what was there stays where it was."""

import json
from math import dist
from statistics import median

import pytest

from coalition import tag_cloud
from coalition.errors import InputError

NAMES = [
    f"{first} {second}"
    for first in ("Lean", "Agile", "Brand", "Risk", "Data", "Team")
    for second in ("Planning", "Design", "Sales", "Law", "Audit", "Coaching", "Tax")
]
TAGS = [(name, 60 / (rank + 1) ** 0.8 + 1) for rank, name in enumerate(NAMES)]


def middles(cloud):
    return {mark.text: (mark.x + mark.width / 2, mark.y) for mark in cloud.picture.marks}


def ways(before, after):
    old, new = middles(before), middles(after)
    return [dist(old[name], new[name]) for name in old if name in new]


def test_the_same_tags_stay_exactly_where_they_were():
    before = tag_cloud(TAGS)
    after = tag_cloud(TAGS, keep=before)
    assert max(ways(before, after)) < 0.5
    assert [word.size for word in after.words] == pytest.approx(
        [word.size for word in before.words], rel=1e-3
    )


def test_a_cloud_can_be_kept_from_its_json_as_text_or_as_an_object():
    before = tag_cloud(TAGS)
    text = before.json()
    for previous in (text, json.loads(text)):
        assert max(ways(before, tag_cloud(TAGS, keep=previous))) < 0.5


@pytest.mark.parametrize("at", [0, 5, 20, 41])
def test_when_a_tag_goes_the_others_stay(at):
    before = tag_cloud(TAGS)
    after = tag_cloud(TAGS[:at] + TAGS[at + 1 :], keep=before)
    assert len(after.words) == len(TAGS) - 1
    assert median(ways(before, after)) < 3


@pytest.mark.parametrize("at", [10, 25, 40])
def test_when_a_tag_shrinks_the_others_stay(at):
    before = tag_cloud(TAGS)
    changed = [(name, weight / 2 if i == at else weight) for i, (name, weight) in enumerate(TAGS)]
    assert median(ways(before, tag_cloud(changed, keep=before))) < 3


def test_a_new_tag_is_drawn_and_most_stay_near():
    before = tag_cloud(TAGS)
    after = tag_cloud([*TAGS, ("Newcomer", TAGS[30][1])], keep=before)
    assert "Newcomer" in middles(after)
    assert median(ways(before, after)) < 12


def test_sizes_stay_exact_whatever_is_kept():
    before = tag_cloud(TAGS)
    changed = [(name, weight * 2 if i == 3 else weight) for i, (name, weight) in enumerate(TAGS)]
    after = tag_cloud(changed, keep=before)
    ratios = [word.size / word.weight**0.5 for word in after.words]
    assert max(ratios) / min(ratios) == pytest.approx(1, rel=1e-9)


def test_a_cloud_with_nothing_in_common_is_laid_out_anew():
    other = tag_cloud([("Elsewhere", 3), ("Nowhere", 2)])
    assert tag_cloud(TAGS, keep=other).svg() == tag_cloud(TAGS).svg()


@pytest.mark.parametrize(
    ("previous", "wrong"),
    [
        ("{", "is no JSON"),
        ("[]", "has no words with places"),
        ({"words": "none"}, "has no words with places"),
        ({"words": [{"text": "Tax", "x": 1, "y": 2}]}, "word 1: a text and the numbers"),
        ({"words": [{"text": "Tax", "x": 1, "y": 2, "size": 0}]}, "word 1"),
        ({"words": [{"text": "Tax", "x": float("nan"), "y": 2, "size": 9}]}, "word 1"),
        ({"words": [{"text": "Tax", "x": 1e8, "y": 2, "size": 9}]}, "beyond any cloud"),
        ({"words": [{"text": "Tax", "x": 1, "y": 2, "size": 1e-320}]}, "beyond any cloud"),
        ({"words": [{"text": "Tax", "x": 10**400, "y": 2, "size": 9}]}, "word 1"),
        ({"words": [{"text": "Tax", "x": 1, "y": 2, "size": 9, "angle": 45}]}, "0 or 90"),
        ({"words": [5]}, "word 1"),
        ("[" * 100_000, "is no JSON"),
    ],
)
def test_what_is_no_cloud_is_refused_in_one_sentence(previous, wrong):
    with pytest.raises(InputError, match=wrong):
        tag_cloud(TAGS, keep=previous)


@pytest.mark.parametrize(
    "word",
    [
        {"text": "Tax", "x": 5e4, "y": 0, "size": 10},
        {"text": "Tax", "x": -9e5, "y": 9e5, "size": 0.001},
    ],
)
def test_places_far_from_any_canvas_are_no_hindrance(word):
    assert len(tag_cloud(TAGS, keep={"words": [word]}).words) == len(TAGS)


def test_a_tag_that_was_tiny_can_be_kept_as_a_large_one():
    before = tag_cloud([("Coaching", 1e6), ("Tax", 1)])
    assert len(tag_cloud([("Tax", 1), ("New", 1)], keep=before).words) == 2


@pytest.mark.parametrize(
    "looks", [{"layout": "compact"}, {"layout": "meaning"}, {"similarity": [(0, 1, 0.5)]}]
)
def test_what_a_kept_cloud_does_not_go_by_is_refused(looks):
    with pytest.raises(InputError, match="A cloud that is kept"):
        tag_cloud(TAGS, keep=tag_cloud(TAGS), **looks)
