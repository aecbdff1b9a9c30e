"""What a disk may hold after the power was cut, from a recording of what was written to it.

What a file held when it was last synced is there. Of each later write, and each cut of the file's
end, nobody knows: it is lost or kept, each by itself; of the last one, if it was under way, some
sectors of 512 bytes may be there and others not. Names (files made, renamed, linked, removed) are
there up to the last sync of the folder; of the later ones the first so many are.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Event:
    """One record of ``power_cut.c``. data: bytes written, or paths from the folder on."""

    kind: str
    number: int
    offset: int
    data: bytes


@dataclass(slots=True)
class _File:
    """A file. durable: what it held when it was last synced. pending: what was done since."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)

    def sync(self) -> None:
        for event in self.pending:
            _apply(self.durable, event)
        self.pending.clear()


@dataclass(frozen=True, slots=True)
class Image:
    """What is on the disk. marks: how many marks the program had made."""

    files: dict[str, bytearray]
    marks: int

    def write(self, folder: Path) -> None:
        """Put it there."""
        folder.mkdir()
        for name, content in self.files.items():
            path = folder / name
            path.write_bytes(content)
            path.chmod(0o600)


def read(log: bytes, folder: str) -> list[Event]:
    """The records in a log; paths in ``folder`` become names in it, and the folder's is ""."""
    events = []
    at = 0
    while at < len(log):
        end = log.index(b"\0", at)
        kind, number, offset, length = log[at:end].decode().split(" ")
        at = end + 1
        data = log[at : at + int(length)]
        at += int(length)
        if kind in "ORLU":
            names = [path.removeprefix(folder).lstrip("/") for path in data.decode().split("\n")]
            data = "\n".join(names).encode()
        events.append(Event(kind, int(number), int(offset), data))
    return events


def images(
    events: Sequence[Event], cuts: Sequence[int], dice: random.Random
) -> Iterator[tuple[int, Image]]:
    """An image for each of the ``cuts``, numbers of events in order, that took place before it."""
    disk = _Disk()
    done = 0
    for cut in cuts:
        for event in events[done:cut]:
            disk.follow(event)
        done = cut
        under_way = events[cut - 1] if cut else None
        yield cut, disk.image(under_way, dice)


class _Disk:
    def __init__(self) -> None:
        self._open: dict[int, _File | None] = {}  # None for the folder itself
        self._now: dict[str, _File] = {}
        self._durable: dict[str, _File] = {}
        self._pending: list[tuple[str, str, _File]] = []
        self._marks = 0

    def follow(self, event: Event) -> None:
        """Have it take place."""
        names = event.data.decode().split("\n") if event.kind in "ORLU" else []
        file = self._open.get(event.number)
        match event.kind:
            case "O":
                self._opened(event, names[0])
            case "W" | "T" if file is not None:
                file.pending.append(event)
            case "S" if event.number in self._open:
                self._synced(file)
            case "C":
                self._open.pop(event.number, None)
            case "R":
                self._named("made", names[1], self._now[names[0]])
                self._named("gone", names[0], self._now[names[0]])
            case "L":
                self._named("made", names[1], self._now[names[0]])
            case "U" if names[0] in self._now:
                self._named("gone", names[0], self._now[names[0]])
            case "M":
                self._marks += 1

    def _opened(self, event: Event, name: str) -> None:
        if not name:
            self._open[event.number] = None
            return
        if name not in self._now:
            self._named("made", name, _File())
        file = self._open[event.number] = self._now[name]
        if event.offset:
            file.pending.append(Event("T", event.number, 0, b""))

    def _synced(self, file: _File | None) -> None:
        if file is not None:
            file.sync()
            return
        for change in self._pending:
            _rename(self._durable, change)
        self._pending.clear()

    def _named(self, how: str, name: str, file: _File) -> None:
        change = (how, name, file)
        _rename(self._now, change)
        self._pending.append(change)

    def image(self, under_way: Event | None, dice: random.Random) -> Image:
        """What may be there if the power is cut now."""
        keep = dice.choice((0.0, 1.0, 0.5, 0.5, 0.9))
        names = dict(self._durable)
        number = len(self._pending)
        known = {0.0: 0, 1.0: number}.get(keep, dice.randint(0, number))
        # A rename is two changes of names, and takes place as a whole.
        if 0 < known < number and _is_rename(self._pending[known - 1], self._pending[known]):
            known += 1
        for change in self._pending[:known]:
            _rename(names, change)
        contents: dict[int, bytearray] = {}
        for file in names.values():
            if id(file) not in contents:
                contents[id(file)] = _content(file, under_way, keep, dice)
        return Image({name: contents[id(file)] for name, file in names.items()}, self._marks)


def _is_rename(one: tuple[str, str, _File], other: tuple[str, str, _File]) -> bool:
    return one[0] == "made" and other[0] == "gone" and one[2] is other[2]


def _rename(names: dict[str, _File], change: tuple[str, str, _File]) -> None:
    how, name, file = change
    if how == "made":
        names[name] = file
    else:
        names.pop(name, None)


def _content(file: _File, under_way: Event | None, keep: float, dice: random.Random) -> bytearray:
    content = bytearray(file.durable)
    for event in file.pending:
        if event is under_way and event.kind == "W":
            _apply_sectors(content, event, dice)
        elif dice.random() < keep:
            _apply(content, event)
    return content


def _apply(content: bytearray, event: Event) -> None:
    if event.kind == "T":
        del content[event.offset :]
        content.extend(bytes(event.offset - len(content)))
        return
    content.extend(bytes(max(0, event.offset - len(content))))
    content[event.offset : event.offset + len(event.data)] = event.data


def _apply_sectors(content: bytearray, event: Event, dice: random.Random) -> None:
    """The first sectors of a write, or any of them."""
    number = -(-len(event.data) // SECTOR)
    first = dice.randint(0, number)
    kept = dice.choice((set(range(first)), {at for at in range(number) if dice.random() < 0.5}))
    for at in sorted(kept):
        part = event.data[at * SECTOR : (at + 1) * SECTOR]
        _apply(content, Event("W", event.number, event.offset + at * SECTOR, part))
