"""Recurrence rules of iCalendar (RFC 5545, 3.3.10), spelled out by dateutil within bounds.

A rule runs in the local time of its event, so that a meeting at nine stays at nine when the
clocks change. dateutil knows no bounds: a rule that never matches, or matches every second, would
keep it busy for hours, so what a rule costs is estimated before it is begun.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, takewhile

from coalition.exchange.icalendar_properties import moment

_LONGEST = 1_000
_SECONDS = {"SECONDLY": 1, "MINUTELY": 60, "HOURLY": 3600}
_FREQUENCIES = frozenset((*_SECONDS, "DAILY", "WEEKLY", "MONTHLY", "YEARLY"))
_PARTS = frozenset(
    ("BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH")
) | frozenset(("BYSETPOS", "WKST"))
_FAULTS = (ValueError, TypeError, IndexError, KeyError, OverflowError, AttributeError)
_DAY = timedelta(days=1)


MOST_STEPS = 1_000_000
"""How many days or times may be looked at for one rule: every day of 2,700 years ..."""

MOST_STEPS_IN_ALL = 20_000_000
"""... and for all rules of a file."""

MOST_IN_ALL = 200_000
"""How many recurrences are kept of all events of a file."""


class UnusableRule(Exception):
    """A recurrence that cannot be spelled out; ``str()`` of it says why, as "it ..."."""


class Budget:
    """What may still be spent on the rules of one file."""

    def __init__(self) -> None:
        self._steps = MOST_STEPS_IN_ALL
        self._recurrences = MOST_IN_ALL

    def spend(self, steps: int) -> None:
        """Take ``steps`` from it; raises UnusableRule where they are too many."""
        if steps > MOST_STEPS:
            raise UnusableRule("it recurs too often to be spelled out")
        if steps > self._steps:
            raise UnusableRule("what recurs in this file is too much to be spelled out")
        self._steps -= steps

    def keep(self, recurrences: int) -> None:
        """Take that many recurrences from it; raises UnusableRule where they are too many."""
        if recurrences > self._recurrences:
            raise UnusableRule(f"what recurs in this file does so more than {MOST_IN_ALL:,} times")
        self._recurrences -= recurrences


@dataclass(frozen=True, slots=True)
class Rule:
    """A recurrence rule.

    parts: those of it that dateutil is given, as they are written.
    until: the last moment, whether it is a day alone and whether it is in UTC.
    """

    frequency: str
    interval: int
    parts: tuple[tuple[str, str], ...]
    count: int | None
    until: tuple[datetime, bool, bool] | None

    def _cost(self, first: datetime, last: datetime) -> int:
        """About how many days or times have to be looked at from ``first`` to ``last``."""
        span = max(timedelta(0), last - first)
        parts = dict(self.parts)
        times = 1
        for part in ("BYHOUR", "BYMINUTE", "BYSECOND"):
            times *= _items(parts.get(part, ""))
        picked = _items(parts.get("BYSETPOS", ""))
        if seconds := _SECONDS.get(self.frequency):
            steps = span // timedelta(seconds=seconds) // self.interval
            filtered = any(part != "WKST" for part in parts)
            if self.count is not None and not filtered:
                steps = min(steps, self.count)
            return steps * times * picked
        return span // _DAY * picked + times * _items(parts.get("BYDAY", ""))

    def instances(self, first: datetime, last: datetime, budget: Budget) -> Iterator[datetime]:
        """The local times from ``first``, where the rule begins, to ``last`` at most.

        Raises UnusableRule where a part of it makes no sense, or ``budget`` is not enough.
        """
        from dateutil.rrule import rrulestr

        budget.spend(self._cost(first, last))
        given = [("FREQ", self.frequency), ("INTERVAL", str(self.interval)), *self.parts]
        text = ";".join(f"{name}={value}" for name, value in given)
        try:
            found = rrulestr(text, dtstart=first).replace(until=last)
            yield from takewhile(lambda instance: instance <= last, islice(found, self.count))
        except _FAULTS:
            raise UnusableRule("it recurs by a rule that makes no sense") from None


def rule(text: str) -> Rule:
    """The rule in an RRULE's or EXRULE's value.

    Raises UnusableRule where it is none, or one of another calendar than the Gregorian (RFC 7529).
    """
    if len(text) > _LONGEST:
        raise UnusableRule(f"it recurs by a rule of more than {_LONGEST:,} characters")
    pairs = (part.partition("=") for part in text.strip().strip(";").split(";"))
    parts = {name.strip().upper(): value.strip().upper() for name, _, value in pairs}
    frequency = parts.get("FREQ", "")
    scale = parts.get("RSCALE", "GREGORIAN")
    if scale != "GREGORIAN":
        raise UnusableRule("it recurs by a calendar other than the Gregorian")
    interval, count = _number(parts.get("INTERVAL", "1")), _number(parts.get("COUNT", "1"))
    until = moment(parts["UNTIL"]) if "UNTIL" in parts else None
    senseless = "UNTIL" in parts and until is None
    if frequency not in _FREQUENCIES or not interval or not count or senseless:
        raise UnusableRule("it recurs by a rule that makes no sense")
    kept = tuple((name, value) for name, value in parts.items() if name in _PARTS)
    return Rule(frequency, interval, kept, count if "COUNT" in parts else None, until)


def _number(text: str) -> int:
    """A whole number above 0, else 0; a number that no calendar reaches is cut."""
    return min(int(text[:9]), 10**8) if text.isascii() and text.isdigit() else 0


def _items(text: str) -> int:
    return text.count(",") + 1
