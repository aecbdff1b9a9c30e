import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.tags.naming.alias_list import parse
from coalition.tags.naming.extending import extended
from coalition.tags.naming.recognition import Recognition
from coalition.tags.naming.vocabulary import Vocabulary
from coalition.tags.normal import Normaliser, Standing
from coalition.tags.visible import visible

LIST = """\
[Leadership]
Change Management
  fr     Gestion du changement
PM
  either Project Management; Product Management
"""
RECOGNITION = Recognition(extended(Vocabulary(), [parse(LIST, "known")]))


def test_a_known_name_is_its_skill_with_its_group() -> None:
    normalise = Normaliser(RECOGNITION)
    found = normalise("Mgmt of Change")
    assert found[:3] == ("Mgmt of Change", "Change Management", "Leadership")
    assert '"mgmt" is short for "management"' in found.reason
    assert normalise("Change Management").reason == "its name in Coalition's list"
    assert normalise("gestion du  changement").skill == "Change Management"


def test_a_name_of_several_skills_stays_and_the_reason_says_of_which() -> None:
    found = Normaliser(RECOGNITION)("PM")
    assert (found.skill, found.standing) == ("PM", Standing.AMBIGUOUS)
    assert found.reason == 'may stand for "Project Management" or "Product Management"'


def test_wordings_of_an_unknown_name_are_called_as_the_first() -> None:
    normalise = Normaliser(RECOGNITION)
    first, second = normalise("Widget  Polishing"), normalise("Widgets Polishing")
    assert (first.name, first.skill, second.skill) == (
        "Widget  Polishing",
        "Widget Polishing",
        "Widget Polishing",
    )
    assert second.reason == 'not in the list of skills, another wording of "Widget Polishing"'
    assert second.standing is Standing.UNKNOWN


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("x" * 10_000, "too long for a name (10,000 characters)"),
        ("\u202e\u200b", "nothing visible is in it"),
        ("Caf\ufffd", "could not be read"),
    ],
)
def test_what_is_no_name_says_why(name: str, why: str) -> None:
    found = Normaliser(RECOGNITION)(name)
    assert (found.name, found.skill, found.standing) == (name, "", Standing.UNUSABLE)
    assert why in found.reason


@given(st.lists(st.text(max_size=30), max_size=10))
def test_each_name_has_one_answer_wherever_it_stands(names: list[str]) -> None:
    normalise = Normaliser(RECOGNITION)
    found = [normalise(name) for name in names]
    assert [one.name for one in found] == names
    assert [normalise(name) for name in names] == found
    assert all(bool(one.skill) == (one.standing is not Standing.UNUSABLE) for one in found)
    assert all(one.reason for one in found)
    assert all(one.skill == visible(one.skill) for one in found)
