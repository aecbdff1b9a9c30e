"""An older workbook brought up to date: a copy of it is, and takes its place."""

import os
import shutil
from datetime import UTC, datetime

from coalition.disk import keep_entry
from coalition.workbook.backend.base import connect
from coalition.workbook.faults import told
from coalition.workbook.opening import alone, new_file_beside, take_place
from coalition.workbook.schema import migrate_file, version


def migrate(path: str, key: bytes | None) -> str:
    """Bring the workbook at ``path`` up to date; gives the path of the old one, kept beside it.

    Raises WorkbookError where another program keeps it open, or the disk is full.
    """
    with alone(path), told(path):
        stored = settle(path, key)
        if stored >= version():
            return ""
        kept = kept_name(path, f"version-{stored}")
        beside = new_file_beside(path)
        shutil.copyfile(path, beside)
        migrate_file(beside, key)
        keep_beside(path, kept)
        take_place(beside, path)
        return kept


def settle(path: str, key: bytes | None) -> int:
    """Have the log of a workbook that nobody uses written into the file; gives its version."""
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def kept_name(path: str, why: str) -> str:
    """A name beside ``path`` that nothing has yet, for what is kept of it."""
    day = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
    name = kept = f"{path}.{why}-{day}"
    number = 1
    while os.path.lexists(kept):
        number += 1
        kept = f"{name}-{number}"
    return kept


def keep_beside(path: str, kept: str) -> None:
    """Have the file at ``path`` stand at ``kept`` too, so that replacing it loses nothing."""
    try:
        os.link(path, kept)
    except OSError:  # a file system without links
        shutil.copyfile(path, kept)
        with open(kept, "rb+") as file:
            os.fsync(file.fileno())
    keep_entry(os.path.dirname(path))
