import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.tags.visible import visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Real\tEstate\nLaw\x00s", "Real Estate Law s"),
        ("\x1b[1;38;5;9mLaw\x1b[0m", "Law"),
        ("\x1b]0;a title\x07Law\x1b]8;;https://example.com\x1b\\", "Law"),
        ("\x1bPqabc\x1b\\Law", "Law"),
        ("\x1b(BLaw \x1b[31m& Art", "Law & Art"),
        ("an \x1bescape alone", "an  escape alone"),
        ("ad\u202emin\u2066\u200b\u00ad\ud800", "admin"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u0600١٢", "\u0600١٢"),
        ("plain", "plain"),
    ],
)
def test_what_is_seen_stays_and_all_else_goes(text: str, seen: str) -> None:
    assert visible(text) == seen


@given(st.text(st.sampled_from("\x1b\x9b[]()PX\\m;31 \x07\nab\u202e\u200d") | st.characters()))
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    seen = visible(text)
    assert not set(seen) & set("\x1b\x9b\x07\n\r\u202e\u2066\u2028")
    assert visible(seen) == seen
