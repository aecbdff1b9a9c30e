"""Recency: what was said long ago counts less.

Evidence of age a counts ``2 ** (-a / half-life)``: one of today 1, one a half-life old 1/2, one
two half-lives old 1/4. This is the time weight of Ding and Li, "Time weight collaborative
filtering" (CIKM 2005, section 4.1), who halve a rating's weight every T0 in the same way; it is
the one decay in which the order of two profiles' shares does not change while nothing is said.

Nothing here reads a clock: the day from which ages count is given.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from coalition.errors import InputError

DAYS_A_YEAR = 365.25
DAYS_A_MONTH = DAYS_A_YEAR / 12
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Recency:
    """How the age of evidence counts.

    half_life: the age at which evidence counts half; more than 0.
    today:     the day from which ages count.
    """

    half_life: timedelta
    today: date

    def share(self, on: str | None) -> float | None:
        """What is left of a voice raised on an ISO date, more or less exact; None without one.

        More than 0 (at least as far as floating point goes), up to 1; a day to come counts 1.
        """
        age = _days_since(on, self.today) if on else None
        return None if age is None else 2.0 ** (-age * (_DAY / self.half_life))

    def latest(self, dates: Iterable[str | None]) -> float:
        """What is left of one voice raised on several dates: the latest counts.

        Where a date is told, what has none is taken for the same word; where none is told nothing
        is known of the age, and nothing is taken off: 1.
        """
        known = [share for on in dates if (share := self.share(on)) is not None]
        return max(known, default=1.0)

    def at_the_end_of(self, year: int) -> "Recency":
        """The same on the last day of a year, or today where that is earlier."""
        return replace(self, today=min(self.today, date(year, 12, 31)))

    def __str__(self) -> str:
        return f"half-life {in_words(self.half_life)}, on {self.today.isoformat()}"


def recency_of(half_life: timedelta | None, today: date | None) -> Recency | None:
    """The two as one; None without a half-life, which lets all ages count the same.

    Raises InputError for a half-life that is not above 0 or has no day to count from.
    """
    if half_life is None:
        return None
    if half_life <= timedelta(0):
        raise InputError("A half-life is longer than nothing: give one such as 3 years.")
    if today is None:
        raise InputError("A half-life needs the day from which ages count: give it as today.")
    return Recency(half_life, today)


def is_dated(on: str | None) -> bool:
    """Whether this is a date that ages can be counted from."""
    return bool(on) and _period(on or "") is not None


def in_words(half_life: timedelta) -> str:
    """A half-life in the largest unit in which it is whole: "3 years", "18 months", "90 days"."""
    days = half_life / _DAY
    for unit, length in (("year", DAYS_A_YEAR), ("month", DAYS_A_MONTH), ("day", 1.0)):
        count = days / length
        if abs(count - round(count)) < 1e-6 and round(count):
            return f"{round(count)} {unit}{'s' * (round(count) != 1)}"
    return f"{days:.6g} days"


@lru_cache(maxsize=65_536)
def _days_since(on: str, today: date) -> float | None:
    """The age in days: that of the middle of the days that ``on`` may mean, none of them to come.

    A year may mean any of its days; the middle is wrong by half a year at most.
    """
    period = _period(on)
    if period is None:
        return None
    first, last = period
    return max(0.0, ((today - first) + (today - min(last, max(first, today)))) / _DAY / 2)


def _period(on: str) -> tuple[date, date] | None:
    """The first and the last day that an ISO date may mean; None where it is none."""
    parts = on.split("-")
    try:
        numbers = [int(part) for part in parts]
        match numbers:
            case [year]:
                return date(year, 1, 1), date(year, 12, 31)
            case [year, 12]:
                return date(year, 12, 1), date(year, 12, 31)
            case [year, month]:
                return date(year, month, 1), date(year, month + 1, 1) - _DAY
            case [year, month, day]:
                return (exact := date(year, month, day)), exact
    except (ValueError, OverflowError):
        return None
    return None
