"""Org charts: tables of people and their managers.

As Workday, BambooHR, Personio, SAP SuccessFactors and Google's directory export them, and as Visio,
Lucidchart and OrgChart Now take them in: CSV and its relatives, Excel and OpenDocument workbooks.
A chart with a column of tags is a table of tags, which tells the same of its people.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from coalition.errors import UnknownFormat, UnreadableInput
from coalition.exchange.kinds import kind_of
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

if TYPE_CHECKING:
    from coalition.exchange.delimited import Row

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_PREAMBLE = 45
_SAMPLE = 200
_DELIMITER = re.compile(r"[\t;,|，；^~]")
# A piece of each header that names managers: what has none of them need not be looked at closely.
_HINTS = """
manager report supervis boss superior parent vorgesetzt führungskraft berichtet leiter fachliche
responsable supérieur rattach rapporte hiérarch matriciel jefe gerente reporta responsabile capo
riporta diretto gestor chefe líder lider leidinggevende rapporteert chef n+1 przełożony kierownik
руководител начальник مدير 上司 上長 上级 上长 经理 主管 マネ 報告先 レポート 관리자 상사 प्रबंधक quản
"""


class OrgChartReader:
    """Reads people, their roles and units, and who reports to whom."""

    name = "org-chart"
    title = "Org chart: people and their managers (Workday, BambooHR, Personio, SAP and others)"
    advice = "it has columns for people and their managers, and no person in it"

    def recognise(self, material: Document) -> Match:
        """Sure where a row near the top heads people and their managers, and no tags."""
        if material.head.startswith(_WORKBOOKS):
            return _in_workbook(material)
        text = material.head_text
        if text.lstrip()[:1] in {"{", "["} or not _hints_at_managers(text) or kind_of(material):
            return Match.NO
        from coalition.exchange.delimited import dialect_of, rows_in

        if goes_on := len(material.content) > len(material.head):
            text = text.rpartition("\n")[0]
        sample = list(islice(rows_in(text, dialect_of(text)), _SAMPLE))
        return Match.SURE if is_org_chart(sample, goes_on) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Everybody, with ties to their managers; what is unsure of those is a problem.

        Raises UnknownFormat where no row heads people and their managers.
        """
        from coalition.exchange.delimited import dialect_of, rows_in

        if material.head.startswith(_WORKBOOKS):
            return _read_workbook(material, progress)
        text = material.text
        rows = rows_in(text, dialect_of(text))
        reading = _read(material.name, rows, text.count("\n") + 1, progress)
        if reading is None:
            raise _no_chart(material.name)
        return reading


def is_org_chart(sample: "Sequence[Row]", goes_on: bool = False) -> bool:
    """Whether these rows, the first of a table that perhaps ``goes_on``, tell of people and their
    managers, and of no tags.
    """
    from coalition.exchange.columns import columns_by_header
    from coalition.exchange.people_columns import find_people, is_address_book

    found = find_people(sample)
    if found is None:
        return False
    columns, first = found
    header, below = sample[first - 1][1], [cells for _, cells in sample[first:]]
    names = [place for role in ("name", "first", "last") for place in columns.places.get(role, ())]
    named = any(place < len(row) and row[place].strip() for row in below for place in names)
    if not (columns.managed and (named or (goes_on and not below))) or is_address_book(header):
        return False
    return columns_by_header(header, below) is None


def _read(name: str, rows: "Iterator[Row]", total: int, progress: Progress) -> Reading | None:
    from coalition.exchange.people_columns import find_people
    from coalition.exchange.people_table import read_people

    sample = list(islice(rows, _SAMPLE))
    found = find_people(sample)
    if found is None or not found[0].managed:
        return None
    return read_people(OrgChartReader.name, name, found, sample, rows, total, progress)


def _in_workbook(material: Document) -> Match:
    from coalition.exchange.spreadsheet import is_spreadsheet, sheets_of

    if not is_spreadsheet(material):
        return Match.NO
    try:
        sheets = sheets_of(material)
    except UnreadableInput:  # the reader of tables says so
        return Match.NO
    return Match.SURE if any(is_org_chart(sheet.rows[:_SAMPLE]) for sheet in sheets) else Match.NO


def _read_workbook(material: Document, progress: Progress) -> Reading:
    from coalition.exchange.spreadsheet import sheets_of

    sheets = sheets_of(material)
    charts = [sheet for sheet in sheets if is_org_chart(sheet.rows[:_SAMPLE])]
    for sheet in charts or sheets:
        reading = _read(material.name, iter(sheet.rows), len(sheet.rows), progress)
        if reading is None:
            continue
        others = ", ".join(other.name for other in sheets if other is not sheet)
        note = f"The sheet {sheet.name} was read; passed over: {others}."
        return replace(reading, notes=(*reading.notes, note)) if others else reading
    raise _no_chart(material.name)


def _hints_at_managers(text: str) -> bool:
    """Whether a line near the top may head a column of managers beside another."""
    lines = text.split("\n", _PREAMBLE)[:_PREAMBLE]
    top = "\n".join(filter(_DELIMITER.search, lines)).casefold()
    return any(hint in top for hint in _HINTS.split())


def _no_chart(name: str) -> UnknownFormat:
    return UnknownFormat(
        f"{name} is no org chart: no row near its top heads a column of people and one of their "
        "managers. Name those two columns, such as `Name` and `Manager`."
    )


READER = OrgChartReader()
