"""A vocabulary as bytes that are read in a moment, because little of it is looked at.

Building the vocabulary from its lists takes half a second, and even reading thirty thousand names
into tables takes a third of what a small cloud does; so it is built once, when Coalition is
installed, and only the parts that a name may stand in are looked into. ``python -m
coalition.tags.compiled FOLDER FILE`` does it: FOLDER has the lists, FILE is written.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Generic, TypeVar, overload
from zlib import crc32

from coalition.tags.alias_list import parse
from coalition.tags.vocabulary import Ambiguous, KnownSkill, NameRow, Vocabulary, extended

_SECTION, _BUCKET, _ROW, _CELL = b"\x1d", b"\x1e", b"\n", b"\t"
_BUCKETS = 1024


def built_from(folder: Path) -> Vocabulary:
    """The vocabulary of all lists in a folder."""
    files = sorted(folder.glob("*.txt"))
    return extended(Vocabulary(), [parse(path.read_text("utf-8"), path.name) for path in files])


def to_bytes(vocabulary: Vocabulary) -> bytes:
    """The vocabulary, written."""
    sections = (
        _rows((skill.name, skill.group, *skill.broader) for skill in vocabulary.skills),
        _rows((row.name, row.language, str(row.skill)) for row in vocabulary.names),
        _rows((key, a.name, *a.meanings) for key, a in vocabulary.ambiguous.items()),
        _rows(sorted(vocabulary.apart)),
        _rows(vocabulary.acronyms.items()),
        _buckets((key, str(at)) for key, at in vocabulary.exact.items()),
        _buckets((key, str(at)) for key, at in vocabulary.loose.items()),
        _buckets(vocabulary.halves.items()),
    )
    return _SECTION.join(sections)


def from_bytes(data: bytes) -> Vocabulary:
    """The vocabulary that was written so."""
    skills, names, ambiguous, apart, acronyms, exact, loose, halves = data.split(_SECTION)
    return Vocabulary(
        skills=_Rows(skills, _skill),
        names=_Rows(names, _name),
        ambiguous={
            key: Ambiguous(name, tuple(meanings))
            for key, name, *meanings in map(_cells, _split(ambiguous))
        },
        apart=frozenset((first, second) for first, second in map(_cells, _split(apart))),
        acronyms={row[0]: row[1] for row in map(_cells, _split(acronyms))},
        exact=_Buckets(exact, int),
        loose=_Buckets(loose, int),
        halves=_Buckets(halves, str),
    )


def _rows(rows: Iterable[Iterable[str]]) -> bytes:
    return _ROW.join(_CELL.join(map(str.encode, row)) for row in rows)


def _buckets(pairs: Iterable[tuple[str, str]]) -> bytes:
    buckets: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for pair in pairs:
        buckets[_bucket_of(pair[0])].append(pair)
    return _BUCKET.join(_rows(buckets[at]) for at in range(_BUCKETS))


def _bucket_of(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass")) % _BUCKETS


def _split(section: bytes) -> list[bytes]:
    return section.split(_ROW) if section else []


def _cells(row: bytes) -> list[str]:
    return row.decode().split("\t")


def _skill(row: bytes) -> KnownSkill:
    name, group, *broader = _cells(row)
    return KnownSkill(name, group, tuple(broader))


def _name(row: bytes) -> NameRow:
    name, language, skill = _cells(row)
    return NameRow(name, language, int(skill))


_Value = TypeVar("_Value")


class _Buckets(Mapping[str, _Value], Generic[_Value]):
    """Values by key; a bucket is read when a key may stand in it."""

    def __init__(self, section: bytes, understood: Callable[[str], _Value]) -> None:
        self._buckets = section.split(_BUCKET)
        self._understood = understood
        self._read: dict[int, dict[str, _Value]] = {}

    def __getitem__(self, key: str) -> _Value:
        at = _bucket_of(key)
        return (self._read.get(at) or self._bucket(at))[key]

    def __iter__(self) -> Iterator[str]:
        return (key for at in range(_BUCKETS) for key in self._bucket(at))

    def __len__(self) -> int:
        return sum(len(self._bucket(at)) for at in range(_BUCKETS))

    def _bucket(self, at: int) -> dict[str, _Value]:
        found = self._read.get(at)
        if found is None:
            rows = map(_cells, _split(self._buckets[at]))
            found = self._read[at] = {key: self._understood(value) for key, value in rows}
        return found


_Row = TypeVar("_Row")


class _Rows(Sequence[_Row], Generic[_Row]):
    """Rows that are understood when they are asked for."""

    def __init__(self, section: bytes, understood: Callable[[bytes], _Row]) -> None:
        self._rows = _split(section)
        self._understood = understood

    @overload
    def __getitem__(self, at: int) -> _Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[_Row]: ...
    def __getitem__(self, at: int | slice) -> _Row | list[_Row]:
        if isinstance(at, slice):
            return list(map(self._understood, self._rows[at]))
        return self._understood(self._rows[at])

    def __iter__(self) -> Iterator[_Row]:
        return map(self._understood, self._rows)

    def __len__(self) -> int:
        return len(self._rows)


if __name__ == "__main__":
    _folder, _file = map(Path, sys.argv[1:])
    _file.write_bytes(to_bytes(built_from(_folder)))
