"""Readers found by entry point: ours and those of other packages alike.

The files that ``importlib.metadata`` would read are read here directly, because importing it
takes longer than drawing a cloud. See "Entry points specification" of the Python Packaging
Authority: ``NAME-VERSION.dist-info/entry_points.txt``, an INI file with a section per group.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TypeGuard

from coalition.exchange.reader import Reader

GROUP = "coalition.readers"
"""The entry-point group under which a package registers its readers."""

_OWN = "coalition"
_METADATA = (".dist-info", ".egg-info")
_MEMBERS = ("name", "title", "recognise", "read")
_SEPARATORS = re.compile(r"[-_.]+")


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """One line of an entry-point file: an object, by name, and the distribution it comes with."""

    name: str
    value: str
    distribution: str

    def load(self) -> object:
        """The object. Raises whatever its module raises."""
        module, _, attributes = self.value.partition("[")[0].strip().partition(":")
        found: object = import_module(module.strip())
        for attribute in filter(None, attributes.strip().split(".")):
            found = getattr(found, attribute)
        return found


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read here: its reader, and the distribution that brings it."""

    reader: Reader
    distribution: str

    @property
    def name(self) -> str:
        """The reader's name."""
        return self.reader.name

    @property
    def title(self) -> str:
        """The reader's title."""
        return self.reader.title


@dataclass(frozen=True, slots=True)
class Formats:
    """All formats by name, in the order in which they are asked, and what could not be loaded."""

    formats: tuple[Format, ...]
    warnings: tuple[str, ...]


@cache
def installed_formats() -> Formats:
    """Every format of every installed package; a broken plug-in is a warning, a sentence."""
    return load_formats(entry_points(GROUP))


def readers() -> tuple[Reader, ...]:
    """The readers of :func:`installed_formats`."""
    return tuple(found.reader for found in installed_formats().formats)


def load_formats(found: Sequence[EntryPoint]) -> Formats:
    """The readers that ``found`` names; of two of one name, Coalition's own wins."""
    formats: dict[str, Format] = {}
    warnings = []
    for point in sorted(found, key=lambda point: (point.distribution != _OWN, point.name)):
        origin = f"The reader {point.name} of the package {point.distribution}"
        try:
            reader = point.load()
        except Exception as fault:  # a stranger's module may raise anything
            reason = " ".join(f"{type(fault).__name__}: {fault}".split())[:200]
            warnings.append(f"{origin} cannot be loaded ({reason}): update or remove it.")
            continue
        if not _is_reader(reader):
            warnings.append(
                f"{origin} lacks one of {', '.join(_MEMBERS)}, so it is not used: update it."
            )
        elif reader.name in formats:
            warnings.append(
                f"{origin} is not used: the name {reader.name} belongs to "
                f"{formats[reader.name].distribution} already."
            )
        else:
            formats[reader.name] = Format(reader, point.distribution)
    ordered = sorted(formats.values(), key=lambda entry: entry.name)
    return Formats(tuple(ordered), tuple(warnings))


def entry_points(group: str, path: Sequence[str] | None = None) -> tuple[EntryPoint, ...]:
    """The entry points of ``group`` on ``path`` (``sys.path`` by default).

    Of a distribution that is installed twice, the first on the path counts, as for imports.
    Packages inside zip files on the path are not searched.
    """
    seen = set()
    found: list[EntryPoint] = []
    for distribution, file in _entry_point_files(sys.path if path is None else path):
        if distribution not in seen:
            seen.add(distribution)
            found += _section(file, group, distribution)
    return tuple(found)


def _entry_point_files(path: Sequence[str]) -> Iterator[tuple[str, Path]]:
    for folder in path:
        try:
            with os.scandir(folder or ".") as entries:
                names = sorted(entry.name for entry in entries if entry.name.endswith(_METADATA))
        except OSError:
            continue
        for name in names:
            distribution = _SEPARATORS.sub("-", name.rpartition(".")[0].split("-")[0]).lower()
            yield distribution, Path(folder, name, "entry_points.txt")


def _section(file: Path, group: str, distribution: str) -> Iterator[EntryPoint]:
    try:
        text = file.read_text("utf-8", "replace")
    except OSError:
        return
    inside = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            inside = line == f"[{group}]"
        elif inside and "=" in line and line[0] not in "#;":
            name, value = line.split("=", 1)
            yield EntryPoint(name.strip(), value.strip(), distribution)


def _is_reader(value: object) -> TypeGuard[Reader]:
    named = all(isinstance(getattr(value, member, None), str) for member in _MEMBERS[:2])
    return named and all(callable(getattr(value, member, None)) for member in _MEMBERS[2:])
