"""Time zones and working hours as tables write them."""

import re
from functools import cache

_HOURS = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2})?)?\s*([ap]m)?\s*(?:-|–|—|〜|～|~|to|bis|à|a|até)\s*"
    r"(\d{1,2})(?:[:.h](\d{2})?)?\s*([ap]m)?\s*(?:uhr|h)?",
    re.IGNORECASE,
)


def hours_in(text: str) -> str | None:
    """``text`` as "09:00-17:30"; None where it is no such span of a day."""
    match = _HOURS.fullmatch(text.strip())
    if match is None:
        return None
    start, end = _clock(*match.groups()[:3]), _clock(*match.groups()[3:])
    return f"{start}-{end}" if start and end and start != end else None


def _clock(hour: str, minute: str | None, half: str | None) -> str:
    number, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= number <= 12:
            return ""
        number = number % 12 + (12 if half.lower() == "pm" else 0)
    return f"{number:02}:{minutes:02}" if number < 24 and minutes < 60 else ""


def zone_in(text: str) -> str | None:
    """The IANA name of a time zone, or of one as Windows names it; None where it is neither."""
    name = text.strip()
    if name in _known():
        return name
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    found: str | None = WINDOWS_TO_OLSON.get(name)
    return found or _known_in_lower_case().get(name.lower().replace(" ", "_"))


@cache
def _known() -> frozenset[str]:
    import zoneinfo

    return frozenset(zoneinfo.available_timezones())


@cache
def _known_in_lower_case() -> dict[str, str]:
    return {name.lower(): name for name in _known()}
