"""LinkedIn's skills page, or the skills section of a profile, as pasted text."""

import re
from dataclasses import replace

from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

_MOST_LINES = 400
_DIVIDED = (
    r"\S\s*(?:[\t:：=(（\[;|]|(?!(?<=\d),\d{3}\b),|\s[-–—])"  # 1,204 is a number
    r"[ \u00a0]*\d[\d.,'’]*[+＋]?[ \u00a0]+"
)
_LONGEST_NAME = 80  # characters before a count in a line; prose that mentions counts has more


class LinkedInSkillsText:
    """The reader of the pasted page."""

    name = "linkedin-skills-text"
    title = "LinkedIn skills page or section, selected, copied and pasted as text"
    advice = (
        "on LinkedIn open the profile's Skills page (Show all skills), scroll to the end, select "
        "everything and copy it"
    )

    def recognise(self, material: Document) -> Match:
        """Sure of text with counts of endorsements or LinkedIn's tabs, never of a mere list."""
        if not _may_be_text(material.head):
            return Match.NO
        return _likeness(material.head_text)

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """The skills, how many endorsed each, and whose they are where the text says so."""
        from coalition.exchange.linkedin_page import page_reading
        from coalition.exchange.linkedin_paste import pasted

        paste = pasted(material.text)
        reading = page_reading(self.name, material.name, paste.person, paste.skills)
        if paste.announced > len(paste.skills):
            note = _MORE.format(paste.announced, len(paste.skills))
            return replace(reading, notes=(*reading.notes, note))
        return reading


def _may_be_text(head: bytes) -> bool:
    from coalition.exchange.decoding import is_binary

    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return start not in (b"<", b"{", b"[", b"%") and head[:2] != b"PK" and not is_binary(head)


def _likeness(text: str) -> Match:
    from coalition.exchange.linkedin_headings import (
        after_tabs,
        is_all_tab,
        is_skills_heading,
        is_tab,
    )
    from coalition.exchange.linkedin_page import plain
    from coalition.exchange.linkedin_phrases import (
        STEM,
        before_sentences,
        count,
        inline_counts,
        sentence_by,
    )
    from coalition.exchange.table_shape import is_headed_table

    raw = text.split("\n")[:_MOST_LINES]
    lines = list(map(plain, raw))
    headed = any(map(is_skills_heading, lines[:60]))
    if headed and any(map(is_all_tab, lines)) and sum(map(is_tab, lines)) > 2:
        return Match.SURE
    if not re.search(STEM, text, re.IGNORECASE) or is_headed_table(text):
        return Match.NO
    # "Law: 12 endorsements" may stand in anybody's list, and marks no page of LinkedIn.
    listed = re.compile(rf"{_DIVIDED}[^\W\d_]*{STEM}", re.IGNORECASE)
    said = [
        line
        for line, written in zip(lines, raw, strict=True)
        if re.search(STEM, line, re.IGNORECASE) and len(listed.findall(written)) != 1
    ]
    marks = sum(count(line) is not None or sentence_by(line) for line in said)
    for line in said[:50]:
        if not count(line):
            names = [before_sentences(after_tabs(text)) for text, _ in inline_counts(line)]
            marks += len(names) if max(map(len, names), default=0) <= _LONGEST_NAME else 0
    if marks > 1 or (marks and headed):
        return Match.SURE
    return Match.LIKELY if marks else Match.NO


_MORE = "The profile has {} skills, {} of them are here: Show all skills opens the others."

READER = LinkedInSkillsText()
