"""Zip archives as collections: listed at once, each entry inflated only when asked for.

Nothing is ever written to disk. Archives built to do harm are refused: entries that lead outside
of the archive, that share their bytes (D. Fifield, "A better zip bomb", WOOT 2019), or that
inflate without measure. The bounds are checked on what comes out, never on what a header claims.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

from coalition.errors import NothingFound, UnreadableInput
from coalition.exchange.material import Collection
from coalition.exchange.naming import escaped
from coalition.exchange.opening import MOST_BYTES, MOST_ENTRIES

MOST_RATIO = 100
"""How many bytes may come out of each byte that is stored ..."""

RATIO_FLOOR = 1_000_000
"""... once this many came out: a small, repetitive table compresses as well as a bomb."""

_LOCAL_HEADER = 30
_CHUNK = 262_144
_OUTSIDE = re.compile(r"^/|^[A-Za-z]:|(^|/)\.\.(/|$)|\0")
_DAMAGE = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
)


def open_archive(name: str, archive: str | bytes) -> Collection:
    """The files in a zip archive, given as a path or as its bytes; ``name`` is for messages.

    Raises UnreadableInput where it is damaged, encrypted, too large or built to do harm, and
    NothingFound where no file is in it.
    """
    try:
        # Kept open, and closed when the collection goes: to list it anew for every entry takes
        # quadratic time, hours for a chat's export of a file a day and channel.
        opened = zipfile.ZipFile(io.BytesIO(archive) if isinstance(archive, bytes) else archive)
        entries = opened.infolist()
        end = opened.start_dir
    except _DAMAGE:
        raise UnreadableInput(
            f"{name} is a damaged or incomplete zip archive: download it again."
        ) from None
    named = {_slashed(entry.filename): entry for entry in entries}
    files = {entry_name: entry for entry_name, entry in named.items() if entry_name[-1:] != "/"}
    if not files:
        raise NothingFound(f"{name} is a zip archive with no file in it: download it again.")
    _check(name, entries, end)
    return Collection(name, tuple(files), lambda entry: _inflate(name, opened, files[entry]))


def parts_of(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The parts of an office document, which is a zip too, each bounded like an entry.

    For readers that hand the document to a library which knows no bounds.
    """
    parts = open_archive(name, content)
    for part in parts.entries:
        yield part, parts.opener(part)


def _slashed(entry: str) -> str:
    """An entry's name with "/" between its folders, where some Windows programs put the other."""
    return entry.replace("\\", "/")


def _check(name: str, entries: list[zipfile.ZipInfo], end: int) -> None:
    if len(entries) > MOST_ENTRIES:
        raise UnreadableInput(
            f"{name} holds more than {MOST_ENTRIES:,} files: give the archive as it was downloaded."
        )
    for entry in entries:
        linked = stat.S_ISLNK(entry.external_attr >> 16)
        if linked or _OUTSIDE.search(_slashed(entry.orig_filename)):
            raise UnreadableInput(
                f"{name} holds an entry that leads outside of it ({escaped(entry.orig_filename)}), "
                "so it is not opened: download it again from where you got it."
            )
        if entry.flag_bits & 0x1:
            raise UnreadableInput(
                f"{name} is encrypted with a password: unpack it, and give the folder."
            )
    _check_overlap(name, entries, end)


def _check_overlap(name: str, entries: list[zipfile.ZipInfo], end: int) -> None:
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    starts = [entry.header_offset for entry in ordered[1:]] + [end]
    for entry, following in zip(ordered, starts, strict=True):
        length = _LOCAL_HEADER + len(entry.orig_filename) + entry.compress_size
        if entry.header_offset < 0 or entry.header_offset + length > following:
            raise UnreadableInput(
                f"{name} has entries that overlap, as zip bombs do, so it is not opened: "
                "download it again from where you got it."
            )


def _inflate(name: str, opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    shown = f"{escaped(_slashed(entry.filename))} in {name}"
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise UnreadableInput(
            f"{shown} is compressed in a way that is not read: unpack it, and give the folder."
        )
    found = bytearray()
    try:
        with opened.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                found += chunk
                if len(found) > MOST_BYTES or _is_bomb(len(found), entry.compress_size):
                    raise UnreadableInput(
                        f"{shown} inflates without measure, as zip bombs do, so it is not read: "
                        "unpack it yourself if you trust it, and give the folder."
                    )
    except _DAMAGE:
        raise UnreadableInput(f"{shown} is damaged: download the archive again.") from None
    return bytes(found)


def _is_bomb(inflated: int, stored: int) -> bool:
    return inflated > RATIO_FLOOR and inflated > MOST_RATIO * stored
