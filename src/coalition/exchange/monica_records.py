"""The records in an export of Monica, in the shapes its versions gave them."""

import re
from collections.abc import Iterator

from coalition.exchange.json_text import member, text

_AT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?")
_MIDNIGHT = "00:00:00"


def records(holder: object, kind: str) -> Iterator[object]:
    """The records of a kind ("contact", "call") that an account or a contact has."""
    for entry in _entries(member(holder, "data")):
        if isinstance(entry, dict) and entry.get("type") == kind:
            yield from _entries(entry.get("values"))
    plural = f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind.removesuffix('s')}s"
    for older in (member(holder, plural), member(holder, "properties", plural)):
        yield from _entries(member(older, "values"))


def property_of(record: object, name: str) -> object:
    """What a record says under ``name``, beside its id or among its properties."""
    found = member(record, "properties", name)
    return member(record, name) if found is None else found


def told(record: object, name: str) -> str:
    """The text there, or ""."""
    return text({"": property_of(record, name)}, "")


def key_of(record: object) -> str:
    """The id of a record; one that is only named is its id."""
    return record.strip() if isinstance(record, str) else text(record, "uuid")


def moment(written: str) -> str:
    """When, as in :class:`~coalition.model.contact.Touchpoint`; "" where it is no date.

    Monica writes days as midnight of Greenwich.
    """
    match = _AT.match(written.strip()[:40])
    if match is None or not _exists(match[1]):
        return ""
    day, time, zone = match.groups()
    if not time or (time == _MIDNIGHT and zone in {None, "Z", "+00:00"}):
        return day
    if time > "23:59:59" or time[3] > "5" or time[6] > "5":
        return day
    return f"{day}T{time}{'+00:00' if zone == 'Z' else zone or ''}"


def _exists(day: str) -> bool:
    from datetime import date

    try:
        return 1900 <= date.fromisoformat(day).year <= 2200
    except ValueError:
        return False


def _entries(listed: object) -> Iterator[object]:
    """The items of a list, which PHP writes as an object where numbers are missing."""
    if isinstance(listed, list):
        yield from listed
    elif isinstance(listed, dict):
        yield from listed.values()
