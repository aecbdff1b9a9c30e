"""Tags turned by 90 degrees, only where asked for and only where all tags get larger by it."""

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition import tag_cloud
from coalition.errors import InputError
from tests.drawing.pictures import tags_over_tags

NAMES = [
    f"{first}{second}"
    for first in ("Plan", "Audit", "Coach", "Brand", "Team", "Risk")
    for second in ("", "ning", "ery", "ology")
]
TAGS = [(name, 60 / (rank + 1) ** 0.7) for rank, name in enumerate(NAMES)]
TALL = (600, 900)


def scale(cloud):
    return cloud.words[0].size / cloud.words[0].weight ** 0.5


def turned(cloud):
    return [word.text for word in cloud.words if word.angle]


@pytest.fixture(scope="module")
def cloud():
    found = tag_cloud(TAGS, size=TALL, rotate=90)
    assert turned(found)
    return found


def test_no_tag_is_turned_unless_asked_for():
    assert turned(tag_cloud(TAGS, size=TALL)) == []
    assert tag_cloud(TAGS, size=TALL, rotate=0).svg() == tag_cloud(TAGS, size=TALL).svg()


def test_some_tags_are_turned_and_all_are_larger(cloud):
    assert scale(cloud) > scale(tag_cloud(TAGS, size=TALL))
    assert not set(turned(cloud)) & set(NAMES[:3])
    assert cloud.notes == ()


def test_where_turning_makes_nothing_larger_that_is_told():
    wide = [("Organisational Development", 30), ("Law", 9), ("Tax", 8), ("Audit", 7), ("Sales", 6)]
    cloud = tag_cloud(wide, rotate=90)
    assert cloud.svg() == tag_cloud(wide).svg()
    assert cloud.notes == ("No tag is turned: that would not make the tags larger.",)


@settings(max_examples=15, deadline=None)
@given(
    st.integers(0, 999), st.integers(1, 30), st.sampled_from([(400, 300), (240, 450), (500, 220)])
)
def test_every_tag_is_drawn_once_in_proportion_and_no_smaller(seed, count, size):
    random = Random(seed)
    pairs = [
        (name, random.randint(1, 50)) for name in random.sample([*NAMES, *"管理學校部長"], count)
    ]
    plain, found = tag_cloud(pairs, size=size), tag_cloud(pairs, size=size, rotate=90)
    assert sorted(word.text for word in found.words) == sorted(text for text, _ in pairs)
    for word in found.words:
        assert word.size == pytest.approx(scale(found) * word.weight**0.5)
        assert word.angle in (0, 90)
        assert not (word.angle and word.text in "管理學校部長")
    assert scale(found) >= scale(plain) * (1 - 1e-9)
    assert tags_over_tags(found) == 0


def test_the_json_says_the_angle_and_a_kept_cloud_keeps_it(cloud):
    told = json.loads(cloud.json())
    assert [word["text"] for word in told["words"] if word["angle"] == 90] == turned(cloud)
    after = tag_cloud(TAGS, size=TALL, keep=told)
    assert turned(after) == turned(cloud)
    for old, new in zip(cloud.words, after.words, strict=True):
        assert (new.x, new.y) == pytest.approx((old.x, old.y), abs=0.5)


def test_both_can_be_asked_for():
    pairs = [("Stakeholder Management and Communication", 80), *TAGS]
    cloud = tag_cloud(pairs, size=TALL, wrap=True, rotate=90)
    assert scale(cloud) >= scale(tag_cloud(pairs, size=TALL, wrap=True)) * (1 - 1e-9)
    assert not any(word.lines and word.angle for word in cloud.words)


@pytest.mark.parametrize("layout", ["meaning", "group"])
def test_other_layouts_are_made_no_smaller(layout):
    related = [(i, i + 1, 0.9) for i in range(0, len(NAMES) - 1, 2)]
    plain = tag_cloud(TAGS, size=TALL, layout=layout, similarity=related)
    found = tag_cloud(TAGS, size=TALL, layout=layout, similarity=related, rotate=90)
    assert scale(found) >= scale(plain) * (1 - 1e-9)


def test_what_cannot_be_asked_for_is_refused_in_one_sentence(cloud):
    with pytest.raises(InputError, match="by 45 degrees: choose 0 or 90"):
        tag_cloud(TAGS, rotate=45)
    with pytest.raises(InputError, match="leave --wrap and --rotate out"):
        tag_cloud(TAGS, keep=cloud, rotate=90)
