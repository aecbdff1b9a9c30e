"""Whether a workbook's file is whole, as SQLite and SQLCipher themselves can tell."""

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from coalition.errors import WorkbookError
from coalition.workbook.backend.base import connect
from coalition.workbook.driver import sqlite
from coalition.workbook.file import APPLICATION

_MOST = 20


def unsound(path: str, key: bytes | None) -> list[str]:
    """What is wrong with a workbook's file that nobody uses: sentences, none where it is whole."""
    try:
        connection = connect(path, key, writable=False)
    except sqlite.Error as fault:
        return [f"The database does not open: {fault}."]
    try:
        return list(faults(connection, key is not None))
    finally:
        connection.close()


def faults(connection: Any, encrypted: bool) -> Iterator[str]:
    """What is wrong in an open database: sentences, at most a few of each kind."""
    try:
        if encrypted:
            found = _rows(connection, "PRAGMA cipher_integrity_check")
            again = _once_more(connection) if found else []
            for said in found:
                if said in again:
                    yield f"An encrypted page was changed from outside: {said[0]}."
        for (said,) in _rows(connection, f"PRAGMA integrity_check({_MOST})"):
            if said != "ok":
                yield f"The database is damaged: {said}."
        for table, row, parent, _ in _rows(connection, "PRAGMA foreign_key_check"):
            yield f"Row {row} of {_plain(table)} refers to a row of {_plain(parent)} that is gone."
    except sqlite.Error as fault:
        yield f"The database is damaged: {fault}."


def _once_more(connection: Any) -> list[tuple[Any, ...]]:
    """What is wrong with encrypted pages still, once those that are whole in the log are written.

    SQLCipher looks at the file alone. A page may be half written there because another is writing
    it, or because the power was cut while it was: then the log has it whole.
    """
    with suppress(sqlite.Error):  # it may be read only
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return _rows(connection, "PRAGMA cipher_integrity_check")


def stored_version(path: str, key: bytes | None) -> int:
    """The version of the tables in a workbook's file. Raises WorkbookError where it is none."""
    connection = connect(path, key, writable=False)
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()
    if application != APPLICATION or not found:
        raise WorkbookError(f"{os.path.basename(path)} is no workbook of Coalition.")
    return found


def _rows(connection: Any, query: str) -> list[tuple[Any, ...]]:
    return list(connection.execute(query).fetchmany(_MOST))


def _plain(table: object) -> str:
    return str(table).removeprefix("workbook_")
