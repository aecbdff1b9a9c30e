import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from coalition.errors import Locked, WorkbookError
from coalition.workbook import bundle, opening, restoring
from coalition.workbook.backup import back_up
from coalition.workbook.bundle import packed
from coalition.workbook.driver import sqlite
from coalition.workbook.opening import open_workbook
from coalition.workbook.protection import change_passphrase, protect
from coalition.workbook.restoring import restore, verify
from tests.workbook.filling import in_file, names

PASSPHRASE = "a long passphrase"


def say(secret: str = PASSPHRASE) -> Callable[[str], str]:
    return lambda _: secret


@pytest.fixture
def backup(path: Path, tmp_path: Path) -> Path:
    """A backup of five people."""
    return save(path, tmp_path / "b.zip")


def save(path: Path, target: Path, passphrase: str | None = None) -> Path:
    with open_workbook(str(path), ask=say()) as workbook:
        back_up(workbook, str(target), passphrase)
    return target


def add_a_workspace(path: Path, name: str, secret: str = PASSPHRASE) -> None:
    with open_workbook(str(path), ask=say(secret)) as workbook:
        workbook.add_space(name)


def spaces(path: Path, secret: str = PASSPHRASE) -> tuple[str, ...]:
    with open_workbook(str(path), ask=say(secret), create=False) as workbook:
        return workbook.spaces()


def test_everything_comes_back(path: Path, backup: Path, tmp_path: Path) -> None:
    before = in_file(path)
    path.unlink()
    done = restore(str(path), str(backup))
    assert in_file(path) == before
    assert done.counts == {"people": 4, "facts": 9, "sources": 1}
    assert done.kept == ""


def test_it_comes_back_on_a_machine_that_has_nothing(backup: Path, tmp_path: Path) -> None:
    new = tmp_path / "new" / "folder" / "w.coalition"
    restore(str(new), str(backup))
    assert in_file(new)["ties"] == [("Bo Diallo", "Ada Byrne")]
    assert new.stat().st_mode & 0o777 == 0o600


def test_the_old_workbook_is_kept_beside(path: Path, backup: Path) -> None:
    add_a_workspace(path, "later")
    kept = Path(restore(str(path), str(backup)).kept)
    assert kept.name.startswith("own.coalition.before-restore-2")
    assert spaces(path) == ("main",)
    assert spaces(kept) == ("later", "main")


def test_an_encrypted_one_comes_back_with_the_passphrase_it_had(path: Path, tmp_path: Path) -> None:
    protect(str(path), PASSPHRASE)
    backup = save(path, tmp_path / "b.zip")
    change_passphrase(str(path), say(), lambda: "another passphrase")
    kept = Path(restore(str(path), str(backup), say()).kept)
    assert spaces(path) == ("main",)
    assert spaces(kept, "another passphrase") == ("main",)
    with pytest.raises(Locked):
        spaces(path, "another passphrase")


def test_lost_keys_come_back(path: Path, tmp_path: Path) -> None:
    protect(str(path), PASSPHRASE)
    backup = save(path, tmp_path / "b.zip")
    keys = Path(f"{path}.keys")
    keys.unlink()
    with pytest.raises(WorkbookError, match=r"keys are missing.*`coalition restore` brings"):
        spaces(path)
    restore(str(path), str(backup), say())
    assert spaces(path) == ("main",)
    keys.write_text("not keys")
    with pytest.raises(WorkbookError, match=r"is damaged.*`coalition restore` a backup"):
        spaces(path)
    restore(str(path), str(backup), say())
    assert spaces(path) == ("main",)


def test_a_plain_one_over_an_encrypted_one_says_so(path: Path, backup: Path) -> None:
    protect(str(path), PASSPHRASE)
    done = restore(str(path), str(backup))
    assert done.unlocked
    assert spaces(Path(done.kept)) == ("main",)
    assert not Path(f"{path}.keys").exists()


def test_what_is_only_in_the_log_is_kept_too(path: Path, backup: Path) -> None:
    """A workbook that was not closed: its last changes are in the log beside it."""
    log = Path(f"{path}-wal")
    with open_workbook(str(path)) as workbook:
        workbook.add_space("unsaved")
        lone = path.with_name("lone.coalition")
        lone.write_bytes(path.read_bytes())
        Path(f"{lone}-wal").write_bytes(log.read_bytes())
    kept = Path(restore(str(lone), str(backup)).kept)
    assert spaces(lone) == ("main",)
    assert spaces(kept) == ("main", "unsaved")


def test_the_log_of_one_that_cannot_be_opened_is_kept_and_never_meets_the_new_one(
    path: Path, backup: Path
) -> None:
    protect(str(path), PASSPHRASE)
    with open_workbook(str(path), ask=say()) as workbook:
        workbook.add_space("unsaved")
        lone = path.with_name("lone.coalition")
        for ending in ("", "-wal", ".keys"):
            Path(f"{lone}{ending}").write_bytes(Path(f"{path}{ending}").read_bytes())
    kept = Path(restore(str(lone), str(backup)).kept)
    assert spaces(lone) == ("main",)
    assert spaces(kept) == ("main", "unsaved")


def test_the_log_stays_where_the_new_file_cannot_take_its_place(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    protect(str(path), PASSPHRASE)
    with open_workbook(str(path), ask=say()) as workbook:
        workbook.add_space("unsaved")
        lone = path.with_name("lone.coalition")
        for ending in ("", "-wal", ".keys"):
            Path(f"{lone}{ending}").write_bytes(Path(f"{path}{ending}").read_bytes())

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(restoring, "take_place", fail)
    monkeypatch.setattr(restoring, "_settle", lambda *_: None)
    with pytest.raises(WorkbookError, match="make room"):
        restore(str(lone), str(backup))
    assert spaces(lone) == ("main", "unsaved")
    assert not [name for name in names(path.parent) if "aside" in name or ".new-" in name]


def test_a_damaged_workbook_is_replaced_and_kept(path: Path, backup: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:5000])
    kept = restore(str(path), str(backup)).kept
    assert in_file(path)["ties"]
    assert Path(kept).read_bytes() == content[:5000]


@pytest.mark.parametrize("content", [b"my diary", b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_was_never_a_workbook_is_left_alone(
    backup: Path, tmp_path: Path, content: bytes
) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_bytes(content)
    with pytest.raises(WorkbookError, match="no workbook of Coalition"):
        restore(str(diary), str(backup))
    assert diary.read_bytes() == content


def test_verifying_changes_nothing(path: Path, backup: Path, tmp_path: Path) -> None:
    before = names(tmp_path)
    found = verify(str(backup))
    assert found.counts["people"] == 4
    assert found.spaces == ("main",)
    assert names(tmp_path) == before


@pytest.mark.parametrize("left", [0, 10, 300, -1, -64, -65, -2000])
def test_one_that_is_cut_short_is_refused(backup: Path, left: int) -> None:
    backup.write_bytes(backup.read_bytes()[:left])
    with pytest.raises(WorkbookError, match=r"b\.zip (is|does not)"):
        verify(str(backup))


def test_one_with_something_after_it_is_refused(backup: Path) -> None:
    backup.write_bytes(backup.read_bytes() + b"\n")
    with pytest.raises(WorkbookError, match="cut short, changed, or no backup"):
        verify(str(backup))


def test_a_refused_one_changes_nothing(path: Path, backup: Path, tmp_path: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 4
    backup.write_bytes(content)
    before = {name: (tmp_path / name).read_bytes() for name in names(tmp_path)}
    with pytest.raises(WorkbookError, match="does not verify"):
        restore(str(path), str(backup))
    assert {name: (tmp_path / name).read_bytes() for name in before} == before
    assert set(names(tmp_path)) - set(before) == set()


def test_what_is_no_backup_is_named(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for content, said in (
        (b"a letter", "is no backup of Coalition"),
        (path.read_bytes(), "is a database and no backup"),
    ):
        other.write_bytes(content)
        with pytest.raises(WorkbookError, match=said):
            verify(str(other))
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(WorkbookError, match="or no backup of Coalition"):
        verify(str(other))
    with pytest.raises(WorkbookError, match="is not there"):
        verify(str(tmp_path / "nothing"))
    with pytest.raises(WorkbookError, match="folder or a device"):
        verify(str(tmp_path))


def test_a_wrong_passphrase_is_named(path: Path, tmp_path: Path) -> None:
    backup = save(path, tmp_path / "b.age", "right passphrase")
    with pytest.raises(Locked, match="does not open with this passphrase"):
        verify(str(backup), say("wrong passphrase"))
    with pytest.raises(Locked, match="its passphrase is needed"):
        verify(str(backup))
    backup.write_bytes(backup.read_bytes()[:-10])
    with pytest.raises(WorkbookError, match="does not verify"):
        verify(str(backup), say("right passphrase"))


def test_an_age_file_of_something_else_is_no_backup(tmp_path: Path) -> None:
    other = tmp_path / "b.age"
    other.write_bytes(pyrage.passphrase.encrypt(b"a letter", PASSPHRASE))
    with pytest.raises(WorkbookError, match="is no backup of Coalition"):
        verify(str(other), say())


def repacked(backup: Path, change: Callable[[Path, dict[str, object]], None]) -> Path:
    """The backup, changed, with every checksum right, as another program would make it."""
    with bundle.opened(str(backup)) as source:
        database = backup.with_name("inside")
        database.touch()
        source.unpack(str(database))
        manifest = json.loads(bundle.as_text(source.manifest))
    change(database, manifest)
    size, digest = bundle.measured(str(database))
    manifest["parts"]["workbook.coalition"] = {"bytes": size, "sha256": digest}
    made = bundle.from_text(json.dumps(manifest))
    backup.write_bytes(b"".join(packed(made, {bundle.WORKBOOK: str(database)})))
    return backup


def test_one_of_a_newer_version_is_refused(path: Path, backup: Path) -> None:
    repacked(backup, lambda _, manifest: manifest.update(schema=999))
    with pytest.raises(WorkbookError, match="newer Coalition"):
        restore(str(path), str(backup))


def execute(database: Path, statement: str) -> None:
    connection = sqlite3.connect(database)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_the_version_of_the_database_itself_counts_too(path: Path, backup: Path) -> None:
    repacked(backup, lambda database, _: execute(database, "PRAGMA user_version = 999"))
    with pytest.raises(WorkbookError, match="newer Coalition"):
        restore(str(path), str(backup))


def test_a_damaged_database_in_a_whole_backup_is_refused(path: Path, backup: Path) -> None:
    before = in_file(path)
    gone = "DELETE FROM workbook_source"
    repacked(backup, lambda database, _: execute(database, gone))
    with pytest.raises(WorkbookError, match="refers to a row of source that is gone"):
        restore(str(path), str(backup))
    assert in_file(path) == before


def test_a_database_of_others_in_a_whole_backup_is_refused(path: Path, backup: Path) -> None:
    repacked(backup, lambda database, _: execute(database, "PRAGMA application_id = 1"))
    with pytest.raises(WorkbookError, match="no workbook of Coalition"):
        restore(str(path), str(backup))


def test_one_too_large_for_the_disk_is_refused(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coalition.workbook import restoring

    usage = restoring.shutil.disk_usage(path)._replace(free=1000)
    monkeypatch.setattr(restoring.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(WorkbookError, match="no room"):
        restore(str(path), str(backup))


def test_an_older_one_is_brought_up_to_date(path: Path, backup: Path) -> None:
    from coalition.workbook import restoring

    asked = []
    migrate = restoring.migrate_file
    restoring.migrate_file = lambda file, key: asked.append(file) or migrate(file, key)
    now = restoring.version
    restoring.version = lambda: now() + 1
    try:
        restore(str(path), str(backup))
    finally:
        restoring.migrate_file, restoring.version = migrate, now
    assert asked
    assert in_file(path)["ties"]


def test_it_waits_for_those_who_use_the_workbook_and_says_so(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening.alone.__wrapped__, "__defaults__", (0.1,))
    with (
        open_workbook(str(path)),
        pytest.raises(WorkbookError, match="in use by another program"),
    ):
        restore(str(path), str(backup))


def test_a_full_disk_leaves_the_old_one(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = in_file(path)

    def full(self: object, target: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bundle.Bundle, "unpack", full)
    with pytest.raises(WorkbookError, match="disk is full"):
        restore(str(path), str(backup))
    assert in_file(path) == before
    assert not [name for name in names(tmp_path) if ".new-" in name]


def test_the_database_restored_is_one_that_sqlite_finds_whole(path: Path, backup: Path) -> None:
    restore(str(path), str(backup))
    connection = sqlite.connect(str(path))
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
