"""The skills in the text of a LinkedIn page: selected, copied and pasted.

A page's items come as blocks (a skill, then lines about it) with blank lines between them, or as
lines without any, or as one long line; a line may stand twice, as LinkedIn writes much of its
text once for the eye and once for a screen reader.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile

from coalition.exchange.linkedin_headings import (
    after_tabs,
    announced_skills,
    ends_skills,
    is_all_tab,
    is_furniture,
    is_skills_heading,
    is_tab,
    name_in_title,
)
from coalition.exchange.linkedin_page import PageSkill, plain
from coalition.exchange.linkedin_phrases import (
    before_sentences,
    count,
    inline_counts,
    is_detail,
    plain_number,
    repeated_nouns,
    same_text,
    sentence_by,
)

_LONGEST_NAME = 60
_LONGEST_SKILL = 120
_LONGEST_ROLE = 200
_TOP = 20  # lines at the top of a page among which a person's name is looked for
_ROLE = (
    r"(?:.*\b(?:manager|director|founder|owner|partner|coach|consultant|engineer|developer|analyst"
    r"|officer|president|head|lead|leader|specialist|coordinator|advisor|adviser|assistant"
    r"|associate|architect|designer|professor|lecturer|teacher|researcher|scientist|intern|trainee"
    r"|volunteer|mentor|trainer|chair|executive|administrator|[cv]\w{1,2}o|vp)\b.*"
    r"\s(?:at|bei|chez|en|em|presso|bij|hos)\s.+)"
    r"|(?:.*\s(?:at|bei|chez|presso|bij|hos)\s.*\b(?:ltd|llc|inc|gmbh|ag|plc|corp|co|university"
    r"|company|group|bank|institute|college|school|trust|sa|spa|bv|ab|kg)\b\.?)"
    r"|(?:diploma|degree|bachelor|master|mba|b\.?sc|m\.?sc|ba|ma|phd|doctor|certificate)\b.*[,·–-]\s.+"
    r"|(?:universit\w*|institut\w*|college|school|academy|hochschule)\s(?:of|for|de|für|di)\s.+"
    r"|.*,\s.*\b(?:universit\w*|institut\w*|college|school|academy|hochschule)\b.*"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that is not blank: its number, itself, whether a blank is before it."""

    row: int
    text: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Paste:
    """What the text of a page says: whose it is ("" where it does not tell), and the skills.

    ``announced``: how many skills the profile has, where the text offers to show them all.
    """

    person: str
    skills: tuple[PageSkill, ...]
    announced: int = 0


def pasted(text: str) -> Paste:
    """The person and the skills in the text of a LinkedIn page."""
    lines = list(_lines(text))
    heading = _heading(lines)
    below = lines[heading + 1 :]
    nouns = repeated_nouns([line.text for line in below])
    shown = list(_within(below, nouns))
    blocks = _blocks(shown)
    if _blocks_are_items(blocks, nouns):
        skills = [skill for block in blocks for skill in _item(block, nouns)]
    else:
        skills = list(_packed(shown, nouns))
    person = _person(lines[: max(heading, 0)])
    return Paste(person, tuple(_grouped(shown, skills)), announced_skills(text))


def _lines(text: str) -> Iterator[Line]:
    """The lines that say something; one that says the same as the last is left out."""
    opens, last = True, ""
    for row, raw in enumerate(text.split("\n"), 1):
        line = plain(raw)
        if not line:
            opens = True
        elif not same_text(line, last):
            yield Line(row, line, opens)
            opens, last = False, line


def _heading(lines: list[Line]) -> int:
    """Where the heading of the skills stands: the last one above the first endorsements; or -1."""
    found = -1
    for place, line in enumerate(lines):
        if is_skills_heading(line.text):
            found = place
        elif found >= 0 and (count(line.text) or sentence_by(line.text)):
            break
    return found


def _person(above: list[Line]) -> str:
    """The name above the heading, where the text starts at the top of a page."""
    for line in above:
        if named := name_in_title(line.text):
            return named
    for line in above[:_TOP]:
        text = re.sub(r"\s*\([^()]*/[^()]*\)", "", line.text)  # pronouns: (She/Her)
        if _may_be_name(text) and not _role(text):
            return text
    return ""


def _may_be_name(text: str) -> bool:
    plausible = len(text) <= _LONGEST_NAME and not re.search(r"[\d|@:/]", text)
    return plausible and 1 < len(text.split()) <= 7 and not is_furniture(text)


def _within(lines: list[Line], nouns: frozenset[str]) -> Iterator[Line]:
    """The lines up to where the skills end, without the page's furniture."""
    counted = False
    for place, line in enumerate(lines):
        after = lines[place + 1].text if place + 1 < len(lines) else ""
        before = lines[place - 1].text if place else ""
        about_it = count(after, nouns) is not None or is_detail(after)
        counted = counted or about_it
        if ends_skills(line.text) and counted and not about_it:
            return
        alone = " " not in line.text and not (is_furniture(before) or is_furniture(after))
        if not is_furniture(line.text) or (about_it or (alone and not ends_skills(after))):
            yield line


def _blocks(lines: list[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if line.opens or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _blocks_are_items(blocks: list[list[Line]], nouns: frozenset[str]) -> bool:
    """Whether blank lines stand between items, not within them nor at random."""
    # The page's own buttons ("Add skill", "Edit") may stand above the first item.
    blocks = list(dropwhile(lambda block: all(is_detail(line.text) for line in block), blocks))
    counts = [sum(count(line.text, nouns) is not None for line in block) for block in blocks]
    starts_late = any(
        count(block[0].text, nouns) or is_detail(block[0].text) or any(map(_inlined, block))
        for block in blocks
    )
    return len(blocks) > 1 and max(counts) <= 1 and not starts_late


def _item(block: list[Line], nouns: frozenset[str]) -> Iterator[PageSkill]:
    """The skill that ``block`` is about; several where it is a mere list; none for tabs."""
    texts = [line.text for line in block]
    if is_all_tab(texts[0]) or all(map(is_tab, texts)) or all(map(is_detail, texts)):
        return
    told = [count(text, nouns) or is_detail(text) or _role(text) for text in texts]
    if len(block) > 2 and not any(told):
        yield from (PageSkill(line.text, row=line.row) for line in block if not is_tab(line.text))
        return
    if is_tab(texts[0]) and not told[1]:
        block = block[1:]
    skill = _named(block[0])
    for line in block[1:]:
        skill = skill.told(line.text, nouns)
    if len(skill.name) <= _LONGEST_SKILL:
        yield skill


def _packed(lines: list[Line], nouns: frozenset[str]) -> Iterator[PageSkill]:
    """The skills where no blank line tells the items apart: each line by what it says."""
    texts = [line.text for line in lines]
    buttons = {text for text in texts if texts.count(text) > 2} if len(texts) < 5000 else set()
    skill: PageSkill | None = None
    for place, line in enumerate(lines):
        text = line.text
        after = texts[place + 1] if place + 1 < len(texts) else ""
        if not count(text, nouns) and (flat := _inline(text)):
            yield from ([skill] if skill else [])
            skill = None
            yield from (replace(found, row=line.row) for found in flat)
        elif count(text, nouns) or is_detail(text) or (skill and plain_number(text)):
            skill = skill.told(text, nouns) if skill else None
        elif not _is_aside(text, after, nouns) and not (skill and (_role(text) or text in buttons)):
            yield from ([skill] if skill else [])
            skill = _named(line)
    yield from ([skill] if skill else [])


def _named(line: Line) -> PageSkill:
    """The skill that a line names; older pages have its number behind it: ``Law · 33``."""
    name, dot, number = line.text.rpartition(" · ")
    if dot and (found := plain_number(number)):
        return PageSkill(name, row=line.row).counted(found)
    return PageSkill(line.text, row=line.row)


def _is_aside(text: str, after: str, nouns: frozenset[str]) -> bool:
    """Whether ``text`` is a tab or prose, told by itself and the line after it."""
    tab = is_tab(text) and not (count(after, nouns) or sentence_by(after))
    return tab or len(text) > _LONGEST_SKILL


def _inline(text: str) -> list[PageSkill]:
    """The skills in a line that has names and counts in it."""
    found: list[PageSkill] = []
    for said, number in inline_counts(text):
        name = plain(before_sentences(after_tabs(said) if not found else said))
        name = name.rstrip("-–—:|(, ·•")
        half = len(name) // 2
        if name[:half] == name[half + 1 :]:
            name = name[:half]
        if name:
            skill = PageSkill(name[: _LONGEST_SKILL * 2]).counted(number)
            found.append(skill.told(plain(said[len(before_sentences(said)) :])))
    return found


def _inlined(line: Line) -> bool:
    return not count(line.text) and bool(_inline(line.text))


def _role(text: str) -> bool:
    """Whether ``text`` is a role somewhere or a degree: where a skill was used or learned."""
    return len(text) <= _LONGEST_ROLE and re.fullmatch(_ROLE, text, re.IGNORECASE) is not None


def _grouped(lines: list[Line], skills: list[PageSkill]) -> Iterator[PageSkill]:
    """The skills, each with the heading it stands below; tabs side by side are no headings."""
    headings: list[tuple[int, str]] = []
    for place, line in enumerate(lines):
        if is_tab(line.text):
            near = [other for other in lines[max(place - 1, 0) : place + 2] if other is not line]
            listed = is_all_tab(line.text) or any(is_tab(other.text) for other in near)
            headings.append((line.row, "" if listed else line.text))
    for skill in skills:
        above = [group for row, group in headings if row < (skill.row or 0)]
        yield replace(skill, group=above[-1]) if above and above[-1] else skill
