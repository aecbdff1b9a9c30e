from datetime import date, timedelta

import pytest

from coalition.errors import InputError
from coalition.model.evidence import Evidence, Kind
from coalition.model.person import Person, Recommendation
from coalition.model.reading import Reading
from coalition.model.source import Source
from coalition.tags.weights import Profile, profile
from coalition.tags.whose import Holders, part

ROW = Source("team.csv", 2)


def endorsed(holder: str, skill: str, by: str, on: str | None = None) -> Evidence:
    return Evidence(skill, Kind.ENDORSED, ROW, by=by, by_key=by, holder=holder, on=on)


TABLE = Reading(
    "table",
    "team.csv",
    evidence=(
        endorsed("Ada Byrne", "Law", "Bo"),
        endorsed("Ada Byrne", "Customer Relationship Management (CRM)", "Bo"),
        endorsed("Bo Diallo", "Law", "Ada"),
        endorsed("Bo Diallo", "CRM", "Ada"),
        endorsed("Chi Eze", "Sales", "Bo"),
    ),
    people=(
        Person("Ada Byrne", teams=("Legal",), departments=("Staff",)),
        Person("Bo Diallo", teams=("Legal", "Sales"), departments=("Staff",)),
        Person("Chi Eze", teams=("Sales",), departments=("Sales", "Line")),
    ),
)


def weights(of: Profile) -> dict[str, float]:
    return {skill.name: skill.weight for skill in of.skills}


def weights_of(name: str, *readings: Reading) -> dict[str, float]:
    holders = Holders(readings or (TABLE,))
    return weights(part(profile(holders.readings), holders.find(name).holders))


def test_the_skills_of_one_person_out_of_many() -> None:
    assert weights_of("chi eze") == {"Sales": 1}
    assert sorted(weights_of("ada byrne").values()) == [1, 1]


def test_a_skill_has_the_same_name_for_everybody() -> None:
    assert weights_of("Ada Byrne").keys() == weights_of("Bo Diallo").keys()


def test_the_people_of_a_team_or_department_add_up() -> None:
    assert weights_of("Legal")["Law"] == weights_of("Staff")["Law"] == 2
    assert weights_of("Line") == {"Sales": 1}


def test_a_part_of_a_name_is_enough_where_no_other_has_it() -> None:
    assert weights_of("diallo") == weights_of("Bo Diallo")


def test_a_name_that_could_be_two_is_refused_with_both() -> None:
    holders = Holders((TABLE,))
    with pytest.raises(InputError, match=r"could be Sales \(team, 2 people\), Sales \(department"):
        holders.find("Sales")
    assert holders.find("team:Sales").holders == {"Bo Diallo", "Chi Eze"}
    assert holders.find("Department: sales").holders == {"Chi Eze"}


def test_a_name_that_nobody_has_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError, match=r'called "Adda"\. The nearest is "Ada Byrne"'):
        Holders((TABLE,)).find("Adda")
    with pytest.raises(InputError, match=r'called "Qqq"\. There are "Ada Byrne", "Bo Diallo"'):
        Holders((TABLE,)).find("Qqq")
    with pytest.raises(InputError, match="name no people"):
        Holders((Reading("list", "a.txt"),)).find("Ada")


def test_a_team_is_asked_for_where_only_people_are_known() -> None:
    piece = endorsed("Ada", "Law", "Bo")
    with pytest.raises(InputError, match="no team of anybody's: they tell the skills of 1 person"):
        Holders((Reading("t", "t", evidence=(piece,)),)).find("team:Sales")


def test_a_source_about_one_person_is_theirs_and_one_about_nobody_is_told() -> None:
    archive = Reading(
        "archive",
        "ada.zip",
        Person("ADA BYRNE"),
        evidence=(Evidence("Law", Kind.ENDORSED, ROW, by="Bo", by_key="Bo"),),
        certificates=(Evidence("Law Diploma", Kind.CERTIFIED, ROW),),
        recommendations=(Recommendation("Chi", "Her Law is good law.", ROW),),
    )
    stray = Reading("list", "list.txt", evidence=(Evidence("Law", Kind.LISTED, ROW, 0),))
    holders = Holders((TABLE, archive, stray))
    assert holders.unknown == ("list.txt",)
    assert holders.people == {"Ada Byrne", "Bo Diallo", "Chi Eze"}
    law = part(profile(holders.readings), holders.find("Ada Byrne").holders).skills[0]
    assert (law.name, law.weight) == ("Law", 3)  # Bo once, the diploma, the letter


def test_people_without_evidence_are_no_members() -> None:
    people = Person("Ada", teams=("Legal",)), Person("Bo", teams=("Legal",))
    reading = Reading("t", "t", evidence=(endorsed("Ada", "Law", "Bo"),), people=people)
    assert Holders((reading,)).find("Legal").holders == {"Ada"}


def test_a_part_ages_as_the_whole_and_tells_what_of_it_has_no_date() -> None:
    dated = Reading("t", "t", evidence=(
        endorsed("Ada", "Law", "Bo", "2025-03-14"), endorsed("Bo", "Law", "Ada"),
    ))  # fmt: skip
    whole = profile([dated], half_life=timedelta(days=365), today=date(2026, 3, 14))
    assert weights(whole) == {"Law": 1.5}
    assert "1 of the 2 pieces of evidence has no date" in whole.notes[0]
    assert weights(part(whole, {"Ada"})) == {"Law": 0.5}
    assert part(whole, {"Ada"}).notes == ()
