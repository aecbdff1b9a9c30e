"""What a reader sees and does on a page that steps through the years."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from coalition import clouds_by_year, profile
from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Reading
from coalition.model.source import Source

SAID = {"Coaching": (2019, 2020, 2020, 2021, 2021), "Budgeting": (2019, 2019), "Law": (2021,)}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    evidence = tuple(
        Evidence(skill, Kind.ENDORSED, Source("a.csv", row), by=f"Endorser {row}", on=f"{year}")
        for skill, years in SAID.items()
        for row, year in enumerate(years, 2)
    )
    clouds = clouds_by_year(
        profile([Reading("any", "a.csv", evidence=evidence)]), title="My new boss"
    )
    path = tmp_path_factory.mktemp("page") / "boss.html"
    path.write_text(clouds.html(), encoding="utf-8")
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
    tab.clock.install()
    tab.goto(file.as_uri())
    yield tab
    tab.close()
    assert complaints == []
    assert requests == [file.as_uri()]


def tag(tab: Tab, text: str) -> Locator:
    return tab.locator(".tag").filter(has_text=text)


def rows(tab: Tab) -> list[str]:
    return tab.locator("ol > li:visible .what").all_inner_texts()


def ink(tab: Tab, text: str) -> dict[str, float]:
    """The box of a tag's ink on the page."""
    box = tag(tab, text).locator("path").bounding_box()
    assert box
    return {**box}


def middle(box: dict[str, float]) -> tuple[float, float]:
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def year(tab: Tab) -> Locator:
    return tab.locator(".step")


def test_the_last_year_is_shown_first(tab: Tab) -> None:
    expect(year(tab)).to_have_text("2021")
    expect(tab.get_by_role("slider", name="Year")).to_have_value("2")
    expect(tab.get_by_role("button", name="Next year")).to_be_disabled()
    assert rows(tab) == [
        "Coaching\n5 endorsements",
        "Budgeting\n2 endorsements",
        "Law\n1 endorsement",
    ]


def test_a_step_back_shows_the_year_before_with_every_tag_in_its_place(tab: Tab) -> None:
    before = {text: ink(tab, text) for text in ("Coaching", "Budgeting")}
    tab.get_by_role("button", name="Previous year").click()
    expect(year(tab)).to_have_text("2020")
    assert rows(tab) == ["Coaching\n3 endorsements", "Budgeting\n2 endorsements"]
    expect(tab.locator("output")).to_have_text("2 tags")
    expect(tag(tab, "Law")).not_to_be_visible()
    now = {text: ink(tab, text) for text in before}
    assert now["Budgeting"] == pytest.approx(before["Budgeting"], abs=0.05)
    assert middle(now["Coaching"]) == pytest.approx(middle(before["Coaching"]), abs=0.5)
    share = now["Coaching"]["width"] / before["Coaching"]["width"]
    assert share == pytest.approx((3 / 5) ** 0.5, abs=0.002)


def test_the_arrow_keys_move_the_slider_and_the_list_follows_in_its_order(tab: Tab) -> None:
    slider = tab.get_by_role("slider", name="Year")
    slider.focus()
    tab.keyboard.press("ArrowLeft")
    expect(slider).to_have_attribute("aria-valuetext", "2020")
    tab.keyboard.press("Home")
    expect(year(tab)).to_have_text("2019")
    assert rows(tab) == ["Budgeting\n2 endorsements", "Coaching\n1 endorsement"]
    assert tab.locator("ol > li:visible .rank").all_inner_texts() == ["1", "2"]
    tab.keyboard.press("End")
    expect(year(tab)).to_have_text("2021")


def test_the_evidence_is_that_of_the_year(tab: Tab) -> None:
    tab.get_by_role("slider").focus()
    tab.keyboard.press("Home")
    tag(tab, "Coaching").hover()
    expect(tab.locator("#evidence li")).to_have_text(
        [
            "Coaching weighs 1: 1 endorser.",
            'Endorser 2 endorsed "Coaching" in 2019: a.csv, line 2.',
        ]
    )
    expect(tag(tab, "Coaching")).to_have_attribute("aria-label", "Coaching: 1 endorsement")


def test_the_filter_finds_only_what_had_been_said(tab: Tab) -> None:
    tab.get_by_role("searchbox").fill("Endorser 5")
    expect(tab.locator("output")).to_have_text("1 of 3")
    tab.get_by_role("button", name="Previous year").click()
    expect(tab.locator("output")).to_have_text("0 of 2")
    tab.keyboard.press("Escape")
    assert len(rows(tab)) == 2


def test_playing_goes_through_all_years_and_stops_at_the_last(tab: Tab) -> None:
    tab.get_by_role("button", name="Play").click()
    expect(year(tab)).to_have_text("2019")
    for shown in ("2020", "2021"):
        expect(tab.get_by_role("button", name="Pause")).to_be_visible()
        tab.clock.run_for(1300)
        expect(year(tab)).to_have_text(shown)
    expect(tab.get_by_role("button", name="Play")).to_be_visible()


def test_playing_can_be_stopped(tab: Tab) -> None:
    tab.get_by_role("button", name="Play").click()
    tab.get_by_role("button", name="Pause").click()
    tab.clock.run_for(5000)
    expect(year(tab)).to_have_text("2019")


def test_who_wants_less_motion_gets_none(tab: Tab) -> None:
    durations = tag(tab, "Coaching").evaluate("tag => getComputedStyle(tag).transitionDuration")
    assert set(durations.split(", ")) == {"0s"}


def test_tags_that_are_not_there_are_passed_over_by_the_keyboard(tab: Tab) -> None:
    tag(tab, "Law").focus()
    tab.get_by_role("slider").focus()
    tab.keyboard.press("Home")
    assert tab.locator(".tag[tabindex='0']:not(.absent)").count() == 1
    tag(tab, "Budgeting").focus()
    for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight") * 2:
        tab.keyboard.press(key)
        assert not tab.locator(".tag:focus.absent").count()
        assert tab.locator(".tag:focus").count()


def test_without_scripts_the_last_year_can_be_read(chromium: Browser, file: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(file.as_uri())
    expect(year(tab)).to_have_text("2021")
    expect(tab.locator(".moves")).to_be_hidden()
    assert len(rows(tab)) == 3
    context.close()


def test_on_a_phone_everything_fits_its_width(chromium: Browser, file: Path) -> None:
    tab = chromium.new_page(viewport={"width": 390, "height": 844})
    tab.goto(file.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    buttons = tab.locator(".moves button").all()
    assert all((box := button.bounding_box()) and box["height"] >= 44 for button in buttons)
    tab.close()
