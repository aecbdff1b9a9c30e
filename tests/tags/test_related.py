import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import InputError
from coalition.tags.related import Related, parse_similarity, renumbered

RELATED = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.001, 1),
).map(lambda found: tuple(Related(*pair, value) for pair, value in sorted(found.items())))


def test_pairs_come_with_the_lower_position_first_in_order() -> None:
    given_pairs = [[2, 1, 0.5], [0, 2, 1], [1.0, 0, 0.25]]
    assert parse_similarity(given_pairs, 3, "s.json") == ((0, 1, 0.25), (0, 2, 1.0), (1, 2, 0.5))


def test_both_directions_may_be_named_and_a_tag_with_itself_says_nothing() -> None:
    given_pairs = [[0, 1, 0.5], [1, 0, 0.5], [1, 1, 1], [0, 2, 0]]
    assert parse_similarity(given_pairs, 3, "s.json") == (Related(0, 1, 0.5),)


@pytest.mark.parametrize("diagonal", [0, 1])
def test_a_matrix_is_understood(diagonal: int) -> None:
    matrix = [[diagonal, 0.5, 0, 0], [0.5, 1, 0, 0.1], [0, 0, 1, 0], [0, 0.1, 0, 1]]
    assert parse_similarity(matrix, 4, "s.json") == (Related(0, 1, 0.5), Related(1, 3, 0.1))


def test_three_rows_of_three_are_a_matrix_only_where_they_must_be() -> None:
    assert parse_similarity([[0, 1, 0.8], [0, 2, 0.3], [1, 2, 1]], 3, "s.json") == (
        Related(0, 1, 0.8),
        Related(0, 2, 0.3),
        Related(1, 2, 1.0),
    )
    matrix = [[1, 0.5, 0], [0.5, 1, 0], [0, 0, 1]]
    assert parse_similarity(matrix, 3, "s.json") == (Related(0, 1, 0.5),)


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        (None, "s.json holds no similarity: give a list such as"),
        ({"a": 1}, "s.json holds no similarity: give a list such as"),
        ("[[0, 1, 1]]", "s.json holds no similarity: give a list such as"),
        ([[0, 1, 0.5], 7], "s.json, item 2 is not two positions and a similarity"),
        ([[0, 1]], "s.json, item 1 is not two positions and a similarity"),
        (["abc"], "s.json, item 1 is not two positions and a similarity"),
        ([[0, 9, 0.5]], "s.json, item 1: there is no tag at position 9: the input has 4"),
        ([[0, -1, 0.5]], "s.json, item 1: there is no tag at position -1"),
        ([[0, 1.5, 0.5]], "s.json, item 1: there is no tag at position 1.5"),
        ([[0, True, 0.5]], "s.json, item 1: there is no tag at position True"),
        ([["Law", 1, 0.5]], "s.json, item 1: there is no tag at position 'Law'"),
        ([[0, 1, 1.7]], "s.json, item 1: the similarity 1.7 is no number from 0 to 1"),
        ([[0, 1, -0.1]], "s.json, item 1: the similarity -0.1 is no number"),
        ([[0, 1, math.nan]], "s.json, item 1: the similarity nan is no number"),
        ([[0, 1, "0.5"]], "s.json, item 1: the similarity '0.5' is no number"),
        ([[0, 1, None]], "s.json, item 1: the similarity None is no number"),
        ([[0, 1, 0.5], [0, 2, 1], [1, 0, 0.4]], "s.json, item 3: .* is 0.4, but 0.5 in item 1"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_sentence(rows: object, what: str) -> None:
    with pytest.raises(InputError, match=what) as told:
        parse_similarity(rows, 4, "s.json")
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)


def test_what_is_wrong_in_a_matrix_is_told_with_its_row() -> None:
    with pytest.raises(InputError, match=r"row 2, number 1: .* is 0\.4, but 0\.5 in row 1"):
        parse_similarity([[1, 0.5], [0.4, 1]], 2, "s.json")
    with pytest.raises(InputError, match=r"s\.json, row 1, number 2: the similarity 2 is"):
        parse_similarity([[1, 2], [2, 1]], 2, "s.json")


@given(RELATED, st.randoms())
def test_what_is_checked_once_stays_the_same(related: tuple[Related, ...], chance: object) -> None:
    turned = [(j, i, value) for i, j, value in related]
    chance.shuffle(turned)  # type: ignore[attr-defined]
    assert parse_similarity(turned, 6, "it") == related


def test_tags_that_are_gone_take_their_relations_along() -> None:
    related = (Related(0, 1, 0.5), Related(1, 2, 0.25))
    assert renumbered(related, [3, 0, None]) == (Related(0, 3, 0.5),)


def test_tags_that_became_one_keep_the_strongest_relation() -> None:
    related = (Related(0, 1, 0.9), Related(0, 2, 0.5), Related(1, 2, 0.25))
    assert renumbered(related, [1, 1, 0]) == (Related(0, 1, 0.5),)


@given(RELATED)
def test_the_same_positions_change_nothing(related: tuple[Related, ...]) -> None:
    assert renumbered(related, range(6)) == related
