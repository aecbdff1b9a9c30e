"""The text of an e-mail's header: encoded words (RFC 2047) and raw bytes (RFC 6532).

Lenient where mailers are wrong: encoded words inside of words and quotes, a character split over
two of them, windows-1252 that calls itself Latin-1, charsets that do not exist.
"""

import re
from binascii import Error as Base64Error
from binascii import a2b_base64, a2b_qp

from coalition.exchange.decoding import decode

LONGEST_WORD = 4000
"""The most characters of a field that are decoded: longer ones are no name and no subject."""

_WORD = re.compile(
    r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,20})?\?([bBqQ])\?((?:[^?]|\?(?!=)){0,1000})\?="
)
_BETWEEN = re.compile(r"(\?=)[ \t\r\n]+(?==\?)")

# What mailers call an encoding, and the larger one they write in (WHATWG, Encoding, section 4.2).
_MEANT = {
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "windows-31j": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-8859-8-i": "iso-8859-8",
}


def field_text(raw: bytes) -> str:
    """A field's bytes as text, its encoded words not yet decoded: ASCII, UTF-8, else guessed."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return decode(raw)


def decoded_words(text: str) -> str:
    """``text`` (its first 4,000 characters) with its encoded words decoded; never fails."""
    text = text[:LONGEST_WORD]
    if "=?" not in text:
        return text
    text = _BETWEEN.sub(r"\1", text)
    found: list[str] = []
    end, waiting, charset = 0, b"", ""
    for match in _WORD.finditer(text):
        joined = match.start() == end and match[1].lower() == charset
        if not joined:
            found += [in_charset(waiting, charset), text[end : match.start()]]
            waiting, charset = b"", match[1].lower()
        waiting += _bytes_of(match[2], match[3])
        end = match.end()
    return "".join([*found, in_charset(waiting, charset), text[end:]])


def in_charset(content: bytes, charset: str) -> str:
    """``content`` as the text it was meant to be, whatever ``charset`` claims; never fails.

    What claims a Latin encoding and is valid UTF-8 is UTF-8.
    """
    meant = _MEANT.get(charset.lower(), charset.lower())
    if content.isascii() and not meant.startswith(("iso2022", "utf-7", "hz", "utf-16")):
        return content.decode("ascii")
    for encoding in ("utf-8", meant) if meant.startswith("windows") else (meant,):
        try:
            return content.decode(encoding)
        except (LookupError, ValueError):  # unknown, no encoding of text, or not in it
            continue
    return decode(content)


def _bytes_of(encoding: str, encoded: str) -> bytes:
    raw = encoded.encode("utf-8", "surrogatepass")
    if encoding in "qQ":
        return a2b_qp(raw, header=True)
    raw = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    try:
        return a2b_base64(raw + b"=" * (-len(raw) % 4))
    except Base64Error:
        return a2b_base64(raw[: len(raw) // 4 * 4])
