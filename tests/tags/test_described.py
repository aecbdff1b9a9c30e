from coalition.tags.described import Told, described
from coalition.tags.naming.alias_list import parse
from coalition.tags.naming.extending import extended
from coalition.tags.naming.recognition import Recognition
from coalition.tags.naming.vocabulary import SHIPPED, Vocabulary

LIST = """\
[Leadership]
Management
Change Management
  also   OCM
  fr     Gestion du changement
  under  Management
  not    Exchange Management
Exchange Management
PM
  either Project Management; Product Management
"""
OWN = """\
[Our way]
OCM
  also  Project Phoenix  # answered on 2026-11-28
  under Transformation
Turnaround
  under Change Management
"""
BASE = extended(Vocabulary(), [parse(LIST, "known")])
OURS = [parse(OWN, "mine.txt")]
BY_BOTH = Recognition(extended(BASE, OURS))


def test_a_name_is_told_with_its_skill_and_all_that_is_known_of_it() -> None:
    found = described("Mgmt of Change", Recognition(BASE))
    assert (found.skill, found.group) == ("Change Management", Told("Leadership", SHIPPED))
    assert "short for" in found.reason
    assert found.names == {
        "en": (Told("OCM", SHIPPED),),
        "fr": (Told("Gestion du changement", SHIPPED),),
    }
    assert found.broader == (Told("Management", SHIPPED),)
    assert found.apart == (Told("Exchange Management", SHIPPED),)
    above = described("Management", Recognition(BASE))
    assert above.narrower == (Told("Change Management", SHIPPED),)


def test_what_a_list_of_ones_own_adds_says_where_it_stands() -> None:
    found = described("Project Phoenix", BY_BOTH, OURS)
    assert found.skill == "Change Management"
    assert found.group == Told("Our way", "mine.txt, line 2")
    assert found.names is not None
    assert Told("Project Phoenix", "mine.txt, line 3 (answered on 2026-11-28)") in found.names["en"]
    assert found.broader == (
        Told("Management", SHIPPED),
        Told("Transformation", "mine.txt, line 4"),
    )
    assert found.narrower == (Told("Turnaround", "mine.txt, line 6"),)


def test_a_name_of_several_skills_is_told_with_all_of_them() -> None:
    found = described("pm", Recognition(BASE))
    assert [told.text for told in found.meanings] == ["Project Management", "Product Management"]
    assert found.skill == ""


def test_what_is_not_known_is_told_with_the_nearest() -> None:
    found = described("Change Mangement Art", Recognition(BASE))
    assert found.skill == ""
    assert found.nearest[0].name == "Change Management"
