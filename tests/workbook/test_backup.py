import hashlib
import json
import os
import sqlite3
import threading
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pyrage
import pytest

from coalition.errors import OutputError, WorkbookError
from coalition.workbook.backup import Done, back_up
from coalition.workbook.bundle import opened
from coalition.workbook.opening import open_workbook
from coalition.workbook.protection import protect
from coalition.workbook.restoring import verify
from tests.workbook.filling import names


def save(path: Path, target: Path, passphrase: str | None = None, **more: bool) -> Done:
    with open_workbook(str(path), ask=lambda _: "a long passphrase") as workbook:
        return back_up(workbook, str(target), passphrase, **more)


def test_a_backup_is_a_zip_that_anybody_can_unpack(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "b.zip"
    save(path, target)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["README.txt", "manifest.json", "workbook.coalition"]
        archive.extract("workbook.coalition", tmp_path)
        assert "by hand" in archive.read("README.txt").decode()
    connection = sqlite3.connect(tmp_path / "workbook.coalition")
    names = connection.execute("SELECT name FROM workbook_person ORDER BY name").fetchall()
    connection.close()
    assert ("Ada Byrne",) in names


def test_it_says_of_itself_when_and_with_what_it_was_made(path: Path, tmp_path: Path) -> None:
    save(path, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
        database = archive.read("workbook.coalition")
    assert manifest["counts"] == {"people": 4, "facts": 9, "sources": 1}
    assert manifest["schema"] >= 1
    assert manifest["made"].endswith("Z")
    part = {"bytes": len(database), "sha256": hashlib.sha256(database).hexdigest()}
    assert manifest["parts"] == {"workbook.coalition": part}


def test_its_last_characters_are_the_checksum_of_all_before(path: Path, tmp_path: Path) -> None:
    save(path, tmp_path / "b.zip")
    content = (tmp_path / "b.zip").read_bytes()
    assert content[:-64].endswith(b"coalition sha256:")
    assert content[-64:].decode() == hashlib.sha256(content[:-64]).hexdigest()


def test_a_backup_is_for_its_owners_eyes_only(path: Path, tmp_path: Path) -> None:
    save(path, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").stat().st_mode & 0o777 == 0o600


def test_an_encrypted_workbook_stays_encrypted_and_its_keys_travel(
    path: Path, tmp_path: Path
) -> None:
    protect(str(path), "a long passphrase")
    save(path, tmp_path / "b.zip")
    content = (tmp_path / "b.zip").read_bytes()
    assert b"Byrne" not in content
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        keys = json.loads(archive.read("workbook.coalition.keys"))
        assert json.loads(archive.read("manifest.json"))["counts"] == {}
        assert not archive.read("workbook.coalition").startswith(b"SQLite")
    secrets = [wrap["secret"] for wrap in keys["files"][0]["wraps"]]
    assert secrets == ["passphrase", "recovery key"]


def test_with_a_passphrase_it_is_an_age_file(path: Path, tmp_path: Path) -> None:
    save(path, tmp_path / "b.age", "another passphrase")
    content = (tmp_path / "b.age").read_bytes()
    assert content.startswith(b"age-encryption.org/v1\n-> scrypt ")
    inside = pyrage.passphrase.decrypt(content, "another passphrase")
    assert "workbook.coalition" in zipfile.ZipFile(BytesIO(inside)).namelist()


def test_it_is_of_one_moment_while_others_write(path: Path, tmp_path: Path) -> None:
    """Each writer's people come in pairs, in one transaction: never one without the other."""
    from coalition.workbook.models import Person

    stop = threading.Event()

    def write() -> None:
        with open_workbook(str(path)) as workbook:
            space = workbook.space()
            while not stop.is_set():
                pair = [Person(workspace_id=space.id, name=f"Twin {side}") for side in "ab"]
                with space.all_or_nothing():
                    for one in pair:
                        space.add([one])

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(8):
            save(path, tmp_path / f"{number}.zip")
    finally:
        stop.set()
        writer.join()
    for number in range(8):
        people = verify(str(tmp_path / f"{number}.zip")).counts["people"]
        assert people % 2 == 0


def test_an_earlier_backup_is_replaced(path: Path, tmp_path: Path) -> None:
    save(path, tmp_path / "b.zip")
    save(path, tmp_path / "b.zip")
    save(path, tmp_path / "b.age", "another passphrase")
    save(path, tmp_path / "b.age", "another passphrase")
    assert verify(str(tmp_path / "b.zip")).counts["people"] == 4


def test_a_file_that_is_no_backup_is_not_replaced_unless_forced(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "thesis.zip"
    target.write_text("years of work")
    with pytest.raises(OutputError, match="--force"):
        save(path, target)
    assert target.read_text() == "years of work"
    save(path, target, replace=True)
    assert verify(str(target)).counts["people"] == 4


def test_an_age_file_of_others_is_not_replaced(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "theirs.age"
    target.write_bytes(pyrage.passphrase.encrypt(b"a letter", "their passphrase"))
    with pytest.raises(OutputError, match="no backup that Coalition made with this passphrase"):
        save(path, target, "another passphrase")


@pytest.mark.parametrize("ending", ["", ".keys", "-wal"])
def test_the_workbook_itself_is_never_replaced(path: Path, ending: str) -> None:
    with pytest.raises(OutputError, match="the workbook itself"):
        save(path, Path(f"{path}{ending}"), replace=True)


def test_a_link_to_the_workbook_is_the_workbook(path: Path, tmp_path: Path) -> None:
    (tmp_path / "hard").hardlink_to(path)
    (tmp_path / "soft").symlink_to(path)
    for name in ("hard", "soft"):
        with pytest.raises(OutputError, match="the workbook itself"):
            save(path, tmp_path / name, replace=True)


def test_where_it_cannot_be_written_it_is_said(path: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="there is no folder"):
        save(path, tmp_path / "nowhere" / "b.zip")
    with pytest.raises(OutputError, match="folder or a device"):
        save(path, tmp_path)


def test_nothing_is_left_beside_the_workbook(path: Path, tmp_path: Path) -> None:
    save(path, tmp_path / "b.zip")
    assert not [name for name in names(tmp_path) if ".copy-" in name]


def test_a_copy_that_a_stop_left_is_removed_by_the_next_backup(path: Path, tmp_path: Path) -> None:
    left, recent = (tmp_path / f".{path.name}.copy-{name}" for name in ("0", "1"))
    left.touch()
    recent.touch()
    os.utime(left, (1, 1))
    save(path, tmp_path / "b.zip")
    assert not left.exists()
    assert recent.exists()  # another backup may be at it


def test_what_does_not_read_back_is_no_backup(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coalition.workbook import backup

    whole = backup.write_whole

    save(path, tmp_path / "good.zip")
    good = (tmp_path / "good.zip").read_bytes()

    def failing(target: str, content: object, **more: Any) -> None:
        written = bytearray(b"".join(content))  # type: ignore[call-overload]
        written[len(written) // 2] ^= 1
        whole(target, bytes(written), **more)

    monkeypatch.setattr(backup, "write_whole", failing)
    before = names(tmp_path)
    for name in ("b.zip", "good.zip"):
        with pytest.raises(OutputError, match=r"does not read back.*/\w+\.zip does not verify"):
            save(path, tmp_path / name)
    assert (tmp_path / "good.zip").read_bytes() == good
    assert names(tmp_path) == before


def test_a_workbook_without_its_keys_is_not_backed_up(path: Path, tmp_path: Path) -> None:
    protect(str(path), "a long passphrase")
    with open_workbook(str(path), ask=lambda _: "a long passphrase") as workbook:
        Path(f"{path}.keys").unlink()
        with pytest.raises(WorkbookError, match="does not hold the keys"):
            back_up(workbook, str(tmp_path / "b.zip"))
    assert not (tmp_path / "b.zip").exists()


def test_the_parts_are_compressed_and_large_ones_fit(path: Path, tmp_path: Path) -> None:
    save(path, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").stat().st_size < path.stat().st_size / 2
    with opened(str(tmp_path / "b.zip")) as backup:
        backup.check_parts()
