"""A tag on two lines: each shaped and ordered on its own, both centred, drawn as one word."""

from collections.abc import Sequence

from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import Ink, outline
from coalition.drawing.shaping import Glyph, Line, Shaped, shape

CLEAR, CLOSEST = 40, 900
"""Between the ink of two lines, and the least from one baseline to the next; in thousandths of an
em. Closer, a g touches what is below it; farther apart, the lines are read as two tags."""


def stack(shaped: Shaped, texts: Sequence[str], fonts: FontSet) -> Shaped:
    """The tag with its text on two lines.

    Both are ordered as parts of a text of the tag's direction (UAX #9, section 3.4: the lines of a
    paragraph share its level).
    """
    upper, lower = (shape(text, fonts, shaped.rtl) for text in texts)
    indent = (upper.advance - lower.advance) // 2
    below = lower._replace(runs=tuple(run.moved(indent, 0) for run in lower.runs))
    down = max(CLOSEST, _room(_inks(upper.glyphs), _inks(below.glyphs)) + CLEAR)
    return Shaped(
        shaped.text,
        upper.runs + tuple(run.moved(0, down) for run in below.runs),
        max(upper.advance, lower.advance),
        shaped.rtl,
        upper.missing + lower.missing,
        (Line(texts[0], 0, 0, upper.advance), Line(texts[1], indent, down, lower.advance)),
    )


def _inks(glyphs: Sequence[Glyph]) -> list[Ink]:
    """The boxes of ink of those glyphs that have any."""
    boxes = ((glyph, outline(glyph.font, glyph.number).box) for glyph in glyphs)
    return [
        Ink(box.left + glyph.x, box.top + glyph.y, box.right + glyph.x, box.bottom + glyph.y)
        for glyph, box in boxes
        if box
    ]


def _room(upper: Sequence[Ink], lower: Sequence[Ink]) -> int:
    """How far the lower line must go down for no letter to reach into one above it."""
    return max(
        (
            above.bottom - below.top
            for above in upper
            for below in lower
            if above.left - CLEAR < below.right and below.left - CLEAR < above.right
        ),
        default=0,
    )
