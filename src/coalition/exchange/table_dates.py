"""Dates in the cells of a table: in the order in which this column writes day and month."""

import re
from collections.abc import Callable, Iterable

from coalition.exchange.linkedin_dates import iso

_SLASHED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)")

_DIGITS_OF_DAY_FIRST = re.compile("[٠-٩۰-۹०-९]")


def date_reader(sample: Iterable[str]) -> Callable[[str], str | None]:
    """Reads the dates of a column as ISO dates, as exact as they are; None where it is none.

    "06/08/2021" is a day in June or in August: the ``sample`` tells, by a day past the 12th, which
    stands first. Where it does not, only the year is sure. A point divides with the day first, and
    so do dates in the digits of Arabic, Persian or Hindi, whatever divides them.
    """
    dates = [
        match for cell in sample if (match := _SLASHED.match(cell)) and not _is_day_first(match[0])
    ]
    day_first = any(int(match[1]) > 12 for match in dates)
    month_first = any(int(match[2]) > 12 for match in dates)

    def read(cell: str) -> str | None:
        match = _SLASHED.match(cell)
        if match is None:
            return iso(cell)
        first, second, year = match.groups()
        sure = int(first) > 12 or int(second) > 12 or first == second
        if _is_day_first(match[0]) or (day_first and not month_first):
            return iso(f"{first}.{second}.{year}")
        found = iso(f"{first}/{second}/{year}")
        return found if sure or month_first > day_first else found and found[:4]

    return read


def _is_day_first(date: str) -> bool:
    return "." in date or _DIGITS_OF_DAY_FIRST.search(date) is not None
