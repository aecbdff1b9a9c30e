"""A cloud as the user has it: every tag in it, exact sizes, the same bytes every time."""

import io
import json
import os
import subprocess
import sys
from contextlib import suppress
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from coalition import tag_cloud
from coalition.drawing import fonts
from coalition.errors import CoalitionError, InputError, NothingFound
from coalition.tags.weights import Profile, Unweighted, WeightedSkill

PAIRS = [("Change Management", 34), ("Coaching", 12), ("C++", 5), ("إدارة", 3), ("R&D", 3)]


def test_every_tag_is_in_the_picture_once():
    cloud = tag_cloud(PAIRS)
    assert [(word.text, word.weight) for word in cloud.words] == PAIRS
    assert cloud.dropped == ()
    assert cloud.warnings == ()


@pytest.mark.parametrize(
    ("scale", "ratio"), [("sqrt", sqrt(34 / 12)), ("linear", 34 / 12), ("log", 3.5553 / 2.5649)]
)
def test_sizes_follow_the_scale(scale, ratio):
    words = tag_cloud(PAIRS, scale=scale).words
    assert words[0].size / words[1].size == pytest.approx(ratio, rel=1e-4)
    assert words[3].size == words[4].size


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.text("abc DEF.&é", min_size=1, max_size=12), st.floats(0.001, 1e6)),
        min_size=1,
        max_size=12,
    )
)
def test_whatever_the_weights_all_tags_with_text_are_drawn_in_proportion(pairs):
    told = [(text, weight) for text, weight in pairs if text.strip()]
    if not told:
        with pytest.raises(NothingFound):
            tag_cloud(pairs)
        return
    words = tag_cloud(pairs).words
    assert len(words) == len(told)
    for word in words:
        expected = words[0].size * sqrt(word.weight / words[0].weight)
        assert word.size == pytest.approx(expected)


def test_the_same_input_gives_the_same_bytes_in_any_process():
    program = (
        "import hashlib, coalition;"
        f"cloud = coalition.tag_cloud({PAIRS!r}, title='T', colour='group');"
        "print(hashlib.sha256((cloud.svg() + cloud.svg(text=True) + cloud.html()).encode()"
        " + cloud.png() + cloud.pdf()).hexdigest())"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(hashes) == 1


def test_the_json_says_where_every_word_is():
    cloud = tag_cloud(PAIRS, size=(640, 480))
    told = json.loads(cloud.json())
    assert told["canvas"] == [640, 480]
    assert told["dropped"] == []
    assert 0 < told["layout_cpu_seconds"] < 60
    for word, stood in zip(cloud.words, told["words"], strict=True):
        assert stood["text"] == word.text
        assert stood["weight"] == word.weight
        assert stood["x"] == pytest.approx(word.x, abs=0.001)
        assert stood["y"] == pytest.approx(word.y, abs=0.001)
        assert stood["size"] == pytest.approx(word.size, abs=0.001)
        assert stood["angle"] == 0
        assert stood["font"].startswith("Noto Sans")
        assert stood["colour"].startswith("#")
    assert list(told) == ["canvas", "words", "dropped", "layout_seconds", "layout_cpu_seconds"]


def test_weights_are_told_as_they_were_given():
    told = json.loads(tag_cloud([("a", 2.5), ("b", 12)]).json())
    assert [word["weight"] for word in told["words"]] == [12, 2.5]


def test_as_text_the_picture_is_smaller_and_holds_every_word():
    pairs = [(f"Skill {i}", 30 - i) for i in range(20)]
    cloud = tag_cloud(pairs, title="My new boss")
    svg = cloud.svg(text=True)
    assert len(svg) < len(cloud.svg()) / 2
    assert "<path" not in svg
    assert all(f">{text}</text>" in svg for text in ("My new boss", *dict(pairs)))


def test_the_background_can_be_left_out():
    assert "<rect" in tag_cloud(PAIRS).svg()
    assert "<rect" not in tag_cloud(PAIRS, transparent=True).svg()


@given(
    st.lists(st.floats(allow_nan=True), min_size=1, max_size=4),
    st.sampled_from(["sqrt", "linear", "log"]),
    st.sampled_from([(800, 600), (16, 20_000), (20_000, 16)]),
)
@settings(max_examples=60, deadline=None)
def test_any_numbers_give_a_cloud_or_a_sentence(weights, scale, size):
    pairs = [("abcdefgh"[: i + 1], weight) for i, weight in enumerate(weights)]
    with suppress(CoalitionError):
        assert tag_cloud(pairs, scale=scale, size=size).words


def test_a_small_letter_may_be_a_thousand_times_larger_than_the_rest():
    words = tag_cloud([("a", 9), ("ab", 0.0078125)], scale="linear").words
    assert words[0].size / words[1].size == pytest.approx(9 / 0.0078125)


def test_controls_and_direction_overrides_are_taken_out_of_tags_and_title():
    cloud = tag_cloud([("Coa\u202ech\x00ing", 3)], title="M\u202ey boss")
    assert cloud.words[0].text == "Coach ing"
    assert "\u202e" not in cloud.svg()


def test_one_font_file_may_be_given_by_itself():
    path = fonts.bundled_fonts()[2].path
    assert tag_cloud(PAIRS[:1], fonts=path).words[0].font == "Noto Sans Thai"


def test_a_notebook_is_shown_the_picture():
    bundle = tag_cloud(PAIRS)._repr_mimebundle_()
    assert bundle["image/svg+xml"].startswith("<svg")
    assert "5 tags" in bundle["text/plain"]


def test_what_no_font_covers_is_named_with_what_to_install(monkeypatch):
    monkeypatch.setattr(fonts, "system_fonts", lambda: ())
    cloud = tag_cloud([*PAIRS, ("変革管理", 2)])
    assert [tag.text for tag in cloud.dropped] == ["変革管理"]
    (warning,) = cloud.warnings
    assert "変革管理" in warning
    assert "coalition[cjk]" in warning
    with pytest.raises(NothingFound, match="変革管理"):
        tag_cloud([("変革管理", 2)])


@pytest.mark.parametrize("unknown", [9, 10, 11, 25])
def test_ten_tags_that_no_font_covers_are_named_and_the_rest_counted(monkeypatch, unknown):
    monkeypatch.setattr(fonts, "system_fonts", lambda: ())
    texts = [chr(0x4E00 + i) * 2 for i in range(unknown)]
    cloud = tag_cloud([("Coaching", 99), *((text, 50 - i) for i, text in enumerate(texts))])
    assert [tag.text for tag in cloud.dropped] == texts
    (warning,) = cloud.warnings
    assert [text for text in texts if f"{text} is not drawn" in warning] == texts[:10]
    assert ("more tags" in warning) == (unknown > 10)
    if unknown > 10:
        assert f"; and {unknown - 10} more tags. Install" in warning


@pytest.mark.parametrize("count", [1, 12, 13, 40])
def test_the_description_names_the_twelve_heaviest_tags_and_counts_the_rest(count):
    cloud = tag_cloud([(f"Skill{i:02}", 100 - i) for i in range(count)])
    told = cloud.picture.description
    named = [f"Skill{i:02}: {100 - i}" for i in range(count)]
    assert [name for name in named if name in told] == named[:12]
    assert f"of {count} tag" in told
    assert told.endswith(f"; and {count - 12} more." if count > 12 else f"{named[-1]}.")


@pytest.mark.parametrize("size", [(800, 600), (300, 900), (1000, 200)])
def test_the_cloud_keeps_a_margin_and_fills_the_rest(size):
    pairs = [(f"Skill {i}", 30 // (i + 1) + 3) for i in range(80)]
    png = tag_cloud(pairs, size=size, transparent=True).png()
    with Image.open(io.BytesIO(png)) as picture:
        ink = picture.getchannel("A").getbbox()
    margin = 0.02 * min(size)
    free = (ink[0], ink[1], size[0] - ink[2], size[1] - ink[3])
    assert min(free) == pytest.approx(margin, abs=1.5)


def test_a_tag_can_have_a_colour_of_its_own():
    words = tag_cloud(PAIRS, colour="single", colours={"Coaching": "#1A6E8C"}).words
    assert words[1].colour == "#1a6e8c"
    assert len({word.colour for word in words}) == 2


def test_only_the_heaviest_are_drawn_if_so_many_are_asked_for():
    cloud = tag_cloud(PAIRS, max_tags=2)
    assert [word.text for word in cloud.words] == ["Change Management", "Coaching"]
    assert cloud.warnings == ()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"size": (8, 600)}, "8 x 600"),
        ({"size": (800, 30_000)}, "30000"),
        ({"scale": "cubic"}, "sqrt, linear, log"),
        ({"theme": "sepia"}, "light, dark"),
        ({"colour": "#12"}, "#12"),
        ({"colours": {"Coaching": "reddish"}}, "reddish"),
        ({"max_tags": 0}, "1 or more"),
        ({"fonts": ["nowhere.ttf"]}, "nowhere.ttf"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused_in_a_sentence(options, said):
    with pytest.raises(InputError, match=said):
        tag_cloud(PAIRS, **options)


@pytest.mark.parametrize("weights", [[], {}, [("a", 0)], [(" ", 3)]])
def test_nothing_to_draw_is_said(weights):
    with pytest.raises(NothingFound):
        tag_cloud(weights)


@pytest.mark.parametrize("padding", [0.0, 10.0, 20.0])
def test_whatever_room_is_kept_tags_of_all_sizes_are_drawn(padding):
    assert len(tag_cloud([("a", 1e6), ("b", 1)], padding=padding).words) == 2


def test_what_a_profile_keeps_out_is_told():
    kept_out = Unweighted("Tax", "its weight is 0")
    weighed = Profile((WeightedSkill(name="Law", weight=3.0),), dropped=(kept_out,))
    assert [(tag.text, tag.why) for tag in tag_cloud(weighed).dropped] == [kept_out]
