"""A workbook's database: whether it is whole, and keeps workspaces apart."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coalition.workbook.checks.finding import Finding
from coalition.workbook.soundness import faults

if TYPE_CHECKING:
    from coalition.workbook.opening import Workbook


def wholeness(workbook: "Workbook") -> Iterator[Finding]:
    """Damaged pages, and rows that refer to rows that are gone; PostgreSQL sees to both itself."""
    from django.db import connections

    connection = connections[workbook.alias]
    if connection.vendor == "postgresql":
        return
    connection.ensure_connection()
    encrypted = connection.settings_dict["OPTIONS"]["key"] is not None
    for what in faults(connection.connection, encrypted):
        yield Finding("database", f"{what} Restore a backup: it keeps this file.")


def role(workbook: "Workbook") -> Iterator[Finding]:
    """A role that PostgreSQL shows every workspace's rows, whatever is asked."""
    from django.db import connections

    connection = connections[workbook.alias]
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolname FROM pg_roles WHERE rolname = current_user AND (rolsuper OR "
            "rolbypassrls)"
        )
        for (name,) in cursor.fetchall():
            yield Finding(
                "role",
                f"The role {name} sees every workspace whatever is asked: have the address name a "
                "role that is no superuser and does not bypass row-level security.",
            )


CHECKS = (wholeness, role)
"""Each is given the open workbook."""
