"""The layout by meaning: related tags near each other, and nearly as compact as without.

Every tag goes beside one of those it is most related to, where it touches as much that is related
as it can, or else nearest to where it is wanted; then tags of like size trade places as long as
that makes neighbours of more. Where the first few stand decides much, so that is tried in several
ways, and the one kept that brings the most together and is about as large as a compact cloud.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle, islice
from typing import NamedTuple

from coalition.cloud.compact import compact, stretched
from coalition.drawing.placing import Fit, Placing
from coalition.drawing.tables import EM, MOST_TRADING, Places, Plan, relations, together

Triple = tuple[int, int, float]

ROUNDS = ((30, 17), (60, 5), (120, 3))
"""How many ways are tried, up to so many tags; of more tags, two."""

PARTNERS, TRADES, ALIKE = 4, 12, 50
"""Beside how many of its most related each tag is tried; how often each tries to trade places,
and by how many per cent the boxes may differ then."""

REACHES = (0.97, 0.93)
"""How full the frame is at first, beside the compact cloud, in turn."""

ASTRAY = 0.3
"""How far from the middle a tag is wanted at the most, as a share of the frame's sides."""

NEARLY, COST = 0.95, 4
"""Ink beside that of the compact layout that is as good as any. A cloud with less counts as
bringing less together, by this power of the ratio."""


def meaning(placing: Placing, related: Iterable[Triple]) -> Fit:
    """The placing that brings related tags together.

    related: two positions among the words as they were given, and how related they are (0 to 1).
    """
    first = compact(placing)
    best = brought_near(placing, related, first, placing.attempt)
    return first if best is first else stretched(placing, best)


def brought_near(
    placing: Placing,
    related: Iterable[Triple],
    first: Fit,
    attempt: Callable[[Plan], Fit | None],
) -> Fit:
    """The same, beginning with any placing.

    attempt: places all anew by a plan, if there is room.
    """
    place = {given: at for at, given in enumerate(placing.order)}
    pairs = [(place[i], place[j], value) for i, j, value in related if value > 0 and i != j]
    if not pairs or len(placing.words) > MOST_TRADING:
        return first
    table, filled = relations(pairs), placing.fill_of(first)
    fits = [fit for plan in _plans(placing, filled, table) if (fit := attempt(plan))]
    return max([first, *fits], key=lambda fit: _worth(placing, fit, filled, table))


def _plans(placing: Placing, filled: float, table: bytes) -> Iterator[Plan]:
    count = len(placing.words)
    rounds = next((rounds for most, rounds in ROUNDS if count <= most), 2)
    rng = random.Random(1)
    for number, reach in enumerate(islice(cycle(REACHES), rounds)):
        across = placing.across(fill=filled * reach)
        yield Plan(
            _astray(rng, count, across, across / placing.aspect) if number else (),
            covered=across,
            nearest=True,
            related=table,
            partners=PARTNERS,
            trades=TRADES,
            alike=ALIKE,
            seed=number + 1,
        )


def _astray(
    rng: random.Random, count: int, across: float, down: float
) -> Sequence[tuple[int, int]]:
    """A point for each word, most of them not far from the middle."""

    def off() -> float:
        return (rng.random() + rng.random() - 1) * ASTRAY

    return [(round(off() * across), round(off() * down)) for _ in range(count)]


def _worth(placing: Placing, fit: Fit, filled: float, table: bytes) -> float:
    ink = placing.fill_of(fit) / (filled * NEARLY)
    return together(boxes_of(placing, fit.places), table) * min(1.0, ink) ** COST


class Box(NamedTuple):
    """The box of a tag's ink, in cells."""

    left: float
    top: float
    right: float
    bottom: float


def boxes_of(placing: Placing, places: Places) -> list[Box]:
    """The box of each tag's ink."""
    return [
        Box(x + ink.left * em, y + ink.top * em, x + ink.right * em, y + ink.bottom * em)
        for x, y, ink, em in zip(
            *places, placing.inks, (size / EM for size in placing.cells), strict=True
        )
    ]
