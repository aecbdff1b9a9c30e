"""Raw names from a file: one a line, or a column of a table."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from coalition.errors import InputError, UnknownFormat
from coalition.exchange.columns import is_header, is_numeric, is_tag_header, role_of
from coalition.exchange.delimited import Row, dialect_of, rows_in
from coalition.exchange.header_words import without_accents
from coalition.exchange.kinds import kind_of
from coalition.exchange.material import Collection, Document, Material
from coalition.exchange.naming import escaped
from coalition.exchange.table_rows import find_columns
from coalition.exchange.table_shape import is_headed_table
from coalition.tags.folding import fold

_TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_PREAMBLE, _SAMPLE = 40, 200


class Name(NamedTuple):
    """A name as it is written, "" for an empty line or cell; and the line it stands on, from 1."""

    line: int
    text: str


class Names(NamedTuple):
    """The names of a file, in its order.

    column: what the column they are of is called: "skill", or "number 1"; "" for a plain list.
    rows:   about how many there are.
    """

    names: Iterator[Name]
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


def _listed(text: str) -> Iterator[Name]:
    lines = text.removesuffix("\n").split("\n")
    headed = is_tag_header(lines[0].strip().rstrip(":：")) and len(lines) > 1
    names = (Name(number, line.strip()) for number, line in enumerate(lines, 1))
    return islice(names, int(headed), None)


def _of_table(name: str, rows: Iterator[Row], column: str | None, many: int) -> Names:
    sample = list(islice(rows, _SAMPLE))
    if column is None:
        place, first = _column_of_tags(name, sample)
    else:
        place, first = _column_named(name, column, sample)
    header = sample[first - 1][1] if first else []
    called = header[place].strip() if place < len(header) else ""
    below = chain(sample[first:], rows)
    names = (
        Name(line, cells[place].strip() if place < len(cells) else "") for line, cells in below
    )
    return Names(names, f'"{escaped(called)}"' if called else f"number {place + 1}", many)


def _column_of_tags(name: str, sample: Sequence[Row]) -> tuple[int, int]:
    """Where the tags are, and how many rows stand above them."""
    try:
        columns, first = find_columns(name, sample)
    except UnknownFormat:
        rows = [cells for _, cells in sample]
        first = int(len(rows) > 1 and _surely_names_columns(rows[0]))
        return _first_of_words(rows[first:]), first
    if not first and sample and is_tag_header(sample[0][1][columns.tag].strip()):
        first = 1
    return columns.tag, first


def _first_of_words(rows: Sequence[Sequence[str]]) -> int:
    """The first column that is no numbers, such as ids; the first of all if each is."""
    places = range(max(map(len, rows), default=0))
    filled = [place for place in places if any(place < len(row) and row[place] for row in rows)]
    return next((place for place in filled if not is_numeric(rows, place)), 0)


def _surely_names_columns(row: Sequence[str]) -> bool:
    return any(map(role_of, row)) and is_header(row)


def _column_named(name: str, column: str, sample: Sequence[Row]) -> tuple[int, int]:
    """Where a column is, and how many rows stand above its names.

    Only the row that names the columns is looked at: a name further down may be spelled as asked.
    """
    rows = [cells for _, cells in sample]
    above = _header_row(rows)
    header = rows[above] if above is not None else []
    if above is not None:
        for like in (fold, lambda text: fold(without_accents(text))):
            keys = list(map(like, header))
            if like(column) in keys:
                return keys.index(like(column)), above + 1
    width = max(map(len, rows), default=0)
    if column.isdecimal() and 1 <= int(column) <= width:
        sure = above is not None and _surely_names_columns(header)
        return int(column) - 1, above + 1 if above is not None and sure else 0
    named = ", ".join(escaped(cell.strip()) for cell in header if cell.strip())[:200]
    told = f"The row of its headers is: {named}. Give one of these, or" if named else "Give"
    raise InputError(
        f'{name} has no column "{escaped(column)}". {told} the column\'s number, from 1 to {width}.'
    )


def _header_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Which row may name the columns: the first that is as wide as a table's, below a title.

    None where that row has a number over a column of numbers, and so is one of the others.
    """
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    usual = max(Counter(filled).items(), key=lambda item: item[::-1], default=(0, 0))[0]
    for above, row in enumerate(rows[:_PREAMBLE]):
        if filled[above] * 2 <= usual:
            continue
        below = rows[above + 1 :]
        if is_header(row) or (below and not _is_like_those_below(row, below)):
            return above
        if filled[above] >= usual:
            return None
    return None


def _is_like_those_below(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a number in a row stands over numbers; a year that heads names does not."""
    numbers = (place for place, cell in enumerate(row) if cell.strip() and not is_header([cell]))
    return any(is_numeric(below, place) for place in numbers)
