"""The header of an e-mail (RFC 5322, section 2.2): the fields that are wanted of it."""

import re

from coalition.exchange.mail_words import decoded_words, field_text
from coalition.exchange.tag_text import tag_text

MOST_HEADER = 1_000_000
"""The largest header that is read, in bytes."""

MOST_OF_A_FIELD = 100
"""How often a field may be there; ``Received`` stands some ten times in ordinary mail."""

_WANTED = b"""
    from|to|cc|bcc|date|received|subject|message-id|delivered-to|x-original-to|return-path
    |x-original-from|x-original-sender|reply-to|x-gmail-labels|x-mozilla-status|x-status
    |list-unsubscribe|list-id|precedence|auto-submitted|x-autoreply|x-autorespond
    |content-type|content-length
"""
# A field with the lines it is folded to; blanks before the colon are obsolete, and allowed.
_FIELD = re.compile(
    rb"(?mi)^(" + b"".join(_WANTED.split()) + rb")[ \t]*:[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)"
)
_FOLD = re.compile(rb"\r?\n[ \t]+|\0")


class Fields:
    """The wanted fields of one header, by their names in lower case."""

    __slots__ = ("_raw",)

    def __init__(self, header: bytes) -> None:
        self._raw: dict[str, list[bytes]] = {}
        for match in _FIELD.finditer(header):
            values = self._raw.setdefault(match[1].lower().decode("ascii"), [])
            if len(values) < MOST_OF_A_FIELD:
                values.append(match[2])

    def __contains__(self, name: str) -> bool:
        return name in self._raw

    def every(self, name: str) -> list[str]:
        """All values of a field, unfolded, their encoded words not decoded."""
        return list(map(_unfolded, self._raw.get(name, ())))

    def first(self, name: str) -> str:
        """The first of them, or ""."""
        raw = self._raw.get(name)
        return _unfolded(raw[0]) if raw else ""

    def text(self, name: str) -> str:
        """The first of them, decoded, as one line; its first 4,000 characters."""
        return tag_text(decoded_words(self.first(name)))


def _unfolded(raw: bytes) -> str:
    if b"\n" in raw or b"\0" in raw:
        raw = _FOLD.sub(b" ", raw)
    return field_text(raw).strip()
