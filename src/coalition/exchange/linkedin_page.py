"""A skill as LinkedIn's pages show it, and the evidence it is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from coalition.exchange.linkedin_people import folded_name
from coalition.exchange.linkedin_phrases import (
    Count,
    count,
    endorsers,
    is_assessment,
    plain_number,
)
from coalition.exchange.tag_text import tag_text
from coalition.exchange.usable import usable
from coalition.model.evidence import Evidence, Kind
from coalition.model.person import Person
from coalition.model.reading import Problem, Reading
from coalition.model.source import Source

_UNIT = "endorsements"
_ASSESSMENT = "LinkedIn Skill Assessment"
_BULLETS = "·•●▪◦‣*–—- \t\u00a0"


@dataclass(frozen=True, slots=True)
class PageSkill:
    """One item of a page: the skill, how many endorsed it (0: nobody), who is named, and where.

    ``assessed``: LinkedIn's own test was passed. ``row``: the line, where lines mean anything.
    """

    name: str
    count: int = 0
    at_least: bool = False
    endorsers: tuple[str, ...] = ()
    assessed: bool = False
    group: str = ""
    row: int | None = None

    def told(self, line: str, nouns: frozenset[str] = frozenset()) -> "PageSkill":
        """The skill with what one more line of its item says about it."""
        if is_assessment(line):
            return replace(self, assessed=True)
        if number := count(line, nouns) or (None if self.count else plain_number(line)):
            return self.counted(number)
        named = tuple(name for name in endorsers(line) if name not in self.endorsers)
        return replace(self, endorsers=self.endorsers + named) if named else self

    def counted(self, number: Count) -> "PageSkill":
        """The skill with its number of endorsements; of two, the larger."""
        if (number.number, number.at_least) <= (self.count, self.at_least):
            return self
        return replace(self, count=number.number, at_least=number.at_least)


def plain(line: str) -> str:
    """``line`` as people read it: blanks as one space each, no bullet before it."""
    return tag_text(line).lstrip(_BULLETS).rstrip(" ·•")


def once(skills: Iterable[PageSkill]) -> list[PageSkill]:
    """Each skill once, although several tabs show it: with all that any of them says."""
    found: dict[str, PageSkill] = {}
    for skill in skills:
        key = folded_name(skill.name)
        if key in found:
            skill = _merged(found[key], skill)
        found[key] = skill
    return list(found.values())


def page_reading(format_name: str, name: str, person: str, skills: Iterable[PageSkill]) -> Reading:
    """The skills of one page as a reading: each listed, and counted where people endorsed it."""
    evidence: list[Evidence] = []
    certificates: list[Evidence] = []
    problems: list[Problem] = []
    for skill in once(skills):
        listed = usable(_listed(skill, Source(name, skill.row)))
        if isinstance(listed, Problem):
            problems.append(listed)
            continue
        evidence.append(listed)
        if skill.count:
            evidence.append(_counted(skill, listed))
        if skill.assessed:
            certificates.append(replace(listed, kind=Kind.CERTIFIED, amount=1, by=_ASSESSMENT))
    return Reading(
        format_name,
        name,
        Person(person) if person else None,
        tuple(evidence),
        tuple(certificates),
        problems=tuple(problems),
    )


def _listed(skill: PageSkill, source: Source) -> Evidence:
    return Evidence(skill.name, Kind.LISTED, source, amount=0, group=skill.group)


def _counted(skill: PageSkill, listed: Evidence) -> Evidence:
    return replace(
        listed,
        kind=Kind.COUNTED,
        amount=skill.count,
        at_least=skill.at_least,
        by="; ".join(skill.endorsers),
        unit=_UNIT,
    )


def _merged(first: PageSkill, second: PageSkill) -> PageSkill:
    merged = first.counted(Count(second.count, second.at_least, ""))
    more = tuple(name for name in second.endorsers if name not in first.endorsers)
    return replace(
        merged,
        endorsers=first.endorsers + more,
        assessed=first.assessed or second.assessed,
        group=first.group or second.group,
    )
