"""From evidence to weights: the profile that the formula of :mod:`~coalition.tags.voices` gives."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Reading
from coalition.tags.folding import fold
from coalition.tags.skills import Alias, Skill, canonical, rules
from coalition.tags.voices import LISTED_ONLY, voices_by_holder

if TYPE_CHECKING:
    from datetime import date, timedelta

    from coalition.model.person import Recommendation
    from coalition.tags.naming.ambiguity import Meant
    from coalition.tags.naming.recognition import Recognition
    from coalition.tags.recency import Recency


@dataclass(frozen=True, slots=True)
class WeightedSkill:
    """A skill of a profile.

    weight:   voices for it by the formula, greater than 0.
    evidence: every reason for it, in the order of the input.
    aliases:  the other names it goes by; ``reasons`` holds, in the same order, why.
    group:    the heading most of its evidence was filed under ("" for none).
    at_least: some source gave a lower bound ("99+"), so the weight is one.
    listed:   the person names it themselves.
    recency:  how the age of the evidence counts; None where all of it counts the same.
    meanings: the known skills that its name may stand for, where nothing tells which.
    """

    name: str
    weight: float
    evidence: tuple[Evidence, ...] = ()
    aliases: tuple[str, ...] = ()
    group: str = ""
    at_least: bool = False
    listed: bool = False
    reasons: tuple[str, ...] = ()
    recency: "Recency | None" = None
    meanings: tuple[str, ...] = ()


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


def profile(
    readings: Sequence[Reading],
    recognition: "Recognition | None" = None,
    *,
    half_life: "timedelta | None" = None,
    today: "date | None" = None,
) -> Profile:
    """What all readings together say about the person's skills.

    recognition: which names are one skill; by the list that comes along if none is given.
    half_life:   the age at which evidence counts half; None: its age does not count.
    today:       the day from which ages count; needed with a half-life.

    The same input given twice counts once, and a note says so. A skill whose weight is 0 (a table
    row with weight 0) is in ``dropped``. Certificates and recommendations support the known
    skills they name; a certificate that names none is a skill of its own.

    Raises InputError for a half-life that is not above 0, or that has no day to count from.
    """
    recency = _recency(half_life, today)
    kept, notes = _without_repetitions(readings)
    evidence = [piece for reading in kept for piece in reading.evidence]
    if recognition is None:
        from coalition.tags.naming.shipped import shipped

        recognition = shipped()
    gathered = _with_texts(
        evidence,
        [piece for reading in kept for piece in reading.certificates],
        [text for reading in kept for text in reading.recommendations],
        recognition,
    )
    found = in_order([weighed(skill, pieces, recency) for skill, pieces in gathered.items()])
    return replace(found, notes=(*notes, *undated(found.skills)))


def in_order(skills: Iterable[WeightedSkill]) -> Profile:
    """The profile of these skills, heaviest first, then by name; those of weight 0 are dropped."""
    skills = list(skills)
    dropped = [Unweighted(skill.name, "its weight is 0") for skill in skills if not skill.weight]
    kept = sorted((s for s in skills if s.weight), key=lambda skill: (-skill.weight, skill.name))
    return Profile(tuple(kept), tuple(dropped))


def _recency(half_life: "timedelta | None", today: "date | None") -> "Recency | None":
    if half_life is None:
        return None
    from coalition.tags.recency import recency_of

    return recency_of(half_life, today)


def undated(skills: Iterable[WeightedSkill]) -> tuple[str, ...]:
    """How many voices have no date, as a sentence, where ages count and there are any."""
    aged = [skill for skill in skills if skill.recency]
    if not aged:
        return ()
    from coalition.tags.recency import is_dated

    pieces = (piece for skill in aged for piece in skill.evidence if piece.kind is not Kind.LISTED)
    dated = [is_dated(on) for on in {id(piece): piece.on for piece in pieces}.values()]
    missing = dated.count(False)
    if not missing:
        return ()
    if missing == len(dated):
        return ("No evidence has a date, so the half-life changes nothing.",)
    have = "has" if missing == 1 else "have"
    return (
        f"{missing} of the {len(dated)} pieces of evidence {have} no date: nothing is taken off "
        "for an age that is not known.",
    )


def _gathered(
    evidence: Sequence[Evidence], recognition: "Recognition"
) -> dict[Skill, list[Evidence]]:
    """The evidence by skill, in the order in which the skills first appear."""
    uses: dict[str, float] = defaultdict(float)
    for piece in evidence:
        uses[piece.skill] += _says_the_name(piece)
    skill_of = canonical(uses, rules(recognition, in_context=False))
    full = {skill.name: skill for skill in skill_of.values()}
    meant = _ambiguous_names(evidence, skill_of, recognition)
    for (_, spelling), (name, reason) in meant.items():
        skill = full.get(name) or Skill(name)
        full[name] = replace(skill.with_alias(Alias(spelling, reason)), shown=name)
    gathered: dict[Skill, list[Evidence]] = defaultdict(list)
    for piece in evidence:
        decided = meant.get((piece.holder, piece.skill))
        name = decided.skill if decided else skill_of[piece.skill].name
        gathered[full[name]].append(piece)
    return gathered


def _says_the_name(piece: Evidence) -> float:
    """How much a piece of evidence has to say in what its skill is called: the title of a
    certificate gives way to what people call it.
    """
    match piece.kind:
        case Kind.LISTED:
            return LISTED_ONLY
        case Kind.CERTIFIED:
            return 0.0
        case _:
            return piece.amount


def _ambiguous_names(
    evidence: Sequence[Evidence], skill_of: Mapping[str, Skill], recognition: "Recognition"
) -> "dict[tuple[str, str], Meant]":
    """By holder and ambiguous spelling: the skill that it stands for beside the holder's others,
    and why.
    """
    asked = {(piece.holder, piece.skill) for piece in evidence if skill_of[piece.skill].meanings}
    if not asked:
        return {}
    from coalition.tags.naming.ambiguity import decided

    holders = {holder for holder, _ in asked}
    present: dict[str, set[str]] = defaultdict(set)
    for piece in evidence:
        if piece.holder in holders:
            present[piece.holder].add(skill_of[piece.skill].name)
    known = recognition.vocabulary
    return {
        (holder, name): meant
        for holder, name in sorted(asked)
        if (meant := decided(name, skill_of[name].meanings, present[holder], known))
    }


def _with_texts(
    evidence: Sequence[Evidence],
    certificates: Sequence[Evidence],
    recommendations: "Sequence[Recommendation]",
    recognition: "Recognition",
) -> dict[Skill, list[Evidence]]:
    """All evidence by skill: to each skill what the certificates and recommendations that name it
    say. A certificate that names none is evidence like any other, for its title is the skill.
    """
    gathered = _gathered(evidence, recognition)
    if not certificates and not recommendations:
        return gathered
    named = _named_in(gathered, [certificate.skill for certificate in certificates])
    titles = [one for one, skills in zip(certificates, named, strict=True) if not skills]
    if titles:
        others = [one for one, skills in zip(certificates, named, strict=True) if skills]
        return _with_texts([*evidence, *titles], others, recommendations, recognition)
    for certificate, skills in zip(certificates, named, strict=True):
        for skill in skills:
            gathered[skill].append(certificate)
    texts = [recommendation.text for recommendation in recommendations]
    for recommendation, skills in zip(recommendations, _named_in(gathered, texts), strict=True):
        for skill in skills:
            gathered[skill].append(_recommended(recommendation, skill.shown))
    return gathered


def _named_in(skills: Iterable[Skill], texts: Iterable[str]) -> list[list[Skill]]:
    """For each text the skills that it names."""
    from coalition.tags.mentions import Mentions

    known = list(skills)
    mentions = Mentions((skill.shown, *(alias.name for alias in skill.others())) for skill in known)
    return [[known[position] for position in mentions.in_text(text)] for text in texts]


def _recommended(recommendation: "Recommendation", skill: str) -> Evidence:
    return Evidence(
        skill=skill,
        kind=Kind.RECOMMENDED,
        source=recommendation.source,
        by=recommendation.by,
        by_key=fold(f"{recommendation.by} {recommendation.organisation}"),
        on=recommendation.on,
        holder=recommendation.holder,
        unit="recommendations",
    )


def weighed(
    skill: Skill, evidence: Sequence[Evidence], recency: "Recency | None" = None
) -> WeightedSkill:
    """The skill with its weight by the formula."""
    groups = Counter(piece.group for piece in evidence if piece.group)
    others = skill.others()
    named = WeightedSkill(
        name=skill.shown,
        weight=0.0,
        aliases=tuple(alias.name for alias in others),
        group=min(groups, key=lambda group: (-groups[group], group), default=""),
        reasons=tuple(alias.reason for alias in others),
        recency=recency,
        meanings=skill.meanings,
    )
    return with_evidence(named, evidence)


def with_evidence(skill: WeightedSkill, evidence: Sequence[Evidence]) -> WeightedSkill:
    """The skill, weighed by the formula if just this speaks for it (0 where nothing does)."""
    return replace(
        skill,
        weight=fsum(part.weight for part in voices_by_holder(evidence, skill.recency).values()),
        evidence=tuple(evidence),
        at_least=any(piece.at_least for piece in evidence),
        listed=any(piece.kind is Kind.LISTED for piece in evidence),
    )


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
