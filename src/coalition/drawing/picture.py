"""A picture before it is written in any format: marks with exact places, on a themed canvas.

Everything a format needs is in here, outlines included, so that SVG, PNG and HTML look the same
on every machine, whatever fonts it has.
"""

from math import cos, radians, sin
from typing import NamedTuple

from coalition.drawing.palette import Theme


class MarkLine(NamedTuple):
    """A line of a mark: its text, the left end of its baseline, in pixels from the mark's (x, y)
    before the mark is turned, and its advance width in pixels.
    """

    text: str
    x: float
    y: float
    width: float


class Mark(NamedTuple):
    """One text on the canvas.

    text:    as typed, in reading order.
    label:   what hovering and a screen reader say: "Executive Coaching: 6 endorsements".
    x, y:    start of the baseline in canvas pixels, y downward; for right-to-left text the left
             end of it.
    size:    pixels per em.
    angle:   degrees clockwise about (x, y).
    width:   advance width in pixels; of the widest line.
    colour:  "#rrggbb".
    outline: the shaped glyphs as SVG path data in thousandths of an em, y downward, with the
             origin at the start of the baseline.
    font:    the name of the font that covers the text.
    rtl:     the text runs from right to left.
    broken:  its lines, where it has more than one; the first begins at (x, y).
    """

    text: str
    label: str
    x: float
    y: float
    size: float
    angle: int
    width: float
    colour: str
    outline: str
    font: str
    rtl: bool = False
    broken: tuple[MarkLine, ...] = ()

    @property
    def lines(self) -> tuple[MarkLine, ...]:
        """Its lines: at least one."""
        return self.broken or (MarkLine(self.text, 0.0, 0.0, self.width),)

    def start_of(self, line: MarkLine) -> tuple[float, float]:
        """Where on the canvas the baseline of one of its lines begins."""
        turn = radians(self.angle)
        return (
            self.x + line.x * cos(turn) - line.y * sin(turn),
            self.y + line.x * sin(turn) + line.y * cos(turn),
        )


class LegendEntry(NamedTuple):
    """What one colour of the picture stands for."""

    label: str
    colour: str


class Picture(NamedTuple):
    """A canvas of ``width`` by ``height`` pixels and the marks on it.

    title, description: what the picture is, in words, for those who do not see it.
    legend:      what the colours stand for, where they stand for something.
    transparent: leave the background out.
    heading:     a title drawn at the top of the canvas, as marks that are not tags.
    captions:    what is written beside tags, as marks that are not tags.
    """

    width: int
    height: int
    marks: tuple[Mark, ...]
    title: str
    description: str
    theme: Theme
    legend: tuple[LegendEntry, ...] = ()
    transparent: bool = False
    heading: tuple[Mark, ...] = ()
    captions: tuple[Mark, ...] = ()

    @property
    def writing(self) -> tuple[Mark, ...]:
        """All that is drawn and is no tag."""
        return (*self.heading, *self.captions)
