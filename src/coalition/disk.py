"""Files written whole or not at all, folders made, and locks that processes share."""

import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from enum import IntEnum
from pathlib import PurePath
from typing import IO

from coalition.errors import OutputError

_PRIVATE = 0o600
StrPath = str | os.PathLike[str]


def own_name(path: str) -> str:
    """The name of a file or folder without those it is in, as the system separates them."""
    return PurePath(path).name or path


def write_whole(
    path: StrPath,
    content: bytes | Iterable[bytes],
    *,
    private: bool = False,
    check: Callable[[str], object] | None = None,
) -> None:
    """Write ``content``, perhaps in parts, to ``path`` so that the file is never seen half written.

    The content goes to a new file beside it, which then takes its place; a link stays a link,
    and an existing file keeps its rights. A device or a pipe is written to directly.

    private: the file is for its owner's eyes only, also where it was there before.
    check:   called with the path of the new file before it takes the place; may raise.

    Raises OutputError, with the reason, and leaves an existing file as it was.
    """
    parts = (content,) if isinstance(content, bytes) else content
    try:
        if _is_stream(path):
            with open(path, "wb") as stream:
                stream.writelines(parts)
        else:
            _replace(os.path.realpath(path), parts, _PRIVATE if private else 0o666, check)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as fault:
        raise OutputError(f"{path} cannot be written: {_reason(path, fault)}") from None


def make_folder(path: StrPath) -> None:
    """Make the folder and those it lies in, unless it is there.

    Raises OutputError, with the reason.
    """
    try:
        os.makedirs(path, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{path} is a file: give the name of a folder.") from None
    except (OSError, ValueError) as fault:
        raise OutputError(f"The folder {path} cannot be made: {_reason(path, fault)}") from None


def _is_stream(path: StrPath) -> bool:
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    return not stat.S_ISREG(mode)


def _replace(
    path: str, parts: Iterable[bytes], rights: int, check: Callable[[str], object] | None
) -> None:
    if os.path.exists(path) and not os.access(path, os.W_OK):
        raise PermissionError
    folder = os.path.dirname(path)
    beside = os.path.join(folder, f".coalition-{os.urandom(6).hex()}")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, rights)
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        if check:
            check(beside)
        if os.path.exists(path):
            kept = stat.S_IMODE(os.stat(path).st_mode)
            os.chmod(beside, kept & 0o700 if rights == _PRIVATE else kept)
        os.replace(beside, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(beside)
        raise
    keep_entry(folder)


def keep_entry(folder: str) -> None:
    """Have the folder's new entry outlive a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(path: StrPath, fault: OSError | ValueError) -> str:
    folder = os.path.dirname(path) or "."
    if isinstance(fault, IsADirectoryError):
        return "it is a folder. Give the name of a file in it."
    if isinstance(fault, FileNotFoundError | NotADirectoryError) and not os.path.isdir(folder):
        return f"there is no folder {folder}. Make it first, or choose another."
    if isinstance(fault, PermissionError):
        return "you have no right to. Choose a folder of your own."
    told = getattr(fault, "strerror", None) or str(fault)
    return f"{told.lower()}. Choose another place."


class Held(IntEnum):
    """How a lock is held: by any number at once, or by one alone."""

    SHARED = 1
    ALONE = 2


@contextmanager
def locked(path: StrPath, held: Held = Held.ALONE, wait: float | None = None) -> Iterator[None]:
    """Hold the lock that ``path`` names once others let it; a file system without locks has none.

    wait: seconds to wait for the others, None for as long as it takes.

    Raises OSError where the file cannot be opened, TimeoutError where others keep the lock.
    """
    with ExitStack() as closing:
        file = closing.enter_context(open(path, "ab"))
        patience = time.monotonic() + wait if wait is not None else None
        while not _lock(file, held, wait is None):
            if patience is not None and time.monotonic() > patience:
                raise TimeoutError(path)
            time.sleep(0.02)
        yield


if os.name == "nt":

    def _lock(file: IO[bytes], held: Held, wait: bool) -> bool:
        import msvcrt  # knows no shared locks: those who share hold none, and only one is alone

        if held is Held.SHARED:
            return True
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True
else:

    def _lock(file: IO[bytes], held: Held, wait: bool) -> bool:
        import fcntl

        how = fcntl.LOCK_SH if held is Held.SHARED else fcntl.LOCK_EX
        try:
            fcntl.flock(file, how if wait else how | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
