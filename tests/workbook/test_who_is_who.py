"""The same person across files: sure, unsure, two."""

from datetime import timedelta
from typing import Any

import pytest

from coalition.errors import WorkbookError
from coalition.model.person import Name, NameForm, Person
from coalition.workbook import changes, queries
from coalition.workbook.space import Space
from tests.workbook.told import FIRM, NOON, ada, bea, met, reading, record


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


def three(space: Space) -> list[int]:
    """Ada, Bea and Cai: their numbers. Ada met Bea."""
    talk = met("ada", "bea", on="2026-10-01")
    record(space, reading(ada(), bea(), Person("Cai Marsh", key="cai"), touchpoints=(talk,)))
    return [queries.one(space, name).id for name in ("ada", "bea", "cai")]


@pytest.mark.parametrize(
    "pairs", [((0, 1), (1, 2)), ((0, 1), (2, 1)), ((0, 1), (0, 2)), ((1, 2), (0, 2))]
)
def test_nobody_vanishes_in_a_chain_of_merges(
    space: Space, pairs: tuple[tuple[int, int], ...]
) -> None:
    numbers = three(space)
    for kept, gone in pairs:
        changes.merge(space, numbers[kept], numbers[gone])
    assert counted(space) == 1
    (kept,) = (one.id for one in queries.people(space, queries.Wanted()))
    assert queries.one(space, "Cai Marsh").id == kept
    assert len(queries.held_on(space, kept).merged) == 2
    changes.unmerge(space, kept)
    assert counted(space) == 2


@pytest.mark.parametrize(("kept", "gone"), [(0, 1), (1, 0), (0, 0), (1, 1)])
def test_who_is_one_already_is_not_merged_again(space: Space, kept: int, gone: int) -> None:
    numbers = three(space)
    changes.merge(space, numbers[0], numbers[1])
    with pytest.raises(WorkbookError, match="They are one person already"):
        changes.merge(space, numbers[kept], numbers[gone])
    changes.unmerge(space, numbers[0])
    assert counted(space) == 3


def test_the_name_of_who_is_kept_is_the_one_that_is_shown(space: Space) -> None:
    record(space, reading(Person("Ada Testerson", key="ada")))
    later = NOON + timedelta(days=1)
    record(space, reading(Person("Adelheid Byrne", key="ada")), at=later)
    kept, gone = (queries.one(space, name).id for name in ("testerson", "byrne"))
    changes.merge(space, kept, gone)
    (shown,) = queries.people(space, queries.Wanted())
    assert shown.name == queries.described(space, kept).name == "Ada Testerson"
    changes.unmerge(space, kept)
    changes.merge(space, gone, kept)
    assert queries.one(space, f"#{kept}").name == "Adelheid Byrne"


def touches(space: Space) -> dict[str, bool]:
    """Who was in touch with the user."""
    return {one.name: bool(one.last_touch) for one in queries.people(space, queries.Wanted())}


def test_who_the_user_was_comes_back_when_a_merge_is_undone(space: Space) -> None:
    one, _, three_ = three(space)
    changes.be(space, one)
    before = touches(space)
    assert before["Bea Stonefield"]
    changes.merge(space, three_, one)
    assert queries.me(space) is not None
    assert touches(space)["Bea Stonefield"]
    changes.unmerge(space, three_)
    user = queries.me(space)
    assert user is not None
    assert user.id == one
    assert touches(space) == before


def test_whom_the_user_met_is_told_by_all_the_numbers_they_have(space: Space) -> None:
    one, _, three_ = three(space)
    changes.be(space, three_)
    assert not touches(space)["Bea Stonefield"]
    changes.merge(space, three_, one)
    assert touches(space)["Bea Stonefield"]
    changes.unmerge(space, three_)
    assert not touches(space)["Bea Stonefield"]
    user = queries.me(space)
    assert user is not None
    assert user.id == three_
    changes.erase(space, three_)
    assert queries.me(space) is None
    assert touches(space)["Bea Stonefield"]  # as long as nobody says who the user is


def test_the_user_is_who_they_were_when_the_one_they_were_merged_into_goes(space: Space) -> None:
    one, _, _ = three(space)
    changes.be(space, one)
    came = record(space, reading(Person("Someone Else", key="x"), name="other.csv"))
    changes.merge(space, queries.one(space, "Someone Else").id, one)
    changes.take_out(space, came.source)
    user = queries.me(space)
    assert user is not None
    assert user.id == one
    assert touches(space)["Bea Stonefield"]


def test_who_was_merged_is_the_user_as_who_they_are_now(space: Space) -> None:
    one, two, _ = three(space)
    changes.merge(space, one, two)
    changes.be(space, two)
    user = queries.me(space)
    assert user is not None
    assert user.id == one


def test_a_reading_makes_a_name_found_in_latin_letters(space: Space) -> None:
    told = Person("山原 花子", names=(Name("ヤマハラ ハナコ", NameForm.READING),))
    record(space, reading(told))
    assert queries.one(space, "hanako yamahara").name == "山原 花子"
