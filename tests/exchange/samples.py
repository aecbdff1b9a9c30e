"""Inputs made up for the tests, and short ways to read them."""

import json

from coalition.exchange.opening import material_from_bytes
from coalition.exchange.reading import read_material
from coalition.model.reading import Reading


def read_bytes(content: bytes, name: str = "given", format: str | None = None) -> Reading:
    return read_material(material_from_bytes(name, content), format=format)


def read_text(text: str, name: str = "given", format: str | None = None) -> Reading:
    return read_bytes(text.encode(), name, format)


def read_json(value: object, name: str = "given.json") -> Reading:
    return read_text(json.dumps(value), name)


def amounts(reading: Reading) -> dict[str, float]:
    return {evidence.skill: evidence.amount for evidence in reading.evidence}


def skills(reading: Reading) -> list[str]:
    return [evidence.skill for evidence in reading.evidence]


def problems(reading: Reading) -> list[str]:
    return [str(problem) for problem in reading.problems]
