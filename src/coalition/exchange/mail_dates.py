"""When an e-mail was sent: dates as they stand in headers (RFC 5322, section 3.3 and 4.3)."""

import re
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_tz

from coalition.exchange.mail_fields import Fields

_EARLIEST, _LATEST = 1970, 2200
_LONGEST = 200
_COMMENT = re.compile(r"\s*\([^()]*\)")
_OFFSET = re.compile(r"([-+])(\d{2}):?(\d{2})\s*$")
_UTC = re.compile(r"\b(?:UTC?|GMT|Z)\b", re.IGNORECASE)
# Names of zones that RFC 5322 does not know and mailers write, in hours; others are not guessed.
_ZONES = {"WET": 0, "CET": 1, "MET": 1, "BST": 1, "WEST": 1, "CEST": 2, "MEST": 2, "EET": 2}
_ZONES |= {"EEST": 3, "HKT": 8, "SGT": 8, "JST": 9, "KST": 9}
_ZONE = re.compile(r"\b(?:" + "|".join(_ZONES) + r")\b", re.IGNORECASE)
_FROM_LINE = re.compile(
    rb"([A-Z][a-z]{2})[ ,]+(\d{1,2})[ ]+(\d{1,2}:\d{2}(?::\d{2})?)"
    rb"(?:[ ]+([-+]\d{4}))?(?:[ ]+[A-Z]{1,5})?[ ]+(\d{4})"
)


def when_sent(fields: Fields, from_line: bytes = b"") -> str:
    """When a message was sent, with its offset where it has one; "" where nothing tells.

    By Date, else by when the first server that can be read received it, else by the line that
    starts the message in a mailbox.
    """
    if found := iso_date(fields.first("date")):
        return found
    for received in reversed(fields.every("received")):  # the first server is the last field
        if found := iso_date(received.rpartition(";")[2]):
            return found
    return _date_of_from_line(from_line)


def iso_date(written: str) -> str:
    """A header's date as ISO 8601, to the second; "" where it is none.

    "-0000" and a name that stands for it are UTC. Without any zone it is a local time.
    """
    written = _COMMENT.sub(" ", written[:_LONGEST]).replace(" ,", ",").strip()
    try:
        parts = parsedate_tz(written)
        if not parts:
            return _written_as_iso(written)
        moment = datetime(*parts[:5], min(parts[5], 59))
        return _iso(moment, parts[9] or _offset(written))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _offset(written: str) -> int | None:
    """The offset in seconds that stands or is named in a date; None where there is none."""
    if found := _OFFSET.search(written):
        seconds = int(found[2]) * 3600 + int(found[3]) * 60
        return -seconds if found[1] == "-" else seconds
    if _UTC.search(written):
        return 0
    named = _ZONE.search(written)
    return _ZONES[named[0].upper()] * 3600 if named else None


def _iso(moment: datetime, offset: int | None) -> str:
    if not _EARLIEST <= moment.year <= _LATEST:
        return ""
    if offset is not None:
        moment = moment.replace(tzinfo=timezone(timedelta(seconds=offset)))
    return moment.isoformat(timespec="seconds")


def _written_as_iso(written: str) -> str:
    moment = datetime.fromisoformat(written)
    offset = moment.utcoffset()
    return _iso(
        moment.replace(tzinfo=None), None if offset is None else int(offset.total_seconds())
    )


def _date_of_from_line(line: bytes) -> str:
    """The date of ``From ADDRESS Mon Mar  2 08:01:15 2026``: UTC by RFC 4155, appendix A."""
    if not (found := _FROM_LINE.search(line)):
        return ""
    month, day, time, offset, year = (part.decode("ascii") for part in (found[1], found[2],
        found[3], found[4] or b"+0000", found[5]))  # fmt: skip
    return iso_date(f"{day} {month} {year} {time} {offset}")
