"""The vocabulary that comes along."""

import os.path
from functools import cache
from mmap import ACCESS_READ, mmap
from typing import TYPE_CHECKING

from coalition.tags.naming.recognition import Recognition
from coalition.tags.naming.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalition.tags.naming.alias_list import AliasList

COMPILED = "known.bin"
"""Where the build puts the compiled lists, beside this module or where it is installed."""

_WHAT_IT_DEPENDS_ON = (
    *("alias_list.py", "building.py", "compiled.py", "contradictions.py", "extending.py"),
    *("layered.py", "lexicon.py", "signature.py", "typing_error.py", "vocabulary.py"),
    *("words/english.txt", "../folding.py", "../language.py", "../visible.py", "../word_set.py"),
    "known",  # the folder, which changes when a list goes
)
_HERE = os.path.dirname(__file__)


@cache
def shipped() -> Recognition:
    """Recognises names by the list that comes along."""
    return Recognition(vocabulary())


def recognition_by(lists: "Sequence[AliasList]") -> Recognition:
    """Recognises names by the list that comes along and these over it, the last of which is right.

    Raises InputError where one contradicts it.
    """
    if not lists:
        return shipped()
    from coalition.tags.naming.extending import extended

    return Recognition(extended(vocabulary(), lists))


@cache
def vocabulary() -> Vocabulary:
    """The list that comes along: as it was compiled at installation, or built from its texts
    where these are newer (Coalition is being changed) or it never was (it is not installed).
    """
    if os.path.exists(compiled := os.path.join(_HERE, COMPILED)):
        return _read(compiled)
    if os.path.exists(compiled := _of_the_editable_install()) and _is_newer(compiled):
        return _read(compiled)
    from pathlib import Path

    from coalition.tags.naming.building import built_from

    return built_from(Path(_HERE, "known"))


def _read(compiled: str) -> Vocabulary:
    from coalition.tags.naming.compiled import from_bytes

    with open(compiled, "rb") as file:
        return from_bytes(mmap(file.fileno(), 0, access=ACCESS_READ))


def _of_the_editable_install() -> str:
    """Where an installation puts what it compiles if the sources stay where they are."""
    from sysconfig import get_path

    return os.path.join(get_path("platlib"), "coalition", "tags", "naming", COMPILED)


def _is_newer(compiled: str) -> bool:
    lists = os.listdir(os.path.join(_HERE, "known"))
    sources = [*(os.path.join("known", name) for name in lists), *_WHAT_IT_DEPENDS_ON]
    newest = max(os.path.getmtime(os.path.join(_HERE, source)) for source in sources)
    return os.path.getmtime(compiled) >= newest
