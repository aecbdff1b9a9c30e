"""A vocabulary as bytes of which a command looks at little, and so waits for little.

Building the vocabulary from its lists takes a second, and reading seventy thousand names into
tables takes longer than drawing a cloud; so it is built once, when Coalition is installed
(:mod:`coalition.tags.naming.building`), and only the rows that a name may stand in are looked at.

The form: some tables, one after the other. A table is the number of its rows, the end of each one
counted from the first (all unsigned, of 4 bytes, the lowest first), then the rows; a row's cells
stand between tabs. A mapping is a table too: a key stands in the row that its CRC-32 gives, as one
of the lines "key, tab, value".
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from struct import pack
from typing import Generic, Protocol, TypeVar, overload
from zlib import crc32

from coalition.tags.naming.vocabulary import SHIPPED, Ambiguous, KnownSkill, NameRow, Vocabulary

_KEYS_IN_A_ROW = 8
"""Of a mapping, on average."""


class Stored(Protocol):
    """Bytes in memory or in a mapped file."""

    def __len__(self) -> int: ...
    def __getitem__(self, part: slice, /) -> bytes: ...


def to_bytes(vocabulary: Vocabulary) -> bytes:
    """The vocabulary, written."""
    tables = (
        _table(_row((skill.name, skill.group, *skill.broader)) for skill in vocabulary.skills),
        _table(_row((row.name, row.language, str(row.skill))) for row in vocabulary.names),
        _table(_row((key, a.name, *a.meanings)) for key, a in vocabulary.ambiguous.items()),
        _table(map(_row, sorted(vocabulary.apart))),
        _table(map(_row, vocabulary.acronyms.items())),
        _mapping((key, str(at)) for key, at in vocabulary.exact.items()),
        _mapping((key, str(at)) for key, at in vocabulary.loose.items()),
        _mapping(vocabulary.halves.items()),
    )
    return b"".join(tables)


def from_bytes(stored: Stored) -> Vocabulary:
    """The vocabulary that was written so."""
    tables = list(_tables(stored))
    skills, names, ambiguous, apart, acronyms, exact, loose, halves = tables
    return Vocabulary(
        skills=_Rows(skills, _skill),
        names=_Rows(names, _name),
        ambiguous={
            key: Ambiguous(name, tuple(meanings)) for key, name, *meanings in map(_cells, ambiguous)
        },
        apart={(row[0], row[1]): SHIPPED for row in map(_cells, apart)},
        acronyms={row[0]: row[1] for row in map(_cells, acronyms)},
        exact=_Mapping(exact, int),
        loose=_Mapping(loose, int),
        halves=_Mapping(halves, str),
    )


def _table(rows: Iterable[bytes]) -> bytes:
    data, ends, end = [], [], 0
    for row in rows:
        data.append(row)
        end += len(row)
        ends.append(end)
    return pack(f"<I{len(ends)}I", len(ends), *ends) + b"".join(data)


def _mapping(pairs: Iterable[tuple[str, str]]) -> bytes:
    pairs = list(pairs)
    count = max(1, len(pairs) // _KEYS_IN_A_ROW)
    rows: dict[int, list[bytes]] = defaultdict(list)
    for pair in pairs:
        rows[_hash(pair[0]) % count].append(_row(pair))
    return _table(b"\n".join(rows[at]) for at in range(count))


def _hash(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass"))


def _row(cells: Iterable[str]) -> bytes:
    return "\t".join(cells).encode()


def _cells(row: bytes) -> list[str]:
    return row.decode().split("\t")


def _skill(row: bytes) -> KnownSkill:
    name, group, *broader = _cells(row)
    return KnownSkill(name, group, tuple(broader))


def _name(row: bytes) -> NameRow:
    name, language, skill = _cells(row)
    return NameRow(name, language, int(skill))


class _Table:
    """The rows of a table that begins at ``start``; ``end`` is behind it."""

    def __init__(self, stored: Stored, start: int) -> None:
        self._stored = stored
        self._ends = start + 4
        self._count = int.from_bytes(stored[start : start + 4], "little")
        self._first = self._ends + 4 * self._count
        self.end = self._first + (self._end_of(self._count - 1) if self._count else 0)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[bytes]:
        return map(self.row, range(self._count))

    def row(self, at: int) -> bytes:
        """The row at a position from 0."""
        begin = self._end_of(at - 1) if at else 0
        return self._stored[self._first + begin : self._first + self._end_of(at)]

    def _end_of(self, at: int) -> int:
        where = self._ends + 4 * at
        return int.from_bytes(self._stored[where : where + 4], "little")


def _tables(stored: Stored) -> Iterator[_Table]:
    at = 0
    while at < len(stored):
        table = _Table(stored, at)
        yield table
        at = table.end


_Value = TypeVar("_Value")
_Other = TypeVar("_Other")


class _Mapping(Mapping[str, _Value], Generic[_Value]):
    """Values by key; a row is read when a key may stand in it."""

    def __init__(self, table: _Table, understood: Callable[[str], _Value]) -> None:
        self._table = table
        self._understood = understood
        self._read: dict[int, dict[str, _Value]] = {}

    def __getitem__(self, key: str) -> _Value:
        return self._row_of(key)[key]

    @overload
    def get(self, key: str, /) -> _Value | None: ...
    @overload
    def get(self, key: str, /, default: _Value | _Other) -> _Value | _Other: ...
    def get(self, key: str, default: object = None) -> object:
        """As of a dictionary; the one inherited raises and catches an exception each time."""
        return self._row_of(key).get(key, default)

    def _row_of(self, key: str) -> dict[str, _Value]:
        at = _hash(key) % len(self._table)
        found = self._read.get(at)
        return self._row(at) if found is None else found

    def __iter__(self) -> Iterator[str]:
        return (key for at in range(len(self._table)) for key in self._row(at))

    def __len__(self) -> int:
        return sum(len(self._row(at)) for at in range(len(self._table)))

    def _row(self, at: int) -> dict[str, _Value]:
        found = self._read.get(at)
        if found is None:
            lines = self._table.row(at).decode().split("\n")
            pairs = (line.split("\t") for line in lines if line)
            found = self._read[at] = {key: self._understood(value) for key, value in pairs}
        return found


_Row = TypeVar("_Row")


class _Rows(Sequence[_Row], Generic[_Row]):
    """Rows that are understood when they are asked for."""

    def __init__(self, table: _Table, understood: Callable[[bytes], _Row]) -> None:
        self._table = table
        self._understood = understood
        self._read: dict[int, _Row] = {}

    @overload
    def __getitem__(self, at: int) -> _Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[_Row]: ...
    def __getitem__(self, at: int | slice) -> _Row | list[_Row]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not 0 <= at < len(self._table):
            raise IndexError(at)
        found = self._read.get(at)
        if found is None:
            found = self._read[at] = self._understood(self._table.row(at))
        return found

    def __len__(self) -> int:
        return len(self._table)
