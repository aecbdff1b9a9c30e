"""A profile over time: what had been said of each skill by the end of every year.

Which names are one skill is decided once, from all evidence, so that a skill is the same one in
every year. What has no date is counted in every year: it was said, and nobody knows when.
"""

from typing import NamedTuple

from coalition.errors import NothingFound
from coalition.model.evidence import Evidence
from coalition.tags.weights import Profile, WeightedSkill, with_evidence


class Years(NamedTuple):
    """The years from the first of which a piece of evidence is to the last, none left out.

    undated: how many pieces of evidence have no date; pieces: how many there are.
    """

    years: tuple[int, ...]
    undated: int
    pieces: int


def years_of(profile: Profile) -> Years:
    """The years that the evidence of a profile tells of. Raises NothingFound where it has no date."""
    pieces = {piece for skill in profile.skills for piece in skill.evidence}
    dated = [year for piece in pieces if (year := year_of(piece)) is not None]
    if not dated:
        raise NothingFound(
            "Nothing in the evidence has a date, so there are no years to step through. LinkedIn's "
            "archive has the dates of endorsements, recommendations and certificates."
        )
    years = tuple(range(min(dated), max(dated) + 1))
    return Years(years, len(pieces) - len(dated), len(pieces))


def year_of(piece: Evidence) -> int | None:
    """The year of a piece of evidence; None where it has no date."""
    year = (piece.on or "")[:4]
    return int(year) if year.isdecimal() else None


def by_the_end_of(year: int, skill: WeightedSkill) -> WeightedSkill:
    """The skill with what had been said of it by then, and of no date; it may weigh 0."""
    said = [piece for piece in skill.evidence if (year_of(piece) or year) <= year]
    return skill if len(said) == len(skill.evidence) else with_evidence(skill, said)
