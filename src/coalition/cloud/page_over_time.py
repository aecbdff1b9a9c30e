"""Clouds over time as a page that steps through them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from coalition.cloud.draw import value_in_words
from coalition.cloud.page import page_of
from coalition.cloud.weigh import Tag
from coalition.drawing.html import Page
from coalition.drawing.picture import Mark
from coalition.drawing.timeline import Growth, Stage, Timeline
from coalition.tags.over_time import year_of
from coalition.tags.why import sentences

if TYPE_CHECKING:
    from coalition.cloud.over_time import CloudsByYear


def page_over_time(clouds: "CloudsByYear") -> Page:
    """The page of the last year's cloud, and what every year's shows."""
    last = clouds.clouds[-1]
    page = page_of(last)
    years = [
        {tag.text: (tag, mark) for tag, mark in zip(cloud.tags, cloud.picture.marks, strict=True)}
        for cloud in clouds.clouds
    ]
    growths = tuple(
        Growth(
            _from_place(clouds.middles[tag.text], mark),
            _stages([year.get(tag.text) for year in years], most=last.tags[0].weight),
            _since(tag, clouds.years[0]),
        )
        for tag, mark in zip(last.tags, last.picture.marks, strict=True)
    )
    return replace(
        page,
        heading=clouds.title or "Tag cloud",
        notes=(*page.notes, *clouds.notes),
        timeline=Timeline(tuple(map(str, clouds.years)), growths),
    )


def _from_place(middle: tuple[float, float], mark: Mark) -> tuple[float, float]:
    return middle[0] - mark.x, middle[1] - mark.y


def _stages(in_years: "list[tuple[Tag, Mark] | None]", most: float) -> tuple[Stage, ...]:
    """A stage for each year that changes anything."""
    stages: list[Stage] = []
    final = in_years[-1]
    for step, found in enumerate(in_years):
        if found and final:
            tag, mark = found
            reason = next(sentences(tag.skill)) if tag.skill else ""
            stage = Stage(
                step,
                mark.size / final[1].size,
                tag.weight / most,
                mark.colour,
                value_in_words(tag),
                reason,
            )
            if not stages or stage[1:] != stages[-1][1:]:
                stages.append(stage)
    return tuple(stages)


def _since(tag: Tag, first: int) -> tuple[int, ...]:
    """For each of the tag's sentences the step from which it is shown: those that are no evidence,
    and evidence without a date, from the first.
    """
    if not tag.skill:
        return ()
    pieces = [max(0, (year_of(piece) or first) - first) for piece in tag.skill.evidence]
    told = sum(1 for _ in sentences(tag.skill))
    return (*[0] * (told - len(pieces)), *pieces)
