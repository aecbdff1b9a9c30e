from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.model.evidence import Evidence, Kind
from coalition.model.person import Recommendation
from coalition.model.reading import Reading
from coalition.model.source import Source
from coalition.tags.folding import fold
from coalition.tags.weights import Profile, profile

FILE = Source("list.csv", 2)


def listed(skill: str, **more: str) -> Evidence:
    return Evidence(skill, Kind.LISTED, FILE, 0, **more)  # type: ignore[arg-type]


def endorsed(skill: str, by: str, key: str = "") -> Evidence:
    return Evidence(skill, Kind.ENDORSED, FILE, by=by, by_key=key or by.casefold())


def counted(skill: str, amount: float, **more: object) -> Evidence:
    return Evidence(skill, Kind.COUNTED, FILE, amount, **more)  # type: ignore[arg-type]


def certificate(name: str) -> Evidence:
    return Evidence(name, Kind.CERTIFIED, FILE, by="An Institute")


def reading(*evidence: Evidence, name: str = "input", **more: object) -> Reading:
    return Reading("test", name, evidence=evidence, **more)  # type: ignore[arg-type]


def weights(profile: Profile) -> dict[str, float]:
    return {skill.name: skill.weight for skill in profile.skills}


def test_each_distinct_endorser_is_one_voice() -> None:
    of = profile(
        [reading(endorsed("Sales", "Ada"), endorsed("sales", "Ada"), endorsed("Sales", "Bo"))]
    )
    assert weights(of) == {"Sales": 2}


def test_an_endorser_of_two_merged_spellings_is_one_voice() -> None:
    both = (
        endorsed("Gestion du risque (Risk Management)", "Ada"),
        endorsed("Risk Management", "Ada"),
    )
    assert weights(profile([reading(*both)])) == {"Risk Management": 1}


def test_the_same_endorser_in_two_sources_is_one_voice() -> None:
    first, second = (
        reading(endorsed("Sales", "Ada")),
        reading(endorsed("Sales", "Ada"), listed("Law")),
    )
    assert weights(profile([first, second]))["Sales"] == 1


def test_two_people_of_one_name_are_two_voices() -> None:
    of = profile([reading(endorsed("Sales", "Ada", "ada-1"), endorsed("Sales", "Ada", "ada-2"))])
    assert weights(of) == {"Sales": 2}


def test_a_name_without_profile_is_the_person_who_has_one() -> None:
    of = profile([reading(endorsed("Sales", "Ada", "ada-1"), endorsed("Sales", "ADA"))])
    assert weights(of) == {"Sales": 1}


def test_endorsers_without_any_name_are_each_a_voice() -> None:
    assert weights(profile([reading(endorsed("Sales", ""), endorsed("Sales", ""))])) == {"Sales": 2}


def test_counts_are_added_as_given() -> None:
    of = profile([reading(counted("Sales", 99, at_least=True), endorsed("Sales", "Ada"))])
    assert weights(of) == {"Sales": 100}
    assert of.skills[0].at_least


def test_a_skill_only_listed_is_half_a_voice() -> None:
    of = profile([reading(listed("Law"), listed("Sales"), endorsed("Sales", "Ada"))])
    assert weights(of) == {"Sales": 1, "Law": 0.5}
    assert all(skill.listed for skill in of.skills)


def test_certificates_support_the_skills_they_name() -> None:
    skills = (listed("Enneagram Type Survey (ETS)"), endorsed("Coaching", "Ada"))
    texts = (
        certificate("ETS® Step I & II"),
        certificate("Coaching Diploma"),
        certificate("Coaching diploma"),
    )
    of = profile([reading(*skills, certificates=texts)])
    assert weights(of) == {"Coaching": 2, "Enneagram Type Survey (ETS)": 1}


def test_a_certificate_that_names_no_skill_is_a_skill() -> None:
    of = profile(
        [reading(listed("Law"), certificates=(certificate("Certified Ropes Tutor (CRT)"),))]
    )
    assert weights(of) == {"Certified Ropes Tutor (CRT)": 1, "Law": 0.5}


@pytest.mark.parametrize(
    ("skill", "title"),
    [
        ("Change Management", "Managing Change"),
        ("Team Leadership", "Leading Teams"),
        ("Executive Coaching", "Executive Coaches"),
        ("Scrum Master", "Scrum Masters"),
        ("Widget Management", "Managing Widgets"),
    ],
)
def test_a_certificate_in_another_wording_supports_the_skill(skill: str, title: str) -> None:
    of = profile([reading(endorsed(skill, "Ada"), certificates=(certificate(title),))])
    assert len(of.skills) == 1
    assert of.skills[0].weight == 2
    assert fold(skill) in {fold(name) for name in (of.skills[0].name, *of.skills[0].aliases)}


def test_a_certificate_does_not_change_what_people_call_a_skill() -> None:
    papers = (certificate("Managing Widgets"), certificate("Managing Widgets II"))
    of = profile([reading(listed("Widget Management"), certificates=papers)])
    assert weights(of) == {"Widget Management": 1, "Managing Widgets II": 1}


def test_two_certificates_of_one_skill_are_one_tag() -> None:
    papers = (certificate("Managing Change"), certificate("Change Management"))
    assert weights(profile([reading(certificates=papers)])) == {"Change Management": 2}


def test_an_ambiguous_certificate_means_what_the_skills_say() -> None:
    skills = (listed("Machine Learning"), listed("Deep Learning"))
    of = profile([reading(*skills, certificates=(certificate("NLP"),))])
    assert weights(of)["Natural Language Processing"] == 1


TITLES = st.sampled_from(
    [
        *("Change Management", "Managing Change", "Mgmt of Change", "Leading Teams", "NLP"),
        *("Team Leadership", "Machine Learning", "Deep Learning", "Life Coaching", "Coaching"),
        *("Enneagram Type Survey (ETS)", "ETS", "ETS Step II", "Executive Team Sessions"),
        *("Executive Coach Diploma", "Widgets", "Widget Skills"),
    ]
)


@given(st.lists(TITLES, max_size=6), st.lists(TITLES, max_size=6))
def test_no_two_tags_have_one_name_and_no_certificate_is_lost(
    skills: list[str], titles: list[str]
) -> None:
    papers = tuple(certificate(title) for title in titles)
    of = profile([reading(*map(listed, skills), certificates=papers)])
    assert len(weights(of)) == len(of.skills)
    pieces = [piece for skill in of.skills for piece in skill.evidence]
    assert set(papers) <= set(pieces)
    assert len([p for p in pieces if p.kind is Kind.LISTED]) == len(skills)


def test_recommendations_support_the_skills_they_mention_once_per_author() -> None:
    text = "Her coaching changed us."
    letters = [
        Recommendation(by, text, Source("letters.csv", row), on=on)
        for row, (by, on) in enumerate([("Ada", "2024-05-06"), ("Ada", None), ("Bo", "2024")], 2)
    ]
    of = profile([reading(listed("Coaching"), listed("Law"), recommendations=tuple(letters))])
    assert weights(of) == {"Coaching": 2, "Law": 0.5}
    assert [piece.on for piece in of.skills[0].evidence] == [None, "2024-05-06", None, "2024"]
    assert of.skills[0].evidence[1].source == Source("letters.csv", 2)


@given(st.dictionaries(st.text(alphabet="abcdefgh", min_size=1), st.floats(1e-9, 1e9), min_size=1))
def test_a_plain_list_with_weights_comes_out_exactly(table: dict[str, float]) -> None:
    of = profile([reading(*(counted(tag, weight) for tag, weight in table.items()))])
    assert weights(of) == table


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9)), max_size=9))
def test_the_heaviest_is_first_and_ties_are_by_name(rows: list[tuple[str, int]]) -> None:
    of = profile([reading(*(counted(tag, amount) for tag, amount in rows))])
    order = [(-skill.weight, skill.name) for skill in of.skills]
    assert order == sorted(order)
    assert {tag.text for tag in of.dropped}.isdisjoint(weights(of))
    assert {tag.text for tag in of.dropped} | set(weights(of)) == {tag for tag, _ in rows}


def test_a_weight_of_zero_is_kept_out_and_named() -> None:
    of = profile([reading(counted("Sales", 0), counted("Law", 1))])
    assert weights(of) == {"Law": 1}
    assert [(tag.text, tag.why) for tag in of.dropped] == [("Sales", "its weight is 0")]


def test_the_very_same_input_twice_counts_once_with_a_note() -> None:
    once = reading(counted("Sales", 7), name="a.csv")
    of = profile([once, replace(once, name="b.csv")])
    assert weights(of) == {"Sales": 7}
    assert of.notes == ("b.csv says the same as a.csv and is counted once.",)


def test_different_inputs_add_up() -> None:
    of = profile([reading(counted("Sales", 7)), reading(counted("Sales", 2))])
    assert weights(of) == {"Sales": 9}
    assert of.notes == ()


def test_several_peoples_skills_add_up() -> None:
    team = (
        listed("Sales", holder="Ada"),
        listed("sales", holder="Bo"),
        counted("Law", 3, holder="Bo"),
    )
    assert weights(profile([reading(*team)])) == {"Law": 3, "Sales": 1}


def test_the_group_is_the_most_frequent_heading() -> None:
    filed = (
        listed("Sales", group="Trade"),
        listed("Sales", group="Trade"),
        listed("Sales", group="A"),
    )
    assert profile([reading(*filed, listed("Sales"))]).skills[0].group == "Trade"


def test_nothing_given_is_an_empty_profile() -> None:
    assert profile([]) == Profile()


@pytest.mark.parametrize("spelling", ["C", "C++", "C#"])
def test_a_certificate_in_one_language_supports_no_other(spelling: str) -> None:
    known = tuple(listed(name) for name in ("C", "C++", "C#"))
    of = profile([reading(*known, certificates=(certificate(spelling),))])
    assert weights(of)[spelling] == 1
    assert sum(weights(of).values()) == 2


def test_an_ambiguous_name_means_what_the_holders_other_skills_say() -> None:
    skills = {
        "Ada": ("NLP", "Python", "Deep Learning", "Machine Learning"),
        "Bo": ("NLP", "Life Coaching", "Coaching"),
        "Cy": ("NLP", "Baking"),
    }
    pieces = [listed(skill, holder=who) for who, own in skills.items() for skill in own]
    found = weights(profile([reading(*pieces)]))
    assert found["Natural Language Processing"] == 0.5
    assert found["Neuro-Linguistic Programming"] == 0.5
    assert found["NLP"] == 0.5
