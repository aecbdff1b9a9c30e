"""What a list of one's own changes in what Coalition's says, and several lists in each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import InputError
from coalition.tags.described import Told, described
from coalition.tags.naming.alias_list import parse
from coalition.tags.naming.extending import extended
from coalition.tags.naming.recognition import Recognition
from coalition.tags.naming.sameness import same
from coalition.tags.naming.vocabulary import SHIPPED, Vocabulary
from coalition.tags.skills import canonical, rules

LIST = """\
[Leadership]
Leadership
Team Leadership
  also  Leading of Teams
  under Leadership
Change Management
  also  OCM
  under Leadership
Change Champions
  under Change Management
[Coaching]
Coaching
  also  Coach
  fr    Accompagnement
Executive Coaching
  under Coaching
Sports Coaching
  under Coaching
Human Resources
  also  HR
CM
  either Change Management; Configuration Management
"""
BASE = extended(Vocabulary(), [parse(LIST, "known")])


def by(*texts: str) -> Recognition:
    lists = [parse(text, f"{number}.txt") for number, text in enumerate(texts, 1)]
    return Recognition(extended(BASE, lists))


def refused(*texts: str) -> str:
    with pytest.raises(InputError) as fault:
        by(*texts)
    return str(fault.value)


def test_a_circle_with_coalitions_list_is_refused_with_what_that_says() -> None:
    assert refused("Leadership\n  under Team Leadership\n") == (
        '1.txt, line 2: "Leadership" cannot be under "Team Leadership": "Team Leadership" is under '
        '"Leadership" in Coalition\'s list. Remove the line.'
    )
    assert '"Team Leadership" is under "Leadership"' in refused(
        "leadership\n  under Leading Teams\n"
    )


def test_a_longer_circle_is_refused_with_every_step() -> None:
    why = refused("Silo Bridging\n  under Team Leadership\n", "Leadership\n  under Silo Bridging\n")
    assert why.startswith('2.txt, line 2: "Leadership" cannot be under "Silo Bridging"')
    assert '"Silo Bridging" is under "Team Leadership" in 1.txt, line 2 and' in why
    assert '"Team Leadership" is under "Leadership" in Coalition\'s list' in why


def test_no_skill_is_under_another_name_of_its_own() -> None:
    assert '"Coach" is another name of "Coaching" in Coalition\'s list' in refused(
        "Coaching\n  under Coach\n"
    )
    assert 'it is "Change Management" in another wording' in refused(
        "Change Management\n  under Mgmt of Change\n"
    )


def test_a_later_yes_takes_an_earlier_no_back() -> None:
    apart, one = "Coaching\n  not Executive Coaching\n", "Coaching\n  also Executive Coaching\n"
    ours = by(apart, one)
    assert same("Coaching", "Executive Coaching", ours)
    assert described("Coaching", ours).apart == ()
    assert not dict(ours.vocabulary.apart)


def test_a_later_no_takes_an_earlier_yes_back() -> None:
    apart, one = "Coaching\n  not Executive Coaching\n", "Coaching\n  also Executive Coaching\n"
    ours = by(one, apart)
    assert ours("Exec Coaching").skill == "Executive Coaching"
    assert described("Executive Coaching", ours).broader == (Told("Coaching", SHIPPED),)
    assert "2.txt, line 2" in same("Coaching", "Executive Coaching", ours).reason


def test_names_that_are_two_already_are_not_torn_from_their_skills() -> None:
    ours = by("Coach\n  not OCM\n")
    assert ours("Coach").skill == "Coaching"
    assert ours("OCM").skill == "Change Management"
    assert described("Coaching", ours).apart == (Told("OCM", "1.txt, line 2"),)


def test_a_name_that_was_parted_takes_no_wording_along() -> None:
    text = "[Ours]\nHR\n  not Human Resources\n"
    ours, lists = by(text), [parse(text, "1.txt")]
    assert ours("HR").skill == "HR"
    assert ours("Human Resource").skill == "Human Resources"
    assert described("HR", ours, lists).group == Told("Ours", "1.txt, line 2")
    assert described("Human Resources", ours, lists).group == Told("Coaching", SHIPPED)


@pytest.mark.parametrize("name", ["OCM", "Phoenix Change"])
def test_a_skill_may_be_called_by_another_name(name: str) -> None:
    ours = by(f"{name}\n  also Change Management\n")
    for spelled in ("OCM", "Change Management", "Mgmt of Change", name):
        assert ours(spelled).skill == name
    found = described(name, ours)
    assert found.group == Told("Leadership", SHIPPED)
    assert found.broader == (Told("Leadership", SHIPPED),)
    assert found.narrower == (Told("Change Champions", SHIPPED),)
    assert ours.vocabulary.ambiguous["cm"].meanings[0] == name


def test_the_last_list_names_a_skill() -> None:
    ours = by("OCM\n  also Change Management\n", "Change Management\n  also OCM\n")
    assert ours("OCM").skill == "Change Management"
    assert described("Change Champions", ours).broader == (Told("Change Management", SHIPPED),)


def test_what_a_skill_is_under_may_be_named_in_any_wording() -> None:
    ours = by("Silo Bridging\n  under leadership; Mgmt of Change; Exec Coach; Whatever\n")
    found = described(
        "Silo Bridging", ours, [parse("Silo Bridging\n  under leadership\n", "1.txt")]
    )
    assert [told.text for told in found.broader] == [
        "Leadership", "Change Management", "Executive Coaching", "Whatever",
    ]  # fmt: skip
    assert found.broader[0] == Told("Leadership", "1.txt, line 2")
    for other in ("Leadership", "Whatever"):
        assert (
            f'"Silo Bridging" is a part of "{other}"' in same("Silo Bridging", other, ours).reason
        )


@pytest.mark.parametrize(
    ("beside", "meant"),
    [("Executive Coaching", "Executive Coaching"), ("Exec Coaching", "Executive Coaching"),
     ("Baz", "Baz"), ("Law", "XQ")],
)  # fmt: skip
def test_a_meaning_is_decided_by_whatever_names_it(beside: str, meant: str) -> None:
    ours = by("XQ\n  either exec coaching; Baz\n")
    assert ours.vocabulary.ambiguous["xq"].meanings == ("Executive Coaching", "Baz")
    assert canonical(["XQ", beside], rules(ours))["XQ"].name == meant


def test_with_a_skill_s_name_its_other_names_become_ambiguous() -> None:
    text = "Coaching\n  either Sports Coaching; Executive Coaching\n"
    ours = by(text)
    for name in ("Coaching", "Coach", "Accompagnement"):
        meanings = [told.text for told in described(name, ours).meanings]
        assert meanings == ["Sports Coaching", "Executive Coaching"]
        assert canonical([name, "Sports Coaching"], rules(ours))[name].name == "Sports Coaching"
    assert described("Coaches", ours).meanings
    assert "does not tell" in same("Coach", "Executive Coaching", ours).reason


def test_a_meaning_that_was_another_name_is_a_skill_then() -> None:
    ours = by("Coaching\n  either Coach; Executive Coaching\n")
    assert ours("Coach").skill == "Coach"
    assert canonical(["Coaching", "Coach"], rules(ours))["Coaching"].name == "Coach"


def test_a_heading_in_another_wording_is_that_skill() -> None:
    ours = by("[Ours]\nExec Coaching\n  also Leader Sparring\n")
    for name in ("Executive Coaching", "Exec Coaching", "Leader Sparring"):
        assert ours(name).skill == "Executive Coaching"
    assert described("Leader Sparring", ours).group is not None


NAMES = st.sampled_from(["Coaching", "Coach", "OCM", "Executive Coaching", "Leadership", "Foo"])
LISTS = st.lists(st.tuples(NAMES, st.sampled_from(["also", "not", "under"]), NAMES), max_size=4)


@given(LISTS)
def test_of_one_word_a_list_the_last_one_is_right(said: list[tuple[str, str, str]]) -> None:
    texts = [f"{name}\n  {word} {other}\n" for name, word, other in said]
    try:
        ours = by(*texts)
    except InputError:
        return
    for (a, b), _ in ours.vocabulary.apart.items():
        assert ours(a).key != ours(b).key
    if said:
        name, word, other = said[-1]
        assert same(name, other, ours).same == (word == "also")
