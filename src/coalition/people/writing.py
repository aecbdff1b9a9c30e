"""In which writing a text is: what can be told from its characters alone (Unicode blocks)."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from itertools import groupby


class Script(StrEnum):
    """The writings that names are treated differently in."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    ARABIC = "arabic"
    HEBREW = "hebrew"
    INDIC = "indic"
    HAN = "han"
    KANA = "kana"
    HANGUL = "hangul"
    OTHER = "other"


# The first character of each run of blocks and what stands there until the next.
_STARTS = (
    (0x0000, Script.LATIN),
    (0x0370, Script.GREEK),
    (0x0400, Script.CYRILLIC),
    (0x0530, Script.OTHER),
    (0x0590, Script.HEBREW),
    (0x0600, Script.ARABIC),
    (0x0780, Script.OTHER),
    (0x0900, Script.INDIC),
    (0x0D80, Script.OTHER),
    (0x1100, Script.HANGUL),
    (0x1200, Script.OTHER),
    (0x1E00, Script.LATIN),
    (0x1F00, Script.GREEK),
    (0x2000, Script.OTHER),
    (0x2C60, Script.LATIN),
    (0x2C80, Script.OTHER),
    (0x2DE0, Script.CYRILLIC),
    (0x2E00, Script.OTHER),
    (0x2E80, Script.HAN),
    (0x3008, Script.OTHER),
    (0x3041, Script.KANA),
    (0x3100, Script.OTHER),
    (0x3130, Script.HANGUL),
    (0x3190, Script.OTHER),
    (0x31F0, Script.KANA),
    (0x3200, Script.OTHER),
    (0x3400, Script.HAN),
    (0xA000, Script.OTHER),
    (0xA640, Script.CYRILLIC),
    (0xA6A0, Script.OTHER),
    (0xA722, Script.LATIN),
    (0xA800, Script.OTHER),
    (0xAB30, Script.LATIN),
    (0xAB70, Script.OTHER),
    (0xAC00, Script.HANGUL),
    (0xD7FC, Script.OTHER),
    (0xF900, Script.HAN),
    (0xFB00, Script.LATIN),
    (0xFB13, Script.OTHER),
    (0xFB1D, Script.HEBREW),
    (0xFB50, Script.ARABIC),
    (0xFE00, Script.OTHER),
    (0xFE70, Script.ARABIC),
    (0xFEFF, Script.OTHER),
    (0xFF21, Script.LATIN),
    (0xFF5B, Script.OTHER),
    (0xFF66, Script.KANA),
    (0xFFA0, Script.OTHER),
    (0x20000, Script.HAN),
    (0x32000, Script.OTHER),
)
EAST_ASIAN = frozenset({Script.HAN, Script.KANA, Script.HANGUL})
"""Names of these may be written without a space between their parts."""

# Written without spaces between words: Thai, Lao, Tibetan, Burmese and Khmer.
_SIGNS = re.compile(r"[\W_]+")
_RUNNING = ((0x0E00, 0x0F00), (0x0F00, 0x10A0), (0x1780, 0x1800))


@lru_cache(maxsize=1 << 12)
def script(character: str) -> Script:
    """The writing that ``character`` belongs to, OTHER where it is none of ours."""
    code = ord(character)
    if code < 0x370:
        return Script.LATIN
    low, high = 0, len(_STARTS)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _STARTS[middle][0] <= code else (low, middle)
    return _STARTS[low][1]


def scripts(text: str) -> frozenset[Script]:
    """The writings of the letters of ``text``."""
    if text.isascii():
        return frozenset({Script.LATIN}) if any(map(str.isalpha, text)) else frozenset()
    return frozenset(script(letter) for letter in text if letter.isalpha())


def is_east_asian(text: str) -> bool:
    """Whether all letters of ``text``, and there are some, are Han, kana or Hangul."""
    found = scripts(text)
    return bool(found) and found <= EAST_ASIAN


def is_unspaced(character: str) -> bool:
    """Whether words of this character's writing may stand without a space between them."""
    code = ord(character)
    if code < 0x0E00:
        return False
    if script(character) in EAST_ASIAN or character == "ー":
        return True
    return any(start <= code < end for start, end in _RUNNING)


def runs(text: str) -> list[tuple[Script, str]]:
    """``text`` cut where its writing changes; marks and signs go with what stands before them."""
    if text.isascii():
        return [(Script.LATIN, text)] if text else []
    current = script(next((letter for letter in text if letter.isalpha()), "a"))
    marked: list[tuple[Script, str]] = []
    for character in text:
        if character.isalpha() and character != "ー":
            current = script(character)
        marked.append((current, character))
    return [
        (kind, "".join(character for _, character in group))
        for kind, group in groupby(marked, key=lambda pair: pair[0])
    ]


def composed(text: str) -> str:
    """``text`` case folded and in Unicode's NFKC form, whatever it was in before."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", folded)


def letters_and_spaces(text: str) -> str:
    """``text`` with a space for every sign; the marks of a letter are part of it."""
    if text.isascii():
        return _SIGNS.sub(" ", text)
    return "".join(
        character if character.isalnum() or unicodedata.category(character)[0] == "M" else " "
        for character in text
    )
