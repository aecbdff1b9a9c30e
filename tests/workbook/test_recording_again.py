"""Files about people named beside them, and files recorded again."""

from datetime import date

from coalition.model.held import Field
from coalition.model.person import Person
from coalition.model.source import Source
from coalition.workbook import changes, queries
from coalition.workbook.queries import Wanted
from coalition.workbook.space import Space
from tests.workbook.told import ada, bea, met, reading, record, skill


def names(space: Space) -> list[str]:
    return [one.name for one in queries.people(space, Wanted())]


def test_a_file_about_a_known_person_says_no_more_of_them_than_it_says(space: Space) -> None:
    first = record(space, reading(ada(emails=("ada@example.com",)))).source
    number = queries.one(space, "ada").id
    came = record(space, reading(evidence=(skill("Coaching", ""),), name="list.txt"), of=number)
    assert (came.new, came.facts_new, came.facts_known) == ((), 1, 0)
    assert [match.person for match in came.matched] == [number]
    changes.take_out(space, first)
    held = queries.held_on(space, queries.one(space, "ada").id)
    assert [one.skill for one in held.skills] == ["Coaching"]
    assert {fact.field for fact in held.facts} == {Field.NAME}


def test_one_of_two_namesakes_is_said_by_the_number(space: Space) -> None:
    record(space, reading(ada(key="1", employee="1004"), ada(key="2", employee="1005")))
    number = queries.find(space, "ada")[0].id
    record(space, reading(evidence=(skill("Coaching", ""),), name="list.txt"), of=number)
    assert queries.count(space, Wanted()) == 2
    assert [one.skill for one in queries.held_on(space, number).skills] == ["Coaching"]


def test_a_file_about_somebody_new_says_their_name(space: Space) -> None:
    record(space, reading(evidence=(skill("Coaching", ""),), name="list.txt"), of="Cai Marsh")
    held = queries.held_on(space, queries.one(space, "cai").id)
    assert [(fact.field, fact.value) for fact in held.facts] == [(Field.NAME, "Cai Marsh")]


def test_who_was_erased_is_brought_back_by_the_same_file(space: Space) -> None:
    told = reading(ada(source=Source("people.csv", 2)), bea(source=Source("people.csv", 3)))
    record(space, told)
    changes.erase(space, queries.one(space, "ada").id)
    assert record(space, told).since is not None
    came = record(space, told, bring_back=True)
    assert (came.since, came.new) == (None, ("Ada Testerson",))
    assert names(space) == ["Bea Stonefield", "Ada Testerson"]
    assert len([each for each in queries.sources(space) if each.kind == "file"]) == 1
    again = record(space, told, bring_back=True)
    assert again.since is not None


def test_what_the_user_did_outlives_a_file_recorded_again(space: Space) -> None:
    called = ("Ada Testerson", "Bea Stonefield", "Bea Stonefield", "Zoe Fern")
    people = [
        Person(name, key=str(row), source=Source("people.csv", row))
        for row, name in enumerate(called)
    ]
    told = reading(*people, touchpoints=(met("1", "3"),))
    record(space, told)
    one, other = queries.find(space, "bea")
    zoe = queries.one(space, "zoe").id
    changes.merge(space, one.id, other.id)
    changes.note(space, one.id, "asked for figures", date(2026, 11, 1))
    changes.merge(space, one.id, zoe)
    changes.erase(space, queries.one(space, "ada").id)
    record(space, told, bring_back=True)
    assert sorted(each.name for each in queries.people(space, Wanted())) == [
        "Ada Testerson",
        "Bea Stonefield",
    ]
    held = queries.held_on(space, one.id)
    assert [note.text for note in held.notes] == ["asked for figures"]
    assert len(held.merged) == 2
    assert queries.doubts(space) == ()


def test_a_file_that_fails_when_recorded_again_stays_as_it_was(space: Space) -> None:
    told = reading(ada(), bea())
    record(space, told)
    changes.erase(space, queries.one(space, "ada").id)
    trial = record(space, told, bring_back=True, dry_run=True)
    assert trial.new == ("Ada Testerson",)
    assert names(space) == ["Bea Stonefield"]


def test_whose_own_file_it_is_is_told(space: Space) -> None:
    assert record(space, reading(ada()), of_me=True).me is None
    came = record(space, reading(ada(), name="own", owner="ada"), of_me=True)
    assert came.me == queries.one(space, "ada").id
