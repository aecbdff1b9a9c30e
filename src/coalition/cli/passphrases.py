"""Passphrases: read from a file, or typed where nobody sees them."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from coalition.errors import Locked
from coalition.settings import PASSPHRASE_FILE, passphrase_file

Asked = Callable[[str], str]
"""Given what it is the passphrase of; gives the passphrase."""

option = click.option(
    "--passphrase-file",
    "file",
    metavar="FILE",
    help="Read the passphrase from the first line of FILE instead of asking.",
)


def asked(path: str) -> str:
    """The passphrase or the recovery key of what is at ``path``: from the file that the environment
    names, or typed.

    Raises Locked where it can be had from neither.
    """
    if named := passphrase_file():
        return from_file(named, f", which {PASSPHRASE_FILE} names,")
    return _typed(path)


def asked_with(file: str | None) -> Asked:
    """As :func:`asked`, with a file that the user named for what is asked first."""
    first = [file] if file else []

    def ask(path: str) -> str:
        if first:
            return from_file(first.pop())
        if file and not passphrase_file() and not _is_terminal():
            return from_file(file)
        return asked(path)

    return ask


def new(path: str, file: str | None, environment: bool = True) -> str:
    """A new passphrase for what is at ``path``, typed twice where it is typed. Raises Locked.

    environment: whether it may be the one in the file that the environment names.
    """
    if file:
        return from_file(file)
    if environment and (named := passphrase_file()):
        return from_file(named, f", which {PASSPHRASE_FILE} names,")
    return _typed(path, "New passphrase", confirmation_prompt="The same again")


def from_file(named: str, why: str = "") -> str:
    """The first line of a file. Raises Locked where it cannot be read or is empty."""
    try:
        with Path(named).expanduser().open(encoding="utf-8-sig") as file:
            said = file.readline().rstrip("\r\n")
    except (OSError, ValueError) as fault:
        reason = (getattr(fault, "strerror", None) or str(fault)).lower()
        raise Locked(f"{named}{why} cannot be read ({reason}).") from None
    if not said:
        raise Locked(f"{named}{why} has no passphrase in its first line.")
    return said


def _is_terminal() -> bool:
    return bool(sys.stdin and sys.stdin.isatty())


def _typed(path: str, what: str = "Passphrase", **more: Any) -> str:
    if not _is_terminal():
        raise Locked(
            f"There is nobody to ask for the passphrase of {path}: put it into a file that only "
            f"you may read, and name that in the variable {PASSPHRASE_FILE}."
        )
    said: str = click.prompt(f"{what} of {path}", hide_input=True, err=True, **more)
    return said.encode("utf-8", "replace").decode()  # a terminal may give halves of characters
