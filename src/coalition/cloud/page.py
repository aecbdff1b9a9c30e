"""A cloud as a page: the picture and its ranked list; of a comparison the three lists."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from coalition.cloud.compared import BOTH, FIRST, SECOND, ComparedSkill
from coalition.cloud.draw import value_in_words
from coalition.cloud.weigh import Tag
from coalition.drawing.html import Page, Row
from coalition.tags.why import sentences

if TYPE_CHECKING:
    from coalition.cloud.common_ground import CommonGround
    from coalition.cloud.tag_cloud import TagCloud


def page_of(cloud: "TagCloud") -> Page:
    """The cloud's picture with a row for every tag in it, and notes on what is not in it."""
    most = cloud.tags[0].weight
    # The page has the legend below the picture, so the room kept for it in the picture goes.
    below = int(cloud.sheet.room_below(cloud.picture.legend))
    picture = replace(cloud.picture, height=cloud.picture.height - below)
    rows = tuple(
        Row(rank, tag.text, value_in_words(tag), tag.weight / most, _evidence(tag), mark.colour)
        for rank, (tag, mark) in enumerate(zip(cloud.tags, cloud.picture.marks, strict=True), 1)
    )
    notes = tuple(f"{tag.text} is not in the picture: {tag.why}." for tag in cloud.dropped)
    return Page(picture, cloud.picture.title, rows, notes)


def _evidence(tag: Tag) -> tuple[str, ...]:
    return tuple(sentences(tag.skill)) if tag.skill else ()


def page_of_common_ground(ground: "CommonGround") -> Page:
    """The comparison's picture, what to talk about, and a list of each part, that of both first."""
    first, second = ground.names
    titles = {BOTH: "Both", FIRST: f"Only {first}", SECOND: f"Only {second}"}
    drawn = list(zip(ground.skills, ground.picture.marks, strict=True))
    rows: list[Row] = []
    for part, title in titles.items():
        of_part = [(skill, mark.colour) for skill, mark in drawn if skill.part == part]
        for rank, (skill, colour) in enumerate(of_part, 1):
            told = tuple(_told(skill, ground.names))
            rows.append(Row(rank, skill.name, skill.value, skill.share, told, colour, title))
    notes = tuple(f"{tag.text} is not in the picture: {tag.why}." for tag in ground.dropped)
    return Page(ground.picture, ground.picture.title, tuple(rows), notes, ground.openers)


def _told(skill: ComparedSkill, names: tuple[str, str]) -> Iterator[str]:
    """The evidence; where both have it, each sentence after the name of whose it is."""
    both = skill.part == BOTH
    for name, one in zip(names, skill.skills, strict=True):
        if one:
            yield from (f"{name}: {told}" if both else told for told in sentences(one))
