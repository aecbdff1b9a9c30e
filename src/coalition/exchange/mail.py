"""Who was in touch with whom by mail, and when: what a mailbox, a message or a folder tells.

The header of a message is all that is looked at; what was written is read only where it is asked
for. Messages that programs send, junk, drafts and mass mail are nobody's touchpoints.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition.exchange.mail_correspondence import Correspondence
from coalition.exchange.mail_fields import MOST_HEADER
from coalition.exchange.mail_labels import SENT, labels_of_path
from coalition.exchange.mail_mbox import Span, begins_mailbox, messages_in
from coalition.exchange.reader import Progress, silent
from coalition.model.reading import Problem, Reading
from coalition.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalition.exchange.material import Document

MOST_MESSAGES = 500_000
"""The most messages of one file that are read: real ones take more than 400 bytes each."""

_START_OF_BODY = 16_384  # where the parts of a message are named
_PROGRESS_EVERY = 500
_LENGTH_OF_EMLX = re.compile(rb"(\d{1,10})[ \t]*\r?\n")
_WITHOUT_TEXT = "Of each message: who, when and the subject. What was written is not kept."
_WITH_TEXT = "Of each message: who, when, the subject and what was written, without quotes."


def read_mail(
    document: Document,
    keep_text: bool = False,
    *,
    format: str = "mail",
    progress: Progress = silent,
) -> Reading:
    """The people and touchpoints of a mailbox (mbox) or of a single message (.eml, .emlx).

    keep_text: also what was written, without quoted history and signatures.
    format:    the name of the reader.
    """
    found = correspondence(keep_text)
    labels = labels_of_path(document.name.replace("\\", "/").rpartition("/")[2]) & {SENT}
    read_into(found, document, labels, keep_text, progress)
    return found.reading(format, document.name)


def correspondence(keep_text: bool) -> Correspondence:
    """An empty one that says what will be kept."""
    return Correspondence((_WITH_TEXT if keep_text else _WITHOUT_TEXT,))


def read_into(
    found: Correspondence,
    document: Document,
    labels: set[str],
    keep_text: bool,
    progress: Progress = silent,
) -> None:
    """Add the messages of ``document``; ``labels``: what the folders that it lies in say."""
    content = document.content
    is_mailbox = begins_mailbox(content)
    spans = messages_in(content, MOST_HEADER) if is_mailbox else _single(content)
    for count, span in enumerate(spans):
        if count == MOST_MESSAGES:
            what = (
                f"From here on there are more than {MOST_MESSAGES:,} messages, which are not read."
            )
            found.problems.append(Problem(document.name, span.line, what))
            return
        if count % _PROGRESS_EVERY == 0:
            progress(span.start, len(content))
        source = Source(document.name, span.line)
        if span.body - span.header >= MOST_HEADER:
            found.problems.append(
                Problem(
                    document.name,
                    span.line,
                    f"The header of the message is longer than {MOST_HEADER // 1_000_000} MB, so "
                    "it is not used.",
                )
            )
            continue
        key = found.add(
            content[span.header : span.body],
            source,
            labels,
            content[span.body : min(span.end, span.body + _START_OF_BODY)],
            content[span.start : min(span.header, span.start + 1000)],
        )
        if key and keep_text:
            from coalition.exchange.mail_text import MOST_BYTES, text_of

            if span.end - span.header > MOST_BYTES:
                continue
            found.with_text(key, text_of(content[span.header : span.end], is_mailbox))


def _single(content: bytes) -> Iterator[Span]:
    """The one message of a file; Apple Mail writes its length in a line before it."""
    start = len(content) - len(content.lstrip(b"\xef\xbb\xbf \t\r\n"))
    end = len(content)
    if found := _LENGTH_OF_EMLX.match(content, start):
        end = min(end, found.end() + int(found[1]))
        start = found.end()
    blank = re.compile(rb"\n\r?\n").search(content, start, min(end, start + MOST_HEADER))
    body = blank.end() if blank else min(end, start + MOST_HEADER)
    yield Span(start, start, body, end, content.count(b"\n", 0, start) + 1)
