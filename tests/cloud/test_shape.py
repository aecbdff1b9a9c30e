"""A cloud in a shape: all tags within it, spread over it, as large as it allows."""

from io import BytesIO
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from resvg_py import svg_to_bytes

from coalition import tag_cloud
from coalition.cloud.place import Frame, Layout, lay_out
from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import path_data
from coalition.drawing.placing import Placing
from coalition.drawing.shaping import shape
from coalition.drawing.silhouette import Silhouette
from coalition.drawing.tables import USUAL, Room, Word
from coalition.errors import InputError, LayoutError

FONTS = FontSet()
NAMES = ["Coaching", "Budget", "Law", "R&D", "Negotiation", "Python", "SQL", "Writing", "Audit",
         "Strategy", "Tax", "gypsy"]  # fmt: skip
TAGS = [(f"{NAMES[i % 12]} {i // 12 or ''}".strip(), 40 / (i + 1) ** 0.6) for i in range(96)]
RELATED = [(i, i + 1, 1.0) for i in range(0, 96, 2)]
ZOOM = 4
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}">{}</svg>'
DIAMOND = SVG.format("0 0 100 100", '<path d="M50 0 100 50 50 100 0 50Z" fill="#c40"/>')
RING = SVG.format("0 0 100 100", '<circle cx="50" cy="50" r="38" fill="none" stroke="#345" '
                  'stroke-width="24"/>')  # fmt: skip
ISLANDS = SVG.format("0 0 200 80", '<circle cx="40" cy="40" r="40"/><circle cx="165" cy="40" '
                     'r="35"/>')  # fmt: skip


def drawn(svg):
    """The opaque part of an SVG at ZOOM times its size, white on black."""
    png = bytes(svg_to_bytes(svg_string=svg, zoom=ZOOM, skip_system_fonts=True))
    return Image.open(BytesIO(png)).convert("RGBA").getchannel("A").point(lambda a: 255 * (a > 127))


def on_canvas(svg, width, height):
    """The shape as a cloud of that size has it: within its margins, in the middle."""
    margin = 0.02 * min(width, height)
    placed = svg.replace(
        "<svg ",
        f'<svg x="{margin}" y="{margin}" width="{width - 2 * margin}" '
        f'height="{height - 2 * margin}" ',
        1,
    )
    return drawn(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{placed}</svg>'
    )


def ellipse_on(width, height):
    margin = 0.02 * min(width, height)
    return drawn(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><ellipse '
        f'cx="50%" cy="50%" rx="{width / 2 - margin}" ry="{height / 2 - margin}"/></svg>'
    )


def count(mask):
    return mask.histogram()[255]


def strays(ink, within):
    """Pixels of ink that are more than one pixel outside."""
    return count(ImageChops.subtract(ink, within.filter(ImageFilter.MaxFilter(3))))


def widened(mask, reach):
    """The mask and what is no farther from it than so many pixels, across and down."""
    for _ in range(reach // 2):
        mask = mask.filter(ImageFilter.MaxFilter(5))
    return mask


def cover(ink, within, reach):
    """The share of the shape that has ink no farther away than so many pixels."""
    near = widened(ink, reach)
    return count(ImageChops.multiply(near, within)) / count(within)


def assert_exact(cloud, tags):
    assert len(cloud.words) == len(tags)
    ratios = [word.size / word.weight**0.5 for word in cloud.words]
    assert max(ratios) / min(ratios) == pytest.approx(1, rel=1e-9)


@pytest.mark.parametrize("size", [(400, 300), (300, 300), (200, 400)])
@pytest.mark.parametrize("count_of_tags", [1, 20, 96])
def test_an_ellipse_fills_its_canvas_and_holds_every_tag(size, count_of_tags):
    tags = TAGS[:count_of_tags]
    cloud = tag_cloud(tags, size=size, shape="ellipse", transparent=True)
    assert_exact(cloud, tags)
    assert strays(drawn(cloud.svg()), ellipse_on(*size)) == 0


@pytest.mark.parametrize("image", [DIAMOND, RING, ISLANDS])
@pytest.mark.parametrize("padding", [0, 1])
def test_the_ink_of_an_image_holds_every_tag_and_has_some_everywhere(image, padding):
    cloud = tag_cloud(
        TAGS, size=(400, 300), shape=image.encode(), padding=padding, transparent=True
    )
    assert_exact(cloud, TAGS)
    ink, within = drawn(cloud.svg()), on_canvas(image, 400, 300)
    assert strays(ink, within) == 0
    assert cover(ink, within, 40) > 0.93  # 10 px of 400


@pytest.mark.parametrize("image", [None, DIAMOND, RING, ISLANDS])
def test_many_tags_fill_most_of_the_shape(image):
    tags = [(f"{name} {i}", 300 / (i * len(NAMES) + k + 3))
            for i in range(25) for k, name in enumerate(NAMES)]  # fmt: skip
    cloud = tag_cloud(tags, size=(400, 300), shape=image.encode() if image else "ellipse",
                      transparent=True)  # fmt: skip
    ink = drawn(cloud.svg())
    within = on_canvas(image, 400, 300) if image else ellipse_on(400, 300)
    assert count(ink) / count(within) > 0.2  # of letters themselves; their boxes are three times it
    assert cover(ink, within, 12) > 0.9


def test_both_of_two_islands_get_their_share():
    ink = drawn(tag_cloud(TAGS, size=(400, 300), shape=ISLANDS.encode(), transparent=True).svg())
    left, right = (count(ink.crop(box)) for box in ((0, 0, 800, 1200), (800, 0, 1600, 1200)))
    assert left / right == pytest.approx(40**2 / 35**2, rel=0.3)


def test_related_tags_come_together_in_a_shape_too():
    def neighbours(cloud):
        """Of 48 pairs, those whose starts are at most a tag's width or two lines apart."""
        at = {mark.text: mark for mark in cloud.picture.marks}
        pairs = ((at[TAGS[i][0]], at[TAGS[j][0]]) for i, j, _ in RELATED)
        return sum(
            abs(a.x - b.x) < 1.2 * max(a.width, b.width)
            and abs(a.y - b.y) < 2 * min(a.size, b.size)
            for a, b in pairs
        )

    near = tag_cloud(TAGS, shape="ellipse", similarity=RELATED, transparent=True)
    assert neighbours(near) > 24
    assert neighbours(tag_cloud(TAGS, shape="ellipse")) < 8  # by chance
    assert_exact(near, TAGS)
    assert strays(drawn(near.svg()), ellipse_on(800, 600)) == 0


def test_the_title_stands_above_the_shape():
    words = tag_cloud(TAGS, shape="ellipse", title="My new boss").words
    assert min(word.y - word.size for word in words) > 0.06 * 600


def test_the_same_shape_gives_the_same_picture():
    assert tag_cloud(TAGS, shape=RING.encode()).svg() == tag_cloud(TAGS, shape=RING.encode()).svg()


def test_a_shape_is_given_by_its_path_too(tmp_path):
    path = tmp_path / "ring.svg"
    path.write_text(RING)
    by_path = tag_cloud(TAGS[:9], shape=path)
    assert by_path.svg() == tag_cloud(TAGS[:9], shape=RING.encode()).svg()


def test_a_rectangle_is_the_usual_cloud():
    assert tag_cloud(TAGS[:9], shape="rectangle").svg() == tag_cloud(TAGS[:9]).svg()


grids = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 11), st.integers(1, 12), st.integers(1, 12)),
    min_size=1,
    max_size=4,
)


def silhouette(blocks):
    """The union of rectangles, cut to its ink."""
    image = Image.new("L", (24, 24))
    for x, y, width, height in blocks:
        ImageDraw.Draw(image).rectangle((x, y, x + width - 1, y + height - 1), fill=1)
    cut = image.crop(image.getbbox())
    return Silhouette(
        tuple(cut.crop((0, y, cut.width, y + 1)).tobytes() for y in range(cut.height))
    )


def inked(word, spot, side):
    """A word's pixels at ZOOM times the canvas's."""
    return drawn(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}"><path '
        f'transform="translate({spot.x} {spot.y}) scale({spot.size / 1000})" '
        f'd="{path_data(word.shaped)}"/></svg>'
    )


@settings(max_examples=40, deadline=None)
@given(grids, st.lists(st.integers(1, 30), min_size=1, max_size=10), st.sampled_from([0.0, 1.0]))
def test_in_any_shape_no_tag_leaves_it_or_lies_on_another(blocks, weights, padding):
    filled, side = silhouette(blocks), 120
    words = [Word(shape(NAMES[i], FONTS), weight**0.5)
             for i, weight in enumerate(sorted(weights, reverse=True))]  # fmt: skip
    room = Room(USUAL.beside * padding, USUAL.around * padding)
    spots = lay_out(words, Frame(0, 0, side, side), Layout(shape=filled, room=room))
    ratios = [spot.size / word.size for spot, word in zip(spots, words, strict=True)]
    assert max(ratios) / min(ratios) < 1 + 1e-9
    width, height = filled.size_in(side, side)
    rows = Image.frombytes("L", (filled.width, filled.height), b"".join(filled.rows))
    within = Image.new("L", (side * ZOOM, side * ZOOM))
    whole = rows.point(lambda value: 255 * value).resize(
        (round(width * ZOOM), round(height * ZOOM)), Image.Resampling.NEAREST
    )
    within.paste(whole, ((within.width - whole.width) // 2, (within.height - whole.height) // 2))
    inks = [inked(word, spot, side) for word, spot in zip(words, spots, strict=True)]
    assert all(strays(ink, within) == 0 for ink in inks)
    for one, other in combinations(inks, 2):
        shared = ImageChops.multiply(one.filter(ImageFilter.MinFilter(3)), other)
        assert not shared.getbbox()


def image_file(kind, mode, ground, ink):
    image = Image.new(mode, (60, 40), ground)
    ImageDraw.Draw(image).ellipse((6, 4, 40, 35), fill=ink)
    content = BytesIO()
    image.save(content, kind)
    return content.getvalue()


@pytest.mark.parametrize(
    "image",
    [
        image_file("PNG", "L", "white", "black"),
        image_file("PNG", "RGB", "#f8f4e8", "#f2c230"),
        image_file("PNG", "RGB", "#101010", "white"),
        image_file("PNG", "RGBA", (0, 0, 0, 0), (255, 255, 255, 255)),
        image_file("PNG", "RGBA", (0, 0, 0, 0), (0, 0, 0, 120)),
        image_file("PNG", "LA", (0, 0), (90, 255)),
        image_file("PNG", "1", 1, 0),
        image_file("JPEG", "RGB", "white", "#204060"),
        SVG.format("0 0 60 40", '<ellipse cx="23" cy="20" rx="17" ry="16"/>').encode(),
        SVG.format("0 0 60 40", '<rect width="60" height="40" fill="#fff"/><ellipse cx="23" '
                   'cy="20" rx="17" ry="16" fill="#ddd000"/>').encode(),
    ],
    ids=["dark on light", "light on lighter", "light on dark", "opaque", "half opaque", "grey",
         "bits", "JPEG", "SVG", "SVG with a ground"],
)  # fmt: skip
def test_ink_is_what_is_opaque_or_else_differs_from_the_ground(image):
    cloud = tag_cloud(TAGS, size=(200, 200), shape=image, transparent=True)
    within = on_canvas(SVG.format("0 0 17 16", '<ellipse cx="8.5" cy="8" rx="8.5" ry="8"/>'), 200,
                       200)  # fmt: skip
    ink = drawn(cloud.svg())
    assert strays(ink, widened(within, 24)) == 0  # a pixel of the image is 22 of these
    assert cover(ink, within, 30) > 0.95


def test_a_dark_image_of_one_colour_is_all_ink():
    black = BytesIO()
    Image.new("RGB", (60, 40), "black").save(black, "PNG")
    words = tag_cloud(TAGS, shape=black.getvalue()).words
    assert max(word.x for word in words) - min(word.x for word in words) > 400


WHITE, CLEAR, LINE = (
    image_file("PNG", "RGB", "white", "white"),
    image_file("PNG", "RGBA", (0, 0, 0, 0), (0, 0, 0, 0)),
    SVG.format("0 0 90 90", '<path d="M0 0 90 90" stroke="#000" stroke-width=".1"/>').encode(),
)


@pytest.mark.parametrize(
    ("image", "wrong"),
    [
        (b"Coaching, 5", "The shape is no image that can be a shape: give a PNG, a JPEG or an SVG"),
        (b"", "no image"),
        (b"<svg", "The shape is no SVG that can be drawn"),
        (WHITE, "The shape has no ink"),
        (CLEAR, "The shape is damaged, or transparent everywhere"),
        (image_file("PNG", "L", 255, 0)[:90], "The shape is damaged"),
        (SVG.format("0 0 9 9", "<text y='9'>Law</text>").encode(), "letters alone"),
        (SVG.format("0 0 9 9", "<image href='a.png'/>").encode(), "holds another image"),
        (SVG.format("0 0 9 9", "<svg:feImage href='a.png'/>").encode(), "holds another image"),
        (image_file("JPEG", "L", 0, 255)[:2] + b"\xff\xc0\0\x11\x08" + b"\xff" * 40, "too many"),
        (b"\x89PNG\r\n\x1a\n" + b"\xff" * 40, "too many for a shape"),
        (b"\xff\xd8\xff" + bytes(20_000_001), "more than 20 MB"),
    ],
)
def test_what_is_no_shape_is_refused_in_one_sentence(image, wrong):
    with pytest.raises(InputError, match=wrong) as refused:
        tag_cloud(TAGS, shape=image)
    assert str(refused.value).count(". ") == 0


def test_ink_too_thin_for_a_tag_is_refused():
    with pytest.raises(LayoutError, match="too thin to hold the tags"):
        tag_cloud(TAGS, shape=LINE)


@pytest.mark.parametrize("name", ["elipse", "no/such.png", "a\0b", "."])
def test_a_shape_that_is_nowhere_is_refused_by_its_name(name):
    with pytest.raises(InputError, match="cannot be read") as refused:
        tag_cloud(TAGS, shape=name)
    assert name in str(refused.value)


def test_a_shape_cannot_keep_the_places_of_another_cloud():
    before = tag_cloud(TAGS[:5])
    with pytest.raises(InputError, match="leave out the shape"):
        tag_cloud(TAGS[:5], shape="ellipse", keep=before)


# -- padding ---------------------------------------------------------------------------------------


def least_gap(cloud):
    """The smallest distance of two tags' ink, in px, up to 8."""
    sheets = []
    for mark in cloud.picture.marks:
        sheets.append(
            drawn(
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{cloud.picture.width}" '
                f'height="{cloud.picture.height}"><path transform="translate({mark.x} {mark.y}) '
                f'scale({mark.size / 1000})" d="{mark.outline}"/></svg>'
            )
        )
    for reach in range(4 * ZOOM):
        if any(ImageChops.multiply(a, b).getbbox() for a, b in combinations(sheets, 2)):
            return (2 * reach - 1) / ZOOM
        sheets = [sheet.filter(ImageFilter.MaxFilter(3)) for sheet in sheets]
    return 8.0


LAYOUTS = [
    {},
    {"layout": "meaning", "similarity": RELATED[:4]},
    {"shape": "ellipse"},
    {"keep": tag_cloud(TAGS[:8], size=(160, 120), padding=0)},
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=["compact", "meaning", "ellipse", "keep"])
def test_padding_is_the_room_around_tags_in_every_layout(layout):
    clouds = [tag_cloud(TAGS[:8], size=(160, 120), padding=p, **layout) for p in (0, 1, 6)]
    gaps = [least_gap(cloud) for cloud in clouds]
    assert gaps[0] >= -1 / ZOOM  # they may touch
    assert gaps[0] < 1
    assert gaps[0] < gaps[2]
    assert gaps[2] > 1.5
    assert clouds[0].words[0].size > clouds[2].words[0].size


def test_however_small_the_padding_two_tags_do_not_read_as_one():
    words = [Word(shape(name, FONTS), 1.0) for name in ("Law", "Tax")]
    room = USUAL._replace(beside=0.0, around=0.0)
    assert Placing(words, 400, 30, room).room.phrase == USUAL.phrase


@pytest.mark.parametrize("padding", [-1, 21, float("nan")])
def test_a_padding_out_of_range_is_refused(padding):
    with pytest.raises(InputError, match="is not between 0 and 20"):
        tag_cloud(TAGS[:3], padding=padding)
