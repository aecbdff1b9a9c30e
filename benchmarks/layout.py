"""One layout, ours beside every peer's: processor time, interleaved, medians of one run.

Same tags, same font, 800 x 600, font size as the square root of the weight. Ours counts shaping,
measuring, finding the scale and placing. So does wordcloud's, by its own law, which bends sizes
and drops what finds no room. The others are given the largest sizes at which they place every
word; what finding those took is printed, and not counted.

"first" is the first layout of a fresh process (ours: what ``coalition cloud --json`` tells of
itself); "warm" is one after several in the same process, with caches filled and code compiled.

    make peers && .venv/bin/python benchmarks/layout.py --counts 50,100
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from peers.engines import (
    D3,
    FONT,
    HEIGHT,
    HELD,
    OURS,
    PEERS,
    WIDTH,
    WORDCLOUD2,
    WORDCLOUD2_FINE,
    Engine,
    R,
    Session,
    is_there,
)
from peers.fitting import Fit, fit
from words import KINDS, tags

COUNTS = (20, 50, 100, 200, 500, 1000, 2000, 5000)
MOST = {HELD: 1000, D3: 1000, WORDCLOUD2: 1000, WORDCLOUD2_FINE: 500, R: 1000}
"""The longest lists that each is asked for: finding sizes that fit takes minutes beyond."""

RUNS, WARM = 5, 5
"""Rounds of all engines, and layouts in each process."""

MANY, FEWER = 1000, 2
"""From so many tags on: both."""

HEAD = f"{'first':>27}{'warm':>12}{'placed':>8}{'times ours':>16}{'search':>10}"

Pairs = list[tuple[str, int]]


class Taken(NamedTuple):
    """Processor seconds of the first layout in a process and of the last; words placed."""

    first: float
    warm: float
    placed: int


def in_process(engine: Engine, numbers: Sequence[tuple[str, float]]) -> Taken:
    layouts = FEWER if len(numbers) >= MANY else WARM
    with Session(engine) as session:
        taken = [session.lay_out(numbers) for _ in range(layouts)]
    return Taken(taken[0].cpu_seconds, taken[-1].cpu_seconds, len(taken[0].words))


def ours(pairs: Pairs) -> Taken:
    """The first layout as the program tells of itself, a warm one from the library."""
    program = Path(sys.executable).parent / "coalition"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tags.json"
        file.write_text(json.dumps(pairs))
        size = f"{WIDTH}x{HEIGHT}"
        command = [program, "cloud", file, "--json", "--font", FONT, "--size", size]
        told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return Taken(told["layout_cpu_seconds"], in_process(OURS, pairs).warm, len(told["words"]))


def medians(taken: Sequence[Taken]) -> Taken:
    first, warm, placed = zip(*taken, strict=True)
    return Taken(statistics.median(first), statistics.median(warm), placed[0])


def print_row(engine: Engine, taken: Taken, mine: Taken, found: Fit | None = None) -> None:
    row = f"{engine.name:18}{taken.first * 1e3:9.1f} ms{taken.warm * 1e3:9.1f} ms{taken.placed:8}"
    if found:
        row += f"{taken.first / mine.first:8.1f}{taken.warm / mine.warm:8.1f}"
        row += "" if engine.fits else f"{found.search_seconds:8.1f} s"
    print(row, flush=True)


def compare(kind: str, count: int) -> Taken:
    """Prints the engines' times for one list, and gives ours."""
    pairs = tags(count, kind=kind)
    peers = [p for p in PEERS if count <= MOST.get(p, count) and is_there(p)]
    fits = {peer: fit(peer, pairs) for peer in peers}
    mine: list[Taken] = []
    theirs: dict[Engine, list[Taken]] = {peer: [] for peer in peers}
    for _ in range(FEWER if count >= MANY else RUNS):
        mine.append(ours(pairs))
        for peer in peers:
            theirs[peer].append(in_process(peer, fits[peer].numbers))
    print(f"{count} {kind}\n{HEAD}")
    print_row(OURS, medians(mine), medians(mine))
    for peer in peers:
        print_row(peer, medians(theirs[peer]), medians(mine), fits[peer])
    print(flush=True)
    return medians(mine)


def main(kind: str, counts: Sequence[int]) -> None:
    mine = {count: compare(kind, count) for count in counts}
    if {500, 5000} <= mine.keys():
        ratio = mine[5000].first / 5000 / (mine[500].first / 500)
        print(f"Ours: cost per tag at 5,000 over that at 500: {ratio:.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kind", choices=KINDS, default=KINDS[0])
    parser.add_argument(
        "--counts", type=lambda text: [int(part) for part in text.split(",")], default=COUNTS
    )
    main(**vars(parser.parse_args()))
