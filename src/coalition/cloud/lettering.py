"""The writing around a cloud: its title above, the legend of its colours below; and any other
text that is set in lines.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import combining

from coalition.cloud.colour import Style
from coalition.cloud.measure import named, without_missing_signs
from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import ink_box, path_data
from coalition.drawing.picture import LegendEntry, Mark
from coalition.drawing.shaping import shape

TITLE, LEGEND = 0.045, 0.026
"""Font sizes, as a share of the canvas's shorter side."""

WIDEST = 0.94
"""Share of the canvas's width that a line takes at the most; what is longer goes on below."""

MOST_LINES, SMALLER = 3, (1.0, 0.85, 0.7)
"""Lines of a title or a legend, and the sizes tried in turn until they suffice. A title that is
still longer ends in "…"; a legend, where every word is needed, takes more lines."""

LEADING, LEGEND_LEADING = 1.25, 1.6
"""From one baseline to the next, in em."""

BETWEEN = 1.5
"""Room between two entries of the legend in em."""


class Sheet(NamedTuple):
    """The canvas in px, what is written on top of it, its looks and its fonts."""

    width: int
    height: int
    title: str
    style: Style
    fonts: FontSet
    transparent: bool = False

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
        texts, size = _title_lines(self)
        return (1.7 + LEADING * (len(texts) - 1)) * size if texts else 0.0

    def room_below(self, entries: Sequence[LegendEntry]) -> float:
        """Height in px that a legend takes."""
        rows, smaller = _legend_rows(self, _legend_lines(self, entries))
        if not rows:
            return 0.0
        return (2.2 + LEGEND_LEADING * (len(rows) - 1)) * self.legend_size * smaller


def _flow(widths: Sequence[float], gap: float, limit: float) -> list[list[int]]:
    """The numbers of the pieces on each line, as many on a line as there is room for."""
    lines: list[list[int]] = []
    used = 0.0
    for i, width in enumerate(widths):
        if lines and used + gap + width <= limit:
            lines[-1].append(i)
            used += gap + width
        else:
            lines.append([i])
            used = width
    return lines


def _balanced(widths: Sequence[float], gap: float, limit: float) -> list[list[int]]:
    """As few lines as :func:`_flow` makes, about equally long (by halving the limit)."""
    lines = _flow(widths, gap, limit)
    low, high = max(widths, default=0.0), limit
    while high - low > 0.1:
        middle = (low + high) / 2
        low, high = (
            (low, middle) if len(_flow(widths, gap, middle)) == len(lines) else (middle, high)
        )
    return _flow(widths, gap, high)


def _advance(text: str, fonts: FontSet) -> float:
    """The width of a text in em."""
    return shape(text, fonts).advance / 1000


def _pieces(title: str, fonts: FontSet, limit: float) -> Iterator[str]:
    """What stays on one line: a word with the space after it; of a word longer than a line, as
    they are in Chinese, Japanese and Thai, a letter.
    """
    for word in title.split():
        if _advance(word, fonts) <= limit:
            yield f"{word} "
            continue
        letters: list[str] = []
        for character in word:
            if letters and combining(character):
                letters[-1] += character
            else:
                letters.append(character)
        yield from (*letters[:-1], f"{letters[-1]} ")


class Lines(NamedTuple):
    """A text parted into lines, and its font size in px."""

    texts: tuple[str, ...]
    size: float


def set_in_lines(
    text: str, size: float, width: float, fonts: FontSet, most: int = MOST_LINES
) -> Lines:
    """The lines of a text no wider than ``width`` px, about equally long, and at most so many: of
    a smaller size if need be, and then cut. None where no font here draws the text.
    """
    shaped = without_missing_signs(shape(text, fonts), fonts)
    if shaped.missing or not ink_box(shaped):
        return Lines((), size)
    lines: list[str] = []
    for smaller in SMALLER:
        limit = width / (size * smaller)
        pieces = list(_pieces(shaped.text, fonts, limit))
        widths = [_advance(piece, fonts) for piece in pieces]
        flowed = _balanced(widths, 0.0, limit)
        lines = ["".join(pieces[i] for i in line).rstrip() for line in flowed]
        if len(lines) <= most:
            return Lines(tuple(lines), size * smaller)
    return Lines((*lines[: most - 1], lines[most - 1] + "…"), size * SMALLER[-1])


def _title_lines(sheet: Sheet) -> Lines:
    return set_in_lines(sheet.title, sheet.title_size, WIDEST * sheet.width, sheet.fonts)


def title_warnings(sheet: Sheet) -> tuple[str, ...]:
    """A clause on what of the title no font draws, if anything."""
    return unwritten("the title", sheet.title, sheet.fonts)


def unwritten(what: str, text: str, fonts: FontSet) -> tuple[str, ...]:
    """A clause on what of a text no font draws, if anything; ``what`` names the text."""
    shaped = shape(text, fonts)
    if not shaped.missing:
        return ()
    drawn = not without_missing_signs(shaped, fonts).missing
    how = "drawn without a sign" if drawn else "not drawn"
    return (f"{what} is {how}: no font here has {named(shaped.missing)}",)


def _line(text: str, size: float, colour: str, fonts: FontSet) -> Mark | None:
    """A line of text at the origin; None where no font draws all of its letters."""
    shaped = without_missing_signs(shape(text, fonts), fonts)
    if shaped.missing or not ink_box(shaped):
        return None
    width, font = shaped.advance * size / 1000, shaped.runs[0].font.name
    outline = path_data(shaped)
    return Mark(text, "", 0, 0, size, 0, width, colour, outline, font, shaped.rtl)


def _moved(line: Mark, x: float, y: float, shrink: float) -> Mark:
    return line._replace(x=x, y=y, size=line.size * shrink, width=line.width * shrink)


def widest(lines: Lines, fonts: FontSet) -> float:
    """The width of the longest line in px."""
    return max((_advance(text, fonts) * lines.size for text in lines.texts), default=0.0)


def draw_lines(
    lines: Lines, colour: str, middle: float, baseline: float, width: float, fonts: FontSet
) -> tuple[Mark, ...]:
    """The lines, each about the ``middle`` (px) and none wider than ``width``; ``baseline`` is
    the first one's.
    """
    marks = []
    for i, text in enumerate(lines.texts):
        if line := _line(text, lines.size, colour, fonts):
            shrink = min(1.0, width / line.width)
            left = middle - line.width * shrink / 2
            marks.append(_moved(line, left, baseline + LEADING * i * lines.size, shrink))
    return tuple(marks)


def draw_title(sheet: Sheet) -> tuple[Mark, ...]:
    """The title, centred at the top of the canvas, in up to three lines."""
    lines, ink = _title_lines(sheet), sheet.style.theme.ink
    across = sheet.width / 2, 1.25 * lines.size, WIDEST * sheet.width
    return draw_lines(lines, ink, *across, sheet.fonts)


def _legend_lines(sheet: Sheet, entries: Sequence[LegendEntry]) -> list[Mark]:
    """The legend's entries, none wider than a line."""
    widest = WIDEST * sheet.width
    drawn = (_line(e.label, sheet.legend_size, e.colour, sheet.fonts) for e in entries)
    return [_moved(line, 0, 0, min(1.0, widest / line.width)) for line in drawn if line]


def _legend_rows(sheet: Sheet, lines: Sequence[Mark]) -> tuple[list[list[int]], float]:
    """The numbers of the entries in each row, and their size as a share of the usual one."""
    rows: list[list[int]] = []
    widths = [line.width for line in lines]
    for smaller in SMALLER:
        rows = _balanced(widths, BETWEEN * sheet.legend_size, WIDEST * sheet.width / smaller)
        if len(rows) <= MOST_LINES:
            return rows, smaller
    return rows, SMALLER[-1]


def draw_legend(sheet: Sheet, entries: Sequence[LegendEntry]) -> tuple[Mark, ...]:
    """The groups' names, each in its colour, in rows at the foot of the canvas."""
    lines = _legend_lines(sheet, entries)
    rows, smaller = _legend_rows(sheet, lines)
    size, marks = sheet.legend_size * smaller, []
    for above, row in enumerate(reversed(rows)):
        total = sum(lines[i].width for i in row) * smaller + BETWEEN * size * (len(row) - 1)
        x, y = (sheet.width - total) / 2, sheet.height - (0.8 + LEGEND_LEADING * above) * size
        for i in row:
            marks.append(_moved(lines[i], x, y, smaller))
            x += lines[i].width * smaller + BETWEEN * size
    return tuple(marks)
