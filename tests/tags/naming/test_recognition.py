from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.tags.folding import fold
from coalition.tags.naming.alias_list import parse
from coalition.tags.naming.extending import extended
from coalition.tags.naming.lexicon import near_words
from coalition.tags.naming.recognition import Recognition
from coalition.tags.naming.shipped import shipped, vocabulary
from coalition.tags.naming.typing_error import fingerprint
from coalition.tags.naming.vocabulary import SHIPPED, Vocabulary

recognise = shipped()


@pytest.mark.parametrize(
    ("name", "skill"),
    [
        ("Mgmt of Change", "Change Management"),
        ("change-management", "Change Management"),
        ("Gestion du changement", "Change Management"),
        ("Gestion du changement (Change Management)", "Change Management"),
        ("Gestion des changements", "Change Management"),
        ("Project Managment", "Project Management"),
        ("Leadreship", "Leadership"),
        ("PM (Project Management)", "Project Management"),
        ("Executive Coaching (ICF)", "Executive Coaching"),
        ("Python (Programming Language)", "Python"),
        ("Coaching/Mentoring", "Coaching & Mentoring"),
        ("Haskell Programming", "Haskell"),
        ("Leadership Skills", "Leadership"),
        ("Building Teams", "Team Building"),
        ("Leading Cross-functional Teams", "Cross-Functional Team Leadership"),
        ("Führung & Liderazgo", "Leadership"),
        ("Coaching / Coach", "Coaching"),
        ("H.R.", "Human Resources"),
        ("HR Mgmt", "Human Resource Management"),
    ],
)
def test_names_of_a_known_skill(name: str, skill: str) -> None:
    assert recognise(name).skill == skill


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Java", "JavaScript"),
        ("Mediation", "Meditation"),
        ("Mediation", "Medication"),
        ("Natural Language Processing", "Neuro-Linguistic Programming"),
        ("NLP", "Natural Language Processing"),
        ("Risk Management", "Rink Management"),
        ("Leadership", "Team Leadership"),
        ("Leadership", "Leadership Framework"),
        ("OpenSSL", "OpenSSH"),
        ("OpenCL", "OpenGL"),
        ("OpenCL Programming", "OpenGL"),
        ("FitNesse", "Fitness"),
        ("POSIX", "Poetry"),
        ("Island", "Icelandic"),
        ("Core", "Korean"),
        ("Patients", "Patience"),
        ("Syndicate", "Trade Unions"),
        ("LA Tourism", "Tourism"),
        ("Javanese", "Java"),
        ("Soft", "Soft Skills"),
        ("Umschulung", "Umschuldung"),
        ("Change Management", "Change Management (ITSM)"),
        ("Change Management", "Exchange Management"),
    ],
)
def test_names_that_look_alike_stay_two(one: str, other: str) -> None:
    assert recognise(one).key != recognise(other).key


def test_every_skill_of_the_list_is_recognised_by_its_own_name() -> None:
    for skill in vocabulary().skills:
        assert recognise(skill.name).skill == skill.name


def test_every_name_of_the_list_stands_for_the_skill_it_is_listed_with() -> None:
    known = vocabulary()
    for at in range(len(known.names)):
        name = known.name_at(at)
        assert recognise(name.name).skill == name.skill.name


def test_what_is_under_another_skill_is_another_one() -> None:
    for skill in vocabulary().skills:
        for above in skill.broader:
            assert recognise(above).key != f"={skill.name}", (skill.name, above)


def test_no_english_word_is_taken_for_an_error() -> None:
    for word in near_words():
        assert "typing error" not in recognise(word).reason


def test_the_near_words_are_those_of_the_list_as_it_is() -> None:
    """Run tools/near_words.py where this fails: the list of skills has got new words."""
    text = (files("coalition.tags.naming") / "words" / "near.txt").read_text("utf-8")
    assert f"the words {fingerprint(vocabulary().halves)}." in text


def test_wordings_of_an_ambiguous_name_are_as_ambiguous() -> None:
    for name in ("NLP", "N.L.P.", "nlp", "NLP Skills"):
        assert recognise(name).key == "?nlp"
        assert recognise(name).several is not None


def test_the_reason_tells_what_was_understood() -> None:
    assert recognise("Change Management").reason == ""
    assert recognise("change-management").reason == "differs only in case, spaces or punctuation"
    assert '"mgmt" is short for "management"' in recognise("Mgmt of Change").reason
    assert SHIPPED in recognise("Conduite du changement").reason
    assert '"managment" is "management" with a typing error' in (
        recognise("Project Managment").reason
    )


@given(st.text(max_size=60))
def test_any_text_is_recognised_as_something(text: str) -> None:
    assert bool(recognise(text).key[1:]) == bool(fold(text))


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "a " * 5_000, "\u202eevil", "🎉🎉", "((", "()", "/"]
)
def test_strange_names_are_skills_of_their_own(text: str) -> None:
    assert recognise(text).skill == ""


def of(text: str) -> Recognition:
    return Recognition(extended(vocabulary(), [parse(text, "ours.txt")]))


def test_a_list_of_ones_own_adds_names_and_says_where() -> None:
    found = of("Change Management\n  also Project Phoenix\n")("project phoenix")
    assert found.skill == "Change Management"
    assert "ours.txt, line 2" in found.reason


def test_the_remark_on_a_line_of_ones_own_is_told() -> None:
    found = of("Change Management\n  also Project Phoenix  # answered on 2026-11-28\n")
    assert "ours.txt, line 2 (answered on 2026-11-28)" in found("project phoenix").reason


def test_a_name_is_explained_by_the_skills_own_before_another_one() -> None:
    assert "another name" not in recognise("Mgmt of Change").reason


def test_a_list_over_another_leaves_that_as_it_was() -> None:
    before = list(vocabulary().names), dict(vocabulary().ambiguous), dict(vocabulary().apart)
    ours = of("Project Management\n  also PM\nExecutive Coaching\n  also Leadership Coaching\n")
    assert ours("PM").skill == "Project Management"
    assert before == (
        list(vocabulary().names),
        dict(vocabulary().ambiguous),
        dict(vocabulary().apart),
    )
    assert recognise("PM").skill == ""


def test_a_list_of_ones_own_may_join_two_skills() -> None:
    ours = of("Executive Coaching\n  also Leadership Coaching\n")
    assert ours("Coaching of Leaders").key == ours("Exec Coaching").key


def test_a_list_of_ones_own_may_part_what_the_list_joins() -> None:
    assert recognise("HR").skill == "Human Resources"
    ours = of("HR\n  not Human Resources\n")
    assert ours("HR").key != ours("Human Resources").key
    assert ours.vocabulary.who_parts("human resources", "hr") == "ours.txt, line 2"


def test_a_list_of_ones_own_may_say_what_an_ambiguous_name_means_here() -> None:
    assert of("Project Management\n  also PM\n")("PM").skill == "Project Management"


def test_a_chain_of_names_leads_to_one_skill() -> None:
    ours = of("A Thing\n  also B Thing\nB Thing\n  also C Thing\n")
    assert {ours(name).skill for name in ("A Thing", "B Thing", "C Thing")} == {"A Thing"}


def test_without_a_list_wordings_of_one_name_are_one() -> None:
    bare = Recognition(Vocabulary())
    assert bare("Widget Mgmt").key == bare("Managing Widgets").key
    assert bare("Widget Mgmt").key != bare("Gadget Mgmt").key
