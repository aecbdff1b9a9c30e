"""Two people in one picture: who has what, how large, and the same bytes every time."""

import io
import json
import os
import subprocess
import sys
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

import coalition
from coalition import compare
from coalition.cloud.common_ground_page import page_of_common_ground
from coalition.drawing import fonts
from coalition.drawing.palette import THEMES, contrast
from coalition.drawing.png import render_png
from coalition.drawing.svg import render_svg
from coalition.errors import BadWeight, InputError, NothingFound

A = {"Change Management": 30, "Coaching": 12, "Law": 3, "إدارة": 3, "C++": 1}
B = {"Change Management": 5, "Law": 10, "Sales": 8, "R&D": 2}
NAMES = ("Ada Byrne", "Bo Diallo")


def inks(ground):
    """The ink of each mark, captions among them, drawn by itself at twice the size: its part, ""
    for what is no tag, its text, and black where there is none.
    """
    picture = ground.picture
    told = [("", mark) for mark in picture.writing]
    told += [(word.part, mark) for word, mark in zip(ground.words, picture.marks, strict=True)]
    for part, mark in told:
        alone = picture._replace(marks=(mark,), heading=(), captions=())
        with Image.open(io.BytesIO(render_png(render_svg(alone), density=2))) as drawn:
            yield part, mark.text, drawn.convert("L").point(lambda v: 255 if v < 200 else 0)


def spans(ground, axis):
    """From where to where each part is inked, from left to right (0) or from top to bottom (1)."""
    found = {}
    for part, _, ink in inks(ground):
        box = ink.getbbox()
        low, high = found.get(part, (box[axis], box[axis + 2]))
        found[part] = min(low, box[axis]), max(high, box[axis + 2])
    return found


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


@pytest.mark.parametrize("wrap", [True, False])
@pytest.mark.parametrize(("size", "axis"), [((1280, 720), 0), ((800, 600), 0), ((600, 900), 1)])
def test_what_both_have_is_in_the_middle_from_left_to_right_or_upright_from_top_to_bottom(
    size, axis, wrap
):
    ground = compare(A, B, names=NAMES, title="Common ground", size=size, wrap=wrap)
    found = spans(ground, axis)
    assert found["first"][1] < found["both"][0]
    assert found["both"][1] < found["second"][0]
    assert [mark.text for mark in ground.picture.captions] == ["Ada Byrne", "Both", "Bo Diallo"]


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
    ground = compare(A, B, names=NAMES, title="Common ground", size=size)
    seen = Image.new("L", (2 * size[0], 2 * size[1]))
    for _, text, ink in inks(ground):
        assert ink.getbbox()
        assert ImageChops.multiply(ink, seen).getbbox() is None, text
        seen.paste(ink, mask=ink)


def test_long_skills_are_on_two_lines_where_that_makes_all_larger():
    broken, whole = compare(A, B), compare(A, B, wrap=False)
    assert broken.words[0].size > 1.1 * whole.words[0].size
    lines = {word.text: [line.text for line in word.lines] for word in broken.words}
    assert lines["Change Management"] == ["Change", "Management"]
    assert not any(word.lines for word in whole.words)


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
    svg = compare(A, B, names=NAMES, title="Common ground", wrap=False).svg(text=True)
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
