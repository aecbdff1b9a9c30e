"""Where facts came from."""

from typing import Any

from coalition.disk import own_name
from coalition.errors import WorkbookError
from coalition.model.held import HeldSource, Origin, SourceKind
from coalition.workbook.models import Evidence, Fact, Note, Source, Tie, Touchpoint
from coalition.workbook.models.plan import Commitment, Goal, Obstacle, Stake
from coalition.workbook.space import Space
from coalition.workbook.storable import DIGITS

FACTS = (Fact, Evidence, Tie, Touchpoint, Note, Goal, Stake, Obstacle, Commitment)
"""The tables whose rows are facts."""


def origin(row: Any) -> Origin:
    """The origin of a row whose source is loaded with it."""
    source = row.source
    return Origin(source.pk, SourceKind(source.kind), source.name, source.at, row.file, row.row)


def sources(space: Space) -> tuple[HeldSource, ...]:
    """All sources of the workspace, the last first, with how many facts are held from each."""
    counted = {table.__name__.lower() + "s": _number_of(table, space) for table in FACTS}
    rows = space.of(Source).annotate(**counted).order_by("-at", "-pk")
    return tuple(
        HeldSource(
            row.pk, SourceKind(row.kind), row.name, row.format, row.sha256, row.at,
            sum(getattr(row, name) for name in counted),
        )
        for row in rows
    )  # fmt: skip


def _number_of(table: Any, space: Space) -> Any:
    """How many rows of a table are from a source, counted in its index alone: the source is of the
    workspace already.
    """
    from django.db.models import Count, IntegerField, OuterRef, Subquery
    from django.db.models.functions import Coalesce

    rows = table._default_manager.using(space.alias).filter(source=OuterRef("pk"))
    number = rows.order_by().values("source").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)


def source(space: Space, named: str) -> HeldSource:
    """The source with this number, or the one file of this name.

    Raises WorkbookError where there is none, or several.
    """
    found = sources(space)
    if named.lstrip("#").isdecimal():
        chosen = [each for each in found if each.id == int(named.lstrip("#")[:DIGITS])]
    else:
        chosen = [each for each in found if each.name in (named, own_name(named))]
    if len(chosen) == 1:
        return chosen[0]
    if not chosen:
        raise WorkbookError(
            f"No source of the workbook is {named}: `coalition import`, without a file, lists them."
        )
    numbers = ", ".join(str(each.id) for each in chosen)
    raise WorkbookError(f"{named} was read several times: say which by its number ({numbers}).")
