"""A backup: a copy of the workbook as of one moment, in one file, read back before it is called
done.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from coalition import __version__
from coalition.disk import write_whole
from coalition.errors import OutputError, WorkbookError
from coalition.workbook import bundle, keys
from coalition.workbook.backend.base import connect
from coalition.workbook.bundle import KEYS, WORKBOOK, Manifest
from coalition.workbook.faults import told
from coalition.workbook.file import look_at
from coalition.workbook.schema import version

if TYPE_CHECKING:
    from coalition.workbook.opening import Workbook

_STALE = 3600.0
"""Seconds after which a copy that nobody has written to was left by a stop."""

_COUNTED = {
    "people": "SELECT count(*) FROM workbook_person WHERE merged_into_id IS NULL",
    "facts": "SELECT (SELECT count(*) FROM workbook_fact) + (SELECT count(*) FROM "
    "workbook_evidence) + (SELECT count(*) FROM workbook_tie) + (SELECT count(*) FROM "
    "workbook_touchpoint) + (SELECT count(*) FROM workbook_note)",
    "sources": "SELECT count(*) FROM workbook_source",
}


@dataclass(frozen=True, slots=True)
class Done:
    """A backup that was written and read back. size: in bytes."""

    path: str
    size: int
    manifest: Manifest


def back_up(
    workbook: "Workbook",
    target: str,
    passphrase: str | None = None,
    *,
    space: str = "",
    replace: bool = False,
) -> Done:
    """Write a backup of an open workbook to the file ``target``, whole or not at all.

    The copy is of one moment, whoever writes meanwhile. A file is copied as a whole, with its keys
    if it is encrypted; of a database one workspace is.

    passphrase: encrypts the backup, in the age format. space: the workspace, of a database.
    replace:    also a file that is no backup of ours.

    Raises OutputError where ``target`` cannot be written or may not be replaced.
    """
    path = os.path.realpath(os.path.expanduser(target))
    _check_target(workbook, path, passphrase, replace)
    with _copied(workbook, space) as (copy, key):
        manifest, parts = _described(workbook, copy, key)
        content: Any = bundle.packed(manifest, parts)
        if passphrase is not None:
            content = bundle.sealed(b"".join(content), passphrase)

        def read_back(beside: str) -> None:
            _read_back(beside, path, passphrase)

        write_whole(path, content, private=True, check=read_back)
    return Done(path, os.path.getsize(path), manifest)


def _read_back(beside: str, path: str, passphrase: str | None) -> None:
    """Raise OutputError where the backup that is to become ``path`` is not what was written."""
    try:
        with bundle.opened(beside, passphrase) as written:
            written.check_parts()
    except WorkbookError as fault:
        raise OutputError(
            "The backup does not read back as it was written "
            f"({str(fault).replace(beside, path)}) The disk may be failing: back up to another "
            f"one. What stood in {path} before still does."
        ) from None


def _check_target(workbook: "Workbook", path: str, passphrase: str | None, replace: bool) -> None:
    own = os.path.realpath(workbook.place)
    if path == own or path in (keys.beside(own), f"{own}-wal", f"{own}-shm", f"{own}-journal"):
        raise OutputError(f"{path} is the workbook itself: give another file for the backup.")
    if os.path.exists(path) and os.path.exists(own) and os.path.samefile(path, own):
        raise OutputError(f"{path} is the workbook itself: give another file for the backup.")
    if not os.path.exists(path):
        return
    if not os.path.isfile(path):
        raise OutputError(f"{path} is a folder or a device: give the name of a file.")
    if not replace and os.path.getsize(path) and not bundle.is_ours(path, passphrase):
        raise OutputError(
            f"{path} is there already, and is no backup that Coalition made"
            + (" with this passphrase" if bundle.is_sealed(path) else "")
            + ": give another name, or --force to replace it."
        )


@contextmanager
def _copied(workbook: "Workbook", space: str) -> Iterator[tuple[str, bytes | None]]:
    """A copy of the workbook as of one moment, and its key; gone afterwards."""
    from django.db import connections

    connection = connections[workbook.alias]
    if connection.vendor == "postgresql":
        from coalition.workbook.copying import as_file

        with as_file(workbook, space) as copy:
            yield copy, None
        return
    copy = _new_copy(workbook)
    try:
        with told(workbook.place), connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [copy])
        yield copy, connection.settings_dict["OPTIONS"]["key"]
    finally:
        bundle.drop(copy)


def _new_copy(workbook: "Workbook") -> str:
    """An empty file for the owner's eyes only: beside the workbook, on the disk that is trusted
    with it, not beside the backup.
    """
    folder, name = os.path.split(workbook.place)
    if not workbook.writable or not os.access(folder, os.W_OK):
        import tempfile

        handle, path = tempfile.mkstemp(prefix="coalition-")
        os.close(handle)
        return path
    mark = copy_mark(name)
    for left in os.listdir(folder):
        if left.startswith(mark):
            with suppress(OSError):
                beside = os.path.join(folder, left)
                if time.time() - os.stat(beside).st_mtime > _STALE:
                    os.unlink(beside)
    path = os.path.join(folder, f"{mark}{os.urandom(4).hex()}")
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    return path


def copy_mark(name: str) -> str:
    """What the names of the copies begin with that backups of a workbook are made from."""
    return f".{name}.copy-"


def _described(
    workbook: "Workbook", copy: str, key: bytes | None
) -> tuple[Manifest, dict[str, str | bytes]]:
    parts: dict[str, str | bytes] = {WORKBOOK: copy}
    sizes = {WORKBOOK: bundle.measured(copy)}
    if key is not None:
        import hashlib

        content = keys.as_text(_own_keys(workbook.place)).encode()
        parts[KEYS] = content
        sizes[KEYS] = len(content), hashlib.sha256(content).hexdigest()
    counts, names = ({}, ()) if key is not None else counted(copy)
    made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        Manifest(made, __version__, version(), key is not None, sizes, counts, names),
        parts,
    )


def _own_keys(path: str) -> tuple[keys.Keys, ...]:
    """The keys of the workbook's file itself, without those of others."""
    kept = keys.of_file(keys.read_beside(path), look_at(path).salt)
    if kept is None:
        raise WorkbookError(
            f"{keys.beside(path)} does not hold the keys of {path}, without which a backup of it "
            "could not be opened. `coalition check` tells more."
        )
    return (kept,)


def counted(path: str, key: bytes | None = None) -> tuple[dict[str, int], tuple[str, ...]]:
    """How many people, facts and sources a workbook that nobody uses holds, and the names of its
    workspaces.
    """
    with told(path):
        connection = connect(path, key, writable=False)
        try:
            numbers = {
                name: int(connection.execute(query).fetchone()[0])
                for name, query in _COUNTED.items()
            }
            rows = connection.execute("SELECT name FROM workbook_workspace ORDER BY name")
            return numbers, tuple(str(name) for (name,) in rows.fetchall())
        finally:
            connection.close()
