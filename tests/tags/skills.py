"""Skills with evidence, made up for tests."""

from collections.abc import Mapping, Sequence

from coalition.model.evidence import Evidence, Kind
from coalition.model.source import Source
from coalition.tags.weights import WeightedSkill

FILE = Source("list.csv", 2)


def endorsed(skill: str, by: str, key: str = "", holder: str = "") -> Evidence:
    """An endorsement by a person with a profile of their own."""
    key = key or f"{by.casefold()}-1"
    return Evidence(skill, Kind.ENDORSED, FILE, by=by, by_key=key, holder=holder)


def held(skill: str, holder: str) -> Evidence:
    """A row of a table of people."""
    return Evidence(skill, Kind.LISTED, FILE, 0, holder=holder)


def skill(name: str, *evidence: Evidence, weight: float = 1.0) -> WeightedSkill:
    return WeightedSkill(name, weight, evidence)


def endorsed_by(table: Mapping[str, Sequence[str]]) -> list[WeightedSkill]:
    """Skills, each with its endorsers."""
    return [
        skill(name, *(endorsed(name, person) for person in people))
        for name, people in table.items()
    ]


def held_by(table: Mapping[str, Sequence[str]]) -> list[WeightedSkill]:
    """Skills, each with those who hold it."""
    return [
        skill(name, *(held(name, person) for person in people)) for name, people in table.items()
    ]
