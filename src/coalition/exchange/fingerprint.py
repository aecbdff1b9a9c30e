"""Which file it is, whatever its name: the SHA-256 of its content."""

import os
from hashlib import file_digest, sha256
from stat import S_ISREG
from typing import TypeAlias

from coalition.errors import UnreadableInput
from coalition.exchange.material import Collection, Material

State: TypeAlias = tuple[int, int, int]
"""The number, size and time of change of a file."""


def state_of(path: str) -> State | None:
    """Of a file: what changes when its content does. None where there is no file."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns) if S_ISREG(found.st_mode) else None


def fingerprint(material: Material, path: str = "", opened: State | None = None) -> str:
    """The SHA-256, in hex, of a document, of the archive at ``path``, or of a folder: of the names
    and contents of its files.

    opened: how the archive was before it was opened, from :func:`state_of`.

    Raises UnreadableInput where a file of a folder cannot be read, or the archive is another now
    than the one that was opened.
    """
    if not isinstance(material, Collection):
        return sha256(material.content).hexdigest()
    if opened is not None:
        return _of_archive(material.name, path, opened)
    whole = sha256()
    for entry in material.entries:
        content = sha256(material.open(entry).content).hexdigest()
        whole.update(f"{content} {entry}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _of_archive(name: str, path: str, opened: State) -> str:
    try:
        with open(path, "rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    except OSError:
        digest = ""
    if not digest or state_of(path) != opened:
        raise UnreadableInput(f"{name} was changed while it was read: give it again.")
    return digest
