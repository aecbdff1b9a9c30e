"""Content lines of iCalendar (RFC 5545, 3.1) as properties, and the values that are used."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

_PLAIN = re.compile(r'([A-Za-z0-9\-]+)((?:;[A-Za-z0-9\-]+=[^";:,^\\]*)*):(.*)', re.DOTALL)
_LONGEST_PARAMETERS = 20_000
_LONGEST_TEXT = 4_000
_DATE = r"(\d{4})-?(\d\d)-?(\d\d)"
_TIME = r"(?:[Tt](\d\d):?(\d\d):?(\d\d)?(?:[.,]\d+)?([Zz])?)?"
_MOMENT = re.compile(_DATE + _TIME, re.ASCII)
_DURATION = re.compile(
    r"([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its name and its parameters' in capitals, its value as it is written."""

    name: str
    parameters: dict[str, str]
    value: str

    def __getitem__(self, parameter: str) -> str:
        """The parameter's value, "" where it is not there."""
        return self.parameters.get(parameter, "")


def parsed(line: str) -> Property | None:
    """The property in a content line, None where it is none."""
    if plain := _PLAIN.fullmatch(line):
        name, parameters, value = plain.groups()
        if len(parameters) > _LONGEST_PARAMETERS:
            parameters = ""
        pairs = (pair.partition("=") for pair in parameters.split(";")[1:])
        return Property(name.upper(), {key.upper(): text.strip() for key, _, text in pairs}, value)
    return _parsed_in_full(line)


def _parsed_in_full(line: str) -> Property | None:
    """The same where parameters are quoted or escaped (RFC 6868): by the icalendar package."""
    from icalendar.parser import Contentline

    head, value = _cut(line)
    if len(head) > _LONGEST_PARAMETERS:
        return None
    try:
        name, parameters, _ = Contentline(head + ":").raw_parts()  # type: ignore[no-untyped-call]
    except ValueError:
        # Quotes within quotes, most often: what the property says is of use without them.
        return Property(re.split("[;:]", head, maxsplit=1)[0].strip().upper(), {}, value)
    return Property(name.upper(), {key: _text(given) for key, given in parameters.items()}, value)


def _cut(line: str) -> tuple[str, str]:
    """A line before and after the colon that stands outside of quotes."""
    quoted = False
    for found in re.finditer('[":]', line):
        if found[0] == '"':
            quoted = not quoted
        elif not quoted:
            return line[: found.start()], line[found.end() :]
    address = re.search(":mailto:", line, re.IGNORECASE)
    at = address.start() if address else line.find(":")
    return (line[:at], line[at + 1 :]) if at >= 0 else (line, "")


def _text(value: object) -> str:
    """A parameter's value; a list is what a name with a comma but no quotes seems to be."""
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def unescaped(value: str) -> str:
    r"""A TEXT value without its escapes ("\,", "\n"); no longer than anybody reads."""
    from icalendar.parser import unescape_backslash

    value = value[:_LONGEST_TEXT]
    return str(unescape_backslash(value)) if "\\" in value else value


def moment(value: str) -> tuple[datetime, bool, bool] | None:
    """A DATE or DATE-TIME: its local time, whether it is a day alone, whether it is in UTC.

    None where it is neither. A leap second, 60, is taken for 59 (RFC 5545, 3.3.12).
    """
    found = _MOMENT.fullmatch(value.strip())
    if not found:
        return None
    year, month, day, hour, minute, second, utc = found.groups()
    seconds = 59 if second == "60" else int(second or 0)
    try:
        local = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), seconds)
    except ValueError:
        return None
    # The first and the last year leave no room for another time zone.
    return (local, hour is None, utc is not None) if 1 < local.year < 9999 else None


def duration(value: str) -> tuple[int, timedelta] | None:
    """A DURATION as whole days and an exact time (RFC 5545, 3.3.6); None where it is none."""
    found = _DURATION.fullmatch(value.strip())
    if not found or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in found.groups()[1:])
    if found[1] == "-":
        return None
    return weeks * 7 + days, timedelta(hours=hours, minutes=minutes, seconds=seconds)
