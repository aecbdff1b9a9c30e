from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import InputError
from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Reading
from coalition.tags.comparison import Comparison, compare
from coalition.tags.weights import Profile, WeightedSkill, profile
from tests.tags.skills import FILE, endorsed, held

NAMES = ("Law", "law", "Sales", "Change Management", "CRM", "Gestion du changement",
         "NLP", "Machine Learning", "Deep Learning", "Life Coaching", "Hypnotherapy",
         "Customer Relationship Management", "Customer Relationship Management (CRM)",
         "Gestion du changement (Change Management)")  # fmt: skip
WEIGHTS = st.dictionaries(st.sampled_from(NAMES), st.integers(1, 99), max_size=6)


def of(**weights: float) -> Profile:
    """A profile of plain weights."""
    return counted({name.replace("_", " "): weight for name, weight in weights.items()})


def counted(weights: dict[str, float]) -> Profile:
    pieces = (Evidence(name, Kind.COUNTED, FILE, weight) for name, weight in weights.items())
    return profile([Reading("test", "list", evidence=tuple(pieces))])


def listing(*names: str) -> Profile:
    """What somebody lists."""
    return profile([Reading("test", "list", evidence=tuple(held(name, "") for name in names))])


def shares(comparison: Comparison) -> dict[str, float]:
    return {both.name: both.size for both in comparison.common}


def names(comparison: Comparison) -> tuple[list[str], list[str], list[str]]:
    return (
        [both.name for both in comparison.common],
        [own.skill.name for own in comparison.only_a],
        [own.skill.name for own in comparison.only_b],
    )


def test_what_both_have_and_what_only_one_has() -> None:
    found = compare(of(Law=4, Sales=2, Baking=1), of(Sales=9, Law=3, Poetry=1))
    assert names(found) == (["Sales", "Law"], ["Baking"], ["Poetry"])
    law = found.common[1]
    assert (law.a.weight, law.b.weight) == (4, 3)


def test_a_share_is_of_ones_own_strongest_skill() -> None:
    found = compare(of(Law=4, Sales=1), of(Law=50, Sales=100))
    assert [(both.share_a, both.share_b) for both in found.common] == [(1, 0.5), (0.25, 1)]


def test_common_skills_are_sized_by_the_smaller_or_the_larger_share() -> None:
    a, b = of(Law=4, Sales=1, Art=2), of(Law=50, Sales=100, Art=40)
    assert shares(compare(a, b)) == {"Law": 0.5, "Art": 0.4, "Sales": 0.25}
    assert shares(compare(a, b, by="larger")) == {"Law": 1, "Sales": 1, "Art": 0.5}


def test_another_size_is_refused() -> None:
    with pytest.raises(InputError, match='sized by the smaller or the larger, not by "mean"'):
        compare(of(Law=1), of(Law=1), by="mean")


def test_spellings_are_matched() -> None:
    found = compare(counted({"change-management": 1}), counted({"Change Management": 5}))
    assert names(found) == (["Change Management"], [], [])


def test_an_acronym_explained_in_one_file_is_understood_in_the_other() -> None:
    long = counted({"Customer Relationship Management (CRM)": 2})
    for short in (counted({"CRM": 7}), counted({"Customer Relationship Management": 7})):
        assert len(compare(long, short).common) == 1
        assert len(compare(short, long).common) == 1


def test_a_translation_in_one_file_is_understood_in_the_other() -> None:
    translated = counted({"Gestion du changement (Change Management)": 2})
    found = compare(translated, counted({"Gestion du changement": 7}))
    assert names(found) == (["Change Management"], [], [])


def test_another_name_given_by_hand_is_understood_in_the_other() -> None:
    named = Profile((WeightedSkill("Management", 5, aliases=("Mgmt",)),))
    found = compare(named, counted({"mgmt": 3}))
    assert [(both.a.weight, both.b.weight) for both in found.common] == [(5, 3)]


def test_two_skills_of_one_that_the_other_shows_to_be_one_are_one() -> None:
    apart = profile(
        [
            Reading(
                "test",
                "list",
                evidence=(
                    endorsed("ETS", "Ada"),
                    endorsed("Enneagram Type Survey", "Ada"),
                    endorsed("Enneagram Type Survey", "Bo"),
                ),
            )
        ]
    )
    assert len(apart.skills) == 2
    found = compare(apart, counted({"Enneagram Type Survey (ETS)": 4}))
    assert [(both.a.weight, both.b.weight) for both in found.common] == [(2, 4)]
    assert found.only_a == ()


def test_an_acronym_with_two_meanings_matches_neither() -> None:
    language = counted({"Natural Language Processing (NLP)": 3})
    other = counted({"Neuro-Linguistic Programming": 2, "NLP": 1})
    assert compare(language, other).common == ()


MACHINES = ("Machine Learning", "Deep Learning")
PEOPLE = ("Life Coaching", "Executive Coaching", "Hypnotherapy")


def test_what_a_profile_has_decided_of_a_name_is_not_decided_again() -> None:
    ada, bo = listing("NLP", *MACHINES), listing("NLP", *PEOPLE)
    found = compare(ada, bo)
    assert found.common == ()
    (own,) = (own.skill for own in found.only_a if "NLP" in own.skill.aliases)
    (other,) = (own.skill for own in found.only_b if "NLP" in own.skill.aliases)
    assert (own.name, other.name) == ("Natural Language Processing", "Neuro-Linguistic Programming")
    for skill in (own, other):
        assert [piece.skill for piece in skill.evidence] == ["NLP"]
        assert f'"NLP" is read as "{skill.name}"' in skill.reasons[skill.aliases.index("NLP")]


def test_a_name_decided_for_one_is_the_other_ones_skill_of_that_name() -> None:
    found = compare(listing("NLP", *MACHINES), counted({"Natural Language Processing": 3}))
    assert names(found)[0] == ["Natural Language Processing"]
    assert found.common[0].a.aliases == ("NLP",)


def test_the_skills_of_one_decide_nothing_about_the_other() -> None:
    found = compare(listing("NLP", *MACHINES), listing("NLP", "Cooking"))
    assert found.common == ()
    assert {own.skill.name for own in found.only_b} == {"NLP", "Cooking"}
    (nlp,) = (own.skill for own in found.only_b if own.skill.name == "NLP")
    assert nlp.meanings == ("Neuro-Linguistic Programming", "Natural Language Processing")


def test_an_acronym_explained_in_two_ways_is_not_what_both_have() -> None:
    survey = counted({"Enneagram Type Survey (ETS)": 2, "ETS": 3})
    sessions = counted({"Executive Team Sessions (ETS)": 2, "ETS": 3})
    found = compare(survey, sessions)
    assert found.common == ()
    assert [own.skill.weight for own in (*found.only_a, *found.only_b)] == [5, 5]


def test_another_name_of_two_skills_is_understood_as_neither() -> None:
    one = Profile((WeightedSkill("Scythe Peening", 5, aliases=("Dengeln",)),))
    other = Profile((WeightedSkill("Blade Hammering", 5, aliases=("Dengeln",)),))
    assert compare(one, other).common == ()


def test_a_certificate_stays_with_the_skill_it_supports() -> None:
    certificate = Evidence("Coaching Diploma", Kind.CERTIFIED, FILE)
    evidence = (endorsed("Coaching", "Ada"),)
    certified = profile([Reading("t", "l", evidence=evidence, certificates=(certificate,))])
    found = compare(certified, counted({"Coaching": 5}))
    assert [both.a.weight for both in found.common] == [2]


def test_a_team_is_compared_as_one() -> None:
    team = profile(
        [Reading("t", "l", evidence=(held("Law", "Ada"), held("law", "Bo"), held("Art", "Bo")))]
    )
    found = compare(team, of(Law=3))
    assert [(both.share_a, both.a.weight) for both in found.common] == [(1, 1)]
    assert names(found)[1] == ["Art"]


def test_an_empty_profile_has_nothing_in_common_with_any() -> None:
    assert compare(Profile(), Profile()) == Comparison((), (), ())
    assert names(compare(Profile(), of(Law=1))) == ([], [], ["Law"])


@given(WEIGHTS, WEIGHTS, st.sampled_from(["smaller", "larger"]))
def test_neither_side_is_preferred(a: dict[str, float], b: dict[str, float], by: str) -> None:
    one, other = compare(counted(a), counted(b), by=by), compare(counted(b), counted(a), by=by)
    assert one.only_a == other.only_b
    assert one.only_b == other.only_a
    assert one.common == tuple(
        replace(both, a=both.b, b=both.a, share_a=both.share_b, share_b=both.share_a)
        for both in other.common
    )


@given(WEIGHTS, WEIGHTS)
def test_nothing_is_lost_and_shares_are_between_0_and_1(
    a: dict[str, float], b: dict[str, float]
) -> None:
    found = compare(counted(a), counted(b))
    weight_a = sum(both.a.weight for both in found.common)
    assert weight_a + sum(own.skill.weight for own in found.only_a) == sum(a.values())
    weight_b = sum(both.b.weight for both in found.common)
    assert weight_b + sum(own.skill.weight for own in found.only_b) == sum(b.values())
    everything = [s for both in found.common for s in (both.share_a, both.share_b, both.size)]
    everything += [own.share for own in (*found.only_a, *found.only_b)]
    assert all(0 < share <= 1 for share in everything)


@given(WEIGHTS)
def test_a_profile_has_everything_in_common_with_itself(weights: dict[str, float]) -> None:
    found = compare(counted(weights), counted(weights))
    assert found.only_a == found.only_b == ()
    assert all(both.share_a == both.share_b == both.size for both in found.common)


@given(WEIGHTS, WEIGHTS)
def test_more_endorsements_for_everything_change_nothing(
    a: dict[str, float], b: dict[str, float]
) -> None:
    louder = {name: 64 * weight for name, weight in a.items()}
    one, other = compare(counted(a), counted(b)), compare(counted(louder), counted(b))
    assert shares(one) == shares(other)
