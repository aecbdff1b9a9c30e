"""Small versions of the layouts that Barth, Kobourov and Pupyrev (SEA 2014, section 3) compare.

Each takes the sizes of words' boxes, heaviest first, and their similarity, and gives the boxes'
places; boxes may touch and never overlap. Where the paper's own version packs its pieces by
forces, these put every piece, the heaviest first, on the free spot nearest to its wanted one,
which packs denser: their measures here are no worse than they need be.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from math import cos, hypot, pi, sin, sqrt

from cloud_measures import Box

Size = tuple[float, float]
Place = tuple[float, float]
Triple = Sequence[float]
Layout = Callable[[Sequence[Size], Sequence[Triple]], list[Box]]
Piece = dict[int, Box]
"""Words placed beside each other, about (0, 0)."""

ASPECT = (1 + sqrt(5)) / 2
"""Width to height they aim at: the golden ratio, as in the paper."""

LONGEST = 12
"""Words in one cycle."""


def wordle(sizes: Sequence[Size], similarity: Sequence[Triple]) -> list[Box]:
    """Each word, the heaviest first, near the middle where there is room; similarity is not used
    (Viégas, Wattenberg and Feinberg, InfoVis 2009).
    """
    chance, spread = random.Random(1), sqrt(sum(w * h for w, h in sizes)) / 6
    wanted = [(chance.gauss(0, spread), chance.gauss(0, spread / ASPECT)) for _ in sizes]
    return _packed([{i: _about(size)} for i, size in enumerate(sizes)], wanted)


def mds(sizes: Sequence[Size], similarity: Sequence[Triple]) -> list[Box]:
    """Places as far apart as the words are dissimilar, then overlaps pushed apart (the start of
    the context-preserving clouds of Cui et al., PacificVis 2010, and of the paper's others).
    """
    return _without_overlaps(list(map(_about, sizes, _spots(sizes, similarity))))


def cycle_cover(sizes: Sequence[Size], similarity: Sequence[Triple]) -> list[Box]:
    """Heavy cycles through the words, each laid out with all its neighbours in contact; long
    ones are cut, as they would be a line and no cloud (the paper winds them up).
    """
    rings = _cycles(len(sizes), similarity)
    parts = [ring[at : at + LONGEST] for ring in rings for at in range(0, len(ring), LONGEST)]
    return _joined([_cycle(part, sizes) for part in parts], similarity)


def star_forest(sizes: Sequence[Size], similarity: Sequence[Triple]) -> list[Box]:
    """Heavy stars: words with as many of their related words around them as there is room for."""
    related = _by_word(len(sizes), similarity)
    free, pieces = set(range(len(sizes))), []
    while free:
        stars = {i: _star(i, sizes, related[i], free) for i in sorted(free)}
        best = max(stars, key=lambda i: (sum(related[i].get(j, 0.0) for j in stars[i]), -i))
        pieces.append(stars[best])
        free.difference_update(stars[best])
    return _joined(pieces, similarity)


RIVALS: dict[str, Layout] = {
    "wordle": wordle,
    "mds": mds,
    "star forest": star_forest,
    "cycle cover": cycle_cover,
}


def _about(size: Size, middle: Place = (0.0, 0.0)) -> Box:
    x, y = middle
    return Box(x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2)


def _moved(box: Box, x: float, y: float) -> Box:
    return Box(box.left + x, box.top + y, box.right + x, box.bottom + y)


def _overlap(a: Box, b: Box) -> bool:
    slack = 1e-6
    return (
        a.left < b.right - slack
        and b.left < a.right - slack
        and a.top < b.bottom - slack
        and b.top < a.bottom - slack
    )


def _by_word(count: int, similarity: Iterable[Triple]) -> list[dict[int, float]]:
    related: list[dict[int, float]] = [{} for _ in range(count)]
    for i, j, value in similarity:
        related[int(i)][int(j)] = related[int(j)][int(i)] = value
    return related


def _spots(sizes: Sequence[Size], similarity: Sequence[Triple]) -> list[Place]:
    """Multidimensional scaling by majorising the stress (SMACOF: de Leeuw, 1977)."""
    wanted = [[1.0] * len(sizes) for _ in sizes]
    for i, j, value in similarity:
        wanted[int(i)][int(j)] = wanted[int(j)][int(i)] = 1 - value
    across = sqrt(3 * sum(w * h for w, h in sizes))
    return [(x * across, y * across / ASPECT) for x, y in _scaled(wanted)]


def _scaled(wanted: Sequence[Sequence[float]], rounds: int = 300) -> list[Place]:
    """Places on a plane whose distances are about those wanted."""
    chance, count = random.Random(1), len(wanted)
    spots = [(chance.uniform(-0.5, 0.5), chance.uniform(-0.5, 0.5)) for _ in wanted]
    for _ in range(rounds):
        moved = []
        for i, (x, y) in enumerate(spots):
            to_x = to_y = 0.0
            for distance, (u, v) in zip(wanted[i], spots, strict=True):
                apart = hypot(x - u, y - v)
                pull = distance / apart if apart > 1e-9 else 0.0
                to_x += u + (x - u) * pull
                to_y += v + (y - v) * pull
            moved.append((to_x / count, to_y / count))
        spots = moved
    return spots


def _without_overlaps(boxes: Sequence[Box], rounds: int = 2000) -> list[Box]:
    """Boxes pushed apart along the shorter way, half each, until none overlap."""
    boxes = list(boxes)
    for _ in range(rounds):
        calm, order = True, sorted(range(len(boxes)), key=lambda i: boxes[i].left)
        for at, i in enumerate(order):
            for j in order[at + 1 :]:
                if boxes[j].left >= boxes[i].right:
                    break
                if _overlap(boxes[i], boxes[j]):
                    boxes[i], boxes[j] = _pushed(boxes[i], boxes[j])
                    calm = False
        if calm:
            break
    return boxes


def _pushed(a: Box, b: Box) -> tuple[Box, Box]:
    across = min(a.right, b.right) - max(a.left, b.left)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    (ax, ay), (bx, by) = a.middle, b.middle
    if across < down:
        step = (across if ax >= bx else -across) / 2
        return _moved(a, step, 0), _moved(b, -step, 0)
    step = (down if ay >= by else -down) / 2
    return _moved(a, 0, step), _moved(b, 0, -step)


def _joined(pieces: Sequence[Piece], similarity: Sequence[Triple]) -> list[Box]:
    """The pieces put together: wanted places by the mean similarity between pieces."""
    piece_of = {word: at for at, piece in enumerate(pieces) for word in piece}
    close = [[0.0] * len(pieces) for _ in pieces]
    for i, j, value in similarity:
        a, b = piece_of[int(i)], piece_of[int(j)]
        if a != b:
            mean = value / (len(pieces[a]) * len(pieces[b]))
            close[a][b] += mean
            close[b][a] += mean
    area = sum(box.area for piece in pieces for box in piece.values())
    spots = _scaled([[1 - value for value in row] for row in close])
    return _packed(pieces, [(x * sqrt(area) / 2, y * sqrt(area) / 2 / ASPECT) for x, y in spots])


def _packed(pieces: Sequence[Piece], wanted: Sequence[Place]) -> list[Box]:
    """Every piece, the largest first, on the first free spot of a spiral about its wanted one."""
    placed: Piece = {}
    order = sorted(range(len(pieces)), key=lambda i: -sum(b.area for b in pieces[i].values()))
    for at in order:
        placed.update(_first_free(pieces[at], wanted[at], list(placed.values())))
    return [placed[word] for word in range(len(placed))]


def _first_free(piece: Piece, wanted: Place, taken: Sequence[Box]) -> Piece:
    step = min(box.height for box in piece.values()) / 3
    turn = 0.0
    while True:
        radius = step * turn / (2 * pi)
        x, y = wanted[0] + radius * cos(turn) * ASPECT, wanted[1] + radius * sin(turn)
        moved = {word: _moved(box, x, y) for word, box in piece.items()}
        if not any(_overlap(box, other) for box in moved.values() for other in taken):
            return moved
        turn += min(0.5, step / max(radius, step))


def _cycles(count: int, similarity: Sequence[Triple]) -> list[list[int]]:
    """Paths and cycles through all words, taking heavy pairs first (the paper's greedy version)."""
    beside: list[list[int]] = [[] for _ in range(count)]
    for _, i, j in sorted((-value, int(i), int(j)) for i, j, value in similarity):
        if len(beside[i]) < 2 and len(beside[j]) < 2:
            beside[i].append(j)
            beside[j].append(i)
    seen: set[int] = set()
    rings = []
    for start in sorted(range(count), key=lambda i: len(beside[i])):  # the ends of paths first
        ring, word = [], start
        while word not in seen:
            seen.add(word)
            ring.append(word)
            word = next((other for other in beside[word] if other not in seen), word)
        if ring:
            rings.append(ring)
    return rings


def _cycle(ring: Sequence[int], sizes: Sequence[Size]) -> Piece:
    """Two rows along a line, filled from both ends of the ring so that all its neighbours touch."""
    boxes: Piece = {}
    low, high, ends = 0, len(ring) - 1, [0.0, 0.0]
    while low <= high:
        row = 0 if ends[0] <= ends[1] else 1
        word = ring[low] if row == 0 else ring[high]
        low, high = (low + 1, high) if row == 0 else (low, high - 1)
        width, height = sizes[word]
        top = 0.0 if row == 0 else -height
        boxes[word] = Box(ends[row], top, ends[row] + width, top + height)
        ends[row] += width
    middle = max(ends) / 2
    return {word: _moved(box, -middle, 0) for word, box in boxes.items()}


def _star(
    centre: int, sizes: Sequence[Size], related: dict[int, float], free: Iterable[int]
) -> Piece:
    """A word and, on its four sides, those of its related words that find room there; what is
    most related to it for the length it takes comes first.
    """
    width, height = sizes[centre]
    star = {centre: _about((width, height))}
    rooms = {"above": width, "below": width, "left": height, "right": height}
    candidates = [j for j in free if j != centre and related.get(j, 0.0) > 0]
    for j in sorted(candidates, key=lambda j: (-related[j] / sizes[j][1], j)):
        for side, room in rooms.items():
            takes = sizes[j][0] if side in ("above", "below") else sizes[j][1]
            whole = width if side in ("above", "below") else height
            if takes <= room or room == whole:  # the first on a side may stand out
                star[j] = _on_side(side, whole - room, sizes[j], (width, height))
                rooms[side] = max(0.0, room - takes)
                break
    return star


def _on_side(side: str, start: float, size: Size, centre: Size) -> Box:
    """A box along one side of the centre's, ``start`` from the corner that comes first clockwise;
    so what stands out beyond the other corner is in the way of none on the next side.
    """
    w, h, x, y = *size, centre[0] / 2, centre[1] / 2
    return {
        "above": Box(start - x, -y - h, start - x + w, -y),
        "right": Box(x, start - y, x + w, start - y + h),
        "below": Box(x - start - w, y, x - start, y + h),
        "left": Box(-x - w, y - start - h, -x, y - start),
    }[side]
