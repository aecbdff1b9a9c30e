"""How full a cloud is: ours beside every peer's, on the same words.

All words in one font, unrotated, font size as the square root of the weight, on 800 x 600; the
peers that are given sizes get the largest at which they place every word. Every engine's words
are drawn by one renderer (peers/drawing.py) and measured there (peers/seen.py), the mean over
several lists of each kind; of overlap, gaps, margins and deviation the worst.

    make peers && .venv/bin/python benchmarks/ink.py --counts 20,100 --kinds short
"""

import argparse
import statistics
from collections.abc import Sequence
from typing import NamedTuple

from peers.drawing import Renderer
from peers.engines import FONT, HELD, OURS, PEERS, STOCK, Engine, Session, is_there
from peers.fitting import fit
from peers.seen import Seen, look
from words import KINDS, tags

COUNTS = (20, 50, 100, 200, 500)
SEEDS = (1, 2, 3)
RIVALS = [peer for peer in PEERS if peer not in (HELD, STOCK)]
"""Those that keep the sizes they are given."""

HEAD = (
    f"{'placed':>25}{'ink':>8}{'overlap':>9}{'gap em':>9}{'boxes em':>9}{'w/h':>7}"
    f"{'margins px':>13}{'deviation':>10}"
)


class Row(NamedTuple):
    """An engine's figures over several lists of one kind and length."""

    engine: Engine
    seen: list[Seen]

    @property
    def ink(self) -> float:
        """The mean over the lists."""
        return statistics.mean(one.ink for one in self.seen)

    def __str__(self) -> str:
        seen = self.seen
        margins = [margin for one in seen for margin in one.margins]
        return (
            f"{self.engine.name:18}{statistics.mean(s.placed for s in seen):7.0f}{self.ink:8.3f}"
            f"{max(s.overlap for s in seen):9}{min(s.gap for s in seen):9.2f}"
            f"{min(s.box_gap for s in seen):9.2f}"
            f"{statistics.mean(s.proportions for s in seen):7.2f}"
            f"{min(margins):7.0f} ..{max(margins):4.0f}{max(s.deviation for s in seen):10.2%}"
        )


def one(engine: Engine, pairs: Sequence[tuple[str, int]], seed: int, renderer: Renderer) -> Seen:
    if engine == OURS:  # never from what was kept: it is what changes
        with Session(OURS) as session:
            words = session.lay_out(pairs).words
    else:
        words = fit(engine, pairs, seed).layout.words
    return look(words, dict(pairs), renderer)


def compared(rows: Sequence[Row]) -> str:
    """Our ink over the best rival's, over wordcloud's held to our rules and as it comes."""
    mine, rivals = rows[0], [row for row in rows if row.engine in RIVALS]
    others = [row for row in rows if row.engine in (HELD, STOCK)]
    if rivals:
        others.insert(0, max(rivals, key=lambda row: row.ink))
    ratios = ", ".join(f"{mine.ink / row.ink:.2f} times {row.engine.name}" for row in others)
    most = statistics.mean(seen.most for seen in mine.seen)
    return f"ours: {ratios}; at most {most:.3f}, where the widest word fills the width\n"


def compare(kind: str, count: int, seeds: Sequence[int], renderer: Renderer) -> None:
    """Prints every engine's figures for the lists of one kind and length."""
    print(f"{count} {kind}\n{HEAD}")
    lists = [(tags(count, seed, kind), seed) for seed in seeds]
    rows = []
    for engine in (OURS, *PEERS):
        if is_there(engine):
            rows.append(Row(engine, [one(engine, pairs, seed, renderer) for pairs, seed in lists]))
            print(rows[-1], flush=True)
    print(compared(rows), flush=True)


def main(kinds: Sequence[str], counts: Sequence[int], seeds: Sequence[int]) -> None:
    renderer = Renderer(FONT)
    for kind in kinds:
        for count in counts:
            compare(kind, count, seeds, renderer)


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kinds", type=lambda text: text.split(","), default=KINDS)
    parser.add_argument("--counts", type=_numbers, default=COUNTS)
    parser.add_argument("--seeds", type=_numbers, default=SEEDS)
    main(**vars(parser.parse_args()))
