"""Two profiles compared: what both have, what only one has, and what to talk about.

**The formula.** What is compared is each skill's share of its own profile: its weight over the
largest weight there, so that 1 is what a person is known for most. So somebody with 99
endorsements for everything does not drown one with five. Common skills are as large as the
smaller of both shares (what both are known for comes first) or as the larger.

Nobody is rated here, and nobody is ranked above the other.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coalition.errors import InputError
from coalition.tags.matching import matched
from coalition.tags.weights import Profile, WeightedSkill

if TYPE_CHECKING:
    from coalition.tags.naming.recognition import Recognition

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
    ``recognition`` which names are one skill: the one that the profiles were made by, or the list
    that comes along if none is given.

    Which of their skills are one: :mod:`coalition.tags.matching`. Raises InputError for another
    ``by``.
    """
    if by not in SIZES:
        raise InputError(f'Common tags are sized by the {" or the ".join(SIZES)}, not by "{by}".')
    of_a, of_b = map(_shared_out, matched(a, b, recognition))
    common = [_common(name, of_a[name], of_b[name], by) for name in of_a if name in of_b]
    return Comparison(
        tuple(sorted(common, key=lambda both: (-both.size, both.name))),
        tuple(own for name, own in of_a.items() if name not in of_b),
        tuple(own for name, own in of_b.items() if name not in of_a),
    )


def _common(name: str, a: Own, b: Own, by: str) -> Common:
    return Common(name, a.skill, b.skill, a.share, b.share, SIZES[by](a.share, b.share))


def _shared_out(skills: list[WeightedSkill]) -> dict[str, Own]:
    """The skills with their shares by name; the largest first, then by name."""
    most = max((skill.weight for skill in skills), default=0.0)
    kept = sorted((s for s in skills if s.weight), key=lambda s: (-s.weight, s.name))
    return {skill.name: Own(skill, skill.weight / most) for skill in kept}
