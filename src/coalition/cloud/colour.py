"""What colours mean in a cloud: weight, group, nothing, or what the user chose."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coalition.cloud.weigh import Tag
from coalition.drawing.palette import (
    THEMES,
    Theme,
    colour_by_group,
    colour_by_weight,
    contrast,
    parse_colour,
)
from coalition.drawing.picture import LegendEntry
from coalition.errors import InputError
from coalition.tags.marks import MARKS

OTHERS = "other"
"""The legend's word for tags without a group, or of one that has no colour of its own."""

READABLE = 4.5
"""The least contrast of text with its background (WCAG 2.1, level AA)."""


class Style(NamedTuple):
    """How a cloud looks: ``colour`` is "weight", "group", "own", "distinctive", "single" or
    "#rrggbb".
    """

    theme: Theme
    colour: str


def style_of(theme: str, colour: str) -> Style:
    """The style of these names. Raises InputError for a theme or colour there is not."""
    if theme not in THEMES:
        raise InputError(f'There is no theme "{theme}": choose {", ".join(THEMES)}.')
    if colour not in ("weight", "group", "own", "distinctive", "single"):
        colour = parse_colour(colour)
    return Style(THEMES[theme], colour)


def coloured(tags: Sequence[Tag], style: Style, colours: Mapping[str, str]) -> list[Tag]:
    """The tags with colours of their own: those of ``colours``, by their texts; in the style
    "own" also those that their sources give them.

    Raises InputError for what is no colour.
    """
    own = style.colour == "own"
    if not own and not colours:
        return list(tags)
    chosen = {text: parse_colour(colour) for text, colour in colours.items()}
    return [
        tag._replace(colour=chosen.get(tag.text) or (_given_colour(tag) if own else ""))
        for tag in tags
    ]


def _given_colour(tag: Tag) -> str:
    """The colour that the first source with one gives; InputError, with its line, if it is none."""
    for piece in tag.skill.evidence if tag.skill else ():
        if piece.colour:
            try:
                return parse_colour(piece.colour)
            except InputError as error:
                raise InputError(f"{piece.source}: {error}") from None
    return ""


def groups_of(tags: Sequence[Tag]) -> list[str]:
    """The groups that tags name, heaviest first."""
    total: dict[str, float] = {}
    for tag in tags:
        if tag.group:
            total[tag.group] = total.get(tag.group, 0) + tag.weight
    return sorted(total, key=lambda group: (-total[group], group))


def _groups_in_colour(tags: Sequence[Tag], style: Style) -> Sequence[str]:
    """The groups with a colour of their own; what stands out has the same one in every cloud."""
    return MARKS if style.colour == "distinctive" else _own_colour(tags, style.theme)


def _own_colour(tags: Sequence[Tag], theme: Theme) -> list[str]:
    """The groups with a colour of their own: all, or the heaviest where one colour more would
    be needed than can be told apart; the other tags then share the colour left.
    """
    groups = groups_of(tags)
    colours = len(theme.groups)
    if len(groups) + any(not tag.group for tag in tags) <= colours:
        return groups
    return groups[: colours - 1]


def colours_of(tags: Sequence[Tag], style: Style, beside: Sequence[Tag] | None = None) -> list[str]:
    """A colour for each tag: its own, or by the style. Where no tag names a group, "group" is as
    "weight"; so is "own" for a tag without one.

    beside: the tags of all the clouds that are to agree in their colours, if there are others.
    """
    scheme = _scheme_colours(tags, style, tags if beside is None else beside)
    return [tag.colour or colour for tag, colour in zip(tags, scheme, strict=True)]


def _scheme_colours(tags: Sequence[Tag], style: Style, beside: Sequence[Tag]) -> list[str]:
    own = {group: i for i, group in enumerate(_groups_in_colour(beside, style))}
    if style.colour in ("group", "distinctive") and own:
        return [colour_by_group(style.theme, own.get(tag.group, len(own))) for tag in tags]
    if style.colour in ("group", "own", "weight"):
        most = max(tag.weight for tag in beside)
        # By the square root, as the size, so that the ramp's steps are spread over the tags.
        return [colour_by_weight(style.theme, (tag.weight / most) ** 0.5) for tag in tags]
    one = style.theme.ramp[-2] if style.colour == "single" else style.colour
    return [one] * len(tags)


def legend_of(tags: Sequence[Tag], style: Style) -> tuple[LegendEntry, ...]:
    """What the colours stand for; nothing unless tags are coloured by their groups or marks."""
    if style.colour == "distinctive":
        there = {tag.group for tag in tags}
        return tuple(
            LegendEntry(mark, colour_by_group(style.theme, i))
            for i, mark in enumerate(MARKS)
            if mark in there
        )
    if style.colour != "group":
        return ()
    names = _own_colour(tags, style.theme)
    if names and any(tag.group not in names for tag in tags):
        names = [*names, OTHERS]
    return tuple(LegendEntry(name, colour_by_group(style.theme, i)) for i, name in enumerate(names))


def remarks(tags: Sequence[Tag], style: Style) -> tuple[str, ...]:
    """What the user should know about the colours they chose, a sentence each."""
    said = []
    if style.colour == "group" and not groups_of(tags):
        said.append("No groups were given and none was found, so the colours show the weight.")
    if style.colour == "own" and not any(tag.colour for tag in tags):
        said.append("No source gives its skills colours, so the colours show the weight.")
    chosen: dict[str, list[str]] = {}
    for tag in tags:
        colour = tag.colour or style.colour
        if colour.startswith("#"):
            chosen.setdefault(colour, []).append(tag.text if tag.colour else "")
    said += filter(None, (_hard_to_read(colour, of, style) for colour, of in chosen.items()))
    return tuple(said)


def _hard_to_read(colour: str, texts: Sequence[str], style: Style) -> str:
    """A sentence on a colour too near the background, naming the tags that have it as theirs."""
    ratio = contrast(colour, style.theme.background)
    if ratio >= READABLE:
        return ""
    named = [f'"{text}"' for text in texts if text]
    more = f" and {len(named) - 3} more" if len(named) > 3 else ""
    whose = f" of {', '.join(named[:3])}{more}" if named else ""
    return (
        f"The colour {colour}{whose} is hard to read on a {style.theme.name} background: "
        f"its contrast is {ratio:.1f}, and {READABLE:g} is wanted."
    )
