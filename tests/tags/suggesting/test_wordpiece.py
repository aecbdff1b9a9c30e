import pytest

from coalition.tags.suggesting.wordpiece import bert_vocabulary, pieces

WORDS = {"[CLS]": 0, "[SEP]": 1, "[UNK]": 2, "coach": 3, "##ing": 4, "team": 5, "&": 6, "管": 7}


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Coaching", [3, 4]),
        ("TEAM&coach", [5, 6, 3]),
        ("cöaching", [3, 4]),
        ("team管", [5, 7]),
        ("teams", [2]),
        ("x" * 200, [2]),
        ("", []),
    ],
)
def test_words_are_cut_into_the_longest_known_pieces(text: str, inner: list[int]) -> None:
    assert pieces(text, WORDS, 16) == [0, *inner, 1]


def test_no_more_pieces_than_allowed() -> None:
    assert pieces("team " * 50, WORDS, 8) == [0, *[5] * 6, 1]


def test_the_vocabulary_is_that_of_bert() -> None:
    numbers = bert_vocabulary()
    assert len(numbers) == 30_522
    assert pieces("Change management", numbers, 16) == [101, 2689, 2968, 102]
