"""Values as every database can hold them."""

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

LARGEST = 2**31 - 1
"""The largest whole number that the tables hold."""

DIGITS = 19
"""As many as a row's number may have."""

_SURROGATE = re.compile("[\ud800-\udfff]")

Value = TypeVar("Value")


def storable(value: Value) -> Value:
    """``value``, a text, a model value or a tuple of these, with texts that can be stored.

    PostgreSQL has no NUL character in texts, and no encoding has half a surrogate pair: the first
    is left out, and U+FFFD stands for the second, as Unicode has it (The Unicode Standard, section
    3.9) for what cannot be told.
    """
    return cast("Value", _storable(value))


def whole(number: int | None) -> int | None:
    """A whole number that the tables can hold."""
    return None if number is None else max(-LARGEST, min(number, LARGEST))


def _storable(value: object) -> object:
    if type(value) is str:
        return value if value.isprintable() else _text(value)
    if type(value) is tuple:
        parts = tuple(map(_storable, value))
        same = all(new is old for new, old in zip(parts, value, strict=True))
        return value if same else parts
    changed = {}
    for name in _names_of(value):
        old = getattr(value, name)
        new = _storable(old)
        if new is not old:
            changed[name] = new
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


def _text(text: str) -> str:
    if "\0" in text:
        text = text.replace("\0", "")
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _names_of(value: Any) -> tuple[str, ...]:
    kind: Any = type(value)
    return _fields(kind)


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
