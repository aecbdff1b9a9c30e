"""Text from before Unicode: which encoding it is in, where its letters tell it for certain."""

import re

_HIGH_BYTE = rb"[\x80-\xff]"
_UTF8_SEQUENCE = rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
_KANA = "[\u3041-\u30fe]"
_DOUBLE_BYTE = rb"[\x81-\xfe][\x40-\xfe]"
_COMMON_HANZI = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")  # GB 2312, level 1
_HANGUL = re.compile(rb"[\xb0-\xc8][\xa1-\xfe]")
_BIG5_RUN = re.compile(rb"(?:[\xa4-\xc6][\x40-\x7e\xa1-\xfe]){2,}")  # its frequent level
_LOW_TRAIL = rb"[\xa4-\xc6][\x40-\x7e]"
_HIGH_WORD = rb"[\x80-\xff]{3,}"
_SHARE_OF_COMMON = 0.6
# The letters that make up most of any text in these scripts. Read in a wrong encoding, the bytes
# give letters too, but rare ones.
_COMMON_LETTERS = {
    "windows-1251": "оеаинтсрвлкмдпуя",
    "koi8-r": "оеаинтсрвлкмдпуя",
    "windows-1256": "ايلمنوترةبدسعهكأق",
    "iso-8859-6": "ايلمنوترةبدسعهكأق",
    "windows-1253": "αοιετνσηρκπμυλςίόάέή",
    "windows-1255": "יוהלראתבמשנםדפקח",
}


def is_mostly_utf8(sample: bytes) -> bool:
    """Whether whole UTF-8 characters are more than the bytes that belong to none."""
    sequences = re.findall(_UTF8_SEQUENCE, sample)
    broken = len(re.findall(_HIGH_BYTE, sample)) - sum(map(len, sequences))
    return len(sequences) > broken


def plausible_encodings(sample: bytes) -> list[str]:
    """The encodings whose own letters prevail in ``sample``, the surest first; perhaps none."""
    return _japanese(sample) + _chinese_or_korean(sample) + _alphabetic(sample)


def _japanese(sample: bytes) -> list[str]:
    return [encoding for encoding in ("cp932", "euc_jp") if _is_kana(sample, encoding)]


def _is_kana(sample: bytes, encoding: str) -> bool:
    text = sample.decode(encoding, "ignore")
    foreign = sum(not character.isascii() for character in text)
    return len(re.findall(_KANA, text)) > max(1, foreign * 0.2)


def _chinese_or_korean(sample: bytes) -> list[str]:
    pairs = re.findall(_DOUBLE_BYTE, sample)
    in_runs = b"".join(_BIG5_RUN.findall(sample))
    low = len(re.findall(_LOW_TRAIL, in_runs))
    if len(in_runs) > max(4, len(pairs) * 1.6) and low * 2 > len(in_runs) * 0.15:
        return ["big5"]
    if sum(map(bool, map(_COMMON_HANZI.match, pairs))) <= max(1, len(pairs) * 0.7):
        return []
    # Hangul fills the first rows alone; Chinese text of some length always leaves them.
    hangul = sum(map(bool, map(_HANGUL.match, pairs)))
    return ["cp949"] if hangul > max(7, len(pairs) * 0.95) else ["gb18030"]


def _alphabetic(sample: bytes) -> list[str]:
    """Whole words of high bytes: in Western languages accented letters stand one by one."""
    words = b" ".join(re.findall(_HIGH_WORD, sample))
    high = len(re.findall(_HIGH_BYTE, sample))
    if len(re.findall(_HIGH_BYTE, words)) <= high * 0.7:
        return []
    shares = {encoding: _share_of_common(words, encoding) for encoding in _COMMON_LETTERS}
    best = max(shares, key=lambda encoding: shares[encoding])
    return [best] if shares[best] > _SHARE_OF_COMMON else []


def _share_of_common(words: bytes, encoding: str) -> float:
    text = words.decode(encoding, "replace").casefold().replace(" ", "")
    return sum(map(text.count, _COMMON_LETTERS[encoding])) / max(1, len(text))
