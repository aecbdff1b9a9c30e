"""Text in columns: which delimiter, and the rows with the lines they start on."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

Row = tuple[int, list[str]]
"""The line a row starts on, from 1, and its cells."""

_DELIMITERS = "\t;,|，；^~"
_SAMPLE_ROWS = 200
_LONGEST_CELL = 200_000_000
_MOST_LINES_IN_A_ROW = 60


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text is divided into rows and cells."""

    delimiter: str
    quoted: bool
    skipped: int = 0  # lines before the table that are about the file, such as "sep=;"


def dialect_of(text: str) -> Dialect:
    """The delimiter that divides most rows of ``text`` alike, and whether quotes quote."""
    if text[:4].lower() == "sep=" and text[5:6] == "\n":
        return Dialect(text[4], _quotes_balance(text, text[4]), 1)
    sample = text[:65536]
    if len(text) > len(sample):
        sample = sample.rpartition("\n")[0]
    best = max(_DELIMITERS, key=lambda delimiter: _agreement(sample, delimiter))
    return Dialect(best, _quotes_balance(text, best))


def rows_in(text: str, dialect: Dialect) -> Iterator[Row]:
    """The rows that have a cell with something in it."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = io.StringIO(text, newline="\n")
    for _ in range(dialect.skipped):
        next(lines)
    reader = csv.reader(
        lines,
        delimiter=dialect.delimiter,
        quoting=csv.QUOTE_MINIMAL if dialect.quoted else csv.QUOTE_NONE,
        skipinitialspace=True,
    )
    line = 1
    for cells in reader:
        if any(cells):
            whole = cells if dialect.quoted else [cell.strip('"') for cell in cells]
            yield line + dialect.skipped, whole
        line = reader.line_num + 1


def widths_in(text: str, dialect: Dialect) -> list[int]:
    """How many cells each of the first rows has."""
    return [len(cells) for _, cells in islice(rows_in(text, dialect), _SAMPLE_ROWS)]


def _agreement(sample: str, delimiter: str) -> tuple[float, bool, int]:
    """The share of rows that have as many cells as most have, two at least; then whether the
    first has, which may be the header; then their number.
    """
    if delimiter not in sample:
        return (0.0, False, 0)
    widths = widths_in(sample, Dialect(delimiter, quoted=True))
    common = Counter(width for width in widths if width > 1).most_common(1)
    if not common:
        return (0.0, False, 0)
    width, times = common[0]
    return (round(times / len(widths), 1), widths[0] == width, width)


def _quotes_balance(text: str, delimiter: str) -> bool:
    """Whether quotes hold cells together: one left open would swallow the rest of the file."""
    if text.count('"') % 2 == 0:
        return True
    before = 0
    for line, _ in rows_in(text, Dialect(delimiter, quoted=True)):
        if line - before > _MOST_LINES_IN_A_ROW:
            return False
        before = line
    return text.count("\n", 0) - before < _MOST_LINES_IN_A_ROW and _closes(text, delimiter)


def _closes(text: str, delimiter: str) -> bool:
    try:
        for _ in csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter, strict=True):
            pass
    except csv.Error as fault:
        return "end of data" not in str(fault)
    return True
