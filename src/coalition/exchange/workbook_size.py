"""How large a workbook becomes once it is read, told before a library that knows no bounds does so.

A few bytes can name a cell in the last row of the last column, repeat a row a million times, or
have a million cells show one long text; the library holds every cell and every text in memory.
"""

import re
from collections.abc import Iterable

MOST_CELLS = 12_000_000
"""The largest area of all sheets together, filled or not."""

MOST_TEXT = 300_000_000
"""The most bytes that all cells together may show of the texts they share."""

# Whatever element it stands on, in whatever case: "A1" on cells, "1" on rows.
_POSITION = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)(\d+)["']""")
_ROW = re.compile(rb"<(?:\w{1,20}:)?row\b")
_CELL = re.compile(rb"<(?:\w{1,20}:)?c\b")
_SHARED = re.compile(rb"""\st\s*=\s*["']s["'][^<>]*>\s*<(?:\w{1,20}:)?v>\s*(\d{1,7})\b""")
_TEXT = re.compile(rb"<(?:\w{1,20}:)?si\b")
_ROWS_REPEATED = re.compile(rb'table:number-rows-repeated="(\d{1,9})"')
_COLUMNS_REPEATED = re.compile(rb'table:number-columns-repeated="(\d{1,9})"')
_SPACES = re.compile(rb'text:c="(\d{1,20})"')
_MOST_SPACES = 1_000_000
_MOST_DIGITS = 7


def is_too_large(parts: Iterable[tuple[str, bytes]]) -> bool:
    """Whether the workbook whose parts these are (name, content) is beyond the bounds above."""
    cells = 0
    shown: list[bytes] = []
    texts: list[int] = []
    for part, content in parts:
        if part == "content.xml":
            cells += _repeated_cells(content)
            # The library writes out as many blanks as are told, in memory it does not look for.
            if sum(map(int, _SPACES.findall(content))) > _MOST_SPACES:
                return True
        elif part.lower().endswith("sharedstrings.xml"):
            texts = [len(text) for text in _TEXT.split(content)[1:]]
        elif part.endswith(".xml") and _ROW.search(content):
            cells += _area(content)
            shown += _SHARED.findall(content)
        if cells > MOST_CELLS:
            return True
    return sum(texts[int(text)] for text in shown if int(text) < len(texts)) > MOST_TEXT


def _area(sheet: bytes) -> int:
    """The cells from the first of the sheet to the last that is used."""
    rows = [len(_CELL.findall(row)) for row in _ROW.split(sheet)[1:]]
    positions = _POSITION.findall(sheet)
    columns = {letters for letters, _ in positions}
    if any(len(letters) > 3 for letters in columns) or _too_long(positions):
        return MOST_CELLS + 1
    last_column = max(map(_column_number, columns), default=0)
    last_row = max((int(number) for _, number in positions), default=0)
    # Cells and rows without a position follow the one before them.
    placed = sum(bool(letters) for letters, _ in positions)
    if sum(rows) > placed:
        last_column += max(rows)
    if len(rows) > len(positions) - placed:
        last_row += len(rows)
    return last_row * last_column


def _too_long(positions: Iterable[tuple[bytes, bytes]]) -> bool:
    return any(len(number) > _MOST_DIGITS for _, number in positions)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _repeated_cells(content: bytes) -> int:
    """The cells in the rows of an OpenDocument sheet; empty ones take no memory."""
    cells = 0
    for written in content.split(b"</table:table-row>"):
        attributes, _, inside = written.rpartition(b"<table:table-row")[2].partition(b">")
        if b"<text:p" in inside or b"office:value" in inside:
            times = _ROWS_REPEATED.search(attributes)
            columns = _COLUMNS_REPEATED.findall(inside)
            cells += (int(times[1]) if times else 1) * (1 + sum(map(int, columns)))
    return cells
