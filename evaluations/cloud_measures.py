"""How well a cloud keeps related words together: the measures of Barth, Kobourov and Pupyrev.

L. Barth, S. Kobourov, S. Pupyrev, "Experimental Comparison of Semantic Word Clouds" (SEA 2014,
LNCS 8504), section 4. Each function says what was taken from there and what is ours. All values
are from 0 (worst) to 1 (best), but for the aspect ratio.

    measures(json.loads(cloud.json()), [[0, 1, 0.8], [0, 5, 0.3]])

A word's box is the box of its ink: of the glyphs' outlines, not of the font's line height.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, inf, log, radians, sin, sqrt
from typing import Any, NamedTuple

from coalition.drawing.fonts import UNITS, FontSet
from coalition.drawing.outlines import Ink, ink_box
from coalition.drawing.shaping import shape

Triple = Sequence[float]
"""Two positions and the similarity of what stands there, from 0 to 1."""

LEGIBLE_GAP = 0.5
"""Words are neighbours up to this share of the smaller one's height apart (our definition)."""

CONTACT = 0.01
"""Words touch up to this share of the smaller one's side apart (the paper's tolerance)."""

NEAREST = 5


class Box(NamedTuple):
    """The box of a word's ink, y down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Bottom less top."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Width by height."""
        return (self.right - self.left) * (self.bottom - self.top)

    @property
    def middle(self) -> tuple[float, float]:
        """Where its diagonals cross."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured of one cloud.

    adjacencies:         realised adjacencies, with words as neighbours over a legible gap.
    touching:            realised adjacencies as the paper counts them: boxes in contact.
    distortion:          of the distances between boxes; .5 is what a random layout has.
    distortion_middles:  the same of the distances between the boxes' middles.
    compactness:         the boxes' share of the rectangle around them.
    compactness_hull:    the boxes' share of the convex hull around them.
    uniformity:          how evenly the words are spread over the rectangle.
    aspect_ratio:        width to height of the rectangle; the golden ratio, 1.618, looks best.
    recall:              the share of a word's five most related words among its five nearest.
    """

    adjacencies: float
    touching: float
    distortion: float
    distortion_middles: float
    compactness: float
    compactness_hull: float
    uniformity: float
    aspect_ratio: float
    recall: float


def measures(
    cloud: dict[str, Any],
    similarity: Sequence[Triple],
    *,
    names: Sequence[str] = (),
    fonts: Sequence[str] = (),
) -> Measures:
    """Measure a cloud JSON (docs/formats.md).

    similarity: triples of two positions and a similarity.
    names:      what the positions are of, where that is not the cloud's ``words``: the tags as
                they were given. Pairs of a tag that is not drawn are passed over.
    fonts:      the font files the cloud was drawn with, where they were not the bundled ones.
    """
    boxes = boxes_of(cloud, fonts)
    if names:
        drawn = {word["text"]: position for position, word in enumerate(cloud["words"])}
        spots = [drawn.get(name) for name in names]
        found = ((spots[int(i)], spots[int(j)], value) for i, j, value in similarity)
        similarity = [(i, j, s) for i, j, s in found if i is not None and j is not None]
    return measures_of_boxes(boxes, similarity)


def measures_of_boxes(boxes: Sequence[Box], similarity: Sequence[Triple]) -> Measures:
    """Measure boxes, of which ``similarity`` names the positions."""
    related = _matrix(len(boxes), similarity)
    around = rectangle(boxes)
    used = sum(box.area for box in boxes)
    apart = [[_apart(a, b) for b in boxes[:i]] for i, a in enumerate(boxes)]
    middles = [box.middle for box in boxes]
    between = [[hypot(x - u, y - v) for u, v in middles[:i]] for i, (x, y) in enumerate(middles)]
    return Measures(
        adjacencies=_realised(boxes, related, _are_neighbours),
        touching=_realised(boxes, related, _touch),
        distortion=_distortion(related, apart),
        distortion_middles=_distortion(related, between),
        compactness=_share(used, around.area),
        compactness_hull=_share(used, _hull_area(boxes)),
        uniformity=_uniformity(boxes, around),
        aspect_ratio=_share(around.right - around.left, around.height, most=inf),
        recall=_recall(related, apart),
    )


def boxes_of(cloud: dict[str, Any], fonts: Sequence[str] = ()) -> list[Box]:
    """The ink boxes of a cloud's words, in px of its canvas.

    Raises ValueError where a word was drawn with another font than it is measured with.
    """
    return [_box(word, tuple(fonts)) for word in cloud["words"]]


def _box(word: dict[str, Any], fonts: tuple[str, ...]) -> Box:
    ink, family = _ink(word["text"], fonts)
    if word.get("font", family) != family:
        raise ValueError(f"{word['text']!r} was drawn in {word['font']}, not in {family}")
    em, turned = word["size"] / UNITS, radians(word.get("angle", 0))
    right, down = cos(turned) * em, sin(turned) * em
    corners = [(x, y) for x in (ink.left, ink.right) for y in (ink.top, ink.bottom)]
    xs = [word["x"] + x * right - y * down for x, y in corners]
    ys = [word["y"] + x * down + y * right for x, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


@lru_cache(maxsize=65536)
def _ink(text: str, fonts: tuple[str, ...]) -> tuple[Ink, str]:
    shaped = shape(text, _font_set(fonts))
    return ink_box(shaped) or Ink(0, 0, 0, 0), shaped.glyphs[0].font.name


@lru_cache(maxsize=64)
def _font_set(fonts: tuple[str, ...]) -> FontSet:
    return FontSet(fonts)


def rectangle(boxes: Sequence[Box]) -> Box:
    """The rectangle around all boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


Related = list[dict[int, float]]
"""For each word the earlier ones that it is related to, with the similarity."""

Meeting = Callable[[Box, Box], bool]
"""Whether two words are adjacent."""


def _matrix(count: int, similarity: Sequence[Triple]) -> Related:
    related: Related = [{} for _ in range(count)]
    for first, second, value in similarity:
        i, j = int(max(first, second)), int(min(first, second))
        if i != j:
            related[i][j] = max(value, related[i].get(j, 0.0))
    return related


def _realised(boxes: Sequence[Box], related: Related, meet: Meeting) -> float:
    """The sum of the similarity of those pairs that meet, as a share of the sum over all pairs.

    As in the paper. It is below 1 for all but the sparsest similarities: the pairs that meet
    form a planar graph, and few similarities do.
    """
    total = sum(sum(row.values()) for row in related)
    met = sum(
        value
        for i, row in enumerate(related)
        for j, value in row.items()
        if meet(boxes[i], boxes[j])
    )
    return _share(met, total)


def _apart(a: Box, b: Box) -> float:
    """How far two boxes are from each other; 0 where they touch."""
    across = max(a.left - b.right, b.left - a.right, 0.0)
    down = max(a.top - b.bottom, b.top - a.bottom, 0.0)
    return hypot(across, down)


def _are_neighbours(a: Box, b: Box) -> bool:
    """Ours: at most half the smaller one's height apart, so that a legible gap is no loss."""
    return _apart(a, b) <= LEGIBLE_GAP * min(a.height, b.height)


def _touch(a: Box, b: Box) -> bool:
    """The paper's: along both axes no farther apart than 1 % of the smaller one's side."""
    across = CONTACT * min(a.right - a.left, b.right - b.left)
    down = CONTACT * min(a.height, b.height)
    return (
        a.left - b.right < across
        and b.left - a.right < across
        and a.top - b.bottom < down
        and b.top - a.bottom < down
    )


def _distortion(related: Related, apart: list[list[float]]) -> float:
    """(1 + r) / 2, with Pearson's r between dissimilarity (1 - similarity) and distance.

    As in the paper, over all pairs of two words; those without a similarity have 0. 1 is a
    layout whose distances are as the dissimilarities, .5 one that has nothing to do with them.
    The distance of two boxes is that of their nearest points (theirs: of their corners).
    """
    wanted = [1 - row.get(j, 0.0) for i, row in enumerate(related) for j in range(i)]
    found = [distance for row in apart for distance in row]
    return (1 + _correlation(wanted, found)) / 2


def _correlation(a: Sequence[float], b: Sequence[float]) -> float:
    if not a:
        return 0.0
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    shared = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True))
    spread = sqrt(sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b))
    return max(-1.0, min(1.0, shared / spread)) if spread > 0 else 0.0


def _share(part: float, whole: float, most: float = 1.0) -> float:
    """Used area over all area, as in the paper. Of two layouts of the same words in the same
    font, ink over the rectangle is as this is: the ink is a fixed share of the boxes.
    """
    return min(part / whole, most) if whole > 0 else 0.0


def _hull_area(boxes: Sequence[Box]) -> float:
    corners = sorted({(x, y) for b in boxes for x in (b.left, b.right) for y in (b.top, b.bottom)})
    hull = [*_half_hull(corners), *_half_hull(corners[::-1])]
    around = zip(hull, hull[1:] + hull[:1], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in around)) / 2


def _half_hull(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """One side of the convex hull of points in their order (Andrew, 1979)."""
    kept: list[tuple[float, float]] = []
    for x, y in points:
        while len(kept) > 1:
            (u, v), (p, q) = kept[-2:]
            if (p - u) * (y - v) - (q - v) * (x - u) > 0:
                break
            kept.pop()
        kept.append((x, y))
    return kept[:-1]


def _uniformity(boxes: Sequence[Box], around: Box) -> float:
    """1 - H / log n. H is the relative entropy (Kullback and Leibler) of the words' middles in
    the cells of a square grid of about n cells, against as many in every cell. As in the paper.
    """
    side = int(sqrt(len(boxes)))
    if side < 2:
        return 1.0
    width, height = (around.right - around.left) / side, around.height / side
    counts: dict[tuple[int, int], int] = {}
    for x, y in (box.middle for box in boxes):
        column = min(side - 1, int((x - around.left) / width)) if width else 0
        row = min(side - 1, int((y - around.top) / height)) if height else 0
        counts[column, row] = counts.get((column, row), 0) + 1
    shares = [count / len(boxes) for count in counts.values()]
    return 1 - sum(p * log(p * side * side) for p in shares) / log(len(boxes))


def _recall(related: Related, apart: list[list[float]]) -> float:
    """Over the words that have related ones: of the five most related (of equally related ones
    any), how many are among the five nearest. Ours, not in the paper.
    """
    both: list[dict[int, float]] = [dict(row) for row in related]
    for i, row in enumerate(related):
        for j, value in row.items():
            both[j][i] = value
    shares = []
    for i, row in enumerate(both):
        best = sorted((value for value in row.values() if value > 0), reverse=True)[:NEAREST]
        if not best:
            continue
        distance = [apart[max(i, j)][min(i, j)] if i != j else inf for j in range(len(both))]
        nearest = sorted(range(len(both)), key=distance.__getitem__)[:NEAREST]
        found = sum(row.get(j, 0.0) >= best[-1] for j in nearest)
        shares.append(min(1.0, found / len(best)))
    return sum(shares) / len(shares) if shares else 0.0
