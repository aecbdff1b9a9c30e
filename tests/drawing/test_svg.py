"""An SVG is complete in itself, reads well without eyes, and escapes all that came in."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.drawing.embedding import EmbeddedFonts
from coalition.drawing.fonts import FontSet
from coalition.drawing.palette import DARK, LIGHT
from coalition.drawing.picture import Mark, MarkLine, Picture
from coalition.drawing.svg import escaped, render_svg

SVG = "{http://www.w3.org/2000/svg}"
BOX = "M0 0H1000V-700H0Z"
COACHING = Mark(
    text="Coaching",
    label="Coaching: 6 endorsements",
    x=10.12345,
    y=50.0,
    size=31.5,
    angle=0,
    width=120.25,
    colour="#0671ea",
    outline=BOX,
    font="Any",
)
PICTURE = Picture(400, 300, (COACHING,), "My new boss", "A cloud of 1 tag.", LIGHT)


def drawn(picture: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(render_svg(picture))


def drawn_as_text(picture: Picture) -> ElementTree.Element:
    fonts = EmbeddedFonts([mark.text for mark in picture.marks], FontSet())
    return ElementTree.fromstring(render_svg(picture, fonts))


def test_the_canvas_is_the_pictures_size_and_colour() -> None:
    root = drawn(PICTURE._replace(theme=DARK))
    assert (root.get("width"), root.get("height")) == ("400", "300")
    assert root.get("viewBox") == "0 0 400 300"
    assert [rect.get("fill") for rect in root.iter(f"{SVG}rect")] == [DARK.background]


def test_a_transparent_picture_has_no_background() -> None:
    assert list(drawn(PICTURE._replace(transparent=True)).iter(f"{SVG}rect")) == []


def test_a_screen_reader_is_told_what_the_picture_is() -> None:
    root = drawn(PICTURE)
    by_id = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert root.get("role") == "img"
    told = [by_id[name] for name in (root.get("aria-labelledby") or "").split()]
    assert told == ["My new boss", "A cloud of 1 tag."]


def test_two_pictures_on_one_page_do_not_share_an_id() -> None:
    other = PICTURE._replace(marks=(COACHING._replace(x=20),))
    ids = [e.get("id") for p in (PICTURE, other) for e in drawn(p).iter() if e.get("id")]
    assert len(ids) == len(set(ids)) == 4


def test_a_tag_is_titled_placed_and_drawn_as_an_outline() -> None:
    (tag,) = drawn(PICTURE).iterfind(f"{SVG}g[@class='tag']")
    assert tag.get("transform") == "translate(10.123 50)"
    assert tag.findtext(f"{SVG}title") == "Coaching: 6 endorsements"
    path = tag.find(f"{SVG}path")
    assert path is not None
    assert (path.get("d"), path.get("transform")) == (BOX, "scale(0.0315)")


def test_a_tag_can_be_selected_through_an_invisible_text_of_its_width() -> None:
    (text,) = drawn(PICTURE).iter(f"{SVG}text")
    assert (text.text, text.get("textLength"), text.get("fill-opacity")) == (
        "Coaching",
        "120.25",
        "0",
    )


def test_right_to_left_text_starts_at_its_right_end() -> None:
    mark = COACHING._replace(text="إدارة", rtl=True)
    (text,) = drawn(PICTURE._replace(marks=(mark,))).iter(f"{SVG}text")
    assert (text.get("direction"), text.get("x")) == ("rtl", "120.25")


def test_as_text_a_tag_is_its_letters_in_a_font_that_the_document_holds() -> None:
    root = drawn_as_text(PICTURE)
    (tag,) = root.iterfind(f"{SVG}g[@class='tag']")
    assert [element.tag for element in tag] == [f"{SVG}title", f"{SVG}text"]
    (text,) = tag.iter(f"{SVG}text")
    assert (text.text, text.get("textLength"), text.get("fill-opacity")) == (
        "Coaching",
        "120.25",
        None,
    )
    family = (root.get("font-family") or "").split(",")[0]
    assert f"@font-face{{font-family:{family};" in (root.findtext(f"{SVG}style") or "")


def test_as_text_what_another_font_draws_names_it() -> None:
    mark = COACHING._replace(text="Coaching & <b> إدارة")
    root = drawn_as_text(PICTURE._replace(marks=(mark,)))
    (span,) = root.iter(f"{SVG}tspan")
    assert "".join(next(root.iter(f"{SVG}text")).itertext()) == "Coaching & <b> إدارة"
    assert span.text == "إدارة"
    assert (span.get("font-family") or "").split(",")[0] in (root.findtext(f"{SVG}style") or "")


TWO_LINES = COACHING._replace(
    text="Executive Coaching",
    broken=(MarkLine("Executive", 0, 0, 110), MarkLine("Coaching", -5, 30.5, 120)),
)


def test_the_lines_of_a_tag_are_one_text() -> None:
    for draw in (drawn, drawn_as_text):
        (text,) = draw(PICTURE._replace(marks=(TWO_LINES,))).iter(f"{SVG}text")
        assert "".join(text.itertext()) == "Executive Coaching"
        assert [
            (s.get("x"), s.get("y"), s.get("textLength")) for s in text.iter(f"{SVG}tspan")
        ] == [
            ("0", "0", "110"),
            ("-5", "30.5", "120"),
        ]


def test_lines_that_run_from_right_to_left_start_at_their_right_ends() -> None:
    mark = TWO_LINES._replace(rtl=True)
    (text,) = drawn(PICTURE._replace(marks=(mark,))).iter(f"{SVG}text")
    assert text.get("direction") == "rtl"
    assert [span.get("x") for span in text.iter(f"{SVG}tspan")] == ["110", "115"]


def test_lines_broken_after_a_hyphen_have_no_space_between_them() -> None:
    lines = (MarkLine("Cross-", 0, 0, 60), MarkLine("functional", -20, 30, 100))
    mark = COACHING._replace(text="Cross-functional", broken=lines)
    (text,) = drawn(PICTURE._replace(marks=(mark,))).iter(f"{SVG}text")
    assert "".join(text.itertext()) == "Cross-functional"


def test_as_text_nothing_outside_the_document_is_referred_to() -> None:
    svg = render_svg(PICTURE, EmbeddedFonts(["Coaching"], FontSet()))
    assert svg.count("url(") == svg.count("url(data:font/ttf;base64,") == 1
    assert svg.count("://") == 1  # the namespace


def test_a_turned_tag_turns_about_the_start_of_its_baseline() -> None:
    picture = PICTURE._replace(marks=(COACHING._replace(angle=-90),))
    (tag,) = drawn(picture).iterfind(f"{SVG}g[@class='tag']")
    assert tag.get("transform") == "translate(10.123 50) rotate(-90)"


def test_a_caption_is_drawn_but_is_no_tag() -> None:
    caption = COACHING._replace(text="Both", label="")
    root = drawn(PICTURE._replace(captions=(caption,)))
    assert [group.get("class") for group in root.iter(f"{SVG}g")] == ["caption", "tag"]


def test_a_heading_is_drawn_but_is_no_tag() -> None:
    heading = COACHING._replace(text="My new boss", label="")
    root = drawn(PICTURE._replace(heading=(heading,)))
    assert [group.get("class") for group in root.iter(f"{SVG}g")] == ["heading", "tag"]


def test_the_same_picture_gives_the_same_characters() -> None:
    assert render_svg(PICTURE) == render_svg(PICTURE._replace(title="My new boss"))


def test_nothing_outside_the_document_is_referred_to() -> None:
    root = drawn(PICTURE)
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names == {"svg", "title", "desc", "rect", "g", "path", "text"}
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in attributes if "href" in name or name.startswith("on")}


@given(st.text())
def test_whatever_comes_in_stays_text(hostile: str) -> None:
    mark = COACHING._replace(text=hostile, label=hostile, colour=f'red"><script>{hostile}')
    root = drawn(PICTURE._replace(marks=(mark,), title=hostile, description=hostile))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        *("svg", "title", "desc", "rect", "g", "path", "text")
    }


@pytest.mark.parametrize(
    "illegal", ["\x00", "\x08", "\x0b", "\x1f", chr(0xD800), chr(0xDFFF), "\ufffe", "\uffff"]
)
def test_characters_that_xml_cannot_hold_are_dropped(illegal: str) -> None:
    assert escaped(f"R{illegal}&D\t<b>") == "R&amp;D\t&lt;b&gt;"


def test_numbers_are_never_written_with_an_exponent_or_a_negative_zero() -> None:
    tiny = COACHING._replace(x=-0.00001, y=123456789.5, size=0.0125)
    (tag,) = drawn(PICTURE._replace(marks=(tiny,))).iterfind(f"{SVG}g[@class='tag']")
    assert tag.get("transform") == "translate(0 123456789.5)"
