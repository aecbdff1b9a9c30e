"""One event of a calendar (VEVENT; RFC 5545, 3.6.1): who, when, and how it recurs.

Descriptions, places, alarms and attachments are never looked at: they hold links, pass codes and
what was meant for others.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coalition.exchange.icalendar_components import Component
from coalition.exchange.icalendar_pattern import Pattern, pattern
from coalition.exchange.icalendar_people import Participants, participants
from coalition.exchange.icalendar_properties import Property, parsed, unescaped
from coalition.exchange.icalendar_times import NoMoment, Span, When, between, length, when
from coalition.exchange.icalendar_zones import Zone, Zones
from coalition.exchange.naming import escaped
from coalition.exchange.tag_text import tag_text
from coalition.model.source import Source

MOST_PEOPLE = 1_000
"""Of how many people an event may be; who is in a crowd is in touch with nobody in it."""

_LONGEST_SUBJECT = 500
_LONGEST_ID = 1_000
# What Outlook puts before the subject of a meeting that was called off, whatever its STATUS says.
_CALLED_OFF = re.compile(r"(cancell?ed|abgesagt|annulé|cancelado|annullato)\s*:", re.IGNORECASE)
_CALL = re.compile(r"(?:phone|telephone) call\b|call with\b|telefonat\b", re.IGNORECASE)


class UnusableEvent(Exception):
    """An event that cannot be used; ``str()`` of it is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a calendar says for all of its events: its method (RFC 5546) and its zones."""

    file: str
    method: str
    zones: Zones
    home: Zone | None


@dataclass(frozen=True, slots=True)
class Event:
    """An event as it is written.

    recurrence: which recurrence of the event it stands for, None for the event itself.
    onward:     whether it stands for all from there on (RANGE=THISANDFUTURE).
    version:    of two with the same identity the greater holds (RFC 5546, 2.1.5).
    """

    source: Source
    uid: str
    start: When
    span: Span | None
    people: Participants
    about: str
    private: bool
    cancelled: bool
    call: bool
    version: tuple[int, str]
    home: Zone | None
    recurrence: When | None
    onward: bool
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Faults:
    """What in usable events was not used: sentences, and names of zones that nobody knows."""

    sentences: list[str]
    unknown_zones: list[str]


def event(component: Component, calendar: Calendar, faults: Faults) -> Event:
    """The event in a VEVENT; raises UnusableEvent."""
    if not component.closed:
        raise UnusableEvent(
            "The event is not closed (END:VEVENT is missing), so it is not used: "
            "export the calendar again."
        )
    properties = [found for line in component.lines if (found := parsed(line))]
    first = {found.name: found for found in reversed(properties)}
    people = participants(p for p in properties if p.name in {"ORGANIZER", "ATTENDEE"})
    if len(people.present) > MOST_PEOPLE:
        raise UnusableEvent(f"The event has more than {MOST_PEOPLE:,} people, so it is not used.")
    start = _needed(first, "DTSTART", calendar, faults)
    recurrence = None
    if "RECURRENCE-ID" in first:
        recurrence = _needed(first, "RECURRENCE-ID", calendar, faults)
    subject = unescaped(_value(first, "SUMMARY"))
    private = _value(first, "CLASS").upper() not in {"", "PUBLIC"}
    return Event(
        Source(calendar.file, component.line),
        tag_text(unescaped(_value(first, "UID")))[:_LONGEST_ID],
        start,
        _span(first, start, calendar, faults),
        people,
        "" if private else tag_text(subject)[:_LONGEST_SUBJECT],
        private,
        _is_cancelled(first, subject, calendar),
        bool(_CALL.match(subject.strip())) or _is_telephone(properties),
        (_number(_value(first, "SEQUENCE")), _value(first, "DTSTAMP")[:40]),
        calendar.home,
        recurrence,
        recurrence is not None and first["RECURRENCE-ID"]["RANGE"].upper() == "THISANDFUTURE",
        pattern(properties, start, calendar.zones, faults.sentences, faults.unknown_zones),
    )


def _value(first: dict[str, Property], name: str) -> str:
    return first[name].value.strip() if name in first else ""


def _needed(first: dict[str, Property], name: str, calendar: Calendar, faults: Faults) -> When:
    if name not in first:
        raise UnusableEvent(f"The event has no beginning ({name}), so it is not used.")
    try:
        return when(first[name], calendar.zones, faults.unknown_zones)
    except NoMoment as fault:
        raise UnusableEvent(
            f"The event's {name} is “{_shown(fault)}”, which is no date, so it is not used."
        ) from None


def _shown(fault: NoMoment) -> str:
    return escaped(str(fault).strip()[:40])


def _span(
    first: dict[str, Property], start: When, calendar: Calendar, faults: Faults
) -> Span | None:
    """How long it takes, None where the event does not say."""
    if "DTEND" in first:
        try:
            end = when(first["DTEND"], calendar.zones, faults.unknown_zones)
        except NoMoment as fault:
            faults.sentences.append(
                f"The event's end is “{_shown(fault)}”, which is no date, so it is left out."
            )
            return None
        span = between(start, end)
        if span is None:
            faults.sentences.append(
                "The event's end does not fit its beginning, so it is left out."
            )
        return span
    if "DURATION" not in first:
        return None
    span = length(first["DURATION"].value)
    if span is None:
        faults.sentences.append("How long the event takes cannot be read, so it is left out.")
    return span


def _is_cancelled(first: dict[str, Property], subject: str, calendar: Calendar) -> bool:
    status = _value(first, "STATUS").upper()
    called_off = calendar.method == "CANCEL" or status == "CANCELLED"
    return called_off or _CALLED_OFF.match(subject.strip()) is not None


def _is_telephone(properties: Iterable[Property]) -> bool:
    """Whether the only ways to join are telephone numbers (CONFERENCE; RFC 7986, 5.11)."""
    ways = [found for found in properties if found.name == "CONFERENCE"]
    return bool(ways) and all(found.value.lower().startswith("tel:") for found in ways)


def _number(text: str) -> int:
    return int(text[:9]) if text.isascii() and text.isdigit() else 0
