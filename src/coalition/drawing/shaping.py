"""Text to glyphs: a tag is cut into runs of one direction, script and font, each shaped by
HarfBuzz, and set side by side in visual order. All measures are integers, UNITS per em.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from coalition.drawing.bidi import base_level, levels, visual_order
from coalition.drawing.fonts import Font, FontSet


class Glyph(NamedTuple):
    """A glyph of a shaped tag: its font, its number there, and its origin (y down)."""

    font: Font
    number: int
    x: int
    y: int


class GlyphRun(NamedTuple):
    """Glyphs of one font side by side: their numbers there, and their origins (y down)."""

    font: Font
    numbers: Sequence[int]
    xs: Sequence[int]
    ys: Sequence[int]

    def moved(self, x: int, y: int) -> "GlyphRun":
        """The same, so far to the right and down."""
        return GlyphRun(
            self.font, self.numbers, [at + x for at in self.xs], [at + y for at in self.ys]
        )


class Line(NamedTuple):
    """One line of a tag that has two: its text, and where the left end of its baseline is, from
    that of the first line (y down).
    """

    text: str
    x: int
    y: int
    advance: int


class Shaped(NamedTuple):
    """A tag as glyphs.

    runs:    its glyphs in visual order; not one by one, since most of what is done with a tag is
             done for each of its letters.
    advance: its width; of its widest line, if it has two.
    missing: characters that no font covers (then it is not drawn).
    lines:   the two lines of a tag that has two (drawing/stacking.py); else none.
    """

    text: str
    runs: tuple[GlyphRun, ...]
    advance: int
    rtl: bool
    missing: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """All of them."""
        return tuple(
            Glyph(font, number, x, y)
            for font, numbers, xs, ys in self.runs
            for number, x, y in zip(numbers, xs, ys, strict=True)
        )


class _Run(NamedTuple):
    text: str
    level: int
    font: Font
    script: str


def _script_of(character: str) -> str:
    """The character's script as ISO 15924; "" for those that all scripts share."""
    if character < "\x80":
        return "Latn" if character.isalpha() else ""
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    return buffer.script or ""


def _is_ignorable(character: str) -> bool:
    """Joiners and variation selectors, which change what is beside them and show nothing."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _fonts_of(text: str, fonts: FontSet) -> list[Font | None]:
    """A font for each character: marks and shared signs stay with the font before them."""
    chosen: list[Font | None] = []
    for character in text:
        before = chosen[-1] if chosen else None
        stays = before and (
            _is_ignorable(character) or (not character.isalnum() and before.covers(character))
        )
        chosen.append(before if stays else fonts.font_for(character))
    return chosen


def _scripts_of(text: str) -> list[str]:
    scripts: list[str] = []
    for character in text:
        scripts.append(_script_of(character) or (scripts[-1] if scripts else ""))
    first = next((script for script in scripts if script), "")
    return [script or first for script in scripts]


def _runs(text: str, chosen: list[Font | None], rtl: bool) -> Iterator[_Run]:
    labels = list(zip(levels(text, rtl), chosen, _scripts_of(text), strict=True))
    start = 0
    for (level, font, script), group in groupby(labels):
        end = start + len(list(group))
        if font:
            yield _Run(text[start:end], level, font, script)
        start = end


def _shape_run(run: _Run) -> tuple[GlyphRun, int]:
    """Its glyphs, and how wide they are."""
    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    if run.script:
        buffer.script = run.script
    buffer.guess_segment_properties()
    hb.shape(run.font.shaper, buffer)
    xs, ys, pen = [], [], 0
    for x, y, advance, _ in [at.position for at in buffer.glyph_positions]:
        xs.append(pen + x)
        ys.append(-y)
        pen += advance
    return GlyphRun(run.font, [glyph.codepoint for glyph in buffer.glyph_infos], xs, ys), pen


def parts(text: str, fonts: FontSet) -> list[tuple[str, Font]]:
    """What is drawn of a tag, in reading order, cut where the font changes.

    Characters that no font covers are left out.
    """
    composed = unicodedata.normalize("NFC", text)
    chosen = _fonts_of(composed, fonts)
    if None in chosen:
        kept = "".join(c for c, font in zip(composed, chosen, strict=True) if font)
        return parts(" ".join(kept.split()), fonts)
    return [
        ("".join(character for character, _ in group), font)
        for font, group in groupby(zip(composed, chosen, strict=True), key=lambda pair: pair[1])
        if font
    ]


def shape(text: str, fonts: FontSet, rtl: bool | None = None) -> Shaped:
    """The glyphs of a tag, in visual order from the left end of its baseline.

    rtl: the text is a line of one that runs from right to left, or of one that does not; None: its
    own start tells.
    """
    if not rtl and text and text.isascii() and text.isprintable() and (font := fonts.ascii_font):
        glyphs, advance = _shape_run(_Run(text, 0, font, "Latn"))
        return Shaped(text, (glyphs,), advance, rtl=False)
    composed = unicodedata.normalize("NFC", text)  # fonts know é better than e and its accent
    chosen = _fonts_of(composed, fonts)
    rtl = base_level(composed) == 1 if rtl is None else rtl
    missing = "".join(c for c, font in zip(composed, chosen, strict=True) if font is None)
    if missing:
        return Shaped(text, (), 0, rtl, missing)
    runs = list(_runs(composed, chosen, rtl))
    shaped, pen = [], 0
    for i in visual_order([run.level for run in runs]):
        glyphs, advance = _shape_run(runs[i])
        shaped.append(glyphs.moved(pen, 0))
        pen += advance
    return Shaped(text, tuple(shaped), pen, rtl)
