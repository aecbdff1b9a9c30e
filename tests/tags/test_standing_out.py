from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import InputError, NothingFound
from coalition.model.evidence import Evidence, Kind
from coalition.model.person import Person
from coalition.model.reading import Reading
from coalition.model.source import Source
from coalition.tags.standing_out import FEWEST_PEOPLE, distinctive, distinctive_of, marked
from coalition.tags.weights import Profile, WeightedSkill, in_order, profile
from coalition.tags.whose import Holders, part

ROW = Source("team.csv", 2)


def of(**weights: float) -> Profile:
    return in_order(WeightedSkill(name, weight) for name, weight in weights.items())


def surprise(here: float, there: float, own: float = 30, rest: float = 970) -> float:
    """Of a skill with so many voices on both sides."""
    found = distinctive(of(Law=here, Rest=own - here), of(Law=there, Rest=rest - there))
    return next((one.surprise for one in found if one.skill.name == "Law"), 0.0)


def test_the_surprise_is_the_log_likelihood_ratio() -> None:
    # Law: 3 of 4 voices; everything: 5 of 20. Due are 1, 3, 4 and 12.
    found = distinctive(of(Law=3, Sales=2), of(Law=1, Sales=14))
    assert [one.skill.name for one in found] == ["Law"]
    by_hand = 2 * (3 * log(3 / 1) + 1 * log(1 / 3) + 2 * log(2 / 4) + 14 * log(14 / 12))
    assert found[0].surprise == pytest.approx(by_hand) == pytest.approx(5.938, abs=1e-3)


def test_what_all_have_most_of_does_not_stand_out() -> None:
    found = distinctive(of(Leadership=20, Coaching=6), of(Leadership=200, Coaching=2))
    assert [one.skill.name for one in found if one.clear] == ["Coaching"]


def test_a_single_voice_is_not_clear_however_rare_the_skill() -> None:
    found = distinctive(of(Juggling=1, Law=2, Sales=3), of(Sales=5000))
    assert {one.skill.name: one.clear for one in found} == {"Law": True, "Juggling": False}


def test_the_reason_is_in_words() -> None:
    both = distinctive(of(Law=8, Sales=23), of(Law=2, Sales=177))[0]
    assert both.reason("Ada") == (
        "Of all voices in the sources 15% are for Ada; of the 10 voices for Law 8 are (80%)."
    )
    alone = distinctive(of(Law=8, Sales=23), of(Sales=177))[0]
    assert alone.reason("Ada").endswith("; nobody but Ada has Law (8 voices).")


@given(st.integers(1, 20), st.integers(0, 100))
def test_each_voice_here_makes_it_more_and_each_voice_there_less(here: int, there: int) -> None:
    now = surprise(here, there)
    assert now <= surprise(here + 1, there)
    assert now >= surprise(here, there + 1)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 50), min_size=1),
       st.integers(1, 9))  # fmt: skip
def test_who_is_as_the_others_has_nothing_distinctive(weights: dict[str, int], times: int) -> None:
    theirs = {name: weight * times for name, weight in weights.items()}
    found = distinctive(of(**weights), of(**theirs))
    assert not [one for one in found if one.surprise > 1e-9]


def test_nothing_can_be_compared_with_nothing() -> None:
    with pytest.raises(NothingFound, match="nothing to compare"):
        distinctive(of(Law=1), of())


def table(**members: int) -> Holders:
    """Teams of so many people, each with two voices for law and for a skill of the team."""
    evidence, people = [], []
    for team, count in members.items():
        for number in range(count):
            name = f"{team} {number}"
            people.append(Person(name, teams=(team,)))
            evidence += [
                Evidence(skill, Kind.ENDORSED, ROW, by=by, by_key=by, holder=name)
                for skill in ("Law", f"{team} craft")
                for by in ("Xu", "Yi")
            ]
    juggler = Evidence("Juggling", Kind.COUNTED, ROW, 9.0, holder=people[0].name)
    return Holders(
        (Reading("table", "t.csv", evidence=(*evidence, juggler), people=tuple(people)),)
    )


def stands_out(holders: Holders, name: str) -> list[str]:
    found = distinctive_of(profile(holders.readings), holders.find(name), holders)
    return [one.skill.name for one in found if one.clear]


def test_a_group_is_set_apart_by_what_several_of_its_people_have() -> None:
    holders = table(Bakers=5, Smiths=5)
    assert stands_out(holders, "Bakers") == ["Bakers craft"]
    assert stands_out(holders, "Bakers 0") == ["Juggling"]


@pytest.mark.parametrize(("inside", "around"), [(FEWEST_PEOPLE - 1, 9), (9, FEWEST_PEOPLE - 1)])
def test_small_groups_and_groups_with_few_around_are_not_set_apart(
    inside: int, around: int
) -> None:
    with pytest.raises(InputError, match="from 5 people on"):
        stands_out(table(Bakers=inside, Smiths=around), "Bakers")


def test_one_person_alone_cannot_stand_out() -> None:
    with pytest.raises(InputError, match="nobody but Bakers 0"):
        stands_out(table(Bakers=1), "Bakers 0")


def test_a_marked_profile_tells_in_groups_what_stands_out() -> None:
    holders = table(Bakers=5, Smiths=5)
    whole = profile(holders.readings)
    one = holders.find("Bakers")
    shown = marked(part(whole, one.holders), distinctive_of(whole, one, holders))
    assert {skill.name: skill.group for skill in shown.skills} == {
        "Bakers craft": "more than the others",
        "Juggling": "as the others",
        "Law": "as the others",
    }
