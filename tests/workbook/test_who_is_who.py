"""The same person across files: sure, unsure, two."""

from typing import Any

import pytest

from coalition.model.person import Name, NameForm, Person
from coalition.workbook import changes, queries
from coalition.workbook.space import Space
from tests.workbook.told import FIRM, ada, bea, reading, record


def counted(space: Space) -> int:
    return queries.count(space, queries.Wanted())


def same(space: Space, one: Person, other: Person) -> bool:
    record(space, reading(one, name="one.csv"))
    came = record(space, reading(other, name="other.csv"))
    return bool(came.matched)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            {"name": "Ada Testerson", "profile": "https://www.linkedin.com/in/ada-t"},
            {"name": "A. Byrne", "profile": "http://de.linkedin.com/in/Ada-T/?x=1"},
        ),
        (
            {"name": "Ada Testerson", "emails": ("ada@example.com",)},
            {"name": "Testerson, Ada", "emails": ("ada@example.com", "a@example.net")},
        ),
        (
            {"name": "Ada Testerson", "organisation": FIRM},
            {"name": "TESTERSON Ada", "organisation": "Brook and Vale Limited"},
        ),
        (
            {"name": "山原 花子", "organisation": "株式会社サンプル"},
            {"name": "花子 山原", "organisation": "サンプル株式会社"},
        ),
        (
            {"name": "Ольга Примерова", "organisation": FIRM},
            {"name": "Olga Primerova", "organisation": FIRM},
        ),
    ],
    ids=["profile", "e-mail", "name and firm", "order", "script"],
)
def test_one_person_in_two_files_is_one(
    space: Space, one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert same(space, Person(**one), Person(**other))
    assert counted(space) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"organisation": FIRM}, {"organisation": "Hill & Croft plc"}),
        ({"organisation": FIRM}, {}),
        ({"emails": ("ada@example.com",)}, {"emails": ("ada.t@example.net",)}),
    ],
    ids=["another firm", "no firm", "another address"],
)
def test_a_name_alone_joins_nobody(
    space: Space, one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert not same(space, Person("Ada Testerson", **one), Person("Ada Testerson", **other))
    assert counted(space) == 2


def test_two_of_one_name_and_firm_in_one_file_stay_two(space: Space) -> None:
    came = record(space, reading(ada(key="1", employee="1004"), ada(key="2", employee="1005")))
    assert len(came.new) == 2
    assert counted(space) == 2


def test_a_third_file_that_may_mean_either_of_two_is_asked_about(space: Space) -> None:
    record(space, reading(ada(key="1", employee="1004"), ada(key="2", employee="1005")))
    came = record(space, reading(ada(), name="third.csv"))
    assert came.matched == ()
    assert len(came.unsure[0].perhaps) == 2
    assert counted(space) == 3


def test_who_is_in_doubt_is_offered_with_the_reason(space: Space) -> None:
    record(space, reading(Person("Ada Testerson", organisation=FIRM)))
    record(space, reading(Person("Ada Testerson"), name="other.csv"))
    (doubt,) = queries.doubts(space)
    assert doubt.one.name == doubt.other.name == "Ada Testerson"
    assert "name" in doubt.reason
    changes.keep_apart(space, doubt.one.id, doubt.other.id)
    assert queries.doubts(space) == ()


def test_an_answer_is_not_asked_for_again(space: Space) -> None:
    record(space, reading(Person("Ada Testerson", organisation=FIRM)))
    record(space, reading(Person("Ada Testerson"), name="other.csv"))
    (doubt,) = queries.doubts(space)
    changes.keep_apart(space, doubt.one.id, doubt.other.id)
    record(space, reading(Person("Ada Testerson", organisation=FIRM), bea(), name="third.csv"))
    assert queries.doubts(space) == ()


def test_merged_people_are_shown_and_found_as_one(space: Space) -> None:
    record(space, reading(ada(emails=("ada@example.com",))))
    record(space, reading(Person("Ada Byrne", emails=("ada.b@example.org",)), name="other.csv"))
    kept, gone = queries.one(space, "testerson").id, queries.one(space, "byrne").id
    changes.merge(space, kept, gone)
    assert counted(space) == 1
    assert queries.one(space, "Ada Byrne").id == kept
    assert queries.one(space, "ada.b@example.org").id == kept
    assert queries.one(space, f"#{gone}").id == kept
    assert queries.held_on(space, kept).merged == ("Ada Byrne",)


def test_a_merge_undone_leaves_what_was_before(space: Space) -> None:
    record(space, reading(ada(), bea()))
    before = queries.people(space, queries.Wanted())
    kept, gone = (one.id for one in before)
    changes.merge(space, kept, gone)
    assert changes.unmerge(space, kept) == (kept, gone)
    assert queries.people(space, queries.Wanted()) == before
    assert queries.held_on(space, gone).merged == ()


def test_merges_of_merged_people_are_undone_one_by_one(space: Space) -> None:
    record(space, reading(ada(), bea(), Person("Cai Marsh", key="cai")))
    one, two, three = (queries.one(space, name).id for name in ("ada", "bea", "cai"))
    changes.merge(space, two, three)
    changes.merge(space, one, two)
    assert counted(space) == 1
    changes.unmerge(space, one)
    assert queries.held_on(space, two).merged == ("Cai Marsh",)
    changes.unmerge(space, two)
    assert counted(space) == 3


def test_a_reading_makes_a_name_found_in_latin_letters(space: Space) -> None:
    told = Person("山原 花子", names=(Name("ヤマハラ ハナコ", NameForm.READING),))
    record(space, reading(told))
    assert queries.one(space, "hanako yamahara").name == "山原 花子"
