"""The skills in the text of a LinkedIn page: selected, copied and pasted.

A page's items come as blocks (a skill, then lines about it) with blank lines between them, or as
lines without any, or as one long line; a line may stand twice, as LinkedIn writes much of its
text once for the eye and once for a screen reader.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from coalition.exchange.linkedin_extent import (
    Line,
    headings_among,
    lines_in,
    person_above,
    within_skills,
)
from coalition.exchange.linkedin_headings import (
    after_tabs,
    announced_skills,
    is_all_tab,
    is_tab,
)
from coalition.exchange.linkedin_page import PageSkill, plain
from coalition.exchange.linkedin_phrases import (
    before_sentences,
    count,
    inline_counts,
    is_button,
    is_detail,
    is_label,
    plain_number,
    repeated_nouns,
    sentence_by,
)

_LONGEST_SKILL = 120
_LONGEST_ROLE = 200
_MOST_TABS = 7
_AT = r"\s(?:at|bei|chez|en|em|na empresa|presso|bij|hos)\s"
_BUTTONS = r"^(?:(?i:endorsed?|show all \d+ details)\s+(?!by\b))+(?=\S)"
_ROLE = (
    r"(?:.*\b(?:manager|director|founder|owner|partner|coach|consultant|engineer|developer|analyst"
    r"|officer|president|head|lead|leader|specialist|coordinator|advisor|adviser|assistant"
    r"|associate|architect|designer|professor|lecturer|teacher|researcher|scientist|intern|trainee"
    r"|volunteer|mentor|trainer|chair|executive|administrator|[cv]\w{1,2}o|vp)\b.*"
    rf"{_AT}.+)"
    rf"|(?:.*{_AT}.*\b(?:ltd|llc|inc|gmbh|ag|plc|corp|co|university"
    r"|company|group|bank|institute|college|school|trust|sa|spa|bv|ab|kg)\b\.?)"
    r"|(?:diploma|degree|bachelor|master|mba|b\.?sc|m\.?sc|ba|ma|phd|doctor|certificate)\b.*[,·–-]\s.+"
    r"|(?:universit\w*|institut\w*|college|school|academy|hochschule)\s(?:of|for|de|für|di)\s.+"
    r"|.*,\s.*\b(?:universit\w*|institut\w*|college|school|academy|hochschule)\b.*"
)


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
    lines = list(lines_in(text))
    starts = headings_among(lines)
    below = lines[starts[0] + 1 :]
    known = any(count(line.text) for line in below)
    nouns = frozenset() if known else repeated_nouns([line.text for line in below])
    shown = [
        line
        for start, end in pairwise([*starts, len(lines)])
        for line in within_skills(lines[start + 1 : end], nouns)
    ]
    blocks = _blocks(shown)
    if _blocks_are_items(blocks, nouns):
        skills = [skill for block in blocks for skill in _item(block, nouns)]
    else:
        skills = list(_packed(shown, nouns))
    person = person_above(lines[: max(starts[0], 0)])
    return Paste(person, tuple(_grouped(shown, skills)), announced_skills(text))


def _blocks(lines: list[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if line.opens or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _blocks_are_items(blocks: list[list[Line]], nouns: frozenset[str]) -> bool:
    """Whether blank lines stand between items, not within them nor at random."""
    # The page's own buttons ("Add skill", "Edit") may stand above the first item, or below any.
    blocks = [block for block in blocks if not all(is_label(line.text) for line in block)]
    # "Show all 3 endorsements" may stand above "3 endorsements".
    counts = [
        {found.number for line in block if (found := count(line.text, nouns))} for block in blocks
    ]
    starts_late = any(
        _is_detail_at(block, 0, nouns) or any(_inline(line.text) for line in block)
        for block in blocks
    )
    return len(blocks) > 1 and max(map(len, counts)) <= 1 and not starts_late


def _item(block: list[Line], nouns: frozenset[str]) -> Iterator[PageSkill]:
    """The skill that ``block`` is about; several where it is a mere list; none for tabs."""
    if is_all_tab(block[0].text) and len(block) <= _MOST_TABS and not _tells_any(block, nouns):
        return
    while block and is_tab(block[0].text) and not _is_about(block, 1, nouns):
        block = block[1:]
    if not block or _is_detail_at(block, 0, nouns):
        return
    several = any(_named(line).count for line in block[1:])
    if several or (len(block) > 2 and not _tells_any(block, nouns)):
        yield from _packed(block, nouns)
        return
    skill = _named(block[0])
    for line in block[1:]:
        skill = skill.told(line.text, nouns)
    if len(skill.name) <= _LONGEST_SKILL:
        yield skill


def _tells_any(block: list[Line], nouns: frozenset[str]) -> bool:
    """Whether anything in ``block`` is about a skill, so that it is no mere list."""
    texts = [line.text for line in block]
    return any(count(text, nouns) is not None or is_detail(text) or _role(text) for text in texts)


def _is_about(lines: list[Line], place: int, nouns: frozenset[str]) -> bool:
    """Whether the line at ``place`` is there and says who endorsed the skill above it."""
    text = lines[place].text if place < len(lines) else ""
    return count(text, nouns) is not None or sentence_by(text)


def _is_detail_at(lines: list[Line], place: int, nouns: frozenset[str]) -> bool:
    """Whether the line at ``place`` is about a skill, not one that only reads like a label.

    "Show More" is a skill where endorsements follow and those of another end above it.
    """
    text = lines[place].text
    if count(text, nouns) is not None:
        return True
    above = lines[place - 1].text if place else ""
    ended = not above or count(above, nouns) is not None or is_button(above)
    may_be_name = is_label(text) and not is_button(text) and ended
    return is_detail(text) and not (may_be_name and _is_about(lines, place + 1, nouns))


def _packed(lines: list[Line], nouns: frozenset[str]) -> Iterator[PageSkill]:
    """The skills where no blank line tells the items apart: each line by what it says."""
    texts = [line.text for line in lines]
    buttons = {text for text, times in Counter(texts).items() if times > 2}
    organisations = _organisations(texts)
    skill: PageSkill | None = None
    for place, line in enumerate(lines):
        text = line.text
        after = texts[place + 1] if place + 1 < len(texts) else ""
        detail = _is_detail_at(lines, place, nouns)
        if flat := _inline(text):
            yield from ([skill] if skill else [])
            skill = None
            yield from (replace(found, row=line.row) for found in flat)
        elif detail or (skill and plain_number(text)):
            skill = skill.told(text, nouns) if skill else None
        elif not _is_aside(text, after, nouns) and not (
            skill and not skill.count and (_role(text, organisations) or text in buttons)
        ):
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
    if count(text) or sentence_by(text):
        return found
    for said, number in inline_counts(text):
        said = re.sub(_BUTTONS, "", said) if found else after_tabs(said)
        name = plain(before_sentences(said))
        name = name.rstrip("-–—:|(, ·•")
        half = len(name) // 2
        if name[:half] == name[half + 1 :]:
            name = name[:half]
        if name:
            skill = PageSkill(name[: _LONGEST_SKILL * 2]).counted(number)
            found.append(skill.told(plain(said[len(before_sentences(said)) :])))
    return found


def _organisations(texts: list[str]) -> frozenset[str]:
    """Where the lines about skills say that colleagues, jobs or studies are."""
    tails = [re.split(_AT, text, maxsplit=1)[-1] for text in texts if is_detail(text)]
    return frozenset(re.split(r"\s(?:and|und|et|y|e|en)\s\d", tail)[0] for tail in tails)


def _role(text: str, organisations: frozenset[str] = frozenset()) -> bool:
    """Whether ``text`` is a role somewhere or a degree: where a skill was used or learned.

    At one of ``organisations`` any title will do.
    """
    if len(text) > _LONGEST_ROLE:
        return False
    title, *where = re.split(_AT, text, maxsplit=1)
    known = bool(title) and where != [] and where[0] in organisations
    return known or re.fullmatch(_ROLE, text, re.IGNORECASE) is not None


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
