"""A font cut down to the texts of a picture draws them as the whole font does."""

import re
from base64 import b64decode
from pathlib import Path

import pytest
import uharfbuzz as hb
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition.drawing import embedding
from coalition.drawing.embedding import EmbeddedFonts, subset, used
from coalition.drawing.fonts import UNITS, FontSet, bundled_fonts
from coalition.drawing.outlines import path_data
from coalition.drawing.shaping import Shaped, parts, shape
from coalition.errors import InputError

LETTERS = {
    "Latin": "aefilVATo ÄßłđİışțfﬁỆ́̈.,()&+-/0129'’–",
    "Cyrillic": "абвгґїйў́ѣ (1)",
    "Greek": "αάἄΣςσϊΐ ",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويىئءآأإةﻻًٌٍَُِّْٰ‌‍ ٠١٢()۱",
    "Hebrew": "אבגדהוזחטיכךלמםנןסעפףצץקרשתָּׁ״ (",
    "Devanagari": "अआइकखगघचजटडतथदधनपबमयरलवशषसहािीुूृेैोौ्ंःँ़‍‌ ०१२।",
    "Thai": "กขคงจชซดตถทนบปผฝพฟมยรลวสหอาำิีึืุู็่้๊๋์ ",
    "mixed": "abכל ال(ก)क",
}
FONTS = FontSet()
AS_TYPED = ("Officielle", "AVATAR", "ทำงาน", "إدارة التغيير", "क्षत्रिय", "ָ", "ि")


class OnlyThese(FontSet):
    """Font files alone, without the bundled fonts."""

    def __init__(self, files: list[bytes], folder: Path) -> None:
        paths = [folder / f"{number}.ttf" for number in range(len(files))]
        for path, file in zip(paths, files, strict=True):
            path.write_bytes(file)
        super().__init__([str(path) for path in paths])
        self._preferred = self._preferred[: len(files)]


pytestmark = pytest.mark.usefixtures("no_system_fonts")


def looks(shaped: Shaped) -> tuple[list[int], str]:
    """The numbers of its outlines, and all that stands between them."""
    path = path_data(shaped)
    return [int(n) for n in re.findall(r"-?\d+", path)], re.sub(r"-?\d+", "#", path)


def shaped_by_subset(text: str, folder: Path) -> Shaped:
    files = [subset(font, characters) for font, characters in used([text], FONTS).items()]
    return shape(text, OnlyThese(files, folder))


def assert_same(text: str, folder: Path) -> None:
    whole, part = shape(text, FONTS), shaped_by_subset(text, folder)
    assert not part.missing
    (numbers, rest), (others, other_rest) = looks(whole), looks(part)
    assert rest == other_rest
    # The subsetter rounds each point of the weight we draw with, and we round it again.
    assert others == pytest.approx(numbers, abs=2)
    assert part.advance == pytest.approx(whole.advance, abs=2 * len(whole.glyphs))


@pytest.mark.parametrize("text", AS_TYPED)
def test_ligatures_kerning_and_joined_letters_stay(text: str, tmp_path: Path) -> None:
    assert_same(text, tmp_path)


@pytest.mark.parametrize("letters", LETTERS.values(), ids=LETTERS)
def test_any_text_looks_the_same(letters: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    @given(st.text(letters, min_size=1, max_size=9))
    @settings(deadline=None, max_examples=60)
    def check(text: str) -> None:
        if not shape(text, FONTS).missing and text.strip():
            assert_same(text, tmp_path_factory.mktemp("fonts"))

    check()


def test_without_layout_every_letter_is_a_glyph_of_its_own(tmp_path: Path) -> None:
    text = "إدارة"
    ((font, characters),) = used([text], FONTS).items()
    face = hb.Face(subset(font, characters, layout=False))
    assert not set(embedding.LAYOUT_TABLES).intersection(face.table_tags)
    plain = hb.Font(face)
    plain.scale = (UNITS, UNITS)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(plain, buffer)
    numbers = [info.codepoint for info in buffer.glyph_infos]
    assert numbers == [plain.get_nominal_glyph(ord(letter)) for letter in reversed(text)]


def test_a_font_is_a_fraction_of_the_whole() -> None:
    font = bundled_fonts()[0]
    assert len(subset(font, "Change Management")) < 6_000 < Path(font.path).stat().st_size / 100


def test_it_has_the_weight_we_draw_with_and_no_other() -> None:
    assert not hb.Face(subset(bundled_fonts()[0], "a")).has_var_data


def test_forms_that_depend_on_the_readers_language_are_left_out() -> None:
    face = hb.Face(subset(bundled_fonts()[0], "бгдптș"))
    assert b"locl" not in face.blob.data


def test_a_font_that_must_not_be_embedded_is_refused(tmp_path: Path) -> None:
    content = bytearray(Path(bundled_fonts()[2].path).read_bytes())
    entry = content.index(b"OS/2")
    table = int.from_bytes(content[entry + 8 : entry + 12], "big")
    content[table + 8 : table + 10] = b"\x00\x02"  # fsType: restricted licence embedding
    path = tmp_path / "restricted.ttf"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"Noto Sans Thai forbids being embedded"):
        EmbeddedFonts(["กข"], FontSet([str(path)]))


def test_what_is_drawn_is_cut_where_the_font_changes() -> None:
    found = [(part, font.name) for part, font in parts("SAP إدارة (2030)", FONTS)]
    arabic = ("إدارة (", "Noto Sans Arabic")
    assert found == [("SAP ", "Noto Sans"), arabic, ("2030)", "Noto Sans")]


def test_a_sign_that_no_font_has_is_left_out_as_in_the_outlines() -> None:
    assert [part for part, _ in parts("Law \U0001f680 and order", FONTS)] == ["Law and order"]


def test_text_is_composed_as_it_is_drawn() -> None:
    assert [part for part, _ in parts("e\u0301t", FONTS)] == ["ét"]


def test_a_style_sheet_holds_one_face_a_font_named_by_what_is_in_it() -> None:
    latin, both = EmbeddedFonts(["Law"], FONTS), EmbeddedFonts(["Law", "ניהול"], FONTS)
    assert latin.style.count("@font-face") == 1
    assert both.style.count("@font-face") == 2
    assert EmbeddedFonts(["Lawn"], FONTS).first != latin.first
    assert [family for _, family in latin.parts("Law")] == [latin.first]


def test_the_file_in_the_style_sheet_is_a_font() -> None:
    (encoded,) = re.findall(r"base64,([A-Za-z0-9+/=]+)\)", EmbeddedFonts(["Law"], FONTS).style)
    assert hb.Face(b64decode(encoded)).glyph_count >= 4


def test_the_font_that_draws_most_comes_first() -> None:
    fonts = EmbeddedFonts(["Law", "ניהול שינויים"], FONTS)
    assert [family for _, family in fonts.parts("ניהול")] == [fonts.first]


def test_the_same_texts_give_the_same_style_sheet() -> None:
    texts = ["Law", "ניהול שינויים", "إدارة"]
    assert EmbeddedFonts(texts, FontSet()).style == EmbeddedFonts(texts, FontSet()).style
