"""What to begin a conversation with: sentences from a comparison of two people."""

from collections.abc import Iterator, Sequence

from coalition.tags.comparison import Common, Comparison, Own
from coalition.tags.weights import WeightedSkill
from coalition.tags.why import amounts, in_words, number

SHARED, LEARNT = 3, 3
"""Sentences on what both have, and on what each could learn."""


def openers(comparison: Comparison, names: tuple[str, str] | None = None) -> tuple[str, ...]:
    """The strongest skills in common, then what each could learn from the other.

    names: of the two people, "the first" and "the second" where they are not known.

    What could be learnt is what others speak for, and the one lacks. Each sentence has the
    evidence in parentheses, the first one's before the second one's.
    """
    a, b = names or ("the first", "the second")
    first, second = names or ("The first", "The second")
    return (
        *_shared(comparison.common),
        *(f"{first} could learn {what} from {b} ({why})." for what, why in _own(comparison.only_b)),
        *(
            f"{second} could learn {what} from {a} ({why})."
            for what, why in _own(comparison.only_a)
        ),
    )


def _shared(common: Sequence[Common]) -> Iterator[str]:
    """By the smaller share, whatever the sizes are: what both are known for."""
    strongest = sorted(common, key=lambda both: (-min(both.share_a, both.share_b), both.name))
    for both in strongest[:SHARED]:
        spoken = _is_spoken_for(both.a), _is_spoken_for(both.b)
        verb = "are known for" if all(spoken) else "name"
        evidence = f" ({both_in_words(both.a, both.b)})" if any(spoken) else ""
        yield f"Both of you {verb} {both.name}{evidence}."


def _own(own: Sequence[Own]) -> list[tuple[str, str]]:
    """The strongest skills that others speak for, each with the evidence; not one of an ambiguous
    name, which the other may well have.
    """
    known = [one.skill for one in own if _is_spoken_for(one.skill) and not one.skill.meanings]
    return [(skill.name, in_words(skill)) for skill in known[:LEARNT]]


def _is_spoken_for(skill: WeightedSkill) -> bool:
    """Whether others say so, or it is only known how much the skill weighs."""
    return bool(amounts(skill)) or not skill.evidence


def both_in_words(a: WeightedSkill, b: WeightedSkill) -> str:
    """What stands behind a skill on both sides: "12 and 5 endorsements", "1 endorsement each"."""
    told = in_words(a), in_words(b)
    if told[0] == told[1]:
        return f"{told[0]} each"
    if any(skill.recency for skill in (a, b)):
        return "; ".join(told)
    counts = [amounts(skill) if skill.evidence else {"": skill.weight} for skill in (a, b)]
    if len(counts[0]) == 1 and counts[0].keys() == counts[1].keys():
        (unit,) = counts[0]
        bounds = ("at least " if skill.at_least else "" for skill in (a, b))
        both = (bound + number(count[unit]) for bound, count in zip(bounds, counts, strict=True))
        return f"{' and '.join(both)} {unit}".rstrip()
    return "; ".join(told)
