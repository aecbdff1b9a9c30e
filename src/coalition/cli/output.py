"""Writing a result to a file: whole or not at all."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from coalition.errors import OutputError


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` so that the file is never seen half written.

    The content goes to a new file beside it, which then takes its place; a link stays a link,
    and an existing file keeps its rights. A device or a pipe is written to directly.

    Raises OutputError, with the reason, and leaves an existing file as it was.
    """
    try:
        if _is_stream(path):
            with path.open("wb") as stream:
                stream.write(content)
        else:
            _replace(Path(os.path.realpath(path)), content)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as fault:
        raise OutputError(f"{path} cannot be written: {_reason(path, fault)}") from None


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    return not stat.S_ISREG(mode)


def _replace(target: Path, content: bytes) -> None:
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError
    beside = target.with_name(f".coalition-{os.urandom(6).hex()}")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _keep_entry(target.parent)


def _keep_entry(folder: Path) -> None:
    """Have the folder's new entry outlive a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(path: Path, fault: OSError | ValueError) -> str:
    if isinstance(fault, IsADirectoryError):
        return "it is a folder. Give the name of a file in it."
    if isinstance(fault, FileNotFoundError | NotADirectoryError) and not path.parent.is_dir():
        return f"there is no folder {path.parent}. Make it first, or choose another."
    if isinstance(fault, PermissionError):
        return "you have no right to. Choose a folder of your own."
    told = getattr(fault, "strerror", None) or str(fault)
    return f"{told.lower()}. Choose another place."
