"""Which skills belong under which, and to which group: links, never merges.

A known skill is under those that the list names and in the group it stands in there. Any other name
is under the known skill that its last words name ("Widget Project Management" is a kind of project
management), else under the one that its first words name ("Python Widgets"), and in that one's
group.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from coalition.tags.folding import fold
from coalition.tags.naming.recognition import Recognition

PARENT, SIBLING = 0.6, 0.3
"""How related a skill is to one above it, and two that are directly under the same."""

MOST_SIBLINGS = 40
"""Of more skills under one, that they are says little of any two."""


class Place(NamedTuple):
    """Where a skill belongs: the skills directly above it, its group ("" for none), and why."""

    above: tuple[str, ...]
    group: str
    reason: str


NOWHERE = Place((), "", "")


def place_of(name: str, recognition: Recognition) -> Place:
    """Where the skill that goes by this name belongs."""
    found = recognition(name)
    if found.skill and (known := recognition.vocabulary.skill(found.skill)):
        reason = f'"{known.name}" stands in the list under {known.group}'
        return Place(known.broader, known.group, reason)
    for part, where in _parts(name):
        inside = recognition(part).skill
        if inside and (known := recognition.vocabulary.skill(inside)):
            return Place((known.name,), known.group, f'"{name}" {where} "{known.name}"')
    return NOWHERE


def _parts(name: str) -> Iterator[tuple[str, str]]:
    words = fold(name).split()
    for start in range(1, len(words)):
        yield " ".join(words[start:]), "is a kind of"
    for end in range(len(words) - 1, 0, -1):
        yield " ".join(words[:end]), "is about"


def kinship(
    names: Sequence[str], recognition: Recognition
) -> Iterator[tuple[tuple[int, int], float]]:
    """How related the skills are that go by these names, for the pairs of positions, the lower
    first, that are parent and child or siblings.
    """
    at: dict[str, list[int]] = defaultdict(list)
    children: dict[str, set[int]] = defaultdict(set)
    for position, name in enumerate(names):
        at[recognition(name).key].append(position)
        for above in place_of(name, recognition).above:
            children[recognition(above).key].add(position)
    kin: dict[tuple[int, int], float] = {}
    for under in children.values():
        if len(under) <= MOST_SIBLINGS:
            kin.update(dict.fromkeys(combinations(sorted(under), 2), SIBLING))
    for parent, under in children.items():
        for one in at.get(parent, ()):
            kin.update({(min(one, child), max(one, child)): PARENT for child in under - {one}})
    yield from sorted(kin.items())
