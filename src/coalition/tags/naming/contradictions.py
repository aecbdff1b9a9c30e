"""What a list of skills says twice in ways that cannot both hold: refused, with both lines.

``also`` makes names one skill, whatever lies between: of "A also B", "B also C" all three are.
``not`` parts two names, ``under`` puts one skill below another, ``either`` makes a name one of
several skills, and so of none. Each is held against the others by skills, not by spellings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from coalition.errors import InputError
from coalition.tags.folding import fold

if TYPE_CHECKING:
    from coalition.tags.naming.alias_list import AliasList, Entry, Said

Pointers = Mapping[str, list[tuple[str, int]]]
"""From a folded name to others, each with the line that leads there."""


def refuse_contradictions(found: "AliasList") -> None:
    """Raise InputError, with both lines, where two things that a list says cannot both hold."""
    _refuse_both_ambiguous_and_not(found)
    meant = _meant(found)
    for key, lines in _circles(meant):
        raise _circle(found, key, lines, "another name of")
    one = _One(meant)
    _refuse_under_itself(found, one)
    _refuse_same_and_not(found, one)


class _One:
    """Which names of a list are one skill by its ``also`` lines, and by which of them."""

    def __init__(self, meant: Pointers) -> None:
        self._meant = meant

    def skill(self, key: str) -> str:
        """The name that this one leads to in the end."""
        return self._way(key)[-1][0]

    def lines(self, a: str, b: str) -> list[int]:
        """The lines by which two names are one skill; none where they are not."""
        ways = self._way(a), self._way(b)
        if ways[0][-1] != ways[1][-1]:
            return []
        both = set(ways[0]) & set(ways[1])
        return sorted({line for way in ways for key, line in way if (key, line) not in both})

    def _way(self, key: str) -> list[tuple[str, int]]:
        """The names from this one to the last, each with the line that leads on from it."""
        way = []
        while key in self._meant:
            ((to, line),) = self._meant[key]
            way.append((key, line))
            key = to
        return [*way, (key, 0)]


def _refuse_both_ambiguous_and_not(found: "AliasList") -> None:
    several = {fold(entry.name): entry for entry in found.entries if entry.of("either")}
    for entry in found.entries:
        if ambiguous := several.get(fold(entry.name)):
            line = ambiguous.line
            meanings = set(map(fold, ambiguous.of("either")))
            for said in entry.said:
                if fault := _against_several(entry, said, meanings, line):
                    raise InputError(f"{found.name}: {fault}: keep one of the two.")
            if not entry.said:
                raise InputError(
                    f'{found.name}: "{entry.name}" is a skill in line {entry.line}, and ambiguous '
                    f"in line {line}: keep one of the two."
                )
        for _, said in entry.names():
            if other := several.get(fold(said.name)):
                raise InputError(
                    f'{found.name}: "{said.name}" is another name of "{entry.name}" in line '
                    f"{said.line}, and ambiguous in line {other.line}: keep one of the two."
                )


def _against_several(entry: "Entry", said: "Said", meanings: set[str], line: int) -> str:
    """What is wrong with something said of a name that is ambiguous in ``line``, as a clause."""
    match said.word:
        case "later":
            return ""
        case "either":
            if fold(said.name) != fold(entry.name):
                return ""
            return (
                f'"{entry.name}" is ambiguous in line {line}, and one of its own meanings in line '
                f"{said.line}"
            )
        case "not":
            if fold(said.name) not in meanings:
                return ""
            return (
                f'"{entry.name}" may stand for "{said.name}" in line {line}, and is never it in'
                f" line {said.line}"
            )
        case "under":
            return (
                f'"{entry.name}" is ambiguous in line {line}, and under "{said.name}" in line '
                f"{said.line}"
            )
        case _:
            return (
                f'"{entry.name}" is ambiguous in line {line}, and one skill with "{said.name}"'
                f" in line {said.line}"
            )


def _meant(found: "AliasList") -> Pointers:
    """The one name that each other name stands for; raises InputError where there are two."""
    meant: dict[str, list[tuple[str, int]]] = {}
    for entry in found.entries:
        key = fold(entry.name)
        for _, said in entry.names():
            other = fold(said.name)
            if other == key:
                continue
            ((before, line),) = meant.setdefault(other, [(key, said.line)])
            if before != key:
                raise InputError(
                    f'{found.name}: "{said.name}" is another name of "{_named(found, before)}" in '
                    f'line {line}, and of "{entry.name}" in line {said.line}: keep one of the two.'
                )
    return meant


def _refuse_under_itself(found: "AliasList", one: _One) -> None:
    broader: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for entry, said in _said(found, "under"):
        key, other = fold(entry.name), fold(said.name)
        if lines := one.lines(key, other):
            raise InputError(
                f'{found.name}: "{entry.name}" and "{said.name}" are one skill in {_lines(lines)}, '
                f"and one is under the other in line {said.line}: keep one of the two."
            )
        broader[one.skill(key)].append((one.skill(other), said.line))
    for key, lines in _circles(broader):
        raise _circle(found, key, lines, "under", "".join(_called_otherwise(found, one, lines)))


def _called_otherwise(found: "AliasList", one: _One, circle: Iterable[int]) -> Iterator[str]:
    """Clauses on the names in a circle that are not the skills' own."""
    told = set()
    for entry, said in _said(found, "under"):
        for name in (entry.name, said.name) if said.line in circle else ():
            skill = one.skill(fold(name))
            if skill != fold(name) and skill not in told:
                told.add(skill)
                lines = _lines(one.lines(skill, fold(name)))
                yield f', and "{name}" is "{_named(found, skill)}" by {lines}'


def _refuse_same_and_not(found: "AliasList", one: _One) -> None:
    for entry, said in _said(found, "not"):
        key, other = fold(entry.name), fold(said.name)
        lines = [entry.line] if other == key else one.lines(key, other)
        if lines:
            raise InputError(
                f'{found.name}: "{entry.name}" and "{said.name}" are one skill in {_lines(lines)}, '
                f"and are not in line {said.line}: keep one of the two."
            )


def _said(found: "AliasList", word: str) -> Iterator[tuple["Entry", "Said"]]:
    return ((entry, said) for entry in found.entries for said in entry.said if said.word == word)


def _circles(to: Pointers) -> Iterator[tuple[str, list[int]]]:
    """A name that leads back to itself, and the lines on the way."""
    done: set[str] = set()
    for start in to:
        path: dict[str, int] = {}  # the names on the way, each with the line that led there
        waiting = [(start, 0, False)]
        while waiting:
            key, line, left = waiting.pop()
            if left:
                done.add(key)
                del path[key]
            elif key in path:
                yield key, [*path.values(), line][list(path).index(key) + 1 :]
                return
            elif key not in done:
                path[key] = line
                waiting.append((key, line, True))
                waiting += [(*step, False) for step in to.get(key, ())]


def _circle(
    found: "AliasList", key: str, lines: list[int], what: str, because: str = ""
) -> InputError:
    return InputError(
        f'{found.name}: lines {min(lines)} and {max(lines)} go in a circle: "'
        f'{_named(found, key)}" cannot be {what} itself{because}. Remove one of them.'
    )


def _lines(numbers: list[int]) -> str:
    *first, last = map(str, numbers)
    return f"lines {', '.join(first)} and {last}" if first else f"line {last}"


def _named(found: "AliasList", key: str) -> str:
    """The name as the list spells it."""
    spelled = (name for e in found.entries for name in (e.name, *(s.name for s in e.said)))
    return next(name for name in spelled if fold(name) == key)
