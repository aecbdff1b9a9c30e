"""Recurrence rules of iCalendar (RFC 5545, 3.3.10), spelled out by dateutil within bounds.

A rule runs in the local time of its event, so that a meeting at nine stays at nine when the
clocks change. dateutil looks for the next day that matches until the year 9999, whatever the last
day wanted, so what makes that slow is refused, and the rules of a file share a budget.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, datetime
from itertools import islice

from coalition.exchange.icalendar_properties import moment

MOST_STEPS = 20_000_000
"""What the rules of one file may cost, in steps of about a microsecond."""

MOST_IN_ALL = 200_000
"""How many recurrences are kept of all events of a file."""

_LONGEST = 1_000
_MOST_POSITIONS = 12
_MOST_TIMES = 100
_STEPS_OF_A_TIME = 6
# What dateutil takes to look at ten days, by how often a rule recurs.
_STEPS = {"YEARLY": 2, "MONTHLY": 4, "WEEKLY": 8, "DAILY": 30}
_WITHIN_A_DAY = frozenset(("HOURLY", "MINUTELY", "SECONDLY"))
_DAYS = frozenset(("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH"))
_TIMES = ("BYHOUR", "BYMINUTE", "BYSECOND")
_PARTS = _DAYS | {*_TIMES, "BYSETPOS", "WKST"}
_FAULTS = (ValueError, TypeError, IndexError, KeyError, OverflowError, AttributeError)
_SENSELESS = "it recurs by a rule that makes no sense"


class UnusableRule(Exception):
    """A recurrence that cannot be spelled out; ``str()`` of it says why, as "it ..."."""


class Budget:
    """What may still be spent on the rules of one file."""

    def __init__(self) -> None:
        self._steps = MOST_STEPS
        self._recurrences = MOST_IN_ALL

    def spend(self, steps: int) -> None:
        """Take ``steps`` from it; raises UnusableRule where nothing is left."""
        self._steps -= steps
        if self._steps < 0:
            raise UnusableRule("what recurs in this file is too much to be spelled out")

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

    def instances(
        self, first: datetime, last: datetime, most: int, budget: Budget
    ) -> list[datetime]:
        """The local times from ``first``, where the rule begins, to ``last``.

        Raises UnusableRule where they are more than ``most``, a part of the rule makes no sense,
        or nothing is left of the budget.
        """
        budget.spend(0)
        try:
            return self._instances(first, last, most, budget)
        except _FAULTS:
            raise UnusableRule(_SENSELESS) from None

    def _instances(
        self, first: datetime, last: datetime, most: int, budget: Budget
    ) -> list[datetime]:
        if self.frequency in {"DAILY", "WEEKLY"} and not self._matches(first, budget):
            raise UnusableRule(_SENSELESS)
        found: list[datetime] = []
        end = first
        for end in islice(self._spelled(self.frequency, self.parts, first), self.count):
            found.append(end)
            if end > last or len(found) > most:
                break
        else:
            if self.count is None or len(found) < self.count:
                end = datetime(MAXYEAR, 12, 31)  # as far as it was looked for another
        days = (end - first).days
        budget.spend(days * _STEPS.get(self.frequency, 0) // 10 + len(found) * _STEPS_OF_A_TIME)
        if len(found) > most and end <= last:
            raise UnusableRule(f"it recurs more than {most:,} times")
        return found[:-1] if end > last and found and found[-1] == end else found

    def _matches(self, first: datetime, budget: Budget) -> bool:
        """Whether there is a day at all that the rule can fall on, by the fastest way to see."""
        parts = tuple((name, value) for name, value in self.parts if name in _DAYS)
        if all(name == "BYDAY" for name, _ in parts):
            return True
        found = next(iter(self._spelled("YEARLY", parts, first)), None)
        budget.spend(((found or datetime(MAXYEAR, 12, 31)) - first).days * _STEPS["YEARLY"] // 10)
        return found is not None

    def _spelled(
        self, frequency: str, parts: tuple[tuple[str, str], ...], first: datetime
    ) -> Iterable[datetime]:
        from dateutil.rrule import rrulestr

        interval = self.interval if frequency == self.frequency else 1
        given = (("FREQ", frequency), ("INTERVAL", str(interval)), *parts)
        text = ";".join(f"{name}={value}" for name, value in given)
        found: Iterable[datetime] = rrulestr(text, dtstart=first)
        return found


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
    if frequency not in {*_STEPS, *_WITHIN_A_DAY} or not interval or not count or senseless:
        raise UnusableRule(_SENSELESS)
    kept = tuple((name, value) for name, value in parts.items() if name in _PARTS)
    _check(frequency, dict(kept))
    return Rule(frequency, interval, kept, count if "COUNT" in parts else None, until)


def _check(frequency: str, parts: dict[str, str]) -> None:
    """Refuse what no meeting recurs by, and what takes dateutil long."""
    if frequency in _WITHIN_A_DAY and parts.keys() - {"WKST"}:
        raise UnusableRule("it recurs several times a day by a rule that is not read")
    times = 1
    for name in _TIMES:
        times *= _items(parts.get(name, ""))
    if times > _MOST_TIMES or _items(parts.get("BYSETPOS", "")) > _MOST_POSITIONS:
        raise UnusableRule("it recurs at too many times of a day, or days of a month")


def _number(text: str) -> int:
    """A whole number above 0, else 0; a number that no calendar reaches is cut."""
    return min(int(text[:9]), 10**8) if text.isascii() and text.isdigit() else 0


def _items(text: str) -> int:
    return text.count(",") + 1
