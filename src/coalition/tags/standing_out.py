"""Distinctive skills: what a person or a group has that the others around them have not.

Somebody's most endorsed skills are often everybody's. How far a skill is somebody's own is told
by Dunning's log-likelihood ratio ("Accurate methods for the statistics of surprise and
coincidence", Computational Linguistics 19, 1993) on four numbers of voices: those for the skill
and for all other skills, of this person and of the others. With ``O`` for each of the four and
``E`` for what it would be if the skill's voices were shared out as all voices are,

    surprise = 2 * sum(O * ln(O / E))

It was made for small counts, where a plain ratio of shares puts every skill with a single voice
first; it grows with every voice here, and falls with every voice there. The log-odds ratio with a
Dirichlet prior of Monroe, Colaresi and Quinn ("Fightin' Words", Political Analysis 16, 2008) finds
as much (``evaluations/distinctive.py``) with a small prior, but then its z-score puts a skill that
a few others have above one that nobody else has; with a large one it finds less.

The figures of a group are held to :data:`FEWEST_PEOPLE`: a skill of one person alone is not the
group's, and what one small group has that the rest has not would single people out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import fsum, log

from coalition.errors import InputError, NothingFound
from coalition.tags.marks import AS_MUCH, MORE
from coalition.tags.weights import Profile, WeightedSkill
from coalition.tags.whose import Holders, Whose, part, people_by_skill
from coalition.tags.why import rounded

CLEAR = 6.63
"""The surprise from which on a skill is called distinctive: by chance alone one skill in a hundred
would have it (the chi-squared distribution with one degree of freedom)."""

FEWEST_VOICES = 1.0
"""One voice is a chance, however rare the skill: more than this is needed as well."""

FEWEST_PEOPLE = 5
"""People that a group, and those around it, need for figures that set it apart."""

FEWEST_IN_GROUP = 2
"""People of a group that a skill is a skill of, to be the group's."""


@dataclass(frozen=True, slots=True)
class Distinctive:
    """A skill of which somebody has more than their share.

    voices, all_voices: the skill's, theirs and everybody's.
    own, everything:    the voices for all skills, theirs and everybody's.
    surprise:           how far from chance that is: the formula, more than 0.
    """

    skill: WeightedSkill
    voices: float
    all_voices: float
    own: float
    everything: float
    surprise: float

    @property
    def clear(self) -> bool:
        """Whether it is more than chance and more than one voice."""
        return self.surprise >= CLEAR and self.voices > FEWEST_VOICES

    def reason(self, name: str) -> str:
        """Why, as a sentence about somebody of this name."""
        if self.voices == self.all_voices:
            told = f"nobody but {name} has {self.skill.name} ({_voices(self.voices)})"
        else:
            told = (
                f"of the {_voices(self.all_voices)} for {self.skill.name} "
                f"{rounded(self.voices)} are ({self.voices / self.all_voices:.0%})"
            )
        return f"{self._share(name)}; {told}."

    def share_of_all_in_words(self, name: str) -> str:
        """What the shares of skills are to be measured by, as a sentence."""
        return f"{self._share(name)}: of a distinctive skill clearly more."

    def _share(self, name: str) -> str:
        return f"Of all voices in the sources {self.own / self.everything:.0%} are for {name}"


def distinctive(profile: Profile, others: Profile) -> tuple[Distinctive, ...]:
    """The skills that stand out in one profile beside another, the most surprising first.

    others: the profile of those around: without the evidence of the first one. Names are compared
            as they stand: take both from one profile, by :func:`~coalition.tags.whose.part`.

    Only skills of which the profile has more than its share of all voices; see ``clear`` for
    whether that may be chance. Raises NothingFound where one of the two is empty.
    """
    theirs = {skill.name: skill.weight for skill in others.skills}
    own, rest = fsum(s.weight for s in profile.skills), fsum(theirs.values())
    if not own or not rest:
        raise NothingFound("There is nothing to compare: of one side no skill is known.")
    found = [
        Distinctive(skill, voices, voices + there, own, own + rest, surprise)
        for skill in profile.skills
        if (voices := skill.weight) * rest > (there := theirs.get(skill.name, 0.0)) * own
        and (surprise := _surprise(voices, there, own, rest)) > 0
    ]
    return tuple(sorted(found, key=lambda one: (-one.surprise, one.skill.name)))


def distinctive_of(profile: Profile, whose: Whose, holders: Holders) -> tuple[Distinctive, ...]:
    """The distinctive skills of a person, team or department beside all the others in the input.

    profile: of all ``holders.readings``.

    Of a group only the skills that several of its people have. Raises InputError where a group,
    or what is around it, has fewer than FEWEST_PEOPLE people, or nobody is around.
    """
    others = holders.people - whose.holders
    if not others:
        raise InputError(f"The sources tell of nobody but {whose.name}: nothing can stand out.")
    if whose.kind != "person":
        _refuse_few(whose, len(whose.holders), len(others))
    own = part(profile, whose.holders)
    found = distinctive(own, part(profile, others))
    return found if whose.kind == "person" else tuple(_of_several(found, people_by_skill(own)))


def marked(profile: Profile, found: Iterable[Distinctive]) -> Profile:
    """The profile with each skill in one of two groups: whether it is clearly distinctive."""
    clear = {one.skill.name for one in found if one.clear}
    return replace(
        profile,
        skills=tuple(
            replace(skill, group=MORE if skill.name in clear else AS_MUCH)
            for skill in profile.skills
        ),
    )


def _of_several(found: Iterable[Distinctive], people: Mapping[str, int]) -> Iterable[Distinctive]:
    return (one for one in found if people[one.skill.name] >= FEWEST_IN_GROUP)


def _refuse_few(whose: Whose, inside: int, outside: int) -> None:
    if min(inside, outside) < FEWEST_PEOPLE:
        few = f"the {whose.kind} {whose.name} has {inside}"
        around = f"around the {whose.kind} {whose.name} there are {outside}"
        raise InputError(
            f"What sets a group apart is shown from {FEWEST_PEOPLE} people on, with as many around "
            "it, so that nobody is singled out: "
            f"{few if inside < FEWEST_PEOPLE else around}."
        )


def _surprise(here: float, there: float, own: float, rest: float) -> float:
    """The formula."""
    both, everything = here + there, own + rest
    cells = (
        (here, both * own),
        (there, both * rest),
        (own - here, (everything - both) * own),
        (rest - there, (everything - both) * rest),
    )
    parts = (seen * log(seen * everything / due) for seen, due in cells if seen > 0 and due > 0)
    return max(0.0, 2 * fsum(parts))


def _voices(count: float) -> str:
    return f"{rounded(count)} {'voice' if count == 1 else 'voices'}"
