import base64
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import psycopg
import pytest

from coalition.errors import WorkbookError
from coalition.model.person import Person
from coalition.settings import KEY
from coalition.workbook import changes, queries
from coalition.workbook.backup import back_up
from coalition.workbook.checking import check
from coalition.workbook.models import Note
from coalition.workbook.opening import open_workbook
from coalition.workbook.restoring import restore, restore_space
from coalition.workbook.space import Space
from tests.workbook.told import NOON, ada, bea, met, noted, reading, record

_SECRET = "wants to leave in spring"
_TOLD = "fears the merger"


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, base64.b64encode(b"k" * 32).decode())


def fill(space: Space) -> int:
    told = reading(
        ada(), bea(), touchpoints=(met("ada", "bea", text=_TOLD),), remarks=(noted("ada", _SECRET),)
    )
    record(space, told)
    number = queries.one(space, "Ada Testerson").id
    changes.note(space, number, f"again: {_SECRET}", NOON.date())
    return number


def everything_in(database: str) -> str:
    """All rows of all tables as PostgreSQL stores them, for whoever may see them."""
    found = []
    with psycopg.connect(database.replace("team@", "postgres@")) as connection:
        names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (name,) in names.fetchall():
            rows = connection.execute(f'SELECT t::text FROM "{name}" t'.encode())
            found += [text for (text,) in rows.fetchall()]
    return "\n".join(found)


def test_no_text_of_a_note_or_a_talk_stands_in_any_table(database: str) -> None:
    with open_workbook(database) as workbook:
        number = fill(workbook.space())
        held = queries.held_on(workbook.space(), number)
    assert sorted(note.text for note in held.notes) == [f"again: {_SECRET}", _SECRET]
    assert [met.text for met in held.touchpoints] == [_TOLD]
    stored = everything_in(database).lower()
    assert "ada testerson" in stored
    for word in ("leave", "spring", "fears", "merger"):
        assert word not in stored


def test_a_workbook_from_a_laptop_is_sealed_when_it_is_restored(
    database: str, tmp_path: Path
) -> None:
    own, backup = str(tmp_path / "own"), str(tmp_path / "b.zip")
    with open_workbook(own) as workbook:
        fill(workbook.space())
        assert queries.people(workbook.space(), queries.Wanted("merger"))
        back_up(workbook, backup)
    with open_workbook(database) as workbook:
        restore_space(workbook, "", backup)
        number = queries.one(workbook.space(), "Ada Testerson").id
        assert _SECRET in {note.text for note in queries.held_on(workbook.space(), number).notes}
        back_up(workbook, backup)
    stored = everything_in(database).lower()
    for word in ("leave", "spring", "fears", "merger"):
        assert word not in stored
    restore(own, backup)
    with open_workbook(own) as workbook:
        assert queries.people(
            workbook.space(), queries.Wanted("merger")
        )  # found again where texts are not sealed


def test_a_merge_and_an_undo_keep_the_texts_sealed(database: str) -> None:
    with open_workbook(database) as workbook:
        space = workbook.space()
        number = fill(space)
        other = queries.one(space, "Bea Stonefield").id
        changes.merge(space, number, other)
        changes.unmerge(space, number)
        changes.erase(space, other)
    assert "spring" not in everything_in(database).lower()


def test_every_client_has_a_key_of_its_own(database: str) -> None:
    with open_workbook(database) as workbook:
        one, other = workbook.space(), workbook.add_space("bob")
        assert one.cipher is not None
        assert other.cipher is not None
        assert one.cipher.key != other.cipher.key
        with pytest.raises(WorkbookError, match="not the one that the texts were sealed with"):
            other.unseal(one.seal(_SECRET))


def test_another_key_opens_no_text(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_workbook(database) as workbook:
        fill(workbook.space())
    monkeypatch.setenv(KEY, "quite another secret")
    with open_workbook(database) as workbook, pytest.raises(WorkbookError, match=KEY):
        workbook.space()


def test_without_the_key_the_sentence_names_the_variable(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workbook(database) as workbook:
        fill(workbook.space())
    monkeypatch.delenv(KEY)
    with open_workbook(database) as workbook, pytest.raises(WorkbookError, match=KEY):
        workbook.space()


def test_what_was_written_before_there_was_a_key_is_sealed(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = os.environ[KEY]
    monkeypatch.delenv(KEY)
    plain = "sealed: so far only by a handshake"
    like_one = "sealed:" + "A" * 64
    with open_workbook(database) as workbook:
        space = workbook.space()
        number = fill(space)
        for text in (plain, like_one):
            changes.note(space, number, text, NOON.date())
        assert queries.people(space, queries.Wanted("merger"))
        monkeypatch.setenv(KEY, key)
        sealed = workbook.space()
        texts = {note.text for note in queries.held_on(sealed, number).notes}
        assert {plain, like_one, _SECRET} < texts
        assert queries.held_on(sealed, number).touchpoints[0].text == _TOLD
        assert queries.people(sealed, queries.Wanted("merger")) == ()
        assert list(check(workbook)) == []
        with pytest.raises(WorkbookError, match="have been sealed meanwhile"):
            changes.note(space, number, "readable", NOON.date())
    stored = everything_in(database).lower()
    for word in ("leave", "spring", "fears", "merger", "handshake"):
        assert word not in stored


def test_texts_that_stand_readable_are_counted_and_sealed(database: str) -> None:
    with open_workbook(database) as workbook:
        space = workbook.space()
        number = fill(space)
        space.of(Note).update(text="sealed: with a kiss")
        assert {note.text for note in queries.held_on(space, number).notes} == {
            "sealed: with a kiss"
        }
        (finding,) = check(workbook)
        assert finding.what.startswith("2 texts of notes and touchpoints stand readable")
        assert finding.mend is not None
        finding.mend()
        assert list(check(workbook)) == []
        assert queries.held_on(space, number).notes[0].text == "sealed: with a kiss"


def test_two_who_open_a_workspace_first_have_one_key(database: str) -> None:
    open_workbook(database).close()
    begin = Barrier(4)

    def add(number: int) -> None:
        with open_workbook(database) as workbook:
            begin.wait(20)
            space = workbook.space()
            person = changes.add_person(space, Person(f"Pat Number{number}"))
            changes.note(space, person, _SECRET, NOON.date())

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(add, range(4)))
    with open_workbook(database) as workbook:
        space = workbook.space()
        people = queries.people(space, queries.Wanted())
        notes = [queries.held_on(space, one.id).notes[0].text for one in people]
    assert notes == [_SECRET] * 4


def test_a_text_changed_in_the_table_is_refused(database: str) -> None:
    with open_workbook(database) as workbook:
        space = workbook.space()
        number = fill(space)
        with psycopg.connect(database.replace("team@", "postgres@")) as connection:
            connection.execute(
                "UPDATE workbook_note SET text = overlay(text placing 'AAAA' from 20)"
            )
        with pytest.raises(WorkbookError):
            queries.held_on(space, number)
