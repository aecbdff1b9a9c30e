"""A workbook's file encrypted as a whole with SQLCipher, and its passphrase and recovery key.

A stop at any moment leaves the old file or the new one, whole, with the keys that open it.
"""

import os
from collections.abc import Callable
from contextlib import suppress

from coalition.errors import InputError, WorkbookError
from coalition.workbook import keys
from coalition.workbook.backend.base import connect, give_key
from coalition.workbook.bundle import drop
from coalition.workbook.configuration import configure
from coalition.workbook.driver import CAN_ENCRYPT
from coalition.workbook.faults import told
from coalition.workbook.file import APPLICATION, State, look_at
from coalition.workbook.keys import Keys, Secret, new_file_key, new_recovery_key, wrapped
from coalition.workbook.migrating import settle
from coalition.workbook.opening import (
    Ask,
    alone,
    new_file_beside,
    opened_with,
    take_place,
    unlocked,
)
from coalition.workbook.remembering import forget, remember
from coalition.workbook.schema import refuse_newer
from coalition.workbook.soundness import unsound

SHORTEST = 8
"""Characters of the shortest passphrase that is taken."""


def protect(path: str, passphrase: str) -> str:
    """Encrypt the workbook at ``path``; gives the recovery key, which is kept nowhere.

    Raises WorkbookError where it is encrypted already or in use, InputError where the passphrase
    is too short; then nothing was changed.
    """
    configure()
    check_passphrase(passphrase)
    path = placed(path)
    if not CAN_ENCRYPT:
        raise WorkbookError(
            "This Python has no package sqlcipher3 to encrypt with: install it. Nothing was "
            "changed."
        )
    with alone(path), told(path):
        check_plain(path)
        key, recovery = new_file_key(), new_recovery_key()
        beside = _exported(path, None, key)
        wraps = (wrapped(key, Secret.PASSPHRASE, passphrase), _recovery(key, recovery))
        others = _read(path)  # of files that once stood here
        keys.write_beside(path, (Keys(key[keys.KEY :], wraps), *others))
        with open(path, "r+b") as old:
            take_place(beside, path)
            _overwrite(old.fileno())
    return recovery


def unprotect(path: str, ask: Ask | None) -> None:
    """Decrypt the workbook at ``path`` again. Raises WorkbookError, Locked."""
    configure()
    path = placed(path)
    with alone(path), told(path):
        salt = _sealed(path)
        key = unlocked(path, look_at(path), ask)
        beside = _exported(path, key, None)
        take_place(beside, path)
        keys.write_beside(path, ())
        forget(path, salt)


def change_passphrase(path: str, ask: Ask | None, new: Callable[[], str]) -> None:
    """Have another passphrase open the workbook; the recovery key stays. Raises WorkbookError,
    Locked, InputError.

    new: gives the new passphrase, once the old one or the recovery key is known to be right.
    """
    path = placed(path)
    with alone(path), told(path):
        key = _asked(path, ask)
        passphrase = new()
        check_passphrase(passphrase)
        _rewrap(path, wrapped(key, Secret.PASSPHRASE, passphrase))


def change_recovery_key(path: str, ask: Ask | None) -> str:
    """Have a new recovery key open the workbook, and the old one no more; gives the new one.

    Raises WorkbookError, Locked.
    """
    path = placed(path)
    with alone(path), told(path):
        key = _asked(path, ask)
        recovery = new_recovery_key()
        _rewrap(path, _recovery(key, recovery))
        return recovery


def remember_key(path: str, ask: Ask | None) -> None:
    """Have the system's keyring keep the workbook's key. Raises WorkbookError, MissingExtra."""
    path = placed(path)
    with told(path):
        _sealed(path)
        remember(path, _asked(path, ask))


def forget_key(path: str) -> bool:
    """Have the system's keyring forget the workbook's key; gives whether it was remembered."""
    path = placed(path)
    return forget(path, look_at(path).salt)


def placed(path: str) -> str:
    """The workbook's file, which may be named through a link."""
    return os.path.realpath(os.path.expanduser(path))


def check_passphrase(passphrase: str) -> None:
    """Raise InputError where a passphrase is too short to protect anything."""
    if len(passphrase.strip()) < SHORTEST:
        raise InputError(
            f"The passphrase is too short: take at least {SHORTEST} characters, better four or "
            "more words. Nothing was changed."
        )


def _read(path: str) -> tuple[Keys, ...]:
    with suppress(WorkbookError):
        return keys.read_beside(path)
    return ()


def check_plain(path: str) -> None:
    """Raise WorkbookError where no workbook stands at ``path``, or it is encrypted already."""
    state = look_at(path).state
    if state is State.MISSING:
        raise WorkbookError(
            f"There is no workbook at {path} yet: `coalition import FILE` begins one."
        )
    if state is State.SEALED:
        raise WorkbookError(
            f"{path} is encrypted already: --change-passphrase gives it another passphrase."
        )


def _sealed(path: str) -> bytes:
    found = look_at(path)
    if found.state is not State.SEALED:
        raise WorkbookError(f"{path} is not encrypted: `coalition protect` does that.")
    return found.salt


def _asked(path: str, ask: Ask | None) -> bytes:
    """The file key, by the passphrase or the recovery key, whatever the keyring has."""
    salt = _sealed(path)
    kept = keys.of_file(keys.read_beside(path), salt)
    if kept is None:
        return unlocked(path, look_at(path), ask)  # says what is wrong with them
    key = opened_with(kept, ask, path)
    connect(path, key, writable=False).close()  # the wraps could be of another file
    return key


def _recovery(key: bytes, recovery: str) -> keys.Wrap:
    return wrapped(key, Secret.RECOVERY, recovery)


def _rewrap(path: str, wrap: keys.Wrap) -> None:
    every = keys.read_beside(path)
    salt = look_at(path).salt
    kept = keys.of_file(every, salt)
    others = tuple(one for one in kept.wraps if one.secret is not wrap.secret) if kept else ()
    rest = tuple(each for each in every if each.salt != salt)
    keys.write_beside(path, (Keys(salt, (wrap, *others)), *rest))


def _exported(path: str, old: bytes | None, new: bytes | None) -> str:
    """The workbook in a new file beside it, encrypted with the key ``new``, and checked."""
    refuse_newer(path, settle(path, old))
    beside = new_file_beside(path)
    try:
        _export(path, old, beside, new)
        wrong = unsound(beside, new)
        if wrong or (look_at(beside).state is State.SEALED) is not (new is not None):
            raise WorkbookError(
                f"{path} could not be copied whole ({wrong[0] if wrong else 'it is as it was'}) "
                "`coalition check` tells more. Nothing was changed."
            )
    except BaseException:
        drop(beside)
        raise
    return beside


def _export(path: str, old: bytes | None, beside: str, new: bytes | None) -> None:
    connection = connect(path, old)
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if new is None:
            connection.execute("ATTACH DATABASE ? AS other KEY ''", (beside,))
        else:
            give_key(connection, new, beside)
        connection.execute("SELECT sqlcipher_export('other')").fetchall()
        connection.execute(f"PRAGMA other.application_id = {APPLICATION}")
        connection.execute(f"PRAGMA other.user_version = {version}")
        connection.commit()
        connection.execute("DETACH DATABASE other")
    finally:
        connection.close()


def _overwrite(handle: int) -> None:
    """Overwrite a readable file that has no name any more: what a disk makes of that is another
    matter (docs/keeping.md). One that is kept under another name stays as it is.
    """
    about = os.fstat(handle)
    if about.st_nlink:
        return
    with suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        left = about.st_size
        while left > 0:
            left -= os.write(handle, bytes(min(left, 1 << 20)))
        os.fsync(handle)
