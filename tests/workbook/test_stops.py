"""A process killed at any step of what replaces a workbook's file leaves the old or the new."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coalition.errors import Locked
from coalition.workbook import restoring, schema
from coalition.workbook.backup import back_up
from coalition.workbook.checking import check
from coalition.workbook.keeping import kept_of
from coalition.workbook.opening import open_workbook
from coalition.workbook.protection import (
    change_passphrase,
    change_recovery_key,
    protect,
    unprotect,
)
from coalition.workbook.restoring import restore, verify

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")

OLD, NEW = "the old passphrase", "the new passphrase"
_STEPS = {"open", "os.rename", "os.remove", "os.link", "os.truncate", "os.chmod"}


def killed_at(step: int, folder: Path, work: Callable[[], object]) -> bool:
    """Do the work in a process that is killed before its ``step``-th change of the folder; gives
    whether it was.
    """
    child = os.fork()
    if not child:
        code = 1
        try:
            _kill_before(step, folder)
            work()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 9)
    return os.waitstatus_to_exitcode(status) == 9


def _kill_before(step: int, folder: Path) -> None:
    left = [step]

    def count(event: str, arguments: tuple[object, ...]) -> None:
        if event in _STEPS and str(arguments[0]).startswith(str(folder)):
            left[0] -= 1
            if not left[0]:
                os._exit(9)

    sys.addaudithook(count)


def opened(path: Path) -> tuple[str, ...]:
    """The workspaces, with whatever passphrase opens it; ``check`` finds nothing wrong."""
    for secret in (OLD, NEW):
        try:
            with open_workbook(str(path), ask=lambda _, s=secret: s, create=False) as workbook:
                wrong = [one for one in check(workbook) if one.grave and one.check != "kept"]
                assert wrong == []
                return workbook.spaces()
        except Locked:
            continue
    raise AssertionError("nothing opens it")


def at_every_step(
    folder: Path, scratch: Path, work: Callable[[], object], looked: Callable[[], object]
) -> list[object]:
    """What is seen after a stop at each step, and at last after none."""
    shutil.copytree(folder, scratch)
    seen = []
    for step in range(1, 200):
        was_killed = killed_at(step, folder, work)
        seen.append(looked())
        if not was_killed:
            return seen
        shutil.rmtree(folder)
        shutil.copytree(scratch, folder)
    raise AssertionError("it never ends")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a workbook of one workspace, ``old``."""
    folder = tmp_path / "data"
    folder.mkdir()
    with open_workbook(str(folder / "w")) as workbook:
        workbook.add_space("old")
    return folder


def backup_of(tmp_path: Path, secret: str) -> str:
    """A backup of another workbook of one workspace, ``new``."""
    path = tmp_path / "other"
    with open_workbook(str(path)) as workbook:
        workbook.add_space("new")
    if secret:
        protect(str(path), secret)
    with open_workbook(str(path), ask=lambda _: secret) as workbook:
        back_up(workbook, str(tmp_path / "b.zip"))
    return str(tmp_path / "b.zip")


@pytest.mark.parametrize("before", ["", OLD])
@pytest.mark.parametrize("after", ["", NEW])
def test_restoring(folder: Path, tmp_path: Path, before: str, after: str) -> None:
    path, backup = folder / "w", backup_of(tmp_path, after)
    if before:
        protect(str(path), before)
    seen = at_every_step(
        folder,
        tmp_path / "scratch",
        lambda: restore(str(path), backup, lambda _: after),
        lambda: opened(path),
    )
    assert seen[0] == ("main", "old")
    assert seen[-1] == ("main", "new")
    assert len(seen) > 6
    assert set(seen) == {seen[0], seen[-1]}


def test_restoring_what_had_another_passphrase(folder: Path, tmp_path: Path) -> None:
    path, backup = folder / "w", str(tmp_path / "b.zip")
    protect(str(path), OLD)
    with open_workbook(str(path), ask=lambda _: OLD) as workbook:
        back_up(workbook, backup)
    change_passphrase(str(path), lambda _: OLD, lambda: NEW)
    with open_workbook(str(path), ask=lambda _: NEW) as workbook:
        workbook.add_space("later")
    seen = at_every_step(
        folder,
        tmp_path / "scratch",
        lambda: restore(str(path), backup, lambda _: OLD),
        lambda: opened(path),
    )
    assert set(seen) == {("later", "main", "old"), ("main", "old")}


def test_restoring_over_what_has_changes_in_a_log_that_cannot_be_settled(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, backup = folder / "w", backup_of(tmp_path, "")
    protect(str(path), OLD)
    monkeypatch.setattr(restoring, "_settle", lambda *_: None)
    lone = tmp_path / "lone"
    lone.mkdir()
    with open_workbook(str(path), ask=lambda _: OLD) as workbook:
        workbook.add_space("unsaved")
        for ending in ("", "-wal", ".keys"):
            shutil.copy(f"{path}{ending}", f"{lone / 'w'}{ending}")
    assert (lone / "w-wal").stat().st_size
    seen = at_every_step(
        lone,
        tmp_path / "scratch",
        lambda: restore(str(lone / "w"), backup),
        lambda: opened(lone / "w"),
    )
    assert set(seen) == {("main", "old", "unsaved"), ("main", "new")}
    assert not [entry for entry in lone.iterdir() if "aside" in entry.name]


def test_protecting(folder: Path, tmp_path: Path) -> None:
    path = folder / "w"
    seen = at_every_step(
        folder, tmp_path / "scratch", lambda: protect(str(path), NEW), lambda: opened(path)
    )
    assert set(seen) == {("main", "old")}
    assert not path.read_bytes().startswith(b"SQLite")


def test_decrypting(folder: Path, tmp_path: Path) -> None:
    path = folder / "w"
    protect(str(path), OLD)
    seen = at_every_step(
        folder, tmp_path / "scratch", lambda: unprotect(str(path), lambda _: OLD),
        lambda: opened(path),
    )  # fmt: skip
    assert set(seen) == {("main", "old")}
    assert path.read_bytes().startswith(b"SQLite")


def test_changing_what_opens_it(folder: Path, tmp_path: Path) -> None:
    path = folder / "w"
    protect(str(path), OLD)

    def work() -> None:
        change_recovery_key(str(path), lambda _: OLD)
        change_passphrase(str(path), lambda _: OLD, lambda: NEW)

    seen = at_every_step(folder, tmp_path / "scratch", work, lambda: opened(path))
    assert set(seen) == {("main", "old")}


def test_migrating(folder: Path, tmp_path: Path) -> None:
    path = folder / "w"
    protect(str(path), OLD)
    with pytest.MonkeyPatch.context() as patch:
        later = schema.version() + 1
        for name, module in list(sys.modules.items()):
            if name.startswith("coalition.workbook.") and hasattr(module, "version"):
                patch.setattr(module, "version", lambda: later)
        work = lambda: opened(path)  # noqa: E731
        seen = at_every_step(folder, tmp_path / "scratch", work, work)
    assert set(seen) == {("main", "old")}
    (kept,) = (one for one in kept_of(str(path)) if ".version-" in one.path)
    assert not kept.plain
    assert opened(Path(kept.path)) == ("main", "old")  # by its own keys


def test_backing_up(folder: Path, tmp_path: Path) -> None:
    """The backup is the earlier one or the new one, whole."""
    path, backup = folder / "w", folder / "b.zip"

    def work() -> None:
        with open_workbook(str(path)) as workbook:
            back_up(workbook, str(backup))

    work()
    with open_workbook(str(path)) as workbook:
        workbook.add_space("later")

    def looked() -> object:
        assert opened(path) == ("later", "main", "old")
        return verify(str(backup)).spaces

    seen = at_every_step(folder, tmp_path / "scratch", work, looked)
    assert set(seen) == {("main", "old"), ("later", "main", "old")}
