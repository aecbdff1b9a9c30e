"""A cloud as numbers: the cloud JSON, described in docs/formats.md."""

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coalition.cloud.common_ground import CommonGround
    from coalition.cloud.tag_cloud import TagCloud


def _number(weight: float) -> float:
    return int(weight) if weight == int(weight) else weight


def _word(word: dict[str, Any]) -> dict[str, Any]:
    rounded = {key: round(word[key], 3) for key in ("size", "x", "y")}
    told = {**word, **rounded, "weight": _number(word["weight"])}
    if "weights" in word:
        told["weights"] = [_number(weight) for weight in word["weights"]]
    lines = [
        {**line._asdict(), "x": round(line.x, 3), "y": round(line.y, 3)}
        for line in word.get("lines", ())
    ]
    return {**told, "lines": lines} if lines else {k: told[k] for k in told if k != "lines"}


def to_json(cloud: "TagCloud | CommonGround") -> str:
    """Canvas, words, what was dropped and the time it took, as JSON with a line for each word."""
    return f"{{{_members(cloud)}}}\n"


def common_ground_to_json(ground: "CommonGround") -> str:
    """The same of a comparison, after the names, what sizes the common skills, and the openers."""
    told = {"names": ground.names, "by": ground.by, "openers": ground.openers}
    separator = ",\n "
    members = (f'"{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in told.items())
    return f"{{{separator.join(members)}{separator}{_members(ground)}}}\n"


def _members(cloud: "TagCloud | CommonGround") -> str:
    words = ",\n  ".join(
        json.dumps(_word(word._asdict()), ensure_ascii=False) for word in cloud.words
    )
    dropped = json.dumps([tag._asdict() for tag in cloud.dropped], ensure_ascii=False)
    canvas = json.dumps([cloud.picture.width, cloud.picture.height])
    return (
        f'"canvas": {canvas},\n "words": [\n  {words}\n ],\n "dropped": {dropped},\n'
        f' "layout_seconds": {cloud.seconds:.6f}, "layout_cpu_seconds": {cloud.cpu_seconds:.6f}'
    )
