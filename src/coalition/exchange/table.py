"""Tables with a column of tags: CSV and its relatives, Excel and OpenDocument workbooks."""

from dataclasses import replace

from coalition.errors import NothingFound, UnknownFormat
from coalition.exchange.kinds import kind_of
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class TableReader:
    """Reads the tags, and their weights and people where it has them, of a table."""

    name = "table"
    title = "Table with a column of tags, perhaps with weights: CSV, TSV, Excel, OpenDocument"
    advice = "it has a column for the tags, and no tag in it"

    def recognise(self, material: Document) -> Match:
        """Likely where rows have the same number of columns, or a header names tags."""
        if material.head.startswith(_WORKBOOKS):
            from coalition.exchange.spreadsheet import is_spreadsheet

            return Match.LIKELY if is_spreadsheet(material) else Match.NO
        text = material.head_text
        if text.lstrip()[:1] in {"{", "["} or kind_of(material):
            return Match.NO
        if len(material.content) > len(material.head):
            text = text.rpartition("\n")[0]
        from coalition.exchange.table_shape import is_table

        return Match.LIKELY if is_table(text) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """The tags with their weights, groups and people, rows that say the same added up.

        Raises UnknownFormat where no column can be told to hold tags, NothingFound where a
        workbook is empty, UnreadableInput where it is damaged.
        """
        if material.head.startswith(_WORKBOOKS):
            return _read_workbook(material, progress)
        from coalition.exchange.delimited import dialect_of, rows_in
        from coalition.exchange.table_rows import read_rows

        dialect = dialect_of(material.text)
        total = material.text.count("\n") + 1
        return read_rows(
            material.name, rows_in(material.text, dialect), dialect.delimiter, total, progress
        )


def _read_workbook(document: Document, progress: Progress) -> Reading:
    from coalition.exchange.spreadsheet import sheets_in
    from coalition.exchange.table_rows import read_rows

    sheets = sheets_in(document)
    if not sheets:
        raise NothingFound(f"{document.name} is an empty workbook: there is nothing to read.")
    faults: list[UnknownFormat] = []
    empty: list[Reading] = []
    for sheet in sheets:
        try:
            reading = read_rows(document.name, iter(sheet.rows), "", len(sheet.rows), progress)
        except UnknownFormat as fault:
            faults.append(fault)
            continue
        if not (reading.evidence or reading.people):
            empty.append(reading)
            continue
        others = ", ".join(other.name for other in sheets if other is not sheet)
        note = f"The sheet {sheet.name} was read; passed over: {others}."
        return replace(reading, notes=(*reading.notes, note)) if others else reading
    if empty:
        return empty[0]
    raise faults[0]


READER = TableReader()
