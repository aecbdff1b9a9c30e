"""What the page of a picture over time holds, whatever its texts are."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from coalition.drawing.html import Page, Row, render_html
from coalition.drawing.palette import LIGHT
from coalition.drawing.picture import Mark, Picture
from coalition.drawing.timeline import Growth, Stage, Timeline

MARK = Mark("Law", "Law: 2", 10, 50, 30, 0, 90, "#0671ea", "M0 0H1000V-700H0Z", "Any")
ROW = Row(1, "Law", "2", 1, ("Law weighs 2.",), "#0671ea")


def page(name: str, reason: str) -> str:
    stages = (Stage(0, 0.5, 0.5, "#0671ea", "1", reason), Stage(1, 1, 1, "#0671ea", "2", "Two."))
    timeline = Timeline(("2020", name), (Growth((45, -10), stages, (0,)),))
    picture = Picture(400, 300, (MARK,), "My boss, 2021", "1 tag.", LIGHT)
    return render_html(Page(picture, "My boss", (ROW,), (), timeline))


@given(st.text(), st.text())
def test_no_text_can_end_the_data_or_be_taken_for_markup(name: str, reason: str) -> None:
    drawn = page(name, reason)
    data = re.search(r'<script type="application/json" id="timeline">([^<]*)</script>', drawn)
    assert data
    told = json.loads(data[1])
    assert told["names"][1] == name
    assert told["tags"][0]["stages"][0][5] == reason
    assert drawn.count("<script") == 2


def test_without_scripts_the_last_step_is_named_and_the_controls_are_hidden() -> None:
    drawn = page("2021", "One.")
    assert '<p class="step">2021</p>' in drawn
    assert '<div class="moves" hidden>' in drawn
    assert '<div class="track" hidden>' in drawn


def test_a_page_of_one_picture_has_nothing_of_it() -> None:
    picture = Picture(400, 300, (MARK,), "My boss", "1 tag.", LIGHT)
    drawn = render_html(Page(picture, "My boss", (ROW,)))
    assert "timeline" not in drawn
    assert ".track" not in drawn
