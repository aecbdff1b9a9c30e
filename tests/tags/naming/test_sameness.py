import pytest

from coalition import tags
from coalition.tags.naming.alias_list import parse
from coalition.tags.naming.extending import extended
from coalition.tags.naming.recognition import Recognition
from coalition.tags.naming.sameness import same
from coalition.tags.naming.shipped import vocabulary


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mgmt of Change", "Gestion du changement (Change Management)"),
        ("HR", "Human Resource"),
        ("Widget Mgmt", "Managing Widgets"),
        ("coaching", "Coaching"),
    ],
)
def test_two_names_of_one_skill_are_the_same_and_the_reason_is_told(a: str, b: str) -> None:
    answer = tags.same(a, b)
    assert answer
    assert answer.same
    assert answer.reason.endswith(".")
    assert bool(tags.same(b, a))


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ("Team Leadership", "Leadership", '"Team Leadership" is a part of "Leadership"'),
        ("Leadership", "Team Leadership", '"Team Leadership" is a part of "Leadership"'),
        ("NLP", "Natural Language Processing", "it may stand for"),
        ("Budgeting", "Coaching", "two skills of the list"),
        ("Dengeln", "Scythes", "Nothing certain says"),
    ],
)
def test_others_are_not_and_the_reason_is_told(a: str, b: str, why: str) -> None:
    answer = tags.same(a, b)
    assert not answer
    assert why in answer.reason


def test_two_skills_are_told_by_their_names_once() -> None:
    assert tags.same("Budgeting", "Coaching").reason == (
        '"Budgeting" and "Coaching" are two skills of the list.'
    )
    assert tags.same("Coach", "Budgeting").reason == (
        '"Coach" is "Coaching": "Coaching" and "Budgeting" are two skills of the list.'
    )
    ours = Recognition(extended(vocabulary(), [parse("Silo Bridging\n", "ours.txt")]))
    assert same("Silo Bridging", "Leadership", ours).reason == (
        '"Silo Bridging" and "Leadership" are two skills.'
    )
