"""What a reader is: the interface that ours and every plug-in share.

A reader is registered under the entry-point group ``coalition.readers``; the entry point names
an object with the four members of :class:`Reader`. The input is always given as a
:class:`~coalition.exchange.material.Material`; a reader never opens a path itself.
"""

from collections.abc import Callable
from enum import IntEnum
from typing import Protocol

from coalition.exchange.material import Material
from coalition.model.reading import Reading

Progress = Callable[[int, int], None]
"""Called now and then with (done, total) in any unit; ``total`` is 0 where it is unknown."""


def silent(done: int, total: int) -> None:
    """A :data:`Progress` that shows nothing."""


class Match(IntEnum):
    """How sure a reader is that an input is its own."""

    NO = 0
    PERHAPS = 1  # could be anything of the kind: plain text
    LIKELY = 2  # has the general shape: a table, a JSON list
    SURE = 3  # has marks nothing else has


class Reader(Protocol):
    """A format that can be read."""

    name: str
    """Short, lower case, hyphens: "linkedin-archive"."""

    title: str
    """One line for ``coalition formats``: what it is and where people get it."""

    def recognise(self, material: Material) -> Match:
        """How sure the content looks; fast, reads the head of it only, raises nothing."""

    def read(self, material: Material, progress: Progress = silent) -> Reading:
        """All that can be understood of it.

        Raises a CoalitionError where nothing can be used at all; a bad row is a Problem of
        the Reading and the good ones are kept.
        """
