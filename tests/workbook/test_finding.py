from datetime import date

import pytest

from coalition.errors import NotOne
from coalition.model.person import Person
from coalition.workbook import queries
from coalition.workbook.queries import Wanted
from coalition.workbook.space import Space
from tests.workbook.told import ada, bea, met, noted, reading, record, skill


@pytest.fixture
def filled(space: Space) -> Space:
    told = reading(
        ada(place="Lyon, France", unit="People & Culture"),
        bea(unit="Sales EMEA"),
        Person("Ольга Примерова", key="olga"),
        Person("نور المثالي", key="noor"),
        Person("Nguyễn Thị Ví-Dụ", key="nguyen"),
        evidence=(skill("Change Mgmt", "ada"), skill("PM", "bea")),
        touchpoints=(met("ada", on="2026-09-01", about="Budget round"),),
        remarks=(noted("bea", "sceptical of surveys"),),
    )
    record(space, told)
    return space


def found(space: Space, **wanted: object) -> list[str]:
    return [one.name for one in queries.people(space, Wanted(**wanted))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("ada", "Ada Testerson"),
        ("TESTERSON ada", "Ada Testerson"),
        ("hr part", "Ada Testerson"),
        ("olga", "Ольга Примерова"),
        ("пример", "Ольга Примерова"),
        ("noor", "نور المثالي"),
        ("nguyen vi", "Nguyễn Thị Ví-Dụ"),
        ("budget", "Ada Testerson"),
        ("surveys", "Bea Stonefield"),
        ("change mgmt", "Ada Testerson"),
    ],
)
def test_a_person_is_found_by(filled: Space, query: str, name: str) -> None:
    assert found(filled, text=query) == [name]


def test_all_words_have_to_be_found(filled: Space) -> None:
    assert found(filled, text="ada stonefield") == []


def test_a_skill_is_found_under_all_its_names(filled: Space) -> None:
    assert found(filled, skills=("Gestion du changement",)) == ["Ada Testerson"]


def test_an_ambiguous_skill_is_found_as_all_that_it_may_be(filled: Space) -> None:
    assert found(filled, skills=("PM",)) == ["Bea Stonefield"]


def test_units_and_places_are_found_by_their_words(filled: Space) -> None:
    assert found(filled, units=("sales",)) == ["Bea Stonefield"]
    assert found(filled, places=("lyon",)) == ["Ada Testerson"]
    assert found(filled, places=("lyon",), units=("sales",)) == []


def test_who_was_not_in_touch_since_a_day_or_never(filled: Space) -> None:
    assert "Ada Testerson" in found(filled, not_since=date(2026, 9, 2))
    assert "Ada Testerson" not in found(filled, not_since=date(2026, 9, 1))
    assert "Bea Stonefield" in found(filled, not_since=date(2020, 1, 1))


def test_they_are_counted_without_being_read(filled: Space) -> None:
    assert queries.count(filled, Wanted()) == 5
    assert queries.count(filled, Wanted("ada")) == 1


def test_a_name_that_is_nobodys_says_so(filled: Space) -> None:
    with pytest.raises(NotOne, match="Nobody in the workbook is called Zoe"):
        queries.one(filled, "Zoe")


def test_a_name_of_several_names_them_with_their_numbers(space: Space) -> None:
    record(space, reading(ada(key="1", employee="1"), ada(key="2", employee="2")))
    with pytest.raises(NotOne, match=r"Several people .*Ada Testerson \(#1.*Ada Testerson \(#2"):
        queries.one(space, "ada testerson")
    assert queries.one(space, "#2").id == 2


def test_signs_of_a_query_language_mean_nothing(filled: Space) -> None:
    for query in ("*", "%", "_", '"', "a OR b", "NEAR(a)", "'; DROP TABLE", "\0", "~", "email:"):
        found(filled, text=query)


def test_who_is_only_told_of_is_named_and_never_taken(filled: Space) -> None:
    with pytest.raises(NotOne, match=r"if you mean Ada Testerson \(#1"):
        queries.one(filled, "budget")
    with pytest.raises(NotOne, match="Nobody in the workbook is called Test"):
        queries.one(filled, "Test")


@pytest.mark.parametrize("nothing", ["", " ", "*", "."])
def test_an_empty_name_is_nobody(space: Space, nothing: str) -> None:
    record(space, reading(ada()))
    with pytest.raises(NotOne):
        queries.one(space, nothing)


def test_in_a_notebook_too(space: Space) -> None:
    """Which runs all that is asked in an event loop."""
    import asyncio
    from threading import Thread

    found: list[int] = []

    async def cell() -> None:
        from django.db import connections

        record(space, reading(ada()))
        found.append(queries.count(space, Wanted()))
        connections[space.alias].close()

    loop = Thread(target=lambda: asyncio.run(cell()))
    loop.start()
    loop.join()
    assert found == [1]


def test_questions_do_not_grow_with_the_rows(space: Space) -> None:
    record(space, reading(ada(), touchpoints=(met("ada"),)))
    few = statements(space)
    many = [Person(f"Cai Marsh{number}", key=str(number)) for number in range(40)]
    told = [met("ada", str(number), on="2026-09-01") for number in range(40)]
    record(space, reading(ada(), *many, touchpoints=tuple(told), name="many.csv"))
    assert statements(space) == few


def statements(space: Space) -> list[int]:
    """How many statements each question takes."""
    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    number = queries.one(space, "ada").id
    counts = []
    for ask in (
        lambda: queries.people(space, Wanted("ada", skills=("Coaching",))),
        lambda: queries.held_on(space, number),
        lambda: queries.sources(space),
        lambda: queries.doubts(space),
        lambda: queries.old_facts(space, date(2020, 1, 1)),
    ):
        with CaptureQueriesContext(connections[space.alias]) as asked:
            ask()
        counts.append(len(asked))
    return counts
