"""Last step: placed tags become a picture with colours, a title and words for a screen reader."""

from collections.abc import Sequence
from dataclasses import dataclass

from coalition.cloud.weigh import Tag
from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import ink_box, path_data
from coalition.drawing.palette import (
    THEMES,
    Theme,
    colour_by_group,
    colour_by_weight,
    parse_colour,
)
from coalition.drawing.picture import LegendEntry, Mark, Picture
from coalition.drawing.placing import Placed
from coalition.drawing.shaping import Shaped, shape
from coalition.errors import InputError
from coalition.tags.why import in_words, sentences

NO_GROUP = "other"

TITLE_SIZE, LEGEND_SIZE = 0.045, 0.026
"""Font sizes of title and legend, as a share of the canvas's shorter side."""

NAMED = 12
"""Tags named in the description that a screen reader speaks; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a cloud looks: ``colour`` is "weight", "group", "single" or a colour."""

    theme: Theme
    colour: str


def style_of(theme: str, colour: str) -> Style:
    """The style of these names. Raises InputError for a theme or colour there is not."""
    if theme not in THEMES:
        raise InputError(f'There is no theme "{theme}": choose {", ".join(THEMES)}.')
    if colour not in ("weight", "group", "single"):
        colour = parse_colour(colour)
    return Style(THEMES[theme], colour)


def value_in_words(tag: Tag) -> str:
    """What stands behind a tag, in short: "6 endorsements", or its bare weight."""
    return in_words(tag.skill) if tag.skill else f"{tag.weight:g}"


def groups_of(tags: Sequence[Tag]) -> list[str]:
    """The groups of the tags, heaviest first, those without one last."""
    total: dict[str, float] = {}
    for tag in tags:
        group = tag.group or NO_GROUP
        total[group] = total.get(group, 0) + tag.weight
    return sorted(total, key=lambda group: (group == NO_GROUP, -total[group], group))


def colours(tags: Sequence[Tag], style: Style) -> list[str]:
    """A colour for each tag."""
    if style.colour == "group":
        groups = {group: i for i, group in enumerate(groups_of(tags))}
        return [colour_by_group(style.theme, groups[tag.group or NO_GROUP]) for tag in tags]
    if style.colour == "weight":
        most = max(tag.weight for tag in tags)
        return [colour_by_weight(style.theme, (tag.weight / most) ** 0.5) for tag in tags]
    one = style.theme.ramp[-2] if style.colour == "single" else style.colour
    return [one] * len(tags)


def legend(tags: Sequence[Tag], style: Style) -> tuple[LegendEntry, ...]:
    """What the colours stand for; nothing unless tags are coloured by several groups."""
    groups = groups_of(tags)
    if style.colour != "group" or groups == [NO_GROUP]:
        return ()
    return tuple(
        LegendEntry(group, colour_by_group(style.theme, i)) for i, group in enumerate(groups)
    )


def mark(tag: Tag, shaped: Shaped, spot: Placed, colour: str) -> Mark:
    """A placed tag, with the evidence behind it."""
    return Mark(
        text=tag.text,
        label=f"{tag.text}: {value_in_words(tag)}",
        detail=tuple(sentences(tag.skill)) if tag.skill else (),
        x=spot.x,
        y=spot.y,
        size=spot.size,
        angle=0,
        width=shaped.advance * spot.size / 1000,
        colour=colour,
        outline=path_data(shaped),
        font=shaped.glyphs[0].font.name if shaped.glyphs else "",
        rtl=shaped.rtl,
    )


def _line(text: str, size: float, colour: str, fonts: FontSet) -> Mark | None:
    """A line of text at the origin; None where no font covers it."""
    shaped = shape(text, fonts)
    if shaped.missing or not ink_box(shaped):
        return None
    return mark(Tag(text, 0), shaped, Placed(0, 0, size), colour)


def _moved(line: Mark, x: float, y: float, size: float) -> Mark:
    return Mark(
        line.text,
        "",
        (),
        x,
        y,
        size,
        0,
        line.width * size / line.size,
        line.colour,
        line.outline,
        line.font,
        line.rtl,
    )


def title_height(title: str, width: int, height: int) -> float:
    """Room that a title takes at the top of the canvas, in px."""
    return 1.7 * TITLE_SIZE * min(width, height) if title else 0.0


def legend_height(entries: Sequence[LegendEntry], width: int, height: int) -> float:
    """Room that a legend takes at the foot of the canvas, in px."""
    return 2.2 * LEGEND_SIZE * min(width, height) if entries else 0.0


def draw_title(
    title: str, width: int, height: int, style: Style, fonts: FontSet
) -> tuple[Mark, ...]:
    """The title, centred at the top of the canvas and made smaller where it is too long."""
    size = TITLE_SIZE * min(width, height)
    line = _line(title, size, style.theme.ink, fonts) if title else None
    if line is None:
        return ()
    size = min(size, size * 0.94 * width / line.width)
    return (
        _moved(
            line,
            (width - line.width * size / line.size) / 2,
            1.25 * TITLE_SIZE * min(width, height),
            size,
        ),
    )


def draw_legend(
    entries: Sequence[LegendEntry], width: int, height: int, fonts: FontSet
) -> tuple[Mark, ...]:
    """The groups' names in their colours, in one line at the foot of the canvas."""
    size = LEGEND_SIZE * min(width, height)
    lines = [
        line
        for e in entries
        if (
            line := _line("● " + e.label, size, e.colour, fonts)
            or _line(e.label, size, e.colour, fonts)
        )
    ]
    if not lines:
        return ()
    total = sum(line.width for line in lines) + 1.5 * size * (len(lines) - 1)
    shrink = min(1.0, 0.94 * width / total)
    x, y, marks = (width - total * shrink) / 2, height - 0.8 * size, []
    for line in lines:
        marks.append(_moved(line, x, y, size * shrink))
        x += (line.width + 1.5 * size) * shrink
    return tuple(marks)


def describe(tags: Sequence[Tag]) -> str:
    """The picture in words: how many tags, and the heaviest of them."""
    count = "1 tag" if len(tags) == 1 else f"{len(tags)} tags"
    named = "; ".join(f"{tag.text}: {value_in_words(tag)}" for tag in tags[:NAMED])
    more = f"; and {len(tags) - NAMED} more" if len(tags) > NAMED else ""
    return f"A tag cloud of {count}, each as large as its weight. {named}{more}."


def picture(
    marks: Sequence[Mark],
    tags: Sequence[Tag],
    size: tuple[int, int],
    title: str,
    style: Style,
    heading: tuple[Mark, ...],
    entries: tuple[LegendEntry, ...],
) -> Picture:
    """The finished picture."""
    return Picture(
        size[0],
        size[1],
        tuple(marks),
        title or "Tag cloud",
        describe(tags),
        style.theme,
        legend=entries,
        heading=heading,
    )
