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

from coalition.cloud.compact import compact, stretched
from coalition.cloud.lettering import LEADING, Lines, draw_lines, set_in_lines, widest
from coalition.cloud.place import Frame
from coalition.drawing.fonts import FontSet
from coalition.drawing.picture import Mark
from coalition.drawing.placing import Fit, Placed, Placing, has_ink
from coalition.drawing.tables import Word
from coalition.errors import LayoutError

ROUNDS, FEWER, POWER = 4, 2, 1.5
"""How often the room is shared out, at first and again, and the power of the scale gone by."""

LOWER, NEARLY = (0.8, 0.65, 0.5, 0.4), 0.94
"""Heights of the frame that are tried for parts beside each other, and the share of the largest
scale that is worth it."""

MOST_APART = 1.45
"""How much taller parts beside each other become at the most so as to fill the canvas."""

CAPTION, SAID, BETWEEN = 0.038, 0.03, 0.065
"""Font sizes of a caption and of what is said where there is no tag, and the room between two
parts, as shares of the frame's shorter side."""

CAPTION_LINES, SAID_LINES = 2, 8

BASELINE, BELOW = 0.85, 1.2
"""In em of a caption: from its top to its first baseline, and from its last one to the cloud."""

LEAST, EMPTY, MOST_FOR_CAPTION = 0.08, 0.16, 0.28
"""Shares of the frame: the least of any part, that of one without tags, and what a part gets at
the most because a word of its caption is long."""

SMALLEST_CAPTION = 0.6
"""How much smaller than usual a caption gets at the most, so that its words stay whole."""

ROOMY = 1.15
"""How much wider than its caption a part is at the least."""


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


def lettering(into: Frame, captions: Sequence[str], fonts: FontSet) -> Lettering:
    """The lettering of parts in that frame: captions smaller where a word in them is long."""
    shorter = min(into.width, into.height)
    most = into.width * (MOST_FOR_CAPTION if are_beside(into) else 1.0)
    longest = ROOMY * _longest_word(captions, CAPTION * shorter, fonts)
    smaller = max(SMALLEST_CAPTION, min(1.0, most / longest)) if longest else 1.0
    return Lettering(CAPTION * shorter * smaller, SAID * shorter, BETWEEN * shorter, fonts)


def _longest_word(captions: Sequence[str], size: float, fonts: FontSet) -> float:
    """The width of the longest word in px."""
    words = tuple(word for caption in captions for word in caption.split())
    return widest(Lines(words, size), fonts)


class Room(NamedTuple):
    """Where a part's words go, and the caption above that."""

    caption: Lines
    frame: Frame

    @property
    def baseline(self) -> float:
        """Of the caption's first line, in px from the canvas's top."""
        return self.frame.top - _height(self.caption) + BASELINE * self.caption.size

    @property
    def bottom(self) -> float:
        """Px from the canvas's top."""
        return self.frame.top + self.frame.height

    def of_height(self, height: float) -> "Room":
        """The same from its top down."""
        return self._replace(frame=self.frame._replace(height=height))

    def moved(self, down: float) -> "Room":
        """The same, so many px further down."""
        return self._replace(frame=self.frame._replace(top=self.frame.top + down))


class Arranged(NamedTuple):
    """A part on the canvas: its room, and the places of its words in the order given."""

    room: Room
    places: list[Placed]


def arrange(parts: Sequence[Part], into: Frame, how: Lettering) -> list[Arranged]:
    """The parts within the frame, in the order of reading; a font size in px is the same multiple
    of a word's in all of them.

    Raises LayoutError where the frame has no room.
    """
    best = _beside(parts, into, how) if are_beside(into) else _stacked(parts, into, how)
    return [
        Arranged(room, _places(part, cloud, room.frame, best.scale))
        for part, cloud, room in zip(parts, best.clouds, best.rooms, strict=True)
    ]


def are_beside(canvas: Frame) -> bool:
    """Whether parts stand side by side there, and not one above the other."""
    return canvas.width >= canvas.height


class _Round(NamedTuple):
    """One sharing out: px per unit of size, that all clouds allow in these rooms."""

    scale: float
    rooms: list[Room]
    clouds: "list[_Cloud | None]"


def _beside(parts: Sequence[Part], into: Frame, how: Lettering) -> _Round:
    """The largest scale, or nearly, in a frame no taller than that needs, and then set apart:
    where one long word decides the scale, all are to be about as tall as its cloud.
    """
    largest = best = max(_rounds(parts, into, how, ROUNDS), key=_by_scale)
    for lower in LOWER:
        low = into._replace(height=into.height * lower)
        tried = max(_rounds(parts, low, how, FEWER), key=_by_scale)
        if tried.scale < largest.scale * NEARLY:
            break
        best = tried
    return _set_apart(_evenly_wide(parts, best, into, how), into)


def _by_scale(tried: _Round) -> float:
    return tried.scale


def _evenly_wide(parts: Sequence[Part], tried: _Round, into: Frame, how: Lettering) -> _Round:
    """The same with the width that clouds and captions leave over given to all alike."""
    widths = [room.frame.width for room in tried.rooms]
    used = [
        min(width, max(cloud.extent[0] * tried.scale, ROOMY * widest(room.caption, how.fonts)))
        if cloud
        else width
        for cloud, room, width in zip(tried.clouds, tried.rooms, widths, strict=True)
    ]
    more = (sum(widths) - sum(used)) / len(used)
    shares = [(width + more) / sum(widths) for width in used]
    low = into._replace(height=max(room.bottom for room in tried.rooms) - into.top)
    rooms = _rooms(parts, low, how, shares)
    return _Round(min(_scales(tried.clouds, rooms)), rooms, tried.clouds)


def _set_apart(tried: _Round, into: Frame) -> _Round:
    """The same with the words of each part set apart downward where there is room, all of it in
    the middle of the frame.
    """
    top, height = tried.rooms[0].frame.top, tried.rooms[0].frame.height
    taller = min(into.top + into.height - top, height * MOST_APART)
    clouds = [
        cloud and cloud.set_apart(tried.scale, room.frame.width, taller)
        for cloud, room in zip(tried.clouds, tried.rooms, strict=True)
    ]
    rooms = [room.of_height(taller) for room in tried.rooms]
    scale = min(tried.scale, *_scales(clouds, rooms))
    needed = max((cloud.extent[1] * scale for cloud in clouds if cloud), default=taller)
    down = (into.top + into.height - top - needed) / 2
    return _Round(scale, [room.of_height(needed).moved(down) for room in rooms], clouds)


def _stacked(parts: Sequence[Part], into: Frame, how: Lettering) -> _Round:
    """The largest scale; the height that is left over parts the parts."""
    best = max(_rounds(parts, into, how, ROUNDS), key=_by_scale)
    heights = [room.frame.height for room in best.rooms]
    used = [
        cloud.extent[1] * best.scale if cloud else height
        for cloud, height in zip(best.clouds, heights, strict=True)
    ]
    more = (sum(heights) - sum(used)) / len(used)
    rooms, down = [], more / 2
    for room, height in zip(best.rooms, used, strict=True):
        rooms.append(room.of_height(height).moved(down))
        down += height + more - room.frame.height
    return best._replace(rooms=rooms)


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

    def set_apart(self, scale: float, width: float, height: float) -> "_Cloud":
        """The cloud at that scale in a room, its words set apart downward if there is room."""
        placing = self.placing.on(width, height)
        return _Cloud(placing, stretched(placing, self.fit._replace(scale=scale / self.cells)))


def _rounds(parts: Sequence[Part], into: Frame, how: Lettering, count: int) -> Iterator[_Round]:
    least = [_least(part, into, how) for part in parts]
    wanted = [sum(word.size**2 * word.shaped.advance for word in part.words) for part in parts]
    for _ in range(count):
        shares = apportioned(wanted, least)
        rooms = _rooms(parts, into, how, shares)
        clouds = [_cloud(part, room.frame) for part, room in zip(parts, rooms, strict=True)]
        scales = _scales(clouds, rooms)
        scale = min(scales)
        yield _Round(scale, rooms, clouds)
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


def _height(caption: Lines) -> float:
    """From the caption's top to its cloud, in px; nothing where there is no caption."""
    lines = len(caption.texts)
    return (BASELINE + LEADING * (lines - 1) + BELOW) * caption.size if lines else 0.0


def _rooms(
    parts: Sequence[Part], into: Frame, how: Lettering, shares: Sequence[float]
) -> list[Room]:
    """The rooms of parts that have these shares of the frame's width, or else of its height."""
    gaps = how.gap * (len(parts) - 1)
    beside = are_beside(into)
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


def _least(part: Part, into: Frame, how: Lettering) -> float:
    """The least share of the room for a part: beside others it needs some for its caption."""
    least = LEAST if part.words else EMPTY
    if not are_beside(into):
        return least
    longest = ROOMY * _longest_word([part.caption], how.caption, how.fonts)
    return max(least, min(longest / into.width, MOST_FOR_CAPTION))


def apportioned(wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """Shares of 1 in proportion to what is wanted, but none smaller than its least.

    wanted: from 0 up. least: together less than 1.
    """
    fixed: dict[int, float] = {}
    while True:
        total = sum(want for i, want in enumerate(wanted) if i not in fixed)
        room = 1 - sum(fixed.values())
        shares = [fixed.get(i, room * (want / (total or 1))) for i, want in enumerate(wanted)]
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
