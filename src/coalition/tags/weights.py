"""From evidence to weights: the one formula, and the profile it gives.

**The weight of a skill is the number of voices for it:**

- each distinct endorser 1, across all sources; who endorsed two spellings of one skill is one;
- plus counts as given: a page's count, a table's weight, answers, repositories ...;
- plus 1 for each certificate and for each author of a written recommendation that names it;
- a skill that nobody speaks for and the person only lists weighs 1/2: half a voice, visible and
  below one endorsement.

Where an input tells of several people, the formula holds for each and the results add up.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Reading
from coalition.tags.folding import fold
from coalition.tags.skills import Alias, Skill, canonical, rules

if TYPE_CHECKING:
    from coalition.model.person import Recommendation
    from coalition.tags.recognition import Recognition

LISTED_ONLY = 0.5
"""The weight, in voices, of a skill that is listed and has no voice."""


@dataclass(frozen=True, slots=True)
class WeightedSkill:
    """A skill of a profile.

    weight:   voices for it (the formula above), greater than 0.
    evidence: every reason for it, in the order of the input.
    aliases:  the other names it goes by; ``reasons`` holds, in the same order, why.
    group:    the heading most of its evidence was filed under ("" for none).
    at_least: some source gave a lower bound ("99+"), so the weight is one.
    listed:   the person names it themselves.
    """

    name: str
    weight: float
    evidence: tuple[Evidence, ...] = ()
    aliases: tuple[str, ...] = ()
    group: str = ""
    at_least: bool = False
    listed: bool = False
    reasons: tuple[str, ...] = ()


class Unweighted(NamedTuple):
    """A tag that was given and is not in the profile, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A person's (or several people's) weighted skills, heaviest first, then by name.

    dropped: tags kept out; notes: what was passed over on purpose, as sentences.
    """

    skills: tuple[WeightedSkill, ...] = ()
    dropped: tuple[Unweighted, ...] = ()
    notes: tuple[str, ...] = ()


class Voices(NamedTuple):
    """The parts of one person's weight for one skill, each in voices."""

    endorsers: int
    counted: tuple[tuple[str, float], ...]  # (unit, amount), in the order of the input
    certificates: int
    recommenders: int
    listed: bool

    @property
    def spoken(self) -> float:
        """The voices of others."""
        amounts = (amount for _, amount in self.counted)
        return fsum((*amounts, self.endorsers, self.certificates, self.recommenders))

    @property
    def weight(self) -> float:
        """The formula."""
        return self.spoken or (LISTED_ONLY if self.listed else 0.0)


def voices(evidence: Iterable[Evidence]) -> Voices:
    """What speaks for one skill of one person."""
    of_kind: dict[Kind, list[Evidence]] = defaultdict(list)
    for piece in evidence:
        of_kind[piece.kind].append(piece)
    counted: dict[str, list[float]] = defaultdict(list)
    for piece in of_kind[Kind.COUNTED]:
        counted[piece.unit].append(piece.amount)
    return Voices(
        endorsers=_distinct_people(of_kind[Kind.ENDORSED]),
        counted=tuple((unit, fsum(amounts)) for unit, amounts in counted.items()),
        certificates=len({fold(piece.skill) for piece in of_kind[Kind.CERTIFIED]}),
        recommenders=_distinct_people(of_kind[Kind.RECOMMENDED]),
        listed=bool(of_kind[Kind.LISTED]),
    )


def voices_by_holder(evidence: Iterable[Evidence]) -> dict[str, Voices]:
    """The voices for one skill, for each person it is a skill of ("" where none is named)."""
    holders: dict[str, list[Evidence]] = defaultdict(list)
    for piece in evidence:
        holders[piece.holder].append(piece)
    return {holder: voices(pieces) for holder, pieces in holders.items()}


def profile(readings: Sequence[Reading], recognition: "Recognition | None" = None) -> Profile:
    """What all readings together say about the person's skills.

    recognition: which names are one skill; by the list that comes along if none is given.

    The same input given twice counts once, and a note says so. A skill whose weight is 0 (a table
    row with weight 0) is in ``dropped``. Certificates and recommendations support the known
    skills they name; a certificate that names none is a skill of its own.
    """
    kept, notes = _without_repetitions(readings)
    evidence = [piece for reading in kept for piece in reading.evidence]
    if recognition is None:
        from coalition.tags.shipped import shipped

        recognition = shipped()
    gathered = _gathered(evidence, recognition)
    _add_texts(
        gathered,
        recognition,
        [piece for reading in kept for piece in reading.certificates],
        [text for reading in kept for text in reading.recommendations],
    )
    skills = [weighed(skill, pieces) for skill, pieces in gathered.items()]
    dropped = [Unweighted(skill.name, "its weight is 0") for skill in skills if not skill.weight]
    skills = [skill for skill in skills if skill.weight]
    skills.sort(key=lambda skill: (-skill.weight, skill.name))
    return Profile(tuple(skills), tuple(dropped), tuple(notes))


def _gathered(
    evidence: Sequence[Evidence], recognition: "Recognition"
) -> dict[Skill, list[Evidence]]:
    """The evidence by skill, in the order in which the skills first appear."""
    meant = _ambiguous_names(evidence, recognition)
    spelled = [meant.get((piece.holder, piece.skill), (piece.skill, ""))[0] for piece in evidence]
    uses: dict[str, float] = defaultdict(float)
    for name, piece in zip(spelled, evidence, strict=True):
        uses[name] += LISTED_ONLY if piece.kind is Kind.LISTED else piece.amount
    skill_of = canonical(uses, rules(recognition, in_context=False))
    full = {skill.name: skill for skill in skill_of.values()}
    for (_, spelling), (name, reason) in meant.items():
        known = skill_of[name].name
        full[known] = full[known].with_alias(Alias(spelling, reason))
    gathered: dict[Skill, list[Evidence]] = defaultdict(list)
    for name, piece in zip(spelled, evidence, strict=True):
        gathered[full[skill_of[name].name]].append(piece)
    return gathered


def _ambiguous_names(
    evidence: Sequence[Evidence], recognition: "Recognition"
) -> dict[tuple[str, str], tuple[str, str]]:
    """By holder and ambiguous spelling: the skill that it stands for beside the holder's others,
    and why.
    """
    ambiguous = recognition.vocabulary.ambiguous
    asked = {(p.holder, p.skill) for p in evidence if fold(p.skill) in ambiguous}
    if not asked:
        return {}
    from coalition.tags.ambiguity import decided

    holders = {holder for holder, _ in asked}
    present: dict[str, set[str]] = defaultdict(set)
    for holder, name in {(piece.holder, piece.skill) for piece in evidence}:
        if holder in holders:
            present[holder].add(recognition(name).skill)
    return {
        (holder, name): meant
        for holder, name in sorted(asked)
        if (meant := decided(name, present[holder] - {""}, recognition.vocabulary))
    }


def _add_texts(
    gathered: dict[Skill, list[Evidence]],
    recognition: "Recognition",
    certificates: Sequence[Evidence],
    recommendations: "Sequence[Recommendation]",
) -> None:
    """Add what certificates and recommendations say to the skills they name."""
    if not certificates and not recommendations:
        return
    from coalition.tags.mentions import Mentions

    skills = list(gathered)
    mentions = Mentions(
        (skill.shown, *(alias.name for alias in skill.others())) for skill in skills
    )
    own = []
    for certificate in certificates:
        named = mentions.in_text(certificate.skill)
        for position in named:
            gathered[skills[position]].append(certificate)
        if not named:
            own.append(certificate)
    for recommendation in recommendations:
        for position in mentions.in_text(recommendation.text):
            skill = skills[position]
            gathered[skill].append(_recommended(recommendation, skill.shown))
    gathered.update(_gathered(own, recognition))


def _recommended(recommendation: "Recommendation", skill: str) -> Evidence:
    return Evidence(
        skill=skill,
        kind=Kind.RECOMMENDED,
        source=recommendation.source,
        by=recommendation.by,
        by_key=fold(f"{recommendation.by} {recommendation.organisation}"),
        on=recommendation.on,
        unit="recommendations",
    )


def weighed(skill: Skill, evidence: Sequence[Evidence]) -> WeightedSkill:
    """The skill with its weight by the formula."""
    groups = Counter(piece.group for piece in evidence if piece.group)
    others = skill.others()
    named = WeightedSkill(
        name=skill.shown,
        weight=0.0,
        aliases=tuple(alias.name for alias in others),
        group=min(groups, key=lambda group: (-groups[group], group), default=""),
        reasons=tuple(alias.reason for alias in others),
    )
    return with_evidence(named, evidence)


def with_evidence(skill: WeightedSkill, evidence: Sequence[Evidence]) -> WeightedSkill:
    """The skill, weighed by the formula if just this speaks for it (0 where nothing does)."""
    return replace(
        skill,
        weight=fsum(part.weight for part in voices_by_holder(evidence).values()),
        evidence=tuple(evidence),
        at_least=any(piece.at_least for piece in evidence),
        listed=any(piece.kind is Kind.LISTED for piece in evidence),
    )


def _distinct_people(evidence: Sequence[Evidence]) -> int:
    """How many people speak; without a name each piece of evidence is a person of its own.

    A source that has only the name means the same person as one that also has the profile.
    """
    by_profile: dict[str, str] = {}
    by_name: set[str] = set()
    nameless = 0
    for piece in evidence:
        name = fold(piece.by)
        if piece.by_key and fold(piece.by_key) != name:
            by_profile[piece.by_key] = name
        elif name:
            by_name.add(name)
        else:
            nameless += 1
    return len(by_profile) + len(by_name.difference(by_profile.values())) + nameless


def _without_repetitions(readings: Sequence[Reading]) -> tuple[list[Reading], list[str]]:
    seen: dict[tuple[object, ...], str] = {}
    kept, notes = [], []
    for reading in readings:
        facts = (reading.evidence, reading.certificates, reading.recommendations)
        if not any(facts) or facts not in seen:
            seen[facts] = reading.name
            kept.append(reading)
        else:
            notes.append(f"{reading.name} says the same as {seen[facts]} and is counted once.")
    return kept, notes
