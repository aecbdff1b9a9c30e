"""A page is one file that asks nothing of any network, and escapes all that came in."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.drawing.html import Page, Row, render_html
from coalition.drawing.palette import DARK, LIGHT, Theme
from coalition.drawing.picture import LegendEntry, Mark, Picture

BOX = "M0 0H1000V-700H0Z"


def mark(text: str, x: float = 10.0) -> Mark:
    return Mark(text, f"{text}: 6 endorsements", x, 50.0, 30.0, 0, 90.0, "#0671ea", BOX, "Any")


def row(rank: int, text: str) -> Row:
    return Row(rank, text, "6 endorsements", 0.5, ("Amina and 5 others endorsed it.",), "#0671ea")


PICTURE = Picture(400, 300, (mark("Coaching"), mark("R&D", 150)), "My boss", "2 tags.", LIGHT)
PAGE = Page(PICTURE, "My new boss", (row(1, "Coaching"), row(2, "R&D")), ("Read from skills.txt.",))


class Outline(HTMLParser):
    """The page's elements with their attributes, and its text without style and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, str] = {}
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.raw[self.cdata_elem] = self.raw.get(self.cdata_elem, "") + data
        else:
            self.text += data

    def having(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_heading_rows_evidence_and_notes_are_all_on_the_page() -> None:
    text = Outline(render_html(PAGE)).text
    for wanted in (
        "My new boss",
        "R&D",
        "6 endorsements",
        "Amina and 5 others",
        "Read from skills",
    ):
        assert wanted in text


def test_the_evidence_can_be_opened_without_scripts() -> None:
    outline = Outline(render_html(PAGE))
    assert len(outline.having("details")) == len(outline.having("summary")) == 2
    hidden = {attributes.get("id") for _, attributes in outline.elements if "hidden" in attributes}
    assert hidden == {"evidence", "filter"}  # which do nothing without scripts


def test_a_list_in_parts_has_a_heading_and_a_list_for_each() -> None:
    rows = (*(replace(one, part="Both") for one in PAGE.rows), replace(row(1, "Law"), part="<Me>"))
    outline = Outline(render_html(replace(PAGE, rows=rows)))
    assert (len(outline.having("h3")), len(outline.having("ol"))) == (2, 2)
    assert "<Me>" in outline.text
    whole = Outline(render_html(PAGE))
    assert (len(whole.having("h3")), len(whole.having("ol"))) == (0, 1)


def test_openers_stand_above_the_picture() -> None:
    page = render_html(replace(PAGE, openers=("Both of you name R&D.",)))
    assert '<li dir="auto">Both of you name R&amp;D.</li>' in page
    assert page.index("What to talk about") < page.index("<figure>")
    assert "<aside" not in render_html(PAGE)


def test_captions_stay_in_the_picture_and_move_up_with_it_where_the_heading_goes() -> None:
    heading = mark("My new boss")._replace(label="", y=40.0, size=20.0)
    caption = mark("Both")._replace(label="", y=100.0)
    page = render_html(
        replace(PAGE, picture=PICTURE._replace(heading=(heading,), captions=(caption,)))
    )
    assert '<g class="heading"' not in page
    assert '<g class="caption" transform="translate(10 54)"' in page


def test_a_row_knows_its_mark_and_rows_of_the_same_text_each_get_their_own() -> None:
    marks = (mark("Lean"), mark("Coaching"), mark("Lean", 200))
    rows = (row(1, "Coaching"), row(2, "Lean"), row(3, "Lean"), row(4, "Not drawn"))
    page = render_html(replace(PAGE, picture=PICTURE._replace(marks=marks), rows=rows))
    known = [attributes.get("data-mark") for attributes in Outline(page).having("li")]
    assert [place for place in known if place is not None] == ["1", "0", "2"]


def test_only_the_pages_own_style_and_script_are_allowed() -> None:
    page = render_html(PAGE)
    outline = Outline(page)
    (policy,) = (m["content"] for m in outline.having("meta") if m.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for element in ("style", "script"):
        digest = b64encode(sha256(outline.raw[element].encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy
    assert not any("style" in attributes for _, attributes in outline.elements)


def test_nothing_is_loaded_from_anywhere() -> None:
    page = render_html(PAGE)
    names = {name for _, attributes in Outline(page).elements for name in attributes}
    assert not names & {"src", "href", "xlink:href", "action", "srcset"}
    assert set(re.findall(r"https?://[^\"'\s]+", page)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|import\(", page)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_page_wears_the_pictures_theme(theme: Theme) -> None:
    page = render_html(replace(PAGE, picture=PICTURE._replace(theme=theme)))
    assert f"color-scheme: {theme.name}" in page
    assert f"--background: {theme.background}" in page


def test_a_legend_says_what_the_colours_mean() -> None:
    legend = (LegendEntry("Tools & methods", "#d41446"),)
    page = Outline(render_html(replace(PAGE, picture=PICTURE._replace(legend=legend))))
    assert "Tools & methods" in page.text
    assert {"cx": "5", "cy": "5", "r": "5", "fill": "#d41446"} in page.having("circle")


def test_the_title_is_said_once_and_its_room_in_the_picture_is_used() -> None:
    heading = (mark("My new boss")._replace(label="", y=40.0, size=20.0),)
    page = render_html(replace(PAGE, picture=PICTURE._replace(heading=heading)))
    assert Outline(page).text.count("My new boss") == 2  # the window's title and the heading
    assert 'viewBox="0 0 400 254"' in page
    assert "translate(10 4)" in page


def test_a_bar_is_as_long_as_its_share_and_never_longer_than_the_row() -> None:
    rows = [replace(row(1, "R&D"), share=share) for share in (1.0, 0.25, 7.0, -1.0)]
    page = Outline(render_html(replace(PAGE, rows=tuple(rows))))
    bars = [rect["width"] for rect in page.having("rect") if rect["height"] == "1"]
    assert bars == ["100", "25", "100", "0"]


def test_text_of_any_direction_keeps_to_its_own_place() -> None:
    outline = Outline(render_html(replace(PAGE, rows=(row(1, "إدارة التغيير"),))))
    assert len(outline.having("bdi")) == 1
    assert {"dir": "auto"} in outline.having("h1")


@given(st.text())
def test_whatever_comes_in_stays_text(hostile: str) -> None:
    text = f'</script></style><img src=x onerror="alert(1)">{hostile}'
    hostile_row = Row(1, text, text, 0.5, (text,), text)
    picture = PICTURE._replace(
        marks=(mark(text),),
        title=text,
        description=text,
        legend=(LegendEntry(text, text),),
    )
    outline = Outline(render_html(Page(picture, text, (hostile_row,), (text,))))
    plain = Outline(render_html(replace(PAGE, rows=(row(1, "A"),), picture=picture._replace())))
    assert {name for name, _ in outline.elements} == {name for name, _ in plain.elements}
    assert "img" not in {name for name, _ in outline.elements}
    assert outline.raw["script"] == plain.raw["script"]


@pytest.mark.parametrize(("width", "wide"), [(1280, True), (800, False)])
def test_a_narrow_window_shows_a_part_of_a_wide_picture(width: int, wide: bool) -> None:
    page = render_html(replace(PAGE, picture=PICTURE._replace(width=width)))
    assert ('<figure class="wide">' in page) == wide
