"""Words as the compiled kernel takes them: tables of 32-bit integers, and its answer."""

from array import array
from collections.abc import Iterable, Sequence
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from coalition.drawing._kernel import inks, measure
from coalition.drawing._kernel import place as place_cells
from coalition.drawing._kernel import together as together_of
from coalition.drawing.fonts import Font
from coalition.drawing.outlines import Ink, middle, outline
from coalition.drawing.shaping import Shaped

if TYPE_CHECKING:
    from coalition.drawing._kernel import Measured

PARTS = 1024
"""The kernel's fixed-point parts of a cell."""

COLUMNS, STEPS = 4, 16
"""How finely a place is told: columns a cell across, steps a cell down."""

EM = 1000
"""Outline units per em."""


class Word(NamedTuple):
    """A shaped tag, its size relative to the others, and whether it reads downward (turned by 90
    degrees clockwise).

    growing: keep free all that it passes over if it grows to its size from the middle of its ink,
             so that it can be drawn about that middle at any smaller size.
    """

    shaped: Shaped
    size: float
    turned: bool = False
    growing: bool = False


class Room(NamedTuple):
    """Room kept free, in em of each word's own: on either side of it, above and below it (of two
    lines more: they must be nearer to each other than to what is not theirs), and more between two
    that stand on one line and would be read as one phrase.
    """

    beside: float = 0.1
    around: float = 0.03
    phrase: float = 0.3
    around_two: float = 0.18

    def above(self, word: Word) -> float:
        """What is kept free above and below a word."""
        return self.around_two if word.shaped.lines else self.around


USUAL = Room()


class Pin(NamedTuple):
    """Where a word's origin was, in cells from the middle; None: nowhere. Where it cannot stand
    there, it is placed when so many words had their turn.
    """

    origin: tuple[float, float] | None
    until: int

    @property
    def row(self) -> tuple[int, int, int, int]:
        """The pin as the kernel takes it."""
        if self.origin is None:
            return (0, 0, 0, self.until)
        return (1, round(self.origin[0] * COLUMNS), round(self.origin[1] * STEPS), self.until)


GROWTH = 5
"""Per mille by which the frame grows where a word finds no room in it."""


class Plan(NamedTuple):
    """Where words should go, if not to the middle.

    wants:    the middle of each word's room, in cells from the cloud's middle; empty: all there.
    pins:     for each word where it stands just so if it can. Empty: none is pinned.
    covered:  how many cells wide the frame is from the start.
    nearest:  each word to the free place nearest to where it is wanted; else to the first found
              in rows from there outward, which is quicker.
    outside:  a byte a cell of the grid, 1 where no word may stand; empty: nowhere.
    related:  a table of relations, as relations() makes it.
    partners: beside how many of the words it is related to each is tried first, the most related
              first.
    trades:   how often each word, once all have a place, tries to trade it with another, so that
              more that is related becomes neighbours; for at most MOST_TRADING words.
    alike:    per cent by which the boxes of words that trade may differ in either side.
    seed:     of the numbers by which words are picked for that.
    """

    wants: Sequence[tuple[int, int]] = ()
    pins: Sequence[Pin] = ()
    covered: int = 0
    nearest: bool = False
    outside: bytes = b""
    related: bytes = b""
    partners: int = 0
    trades: int = 0
    alike: int = 0
    seed: int = 1


MOST_TRADING = 2000
"""Words among which places can be traded."""

WHOLE = 10_000
"""The kernel's number for a relation of 1."""


def relations(related: Iterable[tuple[int, int, float]]) -> bytes:
    """Pairs of words and how related they are (0 to 1) as the kernel takes them."""
    rows = sorted((max(i, j), min(i, j), round(value * WHOLE)) for i, j, value in related if i != j)
    return array("i", [n for later, first, value in rows for n in (first, later, value)]).tobytes()


def together(boxes: Iterable[Sequence[float]], related: bytes) -> float:
    """The sum of how related neighbours are: words whose boxes of ink (left, top, right, bottom,
    in cells) are at most half the smaller one's height apart.
    """
    sides = array("i", [round(side * STEPS) for box in boxes for side in box])
    return together_of(sides.tobytes(), related) / WHOLE


class Places(NamedTuple):
    """Where the words' origins are, in cells from the middle."""

    xs: Sequence[float]
    ys: Sequence[float]


class _Outlines(dict[tuple[Font, int], int]):
    """The position of each outline in its table, where it is put when it is first asked for."""

    def __init__(self, points: "array[int]", spans: "array[int]") -> None:
        super().__init__()
        self._points, self._spans = points, spans

    def __missing__(self, glyph: tuple[Font, int]) -> int:
        points = outline(*glyph).points
        self._spans.extend((len(self._points) // 3, len(points) // 12))
        self._points.frombytes(points)
        return self.setdefault(glyph, len(self._spans) // 2 - 1)


class Tables:
    """Words as glyphs and outlines, and the box of each word's ink, turned as the word is."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._points, self._spans, self._glyphs = array("i"), array("i"), array("i")
        self._firsts: list[int] = []
        known = _Outlines(self._points, self._spans)
        for word in words:
            self._firsts.append(len(self._glyphs) // 3)
            for font, numbers, xs, ys in word.shaped.runs:
                outlines = [known[font, number] for number in numbers]
                rows = zip(outlines, xs, ys, strict=True)
                self._glyphs.extend([number for row in rows for number in row])
            if word.growing:
                self._glyphs.extend((self._rays(word.shaped), 0, 0))
        self._firsts.append(len(self._glyphs) // 3)
        self.inks = self._inks()

    def _rays(self, shaped: Shaped) -> int:
        """The position of an outline that is no glyph's: a line from the middle of a tag's ink to
        each point of it.

        What a shape passes over as it grows from a point is the triangles of that point and each
        of the shape's edges; these lines are their sides, so with the shape they have its skyline.
        """
        first, (x, y) = len(self._points) // 3, middle(shaped)
        for font, glyph, left, down in shaped.glyphs:
            points = array("i", outline(font, glyph).points)
            for at in range(0, len(points), 3):
                self._points.extend((x, y, 1, left + points[at], down + points[at + 1], 0))
        self._spans.extend((first, len(self._points) // 3 - first))
        return len(self._spans) // 2 - 1

    def _rows(self, order: Sequence[int], sizes: Sequence[float], room: Room) -> "array[int]":
        rows = array("i")
        for i, size in zip(order, sizes, strict=True):
            word = self._words[i]
            em, gaps = max(1, round(size * PARTS)), _gaps(size, room, word)
            first, end = self._firsts[i], self._firsts[i + 1]
            rows.extend((first, end - first, em, *gaps, word.turned))
        return rows

    def _tables(self, rows: "array[int]") -> tuple[bytes, bytes, bytes, bytes]:
        tables = rows, self._glyphs, self._spans, self._points
        words, glyphs, outlines, points = (table.tobytes() for table in tables)
        return words, glyphs, outlines, points

    def _inks(self) -> list[Ink]:
        every = range(len(self._words))
        numbers = array("i")
        rows = self._rows(every, [1.0] * len(self._words), Room(0.0, 0.0, 0.0, 0.0))
        numbers.frombytes(inks(*self._tables(rows)))
        return list(map(Ink, numbers[::4], numbers[1::4], numbers[2::4], numbers[3::4]))

    def measured(self, order: Sequence[int], cells: Sequence[float], room: Room) -> "Sheet":
        """The words measured, in that order, at sizes given in cells per em."""
        seconds = array("i")
        if any(word.shaped.lines for word in self._words):
            seconds.extend(max((y for _, _, y, _ in self._words[i].shaped.lines), default=0)
                           for i in order)  # fmt: skip
        rows = self._rows(order, cells, room)
        measured, area = measure(*self._tables(rows), seconds.tobytes())
        return Sheet(measured, area, room)


class Sheet:
    """Measured words, to be placed as often as wanted.

    area: what their skylines take, gaps included, in cells.
    """

    def __init__(self, measured: "Measured", area: float, room: Room) -> None:
        self._measured, self.area, self._room = measured, area, room

    def place(
        self, grid: tuple[int, int], proportion: tuple[int, int], plan: Plan
    ) -> Places | None:
        """The kernel's answer on a grid of so many cells; None: there is no room."""
        found = place_cells(
            self._measured,
            array("i", [at for want in plan.wants for at in want]).tobytes(),
            array("i", [n for pin in plan.pins for n in pin.row]).tobytes(),
            plan.outside,
            *grid,
            *proportion,
            plan.covered,
            GROWTH,
            round(self._room.phrase * 1000),
            plan.nearest,
            plan.related,
            plan.partners,
            plan.trades,
            plan.alike,
            plan.seed,
        )
        if found is None:
            return None
        places = array("i")
        places.frombytes(found)
        return Places([x / COLUMNS for x in places[::2]], [y / STEPS for y in places[1::2]])


def _gaps(size: float, room: Room, word: Word) -> tuple[int, int]:
    """Columns kept free on either side of a word of that size, and steps above and below it."""
    gaps = room.beside, room.above(word)
    beside, around = reversed(gaps) if word.turned else gaps
    return ceil(beside * size * COLUMNS - 0.25), ceil(around * size * STEPS - 0.25)
