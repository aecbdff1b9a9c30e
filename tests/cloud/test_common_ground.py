"""Two people in one picture: who has what, how large, and the same bytes every time."""

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

import coalition
from coalition import compare
from coalition.cloud.common_ground_page import page_of_common_ground
from coalition.drawing import fonts
from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import ink_box
from coalition.drawing.palette import THEMES, contrast
from coalition.drawing.png import render_png
from coalition.drawing.shaping import shape
from coalition.drawing.svg import render_svg
from coalition.errors import BadWeight, InputError, NothingFound

A = {"Change Management": 30, "Coaching": 12, "Law": 3, "إدارة": 3, "C++": 1}
B = {"Change Management": 5, "Law": 10, "Sales": 8, "R&D": 2}
NAMES = ("Ada Byrne", "Bo Diallo")
FONTS = FontSet()


def boxes(ground):
    """The box of ink of each word in px: left, top, right, bottom; with its part."""
    for word in ground.words:
        ink, em = ink_box(shape(word.text, FONTS)), word.size / 1000
        yield (
            word.part,
            (word.x + ink.left * em, word.y + ink.top * em,
             word.x + ink.right * em, word.y + ink.bottom * em),
        )  # fmt: skip


def parts(ground):
    told = {}
    for word in ground.words:
        told.setdefault(word.part, []).append(word.text)
    return told


def test_every_skill_is_in_its_part_the_largest_first():
    assert parts(compare(A, B)) == {
        "first": ["Coaching", "إدارة", "C++"],
        "both": ["Change Management", "Law"],
        "second": ["Sales", "R&D"],
    }


def test_the_first_is_on_the_left_the_second_on_the_right_what_both_have_between_them():
    ground = compare(A, B, names=NAMES, title="Common ground")
    spans = {}
    for part, (left, _, right, _) in boxes(ground):
        low, high = spans.get(part, (left, right))
        spans[part] = min(low, left), max(high, right)
    assert spans["first"][1] < spans["both"][0]
    assert spans["both"][1] < spans["second"][0]
    assert [mark.text for mark in ground.picture.captions] == ["Ada Byrne", "Both", "Bo Diallo"]


def test_on_an_upright_canvas_they_stand_one_above_the_other():
    spans = {}
    for part, (_, top, _, bottom) in boxes(compare(A, B, size=(600, 900))):
        low, high = spans.get(part, (top, bottom))
        spans[part] = min(low, top), max(high, bottom)
    assert spans["first"][1] < spans["both"][0]
    assert spans["both"][1] < spans["second"][0]


@pytest.mark.parametrize(("by", "share"), [("smaller", 0.5), ("larger", 1.0)])
def test_a_skill_of_both_is_as_large_as_the_smaller_or_the_larger_share(by, share):
    words = {word.text: word for word in compare(A, B, by=by).words}
    common = words["Change Management"]
    assert (common.weight, common.weights, common.shares) == (share, (30, 5), (1, 0.5))
    coaching = words["Coaching"]
    assert (coaching.weight, coaching.weights, coaching.shares) == (0.4, (12, 0), (0.4, 0))
    assert common.size / coaching.size == pytest.approx(sqrt(share / 0.4), rel=1e-9)


SKILLS = st.dictionaries(
    st.sampled_from(["Law", "Sales", "Coaching", "Risk Management", "C++", "Art", "Go", "Ethics"]),
    st.integers(1, 99),
    max_size=7,
)


@settings(max_examples=40, deadline=None)
@given(
    SKILLS,
    SKILLS,
    st.sampled_from(["smaller", "larger"]),
    st.sampled_from([(800, 600), (600, 900), (1600, 900)]),
)
def test_nothing_is_lost_and_sizes_are_in_proportion_across_the_parts(a, b, by, size):
    if not a and not b:
        with pytest.raises(NothingFound):
            compare(a, b)
        return
    ground = compare(a, b, by=by, size=size)
    assert {word.text: word.part for word in ground.words} == {
        name: "both" if name in a and name in b else "first" if name in a else "second"
        for name in {**a, **b}
    }
    first = ground.words[0]
    for word in ground.words:
        assert word.size == pytest.approx(first.size * sqrt(word.weight / first.weight))
    assert ground.dropped == ()


@pytest.mark.parametrize("size", [(1280, 720), (600, 900)])
def test_nothing_overlaps(size):
    """Drawn in grey one by one, what is inked in all pictures together is inked but once."""
    ground = compare(A, B, names=NAMES, title="Common ground", size=size)
    picture = ground.picture
    marks = [*picture.writing, *picture.marks]
    seen = Image.new("L", (2 * size[0], 2 * size[1]))
    for mark in marks:
        alone = replace(picture, marks=(mark,), heading=(), captions=())
        with Image.open(io.BytesIO(render_png(render_svg(alone), density=2))) as drawn:
            ink = drawn.convert("L").point(lambda value: 255 if value < 200 else 0)
        assert ink.getbbox()
        both = Image.composite(ink, Image.new("L", ink.size), seen)
        assert both.getbbox() is None, mark.text
        seen.paste(ink, mask=ink)


def test_what_only_one_or_nobody_has_is_said_in_the_place_of_a_cloud():
    apart = compare({"Law": 3}, {"Sales": 2})
    said = " ".join(mark.text for mark in apart.picture.captions)
    assert "No skill in common: all the more to learn from each other." in said
    same = compare({"Law": 3}, {"Law": 2})
    said = " ".join(mark.text for mark in same.picture.captions)
    assert said.count("All skills are common ground.") == 2
    assert parts(same) == {"both": ["Law"]}


def test_skills_no_font_draws_are_told_and_what_is_empty_for_that_says_so(monkeypatch):
    monkeypatch.setattr(fonts, "system_fonts", lambda: ())
    ground = compare({"Law": 3, "你好": 2}, {"谈判": 2}, names=("你好", "Bo"))
    assert [tag.text for tag in ground.dropped] == ["你好", "谈判"]
    assert "你好 is not drawn" in ground.warnings[0]
    assert '"你好" is not drawn' in ground.warnings[0]
    said = " ".join(mark.text for mark in ground.picture.captions)
    assert "No font here draws these skills." in said
    with pytest.raises(NothingFound, match="Nothing can be drawn"):
        compare({"谈判": 2}, {"谈判": 2})


def test_the_same_input_gives_the_same_bytes_in_any_process():
    program = (
        "import hashlib, coalition;"
        f"ground = coalition.compare({A!r}, {B!r}, names={NAMES!r}, title='T');"
        "print(hashlib.sha256((ground.svg() + ground.svg(text=True) + ground.html()).encode()"
        " + ground.png() + ground.pdf()).hexdigest())"
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


def test_the_json_tells_all_and_can_be_read_as_a_cloud():
    ground = compare(A, B, names=NAMES)
    told = json.loads(ground.json())
    assert list(told) == [
        *("names", "by", "openers", "canvas", "words", "dropped"),
        *("layout_seconds", "layout_cpu_seconds"),
    ]
    assert (told["names"], told["by"], told["canvas"]) == (list(NAMES), "smaller", [1280, 720])
    assert told["openers"] == list(ground.openers)
    assert told["words"][0] == {
        **{"text": "Coaching", "part": "first", "weight": 0.4, "weights": [12, 0]},
        **{"shares": [0.4, 0.0], "angle": 0, "font": "Noto Sans"},
        **{key: pytest.approx(getattr(ground.words[0], key), abs=1e-3) for key in ("x", "y")},
        "size": pytest.approx(ground.words[0].size, abs=1e-3),
        "colour": THEMES["light"].groups[0],
    }
    read = coalition.read(ground.json())
    assert {piece.skill for piece in read.evidence} == {word.text for word in ground.words}


def test_as_text_the_picture_holds_every_word_and_caption():
    svg = compare(A, B, names=NAMES, title="Common ground").svg(text=True)
    assert "<path" not in svg
    for text in ("Common ground", "Both", *NAMES, *A, "Sales"):
        assert f">{text}<" in svg


def test_the_parts_differ_in_colour_and_each_can_be_read():
    for theme in THEMES:
        colours = {word.part: word.colour for word in compare(A, B, theme=theme).words}
        assert len(set(colours.values())) == 3
        assert all(contrast(c, THEMES[theme].background) >= 4.5 for c in colours.values())


def test_only_so_many_of_each_part_are_drawn():
    ground = compare(A, B, max_tags=1)
    assert parts(ground) == {
        "first": ["Coaching"],
        "both": ["Change Management"],
        "second": ["Sales"],
    }
    assert {tag.text: tag.why for tag in ground.dropped}["C++"] == (
        "only the 1 heaviest were asked for"
    )


def test_the_page_has_three_lists_the_openers_and_the_evidence_of_both():
    ground = compare(A, B, names=NAMES)
    page = page_of_common_ground(ground)
    assert page.openers == ground.openers
    assert [(row.part, row.rank, row.text) for row in page.rows] == [
        ("Both", 1, "Change Management"),
        ("Both", 2, "Law"),
        ("Only Ada Byrne", 1, "Coaching"),
        ("Only Ada Byrne", 2, "إدارة"),
        ("Only Ada Byrne", 3, "C++"),
        ("Only Bo Diallo", 1, "Sales"),
        ("Only Bo Diallo", 2, "R&D"),
    ]
    assert page.rows[0].detail[0].startswith("Ada Byrne: Change Management weighs 30")
    html = ground.html()
    assert html.count("<h3") == 3
    assert "What to talk about" in html


def test_whoever_does_not_see_it_is_told_what_is_in_it():
    described = compare(A, B, names=NAMES).picture.description
    assert "Both: Change Management: 30 and 5; Law: 3 and 10." in described
    assert "Only Ada Byrne: Coaching: 12; إدارة: 3; C++: 1." in described
    assert "Only Bo Diallo: Sales: 8; R&D: 2." in described


def test_a_notebook_shows_it():
    ground = compare(A, B)
    assert ground._repr_mimebundle_()["image/svg+xml"].startswith("<svg")
    assert repr(ground) == "<CommonGround: 2 in common, 3 and 2 not, 1280 x 720>"


def test_profiles_pairs_and_what_they_keep_out_are_taken():
    ground = compare([("Law", 2), ("law", 1), ("Whistling", 0)], [("Law", 1), ("", 3)])
    assert parts(ground) == {"both": ["Law"]}
    assert [(tag.text, tag.why) for tag in ground.dropped] == [
        ("Whistling", "its weight is 0"),
        ("", "it has no text"),
    ]


def test_what_cannot_be_compared_is_refused():
    with pytest.raises(NothingFound, match="nothing to compare"):
        compare({}, {"Law": 0})
    with pytest.raises(BadWeight):
        compare({"Law": -1}, {"Law": 1})
    with pytest.raises(InputError, match='not by "mean"'):
        compare({"Law": 1}, {"Law": 1}, by="mean")
    with pytest.raises(InputError, match="cannot be drawn on"):
        compare({"Law": 1}, {"Law": 1}, size=(1, 1))
    with pytest.raises(InputError, match="at least one tag"):
        compare({"Law": 1}, {"Law": 1}, max_tags=0)


@pytest.mark.parametrize("size", [(16, 16), (16, 20_000), (20_000, 16)])
def test_any_canvas_will_do(size):
    assert len(compare(A, B, names=NAMES, title="T", size=size).words) == 7
