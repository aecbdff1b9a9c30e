"""A workbook opened: a file, or a PostgreSQL database by its address."""

import os
from collections.abc import Callable
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from types import TracebackType
from typing import TYPE_CHECKING, Any

from coalition.disk import Held, keep_entry, locked, make_folder
from coalition.errors import Locked, OutputError, WorkbookError
from coalition.settings import database_url, workbook_file
from coalition.workbook import keys
from coalition.workbook.aside import are_aside, end_aside, new_mark
from coalition.workbook.configuration import add_database, configure, drop_database
from coalition.workbook.driver import CAN_ENCRYPT
from coalition.workbook.faults import sentence, told
from coalition.workbook.file import Found, State, look_at
from coalition.workbook.naming import Naming
from coalition.workbook.remembering import remembered
from coalition.workbook.schema import (
    MAIN,
    file_settings,
    migrate_database,
    migrate_file,
    new_workspace,
    refuse_newer,
    version,
)
from coalition.workbook.space import Space

if TYPE_CHECKING:
    from collections.abc import Iterator

Ask = Callable[[str], str]
"""Called with what is asked for; gives a passphrase or a recovery key."""

Tell = Callable[[str], object]
"""Called with a sentence for the user."""

WAIT = 20.0
"""Seconds to wait for other processes, where a workbook has to be alone."""

_aliases = count(1)


class Workbook:
    """An open workbook: a context manager that closes it.

    place: its file, or its database's address without the password. writable: whether it may be
    changed with the rights that this process has.
    """

    def __init__(self, place: str, alias: str, closing: ExitStack, writable: bool) -> None:
        self.place = place
        self.alias = alias
        self.writable = writable
        self._closing = closing

    def space(self, name: str = "", naming: Naming | None = None) -> Space:
        """One of its workspaces; by default the one that workbooks begin with, or the only one.

        naming: the lists by which skills are known; by default Coalition's.

        Raises WorkbookError where there is none of that name.
        """
        from coalition.workbook.models import Workspace
        from coalition.workbook.sealing import cipher_of

        with told(self.place):
            rows = Workspace._default_manager.using(self.alias)
            found = rows.filter(name=name or MAIN).first()
            if found is None and not name and rows.count() == 1:
                found = rows.get()
            if found is None:
                raise WorkbookError(self._no_space(name or MAIN))
            cipher = cipher_of(found, self.alias)
            return Space(self.alias, found.pk, found.name, cipher, naming or Naming())

    def spaces(self) -> tuple[str, ...]:
        """The names of its workspaces."""
        from coalition.workbook.models import Workspace

        with told(self.place):
            rows = Workspace._default_manager.using(self.alias)
            return tuple(rows.order_by("name").values_list("name", flat=True))

    def add_space(self, name: str) -> Space:
        """A new workspace. Raises WorkbookError where there is one of that name."""
        name = " ".join(name.split())
        if not name or name in self.spaces():
            raise WorkbookError(
                f"There is a workspace named {name} already."
                if name
                else "A workspace needs a name."
            )
        with told(self.place):
            new_workspace(name).save(using=self.alias)
        return self.space(name)

    def close(self) -> None:
        """Close it; it cannot be used any more."""
        self._closing.close()

    def _no_space(self, name: str) -> str:
        there = ", ".join(self.spaces())
        return f"{self.place} has no workspace named {name} (there are: {there})."

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None
    ) -> None:
        from django.db import Error

        self.close()
        if isinstance(fault, Error):
            raise WorkbookError(sentence(self.place, fault)) from fault


def open_workbook(
    place: str | os.PathLike[str] | None = None,
    *,
    ask: Ask | None = None,
    create: bool = True,
    tell: Tell | None = None,
) -> Workbook:
    """The workbook at ``place``: the path of a file, or the address of a PostgreSQL database
    (``postgresql://user@host/name``); by default the one that the environment names, or the user's
    own.

    ask:    gives the passphrase or the recovery key of an encrypted workbook.
    create: begin a new one where there is none.
    tell:   is told where an older one was kept that had to be brought up to date.

    Raises WorkbookError where it is damaged, foreign or of a newer version, Locked where its
    passphrase is needed.
    """
    configure()
    place = os.fspath(place) if place is not None else database_url() or workbook_file()
    if is_database(place):
        from coalition.workbook.postgres import settings_of, shown

        name = shown(place)
        with ExitStack() as closing, told(name):
            alias = added(closing, settings_of(place))
            migrate_database(alias, name)
            return Workbook(name, alias, closing.pop_all(), True)
    return _open_file(os.path.realpath(os.path.expanduser(place)), ask, create, tell)


def is_database(place: str) -> bool:
    """Whether ``place`` is a database's address, and not a file's path."""
    return place.startswith(("postgres://", "postgresql://"))


def lock_of(path: str) -> str:
    """The file whose lock those who use the workbook at ``path`` hold."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.lock")


@contextmanager
def alone(path: str, wait: float = WAIT) -> "Iterator[None]":
    """Have the workbook at ``path`` for oneself: no other process has it open meanwhile.

    Raises WorkbookError where another keeps it open.
    """
    with ExitStack() as closing:
        try:
            closing.enter_context(locked(lock_of(path), Held.ALONE, wait))
            end_aside(path)
        except TimeoutError:
            raise WorkbookError(
                f"The workbook {path} is in use by another program: close that and try again."
            ) from None
        except OSError as fault:
            raise WorkbookError(sentence(path, fault)) from None
        yield


def _open_file(path: str, ask: Ask | None, create: bool, tell: Tell | None) -> Workbook:
    key: bytes | None = None
    if are_aside(path) and os.access(os.path.dirname(path), os.W_OK):
        with alone(path):  # ends what a stop left
            pass
    while True:
        with ExitStack() as closing:
            writable = _share(path, closing)
            found = look_at(path)
            if found.state is State.MISSING and not create:
                raise WorkbookError(
                    f"There is no workbook at {path} yet: `coalition import FILE` begins one."
                )
            if found.state is not State.MISSING:
                key = key if found.state is State.PLAIN else key or unlocked(path, found, ask)
                with told(path):
                    alias = added(closing, file_settings(path, key, writable))
                    stored = _version(alias)
                refuse_newer(path, stored)
                if stored == version():
                    return Workbook(path, alias, closing.pop_all(), writable)
        if found.state is State.MISSING:
            _create(path)
        else:
            from coalition.workbook.migrating import migrate

            kept = migrate(path, key)
            if kept and tell:
                tell(
                    f"The workbook {path} was brought up to date for this Coalition. As it was "
                    f"before, it is kept in {kept}."
                )


def unlocked(path: str, found: Found, ask: Ask | None) -> bytes:
    """The file key of the encrypted workbook at ``path``.

    Raises Locked where nobody can be asked, or what they say is wrong.
    """
    kept = keys.of_file(keys.read_beside(path), found.salt)
    if kept is None:
        raise WorkbookError(
            f"{path} is no workbook of Coalition, or an encrypted one whose keys are missing: "
            f"{keys.beside(path)} should hold them. Every backup has them too, and `coalition "
            "restore` brings them back."
        )
    key = remembered(path, kept.salt)
    return key if key is not None else opened_with(kept, ask, path)


def opened_with(kept: keys.Keys, ask: Ask | None, path: str) -> bytes:
    """The file key that is wrapped in ``kept``, by what is said when asked.

    Raises Locked where nobody can be asked, or what they say is wrong; WorkbookError where this
    Python cannot decrypt.
    """
    if not CAN_ENCRYPT:
        raise WorkbookError(
            f"{path} is encrypted, and this Python has no package sqlcipher3 to open it with: "
            "install it."
        )
    if ask is None:
        raise Locked(f"{path} is encrypted: its passphrase or its recovery key is needed.")
    return kept.open(ask(path))


def _share(path: str, closing: ExitStack) -> bool:
    """Hold the workbook's lock with others; whether it may be written in."""
    folder = os.path.dirname(path)
    may_write = os.access(folder, os.W_OK) and (
        not os.path.exists(path) or os.access(path, os.W_OK)
    )
    if os.path.isdir(folder) and may_write:
        try:
            closing.enter_context(locked(lock_of(path), Held.SHARED, WAIT))
        except TimeoutError:
            raise WorkbookError(
                f"The workbook {path} is being restored or changed as a whole by another program: "
                "wait until it is done and try again."
            ) from None
        except OSError as fault:
            raise WorkbookError(sentence(path, fault)) from None
    return may_write


def added(closing: ExitStack, settings: dict[str, Any]) -> str:
    """What Django calls a database that it knows until ``closing`` is closed."""
    alias = f"workbook{next(_aliases)}"
    add_database(alias, settings)
    closing.callback(drop_database, alias)
    return alias


def _version(alias: str) -> int:
    from django.db import connections

    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA user_version")
        return int(cursor.fetchone()[0])


def _create(path: str) -> None:
    """Begin a new workbook at ``path``, whole or not at all."""
    try:
        make_folder(os.path.dirname(path))
    except OutputError as fault:
        raise WorkbookError(str(fault)) from None
    with alone(path), told(path):
        if look_at(path).state is State.MISSING:
            build(path, None)


def build(path: str, key: bytes | None) -> None:
    """Make a new, empty workbook and put it at ``path``, where nobody else uses one."""
    beside = new_file_beside(path)
    try:
        migrate_file(beside, key)
    except BaseException:
        for left in (beside, f"{beside}-wal", f"{beside}-shm", f"{beside}-journal"):
            with suppress(FileNotFoundError):
                os.unlink(left)
        raise
    take_place(beside, path)


def new_file_beside(path: str) -> str:
    """A new, empty file for its owner's eyes only, to become the workbook at ``path``.

    What earlier ones were left by a stop are removed: only who is alone with the workbook makes
    them.
    """
    folder, name = os.path.split(path)
    mark = new_mark(name)
    for left in os.listdir(folder):
        if left.startswith(mark):
            os.unlink(os.path.join(folder, left))
    beside = os.path.join(folder, f"{mark}{os.urandom(4).hex()}")
    os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    return beside


def take_place(beside: str, path: str) -> None:
    """Have the whole file ``beside`` take the place of the workbook at ``path``."""
    handle = os.open(beside, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    os.replace(beside, path)
    keep_entry(os.path.dirname(path))
