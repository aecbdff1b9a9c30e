"""Every script is shaped with a font that has it; what none has is named, never drawn as boxes."""

from array import array

import pytest

from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import ink_box, outline, path_data
from coalition.drawing.shaping import shape

SAMPLES = {
    "Latin": "Führung & Größe",
    "Vietnamese": "Quản lý thay đổi",
    "Greek": "Ηγεσία",
    "Cyrillic": "Управление изменениями",
    "Arabic": "إدارة التغيير",
    "Hebrew": "ניהול שינויים",
    "Devanagari": "नेतृत्व",
    "Thai": "การบริหารการเปลี่ยนแปลง",
    "mixed": "SAP إدارة 2030 ניהול",
}


@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
def test_bundled_fonts_draw_these_scripts(text, no_system_fonts):
    shaped = shape(text, FontSet())
    assert not shaped.missing
    assert all(glyph.number for glyph in shaped.glyphs)
    assert ink_box(shaped)
    assert path_data(shaped).startswith("M")


def test_arabic_letters_join():
    fonts = FontSet()
    joined = shape("سعل", fonts)
    alone = {shape(letter, fonts).glyphs[0].number for letter in "سعل"}
    assert joined.rtl
    assert not alone.intersection(glyph.number for glyph in joined.glyphs)


def test_devanagari_vowel_sign_moves_before_its_consonant():
    # U+093F is typed after the consonant and drawn to its left.
    fonts = FontSet()
    syllable, consonant = shape("कि", fonts), shape("क", fonts)
    assert len(syllable.glyphs) == 2
    assert syllable.glyphs[1].number == consonant.glyphs[0].number


def test_right_to_left_words_stand_in_visual_order():
    fonts = FontSet()
    shaped = shape("אב SAP", fonts)
    latin = [shape(letter, fonts).glyphs[0].number for letter in "SAP"]
    numbers = [glyph.number for glyph in shaped.glyphs]
    assert [n for n in numbers if n in latin] == latin
    assert shaped.glyphs[0].number == latin[0]  # base direction right to left: SAP stands left
    assert [g.x for g in shaped.glyphs] == sorted(g.x for g in shaped.glyphs)


def test_kerning_is_applied():
    fonts = FontSet()
    apart = shape("A", fonts).advance + shape("V", fonts).advance
    assert shape("AV", fonts).advance < apart


def test_a_character_no_font_has_is_named(no_system_fonts):
    shaped = shape("変革 Lead", FontSet())
    assert shaped.missing == "変革"
    assert shaped.glyphs == ()


def test_a_space_has_no_ink():
    shaped = shape(" ", FontSet())
    assert shaped.advance > 0
    assert ink_box(shaped) is None


def test_outlines_are_relative_after_their_start():
    letter = shape("i", FontSet()).glyphs[0]
    found = outline(letter.font, letter.number)
    assert sum(array("i", found.points)[2::3]) == 2  # contours: a stem and a dot
    assert "M" not in found.path
    assert found.path.count("z") == 2


THAI_AND_ARABIC = ("ก (ก) / ก, ก. & ก - ก", "ش (ش) / ش. - ش")


@pytest.mark.parametrize("text", THAI_AND_ARABIC)
def test_signs_that_scripts_share_stay_with_the_font_before_them(text, no_system_fonts):
    fonts = FontSet()
    assert len({glyph.font for glyph in shape(text, fonts).glyphs}) == 1
    assert fonts.font_for("(") != fonts.font_for(text[0])  # it is not the only font with them


def test_letters_and_digits_come_from_the_first_font_that_has_them(no_system_fonts):
    fonts = FontSet()
    thai, first = fonts.font_for("ก"), fonts.font_for("A")
    assert thai.covers("A")
    assert thai.covers("2")
    assert [glyph.font for glyph in shape("กA2ก", fonts).glyphs] == [thai, first, first, thai]


def test_a_sign_that_the_font_before_lacks_comes_from_one_that_has_it(no_system_fonts):
    fonts = FontSet()
    thai, first = fonts.font_for("ก"), fonts.font_for("A")
    assert not thai.covers("№")
    assert first.covers("№")
    assert [glyph.font for glyph in shape("ก№ก", fonts).glyphs] == [thai, first, thai]


def test_a_mark_is_drawn_by_the_font_of_its_letter(no_system_fonts):
    fonts = FontSet()
    letter, mark = shape("ก\u0301", fonts).glyphs
    assert fonts.font_for("\u0301") != letter.font
    assert mark.font == letter.font


@pytest.mark.parametrize("unseen", "\ufe0f\u200d\u2060\u00ad")
def test_a_character_that_is_never_seen_needs_no_font(unseen, no_system_fonts):
    fonts = FontSet()
    shaped = shape(f"ก{unseen}ก", fonts)
    assert not shaped.missing
    assert {glyph.font for glyph in shaped.glyphs} == {fonts.font_for("ก")}
    assert shaped.advance == shape("กก", fonts).advance


@pytest.mark.parametrize("text", ["1\u20e3", "ก\u05b0", "a\u05b0", "कि\u0e34"])
def test_a_mark_is_drawn_by_a_font_that_has_it_or_named_never_as_a_box(text, no_system_fonts):
    shaped = shape(text, FontSet())
    assert all(glyph.number for glyph in shaped.glyphs)
    assert bool(shaped.missing) != bool(shaped.glyphs)


def test_a_letter_and_its_accent_are_drawn_as_one():
    fonts = FontSet()
    apart, together = shape("e\u0301", fonts), shape("é", fonts)
    assert apart.glyphs == together.glyphs
