import os
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest

from coalition.errors import InputError, Locked, MissingExtra, WorkbookError
from coalition.workbook import backend, driver, keys, protection
from coalition.workbook.backend import base
from coalition.workbook.driver import sqlite
from coalition.workbook.file import State, look_at
from coalition.workbook.opening import open_workbook
from coalition.workbook.protection import (
    change_passphrase,
    change_recovery_key,
    forget_key,
    protect,
    remember_key,
    unprotect,
)
from tests.workbook.filling import in_file, names

PASSPHRASE = "a long passphrase"

assert backend


def say(secret: str = PASSPHRASE) -> Callable[[str], str]:
    return lambda _: secret


def never(_: str) -> str:
    raise AssertionError("asked")


def test_the_passphrase_and_the_recovery_key_open_it(path: Path) -> None:
    before = in_file(path)
    recovery = protect(str(path), PASSPHRASE)
    assert in_file(path, PASSPHRASE) == before
    assert in_file(path, recovery) == before
    typed = recovery.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert in_file(path, typed) == before


def test_nothing_in_the_file_can_be_read(path: Path, tmp_path: Path) -> None:
    protect(str(path), PASSPHRASE)
    assert look_at(str(path)).state is State.SEALED
    for name in names(tmp_path):
        content = (tmp_path / name).read_bytes()
        assert b"Byrne" not in content
        assert b"CREATE TABLE" not in content
        assert PASSPHRASE.encode() not in content


def test_what_the_file_is_of_is_carried_over(path: Path) -> None:
    protect(str(path), PASSPHRASE)
    unprotect(str(path), say())
    connection = sqlite.connect(str(path))
    assert connection.execute("PRAGMA application_id").fetchone() == (0x436F616C,)
    assert connection.execute("PRAGMA user_version").fetchone()[0] > 0
    connection.close()


def test_ids_go_on_where_they_were(path: Path) -> None:
    """No id of a row that is gone is given again."""
    from coalition.workbook.models import Person

    with open_workbook(str(path)) as workbook:
        space = workbook.space()
        (last,) = space.add([Person(workspace_id=space.id, name="Eve Gray")])
        last_id = last.pk
        last.delete()
    protect(str(path), PASSPHRASE)
    with open_workbook(str(path), ask=say()) as workbook:
        (new,) = workbook.space().add([Person(workspace_id=space.id, name="Finn Hall")])
    assert new.pk > last_id


@pytest.mark.parametrize("passphrase", ["", "short", "       x"])
def test_a_short_passphrase_is_refused(path: Path, passphrase: str) -> None:
    with pytest.raises(InputError, match="too short"):
        protect(str(path), passphrase)
    assert look_at(str(path)).state is State.PLAIN


def test_a_wrong_passphrase_opens_and_changes_nothing(path: Path, tmp_path: Path) -> None:
    protect(str(path), PASSPHRASE)
    before = {name: (tmp_path / name).read_bytes() for name in names(tmp_path)}
    with pytest.raises(Locked, match="neither the passphrase nor the recovery key"):
        open_workbook(str(path), ask=say("wrong passphrase"))
    with pytest.raises(Locked):
        unprotect(str(path), say("wrong passphrase"))
    with pytest.raises(Locked):
        change_passphrase(str(path), say("wrong passphrase"), lambda: "new passphrase")
    with pytest.raises(Locked):
        change_recovery_key(str(path), say("wrong passphrase"))
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == before


def test_the_passphrase_can_be_changed(path: Path) -> None:
    recovery = protect(str(path), PASSPHRASE)
    change_passphrase(str(path), say(), lambda: "a new passphrase")
    assert in_file(path, "a new passphrase")["ties"]
    assert in_file(path, recovery)["ties"]
    with pytest.raises(Locked):
        in_file(path, PASSPHRASE)


def test_a_forgotten_passphrase_is_replaced_by_the_recovery_key(path: Path) -> None:
    recovery = protect(str(path), PASSPHRASE)
    change_passphrase(str(path), say(recovery), lambda: "a new passphrase")
    assert in_file(path, "a new passphrase")["ties"]


def test_a_short_new_passphrase_changes_nothing(path: Path) -> None:
    protect(str(path), PASSPHRASE)
    with pytest.raises(InputError, match="too short"):
        change_passphrase(str(path), say(), lambda: "short")
    assert in_file(path, PASSPHRASE)["ties"]


def test_a_new_recovery_key_takes_the_place_of_the_old(path: Path) -> None:
    old = protect(str(path), PASSPHRASE)
    new = change_recovery_key(str(path), say())
    assert in_file(path, new)["ties"]
    assert in_file(path, PASSPHRASE)["ties"]
    with pytest.raises(Locked):
        in_file(path, old)


def test_it_can_be_decrypted_again(path: Path) -> None:
    before = in_file(path)
    protect(str(path), PASSPHRASE)
    unprotect(str(path), say())
    assert in_file(path) == before
    assert not Path(f"{path}.keys").exists()


def test_what_cannot_be_done_is_said(path: Path, tmp_path: Path) -> None:
    with pytest.raises(WorkbookError, match="no workbook at"):
        protect(str(tmp_path / "none"), PASSPHRASE)
    with pytest.raises(WorkbookError, match="is not encrypted"):
        unprotect(str(path), say())
    with pytest.raises(WorkbookError, match="is not encrypted"):
        change_recovery_key(str(path), say())
    protect(str(path), PASSPHRASE)
    with pytest.raises(WorkbookError, match="encrypted already"):
        protect(str(path), PASSPHRASE)


def test_without_a_cipher_nothing_is_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the driver only says that it encrypts, what it wrote would be readable by all."""

    class Mute:
        def __init__(self, connection: object) -> None:
            self._connection = connection

        def execute(self, query: str, *more: object) -> object:
            if query == "PRAGMA cipher_version":
                return types.SimpleNamespace(fetchone=lambda: None)
            return self._connection.execute(query, *more)  # type: ignore[attr-defined]

        def __getattr__(self, name: str) -> object:
            return getattr(self._connection, name)

    give = base.give_key
    mute = lambda connection, *more: give(Mute(connection), *more)  # noqa: E731
    monkeypatch.setattr(protection, "give_key", mute)
    with pytest.raises(WorkbookError, match="cannot encrypt"):
        protect(str(path), PASSPHRASE)
    assert in_file(path)["ties"]
    assert not Path(f"{path}.keys").exists()
    monkeypatch.setattr(protection, "give_key", give)
    protect(str(path), PASSPHRASE)
    monkeypatch.setattr(base, "give_key", mute)
    with pytest.raises(WorkbookError, match="cannot encrypt"):
        in_file(path, PASSPHRASE)


def test_without_the_package_it_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protection, "CAN_ENCRYPT", False)
    with pytest.raises(WorkbookError, match="no package sqlcipher3"):
        protect(str(path), PASSPHRASE)
    assert driver.CAN_ENCRYPT


def test_keys_of_another_workbook_are_no_keys(path: Path, tmp_path: Path) -> None:
    protect(str(path), PASSPHRASE)
    other = tmp_path / "other.coalition"
    other.write_bytes(path.read_bytes())
    with pytest.raises(WorkbookError, match=r"keys are missing: .*other\.coalition\.keys"):
        in_file(other, PASSPHRASE)
    found = keys.read_beside(str(path))
    wrong = tuple(keys.Keys(os.urandom(16), each.wraps) for each in found)
    keys.write_beside(str(other), wrong)
    with pytest.raises(WorkbookError, match="keys are missing"):
        in_file(other, PASSPHRASE)


def test_the_readable_file_is_overwritten_but_not_what_is_kept(path: Path, tmp_path: Path) -> None:
    with path.open("rb") as old:
        protect(str(path), PASSPHRASE)
        assert not any(old.read())
    unprotect(str(path), say())
    (tmp_path / "kept").hardlink_to(path)
    protect(str(path), PASSPHRASE)
    assert in_file(tmp_path / "kept")["ties"]


def test_only_our_sentence_is_on_standard_error(path: Path) -> None:
    """SQLCipher writes lines of its own where a key is wrong, unless it is told not to."""
    protect(str(path), PASSPHRASE)
    code = f"""
import os
from coalition.workbook.backend.base import connect
from coalition.workbook.faults import told
with told("it"):
    connect({str(path)!r}, os.urandom(48))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    *trace, last = done.stderr.splitlines()
    assert "file is not a database" in done.stderr
    assert last.startswith("coalition.errors.WorkbookError: The workbook it cannot be used")
    allowed = ("Traceback", "  ", "sqlcipher3", "The above", "coalition.errors", "During")
    assert all(line.startswith(allowed) or not line for line in trace)


class Keyring(types.ModuleType):
    """A keyring in memory that can fail."""

    def __init__(self) -> None:
        super().__init__("keyring")
        self.kept: dict[tuple[str, str], str] = {}
        self.fails = False

    def _answer(self) -> None:
        if self.fails:
            raise RuntimeError("the keyring is locked")

    def get_password(self, service: str, name: str) -> str | None:
        self._answer()
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, text: str) -> None:
        self._answer()
        self.kept[service, name] = text

    def delete_password(self, service: str, name: str) -> None:
        self._answer()
        del self.kept[service, name]


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    """The system's keyring, of this test alone."""
    made = Keyring()
    monkeypatch.setitem(sys.modules, "keyring", made)
    return made


def test_a_remembered_key_is_not_asked_for(path: Path, keyring: Keyring) -> None:
    protect(str(path), PASSPHRASE)
    remember_key(str(path), say())
    with open_workbook(str(path), ask=never) as workbook:
        assert workbook.spaces() == ("main",)
    assert forget_key(str(path))
    assert not keyring.kept
    assert not forget_key(str(path))
    with pytest.raises(AssertionError, match="asked"):
        open_workbook(str(path), ask=never)


def test_the_keyring_is_only_a_cache(path: Path, keyring: Keyring) -> None:
    protect(str(path), PASSPHRASE)
    remember_key(str(path), say())
    keyring.fails = True
    assert in_file(path, PASSPHRASE)["ties"]
    keyring.fails = False
    (name,) = keyring.kept
    for wrong in ("", "nonsense", keyring.kept[name][:40] + "A" * 24):
        keyring.kept[name] = wrong
        assert in_file(path, PASSPHRASE)["ties"]
    keyring.kept.clear()
    assert in_file(path, PASSPHRASE)["ties"]


def test_a_keyring_that_was_removed_is_not_missed(
    path: Path, keyring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    protect(str(path), PASSPHRASE)
    remember_key(str(path), say())
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert in_file(path, PASSPHRASE)["ties"]
    assert forget_key(str(path))


def test_without_a_keyring_it_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    protect(str(path), PASSPHRASE)
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(MissingExtra, match=r"coalition\[keyring\]"):
        remember_key(str(path), say())


def test_a_keyring_that_does_not_answer_is_named(path: Path, keyring: Keyring) -> None:
    protect(str(path), PASSPHRASE)
    keyring.fails = True
    with pytest.raises(WorkbookError, match="the keyring is locked"):
        remember_key(str(path), say())
    assert in_file(path, PASSPHRASE)["ties"]


def test_the_keyring_is_not_asked_for_what_it_never_got(path: Path, keyring: Keyring) -> None:
    """A locked keyring may ask the user to open it: not for nothing."""
    protect(str(path), PASSPHRASE)
    keyring.get_password = never  # type: ignore[assignment, method-assign]
    assert in_file(path, PASSPHRASE)["ties"]
