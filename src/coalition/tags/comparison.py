"""Two profiles compared: what both have, what only one has, and what to talk about.

**The formula.** What is compared is each skill's share of its own profile: its weight over the
largest weight there, so that 1 is what a person is known for most. So somebody with 99
endorsements for everything does not drown one with five. Common skills are as large as the
smaller of both shares (what both are known for comes first) or as the larger.

Nobody is rated here, and nobody is ranked above the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum
from typing import TYPE_CHECKING

from coalition.errors import InputError
from coalition.model.evidence import Evidence, Kind
from coalition.tags.folding import fold
from coalition.tags.skills import Joining, Rule, Skill, canonical, rules
from coalition.tags.voices import LISTED_ONLY
from coalition.tags.weights import Profile, WeightedSkill, weighed

if TYPE_CHECKING:
    from coalition.tags.recency import Recency
    from coalition.tags.recognition import Recognition

SIZES = {"smaller": min, "larger": max}
"""Which of both shares is a common skill's size."""


@dataclass(frozen=True, slots=True)
class Own:
    """A skill that only one has, and its share of their profile: more than 0, up to 1."""

    skill: WeightedSkill
    share: float


@dataclass(frozen=True, slots=True)
class Common:
    """A skill that both have: as each has it, the share in each profile, and its size."""

    name: str
    a: WeightedSkill
    b: WeightedSkill
    share_a: float
    share_b: float
    size: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two people have in common and what is each one's own; the largest first, then by name.
    :func:`coalition.tags.openers.openers` puts it in sentences.
    """

    common: tuple[Common, ...]
    only_a: tuple[Own, ...]
    only_b: tuple[Own, ...]


def compare(
    a: Profile, b: Profile, *, by: str = "smaller", recognition: "Recognition | None" = None
) -> Comparison:
    """Compare two profiles; ``by`` says which of both shares is a common skill's size, and
    ``recognition`` which names are one skill, by the list that comes along if none is given.

    Names are matched as if all evidence were one person's: what one profile tells about a name
    (an acronym, its translation) counts for the other too. Raises InputError for another ``by``.
    """
    if by not in SIZES:
        raise InputError(f'Common tags are sized by the {" or the ".join(SIZES)}, not by "{by}".')
    uses: dict[str, float] = defaultdict(float)
    for profile in (a, b):
        for spelling, amount in _uses(profile).items():
            uses[spelling] += amount
    own = rules(recognition)
    skill_of = canonical(uses, (*own, lambda _: _told(a, own), lambda _: _told(b, own)))
    of_a, of_b = (_shared_out(_regrouped(profile, skill_of)) for profile in (a, b))
    common = [_common(name, of_a[name], of_b[name], by) for name in of_a if name in of_b]
    return Comparison(
        tuple(sorted(common, key=lambda both: (-both.size, both.name))),
        tuple(own for name, own in of_a.items() if name not in of_b),
        tuple(own for name, own in of_b.items() if name not in of_a),
    )


def _common(name: str, a: Own, b: Own, by: str) -> Common:
    return Common(name, a.skill, b.skill, a.share, b.share, SIZES[by](a.share, b.share))


def _uses(profile: Profile) -> Mapping[str, float]:
    """How often the profile's names are used, in the spellings of their sources, as shares: so
    that the louder of two profiles does not decide alone by which name a skill is shown.
    """
    most = max((skill.weight for skill in profile.skills), default=1.0)
    uses: dict[str, float] = defaultdict(float)
    for skill in profile.skills:
        for name in (skill.name, *skill.aliases):
            uses[name] += 0.0
        for spelling, piece in _spelled(skill):
            uses[spelling] += (LISTED_ONLY if piece.kind is Kind.LISTED else piece.amount) / most
        if not skill.evidence:
            uses[skill.name] += skill.weight / most
    return uses


def _spelled(skill: WeightedSkill) -> Iterator[tuple[str, Evidence]]:
    """The evidence, each piece with the skill's name in it: a certificate's is not the skill's."""
    own = {fold(name) for name in (skill.name, *skill.aliases)}
    for piece in skill.evidence:
        yield (piece.skill if fold(piece.skill) in own else skill.name), piece


def _told(profile: Profile, own: Sequence[Rule]) -> Iterator[Joining]:
    """The other names that the profile knows from elsewhere than the rules that always hold."""
    if not any(skill.aliases for skill in profile.skills):
        return
    ruled = canonical(_uses(profile), own)
    for skill in profile.skills:
        reasons = dict(zip(skill.aliases, skill.reasons, strict=False))
        for alias in skill.aliases:
            if ruled[alias].name != ruled[skill.name].name:
                reason = reasons.get(alias, "given as another name")
                yield Joining(alias, skill.name, reason, shown=True)


def _regrouped(profile: Profile, skill_of: Mapping[str, Skill]) -> list[WeightedSkill]:
    """The profile's skills under the names of both; those that turn out to be one are one."""
    whole: dict[str, list[WeightedSkill]] = defaultdict(list)
    pieces: dict[str, list[Evidence]] = defaultdict(list)
    skills: dict[str, Skill] = {}
    for skill in profile.skills:
        to = [skill_of[spelling] for spelling, _ in _spelled(skill)] or [skill_of[skill.name]]
        skills.update((found.name, found) for found in to)
        if len({found.name for found in to}) == 1:
            whole[to[0].name].append(skill)
        else:
            for found, piece in zip(to, skill.evidence, strict=True):
                pieces[found.name].append(piece)
    recency = next((skill.recency for skill in profile.skills), None)
    return [_as_one(skills[name], whole[name], pieces[name], recency) for name in skills]


def _as_one(
    skill: Skill,
    parts: list[WeightedSkill],
    pieces: list[Evidence],
    recency: "Recency | None",
) -> WeightedSkill:
    evidence = [piece for part in parts for piece in part.evidence] + pieces
    one = weighed(skill, evidence, recency)
    if len(parts) == 1 and not pieces:
        return replace(parts[0], name=one.name, aliases=one.aliases, reasons=one.reasons)
    bare = fsum(part.weight for part in parts if not part.evidence)
    return replace(one, weight=one.weight + bare)


def _shared_out(skills: list[WeightedSkill]) -> dict[str, Own]:
    """The skills with their shares by name; the largest first, then by name."""
    most = max((skill.weight for skill in skills), default=0.0)
    kept = sorted((s for s in skills if s.weight), key=lambda s: (-s.weight, s.name))
    return {skill.name: Own(skill, skill.weight / most) for skill in kept}
