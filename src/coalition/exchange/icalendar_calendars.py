"""The calendars of iCalendar files: their events, whose they are, and what was not used."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from coalition.exchange.icalendar_components import CALENDAR, EVENT, ZONE, Component, components
from coalition.exchange.icalendar_events import Calendar, Event, Faults, UnusableEvent, event
from coalition.exchange.icalendar_people import email_address, is_calendar, participant
from coalition.exchange.icalendar_properties import Property, parsed
from coalition.exchange.icalendar_rules import Budget
from coalition.exchange.icalendar_zones import Zone, Zones
from coalition.exchange.material import Document
from coalition.exchange.naming import escaped
from coalition.model.reading import Problem

_PROPOSALS = frozenset(("COUNTER", "DECLINECOUNTER", "REFRESH"))
_OTHERS = {
    "VTODO": "tasks",
    "VJOURNAL": "journal entries",
    "VFREEBUSY": "free and busy times",
    "VAVAILABILITY": "free and busy times",
}
_OWNERS = ("X-WR-CALNAME", "NAME", "X-OWNER", "X-WR-RELCALID")


@dataclass(slots=True)
class Calendars:
    """What was found in the files so far.

    owners: the e-mail addresses of whom the calendars say they belong to.
    passed: how many components of a kind were passed over, by what people call them.
    """

    last: datetime
    budget: Budget
    events: list[Event] = field(default_factory=list)
    owners: set[str] = field(default_factory=set)
    passed: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    zones: dict[tuple[str, ...], Zone | None] = field(default_factory=dict)

    @property
    def owner(self) -> str:
        """The address of whom all of it belongs to, "" where that is not clear."""
        return next(iter(self.owners)) if len(self.owners) == 1 else ""

    def add(self, document: Document) -> None:
        """Read one file more."""
        for parts, own in _calendars(components(document)):
            self._add(document.name, parts, own)

    def _add(self, file: str, parts: list[Component], own: list[Property]) -> None:
        values = {found.name: found.value for found in reversed(own)}
        self.owners.update(filter(None, (_owner(own),)))
        zones = Zones((p for p in parts if p.name == ZONE), self.zones, self.last, self.budget)
        home = zones.zone(values.get("X-WR-TIMEZONE", "").strip())
        calendar = Calendar(file, values.get("METHOD", "").strip().upper(), zones, home)
        told: set[str] = set()
        for part in parts:
            if part.name == EVENT and calendar.method in _PROPOSALS:
                self.passed["proposals of another time"] += 1
            elif part.name == EVENT:
                self._add_event(part, calendar, told)
            elif part.name in _OTHERS:
                self.passed[_OTHERS[part.name]] += 1

    def _add_event(self, part: Component, calendar: Calendar, told: set[str]) -> None:
        faults = Faults([], [])
        try:
            self.events.append(event(part, calendar, faults))
        except UnusableEvent as fault:
            faults.sentences.append(str(fault))
        for name in faults.unknown_zones:
            if name not in told:
                told.add(name)
                faults.sentences.append(
                    f"The time zone “{escaped(name[:60])}” is not known, and the file has no "
                    "usable description of it, so times in it are kept without their offset."
                )
        self.problems += [Problem(calendar.file, part.line, what) for what in faults.sentences]


def _calendars(
    parts: Iterable[Component],
) -> Iterator[tuple[list[Component], list[Property]]]:
    """The parts of each calendar, and its own properties."""
    of_one: list[Component] = []
    for part in parts:
        if part.name == CALENDAR:
            yield of_one, [found for line in part.lines if (found := parsed(line))]
            of_one = []
        else:
            of_one.append(part)
    if of_one:
        yield of_one, []


def _owner(own: Iterable[Property]) -> str:
    """The e-mail address of whom a calendar says it belongs to: by its name, else its owner."""
    found = {each.name: each for each in reversed(list(own))}
    for name in _OWNERS:
        if name in found:
            who = participant(found[name]) if name == "X-OWNER" else None
            address = who.email if who else email_address(found[name].value[:400])
            if address and not is_calendar(address):
                return address
    return ""
