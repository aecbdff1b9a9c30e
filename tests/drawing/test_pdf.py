"""A PDF is one page with the picture on it, drawn in lines, and every text in it to be found."""

import io
import sys
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from coalition import TagCloud, tag_cloud
from coalition.drawing.fonts import FontSet
from coalition.drawing.palette import LIGHT
from coalition.drawing.pdf import render_pdf
from coalition.drawing.picture import Mark, Picture
from coalition.errors import InputError, MissingExtra
from tests.drawing.pictures import misplaced, opened

TEXTS = (
    *("Change Management", "Officielle Affinität", "Tiếng Việt", "R&D #[x] $y$ \\z"),
    *("Управление", "Στρατηγική ανάλυση", "إدارة التغيير", "ניהול שינויים"),
    *("परिवर्तन प्रबंधन", "क्षत्रिय", "การจัดการ", "C++ פיתוח"),
)
BOX = Mark("Box", "Box: 1", 10, 90, 40, 0, 80, "#0671ea", "M0 0H2000V-1000H0Z", "Any")
PICTURE = Picture(200, 100, (BOX,), 'A "box" #x', "One box.", LIGHT)


@pytest.fixture(scope="module")
def cloud() -> TagCloud:
    return tag_cloud([(text, 20 - i) for i, text in enumerate(TEXTS)], title="My new boss إدارة")


@pytest.fixture(scope="module")
def page(cloud: TagCloud) -> Iterator[pypdfium2.PdfPage]:
    with closing(pypdfium2.PdfDocument(cloud.pdf())) as document:
        assert len(document) == 1
        yield document[0]


def seen(pdf: bytes, pixels_a_point: float) -> Image.Image:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        image = document[0].render(scale=pixels_a_point, maybe_alpha=True).to_pil()
    file = io.BytesIO()
    image.save(file, "PNG")
    return opened(file.getvalue())


def test_the_page_is_the_canvas(page: pypdfium2.PdfPage) -> None:
    assert page.get_size() == (600, 450)  # 800 x 600 at 96 pixels an inch, in points


@pytest.mark.parametrize("looks", [{}, {"theme": "dark"}, {"transparent": True}])
def test_it_looks_as_the_png(looks: dict[str, object]) -> None:
    pairs = [(text, 20 - i) for i, text in enumerate(TEXTS)]
    cloud = tag_cloud(pairs, title="My new boss", **looks)
    assert misplaced(seen(cloud.pdf(), 2 / 0.75), opened(cloud.png(density=2))) == 0


def test_it_is_drawn_in_lines_at_any_size(page: pypdfium2.PdfPage) -> None:
    kinds = {drawn.type for drawn in page.get_objects(max_depth=10)}
    assert pypdfium2.raw.FPDF_PAGEOBJ_PATH in kinds
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds


@pytest.mark.parametrize("text", ["My new boss", *TEXTS])
def test_every_text_is_found_once_where_it_is_drawn(
    page: pypdfium2.PdfPage, cloud: TagCloud, text: str
) -> None:
    written = page.get_textpage()
    search = written.search(text)
    place = search.get_next()
    assert place is not None
    assert search.get_next() is None
    marks = (*cloud.picture.marks, *cloud.picture.heading)
    (mark,) = (mark for mark in marks if mark.text.startswith(text))
    boxes = [written.get_rect(i) for i in range(written.count_rects(*place))]
    left, right = min(box[0] for box in boxes) / 0.75, max(box[2] for box in boxes) / 0.75
    assert mark.x - 0.2 * mark.size < left < right < mark.x + mark.width + 0.2 * mark.size
    for box in boxes:
        assert mark.y - mark.size * 1.2 < 600 - box[3] / 0.75 < mark.y


WRAPPED = (
    *("Stakeholder Management and Communication", "Cross-functional Officielle Affinität"),
    *("Управление изменениями", "إدارة أصحاب المصلحة", "ניהול שינויים בארגונים"),
)


@pytest.mark.parametrize("text", WRAPPED)
def test_a_tag_on_two_lines_looks_as_in_the_png_and_is_found(text: str) -> None:
    cloud = tag_cloud([(text, 2), ("Law", 1)], size=(500, 600), wrap=True)
    assert len(cloud.words[0].lines) == 2
    pdf = cloud.pdf()
    assert misplaced(seen(pdf, 2 / 0.75), opened(cloud.png(density=2))) == 0
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        written = document[0].get_textpage()
        assert written.search(text).get_next() is not None
        for line in cloud.words[0].lines:
            place = written.search(line.text).get_next()
            assert place is not None
            boxes = [written.get_rect(i) for i in range(written.count_rects(*place))]
            assert line.x == pytest.approx(min(box[0] for box in boxes) / 0.75, abs=8)
            below = 600 - min(box[1] for box in boxes) / 0.75
            assert line.y - 1 <= below <= line.y + cloud.words[0].size * 0.4


def test_turned_tags_look_as_in_the_png() -> None:
    names = [f"{first}{i}" for i in range(12) for first in ("Audit ", "Coaching ")]
    cloud = tag_cloud([(name, 40 - i) for i, name in enumerate(names)], size=(400, 600), rotate=90)
    assert any(word.angle for word in cloud.words)
    assert misplaced(seen(cloud.pdf(), 2 / 0.75), opened(cloud.png(density=2))) == 0


def test_its_title_and_description_are_the_pictures() -> None:
    told = PdfReader(io.BytesIO(render_pdf(PICTURE, FontSet()))).metadata
    assert told is not None
    assert (told.title, told.subject) == ('A "box" #x', "One box.")
    assert (told.creation_date, told.modification_date) == (None, None)


def test_a_reader_aloud_is_told_what_the_picture_is(cloud: TagCloud) -> None:
    reader = PdfReader(io.BytesIO(cloud.pdf()))
    entries = [reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1)]
    told = [entry["/Alt"] for entry in entries if isinstance(entry, dict) and "/Alt" in entry]
    assert told == [cloud.picture.description]


def test_the_same_picture_gives_the_same_bytes(cloud: TagCloud) -> None:
    assert cloud.pdf() == cloud.pdf()


def test_a_transparent_picture_has_no_background() -> None:
    with closing(pypdfium2.PdfDocument(render_pdf(PICTURE, FontSet()))) as whole:
        objects = len(list(whole[0].get_objects(max_depth=10)))
    with closing(
        pypdfium2.PdfDocument(render_pdf(PICTURE._replace(transparent=True), FontSet()))
    ) as bare:
        assert len(list(bare[0].get_objects(max_depth=10))) < objects


def test_a_turned_tag_is_turned_with_its_text() -> None:
    turned = BOX._replace(x=50, y=10, angle=90)
    pdf = render_pdf(PICTURE._replace(marks=(turned,)), FontSet())
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        written = document[0].get_textpage()
        assert written.count_rects() == 1
        left, bottom, right, top = written.get_rect(0)
    assert right - left < top - bottom
    assert (left / 0.75, 100 - top / 0.75) == (pytest.approx(50, abs=3), pytest.approx(10, abs=8))


def test_a_page_larger_than_readers_show_is_refused() -> None:
    with pytest.raises(InputError, match=r"19,201 by 100 pixels is too large for a PDF"):
        render_pdf(PICTURE._replace(width=19_201), FontSet())


def test_without_typst_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra, match=r'pip install "coalition\[pdf\]"'):
        render_pdf(PICTURE, FontSet())
