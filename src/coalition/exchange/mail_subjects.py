"""What an e-mail is about: its subject without the marks of answers and forwards."""

import re

_LONGEST = 200
_MARKS = """
    re|r[eé]f?|aw|antw|antwort|sv|vs|vast|vá|odp|res|resp|rif|r|ynt|απ|отв|fwd?|fw|wg|tr|rv|i
    |inoltra|enc|doorst|vb|vl|továbbítás|pd|vl|ilt|пересл|回复|回覆|答复|答覆|轉寄|转发|轉發|返信|転送
    |회신|전달
"""
_MARK = re.compile(
    r"\s*(?:" + "".join(_MARKS.split()) + r")\s?(?:\[\d{1,4}\]|\(\d{1,4}\)|\^\d{1,4})?\s?[:：]\s*",
    re.IGNORECASE,
)


def about(subject: str) -> str:
    """``subject``, decoded already, without "Re:", "Fwd:", "AW:" and the like before it.

    More than 200 characters are cut.
    """
    start = 0
    while found := _MARK.match(subject, start):
        start = found.end()
    subject = subject[start:].strip()
    return subject if len(subject) <= _LONGEST else subject[: _LONGEST - 1].rstrip() + "…"
