"""When events are: days, local times without a zone, and times in one (RFC 5545, 3.3.5)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from coalition.exchange.icalendar_properties import Property, duration, moment
from coalition.exchange.icalendar_zones import UNIVERSAL, Zone, Zones


class NoMoment(Exception):
    """What should be a date is none; ``str()`` of it is what stands there."""


@dataclass(frozen=True, slots=True)
class When:
    """A local time, midnight where it is a whole day; ``zone`` is None where it floats."""

    local: datetime
    whole_day: bool
    zone: Zone | None

    def beside(self, other: "When") -> datetime:
        """The same time as the clock of ``other`` shows it."""
        if self.zone is None or other.zone is None or self.zone is other.zone:
            return self.local
        aware = self.local.replace(tzinfo=self.zone.clock)
        return aware.astimezone(UTC).astimezone(other.zone.clock).replace(tzinfo=None)

    @property
    def stamp(self) -> str:
        """What identifies it in every calendar: in UTC where it is tied to a zone."""
        if self.whole_day:
            return self.local.strftime("%Y%m%d")
        if self.zone is None:
            return self.local.strftime("%Y%m%dT%H%M%S")
        instant = self.local.replace(tzinfo=self.zone.clock).astimezone(UTC)
        return instant.strftime("%Y%m%dT%H%M%SZ")


_LONGEST = timedelta(days=36_600)


@dataclass(frozen=True, slots=True)
class Span:
    """How long it takes: whole days as the calendar counts them, then an exact time."""

    days: int
    exact: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Told:
    """A beginning and an end as a touchpoint has them, and the zone's IANA name."""

    at: str
    until: str | None
    zone: str


def when(found: Property, zones: Zones, unknown: list[str]) -> When:
    """The moment in a property such as DTSTART.

    A time zone that nobody knows is put on ``unknown``, and the time floats. Raises NoMoment.
    """
    return _when(found, found.value, zones, unknown)


def moments(found: Property, zones: Zones, unknown: list[str]) -> list[tuple[When, Span | None]]:
    """Those of an EXDATE or RDATE, each with its length where it is a period; raises NoMoment."""
    told = []
    for value in found.value.split(","):
        start_text, _, end_text = value.partition("/")
        if not start_text.strip():
            continue
        start = _when(found, start_text, zones, unknown)
        span = length(end_text)
        if end_text and span is None:
            span = between(start, _when(found, end_text, zones, unknown))
        told.append((start, span))
    return told


def length(value: str) -> Span | None:
    """A DURATION; None where it is none, or no event takes that long."""
    nominal = duration(value)
    if nominal is None or timedelta(days=nominal[0]) + nominal[1] > _LONGEST:
        return None
    return Span(*nominal)


def between(start: When, end: When) -> Span | None:
    """From ``start`` to ``end``; None where that is less than nothing, or no event is so long."""
    if start.whole_day or end.whole_day:
        days = (end.local.date() - start.local.date()).days
        return Span(days) if 0 <= days <= _LONGEST.days else None
    if start.zone and end.zone:
        exact = end.local.replace(tzinfo=end.zone.clock).astimezone(UTC) - start.local.replace(
            tzinfo=start.zone.clock
        ).astimezone(UTC)
    else:
        exact = end.local - start.local
    return Span(0, exact) if timedelta(0) <= exact <= _LONGEST else None


def told(start: When, span: Span | None, home: Zone | None) -> Told:
    """What is told of a time: of days the first and the last, of times those with their offset.

    A time in UTC is shown as the clock at ``home``, the calendar's own zone (X-WR-TIMEZONE), has
    it. A time that the clocks leave out is taken by the offset from before, so it is shown later.
    """
    if start.whole_day:
        last = start.local + timedelta(days=max(span.days, 1) - 1) if span else None
        return Told(_day(start.local), _day(last) if last else None, "")
    if start.zone is None:
        end = start.local + timedelta(days=span.days) + span.exact if span else None
        return Told(start.local.isoformat(), end.isoformat() if end else None, "")
    zone = home if home and start.zone is UNIVERSAL else start.zone
    instant = start.local.replace(tzinfo=start.zone.clock).astimezone(UTC)
    ended = None
    if span:
        nominal = start.local + timedelta(days=span.days)
        ended = nominal.replace(tzinfo=start.zone.clock).astimezone(UTC) + span.exact
    until = ended.astimezone(zone.clock).isoformat() if ended else None
    return Told(instant.astimezone(zone.clock).isoformat(), until, zone.name)


def _day(local: datetime) -> str:
    return local.date().isoformat()


def _when(found: Property, value: str, zones: Zones, unknown: list[str]) -> When:
    read = moment(value)
    if read is None:
        raise NoMoment(value)
    local, whole_day, universal = read
    if whole_day or found["VALUE"].upper() == "DATE":
        return When(local.replace(hour=0, minute=0, second=0), True, None)
    if universal:
        return When(local, False, UNIVERSAL)
    name = found["TZID"]
    zone = zones.zone(name) if name else None
    if name and zone is None:
        unknown.append(name)
    return When(local, False, zone)
