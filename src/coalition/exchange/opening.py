"""From a path, a pasted text or bytes to :class:`~coalition.exchange.material.Material`.

Everything is bounded: a document is read only up to 200 MB, an archive only listed. What a file
is, a zip archive or a document, is told by its content.
"""

import os
import stat

from coalition.errors import NothingFound, UnreadableInput
from coalition.exchange.material import Collection, Document, Material
from coalition.exchange.naming import escaped

MOST_BYTES = 200_000_000
"""The largest document that is read, and the largest entry of an archive."""

MOST_ENTRIES = 100_000
"""The most files that a folder or an archive may hold."""

_LONGEST_FILE_NAME = 255
_BLANK = b"\0 \t\r\n\xef\xbb\xbf\xfe\xff"
_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def open_material(source: str | os.PathLike[str]) -> Material:
    """The document or collection that ``source`` is: a file, a folder, a zip or pasted text.

    A ``str`` that names nothing on disk and cannot be a file's name (it has several lines, or
    is longer than names can be) is the text itself.

    Raises UnreadableInput where it is missing, locked, too large, damaged or no ordinary file,
    and NothingFound where it is empty.
    """
    if isinstance(source, str) and _is_pasted(source):
        return material_from_bytes("pasted text", source.encode("utf-8", "surrogatepass"))
    path = os.fspath(source)
    name = escaped(path)
    try:
        return _open_path(name, path)
    except (OSError, ValueError) as fault:
        raise UnreadableInput(_why_not_opened(name, fault)) from None


def material_from_bytes(name: str, content: bytes) -> Material:
    """The same for content that is already here, such as standard input; ``name`` is shown.

    Raises UnreadableInput where a zip archive is damaged, and NothingFound where it is empty.
    """
    name = escaped(name)
    # Where its start says something, no copy of a large file is made to look at the rest.
    if not (content[:4096].strip(_BLANK) or content.strip(_BLANK)):
        raise NothingFound(f"{name} is empty: there is nothing in it to read.")
    if _is_archive(content):
        from coalition.exchange.archive import open_archive

        return open_archive(name, content)
    if name.lower().endswith(".zip") and not content.startswith(_ZIP_MARKS):
        raise UnreadableInput(
            f"{name} is not a zip archive, although its name says so: "
            "download it again, or give the file its right name."
        )
    return Document(name, content)


def _is_pasted(source: str) -> bool:
    longest = max(len(part.encode("utf-8", "replace")) for part in source.split("/"))
    is_json = source.lstrip().startswith(('{"', '["', "[[", "[{"))
    if not ("\n" in source or longest > _LONGEST_FILE_NAME or is_json):
        return False
    try:
        os.stat(source)
    except (OSError, ValueError):  # there is no such file, and can be none
        return True
    return False


def _open_path(name: str, path: str) -> Material:
    status = os.stat(path)
    if stat.S_ISDIR(status.st_mode):
        return _folder(name, path)
    if status.st_size > MOST_BYTES and stat.S_ISREG(status.st_mode):
        with open(path, "rb") as file:
            large_archive = _is_archive(file.read(4096))
        if large_archive:
            from coalition.exchange.archive import open_archive

            return open_archive(name, path)
    return material_from_bytes(name, _content(name, path))


def _content(name: str, path: str) -> bytes:
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableInput(
            f"{name} is not an ordinary file: pipe what it gives into the command, "
            "with - as the file's name."
        )
    if status.st_size > MOST_BYTES:
        raise UnreadableInput(_too_large(name, status.st_size))
    with open(path, "rb") as file:
        content = file.read(MOST_BYTES + 1)  # it may have grown meanwhile
    if len(content) > MOST_BYTES:
        raise UnreadableInput(_too_large(name, len(content)))
    return content


def _too_large(name: str, size: int) -> str:
    return (
        f"{name} is too large ({size / 1e6:,.0f} MB, at most {MOST_BYTES / 1e6:.0f} MB are read): "
        "give it in parts, such as a mailbox by year or by label, or a table by rows."
    )


def _is_archive(head: bytes) -> bool:
    """Whether this is a zip of files; office documents are zips too, but one document each."""
    if not head.startswith(_ZIP_MARKS):
        return False
    first = head[30:110]
    office = (b"[Content_Types].xml", b"_rels/", b"mimetype", b"docProps/", b"xl/", b"word/")
    if first.startswith(office):
        return False
    # Some writers put another part first; the list of parts stands in the clear at the end.
    return not (b"[Content_Types].xml" in head and b"PK\x05\x06" in head)


def _folder(name: str, folder: str) -> Collection:
    entries: list[str] = []
    os.scandir(folder).close()  # says why it cannot be listed, which the walk would pass over
    for place, _, files in os.walk(folder):
        inside = os.path.relpath(place, folder).replace(os.sep, "/") + "/"
        entries += [inside.removeprefix("./") + file for file in files]
        if len(entries) > MOST_ENTRIES:
            raise UnreadableInput(
                f"{name} holds more than {MOST_ENTRIES:,} files: give the folder of one archive."
            )
    if not entries:
        raise NothingFound(f"{name} is an empty folder: give the folder that holds the archive.")

    def opener(entry: str) -> bytes:
        shown = escaped(f"{name}/{entry}")
        try:
            return _content(shown, os.path.join(folder, entry))
        except (OSError, ValueError) as fault:
            raise UnreadableInput(_why_not_opened(shown, fault)) from None

    return Collection(name, tuple(sorted(entries)), opener)


def _why_not_opened(name: str, fault: OSError | ValueError) -> str:
    if isinstance(fault, FileNotFoundError | NotADirectoryError | ValueError):
        return f"{name} does not exist: check the path."
    if isinstance(fault, PermissionError):
        return f"{name} may not be read with your rights: allow it, or copy it to your own folder."
    reason = getattr(fault, "strerror", "") or "input error"
    return f"{name} cannot be read ({reason.lower()}): copy it to another place and try again."
