"""The time zones of a calendar: IANA's by name, else as the calendar itself describes them.

A description (VTIMEZONE; RFC 5545, 3.6.5) is a list of observances, each with the rule by which it
begins; Outlook's begin in 1601. Where the name says which zone of IANA's it is, that one is used:
it knows the history, where a description often has the rules of one year only.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from coalition.exchange.icalendar_components import Component
from coalition.exchange.icalendar_properties import Property, moment, parsed
from coalition.exchange.icalendar_rules import Budget, UnusableRule, rule
from coalition.exchange.time_zones import iana

_MOST_OBSERVANCES = 200
_MOST_ONSETS = 5_000
_FIRST_YEAR = 1900  # no event is older, and Outlook's rules run from 1601
_EARLIEST, _LATEST = datetime(1, 1, 3), datetime(9999, 12, 29)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Zone:
    """What times are counted in, and its IANA name, "" where it has none."""

    clock: tzinfo
    name: str


UNIVERSAL = Zone(UTC, "")


@dataclass(frozen=True, slots=True)
class _Onset:
    """When an observance begins, in UTC, and the offsets before and from then on."""

    at: datetime
    before: timedelta
    after: timedelta


class DescribedZone(tzinfo):
    """A time zone as a calendar describes it.

    As in zoneinfo, a local time that the clocks leave out has the offset from before the change,
    and one that comes twice the earlier offset unless ``fold`` is 1 (RFC 5545, 3.3.5; PEP 495).
    """

    def __init__(self, onsets: Iterable[_Onset]) -> None:
        self._onsets = sorted(onsets, key=lambda onset: onset.at)
        self._at = [onset.at for onset in self._onsets]
        self._local = (
            [onset.at + max(onset.before, onset.after) for onset in self._onsets],
            [onset.at + min(onset.before, onset.after) for onset in self._onsets],
        )

    def _after(self, passed: int) -> timedelta:
        return self._onsets[passed - 1].after if passed else self._onsets[0].before

    def utcoffset(self, moment: datetime | None, /) -> timedelta:
        """The offset from UTC at a local time."""
        if moment is None:
            return self._after(len(self._at))
        return self._after(bisect_right(self._local[moment.fold], moment.replace(tzinfo=None)))

    def dst(self, moment: datetime | None, /) -> None:
        """Not told: what matters is the offset."""
        return

    def tzname(self, moment: datetime | None, /) -> None:
        """It has no name."""
        return

    def fromutc(self, moment: datetime, /) -> datetime:
        """The local time of a time in UTC that carries this zone."""
        passed = bisect_right(self._at, moment.replace(tzinfo=None))
        local = moment + self._after(passed)
        if passed:
            onset = self._onsets[passed - 1]
            since = moment.replace(tzinfo=None) - onset.at
            return local.replace(fold=int(since < onset.before - onset.after))
        return local


class Zones:
    """The zones that a calendar's times may name, found once each.

    parts:  the VTIMEZONE components of the calendar.
    known:  those that are worked out already, of all calendars of a reading.
    last:   up to when changes of the clocks are of interest.
    """

    def __init__(
        self,
        parts: Iterable[Component],
        known: dict[tuple[str, ...], Zone | None],
        last: datetime,
        budget: Budget,
    ) -> None:
        self._parts = {_name(part.lines): part.lines for part in parts}
        self._known, self._last, self._budget = known, last, budget
        self._found: dict[str, Zone | None] = {}

    def zone(self, name: str) -> Zone | None:
        """The zone that the calendar calls ``name``; None where nobody knows it."""
        if name not in self._found:
            self._found[name] = _of_iana(iana(name)) or self._of_part(name.strip('" '))
        return self._found[name]

    def _of_part(self, name: str) -> Zone | None:
        lines = self._parts.get(name)
        if not lines or not name:
            return None
        if lines not in self._known:
            try:
                self._known[lines] = _described(lines, self._last, self._budget)
            except UnusableRule:  # half a description would give wrong offsets
                self._known[lines] = None
        return self._known[lines]


def _name(lines: tuple[str, ...]) -> str:
    properties = filter(None, map(parsed, lines))
    return next((found.value.strip('" ') for found in properties if found.name == "TZID"), "")


def _of_iana(name: str) -> Zone | None:
    from zoneinfo import ZoneInfo

    return Zone(ZoneInfo(name), name) if name else None


def _described(lines: tuple[str, ...], last: datetime, budget: Budget) -> Zone | None:
    """The zone of a VTIMEZONE, with changes up to ``last``; None where it describes none."""
    aliases: list[str] = []
    observances: list[list[Property]] = []
    for found in filter(None, map(parsed, lines)):
        if found.name == "BEGIN":
            observances.append([])
        elif found.name in {"X-LIC-LOCATION", "TZID-ALIAS-OF"}:
            aliases.append(iana(found.value))
        elif observances:
            observances[-1].append(found)
    onsets: list[_Onset] = []
    for observance in observances[:_MOST_OBSERVANCES]:
        onsets += _onsets(observance, last, budget)
    return Zone(DescribedZone(onsets), next(filter(None, aliases), "")) if onsets else None


def _onsets(observance: list[Property], last: datetime, budget: Budget) -> Iterator[_Onset]:
    """When an observance begins; nothing where it makes no sense."""
    values = {found.name: found.value.strip() for found in observance}
    before, after = _offset(values.get("TZOFFSETFROM", "")), _offset(values.get("TZOFFSETTO", ""))
    first = moment(values.get("DTSTART", ""))
    if before is None or after is None or first is None:
        return
    starts = {first[0]}
    for found in observance:
        if found.name == "RRULE":
            starts.update(_by_rule(found.value, first[0], last, before, budget))
        elif found.name == "RDATE":
            dates = map(moment, found.value.split(",")[:_MOST_ONSETS])
            starts.update(date[0] for date in dates if date)
    for start in starts:
        if _EARLIEST < start < _LATEST:
            yield _Onset(start - before, before, after)


def _by_rule(
    text: str, first: datetime, last: datetime, before: timedelta, budget: Budget
) -> list[datetime]:
    """The local starts by a yearly rule: no clock changes by any other.

    Raises UnusableRule where it is none, or nothing is left of the budget.
    """
    found = rule(text)
    if found.frequency != "YEARLY":
        raise UnusableRule("it recurs more often than clocks change")
    if found.until:
        end, _, universal = found.until
        last = min(last, end + before if universal else end)
    if found.count is None and first.year < _FIRST_YEAR:
        first = first.replace(year=_FIRST_YEAR, day=min(first.day, 28))
    return found.instances(first, last, _MOST_ONSETS, budget)


def _offset(text: str) -> timedelta | None:
    """An offset from UTC: "+0100", "-003000"."""
    digits = text[1:].replace(":", "")
    if text[:1] not in {"+", "-"} or not digits.isascii() or not digits.isdigit():
        return None
    if len(digits) not in {4, 6}:
        return None
    hours, minutes, seconds = int(digits[:2]), int(digits[2:4]), int(digits[4:] or 0)
    found = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if found >= _DAY:
        return None
    return -found if text[0] == "-" else found
