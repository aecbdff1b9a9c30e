"""Calendars made up for the tests, and short ways to read them."""

from datetime import date

from coalition.exchange.icalendar_touchpoints import reading_of
from coalition.exchange.material import Document
from coalition.exchange.reader import silent
from coalition.model.reading import Reading

TODAY = date(2026, 11, 28)
ANN = "ATTENDEE;CN=Ann Testly:mailto:ann@example.com"
BOB = "ATTENDEE;CN=Bob Sample:mailto:bob@example.org"
OUTLOOK_ZONE = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE"""


def event(*lines: str, uid: str = "1", who: str = ANN) -> str:
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", *filter(None, (who,)), *lines, "END:VEVENT"))


def calendar(*parts: str) -> bytes:
    return "\r\n".join(
        "\n".join(("BEGIN:VCALENDAR", *parts, "END:VCALENDAR", "")).split("\n")
    ).encode()


def read_calendar(*parts: str) -> Reading:
    return read_files(calendar(*parts))


def read_files(*contents: bytes) -> Reading:
    documents = (Document(f"{number}.ics", content) for number, content in enumerate(contents, 1))
    return reading_of("icalendar", "given", documents, silent, today=TODAY)


def times(reading: Reading) -> list[str]:
    return [touchpoint.at for touchpoint in reading.touchpoints]
