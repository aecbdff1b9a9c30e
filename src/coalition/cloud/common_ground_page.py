"""A comparison as a page: the picture, what to talk about, and a list of each part."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coalition.cloud.compared import BOTH, FIRST, SECOND, ComparedSkill
from coalition.drawing.html import Page, Row
from coalition.tags.why import sentences

if TYPE_CHECKING:
    from coalition.cloud.common_ground import CommonGround


def page_of_common_ground(ground: "CommonGround") -> Page:
    """The picture, the openers, and a row for every skill in it, those of both first."""
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
    return Page(ground.picture, ground.picture.title, tuple(rows), notes, openers=ground.openers)


def _told(skill: ComparedSkill, names: tuple[str, str]) -> Iterator[str]:
    """The evidence; where both have it, each sentence after the name of whose it is."""
    both = skill.part == BOTH
    for name, one in zip(names, skill.skills, strict=True):
        if one:
            yield from (f"{name}: {told}" if both else told for told in sentences(one))
