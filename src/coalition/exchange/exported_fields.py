"""The records of an export as plain fields: JSON values, or texts for cells; and back, checked."""

import json
import math
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple, Union, get_args, get_origin

from coalition.model.exported import RECORDS, Exported

KIND = "record"
"""The field that says what kind of record it is."""

_LARGEST = 2**31 - 1
_BETWEEN = ";"
_YES = "yes"


class _Field(NamedTuple):
    """A field of a record: how it is read from JSON and from a cell. default: _NEEDED for none."""

    name: str
    default: object
    from_json: Callable[[Any], Any]
    from_cell: Callable[[str], Any]


_NEEDED = object()


def as_json(record: Exported) -> dict[str, Any]:
    """The kind of a record and its fields as JSON values; those that tell nothing are left out."""
    found: dict[str, Any] = {KIND: name_of(record)}
    for field in _FIELDS[found[KIND]]:
        value = getattr(record, field.name)
        if value != field.default:
            found[field.name] = value.isoformat() if isinstance(value, date) else value
    return found


def as_cells(record: Exported) -> dict[str, str]:
    """The same as texts."""
    return {name: _cell(value) for name, value in as_json(record).items()}


def from_json(value: object) -> Exported:
    """The record that a JSON object is. Raises ValueError, with what is wrong in words."""
    if not isinstance(value, dict):
        raise ValueError("it is no JSON object")
    return _record(value.get(KIND), value, from_cells=False)


def from_cells(cells: Mapping[str, str]) -> Exported:
    """The record that texts tell; "" is the same as no text. Raises ValueError as above."""
    told = {name: cell for name, cell in cells.items() if cell != ""}
    return _record(told.get(KIND), told, from_cells=True)


def name_of(record: Exported) -> str:
    """What files call such a record."""
    return _NAMES[type(record)]


def column_names() -> tuple[str, ...]:
    """All fields of all kinds of records, once each, the kind first."""
    names = (field.name for several in _FIELDS.values() for field in several)
    return tuple(dict.fromkeys((KIND, *names)))


def _record(kind: object, told: Mapping[str, Any], from_cells: bool) -> Exported:
    if not isinstance(kind, str) or kind not in _FIELDS:
        raise ValueError(f"there is no record named {str(kind)[:40]}")
    values = {}
    for name, default, json_value, cell_value in _FIELDS[kind]:
        given = told.get(name, _NEEDED)
        if given is _NEEDED:
            if default is _NEEDED:
                given = "" if from_cells else _NEEDED
            else:
                continue
        try:
            if given is _NEEDED:
                raise ValueError("missing")
            values[name] = cell_value(given) if from_cells else json_value(given)
        except ValueError as fault:
            raise ValueError(f"{name} is {fault}") from None
    return RECORDS[kind](**values)


def _cell(value: Any) -> str:
    match value:
        case bool():
            return _YES if value else "no"
        case str():
            return value
        case tuple():
            return _BETWEEN.join(value)
        case Mapping():
            return json.dumps(value, ensure_ascii=False)
    return repr(value)


def _text(value: object) -> str:
    if type(value) is not str:
        raise ValueError("no text")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise ValueError("a text with half a character in it") from None
    if "\0" in value:
        raise ValueError("a text with a NUL character in it")
    return value


def _truth(value: object) -> bool:
    if type(value) is not bool:
        raise ValueError("neither true nor false")
    return value


def _integer(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _LARGEST:
        raise ValueError("no whole number of a usual size")
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("no number")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise ValueError("no finite number")
    return number


def _several(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("no list")
    return tuple(map(_text, value))


def _mapping(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("no object")
    return {_text(name): _text(told) for name, told in value.items()}


def _day(value: object) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        raise ValueError("no day such as 2026-03-02") from None


def _moment(value: object) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(value))
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError("no time such as 2026-03-02T09:00:00+00:00") from None


def _word(kind: type[StrEnum], value: object) -> StrEnum:
    try:
        return kind(_text(value))
    except ValueError:
        raise ValueError(f"none of {', '.join(kind)}") from None


def _from_cell(read: Callable[[Any], Any], parse: Callable[[str], Any], cell: str) -> Any:
    try:
        parsed = parse(cell)
    except (ValueError, RecursionError):
        parsed = cell  # which is refused in words
    return read(parsed)


_PARSERS: dict[Any, tuple[Callable[[Any], Any], Callable[[str], Any]]] = {
    str: (_text, str),
    bool: (_truth, {_YES: True, "no": False}.get),
    int: (_integer, int),
    float: (_number, float),
    date: (_day, str),
    datetime: (_moment, str),
    tuple: (_several, lambda cell: cell.split(_BETWEEN) if cell else []),
    Mapping: (_mapping, json.loads),
}


def _field(name: str, kind: Any, default: object) -> _Field:
    if isinstance(kind, types.UnionType) or get_origin(kind) is Union:
        kind = next(one for one in get_args(kind) if one is not type(None))
    kind = get_origin(kind) or kind
    if issubclass(kind, StrEnum):
        word = partial(_word, kind)
        return _Field(name, default, word, word)
    read, parse = _PARSERS[kind]
    return _Field(name, default, read, read if parse is str else partial(_from_cell, read, parse))


_FIELDS: dict[str, tuple[_Field, ...]] = {
    name: tuple(
        _field(each.name, each.type, _NEEDED if each.default is MISSING else each.default)
        for each in fields(record)
    )
    for name, record in RECORDS.items()
}
_NAMES = {record: name for name, record in RECORDS.items()}
