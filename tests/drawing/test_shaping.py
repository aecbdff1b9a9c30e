"""Every script is shaped with a font that has it; what none has is named, never drawn as boxes."""

from pathlib import Path

import pytest

from coalition.drawing import fonts as fonts_module
from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import ink_box, outline, path_data
from coalition.drawing.shaping import shape
from coalition.errors import UnreadableInput

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


@pytest.fixture
def no_system_fonts(monkeypatch):
    monkeypatch.setattr(fonts_module, "system_fonts", lambda: ())


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
    assert sum(start for _, _, start in found.points) == 2  # a stem and a dot
    assert "M" not in found.path
    assert found.path.count("z") == 2


def test_an_own_font_comes_first(tmp_path):
    thai = fonts_module.bundled_fonts()[2].path
    assert shape("A", FontSet([thai])).glyphs[0].font.path == thai
    assert shape("ж", FontSet([thai])).glyphs[0].font.path != thai


@pytest.mark.parametrize("content", [b"", b"not a font", b"\x00\x01\x00\x00" + b"\xff" * 60])
def test_a_file_that_is_no_font_is_refused_by_name(tmp_path, content):
    path = tmp_path / "mine.ttf"
    path.write_bytes(content)
    with pytest.raises(UnreadableInput, match=r"mine\.ttf"):
        FontSet([str(path)])


def test_a_missing_font_is_refused_by_name():
    with pytest.raises(UnreadableInput, match=r"nowhere\.ttf"):
        FontSet(["nowhere.ttf"])


def test_system_fonts_are_found_in_a_repeatable_order(tmp_path, monkeypatch):
    latin = fonts_module.bundled_fonts()[0].path
    for name in ("B-Sans-Italic.ttf", "A-Serif.ttf", "C-Sans.ttf", "broken.ttf"):
        content = b"" if name == "broken.ttf" else Path(latin).read_bytes()
        (tmp_path / name).write_bytes(content)
    monkeypatch.setattr(fonts_module, "SYSTEM_FOLDERS", (str(tmp_path),))
    monkeypatch.setattr(fonts_module, "EXTRA", ())
    fonts_module.system_fonts.cache_clear()
    try:
        names = [font.path.rsplit("/", 1)[-1] for font in fonts_module.system_fonts()]
    finally:
        fonts_module.system_fonts.cache_clear()
    assert names == ["C-Sans.ttf", "A-Serif.ttf", "B-Sans-Italic.ttf"]
