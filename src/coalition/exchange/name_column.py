"""Raw names from a file: one a line, or a column of a table."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from coalition.errors import InputError, UnknownFormat
from coalition.exchange.columns import is_header, is_tag_header, role_of
from coalition.exchange.delimited import Row, dialect_of, rows_in
from coalition.exchange.kinds import kind_of
from coalition.exchange.material import Collection, Document, Material
from coalition.exchange.naming import escaped
from coalition.exchange.table_rows import find_columns
from coalition.exchange.table_shape import is_headed_table
from coalition.tags.folding import fold

_TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_PREAMBLE, _SAMPLE = 40, 200


class Names(NamedTuple):
    """Names as they are written; "" for an empty line or cell.

    column: what the column they are of is called: "skill", or "number 1"; "" for a plain list.
    rows:   about how many there are.
    """

    names: Iterator[str]
    column: str
    rows: int


def names_in(material: Material, column: str | None = None) -> Names:
    """The names in a document: of a table those of ``column``, given by its header or its number
    from 1; without one, those of the column that is read for tags, or else of the first.

    A text is a table if its name ends so (.csv, .tsv), if a column is asked for, or if its first
    rows surely name columns. Raises InputError where it is neither text nor table, or has no such
    column.
    """
    if isinstance(material, Collection):
        raise InputError(f"{material.name} is a folder or an archive: give the one file of names.")
    if material.head.startswith(_WORKBOOKS):
        from coalition.exchange.spreadsheet import sheets_in

        rows = [row for sheet in sheets_in(material)[:1] for row in sheet.rows]
        return _of_table(material.name, iter(rows), column, len(rows))
    if kind := kind_of(material):
        raise InputError(f"{material.name} is {kind}: give the names one a line, or as a table.")
    lines = material.text.count("\n") + 1
    if column is None and not _is_table(material):
        return Names(_listed(material.text), "", lines)
    dialect = dialect_of(material.text)
    return _of_table(material.name, rows_in(material.text, dialect), column, lines)


def _is_table(document: Document) -> bool:
    return document.name.lower().endswith(_TABLES) or is_headed_table(document.head_text)


def _listed(text: str) -> Iterator[str]:
    lines = text.removesuffix("\n").split("\n")
    headed = is_tag_header(lines[0].strip().rstrip(":：")) and len(lines) > 1
    return (line.strip() for line in islice(lines, int(headed), None))


def _of_table(name: str, rows: Iterator[Row], column: str | None, many: int) -> Names:
    sample = list(islice(rows, _SAMPLE))
    if column is None:
        place, first = _column_of_tags(name, sample)
    else:
        place, first = _column_named(name, column, sample)
    header = sample[first - 1][1] if first else []
    called = header[place].strip() if place < len(header) else ""
    below = (cells for _, cells in chain(sample[first:], rows))
    names = (cells[place].strip() if place < len(cells) else "" for cells in below)
    return Names(names, f'"{escaped(called)}"' if called else f"number {place + 1}", many)


def _column_of_tags(name: str, sample: Sequence[Row]) -> tuple[int, int]:
    """Where the tags are, and how many rows stand above them."""
    try:
        columns, first = find_columns(name, sample)
    except UnknownFormat:
        rows = [cells for _, cells in sample]
        return 0, int(len(rows) > 1 and is_header(rows[0]) and any(map(role_of, rows[0])))
    if not first and sample and is_tag_header(sample[0][1][columns.tag].strip()):
        first = 1
    return columns.tag, first


def _column_named(name: str, column: str, sample: Sequence[Row]) -> tuple[int, int]:
    for above, (_, cells) in enumerate(sample[:_PREAMBLE]):
        keys = [fold(cell) for cell in cells]
        if fold(column) in keys:
            return keys.index(fold(column)), above + 1
    width = max((len(cells) for _, cells in sample), default=0)
    if column.isdecimal() and 1 <= int(column) <= width:
        place = int(column) - 1
        first = sample[0][1]
        return place, int(any(role_of(cell) for cell in first) and is_header(first))
    header = sample[0][1] if sample else []
    named = ", ".join(escaped(cell.strip()) for cell in header if cell.strip())[:200]
    raise InputError(
        f'{name} has no column "{escaped(column)}". Its first row is: {named}. Give one of these, '
        f"or the column's number, from 1 to {width}."
    )
