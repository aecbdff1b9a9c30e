"""What a reader is given: one document's bytes, or a named collection of documents.

Bounded in memory and without any path, so that readers stay pure functions of content.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from coalition.errors import UnreadableInput

_AFTER_A_BRACKET = frozenset('"{[]}')


@dataclass(frozen=True)
class Document:
    """One file, pasted text or archive entry: its name (for messages) and its bytes."""

    name: str
    content: bytes

    @property
    def head(self) -> bytes:
        """The first 64 KiB, for recognising."""
        return self.content[:65536]

    @cached_property
    def text(self) -> str:
        """The content as text, by :func:`coalition.exchange.decoding.decode`."""
        from coalition.exchange.decoding import decode

        return decode(self.content)

    @cached_property
    def head_text(self) -> str:
        """The first 64 KiB as text."""
        from coalition.exchange.decoding import decode

        return decode(self.head)

    @property
    def json(self) -> object:
        """The value of the content as JSON, parsed once for all who look at it.

        None where it does not look like JSON; raises UnreadableInput where it is damaged.
        """
        if isinstance(self._json, UnreadableInput):
            raise self._json
        return self._json

    @cached_property
    def _json(self) -> object:
        start = self.head_text.lstrip()
        if start[:1] not in {"{", "["} or start[1:].lstrip()[:1] not in _AFTER_A_BRACKET:
            return None
        from coalition.exchange.json_text import parse_json

        try:
            return parse_json(self.name, self.text)
        except UnreadableInput as fault:
            return fault


@dataclass(frozen=True)
class Collection:
    """A folder or a zip archive: entry names with "/" between folders, opened when asked for.

    ``opener`` gives the bytes of an entry, bounded, or raises UnreadableInput.
    """

    name: str
    entries: tuple[str, ...]
    opener: Callable[[str], bytes]

    def open(self, entry: str) -> Document:
        """One entry of the collection, named by the entry alone.

        Raises UnreadableInput where the entry is damaged, encrypted or too large.
        """
        return Document(entry, self.opener(entry))


Material = Document | Collection
