"""The files of an archive that only a workbook reads, row by row, with what was wrong in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from coalition.exchange.linkedin_files import NO_HEADER, UNCLOSED, kind_of
from coalition.exchange.linkedin_rows import Header, Row, each_row, headers
from coalition.exchange.material import Document
from coalition.model.reading import Problem

# Columns that the header of such a file has at least.
_SIGNATURES: Mapping[str, frozenset[str]] = {
    "messages": frozenset({"from", "to", "date"}),
    "invitations": frozenset({"from", "to", "sent at"}),
    "imported contacts": frozenset({"first name", "emails"}),
    "email addresses": frozenset({"email address"}),
}
KINDS = (*_SIGNATURES, "given", "recommendations given")
"""The kinds of files that are read for a workbook beside those in ``linkedin_files.READ``."""


@dataclass(slots=True)
class Table:
    """One file: its name, the columns it has, its rows (to be taken once) and their faults."""

    file: str
    columns: tuple[str, ...] = ()
    rows: Iterator[Row] = field(default_factory=lambda: iter(()))
    problems: list[Problem] = field(default_factory=list)


def table_in(document: Document, kind: str) -> Table:
    """The table of ``document``, which should be a file of that kind.

    Its problems are complete when its rows were taken.
    """
    text, table = document.text, Table(document.name)
    for header in headers(text):
        if _fits(header.columns, kind):
            table.columns = header.columns
            table.rows = _rows(text, header, table)
            return table
    if text.strip():
        table.problems.append(Problem(document.name, None, NO_HEADER.format(kind)))
    return table


def _fits(columns: tuple[str, ...], kind: str) -> bool:
    if kind in _SIGNATURES:
        return _SIGNATURES[kind] <= set(columns)
    return kind_of(columns) == kind.removesuffix(" given")


def _rows(text: str, header: Header, table: Table) -> Iterator[Row]:
    broken: list[int] = []
    yield from each_row(text, header, broken)
    table.problems += [Problem(table.file, line, UNCLOSED) for line in broken]
