"""A workbook's files: their rights, its keys, what was left and what is kept beside it."""

import os
import re
import stat
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from coalition.errors import WorkbookError
from coalition.workbook import keys
from coalition.workbook.aside import new_mark
from coalition.workbook.backup import copy_mark
from coalition.workbook.bundle import drop
from coalition.workbook.checks.finding import Finding, counted
from coalition.workbook.driver import is_sound_in_wal
from coalition.workbook.file import State, look_at
from coalition.workbook.keeping import kept_of

_OLD = 90
"""Days after which what is kept of a workbook is named as old."""

_STALE = 3600.0
_WRITTEN = re.compile(r"\.coalition-[0-9a-f]{12}")  # coalition.disk writes whole files so
_ENDINGS = ("", "-wal", "-shm", "-journal", ".keys")


def rights(path: str) -> Iterator[Finding]:
    """Files that others than their owner may read or write."""
    if os.name != "posix":
        return
    own = [path + ending for ending in _ENDINGS]
    kept = [kept.path + ending for kept in kept_of(path) for ending in _ENDINGS]
    for file in own + kept:
        if not os.path.exists(file):
            continue
        mode = stat.S_IMODE(os.stat(file).st_mode)
        if mode & 0o077:
            yield Finding(
                "rights",
                f"{file} can be read or written by others on this machine (its rights are "
                f"{mode:o}).",
                partial(os.chmod, file, mode & 0o700),
            )


def keys_beside(path: str) -> Iterator[Finding]:
    """Keys that are damaged or no more needed; that they are missing is told when it is opened."""
    place = keys.beside(path)
    if not os.path.exists(place):
        return
    try:
        every = keys.read_beside(path)
    except WorkbookError as fault:
        yield Finding("keys", str(fault))
        return
    found = look_at(path)
    if found.state is State.PLAIN:
        yield Finding(
            "keys",
            f"{place} holds keys, but the workbook is not encrypted: remove it, unless it belongs "
            "to an encrypted copy somewhere else.",
            grave=False,
        )
        return
    own = keys.of_file(every, found.salt)
    there = {wrap.secret for wrap in own.wraps} if own else set()
    for secret in keys.Secret:
        if own and secret not in there:
            yield Finding(
                "keys",
                f"{place} has no wrap for the {secret}: `coalition protect` gives it a new one.",
            )


def leftovers(path: str) -> Iterator[Finding]:
    """Files that a stop in the middle left: nothing is lost with them."""
    folder, name = os.path.split(path)
    for entry in sorted(os.listdir(folder)):
        file = os.path.join(folder, entry)
        new = entry.startswith(new_mark(name))  # only who is alone makes one: nobody is now
        other = entry.startswith(copy_mark(name)) or _WRITTEN.fullmatch(entry)
        if new or (other and _age(file) > _STALE):
            yield Finding(
                "leftovers",
                f"{file} was left by a command that was stopped, and is not needed.",
                partial(drop, file),
                grave=False,
            )


def kept(path: str) -> Iterator[Finding]:
    """Old workbooks that are kept beside this one: who was erased since lives on in them."""
    today = datetime.now(UTC).date()
    sealed = look_at(path).state is State.SEALED
    for old in kept_of(path):
        days = (today - old.day).days
        told = (
            f"{old.path} ({old.size / 1e6:,.1f} MB) keeps the workbook as it was "
            f"{counted(days, 'day')} ago"
        )
        if days > _OLD:
            yield Finding(
                "kept",
                f"{told}: people who were erased since are still in it. Remove it when you do not "
                "need it any more.",
            )
        elif sealed and old.plain:
            yield Finding(
                "kept",
                f"{told}, and is not encrypted as the workbook is: remove it when you do not need "
                "it any more.",
            )
        else:
            yield Finding("kept", f"{told}.", grave=False)


def log(path: str) -> Iterator[Finding]:
    """An SQLite that can damage a file in WAL mode, and a file in that mode."""
    if is_sound_in_wal():
        return
    with open(path, "rb") as file:
        header = file.read(20)
    in_wal = header.startswith(b"SQLite format 3") and header[18] == 2
    yield Finding(
        "log",
        "The SQLite of this Python is too old for a write-ahead log: install the package "
        "sqlcipher3."
        + (" The workbook is in that mode: opening it changes that." if in_wal else ""),
        grave=in_wal,
    )


def _age(file: str) -> float:
    try:
        return time.time() - os.stat(file).st_mtime
    except OSError:
        return 0.0


CHECKS = (rights, keys_beside, leftovers, kept, log)
"""Each is given the workbook's path."""
