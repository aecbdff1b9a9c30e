"""JSON as any source writes it: parsed without limits being run into, looked into safely."""

import json
import math
from collections.abc import Iterator

from coalition.errors import UnreadableInput
from coalition.exchange.material import Document

_MOST_DIGITS = 300


def json_of(material: Document) -> object:
    """The value that ``material`` holds, or None where it is no JSON."""
    try:
        return material.json
    except UnreadableInput:
        return None


def parse_json(name: str, text: str) -> object:
    """The value of a JSON text, or the list of values of one with a value a line.

    Raises UnreadableInput with the line of a fault.
    """
    try:
        return _parse(text)
    except json.JSONDecodeError as fault:
        if values := _one_a_line(text, fault):
            return values
        raise UnreadableInput(
            f"{name} is damaged JSON (line {fault.lineno}: {fault.msg.lower()}): "
            "save or download it again."
        ) from None
    except RecursionError:
        raise UnreadableInput(
            f"{name} is JSON nested too deeply to be read: export it again, or give a part of it."
        ) from None


def _parse(text: str) -> object:
    return json.loads(text, parse_int=_integer)


def _one_a_line(text: str, fault: json.JSONDecodeError) -> list[object]:
    """The values of JSON Lines, if it is that: "extra data" is the second line's value."""
    if fault.msg != "Extra data" or fault.lineno < 2:
        return []
    try:
        return [_parse(line) for line in text.split("\n") if line.strip()]
    except json.JSONDecodeError:
        return []


def _integer(digits: str) -> int | float:
    if len(digits) > _MOST_DIGITS:
        return -math.inf if digits.startswith("-") else math.inf
    return int(digits)


def member(value: object, *keys: str) -> object:
    """What stands in ``value`` under ``keys``, each inside the last; None where it does not."""
    for key in keys:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def text(value: object, *keys: str) -> str:
    """The text there, or ""."""
    found = member(value, *keys)
    return found.strip() if isinstance(found, str) else ""


def items(value: object, *keys: str) -> Iterator[object]:
    """The items of the list there, if it is one."""
    found = member(value, *keys)
    return iter(found) if isinstance(found, list) else iter(())


def number(value: object) -> float | None:
    """The number that ``value`` is, also when written as text; None where it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, str):
        from coalition.exchange.numbers import number_in

        return number_in(value)
    return None
