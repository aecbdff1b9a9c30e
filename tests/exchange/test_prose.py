import pytest

from coalition.exchange.prose import is_prose, is_punctuated

SENTENCE = "The history of the sea told to all who have ears."


@pytest.mark.parametrize(
    "lines",
    [
        [SENTENCE, SENTENCE, "Ben"],
        ["Dear Ana,", SENTENCE, "Best wishes", "Ben"],
        ["Hello Ana!", "Law", SENTENCE, "Ben"],
    ],
)
def test_sentences_and_letters_are_prose(lines: list[str]) -> None:
    assert is_prose(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["Law", "Art", "Latin"],
        ["Law", "Art", SENTENCE],
        ["Law,", "Art,", SENTENCE, "Latin"],
        ["Law, Art,", "Latin", SENTENCE],
        ["Dear Ana,", "Law", "Art"],
    ],
)
def test_lists_with_a_sentence_among_them_are_none(lines: list[str]) -> None:
    assert not is_prose(lines)


def test_commas_of_prose_have_a_blank_after_them() -> None:
    assert is_punctuated(["Dear Ana,", "well, and good"])
    assert not is_punctuated(["Law,12", "Art, and more,3"])
