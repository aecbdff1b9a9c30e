"""What colours mean in a cloud: weight, group, nothing, or what the user chose."""

from collections.abc import Sequence
from dataclasses import dataclass

from coalition.cloud.weigh import Tag
from coalition.drawing.palette import (
    THEMES,
    Theme,
    colour_by_group,
    colour_by_weight,
    parse_colour,
)
from coalition.drawing.picture import LegendEntry
from coalition.errors import InputError

NO_GROUP = "other"


@dataclass(frozen=True, slots=True)
class Style:
    """How a cloud looks: ``colour`` is "weight", "group", "single" or "#rrggbb"."""

    theme: Theme
    colour: str


def style_of(theme: str, colour: str) -> Style:
    """The style of these names. Raises InputError for a theme or colour there is not."""
    if theme not in THEMES:
        raise InputError(f'There is no theme "{theme}": choose {", ".join(THEMES)}.')
    if colour not in ("weight", "group", "single"):
        colour = parse_colour(colour)
    return Style(THEMES[theme], colour)


def groups_of(tags: Sequence[Tag]) -> list[str]:
    """The groups of the tags, heaviest first, those without one last."""
    total: dict[str, float] = {}
    for tag in tags:
        group = tag.group or NO_GROUP
        total[group] = total.get(group, 0) + tag.weight
    return sorted(total, key=lambda group: (group == NO_GROUP, -total[group], group))


def colours_of(tags: Sequence[Tag], style: Style) -> list[str]:
    """A colour for each tag."""
    if style.colour == "group":
        groups = {group: i for i, group in enumerate(groups_of(tags))}
        return [colour_by_group(style.theme, groups[tag.group or NO_GROUP]) for tag in tags]
    if style.colour == "weight":
        most = max(tag.weight for tag in tags)
        # By the square root, as the size, so that the ramp's steps are spread over the tags.
        return [colour_by_weight(style.theme, (tag.weight / most) ** 0.5) for tag in tags]
    one = style.theme.ramp[-2] if style.colour == "single" else style.colour
    return [one] * len(tags)


def legend_of(tags: Sequence[Tag], style: Style) -> tuple[LegendEntry, ...]:
    """What the colours stand for; nothing unless tags are coloured by their groups."""
    groups = groups_of(tags)
    if style.colour != "group" or groups == [NO_GROUP]:
        return ()
    return tuple(
        LegendEntry(group, colour_by_group(style.theme, i)) for i, group in enumerate(groups)
    )
