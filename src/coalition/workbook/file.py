"""What stands at a workbook's path: nothing, a workbook, an encrypted one, or something else."""

import os
import struct
from dataclasses import dataclass
from enum import Enum

from coalition.errors import WorkbookError

APPLICATION = 0x436F616C
"""SQLite's ``application_id`` of a workbook: "Coal" in ASCII."""

PAGE = 4096
_MAGIC = b"SQLite format 3\0"
_HEADER = 100


class State(Enum):
    """What a path may lead to."""

    MISSING = "missing"
    PLAIN = "plain"
    SEALED = "sealed"  # encrypted, or no workbook at all: only its keys can tell


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at a path. salt: the first 16 bytes of an encrypted file."""

    state: State
    salt: bytes = b""


def look_at(path: str) -> Found:
    """What stands at ``path``, by its first bytes and its size.

    Raises WorkbookError where it is no workbook, is damaged or cannot be read.
    """
    try:
        if not os.path.isfile(path):
            return _no_file(path)
        with open(path, "rb") as file:
            header = file.read(_HEADER)
            size = os.fstat(file.fileno()).st_size
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise WorkbookError(f"The workbook {path} cannot be opened ({reason}).") from None
    if not header:
        raise WorkbookError(
            f"{path} is an empty file and no workbook: remove it to begin a new workbook there, or "
            "restore a backup."
        )
    if header.startswith(_MAGIC):
        _check_plain(path, header, size)
        return Found(State.PLAIN)
    # A power cut may leave a page half written at the end; the log has it whole.
    if (size % PAGE and not _has_log(path)) or len(header) < _HEADER:
        raise WorkbookError(_foreign(path))
    return Found(State.SEALED, header[:16])


def is_workbook(path: str) -> bool:
    """Whether the file at ``path`` begins as a readable workbook does, whole or not."""
    with open(path, "rb") as file:
        header = file.read(_HEADER)
    return header.startswith(_MAGIC) and header[68:72] == struct.pack(">I", APPLICATION)


def _no_file(path: str) -> Found:
    if os.path.lexists(path) and not os.path.exists(path):
        raise WorkbookError(f"{path} is a link to a file that is not there.")
    if os.path.exists(path):
        raise WorkbookError(f"{path} is a folder or a device: give the name of a workbook's file.")
    return Found(State.MISSING)


def _check_plain(path: str, header: bytes, size: int) -> None:
    if len(header) < _HEADER:
        raise WorkbookError(_damaged(path))
    (application,) = struct.unpack(">I", header[68:72])
    if application != APPLICATION:
        raise WorkbookError(
            f"{path} is an SQLite database, but no workbook of Coalition: give another path."
        )
    page, pages, changed, valid_for = _sizes(header)
    # With a log beside it the file may lag behind; what SQLite counts is in the log then.
    if not _has_log(path) and changed == valid_for and size < page * pages:
        raise WorkbookError(_damaged(path))


def _has_log(path: str) -> bool:
    return os.path.exists(f"{path}-wal") and os.path.getsize(f"{path}-wal") > 0


def _sizes(header: bytes) -> tuple[int, int, int, int]:
    (page,) = struct.unpack(">H", header[16:18])
    (pages,) = struct.unpack(">I", header[28:32])
    (changed,) = struct.unpack(">I", header[24:28])
    (valid_for,) = struct.unpack(">I", header[92:96])
    return 65536 if page == 1 else page, pages, changed, valid_for


def _foreign(path: str) -> str:
    return f"{path} is no workbook of Coalition: give another path, or restore a backup."


def _damaged(path: str) -> str:
    return (
        f"The workbook {path} is cut short: part of the file is missing. Restore the last backup "
        "with `coalition restore`, which keeps this file."
    )
