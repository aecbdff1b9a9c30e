"""The positions under "Experience" in LinkedIn's "Save to PDF".

A position is an organisation, a title, its dates with their length, perhaps a place and a text.
Several at one organisation stand below its name and the length of all of them; where that group
ends is told by the sizes of type, and without them by when its positions fill that length.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from coalition.exchange.linkedin_dates import iso
from coalition.model.person import Position

_YEARS = (
    r"(?:years?|yrs?|jahre?n?|années?|ans?|años?|anos?|ann[io]|jaar|år|lata?|rok|год\w*|лет|yıl"
    r"|年|년)"
)
_MONTHS = (
    r"(?:months?|mos?|monate?n?|mois|mes(?:es)?|mes[ei]|maand(?:en)?|mån\w*|måned\w*|miesi\w*"
    r"|мес\w*|ay|[ヶかカケ]月|个月|個月|月|개월)"
)
_LENGTH = rf"(?:(\d+)\s*{_YEARS})?(?:\W*(?:and|und|et|y|e|en|og|och|i)?\W*(\d+)\s*{_MONTHS})?"
_UNIT = rf"(?i:{_YEARS}|{_MONTHS})"  # "less than a year" is a length without a number
_RANGE = (
    r"(?P<start>[^-–—~〜～()（）]{4,30}?)\s*(?:[-–—~〜～]\s*(?P<end>[^()（）]{1,30}?))?"
    r"\s*(?:[(（](?P<length>[^()（）]+)[)）])?"
)
_PLACE_WORDS = r"\b(?:area|region|metropolitan|greater|remote|großraum|umgebung|périphérie)\b"
_WRAPPED = r"[,&/–-]$|\b(?:and|of|for|the|und|et|de|y|für)$"


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line of the wide column and the size of its type in points (0 where unknown)."""

    text: str
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class _Dates:
    started: str
    ended: str | None
    months: int


@dataclass(slots=True)
class _Group:
    """The positions at one organisation so far, and the months they fill together."""

    organisation: str
    months: int = 0
    filled: set[int] = field(default_factory=set)
    count: int = 0

    def is_full(self) -> bool:
        """Whether its positions fill its length: counted once, or from first to last."""
        if not self.filled:
            return not self.months
        slack = self.count + 1
        span = max(self.filled) - min(self.filled) + 1
        return len(self.filled) >= self.months - slack or abs(span - self.months) <= slack

    def add(self, dates: _Dates) -> None:
        """Fill the months of one more position."""
        self.count += 1
        last = _month(dates.ended) if dates.ended else _month(dates.started) + dates.months - 1
        exact = len(dates.started) > 4
        first = _month(dates.started) if exact or not dates.months else last - dates.months + 1
        self.filled.update(range(first, min(last, first + 1200) + 1))


def positions(lines: Sequence[TypedLine]) -> list[Position]:
    """The positions that ``lines`` tell of, in their order."""
    dated = [(place, dates) for place, line in enumerate(lines) if (dates := _dates(line.text))]
    found: list[Position] = []
    group: _Group | None = None
    after = 0
    for number, (place, dates) in enumerate(dated):
        top = _title_top(lines, after, place)
        title = " ".join(line.text for line in lines[top:place])
        above = lines[after:top]
        group = _group(above, group, lines[0].size)
        group.add(dates)
        until = dated[number + 1][0] if number + 1 < len(dated) else len(lines)
        where = _place(lines, place, until)
        found.append(Position(group.organisation, title, dates.started, dates.ended, where))
        after = place + 1
    return found


def _title_top(lines: Sequence[TypedLine], after: int, place: int) -> int:
    """The first line of the title that ends above the dates at ``place``."""
    top = place - 1
    if top < after:
        return place
    while top - 1 > after:
        line, before = lines[top], lines[top - 1]
        apart = line.size != before.size
        wrapped = line.text[:1].islower() or re.search(_WRAPPED, before.text) is not None
        if apart or not (wrapped or _size_tells(lines, place)) or _months(before.text):
            break
        top -= 1
    return top


def _size_tells(lines: Sequence[TypedLine], place: int) -> bool:
    """Whether a title's type is of a size of its own, unlike an organisation's."""
    return lines[place - 1].size != lines[0].size


def _group(above: Sequence[TypedLine], group: _Group | None, size: float) -> _Group:
    """The group that the next position is in, by the lines between the last one and its title."""
    if above and (months := _months(above[-1].text)):
        return _Group(above[-2].text if len(above) > 1 else "", months)
    if group is not None and group.months:
        other_size = bool(above) and above[-1].size != size
        if not above or other_size or not group.is_full():
            return group
    return _Group(_organisation(above, first=group is None))


def _organisation(above: Sequence[TypedLine], *, first: bool) -> str:
    if first:
        return " ".join(line.text for line in above)
    return above[-1].text if above else ""


def _place(lines: Sequence[TypedLine], place: int, until: int) -> str:
    """The line after the dates where it reads like a place and heads no next position."""
    if place + 1 >= min(until, len(lines)):
        return ""
    line = lines[place + 1]
    heads_next = until < len(lines) and place + 1 >= until - 2 and line.size != lines[place].size
    last_before_next = until < len(lines) and place + 1 >= until - 1
    reads_so = ", " in line.text or re.search(_PLACE_WORDS, line.text, re.IGNORECASE) is not None
    short = len(line.text) <= 70 and not re.search(r"[.!?:;|\d]", line.text)
    if line.size != lines[place].size or heads_next or last_before_next:
        return ""
    return line.text if reads_so and short else ""


def _dates(text: str) -> _Dates | None:
    match = re.fullmatch(_RANGE, text.strip())
    if match is None or not (match["end"] or match["length"]):
        return None
    started, length = iso(match["start"]), _months(match["length"] or "")
    if started is None or (match["length"] and not re.search(_UNIT, match["length"])):
        return None
    ended = iso(match["end"] or match["start"])
    open_ended = not re.search(r"\d", match["end"] or match["start"])
    return _Dates(started, ended, length) if ended or open_ended else None


def _months(text: str) -> int:
    """The months in ``11 years 8 months``; 0 for any other text."""
    match = re.fullmatch(_LENGTH, text.strip(), re.IGNORECASE)
    if match is None or not (match[1] or match[2]):
        return 0
    return min(int(match[1] or 0) * 12 + int(match[2] or 0), 1200)


def _month(date: str) -> int:
    """Months since year 0 of an ISO date; of a year alone, its first."""
    return int(date[:4]) * 12 + int(date[5:7] or 1) - 1
