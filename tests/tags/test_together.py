from itertools import combinations
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.model.evidence import Evidence, Kind
from coalition.tags.together import Company, holders, speakers
from tests.tags.skills import FILE, endorsed, held_by, skill

PEOPLE = st.lists(st.frozensets(st.integers(0, 12)), min_size=2, max_size=9)


def bonds(*named_by: str) -> dict[tuple[int, int], float]:
    """Bonds of skills, each given as the letters of the people who name it."""
    return dict(Company([set(people) for people in named_by]).bonds())


def test_skills_of_the_same_people_go_together() -> None:
    assert bonds("ab", "ab", "cde") == {(0, 1): pytest.approx(1)}


def test_skills_that_meet_as_often_as_by_chance_do_not() -> None:
    assert bonds("ab", "ac", "d") == {}  # two of four each: one in common is what chance gives


def test_popular_skills_are_related_to_none_for_that() -> None:
    named_by = ("abcdefgh", "abcdefgi", "hi")
    assert (0, 1) not in bonds(*named_by)


def test_a_skill_that_everybody_names_tells_nothing() -> None:
    company = Company([set("abc"), set("ab"), set("c")])
    assert company.telling == [0, 1, 1]
    assert dict(company.bonds()) == {}


def test_who_names_most_skills_is_not_heard() -> None:
    quiet = ["a", "b", "c", "d", "e", "f", "g", "h"]
    loud = [letter + "z" for letter in quiet]
    assert bonds(*loud) == bonds(*quiet)


@given(PEOPLE)
def test_bonds_are_the_positive_correlations_however_they_are_found(
    named_by: list[frozenset[int]],
) -> None:
    company = Company(named_by)
    loud = {
        person
        for person in range(13)
        if sum(person in people for people in named_by) > max(5, sum(map(bool, named_by)) / 2)
    }
    heard = [people - loud for people in named_by]
    everybody = len(frozenset().union(*heard))
    wanted = {}
    for (i, a), (j, b) in combinations(enumerate(heard), 2):
        spread = len(a) * (everybody - len(a)) * len(b) * (everybody - len(b))
        above = everybody * len(a & b) - len(a) * len(b)
        if spread and above > 0:
            wanted[i, j] = pytest.approx(above / sqrt(spread))
    assert dict(company.bonds()) == wanted


def test_one_person_is_the_same_in_two_sources() -> None:
    by_name = Evidence("Law", Kind.ENDORSED, FILE, by="Ada Byrne", by_key="ada byrne")
    in_writing = Evidence("Art", Kind.RECOMMENDED, FILE, by="ADA BYRNE", by_key="ada byrne acme")
    with_profile = endorsed("Sales", "Ada Byrne", "ada-b")
    people = speakers([skill("Law", by_name), skill("Art", in_writing), skill("S", with_profile)])
    assert people == [{("ada-b", "")}] * 3


def test_two_people_of_one_name_are_two() -> None:
    named = Evidence("Art", Kind.ENDORSED, FILE, by="Ada", by_key="ada")
    people = speakers([skill("Law", endorsed("Law", "Ada", "ada-1")),
                       skill("S", endorsed("S", "Ada", "ada-2")), skill("Art", named)])  # fmt: skip
    assert people == [{("ada-1", "")}, {("ada-2", "")}, {("ada", "")}]


def test_who_endorses_two_people_is_heard_for_each() -> None:
    law = endorsed("Law", "Cy", holder="Ada"), endorsed("Law", "Cy", holder="Bo")
    assert speakers([skill("Law", *law)]) == [{("cy-1", "Ada"), ("cy-1", "Bo")}]


def test_endorsers_without_any_name_are_nobody() -> None:
    nobody = Evidence("Law", Kind.ENDORSED, FILE)
    assert speakers([skill("Law", nobody)]) == [set()]


def test_holders_are_those_the_sources_name() -> None:
    assert holders(held_by({"Law": ["Ada", "Bo"], "Art": []})) == [{"Ada", "Bo"}, set()]
