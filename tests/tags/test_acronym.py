import pytest

from coalition.tags.acronym import is_acronym_of


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("OKRs", "Objectives and Key Results"),
        ("R&D", "Research and Development"),
        ("UX", "User Experience"),
        ("JS", "JavaScript"),
    ],
)
def test_initials_of_all_words_are_an_acronym(short: str, name: str) -> None:
    assert is_acronym_of(short, name)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("E", "Education"),
        ("R", "Research"),
        ("C", "the Coaching"),
        ("Es", "Estimates"),
        ("CMM", "Change Management"),
        ("Ed", "Education Design"),
    ],
)
def test_one_letter_or_letters_from_inside_words_are_none(short: str, name: str) -> None:
    assert not is_acronym_of(short, name)
