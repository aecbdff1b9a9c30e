"""The sizes an engine is given: as large as it can place every word at, found by trying.

The engines' random choices are seeded, so that the same search ends the same; what it found is
kept in ``out/peers`` (delete the folder to search afresh), since it takes many layouts.
"""

import hashlib
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from peers.engines import DRIVERS, FONT, HEIGHT, WIDTH, Engine, Layout, Session, Sized, Word

KEPT = Path(__file__).parents[2] / "out" / "peers"
FINEST = 0.005
"""How near, as a share of it, the search comes to the largest scale that fits."""


class Fit(NamedTuple):
    """The numbers to give an engine with the words, and the layout it makes of them.

    search_seconds: processor time of all the layouts it took to find them.
    """

    numbers: list[tuple[str, float]]
    layout: Layout
    search_seconds: float


def _scaled(words: Sized, scale: float) -> list[tuple[str, float]]:
    return [(text, size * scale) for text, size in words]


def _search(session: Session, words: Sized, seed: int) -> Fit:
    """The largest scale at which every word is placed, by bisection from the canvas's width up."""
    low, high = 0.0, 2 * WIDTH / max(len(text) * size for text, size in words)
    best, spent = None, 0.0
    while best is None or high / low > 1 + FINEST:
        scale = math.sqrt(low * high) if best else high / 1.5
        layout = session.lay_out(_scaled(words, scale), seed)
        spent += layout.cpu_seconds
        if len(layout.words) == len(words):
            low, best = scale, layout
        else:
            high = scale
    return Fit(_scaled(words, low), best, spent)


def _find(engine: Engine, pairs: Sequence[tuple[str, int]], seed: int) -> Fit:
    with Session(engine) as session:
        if not engine.fits:
            return _search(session, [(text, math.sqrt(weight)) for text, weight in pairs], seed)
        layout = session.lay_out(pairs, seed)
        return Fit([(text, float(weight)) for text, weight in pairs], layout, layout.cpu_seconds)


def _kept_at(engine: Engine, pairs: Sequence[tuple[str, int]], seed: int) -> Path:
    """Where a fit is kept: named for all that it depends on."""
    drivers = [DRIVERS / engine.driver, *sorted(DRIVERS.glob("serve.*"))]
    code = [path.read_text() for path in drivers]
    told = json.dumps([engine, code, pairs, seed, WIDTH, HEIGHT, Path(FONT).name, FINEST])
    return KEPT / f"{hashlib.sha256(told.encode()).hexdigest()[:24]}.json"


def fit(engine: Engine, pairs: Sequence[tuple[str, int]], seed: int = 1) -> Fit:
    """What a peer makes of (word, weight) pairs, font sizes as the square root of the weight."""
    kept = _kept_at(engine, pairs, seed)
    if kept.exists():
        numbers, (words, seconds), spent = json.loads(kept.read_text())
        layout = Layout([Word(*word) for word in words], seconds)
        return Fit([(text, number) for text, number in numbers], layout, spent)
    found = _find(engine, pairs, seed)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(found))
    return found
