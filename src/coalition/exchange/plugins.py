"""Readers found by entry point: ours and those of other packages alike.

The files that ``importlib.metadata`` would read are read here directly, because importing it
takes longer than drawing a cloud. See "Entry points specification" of the Python Packaging
Authority: ``NAME-VERSION.dist-info/entry_points.txt``, an INI file with a section per group.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, TypeGuard

from coalition.exchange.material import Document, Material
from coalition.exchange.reader import Reader

GROUP = "coalition.readers"
"""The entry-point group under which a package registers its readers."""

OWN = "coalition"
"""The distribution of our own readers."""

_ORIGIN = "The reader {} of the package {}"
_METADATA = (".dist-info", ".egg-info")
_MEMBERS = ("name", "title", "recognise", "read")
_SEPARATORS = re.compile(r"[-_.]+")


class EntryPoint(NamedTuple):
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


class Format(NamedTuple):
    """A format that can be read here: its reader, and the distribution that brings it."""

    reader: Reader[Any]
    distribution: str

    @property
    def name(self) -> str:
        """The reader's name."""
        return self.reader.name

    @property
    def title(self) -> str:
        """The reader's title."""
        return self.reader.title

    @property
    def advice(self) -> str:
        """What to do where no skill is found, if the reader says so."""
        return getattr(self.reader, "advice", "")

    @property
    def origin(self) -> str:
        """The reader and its package, as a sentence begins."""
        return _ORIGIN.format(self.name, self.distribution)

    def takes(self, material: Material) -> bool:
        """Whether it reads such a thing: a document, where it does not ask for collections."""
        return isinstance(material, getattr(self.reader, "reads", Document))

    def is_own(self) -> bool:
        """Whether it comes with Coalition."""
        return self.distribution == OWN


class Formats(NamedTuple):
    """All formats by name, in the order in which they are asked, and what could not be loaded."""

    formats: tuple[Format, ...]
    warnings: tuple[str, ...]


@cache
def installed_formats() -> Formats:
    """Every format of every installed package; a broken plug-in is a warning, a sentence."""
    return load_formats(entry_points(GROUP))


def load_formats(found: Sequence[EntryPoint]) -> Formats:
    """The readers that ``found`` names; of two of one name, Coalition's own wins."""
    formats: dict[str, Format] = {}
    warnings = []
    for point in sorted(found, key=lambda point: (point.distribution != OWN, point.name)):
        origin = _ORIGIN.format(point.name, point.distribution)
        reader = _loaded(point)
        if isinstance(reader, str):
            warnings.append(f"{origin} {reader}")
        elif reader.name in formats:
            warnings.append(
                f"{origin} is not used: the name {reader.name} belongs to "
                f"{formats[reader.name].distribution} already."
            )
        else:
            formats[reader.name] = Format(reader, point.distribution)
    ordered = sorted(formats.values(), key=lambda entry: entry.name)
    return Formats(tuple(ordered), tuple(warnings))


def _loaded(point: EntryPoint) -> Reader[Any] | str:
    """The reader, or why there is none, as a sentence goes on."""
    try:
        reader = point.load()
        if _is_reader(reader):
            return reader
    except KeyboardInterrupt:
        raise
    except BaseException as fault:  # a stranger's module may raise anything, or leave
        return f"cannot be loaded ({reason_of(fault)}): update or remove it."
    return f"lacks one of {', '.join(_MEMBERS)}, so it is not used: update it."


def reason_of(fault: BaseException) -> str:
    """What a stranger's code raised, on one line."""
    return " ".join(f"{type(fault).__name__}: {fault}".split())[:200]


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


def _entry_point_files(path: Sequence[str]) -> Iterator[tuple[str, str]]:
    for folder in path:
        try:
            with os.scandir(folder or ".") as entries:
                names = sorted(entry.name for entry in entries if entry.name.endswith(_METADATA))
        except OSError:
            continue
        for name in names:
            distribution = _SEPARATORS.sub("-", name.rpartition(".")[0].split("-")[0]).lower()
            yield distribution, os.path.join(folder, name, "entry_points.txt")


def _section(path: str, group: str, distribution: str) -> Iterator[EntryPoint]:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
    except OSError:
        return
    inside = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            inside = line == f"[{group}]"
        elif inside and "=" in line and line[0] not in "#;":
            name, value = line.split("=", 1)
            yield EntryPoint(name.strip(), value.strip(), distribution)


def _is_reader(value: object) -> TypeGuard[Reader[Any]]:
    named = all(isinstance(getattr(value, member, None), str) for member in _MEMBERS[:2])
    return named and all(callable(getattr(value, member, None)) for member in _MEMBERS[2:])
