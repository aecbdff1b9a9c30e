"""Which lines of a pasted LinkedIn page are about skills, and whose page it is."""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from coalition.exchange.linkedin_headings import (
    ends_skills,
    is_furniture,
    is_next_section,
    is_skills_heading,
    name_in_title,
)
from coalition.exchange.linkedin_page import plain
from coalition.exchange.linkedin_phrases import count, is_detail, is_label, same_text, sentence_by

_LONGEST_NAME = 60
_TOP = 20  # lines at the top of a page among which a person's name is looked for
_FOOTER = 3  # lines of the page's own, one after the other: the skills are over
_PRONOUNS = r"\s*\([^()]*/[^()]*\)"
_BELOW_A_NAME = r"\(?[^\W\d_]+/[^\W\d_]+(?:/[^\W\d_]+)?\)?|(?:1st|2nd|3rd)\+?(?: degree .+)?"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that is not blank: its number, itself, whether a blank is before it."""

    row: int
    text: str
    opens: bool


def lines_in(text: str) -> Iterator[Line]:
    """The lines that say something; one that says the same as the last is left out."""
    opens, last = True, ""
    for row, raw in enumerate(text.split("\n"), 1):
        line = plain(raw)
        if not line:
            opens = True
        elif not same_text(line, last):
            yield Line(row, line, opens)
            opens, last = False, line


def headings_among(lines: list[Line]) -> list[int]:
    """Where the headings of the skills stand that endorsements follow: one for each page pasted.

    Where none follow, the last heading if there is no endorsement at all, else -1: the top.
    """
    headings = [place for place, line in enumerate(lines) if is_skills_heading(line.text)]
    told = [place for place, line in enumerate(lines) if _told(line, frozenset())]
    followed = [
        start
        for start, end in pairwise([*headings, len(lines)])
        if bisect(told, start) < bisect(told, end)
    ]
    return followed or (headings[-1:] if not told else []) or [-1]


def person_above(above: list[Line]) -> str:
    """The name above the heading, where the text starts at the top of a page.

    Pronouns or the degree of connection stand right below it; else it is the first line that
    could be a name.
    """
    for line in above:
        if named := name_in_title(line.text):
            return named
    names: list[str] = []
    for line in above[: _TOP * 2]:
        text = re.sub(_PRONOUNS, "", line.text)
        if names and re.fullmatch(_BELOW_A_NAME, line.text, re.IGNORECASE):
            return names[-1]
        if _may_be_name(text) and not re.search(r"\s(?:at|bei|chez)\s", text):
            names.append(text)
    return names[0] if names else ""


def _may_be_name(text: str) -> bool:
    plausible = len(text) <= _LONGEST_NAME and not re.search(r"[\d|@:/]", text)
    return plausible and 1 < len(text.split()) <= 7 and not is_furniture(text)


def within_skills(lines: list[Line], nouns: frozenset[str]) -> Iterator[Line]:
    """The lines up to where the skills end, without the page's furniture.

    A word that heads a section ("Publications") may be a skill while endorsements follow.
    """
    about = [count(line.text, nouns) is not None or is_detail(line.text) for line in lines]
    told = [place for place, line in enumerate(lines) if _told(line, nouns)]
    first, last = (told[0], told[-1]) if told else (-1, -1)
    counted = False
    for place, line in enumerate(lines):
        about_it = place + 1 < len(lines) and about[place + 1]
        counted = counted or about_it
        may_be_skill = is_next_section(line.text) and (place < last or about_it)
        is_end = counted and ends_skills(line.text) and not may_be_skill
        if is_end or (place > last and _is_footer(lines, place)):
            return
        # One word, or anything between endorsements, is rather a skill than a part of the page.
        likely = " " not in line.text or (first < place < last and not is_label(line.text))
        if not is_furniture(line.text) or about_it or (likely and _stands_alone(lines, place)):
            yield line


def _told(line: Line, nouns: frozenset[str]) -> bool:
    return count(line.text, nouns) is not None or sentence_by(line.text)


def _is_footer(lines: list[Line], place: int) -> bool:
    below = [line.text for line in lines[place : place + _FOOTER]]
    return len(below) == _FOOTER and all(is_furniture(text) or ends_skills(text) for text in below)


def _stands_alone(lines: list[Line], place: int) -> bool:
    """Whether a word of the page's furniture stands among skills, and so may be one."""
    before = lines[place - 1].text if place else ""
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    return not (is_furniture(before) or is_furniture(after) or ends_skills(after))
