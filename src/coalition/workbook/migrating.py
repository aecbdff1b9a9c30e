"""An older workbook brought up to date: a copy of it is, and takes its place."""

import shutil

from coalition.workbook.backend.base import connect
from coalition.workbook.faults import told
from coalition.workbook.keeping import keep
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
        beside = new_file_beside(path)
        shutil.copyfile(path, beside)
        migrate_file(beside, key)
        kept = keep(path, f"version-{stored}")
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
