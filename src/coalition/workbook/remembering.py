"""The key of an encrypted workbook in the system's keyring, so that nobody has to type.

Only a cache: what is remembered can be lost at any time, and the passphrase is asked for again.
The file ``.NAME.remembered`` beside the workbook says that the keyring is worth asking.
"""

import base64
import os
from contextlib import suppress
from typing import Any

from coalition.disk import write_whole
from coalition.errors import MissingExtra, WorkbookError

_SERVICE = "coalition"
_MARK = (
    b"The system's keyring has the key of this workbook: `coalition protect --forget` ends that.\n"
)


def remembered(path: str, salt: bytes) -> bytes | None:
    """The file key of the workbook at ``path``, 48 bytes, from the keyring; None where it is not
    there, is another, or the keyring does not answer.
    """
    if not os.path.exists(mark_of(path)):
        return None
    with suppress(Exception):  # a keyring may fail in any way
        import keyring

        kept = keyring.get_password(_SERVICE, salt.hex())
        key = base64.b64decode(kept or "", validate=True)
        if key.endswith(salt) and _opens(path, key):
            return key
    return None


def remember(path: str, key: bytes) -> None:
    """Have the keyring keep the file key of the workbook at ``path``.

    Raises MissingExtra without the package keyring, WorkbookError where it does not keep it.
    """
    keyring = _keyring()
    name, text = key[-16:].hex(), base64.b64encode(key).decode()
    try:
        keyring.set_password(_SERVICE, name, text)
        kept = keyring.get_password(_SERVICE, name)
    except Exception as fault:  # as above
        raise WorkbookError(
            f"The system's keyring does not keep the key ({_said(fault)}): the passphrase will be "
            "asked for as before."
        ) from None
    if kept != text:
        raise WorkbookError(
            "The system's keyring keeps nothing: the passphrase will be asked for as before."
        )
    write_whole(mark_of(path), _MARK, private=True)


def forget(path: str, salt: bytes) -> bool:
    """Take the key out of the keyring; gives whether it was remembered."""
    was = os.path.exists(mark_of(path))
    if was:
        with suppress(Exception):  # as above
            import keyring

            keyring.delete_password(_SERVICE, salt.hex())
        os.unlink(mark_of(path))
    return was


def mark_of(path: str) -> str:
    """The file that says that the keyring has the key of the workbook at ``path``."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.remembered")


def _opens(path: str, key: bytes) -> bool:
    from coalition.workbook.backend.base import connect

    connect(path, key, writable=False).close()
    return True


def _keyring() -> Any:
    try:
        import keyring
    except ImportError:
        raise MissingExtra(
            "To remember the key needs the package keyring: pip install 'coalition[keyring]'."
        ) from None
    return keyring


def _said(fault: Exception) -> str:
    return " ".join(str(fault).split())[:200] or type(fault).__name__
