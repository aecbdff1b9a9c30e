"""A mailbox in one file: mbox as Gmail (Takeout), Thunderbird and Apple Mail write it.

RFC 4155 and its cousins mboxo, mboxrd, mboxcl and mboxcl2: a message begins with a line
``From ADDRESS DATE`` after a blank one. Lines of a body that look like it are quoted with ">", or
``Content-Length`` says how long the body is, or neither; so a header has to follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coalition.exchange.kinds import is_mail
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent

if TYPE_CHECKING:
    from coalition.model.reading import Reading

ADVICE = (
    "mail tells who was in touch with whom, and no skills; `coalition import` keeps who and when"
)
"""What to do with mail, of which a cloud has no use."""

_LONGEST_LINE = 1000
_MOST_BLANKS = 4  # between a body of a length told and the next message
_TIME = re.compile(rb"\d{1,2}:\d{2}(?::\d{2})?")
_YEAR = re.compile(rb"(?:19|20)\d{2}")
_HEADER = re.compile(rb"(?:>From [^\n]{0,1000}\n)?[!-9;-~]{1,80}[ \t]{0,4}:")
_BEFORE = b"\xef\xbb\xbf\r\n"  # a byte order mark, blank lines
_BLANK = re.compile(rb"\n\r?\n")
_LENGTH = re.compile(rb"(?mi)^Content-Length[ \t]*:[ \t]*(\d{1,10})[ \t]*\r?$")


class Span(NamedTuple):
    """Where a message lies: all are offsets in bytes but ``line``, that of its first line."""

    start: int
    header: int
    body: int
    end: int
    line: int


class MboxReader:
    """Reads who was in touch with whom, and when, out of a mailbox."""

    name = "mbox"
    title = "Mailbox (mbox of Gmail Takeout, Thunderbird, Apple Mail): who was in touch, and when"
    advice = ADVICE

    def recognise(self, material: Document) -> Match:
        """Sure of a line ``From …`` with the header of an e-mail after it."""
        if not begins_mailbox(material.head):
            return Match.NO
        return Match.SURE if is_mail(material.head_text.lstrip().partition("\n")[2]) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Nothing: mail names no skills, and clouds have no use for the rest."""
        from coalition.model.reading import Reading

        return Reading(self.name, material.name)

    def read_all(self, material: Document, progress: Progress = silent) -> Reading:
        """The people and their touchpoints; of a message only who, when and about what."""
        from coalition.exchange.mail import read_mail

        return read_mail(material, format=self.name, progress=progress)

    def read_with_text(self, material: Document, progress: Progress = silent) -> Reading:
        """The same with what was written in each message."""
        from coalition.exchange.mail import read_mail

        return read_mail(material, keep_text=True, format=self.name, progress=progress)


def messages_in(content: bytes, most_header: int) -> Iterator[Span]:
    """The messages of a mailbox in turn; a header longer than ``most_header`` ends there.

    Takes time in proportion to the content, and no copy of it.
    """
    start, line, counted = _first(content), 1, 0
    while start < len(content):
        line += content.count(b"\n", counted, start)
        counted = start
        header = content.find(b"\n", start, start + _LONGEST_LINE) + 1 or start
        following = _next_start(content, header)
        blank = _BLANK.search(content, max(0, header - 1), min(following, header + most_header))
        body = blank.end() if blank else min(following, header + most_header)
        end = following
        if blank and (length := _LENGTH.search(content, header, body)):
            end = _end_by_length(content, body + int(length[1]), following)
        yield Span(start, header, body, end, line)
        start = end


def begins_mailbox(content: bytes) -> bool:
    """Whether ``content`` begins with a message as mailboxes hold it."""
    head = content[:1000]
    return _begins(content, len(head) - len(head.lstrip(_BEFORE)))


def _first(content: bytes) -> int:
    head = content[:1000]
    start = len(head) - len(head.lstrip(_BEFORE))
    return start if _begins(content, start) else _next_start(content, 0)


def _next_start(content: bytes, position: int) -> int:
    """Where the next message begins from ``position`` on; the end where none does."""
    while (found := content.find(b"\nFrom ", position)) >= 0:
        if _begins(content, found + 1):
            return found + 1
        position = found + 1
    return len(content)


def _begins(content: bytes, start: int) -> bool:
    """Whether a message begins at ``start``: also where the blank line before it was forgotten."""
    end = content.find(b"\n", start, start + _LONGEST_LINE)
    if end < 0 or not content.startswith(b"From ", start) or not _HEADER.match(content, end + 1):
        return False
    said = content[start + 5 : end].split()
    if not said or said == [b"-"]:  # Thunderbird
        return True
    is_address = b"@" in said[0] or said[0] == b"MAILER-DAEMON"
    if not any(map(_YEAR.fullmatch, said[-3:])):
        return is_address and len(said) == 1
    return is_address or any(map(_TIME.fullmatch, said[-6:]))


def _end_by_length(content: bytes, end: int, following: int) -> int:
    """Where a body of the length told ends, if a message or nothing comes after it."""
    for _ in range(_MOST_BLANKS):
        end += content[end : end + 1] in (b"\r", b"\n")
    if end == len(content):
        return end
    return end if content[end - 1 : end] == b"\n" and _begins(content, end) else following


READER = MboxReader()
