"""Whether a text is a table: columns that most rows share, or a header that names some."""

import re
from itertools import islice

from coalition.exchange.columns import is_header, role_of
from coalition.exchange.delimited import dialect_of, rows_in, widths_in
from coalition.exchange.prose import is_prose, is_punctuated

_PREAMBLE = 40
_BELOW = 20
_SHARE_AS_WIDE = 0.6
# "12 endorsements" beside a tag: a list with counts, whose unit belongs to no column.
_COUNT_OF = re.compile(r"\s*\d[\d.,]*\+?\s+[^\W\d_]{2,20}\s*")


def is_table(text: str) -> bool:
    """Whether most rows have the same number of columns, two at least; or a header says so.

    The commas of a letter or an article divide nothing.
    """
    dialect = dialect_of(text)
    first = next(rows_in(text, dialect), None)
    if first is None:
        return False
    if dialect.skipped or _names_columns(first[1]):
        return True
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if dialect.delimiter in ",，" and is_punctuated(lines) and is_prose(lines):
        return False
    widths = widths_in(text, dialect)
    wide = [width for width in widths if width > 1]
    common = max(set(wide), key=wide.count, default=0)
    rows = [cells for _, cells in islice(rows_in(text, dialect), _PREAMBLE)]
    if wide.count(common) >= max(2, len(widths) * _SHARE_AS_WIDE):
        return not all(len(row) == 2 and _COUNT_OF.fullmatch(row[1]) for row in rows)
    return any(_names_columns(row) for row in rows if len(row) > 1)


def is_headed_table(text: str) -> bool:
    """Whether a row near the top surely names columns, and most rows below have as many."""
    dialect = dialect_of(text)
    rows = [cells for _, cells in islice(rows_in(text, dialect), _PREAMBLE + _BELOW)]
    for place, row in enumerate(rows[:_PREAMBLE]):
        below = rows[place + 1 : place + 1 + _BELOW]
        alike = sum(len(cells) == len(row) for cells in below)
        if len(row) > 1 and alike * 2 > len(below) and _names_columns(row):
            return True
    return False


def _names_columns(row: list[str]) -> bool:
    """Whether ``row`` is surely a header: of tags, and of something about them."""
    roles = list(map(role_of, row))
    others = len(set(roles) - {"tag", ""})
    return is_header(row) and "tag" in roles and others > 0 and roles.count("") < len(row) / 2
