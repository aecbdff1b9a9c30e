"""What a word takes of a picture, the slow way: the counterpart of the kernel's skylines and masks.

The same integers, from what the kernel's headers promise: every column is looked at by itself, and
of all rectangles the largest is taken.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple

EM, PART, COLUMNS, STEPS = 1000, 1024, 4, 16
NOTCH = 200  # per mille of an em on either side: what is narrower is filled

Contour = tuple[tuple[int, int], ...]


def rounded(value: int, unit: int) -> int:
    """To the nearest whole unit, halves up."""
    return (value + unit // 2) // unit


@dataclass(frozen=True)
class RefWord:
    """Contours in outline units, PART-ths of a cell per em, gaps in columns and steps; how far
    below its baseline that of its second line is, in outline units, if it has one.
    """

    contours: tuple[Contour, ...]
    size: int
    gap_x: int = 0
    gap_y: int = 0
    turned: bool = False
    second: int = 0

    @cached_property
    def mask(self) -> "Mask":
        return mask_of(self)


class Skyline(NamedTuple):
    """Its corner, from the word's origin, and the steps from there that each column takes."""

    left: int
    top: int
    spans: tuple[tuple[int, int], ...]

    @property
    def width(self) -> int:
        return len(self.spans)

    @property
    def height(self) -> int:
        return max(lower for _, lower in self.spans)

    @property
    def area(self) -> int:
        return sum(lower - upper for upper, lower in self.spans)


def lines_of(word: RefWord) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """In PART-ths of columns and steps, each from left to right."""
    for contour in word.contours:
        turned = [(-y, x) for x, y in contour] if word.turned else contour
        points = [(x * word.size * COLUMNS // EM, y * word.size * STEPS // EM) for x, y in turned]
        for line in zip(points, points[1:] + points[:1], strict=True):
            start, end = sorted(line)
            yield start, end


def inked(word: RefWord) -> dict[int, tuple[int, int]]:
    """Column -> steps that ink covers, the last not included."""
    found: dict[int, list[int]] = {}
    for (x0, y0), (x1, y1) in lines_of(word):
        slope = ((y1 - y0) << 16) // max(1, x1 - x0)
        first, last = x0 // PART, x1 // PART
        edges = [(y0 + (slope * (i * PART - x0) >> 16)) for i in range(first + 1, last + 1)]
        for column, ends in enumerate(pairwise([y0, *edges, y1]), first):
            found.setdefault(column, []).extend(y // PART for y in ends)
    return {column: (min(steps), max(steps) + 1) for column, steps in sorted(found.items())}


def bridged(spans: dict[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Columns between two letters: the steps that both neighbours take, or else the left one's."""
    found = dict(spans)
    for left, right in pairwise(sorted(spans)):
        (a, c), (b, d) = spans[left], spans[right]
        both = (max(a, b), min(c, d))
        bridge = both if both[0] < both[1] else (a, c)
        found.update(dict.fromkeys(range(left + 1, right), bridge))
    return found


def closed(edge: dict[int, int], gap: int, notch: int) -> list[int]:
    """Numbers that grow outward, spread by the gap to both sides; then what is too narrow between
    two of them, or before the last, is filled.
    """

    def near(values: dict[int, int], column: int, reach: int) -> list[int]:
        return [values[i] for i in range(column - reach, column + reach + 1) if i in values]

    wide = range(min(edge) - gap, max(edge) + gap + 1)
    spread = {column: max(near(edge, column, gap + notch)) for column in wide}
    return [min(near(spread, column, notch)) for column in wide]


def skyline_of(word: RefWord) -> Skyline | None:
    """What the word takes with its gaps; None: it has no ink."""
    spans = bridged(inked(word))
    if not spans:
        return None
    notch = word.size * COLUMNS * NOTCH // (EM * PART)
    upper = closed({i: word.gap_y - top for i, (top, _) in spans.items()}, word.gap_x, notch)
    lower = closed({i: bottom + word.gap_y for i, (_, bottom) in spans.items()}, word.gap_x, notch)
    top = -max(upper)
    ends = zip(upper, lower, strict=True)
    return Skyline(min(spans) - word.gap_x, top, tuple((-up - top, low - top) for up, low in ends))


def ink_box(word: RefWord) -> tuple[int, int, int, int]:
    """Left, top, right, bottom in outline units, as the word is turned."""
    points = [point for contour in word.contours for point in contour]
    if word.turned:
        points = [(-y, x) for x, y in points]
    if not points:
        return (0, 0, 0, 0)
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


# -- what the grid is asked of it -----------------------------------------------------------------


class Block(NamedTuple):
    """A solid part of a word; where it stands and how large it is."""

    x: int
    y: int
    width: int
    height: int

    @property
    def area(self) -> int:
        return self.width * self.height


class Mask(NamedTuple):
    """A skyline, its box's sides in cells, the steps of its middle, and its blocks in cells."""

    skyline: Skyline
    width: int
    height: int
    core: tuple[int, int]
    blocks: tuple[Block, ...]


Solid = list[tuple[int, int]]
"""For each column of cells, the steps that all its columns take."""


def largest(solid: Solid, first: int, end: int) -> Block:
    """In columns [first, end) of cells, the first of the largest rectangles."""
    best = Block(first, 0, 0, 0)
    for left in range(first, end):
        upper, lower = solid[left]
        for right in range(left, end):
            upper, lower = max(upper, solid[right][0]), min(lower, solid[right][1])
            block = Block(left, upper, right + 1 - left, lower - upper)
            if block.area > best.area:
                best = block
    return best


def reaching(solid: Solid, inner: int, outer: int) -> Block:
    """The first of the longest runs of columns from the middle's edge at least half way out."""
    edge = outer + int((inner - outer) / 2)
    top, bottom = min(inner, edge), max(inner, edge)
    flags = [upper <= top and lower >= bottom for upper, lower in solid]
    best, at = Block(0, top, 0, bottom - top), 0
    for flag, run in groupby(flags):
        width = len(list(run))
        if flag and width > best.width:
            best = Block(at, top, width, bottom - top)
        at += width
    return best


def mask_of(word: RefWord) -> Mask | None:
    skyline = skyline_of(word)
    if skyline is None:
        return None
    columns = [skyline.spans[i : i + COLUMNS] for i in range(0, skyline.width, COLUMNS)]
    solid = [(max(up for up, _ in four), min(low for _, low in four)) for four in columns]
    count, tall = len(solid), -(-skyline.height // STEPS)
    middle = largest(solid, 0, count)
    if not middle.width:
        middle = Block(count // 2, skyline.height // 2, 1, 1)
    end, core = middle.x + middle.width, (middle.y, middle.y + middle.height)
    blocks = (
        middle,
        largest(solid, 0, middle.x),
        largest(solid, end, count),
        reaching(solid, core[1], skyline.height),
        reaching(solid, core[0], 0),
    )
    in_cells = tuple(whole(block, tall) for block in blocks if block.area > 0)
    return Mask(skyline, count, tall, core, in_cells)


def whole(block: Block, tall: int) -> Block:
    """In whole cells about the same middle, within so many."""
    height = max(1, block.height // STEPS)
    top = rounded(block.y + int((block.height - height * STEPS) / 2), STEPS)
    return Block(block.x, min(top, tall - height), block.width, height)


def likeness(word: RefWord) -> tuple[int, bool, bool]:
    """Of words that have this in common the kernel remembers where they found no room: how high
    their middle is, in cells, and whether they reach above and below it.
    """
    mask, hardly = word.mask, word.size * STEPS // PART // 8
    assert mask is not None
    above, below = mask.core[0], mask.skyline.height - mask.core[1]
    return mask.blocks[0].height, above > hardly, below > hardly
