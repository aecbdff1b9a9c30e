"""Touchpoints from the events of calendars: who met whom, when, and about what."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from coalition.exchange.icalendar_calendars import Calendars
from coalition.exchange.icalendar_events import Event
from coalition.exchange.icalendar_people import Participant
from coalition.exchange.icalendar_rules import Budget, UnusableRule
from coalition.exchange.icalendar_series import Occurrence, Series, occurrences, series_of
from coalition.exchange.icalendar_times import told
from coalition.exchange.material import Document
from coalition.exchange.reader import Progress
from coalition.model.contact import Channel, Tie, TieKind, Touchpoint
from coalition.model.person import Person
from coalition.model.reading import Problem, Reading
from coalition.model.source import Source

AHEAD = timedelta(days=366)
"""How far ahead of today meetings are kept: touchpoints are held or planned, and the end of a
series without end is not planned."""

_CANCELLED = "cancelled"
_ALONE = "alone"
_DECLINED = "declined"
_AHEAD = "ahead"
_PRIVATE = "private"
_OLDER = "older"
_NOTES = {
    _CANCELLED: ("cancelled event is no touchpoint", "cancelled events are no touchpoints"),
    _ALONE: (
        "event with nobody but the calendar's owner is no touchpoint",
        "events with nobody but the calendar's owner are no touchpoints",
    ),
    _DECLINED: (
        "event that the calendar's owner declined is no touchpoint",
        "events that the calendar's owner declined are no touchpoints",
    ),
    _AHEAD: (
        "event is more than a year ahead, so it is passed over",
        "events are more than a year ahead, so they are passed over",
    ),
    _PRIVATE: (
        "private event is kept without its subject",
        "private events are kept without their subjects",
    ),
    _OLDER: (
        "older version of an event is passed over",
        "older versions of events are passed over",
    ),
}
_NOT_KEPT = "What events say beside their subject is not kept: descriptions, places, attachments."


def reading_of(
    format: str, name: str, documents: Iterator[Document], progress: Progress, *, today: date
) -> Reading:
    """All touchpoints in the calendars of ``documents``, up to :data:`AHEAD` of ``today``."""
    last = datetime.combine(today + AHEAD, time.max)
    calendars = Calendars(last, Budget())
    for document in documents:
        calendars.add(document)
    found = _Touchpoints(calendars)
    series, older = series_of(calendars.events)
    found.counts[_OLDER] += older
    for done, one in enumerate(series):
        if done % 1_000 == 0:
            progress(done, len(series))
        found.add(one)
    return found.reading(format, name)


class _Touchpoints:
    """What came of the series so far."""

    def __init__(self, calendars: Calendars) -> None:
        self._calendars = calendars
        self._owner = calendars.owner
        self._problems: list[Problem] = []
        self._people: dict[str, Person] = {}
        self._touchpoints: dict[tuple[str, str], Touchpoint] = {}
        self._ties: dict[tuple[str, str], Tie] = {}
        self.counts: Counter[str] = Counter()

    def add(self, series: Series) -> None:
        """Add the touchpoints of one series."""
        if series.master and series.master.cancelled:
            self.counts[_CANCELLED] += len(series.events)
            return
        reasons = {id(event): self._why_none(event) for event in series.events}
        self.counts.update(filter(None, reasons.values()))
        if all(reasons.values()):
            return
        for event in series.events:
            if not reasons[id(event)]:
                self.counts[_PRIVATE] += event.private
                self._add_people(event)
        for occurrence in self._occurrences(series):
            if not reasons[id(occurrence.event)]:
                self._add(occurrence)

    def _why_none(self, event: Event) -> str:
        """Why an event is no touchpoint, "" where it is one."""
        people = event.people
        if event.cancelled:
            return _CANCELLED
        if self._owner and self._owner in people.absent:
            return _DECLINED
        others = [who for who in people.present if who.key != self._owner]
        # Alone with an organizer is who publishes, or keeps a note of their own for themselves.
        if not others or not (people.invited or self._owner):
            return _ALONE
        return _AHEAD if event.start.local > self._calendars.last else ""

    def _occurrences(self, series: Series) -> Iterator[Occurrence]:
        last, budget = self._calendars.last, self._calendars.budget
        try:
            yield from occurrences(series, last, budget)
        except UnusableRule as fault:
            source = series.events[0].source
            what = f"The event is not used, because {fault}: end or change it in the calendar."
            self._problems.append(Problem(source.file, source.row, what))
            yield from occurrences(Series(None, series.changed), last, budget)

    def _add(self, occurrence: Occurrence) -> None:
        event = occurrence.event
        if occurrence.start.local > self._calendars.last:
            return
        when = told(occurrence.start, occurrence.span, event.home)
        key = "/".join(filter(None, (event.uid, occurrence.recurrence))) if event.uid else ""
        found = Touchpoint(
            tuple(who.key for who in event.people.present),
            when.at,
            Channel.CALL if event.call else Channel.MEETING,
            event.source,
            zone=when.zone,
            about=event.about,
            key=key,
            until=when.until,
        )
        self._touchpoints.setdefault((key or str(event.source), when.at), found)

    def _add_people(self, event: Event) -> None:
        for who in event.people.present:
            self._add_person(who, event.source)
        if event.people.sender:
            sender, organizer = event.people.sender
            self._add_person(sender, event.source)
            self._add_person(organizer, event.source)
            tie = Tie(sender.key, organizer.key, TieKind.ASSISTS, event.source)
            self._ties.setdefault((sender.key, organizer.key), tie)

    def _add_person(self, who: Participant, source: Source) -> None:
        known = self._people.get(who.key)
        if known is None or (who.name and known.name == who.email):
            emails = (who.email,) if who.email else ()
            first = known.source if known else source
            person = Person(who.name or who.email, key=who.key, emails=emails, source=first)
            self._people[who.key] = person

    def reading(self, format: str, name: str) -> Reading:
        """All of it."""
        calendars = self._calendars
        if self._owner and self._touchpoints:
            self._people.setdefault(
                self._owner, Person(self._owner, key=self._owner, emails=(self._owner,))
            )
        return Reading(
            format,
            name,
            problems=(*calendars.problems, *self._problems),
            notes=tuple(self._notes()),
            ties=tuple(self._ties.values()),
            touchpoints=tuple(self._touchpoints.values()),
            mentioned=tuple(self._people.values()),
            owner=self._owner if self._owner in self._people else "",
        )

    def _notes(self) -> Iterator[str]:
        for why, (one, many) in _NOTES.items():
            if count := self.counts[why]:
                yield f"{count:,} {one if count == 1 else many}."
        for what, count in self._calendars.passed.items():
            yield f"Passed over: {what} ({count:,})."
        if self._touchpoints:
            yield _NOT_KEPT
