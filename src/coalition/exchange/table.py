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
        return _read(material, progress, False)

    def read_all(self, material: Document, progress: Progress = silent) -> Reading:
        """The same with all that is told of the people, whether the table has tags or not.

        Raises what :meth:`read` does, but for a table of people without a column of tags.
        """
        return _read(material, progress, True)


def _read(document: Document, progress: Progress, everything: bool) -> Reading:
    if document.head.startswith(_WORKBOOKS):
        return _read_workbook(document, progress, everything)
    from coalition.exchange.delimited import dialect_of, rows_in
    from coalition.exchange.table_rows import read_rows

    text = document.text
    dialect = dialect_of(text)
    rows, total = rows_in(text, dialect), text.count("\n") + 1
    return read_rows(document.name, rows, dialect.delimiter, total, progress, everything)


def _read_workbook(document: Document, progress: Progress, everything: bool) -> Reading:
    from coalition.exchange.spreadsheet import sheets_of
    from coalition.exchange.table_rows import read_rows

    sheets = sheets_of(document)
    if not sheets:
        raise NothingFound(f"{document.name} is an empty workbook: there is nothing to read.")
    faults: list[UnknownFormat] = []
    empty: list[Reading] = []
    for sheet in sheets:
        try:
            rows, total = iter(sheet.rows), len(sheet.rows)
            reading = read_rows(document.name, rows, "", total, progress, everything)
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
