"""Several clouds on one canvas at one scale: side by side or, on an upright canvas, stacked.

In the room it is given, each cloud could be drawn at a scale of its own; all are drawn at the
smallest of these, so that sizes compare across the whole picture. A cloud that could be larger
than the others has more room than it needs, and gives of it: an area is as the square of the
scale, a length as the scale, and a power between the two comes near in a few rounds whichever of
them decides. Of the rounds the one with the largest scale is kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coalition.cloud.compact import compact
from coalition.cloud.lettering import LEADING, Lines, draw_lines, set_in_lines, widest
from coalition.cloud.place import Frame
from coalition.drawing.fonts import FontSet
from coalition.drawing.picture import Mark
from coalition.drawing.placing import Fit, Placed, Placing, has_ink
from coalition.drawing.tables import Word
from coalition.errors import LayoutError

ROUNDS, POWER = 6, 1.5
"""How often the room is shared out, and the power of the scale that is gone by."""

CAPTION, SAID = 0.036, 0.028
"""Font sizes of a caption and of what is said where there is no tag, as shares of the canvas's
shorter side."""

BETWEEN = 0.06
"""Room between two parts, as a share of the canvas's shorter side."""

CAPTION_LINES, SAID_LINES = 2, 8

BASELINE, BELOW = 0.85, 0.85
"""In em of a caption: from its top to its first baseline, and from its last one to the cloud."""

LEAST, EMPTY, MOST_FOR_CAPTION = 0.08, 0.16, 0.28
"""Shares of the room: the least of any part, that of one without tags, and what a part gets at the
most because a word of its caption is long."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words, largest first, in one unit of size in all parts; what stands above them, and what is
    said in their place where there are none.
    """

    words: Sequence[Word]
    caption: str
    instead: str = ""


class Lettering(NamedTuple):
    """Font sizes of captions and of what is said where there is no tag, and the gap between parts,
    all in px; the fonts.
    """

    caption: float
    said: float
    gap: float
    fonts: FontSet


def lettering(width: int, height: int, fonts: FontSet) -> Lettering:
    """The lettering of a canvas of so many px."""
    shorter = min(width, height)
    return Lettering(CAPTION * shorter, SAID * shorter, BETWEEN * shorter, fonts)


class Room(NamedTuple):
    """Where a part's words go, and the caption above that."""

    caption: Lines
    frame: Frame

    @property
    def baseline(self) -> float:
        """Of the caption's first line, in px from the canvas's top."""
        return self.frame.top - _height(self.caption) + BASELINE * self.caption.size


class Arranged(NamedTuple):
    """A part on the canvas: its room, and the places of its words in the order given."""

    room: Room
    places: list[Placed]


def arrange(parts: Sequence[Part], into: Frame, how: Lettering) -> list[Arranged]:
    """The parts within the frame, in the order of reading; a font size in px is the same multiple
    of a word's in all of them.

    Raises LayoutError where the frame has no room.
    """
    best = max(_rounds(parts, into, how), key=lambda tried: tried.scale)
    return [
        Arranged(room, _places(part, cloud, room.frame, best.scale))
        for part, cloud, room in zip(parts, best.clouds, best.rooms, strict=True)
    ]


class _Cloud(NamedTuple):
    placing: Placing
    fit: Fit

    @property
    def cells(self) -> float:
        """Cells per unit of a word's size."""
        return self.placing.cells[0] / self.placing.words[0].size

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of its ink, where a unit of size is one px."""
        left, top, right, bottom = self.fit.box
        return (right - left) / self.cells, (bottom - top) / self.cells

    def scale_in(self, room: Frame) -> float:
        """Px per unit of size with which it fills the room."""
        width, height = self.extent
        return min(room.width / width, room.height / height)


class _Round(NamedTuple):
    """One sharing out: px per unit of size, that all clouds allow in these rooms."""

    scale: float
    rooms: list[Room]
    clouds: "list[_Cloud | None]"


def _rounds(parts: Sequence[Part], into: Frame, how: Lettering) -> Iterator[_Round]:
    least = [_least(part, into, how) for part in parts]
    wanted = [sum(word.size**2 * word.shaped.advance for word in part.words) for part in parts]
    for _ in range(ROUNDS):
        shares = apportioned(wanted, least)
        rooms = _rooms(parts, into, how, shares)
        clouds = [_cloud(part, room.frame) for part, room in zip(parts, rooms, strict=True)]
        scales = _scales(clouds, rooms)
        scale = min(scales)
        spread = _rooms(
            parts, into, how, _spread(clouds, rooms, scale, _are_beside(into), how.fonts)
        )
        yield _Round(min(_scales(clouds, spread)), spread, clouds)
        wanted = [
            share / (mine / scale) ** POWER if cloud else 0.0
            for share, mine, cloud in zip(shares, scales, clouds, strict=True)
        ]


def _cloud(part: Part, room: Frame) -> _Cloud | None:
    if not has_ink(part.words):
        return None
    placing = Placing(part.words, room.width, room.height)
    return _Cloud(placing, compact(placing))


def _scales(clouds: "Sequence[_Cloud | None]", rooms: Sequence[Room]) -> list[float]:
    """What each cloud allows; one without ink what the others do."""
    scales = [c.scale_in(room.frame) if c else None for c, room in zip(clouds, rooms, strict=True)]
    common = min((scale for scale in scales if scale is not None), default=1.0)
    return [common if scale is None else scale for scale in scales]


def _places(part: Part, cloud: _Cloud | None, room: Frame, scale: float) -> list[Placed]:
    middle_x, middle_y = room.left + room.width / 2, room.top + room.height / 2
    if cloud is None:
        return [Placed(middle_x, middle_y, word.size * scale) for word in part.words]
    placing, fit = cloud.placing, cloud.fit._replace(scale=scale / cloud.cells)
    x, y = middle_x - placing.width / 2, middle_y - placing.height / 2
    return [spot._replace(x=spot.x + x, y=spot.y + y) for spot in placing.on_canvas(fit)]


def _are_beside(into: Frame) -> bool:
    return into.width >= into.height


def _height(caption: Lines) -> float:
    """From the caption's top to its cloud, in px; nothing where there is no caption."""
    lines = len(caption.texts)
    return (BASELINE + LEADING * (lines - 1) + BELOW) * caption.size if lines else 0.0


def _rooms(
    parts: Sequence[Part], into: Frame, how: Lettering, shares: Sequence[float]
) -> list[Room]:
    """The rooms of parts that have these shares of the frame's width, or else of its height."""
    gaps = how.gap * (len(parts) - 1)
    beside = _are_beside(into)
    widths = [(into.width - gaps) * share if beside else into.width for share in shares]
    captions = [
        set_in_lines(part.caption, how.caption, width, how.fonts, CAPTION_LINES)
        for part, width in zip(parts, widths, strict=True)
    ]
    heights = [_height(caption) for caption in captions]
    above = [max(heights)] * len(parts) if beside else heights
    shared = into.height - gaps - sum(heights)
    rooms, left, top = [], into.left, into.top
    for caption, share, width, over in zip(captions, shares, widths, above, strict=True):
        height = into.height - over if beside else shared * share
        rooms.append(Room(caption, Frame(left, top + over, width, height)))
        left, top = (
            (left + width + how.gap, top) if beside else (left, top + over + height + how.gap)
        )
    if min(min(room.frame.width, room.frame.height) for room in rooms) <= 0:
        raise LayoutError("The canvas is too small to draw on: give a larger --size.")
    return rooms


def _spread(
    clouds: "Sequence[_Cloud | None]",
    rooms: Sequence[Room],
    scale: float,
    beside: bool,
    fonts: FontSet,
) -> list[float]:
    """Shares with which the room that clouds leave over at this scale goes to all alike."""
    along = 0 if beside else 1
    extents = [(room.frame.width, room.frame.height)[along] for room in rooms]
    used = [cloud.extent[along] * scale if cloud else extent
            for cloud, extent in zip(clouds, extents, strict=True)]  # fmt: skip
    if beside:
        used = [
            max(width, widest(room.caption, fonts)) for width, room in zip(used, rooms, strict=True)
        ]
    total = sum(extents)
    more = (total - sum(used)) / len(used)
    return [(extent + more) / total for extent in used]


def _least(part: Part, into: Frame, how: Lettering) -> float:
    """The least share of the room for a part: beside others it needs some for its caption."""
    least = LEAST if part.words else EMPTY
    if not _are_beside(into):
        return least
    longest = widest(Lines(tuple(part.caption.split()), how.caption), how.fonts)
    return max(least, min(longest / into.width, MOST_FOR_CAPTION))


def apportioned(wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """Shares of 1 in proportion to what is wanted, but none smaller than its least.

    wanted: from 0 up. least: together less than 1.
    """
    fixed: dict[int, float] = {}
    while True:
        total = sum(want for i, want in enumerate(wanted) if i not in fixed)
        room = 1 - sum(fixed.values())
        shares = [fixed.get(i, want * room / (total or 1)) for i, want in enumerate(wanted)]
        low = {i: least[i] for i, share in enumerate(shares) if share < least[i]}
        if not low:
            return shares
        fixed |= low


def draw_caption(room: Room, colour: str, fonts: FontSet) -> tuple[Mark, ...]:
    """The caption of a room, about its middle."""
    middle = room.frame.left + room.frame.width / 2
    return draw_lines(room.caption, colour, middle, room.baseline, room.frame.width, fonts)


def draw_instead(part: Part, room: Room, how: Lettering, colour: str) -> tuple[Mark, ...]:
    """What is said in the middle of a room in the place of words."""
    left, top, width, height = room.frame
    said = set_in_lines(part.instead, how.said, width, how.fonts, SAID_LINES)
    baseline = top + height / 2 - (LEADING * (len(said.texts) - 1) - 0.7) / 2 * said.size
    return draw_lines(said, colour, left + width / 2, baseline, width, how.fonts)
