"""Names of several skills ("NLP", "PM"), told apart by the other skills of the same person.

A meaning that is named itself, and no other one, is meant. Otherwise each known skill speaks for
the meanings it is near to: two voices where one is above the other or both are under the same
skill, one where they are only of one group. The meaning is decided where it has at least
:data:`FEWEST` voices and :data:`TIMES` those of the next one; else the name stays a skill of its
own. Telling senses apart by what stands around: Lesk, "Automatic sense disambiguation using
machine readable dictionaries" (SIGDOC 1986).
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from coalition.tags.naming.vocabulary import KnownSkill, Vocabulary

FEWEST, TIMES = 2, 2
_NEAR, _SAME_GROUP = 2, 1
_NAMED = 3
"""How many of the skills that speak for a meaning the reason names."""


class Meant(NamedTuple):
    """The known skill that an ambiguous name stands for, and why: a clause for the user."""

    skill: str
    reason: str


def may_stand_for(meanings: Iterable[str]) -> str:
    """What an ambiguous name that nothing decides may stand for: a clause for the user."""
    return 'may stand for "' + '" or "'.join(meanings) + '"'


def decided(
    name: str, meanings: Iterable[str], present: Collection[str], vocabulary: Vocabulary
) -> Meant | None:
    """Which of its meanings an ambiguous name stands for beside the known skills that are present,
    if they tell.
    """
    named = [meaning for meaning in meanings if meaning in present]
    if len(named) == 1:
        return Meant(named[0], f'"{name}" {may_stand_for(named)}, which is named too')
    if named:
        return None
    others = [vocabulary.skill(skill) or KnownSkill(skill) for skill in sorted(present)]
    voices = {
        meaning: _voices(vocabulary.skill(meaning) or KnownSkill(meaning), others)
        for meaning in meanings
    }
    ranked = sorted(voices, key=lambda meaning: -sum(voices[meaning].values()))
    first, *rest = ranked
    loudest, next_one = (sum(voices[meaning].values()) for meaning in (first, (rest or ranked)[0]))
    if loudest < FEWEST or (rest and loudest < TIMES * next_one):
        return None
    speaking = sorted(voices[first].items(), key=lambda item: (-item[1], item[0]))[:_NAMED]
    because = " and ".join(f'"{skill}"' for skill, _ in speaking)
    return Meant(first, f'"{name}" is read as "{first}" beside {because}')


def _voices(meaning: KnownSkill, others: Iterable[KnownSkill]) -> dict[str, int]:
    return {other.name: voice for other in others if (voice := _voice(meaning, other))}


def _voice(meaning: KnownSkill, other: KnownSkill) -> int:
    above, others_above = set(meaning.broader), set(other.broader)
    if other.name in above or meaning.name in others_above or above & others_above:
        return _NEAR
    return _SAME_GROUP if meaning.group and meaning.group == other.group else 0
