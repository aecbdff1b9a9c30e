"""What `coalition export` has written, as JSON, CSV or vCard; docs/export.md describes it.

A workbook takes an export back in record by record (:mod:`coalition.workbook.changes.taking_in`).
Here it is read like any other file, for pictures and previews: who is in it, their skills, their
ties and when they were in touch.
"""

import io
from collections.abc import Iterator
from importlib import import_module
from typing import IO

from coalition.errors import UnknownFormat
from coalition.exchange.exported_records import Placed, ReadExport, Wanted
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Problem, Reading

HEAD = 65536
"""Bytes of the start of a file that tell what it is."""

_MODULES = ("coalition_json", "coalition_csv", "coalition_vcard")
_MARKS = (b"coalition-export", b"X-COALITION:")


class ExportFile:
    """An export to be read, perhaps several times. name: of the file, for messages."""

    def __init__(self, name: str, file: IO[bytes], read: ReadExport) -> None:
        self.name = name
        self._file = file
        self._read = read

    def records(self, wanted: Wanted) -> Iterator[Placed | Problem]:
        """The records that are wanted, in the order of the file; as for
        :data:`~coalition.exchange.exported_records.ReadExport`.
        """
        return self._read(self.name, self._file, wanted)


def export_in(name: str, file: IO[bytes]) -> ExportFile | None:
    """The export that a file holds, None where it holds something else."""
    file.seek(0)
    read = _reader_of(file.read(HEAD))
    return ExportFile(name, file, read) if read else None


def is_export(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is an export."""
    return _reader_of(head) is not None


def _reader_of(head: bytes) -> ReadExport | None:
    if not any(mark in head for mark in _MARKS):
        return None
    for name in _MODULES:
        module = import_module(f"coalition.exchange.{name}")
        if module.is_export(head):
            found: ReadExport = module.read_export
            return found
    return None


class CoalitionExportReader:
    """Reads what of an export a reading can tell; `coalition import` takes in all of it."""

    name = "coalition-export"
    title = "What `coalition export` writes: a whole workbook as JSON, CSV or vCard"

    def recognise(self, material: Document) -> Match:
        """Sure of what only an export begins with."""
        return Match.SURE if is_export(material.head) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Everybody in it, and what is known of them.

        Raises UnknownFormat where it is no export, UnreadableInput where it is damaged or cut off.
        """
        export = export_in(material.name, io.BytesIO(material.content))
        if export is None:
            raise UnknownFormat(f"{material.name} is no file that `coalition export` has written.")
        from coalition.exchange.exported_reading import reading_of

        return reading_of(self.name, export, progress)


READER = CoalitionExportReader()
