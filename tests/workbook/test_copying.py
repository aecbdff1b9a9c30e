"""Backups between files and PostgreSQL."""

from pathlib import Path

import pytest

from coalition.errors import OutputError, WorkbookError
from coalition.model.person import Person
from coalition.workbook import changes
from coalition.workbook.backup import back_up
from coalition.workbook.checking import check
from coalition.workbook.copying import tables
from coalition.workbook.opening import open_workbook
from coalition.workbook.restoring import restore, restore_space, verify
from tests.workbook.filling import fill, in_file, told


@pytest.fixture(params=["", "a master key of some length"])
def sealing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Texts in the database sealed, or not."""
    monkeypatch.setenv("COALITION_KEY", request.param)
    return str(request.param)


def save(place: str, target: Path, space: str = "") -> Path:
    with open_workbook(place) as workbook:
        back_up(workbook, str(target), space=space)
    return target


def bring_back(place: str, backup: Path, space: str = "") -> None:
    with open_workbook(place) as workbook:
        restore_space(workbook, space, str(backup))


def test_every_table_comes_after_those_it_refers_to() -> None:
    names = [table._meta.model_name for table in tables()]
    assert len(names) == len(set(names)) >= 16
    assert names.index("source") < names.index("fact")
    assert names.index("person") < names.index("participant")
    assert names.index("touchpoint") < names.index("participant")


def test_a_workspace_goes_from_a_server_to_a_laptop(
    database: str, sealing: str, tmp_path: Path
) -> None:
    with open_workbook(database) as workbook:
        workbook.add_space("other")
        fill(workbook.add_space("client"))
        before = told(workbook, "client")
    own = tmp_path / "laptop.coalition"
    restore(str(own), str(save(database, tmp_path / "b.zip", "client")))
    assert in_file(own) == before
    with open_workbook(str(own)) as workbook:
        assert workbook.spaces() == ("client",)
        assert list(check(workbook)) == []


def test_a_workbook_goes_from_a_laptop_to_a_server(
    database: str, sealing: str, path: Path, tmp_path: Path
) -> None:
    backup = save(str(path), tmp_path / "b.zip")
    with open_workbook(database) as workbook:
        fill(workbook.add_space("other"))
    bring_back(database, backup)
    with open_workbook(database) as workbook:
        assert told(workbook) == in_file(path)
        assert len(told(workbook, "other")["people"]) == 5  # type: ignore[arg-type]
        assert list(check(workbook)) == []
        stored = workbook.space().of(_note()).get().text
    assert ("board" in stored) is (not sealing)


def _note() -> type:
    from coalition.workbook.models import Note

    return Note


def test_the_rows_that_were_there_make_room(database: str, sealing: str, tmp_path: Path) -> None:
    with open_workbook(database) as workbook:
        fill(workbook.space())
    backup = save(database, tmp_path / "b.zip")
    with open_workbook(database) as workbook:
        before = told(workbook)
        space = workbook.space()
        space.of(_note()).delete()
    for _ in range(2):
        bring_back(database, backup)
        with open_workbook(database) as workbook:
            assert told(workbook) == before


def test_what_a_workspace_held_is_kept_before_it_is_replaced(
    database: str, sealing: str, path: Path, tmp_path: Path
) -> None:
    backup = save(str(path), tmp_path / "b.zip")
    with open_workbook(database) as workbook:
        assert restore_space(workbook, "", str(backup)).kept == ""  # there was nothing
        space = workbook.space()
        changes.add_person(space, Person("Eve Gale"))
        before = told(workbook)
        kept = restore_space(workbook, "", str(backup)).kept
        assert kept.startswith(f"{backup}.before-restore-2")
        assert kept.endswith(".zip")
        assert told(workbook) == in_file(path)
        restore_space(workbook, "", kept)
        assert told(workbook) == before


def test_what_is_kept_of_a_workspace_is_encrypted_as_the_backup_is(
    database: str, path: Path, tmp_path: Path
) -> None:
    asked = []

    def ask(what: str) -> str:
        asked.append(what)
        return "a long passphrase"

    with open_workbook(str(path)) as workbook:
        back_up(workbook, str(tmp_path / "b.age"), "a long passphrase")
    with open_workbook(database) as workbook:
        fill(workbook.space())
        kept = restore_space(workbook, "", str(tmp_path / "b.age"), ask).kept
    assert kept.endswith(".zip.age")
    assert Path(kept).read_bytes().startswith(b"age-encryption.org/v1")
    assert len(asked) == 1
    assert verify(kept, ask).counts["people"] == 4


def test_a_workspace_of_another_name_replaces_nothing_unless_that_is_said(
    database: str, path: Path, tmp_path: Path
) -> None:
    backup = save(str(path), tmp_path / "b.zip")
    with open_workbook(database) as workbook:
        changes.add_person(workbook.add_space("client"), Person("Eve Gale"))
        before = told(workbook, "client")
        with pytest.raises(WorkbookError, match=r"holds the workspace main.*the place of client"):
            restore_space(workbook, "client", str(backup))
        assert told(workbook, "client") == before
        assert [each.name for each in tmp_path.glob("b.zip*")] == ["b.zip"]
        restore_space(workbook, "client", str(backup), other_name=True)
        assert told(workbook, "client") == in_file(path)


def test_what_cannot_be_kept_is_not_replaced(
    database: str, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coalition.workbook import restoring

    backup = save(str(path), tmp_path / "b.zip")
    with open_workbook(database) as workbook:
        fill(workbook.space())
        changes.add_person(workbook.space(), Person("Eve Gale"))
        before = told(workbook)

        def fail(*_: object, **__: object) -> None:
            raise OutputError("there is no room")

        monkeypatch.setattr(restoring, "back_up", fail)
        with pytest.raises(OutputError):
            restore_space(workbook, "", str(backup))
        assert told(workbook) == before


def test_the_same_rows_may_be_in_two_workspaces(database: str, path: Path, tmp_path: Path) -> None:
    backup = save(str(path), tmp_path / "b.zip")
    bring_back(database, backup, "one")
    bring_back(database, backup, "two")
    with open_workbook(database) as workbook:
        one, two = told(workbook, "one"), told(workbook, "two")
    assert one == two


def test_what_fails_changes_nothing(
    database: str, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coalition.workbook import copying

    backup = save(str(path), tmp_path / "b.zip")
    bring_back(database, backup)
    with open_workbook(database) as workbook:
        before = told(workbook)

    def fail(*_: object) -> None:
        raise WorkbookError("the end came")

    monkeypatch.setattr(copying, "_copy_workspace", fail)
    for name in ("", "new"):
        with pytest.raises(WorkbookError, match="the end came"):
            bring_back(database, backup, name)
    with open_workbook(database) as workbook:
        assert workbook.spaces() == ("main",)
        assert told(workbook) == before


def test_a_backup_of_several_workspaces_says_which_it_has(
    database: str, path: Path, tmp_path: Path
) -> None:
    with open_workbook(str(path)) as workbook:
        workbook.add_space("client")
    backup = save(str(path), tmp_path / "b.zip")
    with pytest.raises(WorkbookError, match="no workspace named third"):
        bring_back(database, backup, "third")
    with open_workbook(database) as workbook:
        assert workbook.spaces() == ("main",)


def test_what_the_user_is_comes_along(database: str, path: Path, tmp_path: Path) -> None:
    from coalition.workbook.models import Workspace

    with open_workbook(str(path)) as workbook:
        rows = Workspace.objects.using(workbook.alias)
        rows.update(me_id=2, naming="lists of today")
        salt = bytes(rows.get().salt)
    bring_back(database, save(str(path), tmp_path / "b.zip"))
    with open_workbook(database) as workbook:
        row = Workspace.objects.using(workbook.alias).get()
        assert (row.naming, bytes(row.salt)) == ("lists of today", salt)
        workbook.space().of(_note())  # says whose rows are to be seen
        assert row.me.name == "Bo Diallo"


def test_a_role_above_the_rules_is_named(database: str) -> None:
    superuser = database.replace("team@", "postgres@")
    with open_workbook(superuser) as workbook:
        (finding,) = check(workbook)
    assert finding.what.startswith("The role postgres sees every workspace")
