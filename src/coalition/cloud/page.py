"""A cloud as a page: the picture and its ranked list."""

from typing import TYPE_CHECKING

from coalition.cloud.draw import value_in_words
from coalition.cloud.weigh import Tag
from coalition.drawing.html import Page, Row
from coalition.tags.why import sentences

if TYPE_CHECKING:
    from coalition.cloud.tag_cloud import TagCloud


def page_of(cloud: "TagCloud") -> Page:
    """The cloud's picture with a row for every tag in it, and notes on what is not in it."""
    most = cloud.tags[0].weight
    # The page has the legend below the picture, so the room kept for it in the picture goes.
    below = int(cloud.sheet.room_below(cloud.picture.legend))
    picture = cloud.picture._replace(height=cloud.picture.height - below)
    rows = tuple(
        Row(rank, tag.text, value_in_words(tag), tag.weight / most, _evidence(tag), mark.colour)
        for rank, (tag, mark) in enumerate(zip(cloud.tags, cloud.picture.marks, strict=True), 1)
    )
    notes = tuple(f"{tag.text} is not in the picture: {tag.why}." for tag in cloud.dropped)
    return Page(picture, cloud.picture.title, rows, notes)


def _evidence(tag: Tag) -> tuple[str, ...]:
    return tuple(sentences(tag.skill)) if tag.skill else ()
