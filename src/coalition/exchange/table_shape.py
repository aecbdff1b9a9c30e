"""Whether a text is a table: columns that most rows share, or a header that names some."""

from itertools import islice

from coalition.exchange.columns import is_header, role_of
from coalition.exchange.delimited import dialect_of, rows_in, widths_in

_PREAMBLE = 40
_SHARE_AS_WIDE = 0.6


def is_table(text: str) -> bool:
    """Whether most rows have the same number of columns, two at least; or a header says so."""
    dialect = dialect_of(text)
    first = next(rows_in(text, dialect), None)
    if first is None:
        return False
    if dialect.skipped or _names_columns(first[1]):
        return True
    widths = widths_in(text, dialect)
    wide = [width for width in widths if width > 1]
    common = max(set(wide), key=wide.count, default=0)
    if wide.count(common) >= max(2, len(widths) * _SHARE_AS_WIDE):
        return True
    rows = (cells for _, cells in islice(rows_in(text, dialect), _PREAMBLE))
    return any(_names_columns(row) for row in rows if len(row) > 1)


def _names_columns(row: list[str]) -> bool:
    """Whether ``row`` is surely a header: of tags, and of something about them."""
    roles = list(map(role_of, row))
    others = len(set(roles) - {"tag", ""})
    return is_header(row) and "tag" in roles and others > 0 and roles.count("") < len(row) / 2
