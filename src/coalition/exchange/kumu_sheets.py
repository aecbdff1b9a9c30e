"""The sheets that Kumu imports and exports; see :mod:`coalition.exchange.kumu`.

Elements and connections stand in sheets of their own, or one below the other in one sheet, with two
blank rows between; what is called "(ignore)" is left out.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from coalition.errors import UnknownFormat
from coalition.exchange.delimited import Row, dialect_of, rows_in
from coalition.exchange.edge_list_rows import add_row
from coalition.exchange.kumu_keys import Keys
from coalition.exchange.material import Document
from coalition.exchange.network import Network
from coalition.exchange.network_words import plain
from coalition.exchange.reader import Progress
from coalition.exchange.tag_text import tag_text
from coalition.model.reading import Reading

if TYPE_CHECKING:
    from zipfile import ZipFile

_IGNORED = "(ignore)"
_BLANK_ROWS = 2
_STEP = 20_000
_HEAD = 65536
_SHEET = re.compile(
    rb"""<(?:\w{1,20}:)?sheet\b[^<>]{0,300}?\bname\s*=\s*["']([^"'<>]{1,100})["']"""
)
_TEXT = re.compile(rb"<(?:\w{1,20}:)?t\b[^<>]{0,100}>([^<>]{0,100})</")
_MARKS = {"type", "description", "tags", "image"}


def has_kumu_sheets(material: Document) -> bool:
    """Whether this is a workbook with sheets named as Kumu exports them, or headed as it asks.

    Only the beginning of its list of sheets and of its texts is looked at.
    """
    import zipfile
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(material.content)) as archive:
            listed = _SHEET.findall(_beginning(archive, "xl/workbook.xml"))
            texts = _TEXT.findall(_beginning(archive, "xl/sharedStrings.xml"))
            if not texts:  # some writers put the texts into the sheet itself
                texts = _TEXT.findall(_beginning(archive, "xl/worksheets/sheet1.xml"))
    except Exception:  # damaged in any of a dozen ways
        return False
    sheets = {name.strip().lower() for name in listed}
    words = {text.strip().lower() for text in texts[:400]}
    named = {b"elements", b"connections"} & sheets
    heads = [text.strip().lower() for text in texts[:2]]
    return (bool(named) and bool({b"label", b"from"} & words)) or heads == [b"from", b"to"]


def _beginning(archive: "ZipFile", part: str) -> bytes:
    if part not in archive.namelist():
        return b""
    with archive.open(part) as file:
        return file.read(_HEAD)


def read_sheets(format_name: str, material: Document, progress: Progress) -> Reading:
    """The people and connections of a workbook: first all elements, then who is connected.

    Raises UnknownFormat where no sheet is headed by Label, or by From and To.
    """
    from coalition.exchange.spreadsheet import sheets_in

    sheets = [sheet for sheet in sheets_in(material) if _IGNORED not in sheet.name.lower()]
    sections = [section for sheet in sheets for section in _sections(sheet.rows)]
    headed = [(head, rows) for head, *rows in sections if _is_elements(head) or _ends(head)]
    if not headed:
        raise UnknownFormat(
            f"{material.name} has no sheet that starts with the column Label, or with From and To."
        )
    network, keys = Network(material.name), Keys()
    for head, rows in headed:
        if _is_elements(head):
            _add_elements(network, keys, head, rows, progress)
    for head, rows in headed:
        if ends := _ends(head):
            for line, cells in rows:
                add_row(network, head[1], ends, line, cells, keys.find)
    return network.reading(format_name)


def read_elements(format_name: str, material: Document, progress: Progress) -> Reading:
    """The people of a table of elements alone."""
    rows = list(rows_in(material.text, dialect_of(material.text)))
    network = Network(material.name)
    _add_elements(network, Keys(), rows[0], rows[1:], progress)
    return network.reading(format_name)


def is_header_of_elements(text: str) -> bool:
    """Whether the first row is that of elements, with two more of the columns Kumu names."""
    first = next(islice(rows_in(text, dialect_of(text)), 1), None)
    if first is None or not _is_elements(first):
        return False
    return len(_MARKS.intersection(map(plain, first[1]))) >= 2


def _sections(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows from one header to the next: two blank rows begin a section."""
    section: list[Row] = []
    for row in rows:
        if section and row[0] - section[-1][0] > _BLANK_ROWS:
            yield section
            section = []
        section.append(row)
    if section:
        yield section


def _is_elements(head: Row) -> bool:
    names = [plain(cell) for cell in head[1][:2]]
    return names[:1] == ["label"] or names == ["id", "label"]


def _ends(head: Row) -> tuple[int, int] | None:
    names = [plain(cell) for cell in head[1][:3]]
    if "from" in names and "to" in names:
        return names.index("from"), names.index("to")
    return None


def _add_elements(
    network: Network, keys: Keys, head: Row, rows: Sequence[Row], progress: Progress
) -> None:
    names = [cell.strip() for cell in head[1]]
    for done, (line, cells) in enumerate(rows, 1):
        fields: dict[str, str] = {}
        for name, cell in zip(names, cells, strict=False):
            if name:
                fields.setdefault(name, cell)
        named = {plain(name): tag_text(cell) for name, cell in fields.items()}
        label = named.get("label", "")
        if key := keys.add(named.pop("id", ""), label):
            network.person(key, fields, line, f"“{label[:40]}”")
        else:
            network.problem("An element without a label, so it is not used.", line)
        if done % _STEP == 0:
            progress(done, len(rows))
