"""The content lines of vCards: unfolded, in order, with the line of the file they start on.

vCard 2.1 (versit, 1996), 3.0 (RFC 2425, 2426) and 4.0 (RFC 6350) share the form
``group.NAME;PARAMETER=value:value``. Lines are folded anywhere, also within a character, so bytes
are unfolded before they are text. Written here because vobject reads no file of which one line
is damaged, and knows none of 2.1's lines that go on after "=".
"""

import binascii
import re
from collections.abc import Container, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache

from coalition.exchange.decoding import decode

_BLANKS = (b" ", b"\t")
_LOGICAL_END = re.compile(rb"\n(?![ \t])")
_NAME = re.compile(rb"\s*(?:([A-Za-z0-9_-]{1,100})\.)?([A-Za-z0-9_-]{1,100})(?=[;:])")
_HEADER = re.compile(r'((?:[^":]|"[^"]*")*+):', re.DOTALL)
_PARAMETER = re.compile(r';([^=;":]*)(?:=((?:[^;"]|"[^"]*")*+))?')
_CARET = {"^n": "\n", "^N": "\n", "^^": "^", "^'": '"'}  # RFC 6868
_ENCODINGS = {"quoted-printable", "base64", "7bit", "8bit", "b"}
# Python knows codecs that are none of files, and slow.
_CHARSET = re.compile(
    r"(utf-?(8|16|32)|iso[-_]|windows-?\d|cp-?\d|koi8|shift|s-?jis|euc|gb|big5|us-ascii|latin|mac)"
    r"[\w.:-]{0,20}",
    re.IGNORECASE,
)
_OF_JAPAN = b"X-IRMC-N"  # only Japanese telephones write it
_LONGEST_NAME = 300
_LONGEST_HEADER = 2000
_WIDE_HEAD = 4000


@dataclass(slots=True)
class ContentLine:
    """One property: ``value`` is its text, still escaped.

    types:      the values of TYPE, and 2.1's bare parameters, in lower case.
    parameters: the others, by name in lower case.
    """

    name: str
    value: str
    line: int
    group: str = ""
    types: frozenset[str] = frozenset()
    parameters: dict[str, str] = field(default_factory=dict)


def utf8_of(content: bytes) -> bytes:
    """``content`` in an encoding that keeps ASCII; a line feed ends each line."""
    if b"\0" in content[:_WIDE_HEAD]:
        content = decode(content).encode("utf-8", "ignore")
    content = content.removeprefix(b"\xef\xbb\xbf")
    return content if b"\n" in content else content.replace(b"\r", b"\n")


def content_lines(
    content: bytes, kept: Container[str], told: Container[str] = ()
) -> Iterator[ContentLine | int]:
    """The properties whose names are ``kept``, and the numbers of lines that are no property.

    Of those whose names are ``told`` the value stays unread and is ""; so do those of all others
    (photos), and the lines of theirs that are not folded, as some telephones write them.
    """
    as_text = _Decoder(content)
    in_base64 = old = False
    for number, start, end in _logical_lines(content):
        named = _NAME.match(content, start, min(end, start + _LONGEST_NAME))
        if named is None:
            if not in_base64 and content[start : min(end, start + _LONGEST_NAME)].strip():
                yield number
            continue
        name = named[2].decode("ascii").upper()
        old = old and name != "BEGIN"
        in_base64 = name not in kept and _is_base64(content[start : start + _LONGEST_NAME])
        if name in kept:
            line = _parsed(content[start:end], named.end() - start, number, old, as_text)
            line.name, line.group = name, (named[1] or b"").decode("ascii").lower()
            old = old or (name == "VERSION" and line.value.startswith("2"))
            yield line
        elif name in told:
            yield ContentLine(name, "", number)


def _logical_lines(content: bytes) -> Iterator[tuple[int, int, int]]:
    """The number of the line on which each property starts, and where it starts and ends."""
    position, number, size = 0, 1, len(content)
    while position < size:
        end = _soft_end(content, position, _end_of(content, position))
        yield number, position, end
        number += content.count(b"\n", position, end) + 1
        position = end + 1


def _end_of(content: bytes, position: int) -> int:
    end = content.find(b"\n", position)
    if end >= 0 and content[end + 1 : end + 2] in _BLANKS:
        found = _LOGICAL_END.search(content, position)
        return found.start() if found else len(content)
    return end if end >= 0 else len(content)


def _is_soft(content: bytes, end: int) -> bool:
    """Whether the line that ends there ends in "="."""
    return content[end - 1 : end] == b"=" or content[end - 2 : end] == b"=\r"


def _soft_end(content: bytes, position: int, end: int) -> int:
    """Where a quoted-printable value ends, which goes on after a line that ends in "="."""
    if not _is_soft(content, end):
        return end
    if not _is_quoted_printable(content[position : position + _LONGEST_NAME]):
        return end
    while end < len(content) and _is_soft(content, end):
        if content[end + 1 : end + 10].upper() == b"END:VCARD":
            break
        end = _end_of(content, end + 1)
    return end


def _is_quoted_printable(start: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in start[:_LONGEST_HEADER].partition(b":")[0].upper()


def _is_base64(start: bytes) -> bool:
    header = start.partition(b":")[0].upper()
    return b"BASE64" in header or b"ENCODING=B" in header


def _parsed(
    raw: bytes, after_name: int, number: int, old: bool, as_text: "_Decoder"
) -> ContentLine:
    if b"\n" in raw:
        raw = _unfolded(raw, _is_quoted_printable(raw), old)
    if raw[after_name : after_name + 1] == b":":
        return ContentLine("", as_text(raw[after_name + 1 :].rstrip(b"\r")), number)
    # latin-1 keeps a character a byte, so that places in the text are places in the bytes.
    head = raw[after_name : after_name + _LONGEST_HEADER].decode("latin-1")
    found = _HEADER.match(head)
    header = found[1] if found else head.partition(":")[0]
    types, parameters = _parameters(header)
    value = raw[after_name + len(header) + 1 :].rstrip(b"\r")
    value = _decoded(value, parameters.get("encoding", "").casefold())
    text = as_text(value, parameters.get("charset", ""))
    return ContentLine("", text, number, "", types, parameters)


def _decoded(value: bytes, encoding: str) -> bytes:
    if encoding == "quoted-printable":
        return binascii.a2b_qp(value)
    if encoding in ("b", "base64"):
        with suppress(binascii.Error):
            return binascii.a2b_base64(value)
    return value


def _unfolded(raw: bytes, quoted_printable: bool, old: bool) -> bytes:
    """A logical line as one; 2.1 folds before a blank that stays, later versions add one."""
    raw = raw.replace(b"\r\n", b"\n")
    if quoted_printable:
        raw = raw.replace(b"=\n", b"")
    return raw.replace(b"\n", b"") if old else raw.replace(b"\n ", b"").replace(b"\n\t", b"")


@lru_cache(maxsize=1000)
def _parameters(header: str) -> tuple[frozenset[str], dict[str, str]]:
    """The types and the other parameters of a header whose characters are bytes."""
    types: set[str] = set()
    parameters: dict[str, str] = {}
    for name, value in _PARAMETER.findall(header):
        key = name.strip().casefold()
        if not value and key in _ENCODINGS:
            parameters["encoding"] = key
        elif not value:
            types.add(key)
        elif key == "type":
            types.update(kind.strip().casefold() for kind in value.replace('"', "").split(","))
        else:
            parameters[key] = _unquoted(value.encode("latin-1").decode("utf-8", "replace"))
    return frozenset(types), parameters


def _unquoted(value: str) -> str:
    value = value.replace('"', "").strip()
    if "^" in value:
        value = re.sub(r"\^[nN^']", lambda found: _CARET[found[0]], value)
    return value


class _Decoder:
    """Bytes to text: in what CHARSET says, here or on an earlier line, in UTF-8, or in what the
    whole file seems to be in.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._legacy = ""

    def __call__(self, value: bytes, charset: str = "") -> str:
        if _CHARSET.fullmatch(charset):
            with suppress(LookupError, ValueError):
                text = value.decode(charset)
                if not self._legacy and charset[:3].casefold() != "utf":
                    self._legacy = charset
                return text
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value.decode(self._legacy_encoding(), "coalition-windows-1252")

    def _legacy_encoding(self) -> str:
        if not self._legacy:
            from coalition.exchange.legacy_encodings import is_mostly_utf8, plausible_encodings

            sample = self._content[:65536]
            guesses = [] if is_mostly_utf8(sample) else plausible_encodings(sample)
            if _OF_JAPAN in sample:
                guesses = ["cp932"]
            self._legacy = guesses[0] if guesses else "utf-8"
        return self._legacy
