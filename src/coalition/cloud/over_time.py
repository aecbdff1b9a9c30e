"""Clouds over time: one for each year, with every tag staying in its place.

The cloud is laid out once, each tag at the largest size it ever has and with the room that it
passes over as it grows to it. In a year when it weighs less it is drawn smaller about the same
middle, which is inside that room; so no tag touches another in any year, and a pixel is worth the
same in all of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coalition.cloud.colour import colours_of
from coalition.cloud.draw import describe, label_of
from coalition.cloud.lettering import draw_title
from coalition.cloud.measure import measure
from coalition.cloud.tag_cloud import TagCloud, tag_cloud
from coalition.cloud.weigh import SCALES, kept_out
from coalition.drawing.fonts import FontSet
from coalition.drawing.outlines import middle
from coalition.drawing.picture import Mark, MarkLine
from coalition.drawing.shaping import Shaped
from coalition.drawing.tables import EM
from coalition.tags.over_time import OverTime, by_year
from coalition.tags.visible import visible
from coalition.tags.weights import Profile, WeightedSkill

Point = tuple[float, float]


@dataclass(frozen=True)
class CloudsByYear:
    """The clouds of a profile in each of its years: what had been said by the end of it.

    title:   written above each cloud, before its year; may be empty.
    clouds:  one for each year, to be had in every format.
    middles: the middle of each tag's ink, by the tag's position, in px of the canvas: there it
             stays.
    notes:   sentences on what the years leave out.
    """

    title: str
    years: tuple[int, ...]
    clouds: tuple[TagCloud, ...]
    middles: Mapping[int, Point]
    notes: tuple[str, ...]

    def html(self) -> str:
        """One page that steps through the years, with the ranked list of each beside it."""
        from coalition.cloud.page_over_time import page_over_time
        from coalition.drawing.html import render_html

        return render_html(page_over_time(self))


def clouds_by_year(
    profile: Profile, *, title: str = "", scale: str = "sqrt", **looks: Any
) -> CloudsByYear:
    """Draws a cloud for each year, from the first of which the evidence tells to the last.

    looks: those of :func:`tag_cloud`. Evidence without a date is counted in the last year alone.

    Raises NothingFound where nothing has a date, and what :func:`tag_cloud` raises.
    """
    found = by_year(profile)
    shown = " ".join(visible(title).split())
    titles = [f"{shown}, {year}" if shown else str(year) for year in found.years]
    largest = [
        max(skill, key=lambda then: then.weight) for skill in zip(*found.skills, strict=True)
    ]
    whole = _whole(largest, titles, scale=scale, **looks)
    whole = replace(whole, dropped=(*whole.dropped, *kept_out(profile)))
    middles = _middles(whole)
    clouds = [
        _in_a_year(whole, middles, skills, title, SCALES[scale])
        for skills, title in zip(found.skills, titles, strict=True)
    ]
    begun = next(i for i, cloud in enumerate(clouds) if cloud.tags)
    return CloudsByYear(shown, found.years[begun:], tuple(clouds[begun:]), middles, _notes(found))


def _notes(found: OverTime) -> tuple[str, ...]:
    if not found.undated:
        return ()
    have = "has" if found.undated == 1 else "have"
    return (
        f"{found.undated} of the {found.pieces} pieces of evidence {have} no date, such as a "
        f"skill's listing: counted in {found.years[-1]} alone.",
    )


def _whole(skills: Sequence[WeightedSkill], titles: Sequence[str], **looks: Any) -> TagCloud:
    """The cloud of each tag at its largest, with room above for every one of the titles."""
    cloud = tag_cloud(skills, title=titles[-1], growing=True, **looks)
    rooms = {cloud.sheet._replace(title=title).room_above: title for title in titles}
    if max(rooms) == cloud.sheet.room_above:
        return cloud
    return tag_cloud(skills, title=rooms[max(rooms)], growing=True, **looks)


def _middles(cloud: TagCloud) -> dict[int, Point]:
    """The middle of each tag's ink in px, by the tag's position."""
    measured = measure(cloud.tags, cloud.sheet.fonts).tags
    return {
        tag.position: _at(mark, middle(_as_drawn(mark, shaped, cloud.sheet.fonts)))
        for (tag, shaped), mark in zip(measured, cloud.picture.marks, strict=True)
    }


def _as_drawn(mark: Mark, shaped: Shaped, fonts: FontSet) -> Shaped:
    """The tag's glyphs on as many lines as it is drawn on."""
    if not mark.broken:
        return shaped
    from coalition.drawing.stacking import stack

    return stack(shaped, [line.text for line in mark.broken], fonts)


def _at(mark: Mark, point: tuple[int, int]) -> Point:
    """Where a point of a mark's outline is on the canvas."""
    across, down = (-point[1], point[0]) if mark.angle else point
    return mark.x + across * mark.size / EM, mark.y + down * mark.size / EM


def _in_a_year(
    whole: TagCloud,
    middles: Mapping[int, Point],
    skills: Sequence[WeightedSkill],
    title: str,
    size: Callable[[float], float],
) -> TagCloud:
    """The cloud of the skills as they were then: of those that weighed anything, heaviest first."""
    then = [
        (tag._replace(weight=skill.weight, skill=skill),
         _smaller(mark, middles[tag.position], size(skill.weight) / size(tag.weight)))
        for tag, mark in zip(whole.tags, whole.picture.marks, strict=True)
        if (skill := skills[tag.position]).weight
    ]  # fmt: skip
    then.sort(key=lambda entry: -entry[0].weight)
    tags, sheet = [tag for tag, _ in then], whole.sheet._replace(title=title)
    colours = colours_of(tags, sheet.style, beside=whole.tags)
    picture = whole.picture._replace(
        marks=tuple(
            mark._replace(label=label_of(tag), colour=colour)
            for (tag, mark), colour in zip(then, colours, strict=True)
        ),
        title=title,
        description=describe(tags),
        heading=draw_title(sheet),
    )
    return replace(whole, tags=tuple(tags), picture=picture, sheet=sheet)


def _smaller(mark: Mark, about: Point, share: float) -> Mark:
    """The mark at a share of its size, about a point."""
    return mark._replace(
        x=about[0] + (mark.x - about[0]) * share,
        y=about[1] + (mark.y - about[1]) * share,
        size=mark.size * share,
        width=mark.width * share,
        broken=tuple(
            MarkLine(text, x * share, y * share, width * share) for text, x, y, width in mark.broken
        ),
    )
