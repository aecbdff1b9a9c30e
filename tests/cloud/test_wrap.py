"""Long tags on two lines: all tags get larger, each is drawn once, every format says the same."""

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition import tag_cloud
from coalition.cloud.wrap import in_two
from coalition.drawing.fonts import FontSet
from coalition.drawing.shaping import shape
from coalition.errors import InputError
from tests.drawing.pictures import tags_over_tags

FONTS = FontSet()
LONG = [
    ("Stakeholder Management and Communication", 40),
    ("Cross-functional Team Leadership", 24),
    ("Coaching", 15),
    ("Law", 9),
    ("إدارة أصحاب المصلحة والتواصل", 8),
    ("Tax", 4),
]
words = st.sampled_from(
    [
        "Change",
        "of",
        "&",
        "Management",
        "a",
        "Cross-functional",
        "Law",
        "إدارة",
        "ניהול",
        "การจัดการ",
        "管理",
    ]
)
tags = st.lists(
    st.tuples(st.lists(words, min_size=1, max_size=7).map(" ".join), st.integers(1, 60)),
    min_size=1,
    max_size=14,
)


def lines(text):
    found = in_two(shape(text, FONTS), FONTS)
    return found and [line.text for line in found.lines]


def scale(cloud):
    return cloud.words[0].size / cloud.words[0].weight ** 0.5


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        (
            "Stakeholder Management and Communication",
            ["Stakeholder Management", "and Communication"],
        ),
        ("Cross-functional", ["Cross-", "functional"]),
        ("Vendor/Supplier", ["Vendor/", "Supplier"]),
        ("إدارة أصحاب المصلحة والتواصل", ["إدارة أصحاب", "المصلحة والتواصل"]),
        ("การจัดการการเปลี่ยนแปลง", None),
        ("变革管理与领导力", None),
        ("Leadership", None),
        ("e-learning", None),
        ("C-level", None),
        ("AI/ML", None),
        ("ISO-27001", None),
    ],
)
def test_a_tag_is_broken_where_its_halves_are_most_equal_if_it_can_be(text, halves):
    assert lines(text) == halves


def test_one_long_tag_no_longer_decides_how_large_all_are():
    plain, wrapped = tag_cloud(LONG), tag_cloud(LONG, wrap=True)
    assert scale(wrapped) > 1.4 * scale(plain)
    assert len(wrapped.words[0].lines) == 2
    assert wrapped.notes == ()


def test_no_tag_is_broken_where_that_makes_nothing_larger():
    short = [("Coaching", 9), ("Law", 7), ("Tax", 5), ("Audit", 4)]
    cloud = tag_cloud(short, wrap=True)
    assert cloud.svg() == tag_cloud(short).svg()
    assert cloud.notes == ("No tag is on two lines: that would not make the tags larger.",)
    assert cloud.warnings == ()


@settings(max_examples=25, deadline=None)
@given(tags, st.sampled_from([(400, 300), (240, 450), (500, 180)]))
def test_every_tag_is_drawn_once_in_proportion_and_no_smaller(pairs, size):
    plain, wrapped = tag_cloud(pairs, size=size), tag_cloud(pairs, size=size, wrap=True)
    assert Counter(word.text for word in wrapped.words) == Counter(text for text, _ in pairs)
    for word in wrapped.words:
        assert word.size == pytest.approx(scale(wrapped) * word.weight**0.5)
        joined = "".join(line.text for line in word.lines)
        assert not word.lines or joined.replace(" ", "") == word.text.replace(" ", "")
    assert scale(wrapped) >= scale(plain) * (1 - 1e-9)
    assert tags_over_tags(wrapped) == 0


@pytest.mark.parametrize("layout", ["compact", "meaning", "group"])
def test_every_layout_is_made_no_smaller(layout):
    grouped = [(text, weight) for text, weight in LONG]
    related = [(0, 1, 0.9), (2, 3, 0.8)]
    given = related if layout == "meaning" else None
    plain = tag_cloud(grouped, layout=layout, similarity=given)
    wrapped = tag_cloud(grouped, layout=layout, similarity=given, wrap=True)
    assert scale(wrapped) > scale(plain)
    assert len(wrapped.words) == len(grouped)


def test_the_json_says_the_lines_and_where_each_begins():
    cloud = tag_cloud(LONG, wrap=True)
    told = json.loads(cloud.json())["words"]
    first, second = told[0]["lines"]
    assert (first["text"], second["text"]) == ("Stakeholder Management", "and Communication")
    assert (first["x"], first["y"]) == (told[0]["x"], told[0]["y"])
    assert second["y"] - first["y"] == pytest.approx(told[0]["size"], rel=0.2)
    assert [word["text"] for word in told if "lines" in word] == [
        word.text for word in cloud.words if word.lines
    ]


def test_a_kept_cloud_keeps_its_lines():
    before = tag_cloud(LONG, wrap=True)
    for previous in (before, before.json()):
        after = tag_cloud([*LONG, ("Newcomer", 3)], keep=previous)
        assert {word.text: [line.text for line in word.lines] for word in before.words}.items() <= {
            word.text: [line.text for line in word.lines] for word in after.words
        }.items()
    same = tag_cloud(LONG, keep=before.json())
    for old, new in zip(before.words, same.words, strict=True):
        assert (new.x, new.y) == pytest.approx((old.x, old.y), abs=0.5)


def test_lines_that_are_not_the_tags_are_passed_over():
    told = json.loads(tag_cloud(LONG, wrap=True).json())
    told["words"][0]["lines"][0]["text"] = "Something else"
    assert tag_cloud(LONG, keep=told).words[0].lines == ()


@pytest.mark.parametrize("lines", [3, [{}], ["a", "b"]])
def test_lines_that_are_none_are_refused(lines):
    told = json.loads(tag_cloud(LONG).json())
    told["words"][0]["lines"] = lines
    with pytest.raises(InputError, match="word 1"):
        tag_cloud(LONG, keep=told)


def test_what_is_kept_is_not_broken_anew():
    with pytest.raises(InputError, match="leave --wrap and --rotate out"):
        tag_cloud(LONG, keep=tag_cloud(LONG), wrap=True)
