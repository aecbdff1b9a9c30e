"""The rows of a list of ties; see :mod:`coalition.exchange.edge_list`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from coalition.exchange.delimited import Dialect, dialect_of, rows_in
from coalition.exchange.material import Document
from coalition.exchange.network import Network
from coalition.exchange.network_people import EMAIL, is_name, name_in_id
from coalition.exchange.network_words import plain, tie_field_role
from coalition.exchange.reader import Progress
from coalition.exchange.tag_text import tag_text
from coalition.model.reading import Reading

_PAIRS = (("from", "to"), ("source", "target"))
_LATEST = 3  # the columns that may stand before the second end
_SAMPLE = 50
_STEP = 20_000
# Columns of lists of messages, which have a From and a To as well.
_OF_MESSAGES = {"subject", "message", "sent at", "content", "body", "cc", "conversation id"}
_BARE = {"drawing", "weight", "direction"}
_PIPE = "|"


@dataclass(frozen=True, slots=True)
class Header:
    """Where both ends stand, what the columns are called, and some rows below.

    ``strange``: names of columns that say nothing about ties.
    """

    dialect: Dialect
    one: int
    other: int
    names: list[str]
    strange: tuple[str, ...]
    sample: list[list[str]]

    def is_of_people(self) -> bool:
        """Whether it is a list of ties: its own columns alone, or names at most of both ends."""
        others = {tie_field_role(plain(name)) for name in self.names if plain(name)}
        if not self.strange and ("source" in map(plain, self.names) or others <= _BARE):
            return True
        ends = [row[place] for row in self.sample for place in (self.one, self.other)]
        filled = [end for end in ends if end.strip()]
        return sum(map(is_name, filled)) * 2 > len(filled)


def header_of(text: str) -> Header | None:
    """The first row of a table, if it names both ends of ties."""
    dialect = dialect_of(text)
    rows = [cells for _, cells in islice(rows_in(text, dialect), _SAMPLE)]
    names = [plain(cell) for cell in rows[0]] if rows else []
    if _OF_MESSAGES.intersection(names):
        return None
    for one, other in _PAIRS:
        if one in names and other in names:
            first, second = names.index(one), names.index(other)
            strange = tuple(name for name in names if name and not tie_field_role(name))
            sample = [row for row in rows[1:] if max(first, second) < len(row)]
            if max(first, second) < _LATEST:
                return Header(dialect, first, second, rows[0], strange, sample)
    return None


def read_ties(format_name: str, material: Document, header: Header, progress: Progress) -> Reading:
    """The people and ties of all rows below the header."""
    network = Network(material.name)
    total = material.text.count("\n") + 1
    for done, (line, cells) in enumerate(rows_in(material.text, header.dialect)):
        if done:
            add_row(network, header.names, (header.one, header.other), line, cells)
        if done % _STEP == 0:
            progress(done, total)
    progress(total, total)
    return network.reading(format_name)


def add_row(
    network: Network,
    names: Sequence[str],
    ends: tuple[int, int],
    line: int,
    cells: Sequence[str],
    find: Callable[[str], str] = str,
) -> None:
    """One row: a tie, or several where more people stand in its second cell, divided by "|".

    find: the key of who is called so, "" where that may be several; by default what is written.
    """
    written = [_cell(cells, ends[0]), *_cell(cells, ends[1]).split(_PIPE)]
    one, *others = [(key := end_key(part)) and find(key) for part in written]
    if not one or not any(others):
        network.problem("A connection that does not say, or not clearly, between whom.", line)
        return
    fields = {
        name: cell
        for place, (name, cell) in enumerate(zip(names, cells, strict=False))
        if place not in ends and cell
    }
    for key in (one, *filter(None, others)):
        if not network.knows(key):
            network.person(key, {"name": name_in_id(key)}, line, f"“{key[:40]}”")
    for other in filter(None, others):
        network.tie(one, other, fields, line, "A connection")


def end_key(cell: str) -> str:
    """What identifies somebody by what stands in a cell: an address regardless of its case."""
    text = tag_text(cell)
    return text.lower() if EMAIL.fullmatch(text) else text


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""
