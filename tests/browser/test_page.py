"""What a reader sees and does on the page of a tag cloud."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from coalition.drawing.html import Page, Row, render_html
from coalition.drawing.palette import LIGHT
from coalition.drawing.picture import Mark, Picture

BOX = "M0 0H4000V-700H0Z"
PLACES = {
    "Operations": (40, 80),
    "Change Management": (340, 80),
    "إدارة التغيير": (40, 280),
    "Café Design": (340, 280),
    "R&D": (640, 280),
}
COUNTS = (38, 21, 7, 2, 1)


def cloud() -> Page:
    marks = tuple(
        Mark(text, f"{text}: {n}", x, y, 50, 0, 200, "#0671ea", BOX, "Any", text[0] == "إ")
        for (text, (x, y)), n in zip(PLACES.items(), COUNTS, strict=True)
    )
    rows = tuple(
        Row(
            rank,
            text,
            f"{n} endorsements, 1 certificate",
            n / 38,
            (f"Endorser number {n} said so.",),
            "#0671ea",
        )
        for rank, (text, n) in enumerate(zip(PLACES, COUNTS, strict=True), 1)
    )
    picture = Picture(960, 400, marks, "My new boss", "A cloud of 5 tags.", LIGHT)
    return Page(picture, "My new boss", rows, ("Invented.",))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "boss.html"
    path.write_text(render_html(cloud()), encoding="utf-8")
    return path


@pytest.fixture
def tab(chromium: Browser, file: Path) -> Iterator[Tab]:
    """The page, opened; whatever it complains about or asks for fails the test."""
    tab = chromium.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    complaints: list[str] = []
    requests: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("request", lambda request: requests.append(request.url))
    tab.goto(file.as_uri())
    yield tab
    tab.close()
    assert complaints == []
    assert requests == [file.as_uri()]


def tag(tab: Tab, text: str) -> Locator:
    return tab.locator(".tag").nth(list(PLACES).index(text))


def row(tab: Tab, text: str) -> Locator:
    return tab.locator("ol > li").nth(list(PLACES).index(text))


def opacity(mark: Locator) -> float:
    return float(mark.evaluate("tag => getComputedStyle(tag).opacity"))


def test_pointing_at_a_tag_shows_its_evidence_and_its_row(tab: Tab) -> None:
    tag(tab, "R&D").hover()
    expect(tab.locator("#evidence")).to_contain_text("Endorser number 1 said so.")
    expect(row(tab, "R&D")).to_have_class("looked-at")
    assert opacity(tag(tab, "R&D")) == 1 > opacity(tag(tab, "Operations"))


def test_pointing_at_a_row_shows_its_tag(tab: Tab) -> None:
    row(tab, "Operations").hover()
    expect(tag(tab, "Operations")).to_have_class("tag found looked-at")
    expect(tab.locator("#evidence")).to_contain_text("Endorser number 38 said so.")


def test_the_filter_narrows_the_list_and_dims_the_picture(tab: Tab) -> None:
    tab.get_by_role("searchbox").fill("cafe")  # without the accent
    expect(tab.locator("output")).to_have_text("1 of 5")
    expect(tab.locator("ol > li:visible")).to_have_count(1)
    assert opacity(tag(tab, "Café Design")) == 1 > opacity(tag(tab, "R&D"))


def test_the_filter_finds_evidence_too_and_escape_clears_it(tab: Tab) -> None:
    tab.get_by_role("searchbox").fill("number 38")
    expect(tab.locator("output")).to_have_text("1 of 5")
    tab.keyboard.press("Escape")
    expect(tab.locator("output")).to_have_text("5 tags")
    assert opacity(tag(tab, "R&D")) == 1


def test_arrow_keys_move_through_the_picture_as_it_looks(tab: Tab) -> None:
    tab.keyboard.press("Tab")
    expect(tag(tab, "Operations")).to_be_focused()
    for key, reached in (
        ("ArrowRight", "Change Management"),
        ("ArrowDown", "Café Design"),
        ("ArrowRight", "R&D"),
        ("ArrowRight", "R&D"),
        ("ArrowLeft", "Café Design"),
        ("ArrowUp", "Change Management"),
    ):
        tab.keyboard.press(key)
        expect(tag(tab, reached)).to_be_focused()
    expect(tab.locator("#evidence")).to_contain_text("Endorser number 21 said so.")
    tab.keyboard.press("Enter")
    expect(row(tab, "Change Management").locator("details")).to_have_attribute("open", "")
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("searchbox")).to_be_focused()


def test_arrow_keys_move_through_the_list(tab: Tab) -> None:
    tab.get_by_role("searchbox").focus()
    for key, reached in (("ArrowDown", 0), ("ArrowDown", 1), ("End", 4), ("Home", 0)):
        tab.keyboard.press(key)
        expect(tab.locator("summary").nth(reached)).to_be_focused()
    tab.keyboard.press("ArrowUp")
    expect(tab.get_by_role("searchbox")).to_be_focused()


def test_a_tag_lies_under_its_selectable_text(tab: Tab) -> None:
    for text in PLACES:
        ends = tag(tab, text).evaluate(
            """tag => ["path", "text"].map(name => {
                const box = tag.querySelector(name).getBoundingClientRect();
                return [box.left, box.right];
            })"""
        )
        assert ends[1] == pytest.approx(ends[0], abs=3), text


def test_a_tag_can_be_selected_and_copied(tab: Tab) -> None:
    text = tag(tab, "Change Management").locator("text")
    text.evaluate("text => getSelection().selectAllChildren(text)")
    assert tab.evaluate("String(getSelection())") == "Change Management"


def test_a_screen_reader_hears_tags_as_buttons_with_their_counts(tab: Tab) -> None:
    expect(tab.get_by_role("group", name="My new boss. A cloud of 5 tags.")).to_be_visible()
    expect(tab.get_by_role("button", name="R&D: 1")).to_have_count(1)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_cut_at_any_width(tab: Tab, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    picture, ranked = tab.locator("figure").bounding_box(), tab.locator("section").bounding_box()
    assert picture is not None
    assert ranked is not None
    beside, under = picture["x"] + picture["width"], picture["y"] + picture["height"]
    assert ranked["x"] >= beside if width > 1000 else ranked["y"] >= under


def test_a_long_value_does_not_squeeze_the_name_beside_it(tab: Tab) -> None:
    tab.set_viewport_size({"width": 320, "height": 800})
    heights = tab.locator(".text").evaluate_all("names => names.map(name => name.offsetHeight)")
    assert max(heights) < 30, "every name stands on one line"


def test_a_finger_can_do_what_a_pointer_can(chromium: Browser, file: Path) -> None:
    phone = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    tab = phone.new_page()
    tab.goto(file.as_uri())
    tag(tab, "R&D").tap()
    expect(tab.locator("#evidence")).to_contain_text("Endorser number 1 said so.")
    phone.close()


def test_without_scripts_everything_can_still_be_read(chromium: Browser, file: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(file.as_uri())
    expect(tab.get_by_role("img", name="My new boss A cloud of 5 tags.")).to_be_visible()
    expect(tab.get_by_text("Endorser number 1 said so.")).to_be_hidden()
    row(tab, "R&D").locator("summary").click()
    expect(tab.get_by_text("Endorser number 1 said so.")).to_be_visible()
    expect(tab.get_by_role("searchbox")).to_be_hidden()
    context.close()


def test_on_paper_the_whole_list_is_there(tab: Tab) -> None:
    tab.emulate_media(media="print")
    expect(tab.get_by_role("searchbox")).to_be_hidden()
    assert tab.locator(".list").evaluate("list => getComputedStyle(list).overflowY") == "visible"


def test_the_heading_of_a_part_goes_where_the_filter_leaves_nothing_of_it(
    chromium: Browser, tmp_path: Path
) -> None:
    page = cloud()
    rows = tuple(
        replace(row, part="Both" if row.rank < 3 else "Only Ada Byrne") for row in page.rows
    )
    path = tmp_path / "common.html"
    path.write_text(render_html(replace(page, rows=rows, openers=("Talk.",))), encoding="utf-8")
    tab = chromium.new_page(viewport={"width": 1280, "height": 800})
    tab.goto(path.as_uri())
    expect(tab.locator("h3:visible")).to_have_count(2)
    tab.get_by_role("searchbox").fill("R&D")
    expect(tab.locator("h3:visible")).to_have_text("Only Ada Byrne")
    tab.close()
