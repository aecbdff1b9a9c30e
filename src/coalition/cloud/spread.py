"""Tags dealt out over an area, so that every part of it gets its share of their ink."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

WIDE = 2.2
"""Width to height from which a part is halved into left and right: tags are wide."""

Point = tuple[int, int]


class Tag(NamedTuple):
    """A tag by its number, and its area in any unit."""

    number: int
    area: float


def spread(points: Sequence[Point], tags: Sequence[Tag]) -> Mapping[int, Point]:
    """Where each tag is wanted, by its number.

    points: that stand for the area evenly, from its middle; at least one.
    tags:   the largest first.

    The area is halved again and again and the tags are dealt out to the halves by their area, the
    largest towards the middle. (Rectangles are filled so, with exact areas, by the pivots of
    Bederson, Shneiderman and Wattenberg, "Ordered and quantum treemaps", ACM TOG 21(4), 2002.)
    """
    total = sum(tag.area for tag in tags)
    if len(tags) < 2 or len(points) < 2 or not total:
        middle = _middle(points)
        return {tag.number: middle for tag in tags}
    first, second = _dealt(tags)
    share = sum(tag.area for tag in first) / total
    inner, outer = _halved(points, share)
    return {**spread(inner, first), **spread(outer, second)}


def _dealt(tags: Sequence[Tag]) -> tuple[list[Tag], list[Tag]]:
    """In two halves of about the same area; the largest is in the first."""
    first, second, more = list[Tag](), list[Tag](), 0.0
    for tag in tags:
        (first if more <= 0 else second).append(tag)
        more += tag.area if more <= 0 else -tag.area
    return first, second


def _halved(points: Sequence[Point], share: float) -> tuple[list[Point], list[Point]]:
    """The share of the points that is nearer to the middle, across or down, and the rest."""
    across, down = (max(at) - min(at) + 1 for at in zip(*points, strict=True))
    axis = 0 if across > WIDE * down else 1
    ordered = sorted(points, key=lambda point: (point[axis], point[1 - axis]))
    if ordered[0][axis] + ordered[-1][axis] < 0:
        ordered.reverse()
    cut = min(max(round(share * len(points)), 1), len(points) - 1)
    return ordered[:cut], ordered[cut:]


def _middle(points: Sequence[Point]) -> Point:
    across, down = (sum(at) // len(points) for at in zip(*points, strict=True))
    return across, down
