"""A tag on two lines: each shaped and ordered on its own, both centred, drawn as one word."""

from collections.abc import Sequence

from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import ink_box
from coalition.drawing.shaping import Line, Shaped, shape

CLEAR, CLOSEST = 30, 900
"""Between the ink of two lines, and the least from one baseline to the next; in thousandths of an
em. Closer, a g touches what is below it; farther apart, the lines are read as two tags."""


def stack(shaped: Shaped, texts: Sequence[str], fonts: FontSet) -> Shaped:
    """The tag with its text on two lines.

    Both are ordered as parts of a text of the tag's direction (UAX #9, section 3.4: the lines of a
    paragraph share its level).
    """
    upper, lower = (shape(text, fonts, shaped.rtl) for text in texts)
    above, below = ink_box(upper), ink_box(lower)
    clear = above.bottom - below.top + CLEAR if above and below else 0
    indent, down = (upper.advance - lower.advance) // 2, max(CLOSEST, clear)
    return Shaped(
        shaped.text,
        upper.glyphs + tuple(g._replace(x=g.x + indent, y=g.y + down) for g in lower.glyphs),
        max(upper.advance, lower.advance),
        shaped.rtl,
        upper.missing + lower.missing,
        (Line(texts[0], 0, 0, upper.advance), Line(texts[1], indent, down, lower.advance)),
    )
