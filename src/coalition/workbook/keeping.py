"""What is kept of a workbook that another takes the place of: the old file, beside it."""

import os
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime

from coalition.disk import keep_entry, write_whole
from coalition.errors import WorkbookError
from coalition.workbook import keys

LOGS = ("-wal", "-journal")
"""What SQLite's logs are called after the file: with what is not in it yet."""

BEFORE_RESTORE = "before-restore"
BEFORE_REPAIR = "before-repair"
_KEPT = re.compile(
    r"\.(?:version-\d+|before-restore|before-repair)-(\d{4}-\d{2}-\d{2})-\d{6}(?:-\d+)?(?:\.zip)?"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was kept. day: when. size: in bytes. plain: whether anybody can read it."""

    path: str
    day: date
    size: int
    plain: bool


def keep(path: str, why: str) -> str:
    """Have the workbook at ``path`` stand beside it too, with its keys and its logs, so that
    replacing it loses nothing; gives the path of what is kept.
    """
    kept = kept_name(path, why)
    own = keys.beside(path)
    if os.path.exists(own):
        with open(own, "rb") as file:
            write_whole(keys.beside(kept), file.read(), private=True)
    for log in LOGS:
        if os.path.exists(path + log) and os.path.getsize(path + log):
            _copy(path + log, kept + log)
    try:
        os.link(path, kept)
    except OSError:  # a file system without links
        _copy(path, kept)
    keep_entry(os.path.dirname(path))
    return kept


def kept_name(path: str, why: str) -> str:
    """A name beside ``path`` that nothing has yet, for what is kept of it."""
    day = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
    name = kept = f"{path}.{why}-{day}"
    number = 1
    while os.path.lexists(kept) or os.path.lexists(f"{kept}.zip"):
        number += 1
        kept = f"{name}-{number}"
    return kept


def kept_of(path: str) -> list[Kept]:
    """What is kept of the workbook at ``path``, oldest first."""
    folder, name = os.path.split(path)
    found = []
    for entry in os.listdir(folder) if os.path.isdir(folder) else ():
        match = _KEPT.fullmatch(entry.removeprefix(name)) if entry.startswith(name) else None
        if match is None:
            continue
        beside = os.path.join(folder, entry)
        day = date.fromisoformat(match[1])
        found.append(Kept(beside, day, os.path.getsize(beside), _is_plain(beside)))
    return sorted(found, key=lambda kept: (kept.day, kept.path))


def _is_plain(path: str) -> bool:
    with open(path, "rb") as file:
        head = file.read(16)
    if not head.startswith(b"PK"):
        return head.startswith(b"SQLite format 3")
    from coalition.workbook.bundle import KEYS, opened

    try:
        with opened(path) as backup:
            return KEYS not in backup.manifest.parts
    except WorkbookError:
        return True


def _copy(path: str, target: str) -> None:
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as copy, open(path, "rb") as file:
        shutil.copyfileobj(file, copy, 1 << 20)
        copy.flush()
        os.fsync(copy.fileno())
