"""Clouds over time: one for each year, with every tag staying in its place.

The cloud is laid out once, each tag at the largest size it ever has and with the room that it
passes over as it grows to it. In a year when it weighs less it is drawn smaller about the same
middle, which is inside that room; so no tag touches another in any year, and a pixel is worth the
same in all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from coalition.cloud.colour import colours_of
from coalition.cloud.draw import describe, label_of
from coalition.cloud.lettering import draw_title
from coalition.cloud.measure import measure
from coalition.cloud.tag_cloud import TagCloud, tag_cloud
from coalition.cloud.weigh import SCALES
from coalition.drawing.outlines import middle
from coalition.drawing.picture import Mark
from coalition.drawing.shaping import Shaped
from coalition.drawing.tables import EM
from coalition.tags.over_time import Years, by_the_end_of, years_of
from coalition.tags.visible import visible
from coalition.tags.weights import Profile, WeightedSkill


@dataclass(frozen=True)
class CloudsByYear:
    """The clouds of a profile in each of its years: what had been said by the end of it.

    title:   written above each cloud, before its year; may be empty.
    clouds:  one for each year, to be had in every format.
    middles: the middle of each tag's ink, by its text, in px of the canvas: it never moves.
    notes:   sentences on how the years came about.
    """

    title: str
    years: tuple[int, ...]
    clouds: tuple[TagCloud, ...]
    middles: dict[str, tuple[float, float]]
    notes: tuple[str, ...]

    def html(self) -> str:
        """One page that steps through the years, with the ranked list of each beside it."""
        from coalition.cloud.page_over_time import page_over_time
        from coalition.drawing.html import render_html

        return render_html(page_over_time(self))


class _Whole(NamedTuple):
    """The cloud with each tag at its largest, and the middle of each tag's ink in px."""

    cloud: TagCloud
    middles: tuple[tuple[float, float], ...]


def clouds_by_year(
    profile: Profile, *, title: str = "", scale: str = "sqrt", **looks: Any
) -> CloudsByYear:
    """Draws a cloud for each year, from the first of which the evidence tells to the last.

    looks: those of :func:`tag_cloud`. Evidence without a date is counted in every year.

    Raises NothingFound where nothing has a date, and what :func:`tag_cloud` raises.
    """
    found = years_of(profile)
    shown = " ".join(visible(title).split())
    titles = [f"{shown}, {year}" if shown else str(year) for year in found.years]
    by_year = [[by_the_end_of(year, skill) for skill in profile.skills] for year in found.years]
    largest = [max(versions, key=lambda skill: skill.weight) for versions in zip(*by_year)]
    whole = _whole(largest, titles, scale=scale, **looks)
    clouds = [
        _in_a_year(whole, skills, title, scale)
        for skills, title in zip(by_year, titles, strict=True)
    ]
    begun = next(i for i, cloud in enumerate(clouds) if cloud.tags)
    return CloudsByYear(
        shown,
        found.years[begun:],
        tuple(clouds[begun:]),
        {tag.text: at for tag, at in zip(whole.cloud.tags, whole.middles, strict=True)},
        _notes(found),
    )


def _notes(found: Years) -> tuple[str, ...]:
    told = ["Each year shows what had been said by its end."]
    if found.undated:
        are = "piece of evidence has" if found.undated == 1 else "pieces of evidence have"
        told.append(f"{found.undated} of the {found.pieces} {are} no date: counted in every year.")
    return tuple(told)


def _whole(skills: Sequence[WeightedSkill], titles: Sequence[str], **looks: Any) -> _Whole:
    """The cloud that holds all others, with room above it for each of the titles."""
    cloud = tag_cloud(skills, title=titles[-1], growing=True, **looks)
    rooms = {replace(cloud.sheet, title=title).room_above: title for title in titles}
    if max(rooms) > cloud.sheet.room_above:
        cloud = tag_cloud(skills, title=rooms[max(rooms)], growing=True, **looks)
    measured = measure(cloud.tags, cloud.sheet.fonts).tags
    middles = (
        _middle_of(mark, shaped)
        for mark, (_, shaped) in zip(cloud.picture.marks, measured, strict=True)
    )
    return _Whole(cloud, tuple(middles))


def _middle_of(mark: Mark, shaped: Shaped) -> tuple[float, float]:
    x, y = middle(shaped)
    across, down = (-y, x) if mark.angle else (x, y)
    return mark.x + across * mark.size / EM, mark.y + down * mark.size / EM


def _in_a_year(whole: _Whole, skills: Sequence[WeightedSkill], title: str, scale: str) -> TagCloud:
    """The cloud of the skills as they were: the tags, those that weigh anything, heaviest first."""
    cloud = whole.cloud
    then = [
        (
            replace(tag, weight=skills[tag.position].weight, skill=skills[tag.position]),
            tag,
            mark,
            at,
        )
        for tag, mark, at in zip(cloud.tags, cloud.picture.marks, whole.middles, strict=True)
        if skills[tag.position].weight
    ]
    then.sort(key=lambda entry: -entry[0].weight)
    tags = [tag for tag, *_ in then]
    sheet = replace(cloud.sheet, title=title)
    marks = [
        _grown(mark, at, SCALES[scale](tag.weight) / SCALES[scale](largest.weight))
        for tag, largest, mark, at in then
    ]
    colours = colours_of(tags, sheet.style, cloud.tags)
    picture = replace(
        cloud.picture,
        marks=tuple(
            replace(mark, label=label_of(tag), colour=colour)
            for tag, mark, colour in zip(tags, marks, colours, strict=True)
        ),
        title=title,
        description=describe(tags),
        heading=draw_title(sheet),
    )
    return replace(cloud, tags=tuple(tags), picture=picture, sheet=sheet)


def _grown(mark: Mark, at: tuple[float, float], share: float) -> Mark:
    """The mark at a share of its size, about a point."""
    return replace(
        mark,
        x=at[0] + (mark.x - at[0]) * share,
        y=at[1] + (mark.y - at[1]) * share,
        size=mark.size * share,
        width=mark.width * share,
    )
