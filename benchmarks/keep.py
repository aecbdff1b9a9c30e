"""One tag added, raised, lowered or removed: how far the others move, and what the cloud loses.

For each kind of list and change, over several seeds: the mean of the median and of the mean way
in px that the other tags' middles move on a canvas of 800 x 600, and the size of the tags squared
(so, their ink) beside that of the same tags laid out anew.

    python benchmarks/keep.py
"""

import random
import statistics
from collections.abc import Callable
from math import dist

from words import tags

from coalition import TagCloud, tag_cloud

SEEDS = range(1, 6)
LISTS = (("short", 50), ("short", 100), ("phrases", 100), ("skills", 200))

Tags = list[tuple[str, float]]


def added(pairs: Tags, at: int) -> Tags:
    return [*pairs, ("Newly Added", pairs[at][1])]


def raised(pairs: Tags, at: int) -> Tags:
    name, weight = pairs[at]
    return [*pairs[:at], (name, weight * 1.3 + 1), *pairs[at + 1 :]]


def lowered(pairs: Tags, at: int) -> Tags:
    name, weight = pairs[at]
    return [*pairs[:at], (name, weight / 2), *pairs[at + 1 :]]


def removed(pairs: Tags, at: int) -> Tags:
    return [*pairs[:at], *pairs[at + 1 :]]


def middles(cloud: TagCloud) -> dict[str, tuple[float, float]]:
    return {mark.text: (mark.x + mark.width / 2, mark.y) for mark in cloud.picture.marks}


def one(pairs: Tags, change: Callable[[Tags, int], Tags], seed: int) -> tuple[float, float, float]:
    at = random.Random(seed).randrange(len(pairs))
    before = tag_cloud(pairs)
    changed = change(pairs, at)
    after, anew = tag_cloud(changed, keep=before), tag_cloud(changed)
    old, new = middles(before), middles(after)
    ways = [dist(old[name], new[name]) for name in old if name in new and name != pairs[at][0]]
    ink = (after.words[0].size / anew.words[0].size) ** 2
    return statistics.median(ways), statistics.fmean(ways), ink


def main() -> None:
    print(f"{'list':14}{'change':10}{'median px':>10}{'mean px':>9}{'ink':>7}")
    for kind, count in LISTS:
        for change in (added, raised, lowered, removed):
            rows = [one(tags(count, seed, kind), change, seed) for seed in SEEDS]
            median, mean, ink = map(statistics.fmean, zip(*rows, strict=True))
            name = f"{count} {kind}"
            print(f"{name:14}{change.__name__:10}{median:10.1f}{mean:9.1f}{ink:7.3f}", flush=True)


if __name__ == "__main__":
    main()
