"""One renderer for every engine's words.

Outlines come from the font file through HarfBuzz and are filled by resvg at :data:`ZOOM` times
the resolution; a pixel is inked where at least half of it is covered.
"""

import io
import itertools
import math
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import resvg_py
import uharfbuzz as hb
from PIL import Image

from peers.engines import Word

ZOOM = 4


class Stamp(NamedTuple):
    """One word's own ink: where its box begins in the drawing's pixels, and its pixels."""

    left: int
    top: int
    ink: np.ndarray[Any, np.dtype[np.bool_]]

    @property
    def right(self) -> int:
        """The first column beyond its box."""
        return self.left + self.ink.shape[1]

    @property
    def bottom(self) -> int:
        """The first row below its box."""
        return self.top + self.ink.shape[0]


class _Path:
    """Writes a glyph's outline down as SVG path data (a pen, as fontTools calls it)."""

    def __init__(self) -> None:
        self.data: list[str] = []

    def _add(self, command: str, *points: tuple[float, float]) -> None:
        self.data.append(command + " ".join(f"{x:g},{y:g}" for x, y in points))

    def moveTo(self, point: tuple[float, float]) -> None:
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._add("L", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:
        self._add("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._add("C", *points)

    def closePath(self) -> None:
        self.data.append("Z")

    def endPath(self) -> None:
        pass


class Renderer:
    """Draws words in one font."""

    def __init__(self, font: str) -> None:
        face = hb.Face(hb.Blob(Path(font).read_bytes()))
        self._font, self._em = hb.Font(face), face.upem

    @cache  # noqa: B019 (there is one renderer)
    def _outline(self, glyph: int) -> str:
        path = _Path()
        self._font.draw_glyph_with_pen(glyph, path)
        return "".join(path.data)

    def _glyphs(self, text: str) -> list[tuple[str, float]]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer)
        starts = itertools.accumulate((p.x_advance for p in buffer.glyph_positions), initial=0)
        return [
            (self._outline(info.codepoint), x)
            for info, x in zip(buffer.glyph_infos, starts, strict=False)
        ]

    def stamp(self, word: Word) -> Stamp | None:
        """The word's ink at its place, cut to its box; None where there is none."""
        em, scale = word.size * ZOOM, word.size * ZOOM / self._em
        glyphs = self._glyphs(word.text)
        # A sheet with room for the word, whose corner is on a whole pixel of the drawing.
        left, top = math.floor(word.x * ZOOM - em), math.floor(word.y * ZOOM - 2 * em)
        width, height = math.ceil(glyphs[-1][1] * scale + 3 * em), math.ceil(3 * em)
        paths = "".join(f'<path d="{d}" transform="translate({at})"/>' for d, at in glyphs if d)
        place = f"translate({word.x * ZOOM - left},{word.y * ZOOM - top}) scale({scale},{-scale})"
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
            f'<g transform="{place}">{paths}</g></svg>'
        )
        png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
        ink = np.asarray(Image.open(io.BytesIO(png)))[:, :, 3] >= 128
        rows, columns = np.flatnonzero(ink.any(1)), np.flatnonzero(ink.any(0))
        if not len(rows):
            return None
        ink = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        return Stamp(left + int(columns[0]), top + int(rows[0]), ink)
