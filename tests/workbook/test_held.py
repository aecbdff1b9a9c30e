from datetime import date

from coalition.briefs.held_page import held_page
from coalition.briefs.notice import notice
from coalition.model.contact import Note
from coalition.model.evidence import Kind
from coalition.model.person import Person
from coalition.model.source import Source
from coalition.workbook import queries
from coalition.workbook.space import Space
from tests.workbook.told import ada, bea, reading, record, skill

DAY = date(2026, 11, 28)


def test_what_they_said_of_others_and_open_questions_are_held_on_them_too(space: Space) -> None:
    told = reading(
        ada(),
        bea(),
        Person("Ada Testerson", key="other"),
        evidence=(skill("Sales", "bea", kind=Kind.ENDORSED, amount=1, by_key="ada"),),
        remarks=(Note("bea", "A joy to work with", Source("people.csv", 7), by="ada"),),
    )
    record(space, told)
    held = queries.held_on(space, queries.people(space, queries.Wanted("hr partner"))[0].id)
    assert [(each.skill, each.name) for each in held.given] == [("Sales", "Bea Stonefield")]
    assert [(each.text, each.name) for each in held.written] == [
        ("A joy to work with", "Bea Stonefield")
    ]
    assert len(held.doubts) == 1
    page = held_page(held, DAY)
    for words in ("endorsed, of Bea Stonefield", "A joy to work with", "Perhaps the same person"):
        assert words in page


def test_a_notice_says_where_it_is_kept_and_promises_nothing_that_nobody_does(
    space: Space,
) -> None:
    record(space, reading(ada()))
    held = queries.held_on(space, queries.one(space, "ada").id)
    at_home = notice(held, None, DAY, "/home/me/own.coalition")
    assert "a file of mine" in at_home
    assert "expire" not in at_home
    away = notice(held, None, DAY, "postgresql://me:secret@db.example.com:5432/own")
    assert "a database on db.example.com;" in away
    assert "secret" not in away
    assert "nowhere" not in away
