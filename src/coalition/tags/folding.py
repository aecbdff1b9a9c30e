"""The comparison key of a name: two names with one key are two spellings of one name."""

import re
import unicodedata
from functools import lru_cache

from coalition.tags.visible import JOINERS, visible

# NFKC would turn them into the letters "tm" and "sm", so they go first.
_MARKS = dict.fromkeys(map(ord, "™®©℠"), None)
_QUOTES = dict.fromkeys(map(ord, "'\"`´‘’‚‛“”„‟‹›«»′″＇＂"), None)
_SEPARATORS = dict.fromkeys(map(ord, "-‐‑‒–—―−﹘﹣－_＿/／\\⁄∕・･°"), " ")
_SHARP = {ord("♯"): "#"}
_NO_JOINERS = dict.fromkeys(map(ord, JOINERS), None)
_EMOJI_STYLE = {0xFE0E: None, 0xFE0F: None}
_CHARACTERS = {**_MARKS, **_QUOTES, **_SEPARATORS, **_SHARP, **_EMOJI_STYLE}

# "&" joins whatever stands on both its sides. "+" does so only between words or with a space on
# both sides, so that the "+" of "C++", "A+ Certification" and "Google+ API" stays theirs.
_AND = r"(?<=\S)\s*&\s*(?=\S)|(?<=\S)\s+\+\s+(?=\S)|(?<=\w)\+(?=\w)"
_LEADING = " ,;:!?•▪*"
_TRAILING = " .,;:!?…。、"


@lru_cache(maxsize=1 << 17)
def fold(name: str) -> str:
    """The key by which names are compared; a key is for comparing, never for showing.

    Equal get: full and half width, any letter case (Unicode NFKC and case folding), runs of
    spaces, hyphens, dashes, underscores and slashes (each one space), the connectives "&", "+"
    and "and", and names that differ in quotation marks, trade marks, invisible characters, a
    leading bullet or hash sign, or punctuation at the end. What tells names apart stays: the
    signs of "C++", "C#", "F#", ".NET", "Node.js", and parentheses.

    Diacritics stay too. "résumé" and "resume" are the price: in most languages the marks make
    other words ("año" and "ano", "schon" and "schön"), and a wrong merge is worse than none.

    Idempotent, and empty only for a name with nothing visible in it.
    """
    key = _folded_once(name)
    while not _is_plain(key) and (again := _folded_once(key)) != key:
        key = again
    return key


def _folded_once(name: str) -> str:
    text = normal(name)
    if _is_plain(text):
        return " ".join(text.split())
    key = text.translate(_CHARACTERS)
    if "&" in key or "+" in key:
        key = re.sub(_AND, " and ", key)
    key = " ".join(key.split()).lstrip(_LEADING).rstrip(_TRAILING)
    if key[:1] == "#" and key[1:2].isalnum():
        key = key[1:]
    return key or " ".join(text.split()) or _bare(name)


def _is_plain(text: str) -> bool:
    """Whether ``text`` is nothing but ASCII letters, digits and spaces."""
    return text.isascii() and text.replace(" ", "").isalnum()


def _bare(name: str) -> str:
    """The key of a name that is nothing but marks."""
    return " ".join(unicodedata.normalize("NFKC", _unjoined(name)).casefold().split())


def normal(name: str) -> str:
    """``name`` in Unicode's NFKC form, case folded, without trade marks or invisible characters."""
    if name.isascii():
        text = name.lower()
    else:
        text = unicodedata.normalize("NFKC", name.translate(_MARKS)).casefold()
        text = unicodedata.normalize("NFKC", text)
    return text if text.isprintable() else _unjoined(text)


def _unjoined(text: str) -> str:
    """What is seen of ``text``, with one spelling where letters are joined by a mark or not."""
    return visible(text).translate(_NO_JOINERS)
