"""Lists of ties: a table with two columns of names, who with whom.

``From,To,Type,Strength`` as Kumu imports connections, https://docs.kumu.io/guides/import;
``Source,Target,Type,Id,Label,Weight`` as Gephi writes and reads them,
https://docs.gephi.org/desktop/User_Manual/Import. Names or e-mail addresses stand at both ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

if TYPE_CHECKING:
    from coalition.exchange.edge_list_rows import Header

_PAIRS = (b"from", b"source")


class EdgeListReader:
    """Reads who is tied to whom from a table with a row a tie."""

    name = "edge-list"
    title = "List of ties: CSV with the columns From and To, or Source and Target as Gephi has them"

    def recognise(self, material: Document) -> Match:
        """Sure of two such columns and nothing but what tells of ties; likely of more columns."""
        first = material.head.lstrip(b"\xef\xbb\xbf \t\r\n\"'").replace(b"\0", b"")[:4096].lower()
        if not any(pair in first.partition(b"\n")[0] for pair in _PAIRS):
            return Match.NO
        header = _header(material)
        if header is None or not header.is_of_people():
            return Match.NO
        return Match.LIKELY if header.strange else Match.SURE

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Everybody at an end of a tie, and the ties.

        Raises UnknownFormat where there are no such columns, or numbers stand in them.
        """
        from coalition.errors import UnknownFormat
        from coalition.exchange.edge_list_rows import read_ties

        header = _header(material)
        if header is None:
            raise UnknownFormat(
                f"{material.name} has no columns From and To in its first row: name them so."
            )
        return read_ties(self.name, material, header, progress)


def _header(material: Document) -> Header | None:
    from coalition.exchange.edge_list_rows import header_of

    return header_of(material.head_text)


READER = EdgeListReader()
