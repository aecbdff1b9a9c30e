"""What the database says went wrong, as sentences for the user."""

from collections.abc import Iterator
from contextlib import contextmanager

from coalition.errors import WorkbookError

_SAID = (
    ("disk is full", "the disk is full: make room and try again"),
    ("no space left", "the disk is full: make room and try again"),
    ("readonly", "it may not be changed with your rights: allow it, or copy it to your own folder"),
    (
        "read-only",
        "it may not be changed with your rights: allow it, or copy it to your own folder",
    ),
    ("locked", "another program has been writing in it for too long: close that and try again"),
    ("malformed", "it is damaged: restore the last backup, which keeps this file"),
    ("not a database", "it is damaged or no workbook: restore the last backup"),
    (
        "disk i/o",
        "the disk is full or fails: copy the file to another one, or restore the last backup",
    ),
    ("unable to open", "it cannot be opened: check the folder and your rights"),
    ("connection", "the database does not answer: check that it runs and the address is right"),
    ("authentication", "the database refuses the name or the password in its address"),
)
_UNCHANGED = "The workbook {} cannot be used, as {}. What was not finished has changed nothing."


@contextmanager
def told(place: str) -> Iterator[None]:
    """Raise WorkbookError, a sentence about ``place``, where the database fails."""
    from django.db import Error

    from coalition.workbook.driver import sqlite

    try:
        yield
    except (Error, sqlite.Error, OSError) as fault:
        raise WorkbookError(sentence(place, fault)) from fault


def sentence(place: str, fault: Exception) -> str:
    """What ``fault`` means for the workbook at ``place``."""
    said = " ".join(str(fault).split())
    reason = next((reason for mark, reason in _SAID if mark in said.lower()), "")
    return _UNCHANGED.format(place, reason or f"its database says: {said[:200]}")
