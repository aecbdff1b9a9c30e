"""The writing around a cloud: its title above, the legend of its colours below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coalition.cloud.colour import Style
from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import ink_box, path_data
from coalition.drawing.picture import LegendEntry, Mark
from coalition.drawing.shaping import shape

TITLE, LEGEND = 0.045, 0.026
"""Font sizes, as a share of the canvas's shorter side."""

WIDEST = 0.94
"""Share of the canvas's width that a line takes at the most; a longer one is made smaller."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The canvas in px, what is written on top of it, its looks and its fonts."""

    width: int
    height: int
    title: str
    style: Style
    fonts: FontSet

    @property
    def title_size(self) -> float:
        """Font size of the title in px."""
        return TITLE * min(self.width, self.height)

    @property
    def legend_size(self) -> float:
        """Font size of the legend in px."""
        return LEGEND * min(self.width, self.height)

    @property
    def room_above(self) -> float:
        """Height in px that the title takes."""
        return 1.7 * self.title_size if self.title else 0.0

    def room_below(self, entries: Sequence[LegendEntry]) -> float:
        """Height in px that a legend takes."""
        return 2.2 * self.legend_size if entries else 0.0


def _line(text: str, size: float, colour: str, fonts: FontSet) -> Mark | None:
    """A line of text at the origin; None where no font draws all of it."""
    shaped = shape(text, fonts)
    if shaped.missing or not ink_box(shaped):
        return None
    width, font = shaped.advance * size / 1000, shaped.glyphs[0].font.name
    outline = path_data(shaped)
    return Mark(text, "", (), 0, 0, size, 0, width, colour, outline, font, shaped.rtl)


def _moved(line: Mark, x: float, y: float, shrink: float) -> Mark:
    return replace(line, x=x, y=y, size=line.size * shrink, width=line.width * shrink)


def draw_title(sheet: Sheet) -> tuple[Mark, ...]:
    """The title, centred at the top of the canvas."""
    line = _line(sheet.title, sheet.title_size, sheet.style.theme.ink, sheet.fonts)
    if line is None:
        return ()
    shrink = min(1.0, WIDEST * sheet.width / line.width)
    left = (sheet.width - line.width * shrink) / 2
    return (_moved(line, left, 1.25 * sheet.title_size, shrink),)


def draw_legend(sheet: Sheet, entries: Sequence[LegendEntry]) -> tuple[Mark, ...]:
    """The groups' names, each in its colour, in a line at the foot of the canvas."""
    size = sheet.legend_size
    drawn = (_line(entry.label, size, entry.colour, sheet.fonts) for entry in entries)
    lines = [line for line in drawn if line]
    if not lines:
        return ()
    total = sum(line.width for line in lines) + 1.5 * size * (len(lines) - 1)
    shrink = min(1.0, WIDEST * sheet.width / total)
    x, marks = (sheet.width - total * shrink) / 2, []
    for line in lines:
        marks.append(_moved(line, x, sheet.height - 0.8 * size, shrink))
        x += (line.width + 1.5 * size) * shrink
    return tuple(marks)
