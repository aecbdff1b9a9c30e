"""The layout that keeps a previous cloud: what was there stays, what is new finds room.

Every tag that was there and has not grown is pinned to where it was. One that is new or larger,
or stood where such a one is now, is placed after the tags with a certain share of its ink, at the
nearest free place: smaller ones make room in their turn. How large the share is, how far the
frame reaches and where a new tag is wanted is tried: the best of the placings moves the others
least and is about as large as a compact layout of the same tags.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, product
from math import ceil, dist
from statistics import fmean, median
from typing import NamedTuple

from coalition.cloud.compact import compact
from coalition.drawing.outlines import Ink
from coalition.drawing.placing import Fit, Placed, Placing
from coalition.drawing.tables import EM, Pin, Plan

SHARES = (0.0, 0.35, 0.7, 1.0, 0.1, 0.2, 0.5, 0.03)
"""The shares of its ink that let another tag keep its place beside a new one, in turn."""

REACHES = (1.02, 1.0, 0.98)
"""How wide the frame is beside the compact cloud's: tags that it cuts off find holes further in."""

SPOTS = ((0.0, 0.0), (-0.35, -0.4), (0.35, -0.2), (-0.35, 0.2), (0.35, 0.4), (0.0, -0.4),
         (0.0, 0.4), (-0.35, -0.2), (0.35, 0.2))  # fmt: skip
"""Where a new tag is wanted, in turn: from the middle, as shares of the frame's sides."""

TRIED, LEAST, MOST = 6_000, 10, 72
"""So many tags are placed for a cloud, in at least and at most so many tries."""

GROWN = 1.001
"""How much larger than before a tag must be to count as larger."""

SMALLER = 0.995
"""How large the tags must be beside those of the compact layout, so that their ink is within 1 %.
A cloud that could be larger than that is rather drawn at the scale it had."""

MEDIAN, MEAN, INK, NOTHING = 3.0, 15.0, 0.01, 0.05
"""What is as bad as each other: tags that move so many px in the median, or in the mean, or that
lose such a share of their ink. The last is so little that no better need be looked for."""


class _Before(NamedTuple):
    """The previous cloud.

    spots: of each word, those with the most ink first, in px from the middle; None for a new one.
    ratio: cells now to a px then.
    """

    spots: Sequence[Placed | None]
    ratio: float

    def stays(self, i: int, size: float) -> bool:
        """Whether a word was there, and not smaller."""
        spot = self.spots[i]
        return spot is not None and size <= spot.size * self.ratio * GROWN


def keep(placing: Placing, previous: Sequence[Placed | None]) -> Fit:
    """The placing nearest to the previous one.

    previous: for each word, as they were given, where it was, in px from the middle of the room
    that the cloud fills now; None for one that is new. If all are new, the layout is compact.
    """
    spots = [previous[given] for given in placing.order]
    ratios = [size / spot.size for spot, size in zip(spots, placing.cells, strict=True) if spot]
    anew = compact(placing)
    if not ratios:
        return anew
    before = _Before(spots, median(ratios))
    best, least = anew, float("inf")
    tries = min(max(TRIED // len(placing.words), LEAST), MOST)
    for plan in islice(_plans(placing, before, anew), tries):
        fit = _settled(placing, placing.attempt(plan), before, anew.scale * SMALLER)
        cost = _cost(placing, fit, before, anew.scale)
        if cost < least:
            best, least = fit, cost
        if cost < NOTHING:
            break
    return best


def _plans(placing: Placing, before: _Before, anew: Fit) -> Iterator[Plan]:
    """What is tried, the most promising first."""
    width = placing.across(fill=placing.fill_of(anew))
    new = [i for i, spot in enumerate(before.spots) if spot is None]
    moves = not all(before.stays(i, size) for i, size in enumerate(placing.cells))
    if not moves:
        yield _plan(placing, before, 0.0)
    spots = SPOTS if new else SPOTS[:1]
    for reach, share, (x, y) in product(REACHES, SHARES if moves else SHARES[:1], spots):
        plan = _plan(placing, before, share)
        wants = list(plan.wants)
        for i in new:
            wants[i] = round(x * width), round(y * width / placing.aspect)
        yield plan._replace(wants=wants, covered=round(width * reach))


def _plan(placing: Placing, before: _Before, share: float) -> Plan:
    """The old places; a tag of another size keeps its middle."""
    wants: list[tuple[int, int]] = []
    pins: list[Pin] = []
    covered = 0.0
    far = 2 * placing.across()
    rising = [-area for area in placing.areas]
    words = zip(before.spots, placing.inks, placing.cells, strict=True)
    for i, (spot, ink, size) in enumerate(words):
        until = max(i, bisect_right(rising, -placing.areas[i] * share))
        x, y = _middle(spot, ink) if spot else (0.0, 0.0)
        x, y = x * before.ratio, y * before.ratio
        wants.append((round(min(max(x, -far), far)), round(min(max(y, -far), far))))
        origin = x - _across(ink) * size, y - _down(ink) * size
        stays = before.stays(i, size) and max(abs(x), abs(y)) < far
        pins.append(Pin(origin if stays else None, until))
        covered = max(covered, _covered(spot, ink, placing.aspect)) if spot else covered
    return Plan(wants, pins, covered=ceil(min(covered * before.ratio, far)), nearest=True)


def _settled(placing: Placing, fit: Fit, before: _Before, least: float) -> Fit:
    """The same, drawn at the scale it had, if it is not smaller than ``least`` (px a cell) for
    that, and moved so that most stay, as far as it finds room on the canvas.
    """
    scale = min(fit.scale, max(1 / before.ratio, least))
    left, top, right, bottom = fit.box
    middles = [(_middle(spot, ink), x + _across(ink) * size, y + _down(ink) * size)
               for spot, ink, size, x, y in zip(before.spots, placing.inks, placing.cells,
                                                *fit.places, strict=True) if spot]  # fmt: skip
    x = median(old[0] / scale - x for old, x, _ in middles) + (left + right) / 2
    y = median(old[1] / scale - y for old, _, y in middles) + (top + bottom) / 2
    aside = (placing.width / scale - (right - left)) / 2
    above = (placing.height / scale - (bottom - top)) / 2
    x, y = min(max(x, -aside), aside), min(max(y, -above), above)
    return fit._replace(scale=scale, box=(left - x, top - y, right - x, bottom - y))


def _covered(spot: Placed, ink: Ink, aspect: float) -> float:
    """The width in px of a frame, about the middle, that holds the tag."""
    x, y = _middle(spot, ink)
    width, height = (ink.right - ink.left) / EM, (ink.bottom - ink.top) / EM
    return max(2 * abs(x) + width * spot.size, (2 * abs(y) + height * spot.size) * aspect)


def _across(ink: Ink) -> float:
    return (ink.left + ink.right) / 2 / EM


def _down(ink: Ink) -> float:
    return (ink.top + ink.bottom) / 2 / EM


def _middle(spot: Placed, ink: Ink) -> tuple[float, float]:
    return spot.x + _across(ink) * spot.size, spot.y + _down(ink) * spot.size


def _cost(placing: Placing, fit: Fit, before: _Before, anew: float) -> float:
    """How bad it is that the tags that were there move, and that all are smaller than anew."""
    half = placing.width / 2, placing.height / 2
    placed = placing.on_canvas(fit)
    now = [placed[given]._replace(x=placed[given].x - half[0], y=placed[given].y - half[1])
           for given in placing.order]  # fmt: skip
    ways = [
        dist(_middle(old, ink), _middle(new, ink))
        for old, new, ink in zip(before.spots, now, placing.inks, strict=True)
        if old
    ]
    lost = max(0.0, SMALLER**2 - (fit.scale / anew) ** 2)
    return median(ways) / MEDIAN + fmean(ways) / MEAN + lost / INK
