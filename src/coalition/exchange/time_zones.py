"""Time zones as files name them, and what the IANA time zone database calls them.

Windows names are those of CLDR's windowsZones.xml, as the icalendar package carries it. Prefixes
such as "/freeassociation.sourceforge.net/Tzfile/" stand before the name in iCalendar (RFC 5545,
3.8.3.1, globally unique identifiers). Names with a list of cities, "(UTC+01:00) Amsterdam, Berlin,
Bern", are what Windows shows to people: the first city that the database has is taken.
"""

import re
from functools import lru_cache

_LONGEST = 200
_OFFSET = r"(?:UTC|GMT)\s*(?:([+\-\u2212])\s*(\d{1,2})(?:[:.]?(\d\d))?)?"
_FIXED = re.compile(_OFFSET, re.IGNORECASE)
_SHOWN = re.compile(rf"\({_OFFSET}\)\s*(.+)", re.IGNORECASE)
_COPY = re.compile(r"\s+\d{1,2}$")  # "W. Europe Standard Time 1": the second of that name in a file
# What Windows shows of zones that it names by no city, without the offset before it.
_SHOWN_WITHOUT_CITY = {
    "atlantic time (canada)": "America/Halifax",
    "eastern time (us & canada)": "America/New_York",
    "central time (us & canada)": "America/Chicago",
    "mountain time (us & canada)": "America/Denver",
    "pacific time (us & canada)": "America/Los_Angeles",
    "arizona": "America/Phoenix",
    "indiana (east)": "America/Indiana/Indianapolis",
    "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
    "newfoundland": "America/St_Johns",
    "saskatchewan": "America/Regina",
    "central america": "America/Guatemala",
    "west central africa": "Africa/Lagos",
    "chennai, kolkata, mumbai, new delhi": "Asia/Kolkata",
    "beijing, chongqing, hong kong, urumqi": "Asia/Shanghai",
    "osaka, sapporo, tokyo": "Asia/Tokyo",
    "coordinated universal time": "Etc/UTC",
}


@lru_cache(maxsize=1024)
def iana(name: str) -> str:
    """The IANA name of the time zone that a file calls ``name``; "" where it cannot be told.

    Understood are IANA's own names in any case and behind any prefix, Windows' names ("W. Europe
    Standard Time") and what it shows for them, and whole hours from UTC ("GMT+2": "Etc/GMT-2",
    whose sign is the other way round in the database).
    """
    name = " ".join(name.strip().strip("\"'").split())
    if not name or len(name) > _LONGEST:
        return ""
    return _by_name(name) or _by_windows_name(name) or _by_offset(name) or _by_what_is_shown(name)


def _by_name(name: str) -> str:
    parts = name.replace(" ", "_").split("/")
    names = _names()
    suffixes = ("/".join(parts[start:]).casefold() for start in range(len(parts)))
    return next((names[suffix] for suffix in suffixes if suffix in names), "")


def _by_windows_name(name: str) -> str:
    return _windows_names().get(_COPY.sub("", name).casefold(), "")


def _by_offset(name: str) -> str:
    found = _FIXED.fullmatch(name)
    if not found or found[3] not in (None, "00"):
        return ""
    hours = int(found[2] or 0)
    sign = "-" if found[1] == "+" else "+"
    return _names().get(f"etc/gmt{sign}{hours}" if hours else "etc/utc", "")


def _by_what_is_shown(name: str) -> str:
    found = _SHOWN.fullmatch(name)
    if not found:
        return ""
    shown = _COPY.sub("", found[4]).casefold()
    if known := _SHOWN_WITHOUT_CITY.get(shown):
        return known
    minutes = int(found[2] or 0) * 60 + int(found[3] or 0)
    from_utc = minutes if found[1] in (None, "+") else -minutes
    cities = (_cities().get(city.strip().replace(" ", "_"), "") for city in re.split("[,/]", shown))
    return next((city for city in cities if city and from_utc in _offsets(city)), "")


def _offsets(zone: str) -> set[int]:
    """The zone's minutes from UTC in January and in July."""
    from datetime import datetime, timedelta
    from zoneinfo import ZoneInfo

    days = (datetime(2026, month, 1, tzinfo=ZoneInfo(zone)) for month in (1, 7))
    return {(day.utcoffset() or timedelta()) // timedelta(minutes=1) for day in days}


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """IANA's names by themselves in lower case."""
    from zoneinfo import available_timezones

    return {name.casefold(): name for name in available_timezones()}


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """IANA's names by their last part in lower case."""
    return {name.rpartition("/")[2]: _names()[name] for name in sorted(_names()) if "/" in name}


@lru_cache(maxsize=1)
def _windows_names() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()}
