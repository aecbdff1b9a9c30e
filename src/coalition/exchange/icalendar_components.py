"""An iCalendar file (RFC 5545) cut into its components, each with the line it begins at.

The icalendar package reads a file as a whole, gives no lines, and stops at what is broken. Here
one pass over the bytes unfolds the lines that matter and passes over the others, so that a
damaged event costs only itself, and neither depth nor a value's length costs more than its size.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from coalition.exchange.material import Document

CALENDAR, EVENT, ZONE = "VCALENDAR", "VEVENT", "VTIMEZONE"

_KEPT = {
    CALENDAR: frozenset((b"METHOD", b"X-WR-CALNAME", b"X-WR-TIMEZONE", b"X-WR-RELCALID"))
    | frozenset((b"X-OWNER", b"NAME")),
    EVENT: frozenset((b"UID", b"DTSTART", b"DTEND", b"DURATION", b"RRULE", b"RDATE", b"EXRULE"))
    | frozenset((b"EXDATE", b"RECURRENCE-ID", b"SUMMARY", b"STATUS", b"CLASS", b"ORGANIZER"))
    | frozenset((b"ATTENDEE", b"SEQUENCE", b"DTSTAMP", b"CONFERENCE")),
    ZONE: frozenset((b"TZID", b"X-LIC-LOCATION", b"TZID-ALIAS-OF")),
}
_OBSERVANCES = frozenset(("STANDARD", "DAYLIGHT"))
_OF_OBSERVANCES = frozenset((b"DTSTART", b"RRULE", b"RDATE", b"TZOFFSETFROM", b"TZOFFSETTO"))
_MOST_LINES_OF_A_ZONE = 5_000


@dataclass(frozen=True, slots=True)
class Component:
    """A calendar, an event, a time zone or, by its name alone, something else of a calendar.

    line:   where it begins, from 1.
    lines:  its content lines, unfolded; of a zone with BEGIN and END of its observances. Only
            the properties that are used.
    closed: whether its end was found.
    """

    name: str
    line: int
    lines: tuple[str, ...]
    closed: bool = True


def components(document: Document) -> Iterator[Component]:
    """The components of all calendars in ``document``; a calendar's own comes after its parts."""
    cutter = _Cutter()
    for number, name, line in _content_lines(document):
        if name == b"BEGIN":
            yield from cutter.begin(_value(line), number)
        elif name == b"END":
            yield from cutter.end(_value(line))
        else:
            cutter.line(name, line)
    yield from cutter.finish()


def _value(line: bytes) -> str:
    return line.partition(b":")[2].strip().upper()[:100].decode("ascii", "replace")


class _Cutter:
    """Which component the lines belong to, while they are read."""

    def __init__(self) -> None:
        self._calendar: _Open | None = None
        self._inner: _Open | None = None
        self._depth = 0  # of components inside of the inner one
        self._observance = False

    def begin(self, name: str, line: int) -> Iterator[Component]:
        if name == CALENDAR:
            yield from self.finish()
            self._calendar = _Open(name, line)
        elif name == EVENT or self._inner is None:
            yield from self._close(False)
            self._inner = _Open(name, line)
        else:
            self._depth += 1
            self._observance = name in _OBSERVANCES and self._inner.name == ZONE
            if self._observance:
                self._inner.add(b"BEGIN:" + name.encode())

    def end(self, name: str) -> Iterator[Component]:
        if name == CALENDAR:
            yield from self.finish(True)
        elif self._inner and name == self._inner.name and (name in _KEPT or not self._depth):
            yield from self._close(True)
        elif self._depth:
            self._depth -= 1
            if self._observance and self._inner:
                self._inner.add(b"END:" + name.encode())
            self._observance = False

    def line(self, name: bytes, line: bytes) -> None:
        if self._inner is None:
            if self._calendar and name in _KEPT[CALENDAR]:
                self._calendar.add(line)
        elif self._depth == 0:
            if name in _KEPT.get(self._inner.name, ()):
                self._inner.add(line)
        elif self._observance and name in _OF_OBSERVANCES:
            self._inner.add(line)

    def finish(self, closed: bool = False) -> Iterator[Component]:
        yield from self._close(False)
        if self._calendar:
            yield self._calendar.component(closed)
        self._calendar = None

    def _close(self, closed: bool) -> Iterator[Component]:
        if self._inner:
            yield self._inner.component(closed)
        self._inner, self._depth, self._observance = None, 0, False


class _Open:
    """A component whose end is not yet found."""

    def __init__(self, name: str, line: int) -> None:
        self.name, self._line = name, line
        self._lines: list[bytes] = []

    def add(self, line: bytes) -> None:
        if self.name != ZONE or len(self._lines) < _MOST_LINES_OF_A_ZONE:
            self._lines.append(line)

    def component(self, closed: bool) -> Component:
        return Component(self.name, self._line, tuple(_decoded(self._lines)), closed)


def _decoded(lines: list[bytes]) -> list[str]:
    """The lines as text, in the encoding that all of them together seem to be in.

    They are decoded unfolded: writers that fold at 75 bytes cut characters in two.
    """
    from coalition.exchange.decoding import decode

    joined = b"\n".join(lines)
    if joined.isascii() and b"\x1b" not in joined and b"\0" not in joined:
        return joined.decode("ascii").split("\n") if lines else []
    return [line for line in decode(joined).split("\n") if line]


def _content_lines(document: Document) -> Iterator[tuple[int, bytes, bytes]]:
    """Each unfolded line with its number and its property's name; what is not used comes empty."""
    used = frozenset().union(*_KEPT.values(), _OF_OBSERVANCES, (b"BEGIN", b"END"))
    begun, name, line = 0, b"", bytearray()
    for number, physical in enumerate(io.BytesIO(_as_lines(document)), 1):
        physical = physical.rstrip(b"\r\n")
        if physical[:1] in (b" ", b"\t"):
            if name:
                line += physical[1:]
        elif physical:
            if name:
                yield begun, name, bytes(line)
            head = physical[:40].partition(b":")[0].partition(b";")[0].strip().upper()
            begun, name = number, head if head in used else b""
            line = bytearray(physical) if name else bytearray()
    if name:
        yield begun, name, bytes(line)


def _as_lines(document: Document) -> bytes:
    """The content with a line feed after each line, in an encoding that keeps ASCII as it is."""
    content = document.content
    if b"\0" in document.head[:4096]:  # UTF-16, and its like
        return document.text.encode()
    content = content.removeprefix(b"\xef\xbb\xbf")
    return content if b"\n" in document.head else content.replace(b"\r", b"\n")
