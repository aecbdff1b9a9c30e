"""What is seen in a cloud: ink, overlap, gaps, proportions, margins, exactness of the sizes."""

import statistics
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from peers.drawing import ZOOM, Renderer, Stamp
from peers.engines import HEIGHT, WIDTH, Word


class Seen(NamedTuple):
    """What one cloud shows.

    placed:      words drawn.
    ink:         inked pixels as a share of the box of all ink.
    overlap:     inked pixels that belong to two words or more, at ZOOM times the resolution.
    gap:         least way along a row from ink to the ink of the word beside it, in em of the
                 smaller; side by side are words whose boxes share half the lower one's height.
    box_gap:     the same from box to box, of words whose boxes do not interlock.
    proportions: width over height of the box of all ink, as a share of the canvas's.
    margins:     from the box to the canvas's left, top, right and bottom, in px.
    deviation:   largest relative deviation of a size from the square root of the weight.
    most:        ink there would be if the widest word were as wide as the box and the box had
                 the canvas's proportions: what bounds a cloud that does.
    """

    placed: int
    ink: float
    overlap: int
    gap: float
    box_gap: float
    proportions: float
    margins: tuple[float, float, float, float]
    deviation: float
    most: float


class _Overlaid(NamedTuple):
    """All words on one sheet of pixels.

    times: how many words ink each pixel.
    owner: which word inked it last, counted from 1; 0 is paper.
    """

    times: Any
    owner: Any


def _overlaid(stamps: Sequence[Stamp]) -> _Overlaid:
    left, top = min(s.left for s in stamps), min(s.top for s in stamps)
    shape = (max(s.bottom for s in stamps) - top, max(s.right for s in stamps) - left)
    sheet = _Overlaid(np.zeros(shape, np.uint16), np.zeros(shape, np.uint16))
    for number, s in enumerate(stamps, 1):
        place = np.s_[s.top - top : s.bottom - top, s.left - left : s.right - left]
        sheet.times[place] += s.ink
        sheet.owner[place][s.ink] = number
    return sheet


def _side_by_side(a: Stamp, b: Stamp) -> bool:
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return 2 * shared >= min(a.ink.shape[0], b.ink.shape[0])


def _least_gap(owner: Any, stamps: Sequence[Stamp], ems: Sequence[float]) -> float:
    """Along every row: from the last pixel of a word to the next pixel, if it is another's."""
    at = np.flatnonzero(owner)
    word, row, em = owner.ravel()[at].astype(np.int64) - 1, at // owner.shape[1], np.asarray(ems)
    ends = np.flatnonzero((word[1:] != word[:-1]) & (row[1:] == row[:-1]))
    a, b = word[ends], word[ends + 1]
    gaps = (at[ends + 1] - at[ends] - 1) / np.minimum(em[a], em[b])
    for k in np.argsort(gaps):
        if _side_by_side(stamps[a[k]], stamps[b[k]]):
            return float(gaps[k])
    return float("inf")


def _least_box_gap(stamps: Sequence[Stamp], ems: Sequence[float]) -> float:
    left, right, top, bottom, em = (
        np.array(side)
        for side in zip(
            *((s.left, s.right, s.top, s.bottom, e) for s, e in zip(stamps, ems, strict=True)),
            strict=True,
        )
    )
    gap = left[None, :] - right[:, None]
    shared = np.minimum(bottom[None, :], bottom[:, None]) - np.maximum(top[None, :], top[:, None])
    height = bottom - top
    beside = (gap >= 0) & (2 * shared >= np.minimum(height[None, :], height[:, None]))
    relative = gap / np.minimum(em[None, :], em[:, None])
    return float(relative[beside].min(initial=np.inf))


def _deviation(words: Sequence[Word], weights: Mapping[str, float]) -> float:
    ratios = [word.size / weights[word.text] ** 0.5 for word in words]
    middle = statistics.median(ratios)
    return max(abs(ratio / middle - 1) for ratio in ratios)


def look(words: Sequence[Word], weights: Mapping[str, float], renderer: Renderer) -> Seen:
    """Draws the words and measures the drawing."""
    drawn = [(word, stamp) for word in words if (stamp := renderer.stamp(word))]
    stamps = [stamp for _, stamp in drawn]
    ems = [word.size * ZOOM for word, _ in drawn]
    times, owner = _overlaid(stamps)
    left, top = min(s.left for s in stamps) / ZOOM, min(s.top for s in stamps) / ZOOM
    height, width = (side / ZOOM for side in times.shape)
    widest = max(s.ink.shape[1] for s in stamps) / ZOOM
    inked = (times > 0).sum() / ZOOM**2
    return Seen(
        placed=len(words),
        ink=inked / (width * height),
        overlap=int((times > 1).sum()),
        gap=_least_gap(owner, stamps, ems),
        box_gap=_least_box_gap(stamps, ems),
        proportions=width / height / (WIDTH / HEIGHT),
        margins=(left, top, WIDTH - left - width, HEIGHT - top - height),
        deviation=_deviation(words, weights),
        most=inked / (widest**2 * HEIGHT / WIDTH),
    )
