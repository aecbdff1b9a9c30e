"""Django's SQLite backend on the driver of workbooks: opens with a key, and waits its turn.

Options of a database's settings: ``key``, the 32 bytes that the file is encrypted with and the 16
of its salt, or None; ``writable``, whether it may be changed.
"""

import datetime
import decimal
import os
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3._functions import register
from django.db.backends.sqlite3.features import DatabaseFeatures as SQLiteFeatures
from django.utils.dateparse import parse_date, parse_datetime, parse_time

from coalition.workbook.driver import is_sound_in_wal, sqlite

WAIT = 120.0
"""Seconds that a writer waits for the others."""

_ALWAYS = """
    PRAGMA foreign_keys = ON
    PRAGMA legacy_alter_table = OFF
    PRAGMA trusted_schema = OFF
    PRAGMA cell_size_check = ON
    PRAGMA synchronous = FULL
    PRAGMA secure_delete = ON
"""

sqlite.register_converter("bool", b"1".__eq__)
sqlite.register_converter("date", base.decoder(parse_date))
sqlite.register_converter("time", base.decoder(parse_time))
sqlite.register_converter("datetime", base.decoder(parse_datetime))
sqlite.register_converter("timestamp", base.decoder(parse_datetime))
sqlite.register_adapter(decimal.Decimal, str)
sqlite.register_adapter(datetime.date, base.adapt_date)
sqlite.register_adapter(datetime.datetime, base.adapt_datetime)


class Cursor(sqlite.Cursor):  # type: ignore[misc]
    """A cursor that takes Django's placeholders, ``%s``."""

    def execute(self, query: str, params: Any = None) -> Any:
        """As the driver's own."""
        if params is None:
            return super().execute(query)
        return super().execute(_with_question_marks(query), params)

    def executemany(self, query: str, param_list: Iterable[Sequence[Any]]) -> Any:
        """As the driver's own."""
        return super().executemany(_with_question_marks(query), param_list)


def _with_question_marks(query: str) -> str:
    found: str = base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")
    return found


class DatabaseFeatures(SQLiteFeatures):
    """As SQLite's."""

    can_return_columns_from_insert = True
    can_return_rows_from_bulk_insert = True


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to a workbook."""

    Database = sqlite
    features_class = DatabaseFeatures

    def get_connection_params(self) -> dict[str, Any]:
        """What :meth:`get_new_connection` is given."""
        options = self.settings_dict["OPTIONS"]
        self.transaction_mode = "IMMEDIATE" if options["writable"] else "DEFERRED"
        return {"path": self.settings_dict["NAME"], **options}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """An open connection: with its key, and set up to lose nothing."""
        return connect(**conn_params)

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor of the connection."""
        return self.connection.cursor(Cursor)


def connect(path: str, key: bytes | None = None, writable: bool = True) -> Any:
    """A connection to the workbook at ``path``, which is there already.

    Raises the driver's errors; ``DatabaseError`` where the key is not the file's.
    """
    from urllib.parse import quote

    mode = "rw" if writable else _read_only(path)
    connection = sqlite.connect(
        f"file:{quote(path)}?mode={mode}",
        uri=True,
        timeout=WAIT,
        detect_types=sqlite.PARSE_DECLTYPES | sqlite.PARSE_COLNAMES,
        check_same_thread=False,
    )
    try:
        _set_up(connection, key, writable)
    except BaseException:
        connection.close()
        raise
    return connection


def _read_only(path: str) -> str:
    """How to open a file that may not be written. SQLite would make the files of its log beside it
    even so, which fails in a folder that may not be written either: where there is no log, and so
    nobody who writes, it is told that there will be none.
    """
    log = any(os.path.exists(path + ending) for ending in ("-wal", "-journal"))
    return "ro" if log else "ro&immutable=1"


def _set_up(connection: Any, key: bytes | None, writable: bool) -> None:
    if key is not None:
        give_key(connection, key)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    register(connection)
    for pragma in filter(None, map(str.strip, _ALWAYS.splitlines())):
        connection.execute(pragma)
    if writable:
        log = "WAL" if is_sound_in_wal() else "DELETE"
        connection.execute(f"PRAGMA journal_mode = {log}").fetchone()


def give_key(connection: Any, key: bytes, name: str = "") -> None:
    """Have a connection encrypt and decrypt with ``key``, and say nothing on standard error.

    name: attaches the file of that path as ``other``, with the key, instead of the connection's.

    Raises ``DatabaseError`` where the driver has no cipher: what it wrote would be readable by all.
    """
    connection.execute("PRAGMA cipher_log_level = NONE")
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise sqlite.DatabaseError("it cannot encrypt")
    if name:
        connection.execute(f"ATTACH DATABASE ? AS other KEY \"x'{key.hex()}'\"", (name,))
    else:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
