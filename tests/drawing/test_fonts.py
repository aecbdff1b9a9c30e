"""Which font draws a character: the user's own, a bundled one, or one of the system's."""

import struct
from pathlib import Path

import pytest
import uharfbuzz as hb

from coalition.drawing import fonts as fonts_module
from coalition.drawing.fonts import FontSet, bundled_fonts, system_fonts
from coalition.drawing.outlines import ink_box
from coalition.drawing.shaping import shape
from coalition.errors import UnreadableInput

LATIN, ARABIC, THAI, _ = (font.path for font in bundled_fonts())


@pytest.fixture
def system(tmp_path, monkeypatch):
    """A folder that is the only one with system fonts; only the Latin font is bundled."""
    only = bundled_fonts()[:1]
    monkeypatch.setattr(fonts_module, "SYSTEM_FOLDERS", (str(tmp_path),))
    monkeypatch.setattr(fonts_module, "EXTRA", ())
    monkeypatch.setattr(fonts_module, "bundled_fonts", lambda: only)
    system_fonts.cache_clear()
    yield tmp_path
    system_fonts.cache_clear()


def collection(*paths):
    """A font collection of these files (OpenType 1.9, "TTC Header"): the header, then each whole
    file, the table offsets in its directory counted from the start of the collection.
    """
    start = 12 + 4 * len(paths)
    offsets, body = [], b""
    for path in paths:
        content = bytearray(Path(path).read_bytes())
        offsets.append(start + len(body))
        (tables,) = struct.unpack_from(">H", content, 4)
        for record in range(12, 12 + 16 * tables, 16):
            (offset,) = struct.unpack_from(">I", content, record + 8)
            struct.pack_into(">I", content, record + 8, offset + offsets[-1])
        body += content + bytes(-len(content) % 4)
    return struct.pack(f">4sHHI{len(paths)}I", b"ttcf", 1, 0, len(paths), *offsets) + body


def names(fonts):
    return [Path(font.path).name for font in fonts]


def test_what_only_a_system_font_has_is_drawn_from_it(system):
    (system / "deeper").mkdir()
    mine = system / "deeper" / "Mine.ttf"
    mine.symlink_to(THAI)
    shaped = shape("Coaching ก", FontSet())
    assert not shaped.missing
    assert shaped.glyphs[0].font.path == LATIN
    assert shaped.glyphs[-1].font.path == str(mine)
    assert shaped.glyphs[-1].number


def test_what_no_system_font_has_either_is_missing(system):
    (system / "Mine.ttf").symlink_to(THAI)
    assert shape("ก 変", FontSet()).missing == "変"


def test_bundled_fonts_come_before_the_system_s(system):
    (system / "Mine.ttf").symlink_to(THAI)
    assert FontSet().font_for("A").path == LATIN


def test_the_extra_s_fonts_come_before_the_system_s(system, tmp_path, monkeypatch):
    extra = tmp_path / "packages" / "some_extra"
    extra.mkdir(parents=True)
    (extra / "Z.otf").symlink_to(THAI)
    monkeypatch.setattr(fonts_module, "EXTRA", ("some_extra",))
    monkeypatch.syspath_prepend(str(extra.parent))
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "A-Sans-Bold.ttf").symlink_to(THAI)
    monkeypatch.setattr(fonts_module, "SYSTEM_FOLDERS", (str(folder),))
    assert names(system_fonts()) == ["Z.otf", "A-Sans-Bold.ttf"]


def test_upright_sans_of_middling_weight_comes_first_and_what_is_no_font_never(system):
    best_first = [
        "Y-Sans-SemiBold.ttf",
        "Y-Sans-VF.ttc",
        "Y-Sans[wght].otc",
        "Z-Gothic-Medium.OTF",
        "A-Sans-Light.ttf",
        "X-Gothic-Regular.ttf",
        "B-Serif-Bold.ttf",
        "A-Serif.ttf",
        "A-Sans-Bold-Italic.ttf",
        "B-Sans-Bold-Oblique.ttf",
        "C-SansMono-Bold.ttf",
        "D-Sans-Condensed-Bold.ttf",
        "E-SansNarrow-Bold.ttf",
        "A-Serif-Italic.ttf",
    ]
    for name in reversed(best_first):
        if name.endswith("c"):
            (system / name).write_bytes(collection(THAI))
        else:
            (system / name).symlink_to(THAI)
    (system / "A-Sans-Bold.ttf").write_bytes(b"")
    (system / "A-Sans-Bold.txt").symlink_to(THAI)
    assert names(system_fonts()) == best_first


@pytest.mark.parametrize("name", ["Both.ttc", "Both.OTC"])
def test_every_face_of_a_collection_is_used(system, name):
    (system / name).write_bytes(collection(THAI, ARABIC))
    thai, arabic = FontSet().font_for("ก"), FontSet().font_for("ش")
    assert (thai.index, arabic.index) == (0, 1)
    assert thai.path == arabic.path == str(system / name)
    assert thai.name == "Noto Sans Thai"
    assert arabic.name == "Noto Sans Arabic"


def test_a_collection_that_claims_a_billion_faces_is_read_as_far_as_it_goes(system):
    content = bytearray(collection(THAI, ARABIC))
    struct.pack_into(">I", content, 8, 10**9)
    (system / "Many.ttc").write_bytes(content)
    assert len(system_fonts()) <= 64


def test_letters_are_drawn_semibold():
    widths = {}
    for weight in (400, 600, 700):
        font = hb.Font(hb.Face(hb.Blob.from_file_path(LATIN)))
        font.scale = (1000, 1000)
        font.set_variations({"wght": weight})
        widths[weight] = font.get_glyph_extents(font.get_nominal_glyph(ord("l"))).width
    stem = ink_box(shape("l", FontSet()))
    assert widths[400] < stem.right - stem.left < widths[700]
    assert stem.right - stem.left == widths[600]


def test_an_own_font_comes_first():
    assert shape("A", FontSet([THAI])).glyphs[0].font.path == THAI
    assert shape("ж", FontSet([THAI])).glyphs[0].font.path == LATIN


@pytest.mark.parametrize("content", [b"", b"not a font", b"\x00\x01\x00\x00" + b"\xff" * 60])
def test_a_file_that_is_no_font_is_refused_by_name(tmp_path, content):
    path = tmp_path / "mine.ttf"
    path.write_bytes(content)
    with pytest.raises(UnreadableInput, match=r"mine\.ttf"):
        FontSet([str(path)])


def test_a_missing_font_is_refused_by_name():
    with pytest.raises(UnreadableInput, match=r"nowhere\.ttf"):
        FontSet(["nowhere.ttf"])
