"""A picture as text looks as its outlines do, and its words can be found, selected and copied."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from coalition import TagCloud, tag_cloud
from tests.drawing.pictures import misplaced, opened

TEXTS = {
    "Latin": ("Officielle Affinität", "Fjord AVAT To", "Tiếng Việt", "R&D <C++>"),
    "Cyrillic": ("Управление изменениями", "Стратегия"),
    "Greek": ("Στρατηγική ανάλυση", "Ηγεσία"),
    "Arabic": ("إدارة التغيير", "المشاريع", "١٢٪ لا"),
    "Hebrew": ("ניהול שינויים", "מנהיגות"),
    "Devanagari": ("परिवर्तन प्रबंधन", "क्षत्रिय नेतृत्व", "कार्यक्रम"),
    "Thai": ("การจัดการ", "ที่ปรึกษา", "ทำงาน"),
    "mixed": ("القيادة (Leadership)", "C++ פיתוח", "ISO 9001 جودة 2020", "कर्म C# .NET"),
}
SIZE, ZOOM = (800, 600), 2


LONG = (
    *("Stakeholder Management and Communication", "Cross-functional Officielle Affinität"),
    *("Vendor/Supplier Relations AVAT", "Управление изменениями", "Στρατηγική ανάλυση"),
    *("إدارة أصحاب المصلحة والتواصل", "ניהול Agile (Scrum) בארגונים", "परिवर्तन प्रबंधन नेतृत्व"),
    *(
        "القيادة وإدارة المشاريع (Project Leadership)",
        "ISO 9001 جودة 2020 الشاملة",
        "פיתוח תוכנה C++",
    ),
)
"""On two lines, on a canvas as narrow as this."""


def cloud_of(*texts: str) -> TagCloud:
    return tag_cloud([(text, 40 - i) for i, text in enumerate(texts)], size=SIZE, title=texts[0])


def turned_cloud() -> TagCloud:
    """A cloud with turned tags of many scripts."""
    texts = [texts[0] for texts in TEXTS.values()]
    pairs = [(text, 40 - i) for i, text in enumerate((*texts, *"ABCDEFGHIJKL"))]
    cloud = tag_cloud(pairs, size=SIZE)
    told = {word.text: word._replace(angle=90 * (i % 3 == 1)) for i, word in enumerate(cloud.words)}
    before = {"words": [word._asdict() for word in told.values()]}
    return tag_cloud(pairs, size=SIZE, keep=before)


def written(folder: Path, name: str, svg: str) -> Path:
    path = folder / f"{name}.svg"
    path.write_text(svg, "utf-8")
    return path


def photograph(browser: Browser, file: Path) -> Image.Image:
    """An SVG file or a page as the browser shows it, in shades of grey."""
    viewport = {"width": SIZE[0], "height": SIZE[1]}
    tab = browser.new_page(viewport=viewport, device_scale_factor=ZOOM)
    tab.goto(file.as_uri())
    tab.evaluate("document.fonts.ready")
    content = tab.screenshot()
    tab.close()
    return opened(content)


@pytest.mark.parametrize("script", TEXTS)
def test_text_looks_as_the_outlines_do(chromium: Browser, tmp_path: Path, script: str) -> None:
    cloud = cloud_of(*TEXTS[script])
    outlines, text = (
        photograph(chromium, written(tmp_path, name, svg))
        for name, svg in (("outlines", cloud.svg()), ("text", cloud.svg(text=True)))
    )
    assert outlines.getextrema()[0] < 80
    assert misplaced(outlines, text) == 0


@pytest.mark.parametrize("text", LONG)
def test_text_on_two_lines_looks_as_the_outlines_do(
    chromium: Browser, tmp_path: Path, text: str
) -> None:
    cloud = tag_cloud([(text, 2), ("Law", 1)], size=(500, 600), wrap=True)
    assert len(cloud.words[0].lines) == 2
    outlines, letters = (
        photograph(chromium, written(tmp_path, name, svg))
        for name, svg in (("outlines", cloud.svg()), ("text", cloud.svg(text=True)))
    )
    assert outlines.getextrema()[0] < 80
    assert misplaced(outlines, letters) == 0


@pytest.mark.parametrize("as_text", [False, True])
@pytest.mark.parametrize("text", LONG)
def test_a_tag_on_two_lines_is_found_selected_and_copied_whole(
    chromium: Browser, tmp_path: Path, text: str, as_text: bool
) -> None:
    cloud = tag_cloud([(text, 2), ("Law", 1)], size=(500, 600), wrap=True)
    tab = chromium.new_page()
    tab.goto(written(tmp_path, "cloud", cloud.svg(text=as_text)).as_uri())
    assert tab.evaluate("text => window.find(text)", text)
    assert tab.evaluate("String(getSelection())") == text
    tab.close()


def test_turned_text_looks_as_the_outlines_do(chromium: Browser, tmp_path: Path) -> None:
    cloud = turned_cloud()
    outlines, text = (
        photograph(chromium, written(tmp_path, name, svg))
        for name, svg in (("outlines", cloud.svg()), ("text", cloud.svg(text=True)))
    )
    assert misplaced(outlines, text) == 0


def test_text_looks_the_same_as_an_image_of_a_page(chromium: Browser, tmp_path: Path) -> None:
    cloud = cloud_of(*(texts[0] for texts in TEXTS.values()))
    written(tmp_path, "text", cloud.svg(text=True))
    page = tmp_path / "page.html"
    page.write_text('<body style="margin: 0"><img src="text.svg">', "utf-8")
    outlines = photograph(chromium, written(tmp_path, "outlines", cloud.svg()))
    assert misplaced(outlines, photograph(chromium, page)) == 0


def test_one_wrong_letter_would_be_noticed(chromium: Browser, tmp_path: Path) -> None:
    right, wrong = cloud_of("Strategic Planning").svg(), cloud_of("Strategic P1anning").svg()
    files = [written(tmp_path, f"{i}", svg) for i, svg in enumerate((right, wrong))]
    one, other = (photograph(chromium, file) for file in files)
    assert misplaced(one, other) > 100


def test_a_png_looks_as_the_svg_in_a_browser(chromium: Browser, tmp_path: Path) -> None:
    cloud = cloud_of(*(text for texts in TEXTS.values() for text in texts))
    shown = photograph(chromium, written(tmp_path, "cloud", cloud.svg()))
    assert misplaced(shown, opened(cloud.png(density=ZOOM))) == 0


@pytest.fixture
def tab(chromium: Browser, tmp_path: Path) -> Iterator[Tab]:
    """All texts in one picture, as text; whatever it complains about or asks for fails the test."""
    tab = chromium.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("request", lambda request: requests.append(request.url[:40]))
    cloud = cloud_of(*(text for texts in TEXTS.values() for text in texts))
    file = written(tmp_path, "cloud", cloud.svg(text=True))
    tab.goto(file.as_uri())
    yield tab
    tab.close()
    assert complaints == []
    assert {url for url in requests if not url.startswith("data:font/ttf")} == {file.as_uri()[:40]}


@pytest.mark.parametrize("text", [text for texts in TEXTS.values() for text in texts])
def test_every_tag_is_found_selected_and_copied(tab: Tab, text: str) -> None:
    assert tab.evaluate("text => window.find(text)", text)
    assert tab.evaluate("String(getSelection())") == text


def test_every_font_of_the_picture_is_used(tab: Tab) -> None:
    states = tab.evaluate("document.fonts.ready.then(all => [...all].map(face => face.status))")
    assert states == ["loaded"] * 4
