"""The file that a backup is: an ordinary ZIP, which anybody can unpack without Coalition.

Its end comment, and with it the file, ends in ``coalition sha256:`` and the SHA-256 of all that
stands before those 64 digits, so that a change of any bit of the file is seen. With a passphrase
the whole ZIP is encrypted in the ``age`` format (https://age-encryption.org/v1), which sees to that
itself.
"""

import hashlib
import json
import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from io import BytesIO
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

from coalition.errors import Locked, WorkbookError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

WORKBOOK = "workbook.coalition"
KEYS = "workbook.coalition.keys"
MANIFEST = "manifest.json"
README = "README.txt"

_MARK = b"coalition sha256:"
_DIGITS = 64
_TAIL = re.compile(re.escape(_MARK) + rb"[0-9a-f]{64}")
_AGE = b"age-encryption.org/"
_AGE_ARMORED = b"-----BEGIN AGE"
_CHUNK = 1 << 20
_LARGEST_MANIFEST = 1 << 20

_ABOUT = """This is a backup of a Coalition workbook, made on {made}.

With Coalition:   coalition restore THIS_FILE.zip

Without it: unpack this file like any other ZIP.
  workbook.coalition   all that was kept, as an SQLite 3 database{sealed}.
  manifest.json        when and by which version it was made; size and SHA-256 of each part.
{keys}
To get it back by hand, put workbook.coalition {both}where your workbook was (with the name that
yours had) while no Coalition runs, and remove files of that name that end in -wal, -shm or
-journal.
To read it without Coalition: {reading}

The last 64 characters of the ZIP are the SHA-256 of everything before them. To check it by hand:
  head -c -64 THIS_FILE.zip | sha256sum; tail -c 64 THIS_FILE.zip
"""
_PLAIN = {
    "sealed": "",
    "keys": "",
    "both": "",
    "reading": "sqlite3 workbook.coalition .dump",
}
_SEALED = {
    "sealed": ", encrypted with SQLCipher 4",
    "keys": (
        "  workbook.coalition.keys   its key, wrapped by your passphrase and by your recovery\n"
        "                       key. Without one of these nobody can open it.\n"
    ),
    "both": "and workbook.coalition.keys ",
    "reading": (
        "unwrap the key (AES-256-GCM under Argon2id of the\npassphrase; the numbers are in the "
        "file of keys) and give it to the program sqlcipher:\n"
        "  PRAGMA key = \"x'96 hex digits: the key's 32 bytes, then the salt's 16'\";"
    ),
}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself.

    made:      when, ISO 8601 in UTC. coalition: the version that made it.
    schema:    the version of the tables. encrypted: whether the database is.
    workspaces: their names, people, facts and sources: how many; none where it is encrypted.
    parts:     size in bytes and SHA-256 in hex of each part.
    """

    made: str
    coalition: str
    schema: int
    encrypted: bool
    parts: Mapping[str, tuple[int, str]]
    counts: Mapping[str, int]
    workspaces: tuple[str, ...] = ()


def as_text(manifest: Manifest) -> str:
    """The content of ``manifest.json``."""
    document: dict[str, Any] = {
        "what": "A backup of a Coalition workbook.",
        "made": manifest.made,
        "coalition": manifest.coalition,
        "schema": manifest.schema,
        "encrypted": manifest.encrypted,
        "workspaces": list(manifest.workspaces),
        "counts": dict(manifest.counts),
        "parts": {
            name: {"bytes": size, "sha256": digest}
            for name, (size, digest) in manifest.parts.items()
        },
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def from_text(text: str) -> Manifest:
    """The manifest in that content. Raises ValueError where it is none."""
    try:
        read = json.loads(text)
        parts = {
            str(name): (int(part["bytes"]), str(part["sha256"]))
            for name, part in read["parts"].items()
        }
        return Manifest(
            str(read["made"]),
            str(read["coalition"]),
            int(read["schema"]),
            bool(read["encrypted"]),
            parts,
            {str(name): int(number) for name, number in read["counts"].items()},
            tuple(map(str, read["workspaces"])),
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise ValueError(str(fault)) from None


def measured(path: str) -> tuple[int, str]:
    """The size and the SHA-256 of a file."""
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return os.fstat(file.fileno()).st_size, digest


def packed(manifest: Manifest, parts: Mapping[str, str | bytes]) -> Iterator[bytes]:
    """The backup's content, in pieces. parts: the path or the content of each part."""
    said = _SEALED if manifest.encrypted else _PLAIN
    texts: dict[str, str | bytes] = {
        README: _ABOUT.format(made=manifest.made, **said).encode(),
        MANIFEST: as_text(manifest).encode(),
    }
    outlet, digest = _Outlet(), hashlib.sha256()
    with zipfile.ZipFile(outlet, "w") as archive:
        archive.comment = _MARK + b"0" * _DIGITS
        for name, content in (texts | dict(parts)).items():
            still = (
                name == WORKBOOK and manifest.encrypted
            )  # what is encrypted does not get smaller
            for _ in _pack(archive, name, content, manifest.made, still):
                yield from outlet.hashed(digest)
    *pieces, last = outlet.taken()
    for piece in (*pieces, last[:-_DIGITS]):
        digest.update(piece)
        yield piece
    yield digest.hexdigest().encode()


def _pack(
    archive: zipfile.ZipFile, name: str, content: str | bytes, made: str, still: bool
) -> Iterator[None]:
    day = (*map(int, re.findall(r"\d+", made)[:6]),)
    about = zipfile.ZipInfo(name, day)  # type: ignore[arg-type]
    about.compress_type = zipfile.ZIP_STORED if still else zipfile.ZIP_DEFLATED
    about.external_attr = 0o600 << 16
    with ExitStack() as closing:
        file: IO[bytes] = (
            BytesIO(content)
            if isinstance(content, bytes)
            else closing.enter_context(open(content, "rb"))
        )
        about.file_size = file.seek(0, os.SEEK_END)
        file.seek(0)
        part = closing.enter_context(archive.open(about, "w"))
        while piece := file.read(_CHUNK):
            part.write(piece)
            yield
    yield


class _Outlet:
    """A file that is only written: what was, is taken from it."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def write(self, content: "Buffer", /) -> int:
        self._written.append(bytes(content))
        return len(self._written[-1])

    def flush(self) -> None:
        """Nothing waits here."""

    def close(self) -> None:
        """Nothing is open."""

    def taken(self) -> list[bytes]:
        pieces, self._written = self._written, []
        return pieces

    def hashed(self, digest: Any) -> Iterator[bytes]:
        for piece in self.taken():
            digest.update(piece)
            yield piece


def sealed(content: bytes, passphrase: str) -> bytes:
    """A backup encrypted with a passphrase, in the age format."""
    import pyrage

    encrypted: bytes = pyrage.passphrase.encrypt(content, passphrase)
    return encrypted


def is_sealed(path: str) -> bool:
    """Whether the file at ``path`` is encrypted in the age format."""
    with open(path, "rb") as file:
        return file.read(len(_AGE)).startswith((_AGE, _AGE_ARMORED))


def is_ours(path: str, passphrase: str | None) -> bool:
    """Whether the file at ``path`` is a backup that Coalition wrote, whole or not.

    An encrypted one is known as ours only with its passphrase.
    """
    try:
        with open(path, "rb") as file:
            if not is_sealed(path):
                file.seek(-_size(), os.SEEK_END)
                return _TAIL.fullmatch(file.read()) is not None
            if passphrase is None:
                return False
            content = _unsealed(file.read(), passphrase, path)
            return _TAIL.fullmatch(content[-_size() :]) is not None
    except (OSError, WorkbookError):
        return False


def _size() -> int:
    return len(_MARK) + _DIGITS


def _unsealed(content: bytes, passphrase: str, name: str) -> bytes:
    import pyrage

    try:
        decrypted: bytes = pyrage.passphrase.decrypt(content, passphrase)
    except pyrage.DecryptError as fault:
        said = str(fault).lower()
        if "decryption failed" in said or "no matching keys" in said or "excessive" in said:
            raise Locked(
                f"{name} does not open with this passphrase: it is another, or the file was "
                "damaged. Nothing was changed."
            ) from None
        raise WorkbookError(_damaged(name)) from None
    return decrypted


class Bundle:
    """A backup that is whole, open for reading: a context manager that closes it.

    Made by :func:`opened`.
    """

    def __init__(self, name: str, source: IO[bytes]) -> None:
        self.name = name
        self._source = source
        self._archive = zipfile.ZipFile(source)
        self.manifest = _manifest(self._archive, name)

    def keys(self) -> str:
        """The content of the file of keys; "" where the workbook is not encrypted."""
        if KEYS not in self.manifest.parts:
            return ""
        return b"".join(self._content(KEYS)).decode("utf-8", "replace")

    def unpack(self, path: str) -> None:
        """Write the database to the file at ``path``, which is there. Raises WorkbookError."""
        with open(path, "r+b") as file:
            for piece in self._content(WORKBOOK):
                file.write(piece)

    def _content(self, name: str) -> Iterator[bytes]:
        """A part in pieces; raises WorkbookError at its end where it is not what was packed."""
        size, expected = self.manifest.parts[name]
        digest, read = hashlib.sha256(), 0
        try:
            with self._archive.open(name) as part:
                while read <= size and (piece := part.read(_CHUNK)):
                    digest.update(piece)
                    read += len(piece)
                    yield piece
        except (zipfile.BadZipFile, ValueError, EOFError, _zlib_error()):
            raise WorkbookError(_damaged(self.name)) from None
        if (read, digest.hexdigest()) != (size, expected):
            raise WorkbookError(_damaged(self.name))

    def check_parts(self) -> None:
        """Read every part. Raises WorkbookError where one is not what was packed."""
        for name in self.manifest.parts:
            for _ in self._content(name):
                pass

    def close(self) -> None:
        """Close it."""
        self._archive.close()
        self._source.close()

    def __enter__(self) -> "Bundle":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None
    ) -> None:
        self.close()


def opened(path: str, passphrase: str | None = None) -> Bundle:
    """The backup at ``path``, its checksum checked.

    passphrase: of one that is encrypted.

    Raises WorkbookError where it is damaged or no backup, Locked where the passphrase is needed or
    another.
    """
    with ExitStack() as closing:
        try:
            if is_sealed(path):
                if passphrase is None:
                    raise Locked(f"{path} is encrypted: its passphrase is needed.")
                with open(path, "rb") as file:
                    source: IO[bytes] = BytesIO(_unsealed(file.read(), passphrase, path))
            else:
                source = closing.enter_context(open(path, "rb"))
            _check_sum(source, path)
            found = Bundle(path, source)
        except OSError as fault:
            reason = (fault.strerror or str(fault)).lower()
            raise WorkbookError(f"The backup {path} cannot be read ({reason}).") from None
        except (zipfile.BadZipFile, ValueError, EOFError, _zlib_error()):
            raise WorkbookError(_damaged(path)) from None
        closing.pop_all()
        return found


def _check_sum(source: IO[bytes], name: str) -> None:
    size = source.seek(0, os.SEEK_END)
    source.seek(0)
    head = source.read(16)
    source.seek(max(0, size - _size()))
    tail = source.read()
    if not _TAIL.fullmatch(tail):
        raise WorkbookError(_no_backup(name, head))
    source.seek(0)
    digest, left = hashlib.sha256(), size - _DIGITS
    while piece := source.read(min(_CHUNK, left)):
        digest.update(piece)
        left -= len(piece)
    if digest.hexdigest().encode() != tail[-_DIGITS:]:
        raise WorkbookError(_damaged(name))


def _manifest(archive: zipfile.ZipFile, name: str) -> Manifest:
    names = archive.namelist()
    if MANIFEST not in names or archive.getinfo(MANIFEST).file_size > _LARGEST_MANIFEST:
        raise ValueError(MANIFEST)
    manifest = from_text(archive.read(MANIFEST).decode())
    parts = set(manifest.parts)
    if WORKBOOK not in parts or not parts <= {WORKBOOK, KEYS} or not parts <= set(names):
        raise ValueError(name)
    return manifest


def _no_backup(name: str, head: bytes) -> str:
    if head.startswith(b"PK\x03\x04"):
        return (
            f"{name} is cut short, changed, or no backup of Coalition: its checksum is not where "
            "it belongs. Take another copy of it. Nothing was changed."
        )
    if head.startswith(b"SQLite format 3"):
        return (
            f"{name} is a database and no backup: name it with --workbook to use it as it is, or "
            "move it to where your workbook should be. Nothing was changed."
        )
    return f"{name} is no backup of Coalition. Nothing was changed."


def _damaged(name: str) -> str:
    return (
        f"{name} does not verify: it was cut short or changed since it was made. Take another copy "
        "of it, or an earlier backup. Nothing was changed."
    )


def _zlib_error() -> type[Exception]:
    import zlib

    return zlib.error


def drop(path: str) -> None:
    """Remove a file, if it is there."""
    with suppress(FileNotFoundError):
        os.unlink(path)
