"""Evidence from names as sources write them: what can be no tag is a problem of its row.

Every name passes here, whatever the reader: of skills, of certificates, and those that readers of
other packages give.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from coalition.exchange.tag_text import tag_text, why_unusable
from coalition.model.evidence import Evidence
from coalition.model.reading import Problem

MOST = 1e15
"""The largest weight: up to here whole numbers are exact, and sums cannot overflow."""


@dataclass(frozen=True, slots=True)
class BadWeightProblem(Problem):
    """A weight that is negative, infinite, too large or no number."""


def usable(evidence: Evidence) -> Evidence | Problem:
    """``evidence`` with its skill's name as a tag, or why it cannot be used."""
    skill, source = tag_text(evidence.skill), evidence.source
    if fault := why_unusable(skill):
        return Problem(source.file, source.row, fault)
    if not 0.0 <= evidence.amount <= MOST:
        return BadWeightProblem(
            source.file, source.row, f"The weight of “{skill}” is not between 0 and {MOST:g}."
        )
    return evidence if skill == evidence.skill else replace(evidence, skill=skill)


def sifted(found: Iterable[Evidence]) -> tuple[tuple[Evidence, ...], tuple[Problem, ...]]:
    """What of ``found`` can be used, and a problem for each of the others."""
    checked = list(map(usable, found))
    return (
        tuple(item for item in checked if isinstance(item, Evidence)),
        tuple(item for item in checked if isinstance(item, Problem)),
    )
