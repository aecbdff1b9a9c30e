"""Texts that stand readable in a workspace whose texts are sealed."""

from collections.abc import Iterator

from django.db.models import Model

from coalition.workbook.changes.refreshing import refresh
from coalition.workbook.models import Note, Participant, Touchpoint
from coalition.workbook.sealing import is_sealed
from coalition.workbook.space import Space, in_parts

_STEP = 2000
_TABLES: tuple[type[Model], ...] = (Note, Touchpoint)
"""Those with a column ``text`` that is sealed."""


def plain_texts(space: Space) -> int:
    """How many texts stand readable in the database."""
    return sum(1 for table in _TABLES for _ in _plain(space, table, every=False))


def seal_texts(space: Space, *, every: bool = False) -> None:
    """Seal the texts that stand readable, and have nobody found by their words any more.

    every: whatever they look like, as none is sealed yet.
    """
    with space.all_or_nothing():
        people: set[int] = set()
        for table in _TABLES:
            for part in in_parts(list(_plain(space, table, every))):
                sealed = [(space.seal(text), number) for number, text in part]
                space.update_cells(table, ("text",), sealed)
                people.update(_about(space, table, [number for number, _ in part]))
        refresh(space, people)


def _plain(space: Space, table: type[Model], every: bool) -> Iterator[tuple[int, str]]:
    rows = space.of(table).exclude(text="").values_list("pk", "text")
    for number, text in rows.iterator(chunk_size=_STEP):
        if every or not is_sealed(text):
            yield number, text


def _about(space: Space, table: type[Model], numbers: list[int]) -> Iterator[int]:
    """The people whom texts are about."""
    if table is Note:
        yield from space.of(Note).filter(pk__in=numbers).values_list("person", flat=True)
    else:
        took_part = space.of(Participant).filter(touchpoint__in=numbers)
        yield from took_part.values_list("person", flat=True)
