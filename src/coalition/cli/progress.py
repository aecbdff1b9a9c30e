"""Progress of long work, on a terminal only."""

import sys
import time
from types import TracebackType
from typing import Any

import click

_PATIENCE = 0.5  # seconds before anything is shown


class ProgressBar:
    """A bar on standard error that appears after half a second; nothing in a pipe.

    Called with (done, total) as :data:`coalition.exchange.reader.Progress`; where the total is
    unknown (0) the bar shows only what is done.
    """

    def __init__(self, label: str) -> None:
        self._label = label
        self._begun = time.monotonic()
        self._silent = not sys.stderr.isatty()
        self._bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` is done."""
        if self._silent or time.monotonic() - self._begun < _PATIENCE:
            return
        if self._bar is None:
            endless = (step for step in range(0))  # what makes click show a bar without an end
            self._bar = click.progressbar(
                endless, length=total or None, label=self._label, file=sys.stderr
            )
            self._bar.__enter__()
        if total and self._bar.length != total:
            self._bar.length = total
        self._bar.update(max(0, done - self._bar.pos))

    def __enter__(self) -> "ProgressBar":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.__exit__(kind, fault, trace)
