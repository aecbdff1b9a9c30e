import json

import pytest

from coalition.errors import BadWeight, NothingFound, UnknownFormat, UnreadableInput
from tests.exchange.samples import amounts, problems, read_json, read_text


@pytest.mark.parametrize(
    "value",
    [
        [["Law", 3], ["C++", 1.5]],
        [[3, "Law"], [1.5, "C++"]],
        {"Law": 3, "C++": 1.5},
        {"Law": "3", "C++": "1.5"},
        [{"tag": "Law", "weight": 3}, {"tag": "C++", "weight": 1.5}],
        [{"text": "Law", "size": 3}, {"text": "C++", "size": 1.5}],
        [{"Name": "Law", "Value": "3"}, {"Name": "C++", "Value": "1.5"}],
        {"tags": [{"skill": "Law", "count": 3}, {"skill": "C++", "count": 1.5}]},
        {"skills": {"Law": 3, "C++": 1.5}},
    ],
)
def test_tags_with_weights_in_the_usual_shapes(value: object) -> None:
    reading = read_json(value)
    assert reading.format == "tag-json"
    assert amounts(reading) == {"Law": 3, "C++": 1.5}


def test_coalitions_own_cloud_is_read_back() -> None:
    word = {"text": "Law", "weight": 3, "size": 31.5, "x": 1, "y": 2, "angle": 0}
    cloud = {"canvas": [800, 600], "words": [word], "dropped": [], "layout_seconds": 0.1}
    assert amounts(read_json(cloud)) == {"Law": 3}


def test_names_alone_are_mentions_and_equal_ones_add_up() -> None:
    reading = read_json(["Law", "Art", "Law"])
    assert amounts(reading) == {"Law": 2, "Art": 1}
    assert {evidence.unit for evidence in reading.evidence} == {"mentions"}


def test_json_with_one_value_a_line_is_a_list() -> None:
    text = '{"tag": "Law", "votes": 3}\n{"tag": "Art", "votes": 1}\n'
    reading = read_text(text)
    assert amounts(reading) == {"Law": 3, "Art": 1}
    assert {evidence.unit for evidence in reading.evidence} == {"votes"}


def test_bad_items_are_told_and_the_good_ones_kept() -> None:
    digits = "9" * 5000
    text = f'[["A", NaN], ["B", -1], ["C", 1e999], ["D", {digits}], ["E", "x"], ["F", 2], 7]'
    reading = read_text(text, "t.json")
    assert amounts(reading) == {"F": 2}
    assert [what.split(" of ")[0] for what in problems(reading)] == [
        "t.json: The weight NaN",
        "t.json: The weight -1",
        "t.json: The weight Infinity",
        "t.json: The weight Infinity",
        "t.json: The weight x",
        "t.json: Item 7 is no tag with a weight.",
    ]


def test_tags_nobody_can_read_are_told() -> None:
    reading = read_json(["Law\u202e", "\ud800", "\u200b", "x" * 10_000])
    assert amounts(reading) == {"Law": 1}
    assert len(reading.problems) == 3


def test_where_every_weight_is_bad_nothing_is_read() -> None:
    with pytest.raises(BadWeight, match="The weight -1 of “Law” is negative"):
        read_json([["Law", -1]])


def test_damaged_json_names_the_line() -> None:
    with pytest.raises(UnreadableInput, match=r"t\.json is damaged JSON \(line 2: "):
        read_text('[["Law", 1],\n["Art", ]]', "t.json")


def test_json_nested_without_end_is_one_sentence() -> None:
    with pytest.raises(UnreadableInput, match="nested too deeply"):
        read_text("[" * 100_000)


def test_an_empty_list_says_so() -> None:
    with pytest.raises(NothingFound, match="is an empty list"):
        read_json([])


@pytest.mark.parametrize(
    "value",
    [
        {"Resources": [{"userName": "ada@example.com"}], "totalResults": 1},
        {"a": {"b": [1, 2]}},
        [{"id": 1, "name": "Ada", "email": "a@example.com", "phone": "1", "team": "x"}],
    ],
)
def test_json_of_another_shape_is_not_guessed_at(value: object) -> None:
    with pytest.raises(UnknownFormat, match="JSON, but of no shape that is known"):
        read_text(json.dumps(value))


@pytest.mark.parametrize(
    "value",
    [
        [{"Planning": 12}, {"Law": 5}],
        [["Planning", 12, "x"], ["Law", 5, "y"]],
        {"Planning": {"count": 12}, "Law": {"count": 5}},
        [{"skill": {"name": "Planning"}, "endorsementCount": 12}, {"skillName": "Law", "votes": 5}],
        {"data": {"skills": [{"name": "Planning", "endorsement_count": 12}, ["Law", 5]]}},
    ],
)
def test_more_shapes_of_tags_with_weights_are_known(value: object) -> None:
    assert amounts(read_json(value)) == {"Planning": 12, "Law": 5}


def test_a_map_of_headings_gives_groups() -> None:
    reading = read_json({"Lead": ["Coaching", "Planning"], "Finance": ["Audit"]})
    found = [(piece.skill, piece.group, piece.amount) for piece in reading.evidence]
    assert found == [("Coaching", "Lead", 1), ("Planning", "Lead", 1), ("Audit", "Finance", 1)]


@pytest.mark.parametrize(
    "value",
    [
        [{"tag": "Law", "weight": 3, "colour": "teal"}, {"tag": "Art", "weight": 1}],
        [{"tag": "Law", "color": "teal"}, {"tag": "Art", "colour": None}],
        {"words": [{"text": "Law", "weight": 3, "colour": "teal"}, {"text": "Art", "weight": 1}]},
        {"Law": {"count": 3, "color": "teal"}, "Art": {"count": 1, "color": 7}},
    ],
)
def test_an_object_can_give_its_tag_a_colour(value: object) -> None:
    found = [(piece.skill, piece.colour) for piece in read_json(value).evidence]
    assert found == [("Law", "teal"), ("Art", "")]


def test_a_single_tag_is_one() -> None:
    assert amounts(read_json({"tag": "Planning", "count": 3})) == {"Planning": 3}


def test_a_lower_bound_stays_one() -> None:
    assert [piece.at_least for piece in read_json([["Law", "99+"], ["Tax", 5]]).evidence] == [
        True,
        False,
    ]


def test_a_weight_beyond_all_counting_is_refused() -> None:
    reading = read_json([["Law", 123456789012345678901234567890], ["Tax", 10**15]])
    assert amounts(reading) == {"Tax": 1e15}
    assert "larger than 1e+15" in problems(reading)[0]


@pytest.mark.parametrize("alone", ["42", "-1.5", "7\n"])
def test_a_number_alone_is_no_list_of_tags(alone: str) -> None:
    with pytest.raises(UnknownFormat, match="no tags as JSON"):
        read_text(alone)
