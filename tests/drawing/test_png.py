"""A PNG has the size asked for, says how dense it is, and shows what the SVG shows."""

from struct import unpack
from zlib import crc32, decompress

import pytest

from coalition.drawing import png
from coalition.drawing.palette import LIGHT
from coalition.drawing.picture import Mark, Picture
from coalition.drawing.png import render_png
from coalition.drawing.svg import render_svg
from coalition.errors import InputError, OutputError

# A square of 10 pixels whose upper left corner is at (5, 5).
SQUARE = Mark("R", "R: 1", 5, 15, 10, 0, 10, "#0671ea", "M0 0H1000V-1000H0Z", "Any")
PICTURE = Picture(40, 20, (SQUARE,), "A square", "One square.", LIGHT)
SVG = render_svg(PICTURE)
BLUE, WHITE, NOTHING = (0x06, 0x71, 0xEA, 255), (255, 255, 255, 255), (0, 0, 0, 0)


def chunks(file: bytes) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    at = 8
    while at < len(file):
        (length,) = unpack(">I", file[at : at + 4])
        kind, content = file[at + 4 : at + 8], file[at + 8 : at + 8 + length]
        assert crc32(kind + content) == unpack(">I", file[at + 8 + length : at + 12 + length])[0]
        found[kind] = found.get(kind, b"") + content
        at += 12 + length
    return found


def size(file: bytes) -> tuple[int, ...]:
    return unpack(">II", chunks(file)[b"IHDR"][:8])


def pixel(file: bytes, x: int, y: int) -> tuple[int, ...]:
    """One pixel of an 8-bit RGBA file, undoing the filters (PNG specification, section 9)."""
    width, height = size(file)
    data, stride = decompress(chunks(file)[b"IDAT"]), width * 4
    above = bytearray(stride)
    for row in range(height):
        start = row * (stride + 1)
        line = bytearray(data[start + 1 : start + 1 + stride])
        for at in range(stride):
            left = line[at - 4] if at >= 4 else 0
            corner = above[at - 4] if at >= 4 else 0
            line[at] = (line[at] + predicted(data[start], left, above[at], corner)) & 255
        if row == y:
            break
        above = line
    return tuple(line[x * 4 : x * 4 + 4])


def predicted(kind: int, left: int, up: int, corner: int) -> int:
    estimate = left + up - corner
    paeth = min((left, up, corner), key=lambda value: abs(estimate - value))
    return (0, left, up, (left + up) // 2, paeth)[kind]


def test_the_size_is_the_svgs_own_unless_asked_otherwise() -> None:
    assert size(render_png(SVG)) == (40, 20)
    assert size(render_png(SVG, width=100)) == (100, 50)


def test_density_multiplies_pixels_and_is_written_into_the_file() -> None:
    file = render_png(SVG, width=100, density=2)
    assert size(file) == (200, 100)
    # 96 pixels an inch, twice, per metre.
    assert unpack(">IIB", chunks(file)[b"pHYs"]) == (7559, 7559, 1)


def test_marks_and_background_are_drawn_where_they_belong() -> None:
    file = render_png(SVG)
    assert (pixel(file, 10, 10), pixel(file, 2, 2), pixel(file, 30, 10)) == (BLUE, WHITE, WHITE)


def test_a_transparent_picture_stays_so() -> None:
    clear = Picture(40, 20, (SQUARE,), "A square", "One square.", LIGHT, transparent=True)
    file = render_png(render_svg(clear))
    assert (pixel(file, 10, 10), pixel(file, 2, 2)) == (BLUE, NOTHING)


def test_the_same_svg_gives_the_same_bytes() -> None:
    assert render_png(SVG, 80) == render_png(SVG, 80)


@pytest.mark.parametrize(
    ("width", "density", "sentence"),
    [
        (0, 1.0, "0 pixels wide"),
        (-5, 1.0, "-5 pixels wide"),
        (40, 0.0, "density of 0 is not"),
        (40, float("nan"), "density of nan is not"),
        (40, float("inf"), "density of inf is not"),
        (20_001, 1.0, "20,001 by 10,000 pixels is too large"),
        (5_000, 5.0, "25,000 by 12,500 pixels is too large"),
        (19_000, 1.0, "19,000 by 9,500 pixels is too large"),
    ],
)
def test_a_size_that_makes_no_sense_is_refused(width: int, density: float, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        render_png(SVG, width, density)


def test_a_high_narrow_picture_is_bounded_too() -> None:
    tower = render_svg(Picture(1, 3000, (), "Tower", "", LIGHT))
    with pytest.raises(InputError, match="10 by 30,000 pixels is too large"):
        render_png(tower, 10)


def test_what_is_no_picture_of_ours_is_refused() -> None:
    with pytest.raises(OutputError, match="Only an SVG drawn by Coalition"):
        render_png("<p>Hello</p>")


def test_a_damaged_svg_is_one_sentence() -> None:
    with pytest.raises(OutputError, match="could not be drawn as a PNG"):
        render_png(SVG.replace("</svg>", "</g>"))


def test_the_limits_are_what_the_documentation_says() -> None:
    assert (png.LONGEST_SIDE, png.MOST_PIXELS) == (20_000, 160_000_000)
