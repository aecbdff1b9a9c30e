"""The tables' version, and how a database gets to it.

A file is never migrated in place: a copy is, and takes the file's place when it is whole, so that
a stop at any moment leaves the old or the new. The old one is kept beside it, as a backup.
PostgreSQL migrates in one transaction.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from coalition.errors import WorkbookError
from coalition.workbook.configuration import add_database, drop_database
from coalition.workbook.file import APPLICATION

MAIN = "main"
"""The workspace that every workbook begins with."""

_NEWER = (
    "{} was last used by a newer Coalition than this one, which would not know all that is in it: "
    "update Coalition. Nothing was changed."
)


@cache
def version() -> int:
    """How many migrations this Coalition knows; a workbook's ``user_version``."""
    folder = os.path.join(os.path.dirname(__file__), "migrations")
    return sum(name[:4].isdigit() and name.endswith(".py") for name in os.listdir(folder))


def refuse_newer(place: str, found: int) -> None:
    """Raise WorkbookError where the database at ``place`` is of a newer version."""
    if found > version():
        raise WorkbookError(_NEWER.format(place))


def file_settings(path: str, key: bytes | None, writable: bool) -> dict[str, Any]:
    """Django's settings for the workbook at ``path``."""
    return {
        "ENGINE": "coalition.workbook.backend",
        "NAME": path,
        "OPTIONS": {"key": key, "writable": writable},
    }


def migrate_file(path: str, key: bytes | None) -> None:
    """Bring the tables in a file that nobody else uses up to date, in place."""
    with _database(f"migrating {path}", file_settings(path, key, True)) as alias:
        _migrate(alias)
        from django.db import connections

        with connections[alias].cursor() as cursor:
            cursor.execute(f"PRAGMA application_id = {APPLICATION}")
            cursor.execute(f"PRAGMA user_version = {version()}")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("PRAGMA journal_mode = DELETE")


def migrate_database(alias: str, place: str) -> None:
    """Bring the tables of a PostgreSQL database up to date, all or nothing.

    Raises WorkbookError where they are of a newer version.
    """
    from django.db import connections, transaction
    from django.db.migrations.recorder import MigrationRecorder

    with transaction.atomic(using=alias):
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [APPLICATION])
        applied = MigrationRecorder(connections[alias]).applied_migrations()
        found = sum(app == "workbook" for app, _ in applied)
        refuse_newer(place, found)
        if found < version():
            _migrate(alias)


def _migrate(alias: str) -> None:
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connections[alias])
    executor.migrate(executor.loader.graph.leaf_nodes())
    _begin(alias)


def _begin(alias: str) -> None:
    """Give the database its first workspace."""
    from coalition.workbook.models import Workspace

    if not Workspace._default_manager.using(alias).exists():
        new_workspace(MAIN).save(using=alias)


def new_workspace(name: str) -> Any:
    """A workspace that is not stored yet."""
    import secrets

    from django.utils.timezone import now

    from coalition.workbook.models import Workspace

    return Workspace(name=name, created=now(), salt=secrets.token_bytes(32))


@contextmanager
def _database(alias: str, settings: dict[str, Any]) -> Iterator[str]:
    add_database(alias, settings)
    try:
        yield alias
    finally:
        drop_database(alias)
