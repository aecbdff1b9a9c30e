"""Our own export as CSV, a record a row; the first column says what the row is.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula and runs it
(OWASP, "CSV Injection"; full-width signs, tabs and line ends count too). An apostrophe before it
keeps it a text. Cells that begin with an apostrophe get a second one, so that taking the first one
off gives exactly what was there.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import IO

from coalition.errors import UnreadableInput
from coalition.exchange.exported_fields import KIND, as_cells, column_names, from_cells
from coalition.exchange.exported_records import (
    LONGEST,
    VERSION,
    Placed,
    Raw,
    Wanted,
    check_version,
    cut_off,
    placed,
)
from coalition.model.exported import Exported
from coalition.model.reading import Problem

_FIRST_COLUMN = "coalition-export"
_TITLE = f"{_FIRST_COLUMN} {VERSION}"
_MARK = "'"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", _MARK)
_BOM = b"\xef\xbb\xbf"


def is_export(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is such an export."""
    start = head.removeprefix(_BOM).lstrip(b'"')
    return start.startswith(_FIRST_COLUMN.encode() + b" ")


def neutral(cell: str) -> str:
    """``cell`` so that no spreadsheet takes it for a formula."""
    return _MARK + cell if cell.startswith(_FORMULA) else cell


def as_it_was(cell: str) -> str:
    """A cell as it was before :func:`neutral`."""
    return cell[1:] if cell.startswith(_MARK) else cell


def write_export(records: Iterable[Exported]) -> Iterator[bytes]:
    """The content of the file, in parts."""
    names = column_names()
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow((_TITLE, *names[1:]))
    yield _BOM
    for record in records:
        cells = as_cells(record)
        writer.writerow([neutral(cells.get(name, "")) for name in names])
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()


def read_export(name: str, file: IO[bytes], wanted: Wanted) -> Iterator[Placed | Problem]:
    """As :data:`~coalition.exchange.exported_records.ReadExport`; whatever delimiter a spreadsheet
    has stored it with.
    """
    return placed(name, _rows(name, file), wanted)


def _rows(name: str, file: IO[bytes]) -> Iterator[Raw]:
    file.seek(0)
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    try:
        delimiter = next(text, "").lstrip('"').removeprefix(_TITLE).lstrip('"')[:1]
        text.seek(0)
        if delimiter not in (",", ";", "\t"):
            check_version(name, None)
        csv.field_size_limit(LONGEST)
        rows = csv.reader(text, delimiter=delimiter)
        names = (KIND, *next(rows)[1:])
        start = rows.line_num + 1
        for cells in rows:
            if any(cells):
                yield Raw(start, cells[0], partial(_record, names, cells))
            start = rows.line_num + 1
    except UnicodeDecodeError:
        raise UnreadableInput(
            f"{name} is not in UTF-8: take the file as it was exported, or save it as CSV UTF-8."
        ) from None
    except csv.Error:
        raise cut_off(name) from None
    finally:
        text.detach()


def _record(names: Sequence[str], cells: Sequence[str]) -> Exported:
    if len(cells) > len(names):
        raise ValueError("it has more cells than there are columns")
    return from_cells(dict(zip(names, map(as_it_was, cells), strict=False)))
