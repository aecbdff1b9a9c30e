"""The words of a name, those in parentheses marked."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coalition.tags.folding import fold

_PIECE = re.compile(r"[()（）]|[^\s()（）,;:?!|\[\]{}、，]+")


class NameWord(NamedTuple):
    """A word in lower case; ``aside``: whether it stands in parentheses."""

    word: str
    aside: bool = False


def name_words(name: str) -> list[NameWord]:
    """The words of ``name`` by its comparison key; "C++", "Node.js" and ".NET" are words.

    Hyphens and slashes part words, as they do in :func:`~coalition.tags.folding.fold`.
    """
    return list(_name_words(fold(name)))


def _name_words(key: str) -> Iterator[NameWord]:
    depth = 0
    for piece in _PIECE.findall(key):
        if piece in "(（":
            depth += 1
        elif piece in ")）":
            depth = max(0, depth - 1)
        elif word := piece.rstrip(".'’").lstrip("'’"):
            yield NameWord(word, depth > 0)
