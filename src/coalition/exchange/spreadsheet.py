"""Excel (.xlsx, .xls) and OpenDocument (.ods) workbooks as sheets of rows of text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coalition.errors import UnreadableInput
from coalition.exchange.delimited import Row
from coalition.exchange.material import Document

_SHEETS = "_sheets"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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


def sheets_of(document: Document) -> list[Sheet]:
    """The same as :func:`sheets_in`, opened once for all who look at the document."""
    known = document.__dict__.get(_SHEETS)
    if known is None:
        try:
            known = sheets_in(document)
        except UnreadableInput as fault:
            known = fault
        document.__dict__[_SHEETS] = known  # as a cached property does it
    if isinstance(known, UnreadableInput):
        raise known
    return known


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
    from coalition.exchange.workbook_size import is_too_large

    if is_too_large(parts_of(document.name, document.content)):
        raise UnreadableInput(
            f"{document.name} has a sheet that is too large: save the part with the tags as CSV."
        )
