"""Backups between files and PostgreSQL."""

from pathlib import Path

import pytest

from coalition.errors import WorkbookError
from coalition.workbook.backup import back_up
from coalition.workbook.checking import check
from coalition.workbook.copying import tables
from coalition.workbook.opening import open_workbook
from coalition.workbook.restoring import restore, restore_space
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
