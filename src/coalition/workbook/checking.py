"""A workbook checked: its files, its database and its rows; put right only when that is wanted."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coalition.workbook.backup import back_up
from coalition.workbook.checks import database, files, rows
from coalition.workbook.checks.finding import Finding
from coalition.workbook.faults import told
from coalition.workbook.keeping import BEFORE_REPAIR, kept_name

if TYPE_CHECKING:
    from coalition.workbook.opening import Workbook


@dataclass(frozen=True, slots=True)
class Mended:
    """What was put right. backups: what the workbook was saved to before."""

    findings: tuple[Finding, ...]
    backups: tuple[str, ...]


def check(workbook: "Workbook") -> Iterator[Finding]:
    """What is wrong with an open workbook, or worth knowing of it."""
    with told(workbook.place):
        if _is_file(workbook):
            for file_check in files.CHECKS:
                yield from file_check(workbook.place)
        whole = True
        for database_check in database.CHECKS:
            for finding in database_check(workbook):
                whole = False if finding.check == "database" else whole
                yield finding
        for name in workbook.spaces() if whole else ():
            for row_check in rows.CHECKS:
                yield from row_check(workbook.space(name))


def repair(workbook: "Workbook", findings: "list[Finding]", folder: str = "") -> Mended:
    """Put right what can be, after a backup.

    folder: where the backup goes; by default beside the workbook's file.

    Raises WorkbookError or OutputError where there can be no backup; then nothing was changed.
    """
    able = tuple(finding for finding in findings if finding.mend)
    if not able:
        return Mended((), ())
    backups = tuple(_saved(workbook, folder))
    with told(workbook.place):
        for finding in able:
            if finding.mend:
                finding.mend()
    return Mended(able, backups)


def _saved(workbook: "Workbook", folder: str) -> Iterator[str]:
    in_file = _is_file(workbook)
    for name in ("",) if in_file else workbook.spaces():
        base = workbook.place if in_file else os.path.join(folder or ".", name or "workspace")
        path = kept_name(base, BEFORE_REPAIR) + ".zip"
        yield back_up(workbook, path, space=name).path


def _is_file(workbook: "Workbook") -> bool:
    from django.db import connections

    return connections[workbook.alias].vendor != "postgresql"
