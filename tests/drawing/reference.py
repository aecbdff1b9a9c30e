"""Placing words the slow way: every position is tried, in the order that the kernel promises.

The obviously correct counterpart of the compiled kernel, on the same integers and without what
makes it fast: no skipping of columns, no towers of rows, no buckets of words. Two things are left
out. Of words that have their ``likeness`` in common the kernel remembers where one found no room,
and does not look there for the next; so exactly the same is found for words that have it not, or
for one word again and again. And what words related to each other get is tested by itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tests.drawing.silhouette import COLUMNS, EM, PART, STEPS, Mask, RefWord, rounded

MOVE_X, MOVE_Y = 3, 12  # columns and steps that a word may move from its cell
NUDGE = 2  # cells that a pinned word may move


class Pin(NamedTuple):
    """Where a word's origin is to be, in columns and steps from the middle; None: nowhere. And how
    many words go before it if it is not pinned or cannot stand there.
    """

    at: tuple[int, int] | None
    until: int


class Spot(NamedTuple):
    """Columns and steps of a skyline's corner from the grid's."""

    x: int
    y: int


class Placed(NamedTuple):
    """A word that has a place."""

    word: RefWord
    spot: Spot

    @property
    def mask(self) -> Mask:
        assert self.word.mask is not None
        return self.word.mask

    @property
    def box(self) -> tuple[int, int, int, int]:
        (x, y), skyline = self.spot, self.mask.skyline
        return (x, y, x + skyline.width, y + skyline.height)

    @property
    def baselines(self) -> list[int]:
        """Of each of its lines, in steps, across where it is turned: downward, or leftward."""
        first = self.spot.y - self.mask.skyline.top
        if self.word.turned:
            first = -(self.spot.x - self.mask.skyline.left) * STEPS // COLUMNS
        second = self.word.size * STEPS * self.word.second // (PART * EM)
        return [first, first + second] if second else [first]

    @property
    def em(self) -> int:
        return self.word.size * STEPS // PART

    @property
    def core(self) -> tuple[int, int]:
        return self.spot.y + self.mask.core[0], self.spot.y + self.mask.core[1]

    def takes(self) -> dict[int, tuple[int, int]]:
        """Column -> steps, the last not included."""
        return {
            self.spot.x + i: (self.spot.y + upper, self.spot.y + lower)
            for i, (upper, lower) in enumerate(self.mask.skyline.spans)
        }


def shared(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How much two ranges have in common; negative: how far they are apart."""
    return min(a[1], b[1]) - max(a[0], b[0])


def clamped(value: int, within: tuple[int, int]) -> int:
    return max(within[0], min(value, within[1]))


def is_range(ends: tuple[int, int]) -> bool:
    return ends[0] <= ends[1]


def meet(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    return shared(a[::2], b[::2]) > 0 and shared(a[1::2], b[1::2]) > 0


def drop(over: Placed, under: Placed) -> int:
    """How far the one below would have to be moved down to touch the one above."""
    above, below = over.takes(), under.takes()
    return max(above[i][1] - below[i][0] for i in above.keys() & below.keys())


@dataclass
class Slow:
    """A grid that words are put on one by one.

    grid:    cells, across and down.
    aspect:  the proportion of the frame, which begins ``covered`` cells wide.
    growth:  per mille; phrase: per mille of an em between two words on one line.
    outside: the cells where no word may stand.
    """

    grid: tuple[int, int]
    aspect: tuple[int, int]
    covered: int
    growth: int
    phrase: int
    nearest: bool
    outside: frozenset[tuple[int, int]] = frozenset()

    def __post_init__(self) -> None:
        self.reach = self.covered * self.aspect[1]
        self.placed: list[Placed] = []
        self.rows = [0] * self.grid[1]  # of cells taken, a bit each
        for x, y in self.outside:
            self.rows[y] |= 1 << x
        self.inside = {(x, y) for y in range(self.grid[1]) for x in range(self.grid[0])}
        self.inside -= self.outside

    # which positions are free

    def has_room(self, mask: Mask, x: int, y: int) -> bool:
        """Each of its blocks meets no taken cell, if its corner is at that cell."""
        return not any(
            row >> (x + block.x) & ((1 << block.width) - 1)
            for block in mask.blocks
            for row in self.rows[y + block.y : y + block.y + block.height]
        )

    def is_inside(self, own: Placed) -> bool:
        if not self.outside:
            return True
        cells = {
            (column // COLUMNS, row)
            for column, (upper, lower) in own.takes().items()
            for row in range(upper // STEPS, (lower - 1) // STEPS + 1)
        }
        return cells <= self.inside

    def line_gap(self, own: Placed, other: Placed) -> int:
        """Steps kept between two words that would be read as one: of like size, read in the same
        direction, with a line of one on a line of the other.
        """
        small, large = sorted((own.em, other.em))
        apart = min(abs(a - b) for a in own.baselines for b in other.baselines)
        if large * 100 > small * 150 or own.word.turned != other.word.turned:
            return 0
        return small * self.phrase // 1000 if apart <= small * 15 // 100 else 0

    def spot(self, word: RefWord, x: int, y: int, want: tuple[int, int]) -> Spot | None:
        """Where it stands if its corner is within a cell of (x, y), as near as it can to the cell
        it is wanted at; None: it does not fit.
        """
        own = Placed(word, Spot(x * COLUMNS, y * STEPS))
        left, top, right, bottom = own.box
        phrase = own.em * self.phrase // 1000
        line, below = (0, phrase) if word.turned else (phrase * COLUMNS // STEPS, 0)
        reach = (left - MOVE_X - line, top - MOVE_Y - below,
                 right + MOVE_X + line, bottom + MOVE_Y + below)  # fmt: skip
        near = [other for other in self.placed if meet(reach, other.box)]
        beside = [other for other in near if shared(own.core, other.core) > MOVE_Y]
        rest = [other for other in near if other not in beside]
        across = self.across(own, beside)
        best_x = want[0] * COLUMNS - (right - left) // 2
        best_y = want[1] * STEPS - (bottom - top) // 2
        for _ in range(2):  # words on one line may want it moved a second time
            there = Placed(word, Spot(clamped(best_x, across), top))
            down = self.down(there, rest)
            if not is_range(across) or not is_range(down):
                return None
            there = Placed(word, Spot(there.spot.x, clamped(best_y, down)))
            across = self.on_line(there, near, across)
            if clamped(there.spot.x, across) == there.spot.x and is_range(across):
                return there.spot if self.is_inside(there) else None
        return None

    def across(self, own: Placed, beside: list[Placed]) -> tuple[int, int]:
        """The columns it may start at between those left and right of it, as their middles are."""
        left, _, right, _ = own.box
        low, high = left - MOVE_X, left + MOVE_X
        for other in beside:
            if other.box[0] + other.box[2] <= left + right:
                low = max(low, other.box[2])
            else:
                high = min(high, other.box[0] - (right - left))
        return low, high

    def on_line(self, own: Placed, near: list[Placed], across: tuple[int, int]) -> tuple[int, int]:
        """What is left of these columns by words on its line: nothing, where it would be beside
        one line of a word and above or below its other.
        """
        if own.word.turned:
            return across
        left, _, right, _ = own.box
        low, high = across
        for other in near:
            gap = self.line_gap(own, other) * COLUMNS // STEPS
            if gap and other.box[2] <= left:
                low = max(low, other.box[2] + gap)
            elif gap and right <= other.box[0]:
                high = min(high, other.box[0] - gap - (right - left))
            elif gap and (len(own.baselines) > 1 or len(other.baselines) > 1):
                low = high + 1
        return low, high

    def down(self, own: Placed, others: list[Placed]) -> tuple[int, int]:
        """The steps it may start at between those above and below it."""
        low, high = own.spot.y - MOVE_Y, own.spot.y + MOVE_Y
        for other in others:
            if shared(own.box[::2], other.box[::2]) <= 0:
                continue
            gap = self.line_gap(own, other) if own.word.turned else 0
            if sum(other.core) < sum(own.core):
                low = max(low, own.spot.y + drop(other, own) + gap)
            else:
                high = min(high, own.spot.y - drop(own, other) - gap)
        return low, high

    def allows(self, own: Placed) -> bool:
        """It may stand just there; a column and two steps less room than asked for will do."""
        left, top, right, bottom = own.box
        width, height = self.grid
        if left < 0 or top < 0 or right > width * COLUMNS or bottom > height * STEPS:
            return False
        return self.is_inside(own) and not any(
            shared(own.box[::2], other.box[::2]) > 1
            and drop(other, own) > 2
            and drop(own, other) > 2
            for other in self.placed
            if meet(own.box, other.box)
        )

    # which of them is the best

    def frame(self, mask: Mask) -> tuple[range, range]:
        """The cells at which its corner is so that it is within the frame."""
        (width, height), (across, down) = self.grid, self.aspect
        wide, high = min(width, self.reach // down), min(height, self.reach // across)
        left, top = (width - wide) // 2, (height - high) // 2
        return (
            range(left, left + wide - mask.width + 1),
            range(top, top + high - mask.height + 1),
        )

    def grow(self, mask: Mask) -> bool:
        (width, height), (across, down) = self.grid, self.aspect
        if self.reach // down >= width and self.reach // across >= height:
            return False
        grown = self.reach + self.reach * self.growth // 1000 + across + down
        self.reach = max(grown, mask.width * down, mask.height * across)
        return True

    def distance(self, mask: Mask, x: int, y: int, want: tuple[int, int]) -> int:
        """Between a square's measure and a circle's, in a space where the frame is a square."""
        a = ((2 * x + mask.width - 2 * want[0]) * self.aspect[1]) ** 2
        b = ((2 * y + mask.height - 2 * want[1]) * self.aspect[0]) ** 2
        return a + b + 2 * max(a, b)

    def rank(self, mask: Mask, rows: range, want: tuple[int, int]) -> Callable[..., tuple]:
        """The order of cells: row by row from the wanted one, upward first, and in each from the
        wanted column, rightward first; where the nearest is asked for, distance comes before it.
        """
        start = max(rows[0], min(want[1] - mask.height // 2, rows[-1]))

        def key(cell: tuple[int, int]) -> tuple[int, ...]:
            x, y = cell
            far = self.distance(mask, x, y, want)
            row = 2 * (y - start) if y >= start else 2 * (start - y) - 1
            return (far if self.nearest else 0, row, far, -x)

        return key

    def best(self, word: RefWord, want: tuple[int, int], within: int | None = None) -> Spot | None:
        """In the frame, and nearer than that if it is given."""
        mask = word.mask
        assert mask is not None
        columns, rows = self.frame(mask)
        if not columns or not rows:
            return None
        cells = [(x, y) for y in rows for x in columns]
        for x, y in sorted(cells, key=self.rank(mask, rows, want)):
            if within is not None and self.distance(mask, x, y, want) >= within:
                continue
            if self.has_room(mask, x, y) and (spot := self.spot(word, x, y, want)):
                return spot
        return None

    def search(self, word: RefWord, want: tuple[int, int]) -> Spot | None:
        """The best spot near the wanted cell; where there is none, the frame grows."""
        assert word.mask is not None
        while (spot := self.best(word, want)) is None and self.grow(word.mask):
            pass
        return spot

    def pinned(self, word: RefWord, at: tuple[int, int]) -> Spot | None:
        """Just there if it may stand there, or else as near as two cells; nowhere if its middle
        would be off the grid.
        """
        assert word.mask is not None
        skyline, (width, height) = word.mask.skyline, self.grid
        x = at[0] + skyline.left + width // 2 * COLUMNS
        y = at[1] + skyline.top + height // 2 * STEPS
        if self.allows(Placed(word, Spot(x, y))):
            return Spot(x, y)
        middle = (x + skyline.width // 2, y + skyline.height // 2)
        if not (0 <= middle[0] <= width * COLUMNS and 0 <= middle[1] <= height * STEPS):
            return None
        want = (middle[0] // COLUMNS, middle[1] // STEPS)
        return self.best(word, want, within=4 * (2 * NUDGE * min(self.aspect)) ** 2)

    # all of them

    def put(self, own: Placed) -> None:
        """Takes the cells that it covers at least half."""
        self.placed.append(own)
        taken = own.takes()
        left, _, right, _ = own.box
        for cell in range(rounded(left, COLUMNS), rounded(right, COLUMNS)):
            spans = [taken[i] for i in range(cell * COLUMNS, (cell + 1) * COLUMNS) if i in taken]
            upper, lower = (sum(side) // len(spans) for side in zip(*spans, strict=True))
            for row in range(rounded(upper, STEPS), rounded(lower, STEPS)):
                if 0 <= cell < self.grid[0] and 0 <= row < self.grid[1]:
                    self.rows[row] |= 1 << cell


def order_of(words: list[RefWord], pins: list[Pin], stands: Callable[[int], bool]) -> Iterator[int]:
    """Pinned words that can stand there come in turn, and the rest when as many words as they wait
    for had theirs. Words without ink are left out.
    """
    late: list[int] = []
    for turn in [i for i, word in enumerate(words) if word.mask]:
        due = [i for i in late if pins[i].until <= turn]
        late = [i for i in late if i not in due]
        yield from due
        if not stands(turn):
            late.append(turn)
    yield from late


def place(
    slow: Slow, words: list[RefWord], wants: list[tuple[int, int]], pins: list[Pin]
) -> list[tuple[int, int]] | None:
    """Each word's origin from the grid's middle, in columns and steps; None: there is no room.

    wants: cells from the grid's middle; empty: all there. pins: empty: words come in turn.
    """
    middle = (slow.grid[0] // 2, slow.grid[1] // 2)
    wants = [(middle[0] + x, middle[1] + y) for x, y in wants or [(0, 0)] * len(words)]
    pins = pins or [Pin(None, 0)] * len(words)
    found: dict[int, Spot] = {}

    def stands(i: int) -> bool:
        at = pins[i].at
        return at is not None and put(i, slow.pinned(words[i], at))

    def put(i: int, spot: Spot | None) -> bool:
        if spot is not None:
            found[i] = spot
            slow.put(Placed(words[i], spot))
        return spot is not None

    for i in order_of(words, pins, stands):
        if not put(i, slow.search(words[i], wants[i])):
            return None
    return [origin(word, found.get(i), middle) for i, word in enumerate(words)]


def origin(word: RefWord, spot: Spot | None, middle: tuple[int, int]) -> tuple[int, int]:
    """From the middle, of a word whose skyline's corner is there; it may be anywhere without."""
    if spot is None or word.mask is None:
        return (0, 0)
    skyline = word.mask.skyline
    return (spot.x - skyline.left - middle[0] * COLUMNS, spot.y - skyline.top - middle[1] * STEPS)
