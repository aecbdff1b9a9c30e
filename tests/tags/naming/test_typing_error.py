from hypothesis import given
from hypothesis import strategies as st

from coalition.tags.naming.typing_error import KnownWords, halves, one_error_apart

KNOWN = ["management", "leadership", "negotiation", "mediation", "javascript"]
WORDS = KnownWords(halves(KNOWN), {"medication", "meditation"})
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@given(st.sampled_from(KNOWN), st.data())
def test_any_one_error_is_seen_through(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    letter = data.draw(st.sampled_from(LETTERS))
    wrong = data.draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
            ]
        )
    )
    assert wrong in (word, "medication", "meditation") or WORDS.meant_by(wrong) == [word]


def test_a_real_word_is_no_error() -> None:
    assert WORDS.meant_by("medication") == []
    assert WORDS.meant_by("mediation") == []


def test_the_first_letter_is_right_or_stands_second() -> None:
    assert WORDS.meant_by("xeadership") == []
    assert WORDS.meant_by("eladership") == ["leadership"]


def test_short_words_and_numbers_are_left_alone() -> None:
    assert KnownWords(halves(["jira", "html5"])).meant_by("jirb") == []
    assert KnownWords(halves(["html5x"])).meant_by("html4x") == []


def test_two_errors_are_too_many() -> None:
    assert not one_error_apart("management", "manegemant")
    assert WORDS.meant_by("manegemant") == []


@given(st.text(LETTERS, max_size=7), st.text(LETTERS, max_size=7))
def test_being_one_error_apart_holds_both_ways(a: str, b: str) -> None:
    assert one_error_apart(a, b) == one_error_apart(b, a)
