"""What the readers of our own exports share: records in turn, and whether the file is whole."""

from collections.abc import Callable, Iterable, Iterator
from typing import IO, NamedTuple

from coalition.errors import UnreadableInput
from coalition.model.exported import Exported, ExportedEnd, ExportedWorkspace
from coalition.model.reading import Problem

VERSION = 1
"""Of the format."""

LONGEST = 64_000_000
"""Bytes of a line that are read at most."""

Wanted = Callable[[str], bool]
"""Whether records of this name are wanted; "" is for what no name can be told of."""


class Raw(NamedTuple):
    """A record as it stands in a file. load: gives it, or raises ValueError."""

    line: int
    kind: str
    load: Callable[[], Exported]


class Placed(NamedTuple):
    """A record and its line."""

    line: int
    record: Exported


ReadExport = Callable[[str, IO[bytes], Wanted], Iterator[Placed | Problem]]
"""Reads one of the formats: those records of a file that are wanted, and what is no record.

Raises UnreadableInput where the file is damaged as a whole, cut off, or of a newer version.
"""


def placed(name: str, raws: Iterable[Raw], wanted: Wanted) -> Iterator[Placed | Problem]:
    """The records that are wanted of all that the file ``name`` holds.

    Raises UnreadableInput where the last one is missing or counts others.
    """
    whole = False
    for before, raw in enumerate(raws):
        whole = raw.kind == "end" and _counts(raw, before)
        if not whole and wanted(raw.kind):
            yield _loaded(name, raw)
    if not whole:
        raise cut_off(name)


def cut_off(name: str) -> UnreadableInput:
    """That a file ends too early."""
    return UnreadableInput(
        f"{name} is not whole: records are missing from it or were added. Nothing was changed: "
        "export it again, or take another copy."
    )


def lines_of(name: str, file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file from its start. Raises UnreadableInput where one is far too long."""
    file.seek(0)
    while line := file.readline(LONGEST):
        if len(line) == LONGEST:
            raise UnreadableInput(f"{name} has a line too long to be read: export it again.")
        yield line


def check_version(name: str, version: object) -> None:
    """Raises UnreadableInput where an export is of another version than can be read."""
    if version != VERSION:
        raise UnreadableInput(
            f"{name} was exported by a newer Coalition than this one: update Coalition."
        )


def header_of(records: Iterable[Exported]) -> tuple[ExportedWorkspace, Iterator[Exported]]:
    """The first record, which says whose export it is, and the others."""
    rest = iter(records)
    first = next(rest)
    if not isinstance(first, ExportedWorkspace):
        raise TypeError("An export begins with its workspace.")
    return first, rest


def _counts(raw: Raw, before: int) -> bool:
    try:
        end = raw.load()
    except ValueError:
        return False
    return isinstance(end, ExportedEnd) and end.records == before


def _loaded(name: str, raw: Raw) -> Placed | Problem:
    try:
        return Placed(raw.line, raw.load())
    except (ValueError, RecursionError) as fault:
        what = fault if isinstance(fault, ValueError) else "it is nested too deeply"
        return Problem(name, raw.line, f"This is no record of an export: {what}.")
