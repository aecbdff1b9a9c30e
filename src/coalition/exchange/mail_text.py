"""What somebody wrote in an e-mail, without what it quotes and without signature.

Only asked for with ``--keep-text``. The text is the first part that is plain text; a message that
is only HTML gives none.
"""

import re
from email import message_from_bytes, policy
from email.message import Message

from coalition.exchange.decoding import decode
from coalition.exchange.mail_words import in_charset

MOST_BYTES = 30_000_000
"""The largest message whose text is looked for."""

MOST_TEXT = 100_000
"""The most characters of a text that are kept."""

_MOST_NESTED = 50  # multiparts in one message: forwards of forwards have a few
_FROM = re.compile(r"(?m)^>(>*From )")
_QUOTED = re.compile(r"^[ \t]{0,3}>|^\|")
_SIGNATURE = re.compile(r"^-- ?$")
# "On Sun, 1 Mar 2026, Imogen wrote:" as mail programs say it in the larger languages.
_WROTE = re.compile(
    r"^(?:on|am|le|el|il|em|op|den|dne|w dniu)\b.{0,300}"
    r"(?:wrote|schrieb\b.*|a écrit|escribió|ha scritto|escreveu|schreef\b.*|skrev\b.*|napsal\(a\)"
    r"|napisał\(a\))\s*:\s*$"
    r"|^.{0,200}(?:のメール|さんは書きました|写道)\s*[:：]\s*$",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"^\s*[-_]{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht"
    r"|weitergeleitete nachricht|message d'origine|message transféré|mensaje original"
    r"|messaggio originale|mensagem original|oorspronkelijk bericht)\s*[-_]{2,}\s*$",
    re.IGNORECASE,
)
_OUTLOOK_FROM = re.compile(
    r"^\*?(?:from|von|de|da|van|fra|från|差出人|发件人)\s?:\*?\s", re.IGNORECASE
)
_OUTLOOK_SENT = re.compile(
    r"^\*?(?:sent|date|gesendet|datum|envoyé|enviado(?: el)?|fecha|inviato|data|verzonden|sendt"
    r"|skickat|送信日時|发送时间)\s?:\*?\s",
    re.IGNORECASE,
)
_RULE = re.compile(r"^\s*[-_]{5,}\s*$")


def text_of(message: bytes, from_is_quoted: bool) -> str:
    """What was written in ``message``, its header included; "" where there is no plain text.

    from_is_quoted: whether it stood in a mailbox, where ">From " stands for "From ".
    """
    if message.lower().count(b"multipart/") > _MOST_NESTED:
        return ""
    try:
        part = _plain_part(message_from_bytes(message, policy=policy.compat32))
        if part is None:
            return ""
        content = part.get_payload(decode=True)
        charset = part.get_param("charset") or ""
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return ""  # damaged: what it says is no fact worth a guess
    if not isinstance(content, bytes):
        return ""
    text = in_charset(content, charset) if isinstance(charset, str) and charset else decode(content)
    text = decode(text.encode("utf-8", "replace"))  # line ends, controls
    if from_is_quoted:
        text = _FROM.sub(r"\1", text)
    return own_words(text)


def own_words(text: str) -> str:
    """``text`` without quoted history and without what follows a signature's dashes."""
    lines = text[: MOST_TEXT * 4].split("\n")
    kept: list[str] = []
    for at, line in enumerate(lines):
        if _SIGNATURE.match(line) or _ORIGINAL.match(line) or _is_outlook_block(lines, at):
            break
        attribution = _attribution(lines, at)
        if attribution and not _quotes_follow(lines, at + attribution):
            break
        if not _QUOTED.match(line) and not attribution:
            kept.append(line.rstrip())
        elif attribution == 2:
            lines[at + 1] = ">"
    while kept and (not kept[-1] or _RULE.match(kept[-1])):
        kept.pop()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()[:MOST_TEXT]


def _plain_part(message: Message) -> Message | None:
    """The first part that is plain text and no attachment; of forwarded messages none."""
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        payload = part.get_payload()
        if part.get_content_type() == "text/plain":
            if part.get_content_disposition() != "attachment":
                return part
        elif part.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting = [each for each in payload if isinstance(each, Message)] + waiting
    return None


def _attribution(lines: list[str], at: int) -> int:
    """How many lines from ``at`` on say who wrote what follows: 0, 1, or 2 where it was wrapped."""
    if _WROTE.match(lines[at][:600]):
        return 1
    both = " ".join(lines[at : at + 2])[:600]
    wrapped = bool(lines[at].strip()) and at + 1 < len(lines) and not _QUOTED.match(lines[at + 1])
    return 2 if wrapped and not _WROTE.match(lines[at + 1][:600]) and _WROTE.match(both) else 0


def _quotes_follow(lines: list[str], at: int) -> bool:
    following = next((line for line in lines[at : at + 3] if line.strip()), "")
    return bool(_QUOTED.match(following))


def _is_outlook_block(lines: list[str], at: int) -> bool:
    """Whether the header that Outlook puts above a quoted message begins here."""
    if not _OUTLOOK_FROM.match(lines[at]):
        return False
    return any(_OUTLOOK_SENT.match(line) for line in lines[at + 1 : at + 4])
