"""The lines of a PDF's two columns, by where they stand and the size of their type."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coalition.errors import UnreadableInput
from coalition.exchange.linkedin_page import plain
from coalition.exchange.linkedin_positions import TypedLine
from coalition.exchange.linkedin_profile_columns import Columns
from coalition.exchange.linkedin_sections import is_page_number

if TYPE_CHECKING:
    from pypdf import PageObject

_MOST_PAGES = 60
_LARGEST_PAGE = 20_000_000  # bytes of drawing instructions
_NAME_SIZE = 1.2  # times the size of the next largest line, at least
_SAME_LINE = 0.4  # of the type's size


@dataclass(frozen=True, slots=True)
class _Run:
    """Text drawn in one go: page, position from the top left in points, size of type."""

    page: int
    x: float
    y: float
    size: float
    text: str


def columns_of_pdf(content: bytes, name: str) -> Columns | None:
    """The two columns of the PDF, or None where no column begins with a line in large type.

    Raises UnreadableInput where the PDF is damaged, protected by a password or far too large.
    """
    runs = [run for run in _runs(content, name) if not is_page_number(run.text)]
    first = [run for run in runs if run.page == 0]
    largest = max((run.size for run in first), default=0.0)
    others = [run.size for run in first if run.size < largest * 0.99]
    if not others or largest < max(others) * _NAME_SIZE:
        return None
    edge = min(run.x for run in first if run.size == largest) - 1
    name_lines = _lines([run for run in first if run.size == largest])
    sidebar = _lines([run for run in runs if run.x < edge])
    wide = _lines([run for run in runs if run.x >= edge])
    return Columns(
        tuple(run.text for run in sidebar),
        tuple(TypedLine(run.text, run.size) for run in wide),
        len(name_lines),
    )


def text_of_pdf(content: bytes, name: str) -> str:
    """The text of the PDF in the order in which it is drawn.

    Raises UnreadableInput as :func:`columns_of_pdf` does.
    """
    return "\n".join(run.text for run in _runs(content, name))


def _lines(runs: list[_Run]) -> list[_Run]:
    """``runs`` from top to bottom, those on one line put together."""
    lines: list[_Run] = []
    for run in sorted(runs, key=lambda run: (run.page, round(run.y), run.x)):
        last = lines[-1] if lines else None
        if last and last.page == run.page and abs(last.y - run.y) < run.size * _SAME_LINE:
            text = last.text + ("" if last.x == run.x else " ") + run.text
            lines[-1] = _Run(last.page, run.x, last.y, max(last.size, run.size), text)
        else:
            lines.append(run)
    return lines


def _runs(content: bytes, name: str) -> list[_Run]:
    try:
        with _silenced():
            return _read(content, name)
    except UnreadableInput:
        raise
    except Exception as error:  # pypdf lets errors of every family through on damaged files
        raise UnreadableInput(
            f"{name} is a damaged PDF; save it from LinkedIn again (More, Save to PDF)."
        ) from error


def _read(content: bytes, name: str) -> list[_Run]:
    import io

    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableInput(f"{name} is protected by a password; save it without one.")
    runs: list[_Run] = []
    for number, page in enumerate(reader.pages):
        if number >= _MOST_PAGES:
            raise UnreadableInput(
                f"{name} has more than {_MOST_PAGES} pages, so it is no profile from LinkedIn."
            )
        runs.extend(_page_runs(page, number, name))
    return runs


def _page_runs(page: "PageObject", number: int, name: str) -> Iterator[_Run]:
    contents = page.get_contents()
    if contents is None:
        return
    if len(contents.get_data()) > _LARGEST_PAGE:
        raise UnreadableInput(f"{name} has a page too large for a profile from LinkedIn.")
    found: list[_Run] = []

    def visit(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[0] * cm[0]) or 1.0
        for part in text.split("\n"):
            if line := plain(part):
                found.append(_Run(number, x, -y, round(size * scale, 2), line))

    page.extract_text(visitor_text=visit)
    yield from found


@contextmanager
def _silenced() -> Iterator[None]:
    """Keep pypdf's log quiet: what matters to the user of its oddities is in the errors."""
    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(level)
