"""A profile over time: what had been said of each skill by the end of every year.

Which names are one skill is decided once, from all evidence, so that a skill is the same one in
every year. What has no date is only known to have been said by the end (a list of skills is as it
is today), so the last year alone counts it.

With a half-life, ages count from the end of the year, or from today where that is earlier: each
year is what the profile would have been then.
"""

from dataclasses import replace
from typing import NamedTuple

from coalition.errors import NothingFound
from coalition.model.evidence import Evidence
from coalition.tags.weights import Profile, WeightedSkill, with_evidence


class OverTime(NamedTuple):
    """A profile in each of its years.

    years:   from the first of which a piece of evidence is to the last, none left out.
    skills:  for each year all skills of the profile, in its order; one that nothing speaks for yet
             weighs 0.
    pieces:  how many pieces of evidence there are; undated: how many of them have no date.
    """

    years: tuple[int, ...]
    skills: tuple[tuple[WeightedSkill, ...], ...]
    pieces: int
    undated: int


def by_year(profile: Profile) -> OverTime:
    """The profile in each of its years. Raises NothingFound where nothing has a date."""
    pieces = {piece for skill in profile.skills for piece in skill.evidence}
    dated = [year for piece in pieces if (year := year_of(piece)) is not None]
    if not dated:
        raise NothingFound(
            "There are no years to step through: none of the evidence has a date. Endorsements, "
            "recommendations and certificates in a LinkedIn archive have one."
        )
    *before, last = range(min(dated), max(dated) + 1)
    skills = (tuple(_by_the_end_of(year, skill) for skill in profile.skills) for year in before)
    whole = tuple(_at_the_end_of(last, skill) for skill in profile.skills)
    return OverTime((*before, last), (*skills, whole), len(pieces), len(pieces) - len(dated))


def year_of(piece: Evidence) -> int | None:
    """The year of a piece of evidence; None where it has no date."""
    year = (piece.on or "")[:4]
    return int(year) if year.isdecimal() else None


def _by_the_end_of(year: int, skill: WeightedSkill) -> WeightedSkill:
    """The skill if just what was dated by then speaks for it."""
    return with_evidence(
        _of(year, skill),
        [
            piece
            for piece in skill.evidence
            if (said := year_of(piece)) is not None and said <= year
        ],
    )


def _at_the_end_of(year: int, skill: WeightedSkill) -> WeightedSkill:
    """The skill with all its evidence, as old as it was then."""
    return with_evidence(_of(year, skill), skill.evidence) if skill.recency else skill


def _of(year: int, skill: WeightedSkill) -> WeightedSkill:
    """The skill with ages that count from the end of the year, or from today if that is earlier."""
    return replace(skill, recency=skill.recency.at_the_end_of(year)) if skill.recency else skill
