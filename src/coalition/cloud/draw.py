"""Last step: placed tags become a picture, and words for those who do not see it."""

from collections.abc import Sequence

from coalition.cloud.colour import colours_of, legend_of
from coalition.cloud.lettering import Sheet, draw_title
from coalition.cloud.place import Laid
from coalition.cloud.weigh import Tag
from coalition.drawing.outlines import path_data
from coalition.drawing.picture import Mark, MarkLine, Picture
from coalition.drawing.placing import Placed
from coalition.drawing.shaping import Shaped
from coalition.tags.why import in_words

NAMED = 12
"""Tags named in the description that a screen reader speaks; the rest are counted."""


def value_in_words(tag: Tag) -> str:
    """What stands behind a tag, in short: "6 endorsements", or its bare weight."""
    return in_words(tag.skill) if tag.skill else f"{tag.weight:g}"


def label_of(tag: Tag) -> str:
    """What hovering over a tag and a screen reader say."""
    return f"{tag.text}: {value_in_words(tag)}"


def mark_of(text: str, label: str, shaped: Shaped, spot: Placed, colour: str) -> Mark:
    """A tag at its place; ``label`` is what hovering over it says."""
    em = spot.size / 1000
    return Mark(
        text=text,
        label=label,
        x=spot.x,
        y=spot.y,
        size=spot.size,
        angle=spot.angle,
        width=shaped.advance * em,
        colour=colour,
        outline=path_data(shaped),
        font=shaped.runs[0].font.name,
        rtl=shaped.rtl,
        broken=tuple(
            MarkLine(text, x * em, y * em, advance * em) for text, x, y, advance in shaped.lines
        ),
    )


def describe(tags: Sequence[Tag]) -> str:
    """The picture in words: how many tags, and the heaviest of them."""
    count = "1 tag" if len(tags) == 1 else f"{len(tags)} tags"
    named = "; ".join(map(label_of, tags[:NAMED]))
    more = f"; and {len(tags) - NAMED} more" if len(tags) > NAMED else ""
    return f"A tag cloud of {count}, sized by weight. {named}{more}."


def draw(tags: Sequence[Tag], laid: Laid, sheet: Sheet) -> Picture:
    """The picture of tags, heaviest first, as they are laid out."""
    marks = tuple(
        mark_of(tag.text, label_of(tag), word.shaped, spot, colour)
        for tag, word, spot, colour in zip(
            tags, laid.words, laid.places, colours_of(tags, sheet.style), strict=True
        )
    )
    return Picture(
        sheet.width,
        sheet.height,
        marks,
        title=sheet.title or "Tag cloud",
        description=describe(tags),
        theme=sheet.style.theme,
        transparent=sheet.transparent,
        legend=legend_of(tags, sheet.style),
        heading=draw_title(sheet) if sheet.title else (),
    )
