"""The logs of a workbook that another file is to take the place of, kept from meeting that file.

SQLite takes any log beside a file for the file's own. So where the old one's cannot be written into
it (it cannot be opened), they are put aside before the new file takes its place. After a stop in
between they are put back, or removed if it did: then no file ``.NAME.new-...`` is there any more.
"""

import os
from collections.abc import Iterator

from coalition.disk import keep_entry
from coalition.workbook.keeping import LOGS


def new_mark(name: str) -> str:
    """What the name of the file begins with that is to become the workbook called ``name``."""
    return f".{name}.new-"


def put_aside(path: str) -> None:
    """Put the logs of the workbook at ``path`` aside."""
    for log in LOGS:
        if os.path.exists(path + log):
            os.replace(path + log, _aside(path, log))
    keep_entry(os.path.dirname(path))


def are_aside(path: str) -> bool:
    """Whether logs of the workbook at ``path`` are aside, as of a restore that is under way or was
    stopped.
    """
    return any(_logs_aside(path))


def end_aside(path: str) -> None:
    """Put the logs back, or remove them where another file has taken the workbook's place; only for
    who is alone with the workbook.
    """
    logs = list(_logs_aside(path))
    if not logs:
        return
    folder, name = os.path.split(path)
    waits = any(entry.startswith(new_mark(name)) for entry in os.listdir(folder))
    for log in logs:
        if waits:
            os.replace(_aside(path, log), path + log)
        else:
            os.unlink(_aside(path, log))


def _logs_aside(path: str) -> Iterator[str]:
    return (log for log in LOGS if os.path.exists(_aside(path, log)))


def _aside(path: str, log: str) -> str:
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.aside{log}")
