"""A cloud as numbers: the cloud JSON, described in docs/formats.md."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coalition.cloud.tag_cloud import TagCloud


def _word(word: dict[str, Any]) -> dict[str, Any]:
    whole = word["weight"] == int(word["weight"])
    rounded = {key: round(word[key], 3) for key in ("size", "x", "y")}
    told = {**word, **rounded, "weight": int(word["weight"]) if whole else word["weight"]}
    lines = [{**line, "x": round(line["x"], 3), "y": round(line["y"], 3)} for line in word["lines"]]
    return {**told, "lines": lines} if lines else {k: told[k] for k in told if k != "lines"}


def to_json(cloud: "TagCloud") -> str:
    """Canvas, words, what was dropped and the time it took, as JSON with a line for each word."""
    words = ",\n  ".join(
        json.dumps(_word(asdict(word)), ensure_ascii=False) for word in cloud.words
    )
    dropped = json.dumps([asdict(tag) for tag in cloud.dropped], ensure_ascii=False)
    canvas = json.dumps([cloud.picture.width, cloud.picture.height])
    return (
        f'{{"canvas": {canvas},\n "words": [\n  {words}\n ],\n "dropped": {dropped},\n'
        f' "layout_seconds": {cloud.seconds:.6f}, "layout_cpu_seconds": {cloud.cpu_seconds:.6f}}}\n'
    )
