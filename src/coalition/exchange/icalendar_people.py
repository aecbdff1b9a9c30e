"""Who takes part in an event: its organizer and attendees (RFC 5545, 3.8.4.1 and 3.8.4.3)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coalition.exchange.icalendar_properties import Property, unescaped
from coalition.exchange.linkedin_people import folded_name
from coalition.exchange.tag_text import LONGEST, tag_text

_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]/\\]+@[^\s@<>,;:\"()\[\]/\\]+\.[^\s@<>,;:\"()\[\]/\\.]+")
_LONGEST_ADDRESS = 320
_MAILTO = re.compile(r"\s*mailto:\s*", re.IGNORECASE)
_THINGS = frozenset(("RESOURCE", "ROOM", "GROUP"))
_ABSENT = frozenset(("DECLINED", "DELEGATED"))


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody as one event names them; at least one of the two is there."""

    name: str
    email: str

    @property
    def key(self) -> str:
        """What identifies them in a reading: their address, else their folded name."""
        return self.email or folded_name(self.name)


@dataclass(frozen=True, slots=True)
class Participants:
    """The people of an event.

    present:  those who took part or are asked to, the organizer first, each once.
    absent:   the keys of those who declined, or sent somebody else.
    invited:  whether anybody but the organizer is named as present.
    sender:   who sent the invitation on the organizer's behalf (SENT-BY), with the organizer.
    """

    present: tuple[Participant, ...]
    absent: frozenset[str]
    invited: bool
    sender: tuple[Participant, Participant] | None = None


def participants(properties: Iterable[Property]) -> Participants:
    """Those of an event's ORGANIZER and ATTENDEE properties who are people.

    Rooms, resources, groups and who is only informed (NON-PARTICIPANT) are none, and neither are
    the addresses of Google's calendars.
    """
    organizers: dict[str, Participant] = {}
    attendees: dict[str, Participant] = {}
    absent: set[str] = set()
    things: set[str] = set()
    sender = None
    for found in properties:
        who = participant(found)
        if who is None:
            continue
        if found.name == "ORGANIZER":
            _add(organizers, who)
            sender = sender or _sent_by(found, who)
        elif _is_no_person(found):
            things.add(who.key)
        elif found["PARTSTAT"].upper() in _ABSENT:
            absent.add(who.key)
        else:
            _add(attendees, who)
    absent -= attendees.keys()
    present: dict[str, Participant] = {}
    for who in (*organizers.values(), *attendees.values()):
        if who.key in attendees or who.key not in absent | things:
            _add(present, who)
    invited = any(key not in organizers for key in present)
    return Participants(tuple(present.values()), frozenset(absent), invited, sender)


def _add(people: dict[str, Participant], who: Participant) -> None:
    """Put somebody among ``people``; of two namings the one with a name stays."""
    if who.key not in people or not people[who.key].name:
        people[who.key] = who


def participant(found: Property) -> Participant | None:
    """The person in a calendar user's address and its parameters, None where it is nobody."""
    if len(found.value) > 10_000:
        return None
    called = _name(found["CN"])
    addresses = list(_addresses(found, called))
    email = next((address for address in addresses if not is_calendar(address)), "")
    if addresses and not email:
        return None
    name = "" if email_address(called) else called
    return Participant(name, email) if name or email else None


def email_address(text: str) -> str:
    """``text`` as an e-mail address in lower case, "" where it is none."""
    text = text.strip().strip("<>'\"").lower()
    return text if len(text) <= _LONGEST_ADDRESS and _EMAIL.fullmatch(text) else ""


def _addresses(found: Property, called: str) -> Iterator[str]:
    """The e-mail addresses that stand for the person, the surest first.

    The value may be none: X.500 ("/o=Example/cn=..."), also within an address as Exchange writes
    it for the outside ("IMCEAEX-..."), "mailto:invalid", a path or a number of Apple's.
    """
    for text in (_without_scheme(found.value), _without_scheme(found["EMAIL"]), called):
        address = email_address(text)
        if address and not address.startswith("imceaex-"):
            yield address


def _without_scheme(text: str) -> str:
    found = _MAILTO.match(text)
    if not found:
        return text
    address = text[found.end() :].partition("?")[0]
    if "%" in address:
        from urllib.parse import unquote

        return unquote(address)
    return address


def _name(text: str) -> str:
    """A CN as a name: without the quotes that Outlook leaves around it."""
    name = tag_text(unescaped(text)).strip("\"' ")
    return name if len(name) <= LONGEST and any(map(str.isalpha, name)) else ""


def _sent_by(found: Property, organizer: Participant) -> tuple[Participant, Participant] | None:
    email = email_address(_without_scheme(found["SENT-BY"]))
    if not email or is_calendar(email) or email == organizer.email:
        return None
    return Participant("", email), organizer


def _is_no_person(found: Property) -> bool:
    return found["CUTYPE"].upper() in _THINGS or found["ROLE"].upper() == "NON-PARTICIPANT"


def is_calendar(email: str) -> bool:
    """Whether it is an address of Google's for a calendar, a room or nobody in particular."""
    return ("." + email.rpartition("@")[2]).endswith(".calendar.google.com")
