"""The layout that keeps a previous cloud: what was there stays, what is new finds room.

Every tag that was there and has not grown is pinned to where it was. One that is new or larger,
or stood where such a one is now, is placed after the tags with a certain share of its ink, at the
nearest free place: smaller ones make room in their turn. How large the share is, is tried: if it
is small, the new tag finds a place only at the edge and the cloud grows; if it is large, many
make room. Of the placings nearly as large as the largest the one is kept that moves the tags
least.
"""

from bisect import bisect_right
from collections.abc import Sequence
from math import ceil, dist
from statistics import fmean, median

from coalition.cloud.compact import compact
from coalition.drawing.outlines import Ink
from coalition.drawing.placing import Fit, Placed, Placing
from coalition.drawing.tables import EM, Pin, Plan

SHARES = (0.0, 0.03, 0.1, 0.2, 0.35, 0.5, 0.7, 1.0)
"""The shares of its ink that let another tag keep its place beside a new one, in turn."""

GROWN = 1.001
"""How much larger than before a tag must be to count as larger."""

NEARLY = 0.99
"""How large the tags must be beside the largest tried, so that their ink is within 2 %."""


def keep(placing: Placing, previous: Sequence[Placed | None]) -> Fit:
    """The placing nearest to the previous one.

    previous: for each word, as they were given, where it was, in px from the middle of the room
    that the cloud fills now; None for one that is new. If all are new, the layout is compact.
    """
    before = [previous[given] for given in placing.order]
    ratios = [size / spot.size for spot, size in zip(before, placing.cells, strict=True) if spot]
    if not ratios:
        return compact(placing)
    ratio = median(ratios)
    moves = any(
        spot is None or size > spot.size * ratio * GROWN
        for spot, size in zip(before, placing.cells, strict=True)
    )
    plans = (_plan(placing, before, ratio, share) for share in (SHARES if moves else SHARES[:1]))
    fits = [placing.attempt(plan) for plan in plans]
    largest = max(fit.scale for fit in fits)
    near = [fit for fit in fits if fit.scale >= largest * NEARLY]
    return min(near, key=lambda fit: _moved(placing, fit, before))


def _plan(placing: Placing, before: Sequence[Placed | None], ratio: float, share: float) -> Plan:
    """The old places, ``ratio`` cells a px; a tag of another size keeps its middle."""
    wants: list[tuple[int, int]] = []
    pins: list[Pin] = []
    covered = 0.0
    rising = [-area for area in placing.areas]
    for i, (spot, ink, size) in enumerate(zip(before, placing.inks, placing.cells, strict=True)):
        until = max(i, bisect_right(rising, -placing.areas[i] * share))
        x, y = _middle(spot, ink) if spot else (0.0, 0.0)
        wants.append((round(x * ratio), round(y * ratio)))
        stays = spot is not None and size <= spot.size * ratio * GROWN
        origin = x * ratio - _across(ink) * size, y * ratio - _down(ink) * size
        pins.append(Pin(origin if stays else None, until))
        covered = max(covered, _covered(spot, ink, placing.aspect)) if spot else covered
    return Plan(wants, pins, covered=ceil(covered * ratio), nearest=True)


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


def _moved(placing: Placing, fit: Fit, before: Sequence[Placed | None]) -> float:
    """How far the tags are from where they were, in px, in the mean."""
    half = placing.width / 2, placing.height / 2
    placed = placing.on_canvas(fit)
    now = [placed[given]._replace(x=placed[given].x - half[0], y=placed[given].y - half[1])
           for given in placing.order]  # fmt: skip
    return fmean(
        dist(_middle(old, ink), _middle(new, ink))
        for old, new, ink in zip(before, now, placing.inks, strict=True)
        if old
    )
