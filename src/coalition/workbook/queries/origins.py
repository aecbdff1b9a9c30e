"""Where facts came from."""

from typing import Any

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
    from django.db.models import Count

    counts: dict[int, int] = {}
    for table in FACTS:
        for source, number in space.of(table).values_list("source").annotate(Count("pk")):
            counts[source] = counts.get(source, 0) + number
    return tuple(
        HeldSource(
            row.pk, SourceKind(row.kind), row.name, row.format, row.sha256, row.at,
            counts.get(row.pk, 0),
        )
        for row in space.of(Source).order_by("-at", "-pk")
    )  # fmt: skip


def source(space: Space, named: str) -> HeldSource:
    """The source with this number, or the one file of this name.

    Raises WorkbookError where there is none, or several.
    """
    found = sources(space)
    if named.lstrip("#").isdecimal():
        chosen = [each for each in found if each.id == int(named.lstrip("#")[:DIGITS])]
    else:
        name = named.rstrip("/").rsplit("/", 1)[-1]
        chosen = [each for each in found if each.name == name]
    if len(chosen) == 1:
        return chosen[0]
    if not chosen:
        raise WorkbookError(
            f"No source of the workbook is {named}: `coalition import`, without a file, lists them."
        )
    numbers = ", ".join(str(each.id) for each in chosen)
    raise WorkbookError(f"{named} was read several times: say which by its number ({numbers}).")
