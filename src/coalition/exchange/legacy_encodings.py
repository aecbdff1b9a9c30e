"""Text from before Unicode: which encoding it is in, where its letters tell it for certain."""

import re

_HIGH_BYTE = rb"[\x80-\xff]"
_UTF8_SEQUENCE = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_KANA = "[\u3041-\u30fe]"
_DOUBLE_BYTE = rb"[\x81-\xfe][\x40-\xfe]"
_COMMON_HANZI = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")  # GB 2312, level 1
_HANGUL = re.compile(rb"[\xb0-\xc8][\xa1-\xfe]")
_HIGH_WORD = rb"[\xa3\xa8\xb3\xb8\xc0-\xff]{3,}"


def is_mostly_utf8(sample: bytes) -> bool:
    """Whether whole UTF-8 characters are more than the bytes that belong to none."""
    sequences = re.findall(_UTF8_SEQUENCE, sample)
    broken = len(re.findall(_HIGH_BYTE, sample)) - sum(map(len, sequences))
    return len(sequences) > broken


def plausible_encodings(sample: bytes) -> list[str]:
    """The encodings whose own letters prevail in ``sample``, the surest first; perhaps none."""
    return _japanese(sample) + _chinese_or_korean(sample) + _cyrillic(sample)


def _japanese(sample: bytes) -> list[str]:
    text = sample.decode("cp932", "ignore")
    foreign = sum(not character.isascii() for character in text)
    return ["cp932"] if len(re.findall(_KANA, text)) > max(1, foreign * 0.2) else []


def _chinese_or_korean(sample: bytes) -> list[str]:
    pairs = re.findall(_DOUBLE_BYTE, sample)
    if sum(map(bool, map(_COMMON_HANZI.match, pairs))) <= max(1, len(pairs) * 0.7):
        return []
    # Hangul fills the first rows alone; Chinese text of some length always leaves them.
    hangul = sum(map(bool, map(_HANGUL.match, pairs)))
    return ["cp949"] if hangul > max(7, len(pairs) * 0.95) else ["gb18030"]


def _cyrillic(sample: bytes) -> list[str]:
    """Whole words of high bytes: in Western languages accented letters stand one by one."""
    words = b"".join(re.findall(_HIGH_WORD, sample))
    if len(words) <= len(re.findall(_HIGH_BYTE, sample)) * 0.8:
        return []
    # Most letters are small ones: the upper rows of windows-1251, the lower ones of KOI8-R.
    small = sum(byte >= 0xE0 for byte in words)
    return ["windows-1251" if small * 2 > len(words) else "koi8-r"]
