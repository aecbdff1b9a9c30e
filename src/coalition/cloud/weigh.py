"""First step: what is to be drawn, and how large each tag is beside the others."""

from collections.abc import Iterable, Mapping
from math import log1p, sqrt
from typing import NamedTuple, TypeAlias

from coalition.errors import BadWeight, InputError
from coalition.tags.visible import visible
from coalition.tags.weights import Profile, WeightedSkill

Weights: TypeAlias = Profile | Mapping[str, float] | Iterable["WeightedSkill | tuple[str, float]"]
"""What a cloud can be made of: a profile, its skills, a mapping, or (tag, weight) pairs."""

SCALES = {"sqrt": sqrt, "linear": float, "log": log1p}
"""Font size as a function of weight. Square root: a tag's *area* is as its weight, which is what
the eye compares; log is log(1 + weight), so that a weight of 1 can still be seen."""


LEAST, MOST = 1e-9, 1e15
"""Weights that can be drawn beside each other; anything beyond is no count of anything."""


class Tag(NamedTuple):
    """One thing to draw: its text, weight, group, and the evidence behind it if it is a skill.

    colour:   "#rrggbb" of its own; "" for that of the picture's scheme.
    position: its place in the input, from 0.
    """

    text: str
    weight: float
    group: str = ""
    skill: WeightedSkill | None = None
    colour: str = ""
    position: int = 0


class Dropped(NamedTuple):
    """A tag that is not in the picture, and why."""

    text: str
    why: str


def _tag(position: int, item: "WeightedSkill | tuple[str, float]") -> Tag:
    if isinstance(item, WeightedSkill):
        return Tag(item.name, item.weight, item.group, item, position=position)
    try:
        text, weight = item
        return Tag(" ".join(visible(str(text)).split()), float(weight), position=position)
    except (TypeError, ValueError) as error:
        raise InputError(
            f'A tag is given with its weight, as in ("Coaching", 12); {item!r:.80} is not.'
        ) from error


def tags_of(weights: Weights) -> list[Tag]:
    """The tags of any form of weights, heaviest first (ties stay in the order given).

    Raises BadWeight for a weight that is negative, not a number or beyond LEAST and MOST,
    InputError for something that is no pair of tag and weight.
    """
    items: Iterable[WeightedSkill | tuple[str, float]]
    if isinstance(weights, Profile):
        items = weights.skills
    else:
        items = weights.items() if isinstance(weights, Mapping) else weights
    tags = [_tag(position, item) for position, item in enumerate(items)]
    for tag in tags:
        if tag.weight != 0 and not LEAST <= tag.weight <= MOST:
            raise BadWeight(
                f'The tag "{tag.text[:60]}" has the weight {tag.weight:g}; '
                f"a weight is 0 or a number from {LEAST:g} to {MOST:g}."
            )
    return sorted(tags, key=lambda tag: -tag.weight)


def kept_out(weights: Weights) -> tuple[Dropped, ...]:
    """The tags that a profile leaves out."""
    given = weights.dropped if isinstance(weights, Profile) else ()
    return tuple(Dropped(tag.text, tag.why) for tag in given)


def select(tags: list[Tag], max_tags: int | None) -> tuple[list[Tag], list[Dropped]]:
    """The tags to draw, and those without text, without weight, or past the number asked for."""
    kept: list[Tag] = []
    dropped: list[Dropped] = []
    for tag in tags:
        if not tag.text:
            dropped.append(Dropped(tag.text, "it has no text"))
        elif tag.weight == 0:
            dropped.append(Dropped(tag.text, "its weight is 0"))
        elif max_tags is not None and len(kept) >= max_tags:
            dropped.append(Dropped(tag.text, f"only the {max_tags} heaviest were asked for"))
        else:
            kept.append(tag)
    return kept, dropped


def relative_sizes(weights: Iterable[float], scale: str) -> list[float]:
    """Font sizes in any unit, exactly proportional to the scale's function of the weight.

    Raises InputError for a scale there is not.
    """
    if scale not in SCALES:
        raise InputError(f'There is no scale "{scale}": choose {", ".join(SCALES)}.')
    size = SCALES[scale]
    return [size(weight) for weight in weights]
