"""Excel (.xlsx, .xls) and OpenDocument (.ods) workbooks as sheets of rows of text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coalition.errors import UnreadableInput
from coalition.exchange.delimited import Row
from coalition.exchange.material import Document

MOST_CELLS = 20_000_000
"""The largest area of a sheet, filled or not: the library holds all of it in memory."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REFERENCE = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_ROW = rb"<table:table-row\b([^>]*)(?<!/)>(.*?)</table:table-row>"
_ROWS_REPEATED = rb'table:number-rows-repeated="(\d{1,9})"'
_COLUMNS_REPEATED = rb'table:number-columns-repeated="(\d{1,9})"'


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, and its rows with the numbers they have in the program."""

    name: str
    rows: list[Row]


def is_spreadsheet(document: Document) -> bool:
    """Whether the content is a workbook of a kind that is read."""
    content = document.content
    if content.startswith(_COMPOUND):
        return "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content
    if not content.startswith(b"PK\x03\x04"):
        return False
    return b"xl/workbook.xml" in content or b"opendocument.spreadsheet" in content[:4096]


def sheets_in(document: Document) -> list[Sheet]:
    """Every sheet with something in it, in the workbook's order.

    Raises UnreadableInput where the workbook is damaged, encrypted or larger than can be held.
    """
    if not document.content.startswith(_COMPOUND):
        _check_size(document)
    from io import BytesIO

    from python_calamine import CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(document.content))
        sheets = [
            Sheet(name, list(_rows(workbook.get_sheet_by_name(name).to_python(False))))
            for name in workbook.sheet_names
        ]
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a damaged file makes the library panic, which is no Exception
        raise UnreadableInput(
            f"{document.name} is a damaged or encrypted workbook: "
            "open it and save it again without a password, or save the sheet as CSV."
        ) from None
    return [sheet for sheet in sheets if sheet.rows]


def _rows(cells: Sequence[Sequence[object]]) -> Iterator[Row]:
    for number, row in enumerate(cells, 1):
        texts = [_text(cell) for cell in row]
        if any(texts):
            yield number, texts


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return cell if isinstance(cell, str) else str(cell)


def _check_size(document: Document) -> None:
    from coalition.exchange.archive import parts_of

    for part, content in parts_of(document.name, document.content):
        if part.startswith("xl/worksheets/") and _area(content) > MOST_CELLS:
            _refuse(document)
        if part == "content.xml" and _repeats_too_much(content):
            _refuse(document)


def _refuse(document: Document) -> None:
    raise UnreadableInput(
        f"{document.name} has a sheet that is too large: save the part with the tags as CSV."
    )


def _area(sheet: bytes) -> int:
    """The cells from the first to the last that is used, as the library will hold them."""
    columns, rows = {b""}, 0
    for reference in _REFERENCE.finditer(sheet):
        columns.add(reference[1])
        rows = max(rows, int(reference[2]))
    return rows * max(map(_column_number, columns))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _repeats_too_much(content: bytes) -> bool:
    """Whether filled rows are repeated beyond measure; empty ones take no memory."""
    cells = 0
    for row in re.finditer(_ROW, content, re.DOTALL):
        if b"<text:p" in row[2] or b"office:value" in row[2]:
            times = re.search(_ROWS_REPEATED, row[1])
            columns = re.findall(_COLUMNS_REPEATED, row[2])
            cells += (int(times[1]) if times else 1) * (1 + sum(map(int, columns)))
    return cells > MOST_CELLS
