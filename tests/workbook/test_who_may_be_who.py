"""Who is asked about, and who is recognised by what: the less usual cases."""

from datetime import timedelta

from coalition.model.person import Person
from coalition.workbook import changes, queries
from coalition.workbook.queries import Wanted
from coalition.workbook.space import Space
from tests.workbook.told import FIRM, NOON, ada, reading, record


def test_who_came_back_in_the_same_role_is_there_again(space: Space) -> None:
    for day, active in enumerate((True, False, True)):
        told = ada(on=f"202{day + 4}-01-01", active=active, title="" if not active else "Partner")
        record(space, reading(told, name=f"{day}.csv"), at=NOON + timedelta(days=day))
    (found,) = queries.people(space, Wanted())
    assert found.active


def test_an_employee_number_is_of_the_firm_that_its_source_names(space: Space) -> None:
    first = ada(employee="1004", emails=("ada@example.com",))
    record(space, reading(first, name="hr.csv"))
    moved = Person("Ada Testerson", organisation="Hill plc", emails=("ada@example.com",))
    record(space, reading(moved, name="later.csv"), at=NOON + timedelta(days=9))
    assert queries.count(space, Wanted()) == 1
    stranger = Person("Zoe Fern", organisation="Hill plc", employee="1004")
    assert not record(space, reading(stranger, name="hill.csv")).matched
    back = Person("A. Testerson", organisation=FIRM, employee="1004")
    assert record(space, reading(back, name="again.csv")).matched


def test_names_without_a_firm_are_asked_about_once_each(space: Space) -> None:
    for number in range(8):
        record(space, reading(Person("Ada Testerson"), name=f"{number}.csv"))
    assert len(queries.doubts(space)) == 7


def test_names_without_a_firm_in_one_file_are_asked_about_once_each(space: Space) -> None:
    record(space, reading(*(Person("Ada Testerson", key=str(number)) for number in range(8))))
    assert len(queries.doubts(space)) == 7


def test_namesakes_who_are_not_each_other_are_each_asked_about(space: Space) -> None:
    record(space, reading(ada(key="1", organisation="Hill plc"), ada(key="2", organisation=FIRM)))
    came = record(space, reading(Person("Ada Testerson"), name="other.csv"))
    assert len(came.unsure[0].perhaps) == 2


def test_namesakes_whom_the_user_told_apart_are_each_asked_about(space: Space) -> None:
    for number in range(2):
        record(space, reading(Person("Ada Testerson"), name=f"{number}.csv"))
    (doubt,) = queries.doubts(space)
    changes.keep_apart(space, doubt.one.id, doubt.other.id)
    came = record(space, reading(Person("Ada Testerson"), name="other.csv"))
    assert len(came.unsure[0].perhaps) == 2


def test_who_were_said_to_be_two_are_not_asked_about_through_others(space: Space) -> None:
    record(space, reading(Person("Ada Testerson", organisation=FIRM)))
    record(space, reading(Person("Ada Testerson"), name="second.csv"))
    (first,) = queries.doubts(space)
    record(space, reading(Person("Zoe Fern", emails=("z@example.com",)), name="third.csv"))
    zoe = queries.one(space, "zoe").id
    changes.keep_apart(space, first.one.id, first.other.id)
    changes.merge(space, zoe, first.other.id)
    more = Person("Zoe Fern", emails=("z@example.com",), title="Clerk")
    record(space, reading(more, name="more.csv"))
    assert queries.doubts(space) == ()


def test_a_long_address_is_found_again(space: Space) -> None:
    email = "ada." + "x" * 300 + "@example.org"
    record(space, reading(Person("Ada Testerson", emails=(email,))))
    assert queries.one(space, email).name == "Ada Testerson"
    assert record(space, reading(Person("Zoe Fern", emails=(email,)), name="b.csv")).unsure


def test_an_address_identifies_one_of_very_many(space: Space) -> None:
    profile = "https://www.linkedin.com/in/ada-t"
    many = [Person("Ada Testerson", key=str(n), profile=profile) for n in range(600)]
    record(space, reading(*many))
    came = record(space, reading(Person("Ada T.", profile=profile), name="b.csv"))
    assert came.unsure


def test_of_very_many_namesakes_somebody_is_asked_about(space: Space) -> None:
    many = [Person("Ada Testerson", key=str(number)) for number in range(600)]
    record(space, reading(*many))
    assert record(space, reading(Person("Ada Testerson"), name="other.csv")).unsure


def test_who_was_erased_is_known_by_the_number_of_their_own_firm_only(space: Space) -> None:
    email, later = ("ada@example.com",), NOON + timedelta(days=1)
    record(space, reading(ada(emails=email, employee="1004"), name="1.csv"))
    record(space, reading(ada(emails=email, organisation="Hill plc"), name="2.csv"), at=later)
    changes.erase(space, queries.one(space, "ada").id)
    other = Person("Zoe Fern", organisation="Hill plc", employee="1004")
    assert record(space, reading(other, name="3.csv")).erased == ()
