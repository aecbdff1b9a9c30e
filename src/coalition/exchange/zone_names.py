"""Time zones as address books write them: IANA's names, and those of Windows."""

import re
from functools import cache

_OFFSET = re.compile(r"(?:UTC|GMT)?\s*[+-]?\d{1,2}:?(?:\d{2})?|Z", re.IGNORECASE)


def zone_named(text: str) -> str:
    """The IANA zone that ``text`` names, such as "Asia/Tokyo"; "" for none."""
    name = text.strip()
    return "" if not name or _OFFSET.fullmatch(name) else _zones().get(name.casefold(), "")


def is_offset(text: str) -> bool:
    """Whether ``text`` is a distance from UTC, "+09:00", which several zones share."""
    return bool(_OFFSET.fullmatch(text.strip()))


@cache
def _zones() -> dict[str, str]:
    """Zones by their folded names; Windows' as Unicode's CLDR maps them."""
    from zoneinfo import available_timezones

    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    windows = {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()}
    return windows | {zone.casefold(): zone for zone in available_timezones() if "/" in zone}
