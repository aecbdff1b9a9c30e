"""A space: the only way to the tables. One workspace of one open workbook."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from coalition.errors import WorkbookError
from coalition.settings import KEY
from coalition.workbook.naming import Naming

Each = TypeVar("Each")

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

    from coalition.workbook.sealing import Cipher

    Row = TypeVar("Row", bound=Model)

_LOCK = "SELECT length(sealed) > 0 FROM workbook_workspace WHERE id = %s FOR UPDATE"
_SHIPPED = Naming()
BATCH = 500
"""Rows or ids to a statement."""


_PATIENCE = 1000
"""Milliseconds to wait for those who read before the log is emptied; as often as _TRIES."""

_TRIES = 4


@dataclass(frozen=True, slots=True)
class Space:
    """One workspace of one database.

    alias:  what Django calls the database. id: the workspace's. cipher: what seals its texts, where
    they are sealed one by one. naming: by which lists it knows skills.
    """

    alias: str
    id: int
    name: str
    cipher: "Cipher | None" = None
    naming: Naming = _SHIPPED

    @property
    def may_write(self) -> bool:
        """Whether the workbook may be changed with the rights that this process has."""
        from django.db import connections

        options = connections[self.alias].settings_dict["OPTIONS"]
        return bool(options.get("writable", True))

    def of(self, table: "type[Row]") -> "QuerySet[Row]":
        """The rows of ``table`` that are this workspace's."""
        self._enter()
        return table._default_manager.using(self.alias).filter(workspace_id=self.id)

    def add(self, rows: "Sequence[Row]") -> "list[Row]":
        """Store new rows, all of one table and of this workspace; they are given their numbers."""
        if not rows:
            return []
        self._enter()
        manager = type(rows[0])._default_manager.using(self.alias)
        return manager.bulk_create(rows, batch_size=BATCH)

    def add_unnumbered(self, rows: "Sequence[Model]") -> None:
        """The same, three times faster, for rows whose numbers nobody asks for."""
        from django.db import connections

        if not rows:
            return
        connection = connections[self.alias]
        fields = [each for each in rows[0]._meta.concrete_fields if not each.primary_key]
        names = [each.attname for each in fields]
        mine = names.index("workspace_id")
        kept = [each for each in fields if each.attname != "workspace_id"]
        cells = [
            [each.get_db_prep_save(getattr(row, each.attname), connection) for each in kept]
            for row in rows
        ]
        self.add_cells(type(rows[0]), [each for at, each in enumerate(names) if at != mine], cells)

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """A transaction: what is written in it is there as a whole, or not at all; others who write
        in the workspace wait for its end, and then see what it wrote.

        Raises WorkbookError where the workspace is no longer as it was when it was opened.
        """
        from django.db import transaction

        self._enter()
        with transaction.atomic(using=self.alias):
            self._lock()
            yield

    def update_cells(
        self, table: "type[Model]", columns: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> None:
        """Set ``columns`` of many rows: each given by its cells, and its number last."""
        name = table._meta.db_table
        set_to = ", ".join(f'"{column}" = %s' for column in columns)
        statement = f'UPDATE "{name}" SET {set_to} WHERE "id" = %s AND "workspace_id" = %s'
        self.run(statement, [(*row, self.id) for row in rows])

    def run(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run a statement once for each of ``rows``."""
        from django.db import connections

        if not rows:
            return
        self._enter()
        with connections[self.alias].cursor() as cursor:
            cursor.executemany(statement, rows)

    @contextmanager
    def as_it_is_now(self) -> Iterator[None]:
        """Reads within this all see the same moment, whatever others write meanwhile; within
        :meth:`all_or_nothing` they do already.
        """
        from django.db import connections, transaction

        self._enter()
        connection = connections[self.alias]
        if connection.in_atomic_block:
            yield
            return
        usual = getattr(connection, "transaction_mode", None)
        try:
            if connection.vendor == "sqlite":  # the others may write meanwhile
                connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
            with transaction.atomic(using=self.alias):
                if connection.vendor == "postgresql":
                    with connection.cursor() as cursor:
                        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                yield
        finally:
            if connection.vendor == "sqlite":
                connection.transaction_mode = usual  # type: ignore[attr-defined]

    @contextmanager
    def trial(self) -> Iterator[None]:
        """What is written within this is seen within it, and is undone at its end."""
        with self.all_or_nothing():
            yield
            self.leave_as_it_was()

    def leave_as_it_was(self) -> None:
        """Have the transaction that is under way change nothing."""
        from django.db import transaction

        transaction.set_rollback(True, using=self.alias)

    def add_cells(
        self, table: "type[Model]", columns: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> None:
        """Store many new rows, given by their cells under ``columns``, all that the table has but
        its own number: five times faster than :meth:`add`, and without giving numbers back.
        """
        name = table._meta.db_table
        quoted = ", ".join(f'"{column}"' for column in ("workspace_id", *columns))
        places = ", ".join(["%s"] * (len(columns) + 1))
        statement = f'INSERT INTO "{name}" ({quoted}) VALUES ({places})'
        self.run(statement, [(self.id, *row) for row in rows])

    def settle(self) -> bool:
        """Empty the log that changes wait in, so that nothing erased is left in it (SQLite).

        False where another program that reads kept it from being emptied for some seconds.
        """
        from django.db import connections

        connection = connections[self.alias]
        if connection.vendor != "sqlite":
            return True
        with connection.cursor() as cursor:
            usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
            cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
            try:
                return any(_emptied(cursor) for _ in range(_TRIES))
            finally:
                cursor.execute(f"PRAGMA busy_timeout = {usual}")

    def seal(self, text: str) -> str:
        """A text as it is stored."""
        return self.cipher.seal(text) if self.cipher and text else text

    def unseal(self, stored: str) -> str:
        """A stored text as it was written."""
        return self.cipher.unseal(stored) if self.cipher and stored else stored

    def _lock(self) -> None:
        """Let nobody else write in the workspace until the transaction ends.

        SQLite has one writer anyway; PostgreSQL would let two store the same person, each blind to
        what the other has not finished.
        """
        from django.db import connections

        connection = connections[self.alias]
        if connection.vendor != "postgresql":
            return
        with connection.cursor() as cursor:
            cursor.execute(_LOCK, [self.id])
            row = cursor.fetchone()
        if row is None:
            raise WorkbookError(f"The workspace {self.name} has been removed. Nothing was changed.")
        if row[0] and self.cipher is None:
            raise WorkbookError(
                f"The texts of {self.name} have been sealed meanwhile: give their key in the "
                f"variable {KEY} and try again. Nothing was changed."
            )

    def _enter(self) -> None:
        """Tell PostgreSQL whose rows may be seen (row-level security)."""
        from django.db import connections

        connection = connections[self.alias]
        if connection.vendor != "postgresql":
            return
        connection.ensure_connection()
        told = (connection.connection, self.id)  # a new connection has to be told again
        if getattr(connection, "space", None) == told:
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('coalition.workspace', %s, false)", [str(self.id)])
        # What is told within a transaction is forgotten if that is undone: tell it each time.
        connection.space = None if connection.in_atomic_block else told  # type: ignore[attr-defined]


def in_parts(rows: Sequence[Each], size: int = BATCH) -> Iterator[Sequence[Each]]:
    """``rows`` some at a time, in order."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _emptied(cursor: Any) -> bool:
    """Whether the log could be emptied."""
    busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy
