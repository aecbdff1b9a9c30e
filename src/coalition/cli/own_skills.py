"""The user's own list of skills: read whole, changed safely."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from coalition.errors import InputError, NothingFound, OutputError
from coalition.settings import SKILLS, skills_file

if TYPE_CHECKING:
    from coalition.exchange.material import Document
    from coalition.tags.naming.alias_list import AliasList

Edit = Callable[[str, str], str]
"""From the text of the list and its name, for messages, to the new text."""


def own_list() -> "AliasList | None":
    """The user's own list, in any encoding; None where there is none.

    Raises InputError, with the line, where it is faulty, UnreadableInput where it is locked.
    """
    document = _document(skills_file())
    if document is None:
        return None
    try:
        text = document.content.decode()
    except UnicodeDecodeError:
        from coalition.exchange.skill_list import skill_list_in

        return skill_list_in(document)
    from coalition.tags.naming.alias_list import parse

    return parse(text, own_name())


def own_name() -> str:
    """What the list is called in messages: its path."""
    from coalition.exchange.naming import escaped

    return escaped(skills_file()) or f"your own list of skills ({SKILLS} names none)"


def refuse_unwritable() -> None:
    """Raise OutputError or InputError where an answer could not be written into the list, as far as
    can be told without changing it: a new file is made where it would be, and taken away.
    """
    from tempfile import TemporaryFile

    path = _place()
    _text(path)
    real = os.path.realpath(path)
    folder = os.path.dirname(real)
    while not os.path.exists(folder):
        folder = os.path.dirname(folder)
    for place in filter(os.path.exists, (real, _lock_of(path))):
        if not os.access(place, os.W_OK):
            raise OutputError(_not_written(f"{place} may not be changed"))
    try:
        TemporaryFile(dir=folder).close()
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise OutputError(_not_written(f"nothing can be put into {folder} ({reason})")) from None


def _not_written(why: str) -> str:
    other = f"name another file in the variable {SKILLS}"
    return f"{own_name()} cannot be written, because {why}: {other}."


def change(edit: Edit) -> str:
    """Have the list changed by ``edit``, and give its new text.

    Nobody else who goes through here changes it meanwhile, and it is never seen half written. If
    ``edit`` raises, nothing is changed. Raises OutputError where the list cannot be written.
    """
    path = _place()
    from coalition.disk import make_folder, write_whole

    make_folder(os.path.dirname(path) or os.curdir)
    with _locked(_lock_of(path)):
        before = _text(path)
        after = edit(before, own_name())
        if after != before:
            write_whole(path, after.encode())
    return after


def _place() -> str:
    path = skills_file()
    if not path:
        raise OutputError(
            f"There is no list to keep answers in, as the variable {SKILLS} is empty: name a file "
            "in it, or unset it."
        )
    return path


def _lock_of(path: str) -> str:
    folder, file = os.path.split(path)
    return os.path.join(folder, f".{file}.lock")


def _document(path: str) -> "Document | None":
    """What stands at the path of the list; None where nothing does.

    Raises InputError where it is a folder or cannot be read.
    """
    if not path:
        return None
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        raise InputError(
            f"{own_name()} can be no list of skills, because it is below a file: name another in "
            f"the variable {SKILLS}."
        ) from None
    except (OSError, ValueError):
        is_folder = False  # opening it says why not
    from coalition.exchange.material import Collection
    from coalition.exchange.opening import open_material

    try:
        material = None if is_folder else open_material(path)
    except NothingFound:
        return None
    if material is None or isinstance(material, Collection):
        raise InputError(f"{own_name()} is a folder or an archive: it is to be a list of skills.")
    return material


def _text(path: str) -> str:
    """The list's text as it is, line ends and all, to be written again; "" where there is none.

    Raises InputError where it is not UTF-8: other encodings are guessed, and what was guessed wrong
    would be lost.
    """
    document = _document(path)
    if document is None:
        return ""
    try:
        return document.content.decode()
    except UnicodeDecodeError as fault:
        line = document.content.count(b"\n", 0, fault.start) + 1
        raise InputError(
            f"{document.name}, line {line}: this is not UTF-8, so no answer can be written into it "
            "or taken back. Save the list as UTF-8."
        ) from None


@contextmanager
def _locked(path: str) -> Iterator[None]:
    from coalition.disk import locked

    with ExitStack() as closing:
        try:
            closing.enter_context(locked(path))
        except OSError as fault:
            reason = (fault.strerror or str(fault)).lower()
            raise OutputError(f"{own_name()} cannot be written: {reason}.") from None
        yield
