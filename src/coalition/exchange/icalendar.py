"""Calendars in the iCalendar format (.ics; RFC 5545, with 5546 and 7986).

Google ("Settings, Import & export"), Outlook ("Save calendar", or a published one), Apple
Calendar and nearly all others export it; an invitation in an e-mail is one too.
"""

import re

from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

_BEGIN = re.compile(rb"\s*BEGIN[ \t]*:[ \t]*VCALENDAR[ \t]*[\r\n]", re.IGNORECASE)
_BEGIN_TEXT = re.compile(r"\s*BEGIN[ \t]*:[ \t]*VCALENDAR[ \t]*\n", re.IGNORECASE)


class ICalendarReader:
    """The reader of one calendar file."""

    name = "icalendar"
    title = "Calendar of meetings, iCalendar (.ics from Google, Outlook, Apple; an invitation)"
    advice = "it has no meeting with anybody in it"

    def recognise(self, material: Document) -> Match:
        """Sure where a calendar begins at the top."""
        return Match.SURE if is_calendar(material) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """The meetings as touchpoints, up to a year from today, and who took part in them."""
        from datetime import date

        from coalition.exchange.icalendar_touchpoints import reading_of

        documents = iter((material,))
        return reading_of(self.name, material.name, documents, progress, today=date.today())


def is_calendar(document: Document) -> bool:
    """Whether a calendar begins at the top of it."""
    head = document.head[:4096].removeprefix(b"\xef\xbb\xbf")
    if b"\0" in head:
        return _BEGIN_TEXT.match(document.head_text) is not None
    return _BEGIN.match(head) is not None


READER = ICalendarReader()
