"""Clouds over time as a page that steps through them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from coalition.cloud.draw import value_in_words
from coalition.cloud.page import page_of
from coalition.cloud.weigh import Tag
from coalition.drawing.html import Page
from coalition.drawing.picture import Mark
from coalition.drawing.timeline import Growth, Stage, Timeline
from coalition.tags.over_time import year_of
from coalition.tags.weights import WeightedSkill
from coalition.tags.why import sentences

if TYPE_CHECKING:
    from coalition.cloud.over_time import CloudsByYear


def page_over_time(clouds: "CloudsByYear") -> Page:
    """The page of the last year's cloud, and what is different in the years before."""
    last = clouds.clouds[-1]
    page = page_of(last)
    drawn = [
        {
            tag.position: (tag, mark)
            for tag, mark in zip(cloud.tags, cloud.picture.marks, strict=True)
        }
        for cloud in clouds.clouds
    ]
    growths = []
    for tag, mark in zip(last.tags, last.picture.marks, strict=True):
        x, y = clouds.middles[tag.position]
        years = [(i, *year[tag.position]) for i, year in enumerate(drawn) if tag.position in year]
        stages = _stages(years, mark.size, last.tags[0].weight)
        growths.append(Growth((x - mark.x, y - mark.y), stages, _since(tag.skill, clouds.years)))
    return replace(
        page,
        heading=clouds.title or "Tag cloud",
        notes=("Each year shows what had been said by its end.", *clouds.notes, *page.notes),
        timeline=Timeline(tuple(map(str, clouds.years)), tuple(growths)),
    )


def _stages(years: Sequence[tuple[int, Tag, Mark]], size: float, most: float) -> tuple[Stage, ...]:
    """A stage for each year that changes the tag.

    years: those in which it is drawn, as numbers of steps; size: its font size in the last of
    them in px; most: the weight whose bar is the longest.
    """
    stages: list[Stage] = []
    for step, tag, mark in years:
        reason = next(sentences(tag.skill)) if tag.skill else ""
        share, value = tag.weight / most, value_in_words(tag)
        stage = Stage(step, mark.size / size, share, mark.colour, value, reason)
        if not stages or stage[1:] != stages[-1][1:]:
            stages.append(stage)
    return tuple(stages)


def _since(skill: WeightedSkill | None, years: Sequence[int]) -> tuple[int, ...]:
    """For each sentence on a skill the step from which it is shown: from the first what is no
    evidence, from the last what has no date.
    """
    if skill is None:
        return ()
    pieces = [max(0, (year_of(piece) or years[-1]) - years[0]) for piece in skill.evidence]
    others = sum(1 for _ in sentences(skill)) - len(pieces)
    return (*[0] * others, *pieces)
