import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.exchange.tag_text import LONGEST, tag_text, why_unusable


@pytest.mark.parametrize(
    ("raw", "tag"),
    [
        ("  Coaching ", "Coaching"),
        ("Change\n  Management", "Change Management"),
        ("Change\u00a0Management", "Change Management"),
        ("C++", "C++"),
        (".NET", ".NET"),
        ("R&D", "R&D"),
        ("ad\u202emin\u202c", "admin"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("bell\x07\x1b[31m", "bell"),
        ("\x1b[1;31mLaw\x1b[0m", "Law"),
        ("\x1b]8;;https://example.com\x07Law\x1b]8;;\x1b\\", "Law"),
        ("\x1b\x1b[31m\x1b(BLaw\x1b[m", "Law"),
        ("Real\x00Estate", "Real Estate"),
        ("half \ud800", "half"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
    ],
)
def test_a_tag_keeps_its_spelling_and_loses_what_nobody_sees(raw: str, tag: str) -> None:
    assert tag_text(raw) == tag


@given(st.text())
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    tag = tag_text(raw)
    assert tag_text(tag) == tag
    assert "\n" not in tag
    tag.encode()


@pytest.mark.parametrize("tag", ["C", "道", "📈", "+", "x" * LONGEST, "47"])
def test_short_and_strange_tags_can_be_used(tag: str) -> None:
    assert why_unusable(tag) == ""


@pytest.mark.parametrize(
    ("tag", "why"),
    [
        ("", "No text is left"),
        ("---", "punctuation alone"),
        ("y" * 10_000, r"starts with “y{30}…” is too long \(10,000 characters"),
    ],
)
def test_what_cannot_be_a_tag_says_why(tag: str, why: str) -> None:
    assert re.search(why, why_unusable(tag))
