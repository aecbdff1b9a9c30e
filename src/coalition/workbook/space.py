"""A space: the only way to the tables. One workspace of one open workbook."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

    from coalition.workbook.sealing import Cipher

    Row = TypeVar("Row", bound=Model)

BATCH = 500
"""Rows or ids to a statement."""


@dataclass(frozen=True, slots=True)
class Space:
    """One workspace of one database.

    alias:  what Django calls the database. id: the workspace's. cipher: what seals its texts, where
    they are sealed one by one.
    """

    alias: str
    id: int
    name: str
    cipher: "Cipher | None" = None

    def of(self, table: "type[Row]") -> "QuerySet[Row]":
        """The rows of ``table`` that are this workspace's."""
        self._enter()
        return table._default_manager.using(self.alias).filter(workspace_id=self.id)

    def add(self, rows: "Sequence[Row]") -> "list[Row]":
        """Store new rows, all of one table and of this workspace."""
        if not rows:
            return []
        self._enter()
        manager = type(rows[0])._default_manager.using(self.alias)
        return manager.bulk_create(rows, batch_size=BATCH)

    def all_or_nothing(self) -> AbstractContextManager[Any]:
        """A transaction: what is written in it is there as a whole, or not at all."""
        from django.db import transaction

        self._enter()
        return transaction.atomic(using=self.alias)

    def run(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one statement for many rows."""
        from django.db import connections

        self._enter()
        with connections[self.alias].cursor() as cursor:
            cursor.executemany(statement, rows)

    def seal(self, text: str) -> str:
        """A text as it is stored."""
        return self.cipher.seal(text) if self.cipher and text else text

    def unseal(self, stored: str) -> str:
        """A stored text as it was written."""
        return self.cipher.unseal(stored) if self.cipher and stored else stored

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
