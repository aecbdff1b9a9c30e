"""The evidence behind one tag, in words: what ``coalition cloud --why TAG`` prints."""

from collections.abc import Iterator
from math import fsum

from coalition.errors import InputError
from coalition.model.evidence import Evidence, Kind
from coalition.tags.folding import fold
from coalition.tags.naming.ambiguity import may_stand_for
from coalition.tags.voices import LISTED_ONLY, Voices, Weighed, voices_by_holder
from coalition.tags.weights import Profile, WeightedSkill


def why(profile: Profile, tag: str) -> tuple[str, ...]:
    """All :func:`sentences` on the skill that ``tag`` names.

    ``tag`` may be the name or an alias, in any spelling with the same folded key. Raises
    InputError, with the nearest names, where no skill of the profile goes by it.
    """
    return tuple(sentences(_find(profile, tag)))


def sentences(skill: WeightedSkill) -> Iterator[str]:
    """The weight's arithmetic, what an ambiguous name may be, the other names and why, then who
    said what, when and where.
    """
    yield _arithmetic(skill)
    if skill.meanings:
        yield f'"{skill.name}" {may_stand_for(skill.meanings)}: nothing here tells which.'
    for alias, reason in zip(skill.aliases, skill.reasons, strict=True):
        yield f'Also known as "{alias}": {reason}.'
    for piece in skill.evidence:
        yield f"{_said(piece)}{_when_and_whose(piece)}{_left(piece, skill)}: {piece.source}."


def in_words(skill: WeightedSkill) -> str:
    """What stands behind a skill, in short: "6 endorsements, 1 certificate", or "listed"."""
    bound = "at least " if skill.at_least else ""
    told = [_counted(amount, unit) for unit, amount in amounts(skill).items()]
    if not told:
        return "listed" if skill.listed else bound + weight_of(skill)
    return bound + ", ".join(told) + _aged(skill)


def _aged(skill: WeightedSkill) -> str:
    """What age has left of the weight, where it has taken something off."""
    whole = fsum(part.whole.weight for part in voices_by_holder(skill.evidence).values())
    aged = skill.recency and weight_of(skill) != rounded(whole)
    return f", by age {weight_of(skill)}" if aged else ""


def amounts(skill: WeightedSkill) -> dict[str, float]:
    """How much of what stands behind a skill, by unit in the plural; nothing where it is only
    listed.
    """
    found: dict[str, float] = {}
    for part, _ in voices_by_holder(skill.evidence).values():
        for unit, amount in (
            ("endorsements", part.endorsers),
            *part.counted,
            ("certificates", part.certificates),
            ("recommendations", part.recommenders),
        ):
            found[unit] = found.get(unit, 0) + amount
    return {unit: amount for unit, amount in found.items() if amount}


def number(amount: float) -> str:
    """A weight for people: no decimals where it is whole, else as many as needed, at most 6."""
    return str(int(amount)) if amount == int(amount) else f"{amount:.6g}"


def weight_of(skill: WeightedSkill) -> str:
    """The weight for people: exact, or rounded where ages made it a fraction."""
    return rounded(skill.weight) if skill.recency else number(skill.weight)


def rounded(amount: float) -> str:
    """An amount for people, to two decimals."""
    return number(round(amount, 2)) if amount >= 0.01 else f"{amount:.1g}"


def _find(profile: Profile, tag: str) -> WeightedSkill:
    key = fold(tag)
    for skill in profile.skills:
        if fold(skill.name) == key:
            return skill
    for skill in profile.skills:
        if any(fold(alias) == key for alias in skill.aliases):
            return skill
    for dropped in profile.dropped:
        if fold(dropped.text) == key:
            raise InputError(f'"{dropped.text}" is not in the cloud: {dropped.why}.')
    raise InputError(f'No tag is called "{tag}". {_nearest(profile, key)}')


def _nearest(profile: Profile, key: str) -> str:
    from difflib import get_close_matches

    names = {fold(skill.name): skill.name for skill in profile.skills}
    near = [names[match] for match in get_close_matches(key, names, n=3, cutoff=0.5)]
    if near:
        are = "is" if len(near) == 1 else "are"
        return f"The nearest {are} " + ", ".join(f'"{name}"' for name in near) + "."
    first = ", ".join(f'"{skill.name}"' for skill in profile.skills[:3])
    return f"The tags begin with {first}." if first else "There are no tags."


def _arithmetic(skill: WeightedSkill) -> str:
    by_holder = voices_by_holder(skill.evidence, skill.recency)
    bound = "at least " if skill.at_least else ""
    parts = [
        (f"{holder}: " if holder else "") + _sum(part)
        for holder, part in by_holder.items()
        if part.weight
    ]
    aged = f" by age ({skill.recency})" if skill.recency else ""
    return f"{skill.name} weighs {bound}{weight_of(skill)}{aged}: {'; '.join(parts)}."


def _sum(part: Weighed) -> str:
    """What one person's weight is the sum of, and what age has left of it."""
    whole = " + ".join(_summands(part.whole))
    if part.left is part.whole or not part.whole.spoken:
        return whole
    if part.left.spoken < part.weight:
        half = "half a voice, as a listing has" if part.weight == LISTED_ONLY else "kept whole"
        return f"{whole}, of which age leaves {rounded(part.left.spoken)}: {half}"
    return f"{whole}, of which age leaves {rounded(part.left.spoken)}"


def _summands(part: Voices) -> Iterator[str]:
    if not part.spoken:
        yield "listed, with no other voice (half a voice)"
    if part.endorsers:
        yield _counted(part.endorsers, "endorsers")
    for unit, amount in part.counted:
        if amount:
            yield _counted(amount, unit or "as given")
    if part.certificates:
        yield _counted(part.certificates, "certificates")
    if part.recommenders:
        yield _counted(part.recommenders, "written recommendations")
    if part.listed and 0 < part.spoken < LISTED_ONLY:
        yield "what is lacking to half a voice, as it is listed"


def _counted(amount: float, unit: str) -> str:
    """An amount with its unit, which is given in the plural."""
    return f"{number(amount)} {unit.removesuffix('s') if amount == 1 else unit}".rstrip()


def _said(piece: Evidence) -> str:
    who = piece.by or "Somebody"
    match piece.kind:
        case Kind.LISTED:
            return f'Listed as "{piece.skill}"'
        case Kind.ENDORSED:
            return f'{who} endorsed "{piece.skill}"'
        case Kind.RECOMMENDED:
            return f"{who} wrote a recommendation that names it"
        case Kind.CERTIFIED:
            return f'Certificate "{piece.skill}"' + (f" from {piece.by}" if piece.by else "")
        case Kind.COUNTED:
            return _count_given(piece)


def _count_given(piece: Evidence) -> str:
    amount = _counted(piece.amount, piece.unit or "as given")
    bound = "At least " if piece.at_least else ""
    rows = f" in {piece.rows} rows" if piece.rows > 1 else ""
    who = f" by {piece.by}" if piece.by else ""
    return f'{bound}{amount} for "{piece.skill}"{rows}{who}'


def _left(piece: Evidence, skill: WeightedSkill) -> str:
    """What age leaves of a piece of evidence that has a date, in words."""
    if not skill.recency or piece.kind is Kind.LISTED:
        return ""
    share = skill.recency.share(piece.on)
    return " (no date: whole)" if share is None else f" (counts {rounded(share * piece.amount)})"


def _when_and_whose(piece: Evidence) -> str:
    when = f" {'on' if len(piece.on) == len('2019-09-30') else 'in'} {piece.on}" if piece.on else ""
    whose = f" (about {piece.holder})" if piece.holder else ""
    return when + whose
