"""A backup brought back: checked from end to end, then put in the workbook's place, which is kept.

A stop at any moment leaves the old workbook or the new one, whole, with the keys that open it.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from coalition.disk import make_folder
from coalition.errors import OutputError, WorkbookError
from coalition.workbook import bundle, keys
from coalition.workbook.aside import end_aside, put_aside
from coalition.workbook.backup import back_up, counted
from coalition.workbook.bundle import Bundle, Manifest
from coalition.workbook.configuration import configure
from coalition.workbook.driver import sqlite
from coalition.workbook.faults import told
from coalition.workbook.file import is_workbook, look_at
from coalition.workbook.keeping import BEFORE_RESTORE, keep, kept_name
from coalition.workbook.migrating import settle
from coalition.workbook.opening import Ask, alone, new_file_beside, opened_with, take_place
from coalition.workbook.schema import migrate_file, refuse_newer, version
from coalition.workbook.soundness import stored_version, unsound

if TYPE_CHECKING:
    from coalition.workbook.opening import Workbook


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back, or would be.

    kept: where the old workbook, or workspace, stands now, "" where there was none.
    counts: what is in the new one. unlocked: the old one was encrypted and this one is not.
    """

    manifest: Manifest
    counts: dict[str, int]
    spaces: tuple[str, ...]
    kept: str = ""
    unlocked: bool = False


def verify(backup: str, ask: Ask | None = None) -> Restored:
    """Check a backup from end to end, and change nothing.

    ask: gives the passphrase of an encrypted backup, or of the workbook in it.

    Raises WorkbookError where it does not verify, Locked where its passphrase is needed.
    """
    configure()
    with opened(backup, ask) as source, unpacked(source, ask) as (path, key):
        counts, spaces = counted(path, key)
        return Restored(source.manifest, counts, spaces)


def restore(path: str, backup: str, ask: Ask | None = None) -> Restored:
    """Put the workbook in a backup in the place of the one at ``path``, which is kept beside it.

    ask: gives the passphrase of an encrypted backup, or of the workbook in it.

    Raises WorkbookError where the backup does not verify or the workbook is in use, Locked where
    its passphrase is needed or wrong; then nothing was changed.
    """
    configure()
    path = os.path.realpath(os.path.expanduser(path))
    with opened(backup, ask) as source:
        try:
            make_folder(os.path.dirname(path))
        except OutputError as fault:
            raise WorkbookError(str(fault)) from None
        if os.path.isdir(path):
            raise WorkbookError(f"{path} is a folder: give the name of a workbook's file.")
        with alone(path), told(path):
            _refuse_foreign(path)
            beside = new_file_beside(path)
            try:
                key, own = unpack(source, beside, ask)
                if stored_version(beside, key) < version():
                    migrate_file(beside, key)
                counts, spaces = counted(beside, key)
                kept, sealed = _swap(beside, path, key, own)
            except BaseException:
                end_aside(path)
                bundle.drop(beside)
                raise
        return Restored(source.manifest, counts, spaces, kept, sealed and key is None)


def _refuse_foreign(path: str) -> None:
    """Raise WorkbookError where something stands that never was a workbook, even a damaged one."""
    if not os.path.exists(path) or not os.path.getsize(path) or os.path.exists(keys.beside(path)):
        return
    try:
        look_at(path)
    except WorkbookError:
        if not is_workbook(path):
            raise WorkbookError(
                f"{path} is no workbook of Coalition: give another path with --workbook. Nothing "
                "was changed."
            ) from None


def _swap(beside: str, path: str, key: bytes | None, own: keys.Keys | None) -> tuple[str, bool]:
    """Put the new file in place; gives where the old one is kept and whether it was encrypted."""
    there = os.path.exists(path)
    sealed = there and _is_sealed(path)
    if there:
        _settle(path, key)
    kept = keep(path, BEFORE_RESTORE) if there else ""
    if own:  # both open while it is not certain which file stands there
        keys.write_beside(path, keys.joined(_keys_of(path), own))
    put_aside(path)  # what is in no file yet, of what cannot be opened: it is kept with that
    bundle.drop(f"{path}-shm")
    take_place(beside, path)
    end_aside(path)
    keys.write_beside(path, (own,) if own else ())
    return kept, sealed


def _settle(path: str, key: bytes | None) -> None:
    """Have what is in the old workbook's log written into it, if it can be opened at all."""
    for one in {None, key}:
        with suppress(sqlite.Error, OSError):
            settle(path, one)
            return


def _is_sealed(path: str) -> bool:
    with suppress(WorkbookError):
        return bool(look_at(path).salt)
    return False


def _keys_of(path: str) -> tuple[keys.Keys, ...]:
    with suppress(WorkbookError):
        return keys.read_beside(path)
    return ()


def opened(backup: str, ask: Ask | None) -> Bundle:
    """The backup, its passphrase asked for where it has one. Raises WorkbookError, Locked."""
    path = os.path.realpath(os.path.expanduser(backup))
    if not os.path.isfile(path):
        what = "a folder or a device" if os.path.exists(path) else "not there"
        raise WorkbookError(f"The backup {path} is {what}: give the file of a backup.")
    try:
        passphrase = ask(path) if ask and bundle.is_sealed(path) else None
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise WorkbookError(f"The backup {path} cannot be read ({reason}).") from None
    source = bundle.opened(path, passphrase)
    try:
        refuse_newer(f"The workbook in {path}", source.manifest.schema)
    except WorkbookError:
        source.close()
        raise
    return source


@contextmanager
def unpacked(source: Bundle, ask: Ask | None) -> Iterator[tuple[str, bytes | None]]:
    """The workbook in a backup as a file of its own, checked, and its key; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="coalition-") as folder, told(source.name):
        path = os.path.join(folder, bundle.WORKBOOK)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        key, _ = unpack(source, path, ask)
        yield path, key


def unpack(source: Bundle, path: str, ask: Ask | None) -> tuple[bytes | None, keys.Keys | None]:
    """Write the workbook in a backup to ``path`` and check it; gives its key, and its wraps.

    Raises WorkbookError where it is not whole, Locked where its passphrase is needed or wrong.
    """
    size, _ = source.manifest.parts[bundle.WORKBOOK]
    if size > shutil.disk_usage(os.path.dirname(path)).free:
        raise WorkbookError(
            f"There is no room for the workbook in {source.name} ({size / 1e6:,.0f} MB) in "
            f"{os.path.dirname(path)}: make room and try again. Nothing was changed."
        )
    source.unpack(path)
    found, text = look_at(path), source.keys()
    key, own = None, None
    if found.salt:
        own = keys.of_file(keys.from_text(text or "{}", f"The backup {source.name}"), found.salt)
        if own is None:
            raise WorkbookError(f"The backup {source.name} does not hold the keys of its workbook.")
        key = opened_with(own, ask, f"the workbook in {source.name}")
    wrong = unsound(path, key)
    if wrong:
        raise WorkbookError(
            f"The workbook in {source.name} is damaged, and was when it was backed up: {wrong[0]} "
            "Take an earlier backup. Nothing was changed."
        )
    refuse_newer(f"The workbook in {source.name}", stored_version(path, key))
    return key, own


def restore_space(
    workbook: "Workbook",
    name: str,
    backup: str,
    ask: Ask | None = None,
    *,
    other_name: bool = False,
) -> Restored:
    """Put the rows of a workspace in a backup in the place of those of a database's workspace, all
    or nothing. Those are kept in a backup of their own, beside the one that is restored.

    name: the workspace; "" for the one that workbooks begin with, or the only one in the backup.
    other_name: also where the workspace in the backup has another name than the one that it is to
    replace.

    Raises WorkbookError, Locked, OutputError; then nothing was changed.
    """
    from coalition.workbook.copying import into_space

    ask = cache(ask) if ask else None  # one passphrase for what is restored and what is kept
    kept: list[str] = []

    def keep_before(space: str) -> None:
        kept.append(_keep_space(workbook, space, backup, ask))

    with opened(backup, ask) as source, unpacked(source, ask) as (path, key):
        if stored_version(path, key) < version():
            migrate_file(path, key)
        counts, spaces = counted(path, key)
        into_space(workbook, name, path, key, keep_before, other_name=other_name)
        return Restored(source.manifest, counts, spaces, "".join(kept))


def _keep_space(workbook: "Workbook", space: str, backup: str, ask: Ask | None) -> str:
    """Back a workspace up beside a backup, or here if nothing can be written there; encrypted if
    that is, with its passphrase. Gives the path.
    """
    given = path = os.path.realpath(os.path.expanduser(backup))
    if not os.access(os.path.dirname(path), os.W_OK):
        path = os.path.realpath(os.path.basename(path))
    passphrase = ask(given) if ask and bundle.is_sealed(given) else None
    ending = ".zip" if passphrase is None else ".zip.age"
    return back_up(workbook, kept_name(path, BEFORE_RESTORE) + ending, passphrase, space=space).path
