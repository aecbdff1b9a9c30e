"""Bytes to text: what encoding a file is in, found by looking.

Tried in this order: a byte order mark; UTF-16 without one, told by where its NULs stand; UTF-8;
UTF-8 in which a few bytes are broken; Japanese Shift JIS and EUC-JP, Chinese Big5 and GB 18030,
Korean EUC-KR, Cyrillic windows-1251 and KOI8-R, Arabic, Greek and Hebrew, each only where it
decodes without a fault and its own letters prevail; else windows-1252, which always works. Other
encodings of Latin letters (Central European, Turkish, Macintosh ...) cannot be told from
windows-1252 by such means, and are not guessed.
"""

import codecs
import re

from coalition.tags.visible import without_sequences

_SAMPLE = 65536
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PRINTABLE_ASCII = bytes(range(32, 127))
_CONTROL_BYTES = bytes({*range(32), 127} - {9, 10, 12, 13})
_FEWEST_NULS = 0.01  # of all bytes of UTF-16: those of its line ends, blanks and digits
_NULS_IN_UTF16 = 0.4  # of all bytes, where the text is Western: half of them, but for "€" and "–"
# Bytes that windows-1252 gives no meaning: kept until what was misread is mended, then marked.
_UNREADABLE = dict.fromkeys((0x81, 0x8D, 0x8F, 0x90, 0x9D), "\N{REPLACEMENT CHARACTER}")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")


def decode(content: bytes) -> str:
    r"""The text in ``content``, whatever its encoding; never fails.

    Line ends become "\n"; sequences that steer a terminal, as in captured output, go, and NULs and
    other control characters but tab and form feed; text that was read as windows-1252 although it
    was UTF-8 ("Ã©") is put right where that is certain.
    """
    text = without_sequences(_decoded(content))
    if not text.isascii():
        text = _mended(text)
        if any(chr(byte) in text for byte in _UNREADABLE):  # to translate takes far longer
            text = text.translate(_UNREADABLE)
    if _CONTROLS.search(text):
        text = _CONTROLS.sub("", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def is_binary(content: bytes) -> bool:
    """Whether ``content`` is no text at all, by the share of control bytes at its start."""
    sample = content[:_SAMPLE]
    if not sample or sample.startswith(tuple(mark for mark, _ in _MARKS)) or _utf16(sample):
        return False
    controls = 1 - len(sample.translate(None, _CONTROL_BYTES)) / len(sample)
    return controls > (0.3 if _is_utf8(sample) else 0.05)


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            broken = "coalition-windows-1252" if encoding == "utf-8" else "replace"
            return content[len(mark) :].decode(encoding, broken)
    if wide := _utf16(content[:_SAMPLE]):
        return content.decode(wide, "replace")
    if _is_utf8(content):
        # Only the last character can be incomplete here: the content was cut off.
        return content.decode("utf-8", "ignore")
    return _from_legacy(content)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as fault:
        # A character cut in two at the very end is what remains of UTF-8 that was cut off;
        # where all before it is ASCII it is as well the last letter of a legacy encoding.
        at_end = fault.reason == "unexpected end of data" and fault.end == len(content)
        return at_end and not content[: fault.start].isascii()
    return True


def _utf16(sample: bytes) -> str:
    """The kind of UTF-16 without a mark that ``sample`` is in, or "".

    Blanks, line ends and digits have a NUL each, always on the same side. What is clean UTF-8
    but for its NULs is UTF-16 only where they are nearly every other byte; else they are stray.
    """
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even + odd < len(sample) * _FEWEST_NULS:
        return ""
    encoding = "utf-16-le" if odd > even * 20 else "utf-16-be" if even > odd * 20 else ""
    if not encoding or len(sample.translate(None, _PRINTABLE_ASCII)) < len(sample) * 0.15:
        return ""
    if even + odd < len(sample) * _NULS_IN_UTF16 and _is_clean_utf8(sample.replace(b"\0", b"")):
        return ""
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    written = sum(character.isprintable() or character in "\t\n\r" for character in text)
    return encoding if written - text.count("\ufffd") >= len(text) * 0.98 else ""


def _is_clean_utf8(sample: bytes) -> bool:
    return len(sample.translate(None, _CONTROL_BYTES)) == len(sample) and _is_utf8(sample)


def _from_legacy(content: bytes) -> str:
    from coalition.exchange.legacy_encodings import is_mostly_utf8, plausible_encodings

    sample = content[:_SAMPLE]
    if is_mostly_utf8(sample):
        return content.decode("utf-8", "coalition-windows-1252")
    for encoding in plausible_encodings(sample):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("windows-1252", "coalition-windows-1252")


def _as_windows_1252(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    broken = fault.object[fault.start : fault.end]
    return "".join(_WINDOWS_1252[byte] for byte in broken), fault.end


def _windows_1252() -> list[str]:
    """All 256 characters; the five bytes it leaves undefined stand for themselves."""
    return [bytes([byte]).decode("windows-1252", "ignore") or chr(byte) for byte in range(256)]


_WINDOWS_1252 = _windows_1252()
# Misread by latin-1, a byte from 0x80 to 0x9F is the control character of that number.
_BYTES = {chr(byte): byte for byte in range(256)} | {
    character: byte for byte, character in enumerate(_WINDOWS_1252)
}
codecs.register_error("coalition-windows-1252", _as_windows_1252)

# First bytes of characters that are common enough, each with those after it, as windows-1252.
_TAIL = "[" + "".join(re.escape(_WINDOWS_1252[byte]) for byte in range(0x80, 0xC0)) + "\x80-\x9f]"
_MISREAD = re.compile(f"[ÂÃÄÅÎÏÐÑ×ØÙ]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}}")


def _mended(text: str) -> str:
    """``text`` with its misread lines put right: those that survive the whole way back."""
    if not _MISREAD.search(text):
        return text
    return "\n".join(map(_mended_line, text.split("\n")))


def _mended_line(line: str) -> str:
    rest = _MISREAD.sub("", line)
    if rest == line or not rest.isascii():
        return line
    try:
        return bytes(_BYTES[character] for character in line).decode("utf-8")
    except UnicodeDecodeError:
        return line
