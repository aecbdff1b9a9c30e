"""What a reader is: the interface that ours and every plug-in share.

A reader is registered under the entry-point group ``coalition.readers``; the entry point names
an object with the four members of :class:`Reader`. The input is always given as a
:data:`~coalition.exchange.material.Material`; a reader never opens a path itself.

Four more members may be there. ``reads = Collection`` says that folders and archives are read and
not single documents. ``advice``, words that follow a colon, says what to do where no skill is
found; with it a reading that tells of nobody's skills, but only who the person is, is refused.
``read_all``, with the arguments of ``read``, gives all that a workbook keeps, people, ties and
touchpoints included, where ``read`` leaves out what clouds have no use for. ``read_with_text``,
with the same arguments, gives all that and what was written in messages, which is read only where
somebody asks for it (``coalition import --keep-text``).
"""

from collections.abc import Callable
from enum import IntEnum
from typing import Protocol, TypeVar

from coalition.exchange.material import Collection, Document
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


Given = TypeVar("Given", Document, Collection, contravariant=True)


class Reader(Protocol[Given]):
    """A format that can be read, from a document or from a collection of them."""

    name: str
    """Short, lower case, hyphens: "linkedin-archive"."""

    title: str
    """One line for ``coalition formats``: what it is and where people get it."""

    def recognise(self, material: Given) -> Match:
        """How sure the content looks; raises nothing.

        Fast: it looks at the head of the content, or at what is decoded or parsed once for all
        who ask (``Document.text`` and ``Document.json``), or for a few bytes in it.
        """

    def read(self, material: Given, progress: Progress = silent) -> Reading:
        """All that can be understood of it; a bad row is a Problem and the good ones are kept.

        Where nothing can be used the Reading is empty, and ``read_material`` refuses it. Raises a
        CoalitionError where the content is damaged or of another format.
        """
