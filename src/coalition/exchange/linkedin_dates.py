"""LinkedIn's dates, in the dozen styles of its files and in the languages of its viewers."""

import re
from datetime import date
from functools import cache

# One line a month; full names in English, German, French, Spanish, Portuguese, Italian, Dutch,
# Swedish, Danish, Polish (both cases), Turkish and Russian (both cases), without accents.
_NAMES = """
january januar janvier enero janeiro gennaio januari styczen stycznia ocak январь января
february februar fevrier febrero fevereiro febbraio februari luty lutego subat февраль февраля
march marz maerz mars marzo marco maart marts marzec marca mart март марта
april avril abril aprile kwiecien kwietnia nisan апрель апреля
may mai mayo maio maggio mei maj maja mayis май мая маи
june juni juin junio junho giugno czerwiec czerwca haziran июнь июня
july juli juillet julio julho luglio lipiec lipca temmuz июль июля
august aout agosto augustus augusti sierpien sierpnia agustos август августа
september septembre septiembre setembro settembre wrzesien wrzesnia eylul сентябрь сентября
october oktober octobre octubre outubro ottobre pazdziernik pazdziernika ekim октябрь октября
november novembre noviembre novembro listopad listopada kasim ноябрь ноября
december dezember decembre diciembre dezembro dicembre grudzien grudnia aralik декабрь декабря
"""
_ISO = r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)"
_SLASHED = r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?!\d)"
_MONTH_YEAR = r"(\d{1,2})[/.](\d{4})(?!\d)"
_EAST_ASIAN = r"(\d{4})\s*[年년](?:\s*(\d{1,2})\s*[月월])?(?:\s*(\d{1,2})\s*[日일])?"
_WORDED = (
    r"(?:(\d{1,2})\.?º?\s+)?(?:de\s+)?([^\W\d_]{3,})\.?,?\s+(?:(\d{1,2}),\s*)?(?:de\s+)?(\d{4})"
)
_CLOCK = (
    r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?:\s*([AaPp])\.?[Mm]\b)?\s*(UTC|GMT|Z\b)?"
)
_UNIX = r"[^\W\d_]{3} ([^\W\d_]{3}) (\d{1,2}) [\d:]{5,8} \w+ (\d{4})"


def iso(text: str) -> str | None:
    """``text`` as an ISO date as exact as it says ("2019", "2019-09", "2019-09-30").

    None where it is no date or none that exists. Read are ``2026/02/27 08:14:09 UTC``,
    ``06/08/21, 09:15 AM`` (month first, as LinkedIn writes it; day first where only that can
    be), ``28 Feb 2026``, ``Jun 1, 2023``, ``Sep 2019``, ``2008``, ``2019年9月`` and
    ``Wed Feb 11 08:20:14 UTC 2026``.
    """
    text = " ".join(text.split()).strip(" ,")[:60]
    if not any(character.isdigit() for character in text):
        return None
    for reading in (_east_asian, _numeric, _worded):
        if (found := reading(text)) is not None:
            return _checked(*found)
    return None


def moment(text: str) -> str | None:
    """``text`` as an ISO time where it tells one ("2026-03-02T08:01:15+00:00"), else as its day.

    ``2026-03-02 08:01:15 UTC`` is in UTC, ``8/20/24, 8:13 AM`` in no zone that is told. None where
    it is no day.
    """
    day = iso(text)
    if day is None or len(day) < 10:
        return None
    clock = re.search(_CLOCK, text[:80])
    if clock is None:
        return day
    hour, minute, second = (int(part or 0) for part in clock.groups()[:3])
    if half := clock[4]:
        hour = hour % 12 + (12 if half in "pP" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return day
    zone = "+00:00" if clock[5] else ""
    return f"{day}T{hour:02}:{minute:02}:{second:02}{zone}"


def _numeric(text: str) -> tuple[int, int, int] | None:
    if match := re.match(_ISO, text):
        year, month, day_of_month = (int(part or 0) for part in match.groups())
        return year, month, day_of_month
    if match := re.match(_SLASHED, text):
        first, second, year = map(int, match.groups())
        year += 2000 if year < 70 else 1900 if year < 100 else 0
        return (year, second, first) if first > 12 or "." in text[:6] else (year, first, second)
    if match := re.match(_MONTH_YEAR, text):
        return int(match[2]), int(match[1]), 0
    return None


def _east_asian(text: str) -> tuple[int, int, int] | None:
    match = re.match(_EAST_ASIAN, text)
    if match is None:
        return None
    year, month, day_of_month = (int(part or 0) for part in match.groups())
    return year, month, day_of_month


def _worded(text: str) -> tuple[int, int, int] | None:
    if match := re.match(_UNIX, text):
        return int(match[3]), month_number(match[1]), int(match[2])
    if match := re.match(_WORDED, text):
        month = month_number(match[2])
        return (int(match[4]), month, int(match[1] or match[3] or 0)) if month else None
    return None


def _checked(year: int, month: int, day_of_month: int) -> str | None:
    if not 1900 <= year <= 2200:
        return None
    if not month:
        return f"{year:04}"
    try:
        exact = date(year, month, day_of_month or 1).isoformat()
    except ValueError:
        return None
    return exact if day_of_month else exact[:7]


@cache
def month_number(word: str) -> int:
    """1 to 12 for a month's name or the beginning of one (three letters or more), else 0."""
    import unicodedata

    spread = unicodedata.normalize("NFD", word.casefold())
    plain = "".join(letter for letter in spread if not unicodedata.combining(letter))
    plain = plain.replace("ł", "l").replace("ı", "i").rstrip(".")
    months = [line.split() for line in _NAMES.strip().splitlines()]
    exact = [number for number, names in enumerate(months, 1) if plain in names]
    begun = [
        number
        for number, names in enumerate(months, 1)
        if len(plain) >= 3 and any(name.startswith(plain) for name in names)
    ]
    found = exact or begun
    return found[0] if len(found) == 1 else 0
