"""Events of the same identity put together: an event, its recurrences and what replaces them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime

from coalition.exchange.icalendar_events import Event
from coalition.exchange.icalendar_pattern import NEVER, beginnings
from coalition.exchange.icalendar_rules import Budget
from coalition.exchange.icalendar_times import Span, When


@dataclass(frozen=True, slots=True)
class Series:
    """The events of one UID: the event itself, and those that stand for a recurrence of it.

    master:  None where a file holds only changed recurrences, as invitations to one do.
    changed: all of them have a ``recurrence``.
    shared:  whether another event has the same UID, as some programs give them all.
    """

    master: Event | None
    changed: tuple[Event, ...]
    shared: bool = False

    @property
    def events(self) -> tuple[Event, ...]:
        """All of its events."""
        return (self.master, *self.changed) if self.master else self.changed


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event at one of the times it happens; ``recurrence`` tells which, "" for the only one."""

    event: Event
    start: When
    span: Span | None
    recurrence: str = ""


def series_of(events: Iterable[Event]) -> tuple[list[Series], int]:
    """The events by their identity, and how many older versions of them were left out."""
    by_uid: dict[object, list[Event]] = {}
    for event in events:
        by_uid.setdefault(event.uid or event.source, []).append(event)
    found: list[Series] = []
    older = 0
    for group in by_uid.values():
        if len(group) == 1 and group[0].recurrence is None:
            found.append(Series(group[0], ()))
            continue
        masters = _newest([event for event in group if event.recurrence is None])
        changed = _newest([event for event in group if event.recurrence is not None])
        older += len(group) - len(masters) - len(changed)
        shared = len(masters) > 1
        found.append(Series(masters[0] if masters else None, tuple(changed), shared))
        found += [Series(another, (), shared) for another in masters[1:]]
    return found, older


def _newest(events: Iterable[Event]) -> list[Event]:
    """The newest version of each event; a cancellation is newer than what it cancels.

    Events that are given the same UID although they begin at other times all stay, where no
    version is newer.
    """
    newest: dict[str, dict[datetime | None, Event]] = {}
    for event in events:
        identity = event.recurrence.stamp if event.recurrence else ""
        kept = newest.setdefault(identity, {})
        other = next(iter(kept.values()), event)
        if (event.version, event.cancelled) > (other.version, other.cancelled):
            kept.clear()
        elif (event.version, event.cancelled) < (other.version, other.cancelled):
            continue
        kept.setdefault(None if event.recurrence else event.start.local, event)
    return [event for kept in newest.values() for event in kept.values()]


def occurrences(series: Series, last: datetime, budget: Budget) -> Iterator[Occurrence]:
    """Every time that a series happens, up to ``last``, and its changed recurrences in any case.

    Raises UnusableRule, before anything is given, where a rule cannot be spelled out.
    """
    master = series.master
    if master is not None:
        yield from _of_master(master, series, last, budget)
    for event in series.changed:
        if event.recurrence is not None:
            yield Occurrence(event, event.start, event.span, event.recurrence.stamp)


def _of_master(
    master: Event, series: Series, last: datetime, budget: Budget
) -> Iterator[Occurrence]:
    """The recurrences of an event but for those that others stand for."""
    starts = beginnings(master.pattern, master.start, last, budget)
    recurs = master.pattern is not NEVER or bool(series.changed) or series.shared
    replaced_times: set[datetime] = set()
    replaced_days: set[date] = set()
    onward: list[tuple[datetime, Event]] = []
    for event in series.changed:
        if event.recurrence is None:
            continue
        at = event.recurrence.beside(master.start)
        if event.recurrence.whole_day or master.start.whole_day:
            replaced_days.add(at.date())
        replaced_times.add(at)
        if event.onward:
            onward.append((at, event))
    onward.sort(key=lambda pair: pair[0])
    turns = [at for at, _ in onward]
    for local, span in sorted(starts.items(), key=lambda pair: pair[0]):
        if local in replaced_times or local.date() in replaced_days:
            continue
        start = When(local, master.start.whole_day, master.start.zone)
        stamp = start.stamp if recurs else ""
        if passed := bisect_right(turns, local):
            yield from _moved(onward[passed - 1][1], start, stamp)
        else:
            yield Occurrence(master, start, span or master.span, stamp)


def _moved(by: Event, start: When, stamp: str) -> Iterator[Occurrence]:
    """A recurrence as an event for it and all that follow has it: as much later or earlier.

    Nothing, where that is beyond all calendars.
    """
    if by.recurrence is not None:
        with suppress(OverflowError):
            local = start.beside(by.start) + (by.start.local - by.recurrence.beside(by.start))
            if 1 < local.year < MAXYEAR:
                moved = When(local, by.start.whole_day, by.start.zone)
                yield Occurrence(by, moved, by.span, stamp)
