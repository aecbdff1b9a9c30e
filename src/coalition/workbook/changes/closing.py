"""A workspace removed with all that is in it: a client's, when the work with them is over."""

from coalition.errors import WorkbookError
from coalition.workbook.copying import tables
from coalition.workbook.file import APPLICATION
from coalition.workbook.models import Workspace
from coalition.workbook.space import Space


def remove(space: Space) -> None:
    """Remove the workspace and every row of it, as a whole or not at all.

    Raises WorkbookError where it is the only one.
    """
    with space.all_or_nothing():
        _refuse_last(space)
        row = Workspace._default_manager.using(space.alias).filter(pk=space.id)
        row.update(me=None)
        for table in reversed(tables()):
            space.of(table)._raw_delete(space.alias)
        row.delete()
    space.settle()


def _refuse_last(space: Space) -> None:
    """Raise WorkbookError where there is no other workspace, nor will be when others are removed
    that are being removed now.
    """
    from django.db import connections

    connection = connections[space.alias]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [APPLICATION])
    if not Workspace._default_manager.using(space.alias).exclude(pk=space.id).exists():
        raise WorkbookError(
            f"{space.name} is the only workspace, and a workbook needs one: add another one first, "
            "or remove the whole workbook. Nothing was changed."
        )
