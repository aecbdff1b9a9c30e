from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import InputError, WorkbookError
from coalition.model.held import Field
from coalition.model.person import Name, NameForm, Person
from coalition.model.source import Source
from coalition.workbook import changes, queries
from coalition.workbook.facts import Said
from coalition.workbook.queries import Wanted
from coalition.workbook.space import Space
from coalition.workbook.storable import LARGEST, storable, whole
from tests.workbook.told import ada, bea, met, noted, reading, record, reports, skill

_BAD = "A\0da \ud800 Tes\udfffterson\0"
_MENDED = "Ada \ufffd Tes\ufffdterson"


@given(st.text(st.characters()))
def test_what_can_be_stored_is_stored_as_it_is(text: str) -> None:
    assert storable(text).encode() == text.replace("\0", "").encode()


@given(st.text(st.characters(categories=["Cs", "Lu", "Cc"])))
def test_every_text_can_be_stored_and_mending_it_twice_changes_nothing(text: str) -> None:
    mended = storable(text)
    assert "\0" not in mended
    assert mended.encode().decode() == mended
    assert storable(mended) == mended


def test_halves_that_belong_together_are_put_together() -> None:
    assert storable("\ud83d\ude00") == "\U0001f600"


def test_model_values_are_mended_all_through_and_stay_the_same_object_if_sound() -> None:
    sound = ada(names=(Name("Adda", NameForm.ALSO),))
    assert storable(sound) is sound
    assert storable(replace(sound, names=(Name("A\0dda", NameForm.ALSO),))) == sound


def test_whole_numbers_stay_within_what_tables_hold() -> None:
    assert whole(None) is None
    assert whole(7) == 7
    assert whole(10**30) == LARGEST


def test_a_name_that_no_database_can_store_is_mended(space: Space) -> None:
    number = changes.add_person(space, Person(_BAD, title=_BAD))
    changes.say(space, number, [Said(Field.PLACE, _BAD)])
    changes.note(space, number, f"met {_BAD}", date(2026, 11, 2))
    held = queries.held_on(space, number)
    assert held.summary.name == held.summary.place == _MENDED
    assert held.notes[0].text == f"met {_MENDED}"
    assert queries.one(space, _MENDED).id == number
    assert queries.one(space, _BAD).id == number


def test_a_file_of_what_no_database_can_store_is_recorded(space: Space) -> None:
    told = reading(
        Person(_BAD, key="a", source=Source("x.csv", 10**12)),
        bea(),
        name="p\0\ud800.csv",
        evidence=(skill(_BAD, "a", by=_BAD, rows=10**12),),
        ties=(replace(reports("a", "bea"), about=_BAD),),
        touchpoints=(met("a", "bea", about=_BAD, text=_BAD, key=_BAD),),
        remarks=(noted("a", _BAD),),
    )
    record(space, told)
    held = queries.held_on(space, queries.one(space, _MENDED).id)
    assert held.summary.name == _MENDED
    assert [tie.about for tie in held.ties] == [_MENDED]
    assert [note.text for note in held.notes] == [_MENDED]
    assert held.facts[0].origin.row == LARGEST


def test_values_far_too_long_are_kept_as_far_as_they_go(space: Space) -> None:
    long = "Ünbelievably " * 3000
    told = reading(
        ada(
            title=long, organisation=long, unit=long, place=long, on=long, emails=(long,),
            profile=long, headline=long, time_zone=long, hours=long, level=long, employee=long,
            names=(Name(long, NameForm.ALSO), Name(long, NameForm.SORT)),
        ),
        Person(long, key=long),
        name=long,
        evidence=(
            skill(long, "ada", by=long, by_key=long, on=long, group=long, unit=long),
        ),
        ties=(replace(reports("ada", long), about=long, on=long, until=long),),
        touchpoints=(met("ada", long, about=long, zone=long, key=long, until=long),),
        remarks=(replace(noted("ada", long), on=long),),
    )  # fmt: skip
    record(space, told)
    number = queries.one(space, "Ada Testerson").id
    assert queries.held_on(space, number).notes[0].text == long
    changes.say(space, number, [Said(Field.NAME, long), Said(Field.TITLE, long)])
    assert queries.held_on(space, number).summary.name == long[:500]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_are_days(space: Space, day: str) -> None:
    record(space, reading(ada(), bea(), touchpoints=(met("ada", "bea", on=day),)))
    held = queries.held_on(space, queries.one(space, "Ada Testerson").id)
    assert [one.at for one in held.touchpoints] == [day]


@pytest.mark.parametrize("day", ["0000-01-01", "10000-01-01", "2026-02-30", ""])
def test_a_day_that_no_calendar_has_is_refused_and_nothing_is_recorded(
    space: Space, day: str
) -> None:
    with pytest.raises(InputError, match="line 3 tells of a day that no calendar has"):
        record(space, reading(ada(), bea(), touchpoints=(met("ada", "bea", on=day),)))
    assert queries.count(space, Wanted()) == 0
    assert queries.sources(space) == ()


@pytest.mark.parametrize(
    "asked", ["#" + "9" * 20, "#" + "9" * 5000, "\udcff", "\0", "x@\0", "/\ud800"]
)
def test_whatever_is_looked_for_the_answer_is_that_nobody_is_there(
    space: Space, asked: str
) -> None:
    assert queries.find(space, asked) == ()
    assert (
        queries.count(space, Wanted(asked, skills=(asked,), units=(asked,), places=(asked,))) == 0
    )
    with pytest.raises(WorkbookError):
        queries.source(space, asked)
