"""The rows of LinkedIn's CSV files: the header found, columns by name, lines as an editor counts.

The files open with notes or empty rows at times, have cells of several lines, columns of the
same name, a comma after the last column, and now and then a header in the viewer's language.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coalition.exchange.linkedin_columns import WORDS, folded

_HEADER_WITHIN = 60
_DELIMITERS = ",;\t"
_RESTARTS = 20
_PARTS_OF_NAME = ("first name", "last name")
_END = "\x03"  # stands after the last line: a cell that swallows it was never closed


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it starts at and its cells by what LinkedIn calls the column."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell in ``column`` on one line, without surrounding space; "" for none."""
        return " ".join(self.cells.get(column, "").split())


@dataclass(frozen=True, slots=True)
class Header:
    """Where a table's header ends, what separates its cells, and the columns it names.

    ``columns`` are LinkedIn's English names in lower case, or the file's own where unknown.
    """

    next_line: int
    delimiter: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    next_line: int
    cells: list[str] | None  # None: a quote opens that nothing closes


def headers(text: str) -> Iterator[Header]:
    """What each of the first rows would name, were it the header, by every delimiter."""
    for delimiter in _DELIMITERS:
        for number, record in enumerate(_records(text, delimiter, 1)):
            if number >= _HEADER_WITHIN or record.cells is None:
                break
            yield Header(record.next_line, delimiter, _columns(record.cells))


def rows(text: str, header: Header) -> tuple[list[Row], list[int]]:
    """The rows below ``header`` that hold anything, and the lines where one cannot be read."""
    broken: list[int] = []
    return list(each_row(text, header, broken)), broken


def each_row(text: str, header: Header, broken: list[int]) -> Iterator[Row]:
    """The same one by one, for long files; lines that cannot be read go into ``broken``."""
    line: int | None = header.next_line
    while line is not None and len(broken) < _RESTARTS:
        start, line = line, None
        for record in _records(text, header.delimiter, start):
            if record.cells is None:
                broken.append(record.line)
                line = record.line + 1
                break
            if any(cell.strip() for cell in record.cells):
                yield Row(record.line, _named(header.columns, record.cells))


def _columns(cells: list[str]) -> tuple[str, ...]:
    names = [folded(cell[:200]) for cell in cells]
    columns = [WORDS.get(name, name) for name in names]
    partial = [place for place, column in enumerate(columns) if column in _PARTS_OF_NAME]
    if len(partial) == 1 and "name" not in columns:
        # "Nom", "Nome" and "Nombre" are a part of a person's name only beside the other part.
        columns[partial[0]] = "name"
    return tuple(columns)


def _named(columns: tuple[str, ...], cells: list[str]) -> dict[str, str]:
    """Cells by column; of columns that share a name, the first that is filled."""
    named: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column and not named.get(column):
            named[column] = cell
    return named


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends; io.StringIO would copy all of them, at four bytes a letter."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _records(text: str, delimiter: str, line: int) -> Iterator[_Record]:
    import csv
    from itertools import chain, islice

    lines = islice(_lines(text), line - 1, None)
    reader = csv.reader(chain(lines, [_END]), delimiter=delimiter)
    start = line
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield _Record(start, start + 1, None)
            return
        after = line + reader.line_num
        if cells and cells != [_END] and cells[-1].endswith(_END):
            yield _Record(start, start + 1, None)
            return
        if cells != [_END]:
            yield _Record(start, after, cells)
        start = after
