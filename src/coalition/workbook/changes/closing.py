"""A workspace removed with all that is in it: a client's, when the work with them is over."""

from coalition.workbook.copying import tables
from coalition.workbook.models import Workspace
from coalition.workbook.space import Space


def remove(space: Space) -> None:
    """Remove the workspace and every row of it, as a whole or not at all."""
    with space.all_or_nothing():
        row = Workspace._default_manager.using(space.alias).filter(pk=space.id)
        row.update(me=None)
        for table in reversed(tables()):
            space.of(table)._raw_delete(space.alias)
        row.delete()
    space.settle()
