"""The user's own list of skills: read whole, changed safely."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from coalition.errors import InputError, NothingFound, OutputError
from coalition.settings import skills_file

if TYPE_CHECKING:
    from coalition.tags.alias_list import AliasList

Edit = Callable[[str, str], str]
"""From the text of the list and its name, for messages, to the new text."""


def own_list() -> "AliasList | None":
    """The user's own list; None where there is none.

    Raises InputError, with the line, where it is faulty, UnreadableInput where it is locked.
    """
    text = _text(skills_file())
    if not text:
        return None
    from coalition.tags.alias_list import parse

    return parse(text, own_name())


def own_name() -> str:
    """What the list is called in messages: its path."""
    from coalition.exchange.naming import escaped

    return escaped(skills_file())


def change(edit: Edit) -> str:
    """Have the list changed by ``edit``, and give its new text.

    Nobody else who goes through here changes it meanwhile, and it is never seen half written. If
    ``edit`` raises, nothing is changed. Raises OutputError where the list cannot be written.
    """
    path = skills_file()
    from coalition.cli.output import make_folder, write_whole

    folder, file = os.path.split(path)
    make_folder(folder or os.curdir)
    with _locked(os.path.join(folder, f".{file}.lock")):
        before = _text(path)
        after = edit(before, own_name())
        if after != before:
            write_whole(path, after.encode())
    return after


def _text(path: str) -> str:
    """The list's text as it is, line ends and all; "" where there is none."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError:
        pass  # opening it says why not
    from coalition.exchange.material import Collection
    from coalition.exchange.opening import open_material

    try:
        material = open_material(path)
    except NothingFound:
        return ""
    if isinstance(material, Collection):
        raise InputError(
            f"{material.name} is a folder or an archive: it is to be a list of skills."
        )
    try:
        return material.content.decode()
    except UnicodeDecodeError as fault:
        line = material.content.count(b"\n", 0, fault.start) + 1
        raise InputError(
            f"{material.name}, line {line}: this is not UTF-8. Save the list as UTF-8."
        ) from None


@contextmanager
def _locked(path: str) -> Iterator[None]:
    """Wait until nobody else holds the lock, and hold it; a file system without locks has none."""
    try:
        file = open(path, "ab")  # noqa: SIM115, closed below
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise OutputError(f"{own_name()} cannot be written: {reason}.") from None
    with file:
        with suppress(OSError):
            _lock(file)
        yield


if os.name == "nt":

    def _lock(file: IO[bytes]) -> None:
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
else:

    def _lock(file: IO[bytes]) -> None:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)
