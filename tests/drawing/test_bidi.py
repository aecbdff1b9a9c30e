"""Mixed directions in one tag stand as UAX #9 says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.drawing.bidi import base_level, levels, visual_order

LATIN = st.text("abcXYZ 012+-,.%&", min_size=1)
MIXED = st.text("abc אבג شكر 012 ٠١٢ +-,.%&()", min_size=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Coaching", "00000000"),
        ("ניהול", "11111"),
        ("إدارة", "11111"),
        ("SAP ניהול", "000011111"),
        ("ניהול SAP", "111111222"),  # the Latin part runs left to right inside
        ("אב 12", "11122"),  # numbers too
        ("ab שכ 12", "00011122"),  # after Hebrew a number belongs to it
        ("١٢", "22"),  # Arabic-Indic digits
        ("12 ab", "00000"),
        ("שכ 10%", "111222"),  # a terminator joins its number
        ("شك 1,2", "111222"),
        ("שכ+ab", "11122"),
        ("ab (שכ) 12", "0000" + "11" + "00" + "22"),  # N0: brackets as their surroundings
        ("שכ (ab) ab", "111" + "122" + "1" + "122"),
        ("שכ [12]", "111" + "1221"),
        ("ab (שכ", "0000" + "11"),  # a bracket alone is neutral
        ("a\u200bb שכ", "0000" + "11"),  # X9: what nobody sees takes the level before it
        ("ש1\u200b2", "1222"),
        ("ש\u05b0a", "112"),  # W1: a mark goes with its letter
        ("ש %10", "11222"),  # W5, backward
    ],
)
def test_levels(text, expected):
    assert "".join(map(str, levels(text))) == expected


def test_runs_are_reversed_level_by_level():
    assert visual_order([0, 1, 0]) == [0, 1, 2]
    assert visual_order([1, 2, 1]) == [2, 1, 0]
    assert visual_order([0, 1, 2, 1, 0]) == [0, 3, 2, 1, 4]
    assert visual_order([]) == []


@given(LATIN)
def test_text_without_right_to_left_letters_stays_as_it_is(text):
    assert levels(text) == [0] * len(text)


@given(MIXED)
def test_every_character_has_a_level_not_below_the_base(text):
    found = levels(text)
    assert len(found) == len(text)
    assert all(base_level(text) <= level <= 2 for level in found)
    assert sorted(visual_order(found)) == list(range(len(text)))
