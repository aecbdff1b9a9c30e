"""What several sources say alike, told once with all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from coalition.briefs.sections import Line


@dataclass(frozen=True, slots=True)
class Said:
    """One thing, and who says it: where it came from, and the number it is taken out by."""

    value: str
    by: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that is said of one matter, such as a title."""

    what: str
    said: tuple[Said, ...]


def gathered(lines: Sequence[Line]) -> tuple[Gathered, ...]:
    """``lines`` by what they are about and what they say of it, in their order."""
    found: dict[str, dict[str, list[tuple[str, int | None]]]] = {}
    for line in lines:
        by = found.setdefault(line.what, {}).setdefault(line.value, [])
        by.append((line.whence, line.number))
    return tuple(
        Gathered(what, tuple(Said(value, tuple(by)) for value, by in values.items()))
        for what, values in found.items()
    )
