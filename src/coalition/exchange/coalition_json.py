"""Our own export as JSON, a record a line; docs/export.md has every field.

``{"format": "coalition-export", "version": 1, "records": [{"record": "workspace", ...}, ...]}``
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import IO

from coalition.errors import UnreadableInput
from coalition.exchange.exported_fields import KIND, as_json, from_json
from coalition.exchange.exported_records import (
    VERSION,
    Placed,
    Raw,
    Wanted,
    check_version,
    cut_off,
    lines_of,
    placed,
)
from coalition.model.exported import Exported
from coalition.model.reading import Problem

FORMAT = "coalition-export"
_FIRST = f'{{"format": "{FORMAT}", "version": {VERSION}, "records": [\n'.encode()
_LAST = b"\n]}\n"
_START = re.compile(rb'\s*\{\s*"format"\s*:\s*"coalition-export"')
_KIND = re.compile(rb'\{"record": "(\w+)"')
_LARGEST = 200_000_000


def is_export(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is such an export."""
    return _START.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def write_export(records: Iterable[Exported]) -> Iterator[bytes]:
    """The content of the file, in parts."""
    before = _FIRST
    for record in records:
        yield before + json.dumps(as_json(record), ensure_ascii=False).encode()
        before = b",\n"
    yield _LAST


def read_export(name: str, file: IO[bytes], wanted: Wanted) -> Iterator[Placed | Problem]:
    """As :data:`~coalition.exchange.exported_records.ReadExport`."""
    lines = lines_of(name, file)
    as_written = next(lines, b"").replace(b"\r\n", b"\n") == _FIRST
    raws = _by_line(name, lines) if as_written else _as_a_whole(name, file)
    return placed(name, raws, wanted)


def _by_line(name: str, lines: Iterator[bytes]) -> Iterator[Raw]:
    for number, line in enumerate(lines, 2):
        text = line.strip()
        if text == b"]}":
            return
        text = text.removesuffix(b",")
        kind = _KIND.match(text)
        yield Raw(number, kind[1].decode() if kind else "", partial(_parsed, text))
    raise cut_off(name)


def _parsed(text: bytes) -> Exported:
    try:
        value = json.loads(text)
    except ValueError:
        raise ValueError("it is damaged JSON") from None
    return from_json(value)


def _as_a_whole(name: str, file: IO[bytes]) -> Iterator[Raw]:
    """The records of an export that another program has written anew."""
    file.seek(0)
    content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise UnreadableInput(
            f"{name} was written anew by another program and is too large to be read so: "
            "take the file as it was exported."
        )
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UnreadableInput(f"{name} is damaged JSON: take another copy of it.") from None
    check_version(name, document.get("version") if isinstance(document, dict) else None)
    records = document.get("records")
    if not isinstance(records, list):
        raise cut_off(name)
    for number, value in enumerate(records, 1):
        kind = value.get(KIND) if isinstance(value, dict) else ""
        yield Raw(number, kind if isinstance(kind, str) else "", partial(from_json, value))
