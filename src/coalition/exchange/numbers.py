"""Numbers as people write them in tables: 1.204,5 and 1,204.5 and ١٢٫٥ and 80 %."""

import re
from collections.abc import Iterable

_GROUPED = r"[+-]?[1-9]\d{0,2}(?:%s\d{3})+"
_GROUPS = r"[+-]?\d{1,3}(?:%s\d{2,3})*%s\d{3}(?!\d)"  # in India groups of two before the last
_BLANKS = re.compile("[\\s\u00a0\u2009\u202f'’_]")
_SIGNS = str.maketrans({"٫": ".", "٬": "", "−": "-", "，": ",", "．": ".", "％": "%", "٪": "%"})


def decimal_mark(written: Iterable[str], semicolons: bool = False) -> str:
    """Whether "," or "." is the decimal mark in a column of numbers.

    "1,204" alone is taken as grouped; "1.204" alone as a fraction, unless ``semicolons``, the
    separators of tables from where the comma is the decimal mark, divide the columns.
    """
    for number in written:
        number = _plain(number)
        dot, comma = number.rfind("."), number.rfind(",")
        if dot >= 0 and comma >= 0:
            return "." if dot > comma else ","
        if number.count(",") > 1:
            return "."  # groups, also those of India: 12,34,567
        if comma >= 0 and not re.fullmatch(_GROUPED % ",", number):
            return ","
        if number.count(".") > 1 and re.fullmatch(_GROUPED % r"\.", number):
            return ","
        if dot >= 0 and not re.fullmatch(_GROUPED % r"\.", number):
            return "."
    return "," if semicolons else "."


def number_in(written: str, mark: str = ".") -> float | None:
    """The number that ``written`` is, given its decimal mark; None where it is none.

    "NaN" and "inf" are numbers here, so that a reader can say what is wrong with them.
    """
    try:
        if mark == ".":
            return float(written)  # most are as simple as this
    except ValueError:
        pass
    number = _plain(written).removesuffix("%").removesuffix("+")
    group = "." if mark == "," else ","
    if group in number:
        if not re.match(_GROUPS % (f"[{group}]", f"[{group}]"), number):
            return None
        number = number.replace(group, "")
    try:
        return float(number.replace(",", "."))
    except ValueError:
        return None


def is_at_least(written: str) -> bool:
    """Whether the true number is this or more, as in "99+"."""
    return written.rstrip().endswith("+")


def _plain(written: str) -> str:
    return _BLANKS.sub("", written).translate(_SIGNS)
