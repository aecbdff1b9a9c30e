"""Related words near each other: our clouds beside the layouts of Barth, Kobourov and Pupyrev.

    python evaluations/semantic_clouds.py [--counts 20,50,100,200] [TEXT ...]

For each number of words one table: the measures of cloud_measures.py, means over the texts, and
the processor time. Each TEXT is a file; without any, the made-up text of topical_text.py is used
in three variants. Words, font and sizes (square root of the weight) are the same for all; the
rivals' boxes may touch, ours keep a legible gap.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import astuple, fields
from pathlib import Path
from statistics import fmean

from cloud_measures import Box, Measures, boxes_of, measures_of_boxes
from rival_layouts import RIVALS, Layout
from topical_text import Words, from_text, made_up

from coalition import tag_cloud

SEEDS = (1, 2, 3)

HEADINGS = {
    "adjacencies": "adjac.",
    "touching": "touch.",
    "distortion": "distor.",
    "distortion_middles": "d.midd.",
    "compactness": "compact",
    "compactness_hull": "c.hull",
    "uniformity": "uniform",
    "aspect_ratio": "aspect",
    "recall": "recall",
}


def compact(words: Words) -> list[Box]:
    return boxes_of(json.loads(tag_cloud(words.weights).json()))


def meaning(words: Words) -> list[Box]:
    return boxes_of(json.loads(tag_cloud(words.weights, similarity=words.similarity).json()))


OURS: dict[str, Callable[[Words], list[Box]]] = {
    "ours, compact": compact,
    "ours, meaning": meaning,
}


def rival(layout: Layout) -> Callable[[Words], list[Box]]:
    def boxes(words: Words) -> list[Box]:
        upright = [
            {"text": text, "size": weight**0.5, "x": 0, "y": 0} for text, weight in words.weights
        ]
        sizes = [(box.right - box.left, box.height) for box in boxes_of({"words": upright})]
        return layout(sizes, words.similarity)

    return boxes


def texts(paths: list[Path]) -> Iterator[Callable[[int], Words]]:
    """For each text: how to get so many words of it."""
    for path in paths:
        text = path.read_text("utf-8", errors="replace")
        yield lambda count, text=text: from_text(text, count)
    if not paths:
        for seed in SEEDS:
            yield lambda count, seed=seed: made_up(count, seed)


def measured(lay_out: Callable[[Words], list[Box]], words: Words) -> tuple[float, ...]:
    start = time.process_time()
    boxes = lay_out(words)
    seconds = time.process_time() - start
    return (*astuple(measures_of_boxes(boxes, words.similarity)), seconds)


def main(counts: list[int], paths: list[Path]) -> None:
    ways = {**OURS, **{name: rival(layout) for name, layout in RIVALS.items()}}
    headings = [HEADINGS[field.name] for field in fields(Measures)]
    for count in counts:
        inputs = [words_of(count) for words_of in texts(paths)]
        print(f"\n{f'{count} words':18}" + "".join(f"{h:>9}" for h in headings) + "  seconds")
        for name, lay_out in ways.items():
            rows = [measured(lay_out, words) for words in inputs]
            *means, seconds = map(fmean, zip(*rows, strict=True))
            print(
                f"{name:18}" + "".join(f"{m:9.3f}" for m in means) + f"{seconds:9.3f}", flush=True
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--counts", default="20,50,100,200")
    parser.add_argument("texts", nargs="*", type=Path)
    given = parser.parse_args()
    sys.exit(main([int(count) for count in given.counts.split(",")], given.texts))
