from datetime import date

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from coalition.errors import NotOne, WorkbookError
from coalition.model.held import Field
from coalition.workbook import changes, queries
from coalition.workbook.facts import Said
from coalition.workbook.models import Note, Person
from coalition.workbook.opening import Workbook, open_workbook
from coalition.workbook.queries import Wanted
from coalition.workbook.space import Space
from tests.workbook.told import ada, bea, met, noted, reading, record, reports, skill

_SEALED_TABLES = """
    SELECT relname, relrowsecurity AND relforcerowsecurity FROM pg_class
    WHERE relkind = 'r' AND relname LIKE 'workbook_%' AND relname <> 'workbook_workspace'
"""


@pytest.fixture
def alice(space: Space) -> Space:
    """The workspace of one client, with something of every kind in it."""
    fill(space)
    return space


@pytest.fixture
def bob(workbook: Workbook) -> Space:
    """The workspace of another client in the same workbook."""
    return workbook.add_space("bob")


def fill(space: Space) -> None:
    told = reading(
        ada(),
        bea(),
        evidence=(skill("Coaching", "ada"),),
        ties=(reports("ada", "bea"),),
        touchpoints=(met("ada", "bea", about="the budget"),),
        remarks=(noted("ada", "asked for more people"),),
    )
    record(space, told)


def test_nothing_of_one_client_is_read_through_another(alice: Space, bob: Space) -> None:
    number = queries.one(alice, "ada testerson").id
    assert queries.people(bob, Wanted()) == ()
    assert queries.count(bob, Wanted("ada")) == 0
    assert queries.find(bob, f"#{number}") == ()
    assert queries.find(bob, "Ada Testerson") == ()
    assert queries.sources(bob) == ()
    assert queries.old_facts(bob, date(9999, 1, 1)) == ()
    assert queries.doubts(bob) == ()
    for held in (queries.described, queries.held_on):
        with pytest.raises(NotOne, match=f"There is nobody #{number} in the workbook"):
            held(bob, number)


def test_the_same_people_in_two_workspaces_are_strangers(alice: Space, bob: Space) -> None:
    before = queries.people(alice, Wanted())
    record(bob, reading(ada(title="Chief"), name="bob.csv"))
    assert [one.title for one in queries.people(bob, Wanted())] == ["Chief"]
    assert queries.people(alice, Wanted()) == before
    changes.erase(bob, queries.one(bob, "Ada Testerson").id)
    assert queries.people(alice, Wanted()) == before


def test_nothing_is_written_about_a_person_of_another_client(alice: Space, bob: Space) -> None:
    fill(bob)
    theirs, mine = (queries.one(space, "Ada Testerson").id for space in (alice, bob))
    source = queries.sources(alice)[0].id
    fact = queries.held_on(alice, theirs).facts[0].id
    before = queries.held_on(alice, theirs)
    for change in (
        lambda: changes.note(bob, theirs, "seen", date(2026, 11, 2)),
        lambda: changes.say(bob, theirs, [Said(Field.TITLE, "Chief")]),
        lambda: changes.forget(bob, fact),
        lambda: changes.merge(bob, mine, theirs),
        lambda: changes.merge(bob, theirs, mine),
        lambda: changes.unmerge(bob, theirs),
        lambda: changes.keep_apart(bob, mine, theirs),
        lambda: changes.erase(bob, theirs),
        lambda: changes.be(bob, theirs),
        lambda: changes.take_out(bob, source),
    ):
        with pytest.raises(Exception, match=r"There is no|nobody|not merged"):
            change()
    assert queries.held_on(alice, theirs) == before
    assert len(queries.sources(bob)) == 1
    assert queries.me(bob) is None


def test_who_is_nobody_here_is_refused_with_a_sentence(bob: Space) -> None:
    with pytest.raises(WorkbookError, match="There is nobody #999999 in the workbook"):
        changes.note(bob, 999_999, "seen", date(2026, 11, 2))


def test_after_a_change_that_was_undone_each_workspace_has_its_own_rows(
    alice: Space, bob: Space
) -> None:
    with bob.all_or_nothing():
        assert alice.of(Person).count() == 2  # the other workspace, within a transaction
        bob.leave_as_it_was()
    assert bob.of(Person).count() == 0
    assert alice.of(Person).count() == 2


def test_every_table_of_a_database_is_sealed_by_workspace(database: str) -> None:
    open_workbook(database).close()
    with psycopg.connect(database) as connection:
        tables = dict(connection.execute(_SEALED_TABLES).fetchall())
    assert len(tables) == 16
    assert set(tables.values()) == {True}


def test_plain_sql_sees_no_workspace_but_the_one_it_names(database: str) -> None:
    with open_workbook(database) as workbook:
        fill(workbook.space())
        mine, other = workbook.space().id, workbook.add_space("bob").id
    with psycopg.connect(database, autocommit=True) as connection:
        for named, expected in ((None, 0), ("", 0), (str(other), 0), (str(mine), 2)):
            if named is not None:
                connection.execute("SELECT set_config('coalition.workspace', %s, false)", [named])
            for table in ("person", "fact", "note", "touchpoint", "participant", "tie", "term"):
                query = f"SELECT count(*) FROM workbook_{table}".encode()
                (count,) = connection.execute(query).fetchone() or (None,)
                assert bool(count) is bool(expected), (table, named)


def test_plain_sql_changes_nothing_of_another_workspace(database: str) -> None:
    with open_workbook(database) as workbook:
        fill(workbook.space())
        mine, other = workbook.space().id, workbook.add_space("bob").id
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute(f"SET coalition.workspace = {other}".encode())
            for statement in (
                "UPDATE workbook_note SET text = 'changed'",
                f"UPDATE workbook_person SET workspace_id = {other}",
                "DELETE FROM workbook_fact",
            ):
                assert connection.execute(statement.encode()).rowcount == 0
            for name in (
                "erasure (workspace_id, hash, at)",
                "term (workspace_id, term, person_id)",
            ):
                values = "'x', now()" if name.startswith("erasure") else "'x', 1"
                statement = f"INSERT INTO workbook_{name} VALUES ({mine}, {values})"
                with pytest.raises(InsufficientPrivilege):
                    connection.execute(statement.encode())
        space = workbook.space()
        assert [row.text for row in space.of(Note)] == ["asked for more people"]
        assert queries.count(space, Wanted()) == 2


def test_a_connection_made_anew_knows_its_workspace_again(database: str) -> None:
    from django.db import connections

    with open_workbook(database) as workbook:
        space = workbook.space()
        fill(space)
        connections[space.alias].close()
        assert queries.count(space, Wanted()) == 2
