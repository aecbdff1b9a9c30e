"""Tags whose characters no font has are told, not drawn as boxes."""

import pytest

from coalition.cloud.measure import measure
from coalition.cloud.weigh import Tag
from coalition.drawing.fonts import FontSet

pytestmark = pytest.mark.usefixtures("no_system_fonts")


def test_a_tag_with_a_letter_no_font_has_is_dropped_and_named():
    measured = measure([Tag("Coaching", 2), Tag("変革管理", 1)], FontSet())
    assert [tag.text for tag, _ in measured.tags] == ["Coaching"]
    assert [tag.text for tag in measured.dropped] == ["変革管理"]
    assert "変" in measured.warnings[0]
    assert "U+5909" in measured.warnings[0]


def test_a_sign_no_font_has_is_left_out_of_its_tag_and_named():
    measured = measure([Tag("🎤 Public Speaking", 1)], FontSet())
    ((tag, shaped),) = measured.tags
    assert tag.text == "🎤 Public Speaking"
    assert shaped.text == "Public Speaking"
    assert not measured.dropped
    assert "U+1F3A4" in measured.warnings[0]


def test_a_tag_is_never_drawn_without_some_of_its_letters():
    measured = measure([Tag("SAP 変革", 1), Tag("🎤 変革", 1)], FontSet())
    assert measured.tags == ()
    assert [tag.text for tag in measured.dropped] == ["SAP 変革", "🎤 変革"]


def test_a_tag_of_such_signs_only_is_dropped():
    assert [tag.text for tag in measure([Tag("🎤🎤", 1)], FontSet()).dropped] == ["🎤🎤"]


def test_a_tag_that_all_fonts_cover_gives_no_warning():
    assert measure([Tag("Führung", 1)], FontSet()).warnings == ()


def test_what_is_left_of_a_sign_must_be_something_to_see():
    measured = measure([Tag("\ue123\u200d\ue124", 1)], FontSet())
    assert measured.tags == ()
    assert [dropped.text for dropped in measured.dropped] == ["\ue123\u200d\ue124"]
