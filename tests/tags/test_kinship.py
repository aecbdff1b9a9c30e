from coalition.tags.kinship import PARENT, SIBLING, kinship, place_of
from coalition.tags.naming.alias_list import parse
from coalition.tags.naming.extending import extended
from coalition.tags.naming.recognition import Recognition
from coalition.tags.naming.shipped import shipped, vocabulary
from coalition.tags.similarity import similarity_of_names


def test_a_known_skill_is_where_the_list_has_it() -> None:
    place = place_of("leading teams", shipped())
    assert place.group == "Leadership"
    assert "Leadership" in place.above


def test_another_name_is_a_kind_of_what_its_last_words_name() -> None:
    place = place_of("Widget Project Management", shipped())
    assert place.above == ("Project Management",)
    assert place.reason == '"Widget Project Management" is a kind of "Project Management"'


def test_or_about_what_its_first_words_name() -> None:
    assert place_of("Python Widgetry", shipped()).group == "Technology"


def test_what_nothing_is_known_of_is_nowhere() -> None:
    assert place_of("Dengeln", shipped()).group == ""
    assert place_of("", shipped()).above == ()


def test_parent_and_child_are_related_and_so_are_two_children() -> None:
    names = ["Leadership", "Dengeln", "Team Leadership", "Strategic Leadership"]
    assert dict(kinship(names, shipped())) == {(0, 2): PARENT, (0, 3): PARENT, (2, 3): SIBLING}


def test_a_list_of_ones_own_relates_what_it_puts_under_something() -> None:
    text = "Sparring\n  under Alchemy\nDengeln\n  under leadership\n"
    ours = Recognition(extended(vocabulary(), [parse(text, "ours.txt")]))
    names = ["Leadership", "Dengeln", "Alchemy", "Sparring"]
    assert dict(kinship(names, ours)) == {(0, 1): PARENT, (2, 3): PARENT}
    assert [pair[:2] for pair in similarity_of_names(names, ours)] == [(0, 1), (2, 3)]
    assert similarity_of_names(names) == ()
