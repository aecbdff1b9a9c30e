import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.tags.folding import fold

NAMES = st.text(max_size=14) | st.text(alphabet="cC+&#/ -_.'\"®™•°a1ßİﬁ（）", max_size=10)


@given(NAMES)
def test_folding_a_key_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(NAMES)
def test_a_name_with_a_letter_digit_or_symbol_has_a_key(name: str) -> None:
    if any(unicodedata.category(character)[0] in "LNS" for character in name):
        assert fold(name)


@given(st.lists(st.sampled_from(["Change", "C++", "R&D", "führung", "開発"]), min_size=1))
def test_case_and_spaces_never_matter(words: list[str]) -> None:
    assert fold("  ".join(words).upper()) == fold(" ".join(words).lower())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Coaching & Mentoring", "coaching and mentoring"),
        ("Coaching + Mentoring", "Coaching and Mentoring"),
        ("Problem-Solving", "Problem Solving"),
        ("Problem–Solving", "problem_solving"),
        ("Client/Server", "client server"),
        ("Ｃｏａｃｈｉｎｇ", "Coaching"),
        ("ﾘｰﾀﾞｰｼｯﾌﾟ", "リーダーシップ"),
        ("MBTI®", "mbti"),
        ("PRINCE2™", "Prince2"),
        ("“Whole-Person” Leadership", "Whole-Person Leadership"),
        ("Bachelor’s", "Bachelor's"),
        ("Coaching.", "Coaching"),
        ("#scrum", "Scrum"),
        ("• Coaching", "Coaching"),
        ("R & D", "R&D"),
        ("C♯", "C#"),
        ("Fu\u0308hrung", "Führung"),
        ("Coach\u200bing\u202e", "Coaching"),
        ("می\u200cخواهم", "میخواهم"),
        ("360° Feedback", "360 feedback"),
    ],
)
def test_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_names_that_differ_by_a_sign_stay_apart() -> None:
    names = [
        *("C", "C++", "C#", "F", "F#", "R", "R&D", "M", "M&A", "P&L", ".NET", "NET", "ASP.NET"),
        *("A/B Testing", "CI/CD", "TCP/IP", "Node.js", "Node", "3D", "D", "A+", "Google+"),
        *("Coaching", "Coaching & Mentoring", "Java", "Java (Programming Language)"),
        *("résumé", "resume", "año", "ano", "schon", "schön"),
    ]
    assert len({fold(name) for name in names}) == len(names)


def test_nothing_visible_has_an_empty_key() -> None:
    assert fold("") == fold(" \t\u200b\u202e") == ""
