"""What has been drawn, whatever it shows: to be had in every format."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from coalition.cloud.colour import Style
from coalition.cloud.lettering import Sheet
from coalition.cloud.weigh import Dropped
from coalition.drawing.fonts import FontSet
from coalition.drawing.picture import Picture
from coalition.errors import InputError
from coalition.tags.visible import visible

SMALLEST, LARGEST = 16, 20_000
"""Canvas sides in px."""

MOST_WARNINGS = 10
"""Tags named in one warning; the rest are counted."""


@dataclass(frozen=True)
class Drawn(ABC):
    """A finished picture.

    dropped:  the tags that are not drawn, each with the reason.
    warnings: sentences about what could not be drawn although it should have been.
    seconds, cpu_seconds: what shaping, measuring and placing took.
    """

    picture: Picture
    sheet: Sheet
    dropped: tuple[Dropped, ...]
    warnings: tuple[str, ...]
    seconds: float
    cpu_seconds: float

    def svg(self, text: bool = False) -> str:
        """The picture as SVG, complete in itself.

        text: draw the tags as text, with the fonts in the picture, and not as outlines: smaller,
        for browsers (docs/formats.md, "SVG"). Raises InputError where a font forbids that.
        """
        from coalition.drawing.svg import render_svg

        picture = self._complete()
        if not text:
            return render_svg(picture)
        from coalition.drawing.embedding import EmbeddedFonts

        marks = (*picture.writing, *picture.marks)
        texts = [line.text for mark in marks for line in mark.lines]
        return render_svg(picture, EmbeddedFonts(texts, self.sheet.fonts))

    def png(self, width: int | None = None, density: float = 1.0) -> bytes:
        """The picture as PNG: ``width`` in px (the canvas's if not given), times ``density``.

        Raises InputError where that is too large.
        """
        from coalition.drawing.png import render_png

        return render_png(self.svg(), width, density)

    def pdf(self) -> bytes:
        """The picture as PDF, on a page of the canvas's size; needs the extra ``pdf``.

        Raises MissingExtra without it, InputError where the canvas is too large for a page.
        """
        from coalition.drawing.pdf import render_pdf

        return render_pdf(self._complete(), self.sheet.fonts)

    @abstractmethod
    def html(self) -> str:
        """One page with the picture, the list beside it and the evidence behind both."""

    @abstractmethod
    def json(self) -> str:
        """Where every word is, in numbers (docs/formats.md)."""

    def _complete(self) -> Picture:
        """The picture as it is where nothing else is beside it."""
        return self.picture

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """How a notebook shows the picture."""
        return {"image/svg+xml": self.svg(), "text/plain": repr(self)}


def check_canvas(size: tuple[int, int], max_tags: int | None) -> None:
    """Raises InputError for a canvas or a number of tags that nothing can be drawn with."""
    if not all(SMALLEST <= side <= LARGEST for side in size):
        raise InputError(
            f"A canvas of {size[0]} x {size[1]} cannot be drawn on: "
            f"each side is from {SMALLEST} to {LARGEST:,} pixels."
        )
    if max_tags is not None and max_tags < 1:
        raise InputError("A cloud needs at least one tag: ask for 1 or more.")


def sheet_of(
    size: tuple[int, int], title: str, style: Style, fonts: str | Sequence[str], transparent: bool
) -> Sheet:
    """The sheet to draw on; raises UnreadableInput for a font that is none."""
    paths = [fonts] if isinstance(fonts, str) else fonts
    return Sheet(*size, " ".join(visible(title).split()), style, FontSet(paths), transparent)


def undrawn(clauses: Sequence[str]) -> tuple[str, ...]:
    """The warning made of clauses on what is not drawn; nothing of none."""
    if not clauses:
        return ()
    told = [*clauses[:MOST_WARNINGS]]
    if len(clauses) > MOST_WARNINGS:
        told.append(f"and {len(clauses) - MOST_WARNINGS} more tags")
    return (
        f"{'; '.join(told)}. Install a font for the script (for Chinese, Japanese and Korean: "
        'pip install "coalition[cjk]", or your system\'s Noto fonts), or name one with --font.',
    )
