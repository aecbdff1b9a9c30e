"""The skills of two profiles under the same names.

A profile's skills stay whole: what a name stands for was decided when the profile was made, from
all that is known of one person, and what is known of another person decides nothing about them. So
one person's "NLP" may be Natural Language Processing and the other's stay "NLP".

Two skills are one where the rules that always hold say so of their names. What one profile tells
of a name (an acronym, its translation) counts for the other too, but not if the name is ambiguous
or the two use it of different skills.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from coalition.tags.folding import fold
from coalition.tags.skills import Alias, Joining, Rule, Skill, canonical, rules
from coalition.tags.weights import Profile, WeightedSkill, weighed

if TYPE_CHECKING:
    from coalition.tags.naming.recognition import Recognition


def matched(
    a: Profile, b: Profile, recognition: "Recognition | None" = None
) -> tuple[list[WeightedSkill], list[WeightedSkill]]:
    """The skills of both profiles, those that are one under one name; two skills of one profile
    that the other shows to be one are one, with each endorser counted once.

    recognition: the one that the profiles were made by; the list that comes along if none is given.
    """
    if recognition is None:
        from coalition.tags.naming.shipped import shipped

        recognition = shipped()
    own = rules(recognition, in_context=False)
    uses: dict[str, float] = defaultdict(float)
    for profile in (a, b):
        for name, share in _uses(profile).items():
            uses[name] += share
    ruled = canonical(uses, own)
    found_a, found_b = (list(_found(profile, own, ruled)) for profile in (a, b))
    if told := list(_told((*found_a, *found_b), recognition)):
        ruled = canonical(uses, (*own, lambda _: told))
    return _renamed(found_a, ruled), _renamed(found_b, ruled)


def _uses(profile: Profile) -> Mapping[str, float]:
    """How much a profile's skills are called by each name: by their own as much as is their share,
    so that the louder of two profiles does not decide alone; the other names just are there.
    """
    most = max((skill.weight for skill in profile.skills), default=0.0) or 1.0
    uses = {alias: 0.0 for skill in profile.skills for alias in skill.aliases}
    return uses | {skill.name: skill.weight / most for skill in profile.skills}


class _Found(NamedTuple):
    """A skill of a profile, the one of its names that tells which skill it is beside the other
    profile, and the other names that it does not have by the rules that always hold.
    """

    skill: WeightedSkill
    name: str
    told: tuple[Alias, ...]


def _found(profile: Profile, own: Sequence[Rule], of_both: Mapping[str, Skill]) -> Iterator[_Found]:
    """The profile's skills. One that is called "ETS" here is not told by this name if the other
    profile explains it in another way, but by its long form.
    """
    alone = canonical(_uses(profile), own)
    for skill in profile.skills:
        known = alone[skill.name].name
        names = [skill.name, *(alias for alias in skill.aliases if alone[alias].name == known)]
        together = Counter(of_both[name].name for name in names)
        name = max(names, key=lambda name: together[of_both[name].name])
        told = (alias for alias in _aliases(skill) if alone[alias.name].name != known)
        yield _Found(skill, name, tuple(told))


def _told(found: Sequence[_Found], recognition: "Recognition") -> Iterator[Joining]:
    """What the profiles tell of names, from elsewhere than the rules that always hold."""
    used_of: dict[str, set[str]] = defaultdict(set)
    for skill, name, _ in found:
        for other in skill.aliases:
            used_of[fold(other)].add(recognition(name).key)
    for _, name, told in found:
        for alias in told:
            one = len(used_of[fold(alias.name)]) == 1
            if one and _may_be(alias.name, name, recognition):
                yield Joining(alias.name, name, alias.reason, shown=True)


def _may_be(alias: str, name: str, recognition: "Recognition") -> bool:
    """Whether a name may stand for a skill wherever it is used: neither ambiguous nor the name of
    another skill where both are known.
    """
    found = recognition(alias)
    return not found.several and len({found.skill, recognition(name).skill} - {""}) < 2


def _aliases(skill: WeightedSkill) -> Iterator[Alias]:
    for at, alias in enumerate(skill.aliases):
        reasons = skill.reasons[at : at + 1] or ("given as another name",)
        yield Alias(alias, *reasons)


def _renamed(found: Sequence[_Found], skill_of: Mapping[str, Skill]) -> list[WeightedSkill]:
    """The profile's skills under the names of both; those that turn out to be one are one."""
    parts: dict[Skill, list[WeightedSkill]] = defaultdict(list)
    for skill, name, _ in found:
        parts[skill_of[name]].append(skill)
    return [_as_one(skill, own) for skill, own in parts.items()]


def _as_one(skill: Skill, parts: Sequence[WeightedSkill]) -> WeightedSkill:
    """Skills of one profile as one, by all the names of each."""
    for part in parts:
        others = tuple(_aliases(part))
        for alias in (*others, *(alias._replace(name=part.name) for alias in others[:1])):
            skill = skill.with_alias(alias)
    evidence = [piece for part in parts for piece in part.evidence]
    one = weighed(skill, evidence, parts[0].recency)
    if len(parts) == 1:
        return replace(
            parts[0],
            name=one.name,
            aliases=one.aliases,
            reasons=one.reasons,
            meanings=one.meanings,
        )
    bare = fsum(part.weight for part in parts if not part.evidence)
    return replace(one, weight=one.weight + bare)
