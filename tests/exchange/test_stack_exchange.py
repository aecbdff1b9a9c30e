from coalition.model.evidence import Kind
from tests.exchange.samples import read_json


def test_tags_count_the_answers_given_and_the_rest_are_listed() -> None:
    items = [
        {"tag_name": "c%23", "answer_count": 12, "answer_score": -3, "question_count": 1},
        {"tag_name": "c%2b%2b", "answer_count": 2, "answer_score": 0, "question_count": 0},
        {"tag_name": "rust", "answer_count": 0, "answer_score": 0, "question_count": 9},
    ]
    reading = read_json({"items": items, "has_more": False})
    assert reading.format == "stack-exchange"
    assert [(e.skill, e.kind, e.amount, e.unit) for e in reading.evidence] == [
        ("c#", Kind.COUNTED, 12, "answers"),
        ("c++", Kind.COUNTED, 2, "answers"),
        ("rust", Kind.LISTED, 0, ""),
    ]


def test_a_users_tags_count_their_posts() -> None:
    item = {"has_synonyms": True, "is_moderator_only": False, "count": 30, "name": "vb.net"}
    (evidence,) = read_json({"items": [item, {"name": "no tag"}]}).evidence
    assert (evidence.skill, evidence.amount, evidence.unit) == ("vb.net", 30, "posts")


def test_items_of_both_forms_count_each_and_what_is_no_tag_is_told() -> None:
    top = {"tag_name": "c", "answer_count": 3, "answer_score": 1}
    reading = read_json([top, {"name": "python", "count": 5}, {"name": "no tag"}])
    assert [(e.skill, e.amount, e.unit) for e in reading.evidence] == [
        ("c", 3, "answers"),
        ("python", 5, "posts"),
    ]
    (problem,) = reading.problems
    assert "Item 3" in problem.what
