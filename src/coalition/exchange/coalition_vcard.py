"""Our own export as vCard 4.0 (RFC 6350, RFC 6715): a card a person, for any address book.

What other address books know stands in their properties; all that Coalition knows stands beside it
in ``X-COALITION`` properties, each a record as JSON, which alone are read back. A last card, of the
workbook itself (KIND:application, RFC 6473), holds what is of no one person.
"""

import json
import re
import uuid
from collections.abc import Iterable, Iterator
from functools import partial
from typing import IO

from coalition.exchange.card_properties import escaped, folded, properties
from coalition.exchange.exported_card import Card
from coalition.exchange.exported_fields import as_json, from_json
from coalition.exchange.exported_records import (
    Placed,
    Raw,
    Wanted,
    header_of,
    lines_of,
    placed,
)
from coalition.model.exported import Exported, ExportedEnd
from coalition.model.reading import Problem

_MARK = "X-COALITION"
_PRODUCT = "-//Coalition//Export 1//EN"
_BEGIN = b"BEGIN:VCARD"
_KIND = re.compile(rb'\{"record": "(\w+)"')


def is_export(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is such an export."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    return (
        start.startswith(_BEGIN)
        and _PRODUCT.encode() in start[:1000]
        and f"\n{_MARK}:".encode() in start
    )


def write_export(cards: Iterable[Card], others: Iterable[Exported], notes: bool) -> Iterator[bytes]:
    """The content of the file, in parts.

    cards:  of all people. others: the workspace first, then all records of no one person, without
    an end. notes: whether the notes stand in NOTE properties too.
    """
    workspace, rest = header_of(others)
    count = 0
    for card in cards:
        count += len(card.records)
        yield _card((f"UID:urn:uuid:{card.person.uid}", *properties(card, notes)), card.records)
    yield _text(_begin("KIND:application", f"UID:urn:uuid:{_of_workbook(workspace.uid)}",
                       "FN:Coalition workbook"))  # fmt: skip
    for record in (workspace, *rest):
        count += 1
        yield _text((_property(record),))
    yield _text((_property(ExportedEnd(count)), "END:VCARD"))


def read_export(name: str, file: IO[bytes], wanted: Wanted) -> Iterator[Placed | Problem]:
    """As :data:`~coalition.exchange.exported_records.ReadExport`."""
    return placed(name, _raws(name, file), wanted)


def _of_workbook(uid: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:uuid:{uid}#workbook")


def _begin(*lines: str) -> tuple[str, ...]:
    return ("BEGIN:VCARD", "VERSION:4.0", f"PRODID:{_PRODUCT}", *lines)


def _card(about: Iterable[str], records: Iterable[Exported]) -> bytes:
    return _text((*_begin("KIND:individual", *about), *map(_property, records), "END:VCARD"))


def _property(record: Exported) -> str:
    return f"{_MARK}:{escaped(json.dumps(as_json(record), ensure_ascii=False))}"


def _text(lines: Iterable[str]) -> bytes:
    return b"".join(map(folded, lines))


def _raws(name: str, file: IO[bytes]) -> Iterator[Raw]:
    mark = f"{_MARK}:".encode()
    for number, line in _unfolded(name, file):
        if line[: len(mark)].upper() != mark:
            continue
        value = line[len(mark) :]
        kind = _KIND.match(value)
        yield Raw(number, kind[1].decode() if kind else "", partial(_parsed, value))


def _unfolded(name: str, file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """The content lines of a file, and the line each starts on."""
    parts: list[bytes] = []
    start = 1
    for number, line in enumerate(lines_of(name, file), 1):
        text = line.rstrip(b"\r\n")
        if text[:1] in (b" ", b"\t"):
            parts.append(text[1:])
            continue
        if parts:
            yield start, b"".join(parts)
        parts, start = [text], number
    if parts:
        yield start, b"".join(parts)


def _parsed(value: bytes) -> Exported:
    try:
        record = json.loads(_unescaped(value.decode()))
    except ValueError:
        raise ValueError("it is damaged JSON") from None
    return from_json(record)


def _unescaped(value: str) -> str:
    """A value as the text that it is; JSON has no NUL of its own, which stands in meanwhile."""
    text = value.replace("\\\\", "\0")
    for escape, meant in (("\\,", ","), ("\\;", ";"), ("\\n", "\n"), ("\\N", "\n")):
        text = text.replace(escape, meant)
    return text.replace("\0", "\\")
