"""``coalition backup``, ``restore``, ``check`` and ``protect``."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from coalition.workbook import keys
from tests.cli.conftest import Run

PASSPHRASE = "a long passphrase"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's workbook, of two workspaces, and keys that are made with little work."""
    from coalition.workbook.opening import open_workbook

    monkeypatch.setattr(keys, "_MEMORY", 64)
    monkeypatch.setattr(keys, "_PASSES", 1)
    path = tmp_path / "data" / "own.coalition"
    monkeypatch.setenv("COALITION_WORKBOOK", str(path))
    for variable in ("COALITION_DATABASE_URL", "COALITION_PASSPHRASE_FILE"):
        monkeypatch.delenv(variable, raising=False)
    with open_workbook(str(path)) as workbook:
        workbook.add_space("client")
    return path


@pytest.fixture
def secret(tmp_path: Path) -> str:
    """A file with a passphrase."""
    (tmp_path / "secret").write_text(f"{PASSPHRASE}\n", "utf-8")
    return str(tmp_path / "secret")


def test_a_backup_is_made_verified_and_restored(run: Run, own: Path) -> None:
    done = run("backup", "b.zip")
    assert done.exit_code == 0
    assert re.fullmatch(
        r"Backed up 0 people, 0 facts, 0 sources to .*/b\.zip \(\d+ kB\), and read back\.\n",
        done.stdout,
    )
    done = run("restore", "b.zip", "--verify")
    assert done.exit_code == 0
    assert done.stdout.startswith("Verified: it has 0 people, 0 facts, 0 sources, as of 2")
    own.unlink()
    done = run("restore", "b.zip")
    assert done.exit_code == 0
    assert done.stdout.startswith(f"Restored {own}: it has 0 people")
    done = run("restore", "b.zip")
    assert f"is kept in {own}.before-restore-2" in done.stdout


def test_as_json(run: Run, own: Path) -> None:
    made = json.loads(run("backup", "b.zip", "--json").stdout)
    assert made["backup"].endswith("/b.zip")
    assert made["counts"] == {"people": 0, "facts": 0, "sources": 0}
    assert (made["encrypted"], made["workbook_encrypted"]) == (False, False)
    found = json.loads(run("restore", "b.zip", "--verify", "--json").stdout)
    assert found["workspaces"] == ["client", "main"]
    assert found["restored"] is None
    done = json.loads(run("restore", "b.zip", "--json").stdout)
    assert done["restored"] == str(own)
    assert Path(done["kept"]).exists()
    found = json.loads(run("check", "--json").stdout)
    assert found["sound"] is True
    assert [one["check"] for one in found["findings"]] == ["kept"]


def test_a_backup_with_a_passphrase(run: Run, secret: str, tmp_path: Path) -> None:
    for arguments in (("b.age",), ("c.zip", "--encrypt"), ("d.zip",)):
        done = run("backup", *arguments, "--passphrase-file", secret)
        assert done.exit_code == 0
        assert (tmp_path / arguments[0]).read_bytes().startswith(b"age-encryption.org/v1")
    assert run("restore", "b.age", "--passphrase-file", secret).exit_code == 0
    (tmp_path / "secret").write_text("another passphrase", "utf-8")
    done = run("restore", "b.age", "--passphrase-file", secret)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "does not open with this passphrase" in done.stderr


def test_an_age_file_is_never_written_without_one(run: Run, tmp_path: Path) -> None:
    done = run("backup", "b.age")
    assert done.exit_code == 2
    assert "nobody to ask" in done.stderr
    assert not (tmp_path / "b.age").exists()


def test_what_is_there_is_replaced_only_by_force(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("a thesis")
    done = run("backup", "b.zip")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "no backup that Coalition made" in done.stderr
    assert run("backup", "b.zip", "--force").exit_code == 0


def test_without_a_workbook_there_is_nothing_to_keep(run: Run, own: Path, secret: str) -> None:
    own.unlink()
    for command in (("backup", "b.zip"), ("check",), ("protect", "--passphrase-file", secret)):
        done = run(*command)
        assert done.exit_code == 2
        assert f"There is no workbook at {own} yet" in done.stderr
    assert not own.exists()


def test_a_damaged_backup_is_refused(run: Run, tmp_path: Path) -> None:
    run("backup", "b.zip")
    content = bytearray((tmp_path / "b.zip").read_bytes())
    content[1000] ^= 1
    (tmp_path / "b.zip").write_bytes(content)
    for more in ((), ("--verify",)):
        done = run("restore", "b.zip", *more)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "does not verify" in done.stderr


def test_check_leaves_with_1_for_what_is_wrong(run: Run, own: Path) -> None:
    done = run("check")
    assert (done.exit_code, done.stdout) == (0, f"{own} is sound.\n")
    own.chmod(0o644)
    done = run("check")
    assert done.exit_code == 1
    assert "(its rights are 644). (--repair mends it)" in done.stdout
    assert stat.S_IMODE(own.stat().st_mode) == 0o644
    done = run("check", "--repair")
    assert done.exit_code == 0
    assert "Saved before anything was changed: " in done.stdout
    assert "Put right: " in done.stdout
    assert stat.S_IMODE(own.stat().st_mode) == 0o600


def test_what_was_repaired_as_json(run: Run, own: Path) -> None:
    own.chmod(0o644)
    found = json.loads(run("check", "--json").stdout)
    assert found["sound"] is False
    (first, *_) = found["findings"]
    assert (first["check"], first["repairable"], first["repaired"]) == ("rights", True, False)
    found = json.loads(run("check", "--repair", "--json").stdout)
    assert found["sound"] is True
    assert found["findings"][0]["repaired"] is True
    assert Path(found["backups"][0]).exists()


def test_protect_prints_the_recovery_key_once(run: Run, own: Path, secret: str) -> None:
    done = run("protect", "--passphrase-file", secret)
    assert done.exit_code == 0
    (recovery,) = re.findall(r"^    ((?:[0-9A-Z]{4}-){7}[0-9A-Z]{4})$", done.stdout, re.M)
    assert "shown this once and kept nowhere" in done.stdout
    Path(secret).write_text(recovery, "utf-8")
    assert run("check").exit_code == 2
    assert recovery not in Path(f"{own}.keys").read_text("utf-8")


def test_the_environment_names_the_passphrase(
    run: Run, own: Path, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COALITION_PASSPHRASE_FILE", secret)
    assert run("protect").exit_code == 0
    assert run("check").exit_code == 0
    assert run("backup", "b.zip").stdout.startswith("Backed up the encrypted workbook with its")
    assert run("backup", "b.age").exit_code == 0
    assert run("restore", "b.zip").exit_code == 0
    assert run("restore", "b.age").exit_code == 0
    done = run("protect", "--remove")
    assert done.exit_code == 2
    assert "--yes" in done.stderr
    assert run("protect", "--remove", "--yes").exit_code == 0
    assert own.read_bytes().startswith(b"SQLite format 3")


def test_the_passphrase_and_the_recovery_key_are_changed(
    run: Run, secret: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COALITION_PASSPHRASE_FILE", secret)
    first = json.loads(run("protect", "--json").stdout)["recovery_key"]
    done = run("protect", "--change-passphrase")
    assert done.exit_code == 2  # the one in the environment is the old one, never the new one too
    new = tmp_path / "new"
    new.write_text("another passphrase\n", "utf-8")
    done = run("protect", "--change-passphrase", "--passphrase-file", str(new))
    assert done.exit_code == 0
    assert run("check").exit_code == 2
    monkeypatch.setenv("COALITION_PASSPHRASE_FILE", str(new))
    assert run("check").exit_code == 0
    done = run("protect", "--new-recovery-key")
    (second,) = re.findall(r"^    ((?:[0-9A-Z]{4}-){7}[0-9A-Z]{4})$", done.stdout, re.M)
    for recovery, code in ((first, 2), (second, 0)):
        new.write_text(recovery, "utf-8")
        assert run("check").exit_code == code


def test_a_passphrase_is_typed_twice_and_unseen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from coalition.cli import passphrases

    monkeypatch.setattr(passphrases, "_is_terminal", lambda: True)
    done = run("protect", input=f"{PASSPHRASE}\n{PASSPHRASE} no\n{PASSPHRASE}\n{PASSPHRASE}\n")
    assert done.exit_code == 0
    assert "do not match" in done.stderr
    assert PASSPHRASE not in done.output
    assert run("check", input=f"{PASSPHRASE}\n").exit_code == 0
    assert run("check", input="wrong passphrase\n").exit_code == 2


@pytest.mark.parametrize("typed", ["", "\n", "short\n"])
def test_a_short_passphrase_is_refused(run: Run, own: Path, secret: str, typed: str) -> None:
    Path(secret).write_text(typed, "utf-8")
    for command in (("protect",), ("backup", "b.age")):
        done = run(*command, "--passphrase-file", secret)
        assert (done.exit_code, done.stdout) == (2, "")
        assert re.search("too short|has no passphrase", done.stderr)
    assert own.read_bytes().startswith(b"SQLite format 3")


def test_older_copies_that_are_not_encrypted_are_named(run: Run, secret: str) -> None:
    run("backup", "b.zip")
    run("restore", "b.zip")
    done = run("protect", "--passphrase-file", secret)
    assert done.exit_code == 0
    assert ".before-restore-2" in done.stderr


def test_restoring_a_plain_one_over_an_encrypted_one_is_told(run: Run, secret: str) -> None:
    run("backup", "b.zip")
    run("protect", "--passphrase-file", secret)
    done = run("restore", "b.zip")
    assert done.exit_code == 0
    assert "it is not encrypted, as the one before was" in done.stderr


def test_a_database_is_not_encrypted_by_us(run: Run) -> None:
    done = run("--workbook", "postgresql://team@db.example/team", "protect")
    assert done.exit_code == 2
    assert "its server keeps" in done.stderr


def test_without_a_keyring_it_is_said(
    run: Run, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COALITION_PASSPHRASE_FILE", secret)
    run("protect")
    monkeypatch.setitem(sys.modules, "keyring", None)
    done = run("protect", "--remember")
    assert done.exit_code == 2
    assert "coalition[keyring]" in done.stderr
    assert run("protect", "--forget").stdout == "It was not remembered.\n"


def test_where_an_older_workbook_is_kept_is_told(run: Run, own: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(own)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    done = run("check")
    assert f"is kept in {own}.version-0-2" in done.stderr
    assert done.exit_code == 0


def test_only_our_sentence_is_on_standard_error(
    run: Run, own: Path, secret: str, tmp_path: Path
) -> None:
    """Whatever SQLCipher would like to add where keys and file do not fit."""
    run("protect", "--passphrase-file", secret)
    content = bytearray(own.read_bytes())
    content[100:4000] = os.urandom(3900)
    own.write_bytes(content)
    code = (
        "from coalition.workbook import keys; keys._MEMORY = 64; keys._PASSES = 1\n"
        "import sys; from coalition.__main__ import run; sys.argv[1:] = ['check']; run()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COALITION_PASSPHRASE_FILE": secret},
    )
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"coalition: The workbook {own} cannot be used, as it is damaged")


@pytest.mark.parametrize("command", ["backup", "restore", "check", "protect"])
def test_help_has_examples(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert f"coalition {command}" in done.stdout
