"""The two columns of LinkedIn's "Save to PDF" in text that was copied or converted from it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coalition.exchange.linkedin_page import plain
from coalition.exchange.linkedin_positions import TypedLine
from coalition.exchange.linkedin_sections import MAIN, is_page_number, section

_CONTACT = r"https?:|www\.|linkedin\.com|@|\S\.\S+ [(（]|[(（][^()（）/]+[)）]$"
_SIDEBAR = 16  # characters, at least
_BESIDE = 4  # every so many lines, at least, one starts in the wide column
_CROSSED = 8  # of so many lines, at most one runs over the gap between the columns


@dataclass(frozen=True, slots=True)
class Columns:
    """The lines of the sidebar and of the wide column, the latter from the name on.

    ``name_lines``: how many lines at its top the name takes.
    """

    sidebar: tuple[str, ...]
    wide: tuple[TypedLine, ...]
    name_lines: int = 1


def columns_of_text(text: str) -> Columns:
    """The two columns of a profile's text.

    Mostly the sidebar comes first, and ends at the person's name. Converters that read across
    the page mix the blocks of both; blank lines still stand between those.
    """
    if beside := side_by_side(text):
        return _columns(*beside)
    blocks = _blocks(text)
    if _mixed(blocks):
        sidebar, wide = _sorted_out(blocks)
        return _columns(sidebar, wide)
    lines = [line for block in blocks for line in block]
    mains = [place for place, line in enumerate(lines) if section(line) in MAIN]
    until = mains[0] if mains else len(lines)
    side = [place for place, line in enumerate(lines[:until]) if section(line)]
    start = side[-1] + 1 if side else 0
    name = start + _name_among(lines[start:until], "".join(lines[:start]))
    return _columns(lines[:name], lines[name:])


def side_by_side(text: str) -> tuple[list[str], list[str]] | None:
    """The lines of both columns where a converter kept them beside each other; else None."""
    sidebar: list[str] = []
    wide: list[str] = []
    for page in text.split("\f"):
        lines = [line.rstrip() for line in page.split("\n") if line.strip()]
        edge = _edge(lines)
        if lines and not edge and not wide:
            return None
        for line in lines:
            # A long address may run over the gap; later pages may have the wide column alone.
            apart = not line[:edge].strip() or not line[edge - 1 : edge].strip()
            sidebar.append(line[:edge] if apart else line)
            wide.append(line[edge:] if apart else "")
    return _said(sidebar), _said(wide)


def _edge(lines: Sequence[str]) -> int:
    """Where the wide column begins, in characters; 0 where no two columns are to be seen."""
    starts = Counter(
        gap.end() for line in lines for gap in re.finditer(r"(?:^|\S)\s{2,}(?=\S)", line)
    )
    edge = max((start for start in starts if start >= _SIDEBAR), key=starts.__getitem__, default=0)
    crossed = sum(line[edge - 1 : edge].strip() != "" for line in lines) if edge else 0
    told = starts[edge] * _BESIDE >= len(lines) and crossed * _CROSSED <= len(lines)
    return edge if told else 0


def _said(lines: Sequence[str]) -> list[str]:
    plain_lines = [plain(line) for line in lines]
    return [line for line in plain_lines if line and not is_page_number(line)]


def _columns(sidebar: Sequence[str], wide: Sequence[str]) -> Columns:
    name_lines = 2 if wide and wide[0].endswith(",") else 1  # credentials on a line of their own
    return Columns(tuple(sidebar), tuple(TypedLine(line) for line in wide), name_lines)


def _blocks(text: str) -> list[list[str]]:
    """The lines that say something, in blocks with blank lines or a new page between them."""
    blocks: list[list[str]] = [[]]
    for raw in text.replace("\f", "\n\n").split("\n"):
        line = plain(raw)
        if line and not is_page_number(line):
            blocks[-1].append(line)
        elif not line and blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _mixed(blocks: Sequence[Sequence[str]]) -> bool:
    """Whether blocks of the wide column stand apart from, or between, those of the sidebar."""
    mains = [place for place, block in enumerate(blocks) if section(block[0]) in MAIN]
    if not mains:
        return False
    above, below = blocks[: mains[0]], blocks[mains[0] :]
    apart = any(not section(block[0]) for block in above)
    return apart or any(section(block[0]) not in ("", *MAIN) for block in below)


def _sorted_out(blocks: Sequence[Sequence[str]]) -> tuple[list[str], list[str]]:
    sidebar: list[str] = []
    wide: list[str] = []
    last = ""
    for block in blocks:
        heading = section(block[0])
        if heading and heading not in MAIN:
            sidebar.extend(block)
            last = heading
        elif heading or last != "contact":
            wide.extend(block)
        else:
            for line in block:
                (sidebar if re.search(_CONTACT, line) else wide).append(line)
    return sidebar, wide


def _name_among(lines: Sequence[str], above: str) -> int:
    """Which of ``lines``, the last items of the sidebar and the top of the profile, is the name.

    It is the line that the profile's address spells; else the one above the first line too long
    for the sidebar, the headline; else the third from the end: name, headline, place.
    """
    slug = re.search(r"linkedin\.com/in/([^\s(（]+)", above, re.IGNORECASE)
    letters = _letters(slug[1]) if slug else ""
    for place, line in enumerate(lines):
        words = [_letters(word) for word in re.split(r"[\s,(]+", line)[:4]]
        words = [word for word in words if len(word) > 1]
        if len(words) > 1 and letters.startswith(words[0]) and words[1] in letters:
            return place
    for place, line in enumerate(lines):
        if place and len(line) > 45:
            return place - 1
    return max(len(lines) - 3, 0)


def _letters(text: str) -> str:
    import unicodedata

    spread = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in spread if letter.isalnum())
