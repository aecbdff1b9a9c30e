"""How related two skills are: by the people who know both, and by their words.

**The formula** (docs/similarity.md has it with examples)::

    value = (e * E + h * H + 8 * W) / (e + h + 8)

- W is how alike the names are (:mod:`coalition.tags.wording`), or how near they stand in the list
  of skills (:mod:`coalition.tags.kinship`), the larger of both;
- E is how strongly the skills go together over those who endorse them, or recommend somebody for
  them, and e how many of these people tell (:mod:`coalition.tags.together`);
- H and h are the same over the people who hold the skills, where the sources tell of several.

So the words decide where nobody tells anything, and the more people tell, the more they do: the
words count as much as eight people. This is shrinkage of a correlation towards a prior, as in
Bell and Koren, "Scalable collaborative filtering with jointly derived neighborhood interpolation
weights" (ICDM 2007), with the words' value as prior in place of 0.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from coalition.tags.kinship import kinship
from coalition.tags.naming.recognition import Recognition
from coalition.tags.naming.shipped import shipped
from coalition.tags.related import Related
from coalition.tags.together import Company, holders, speakers
from coalition.tags.weights import WeightedSkill
from coalition.tags.wording import likeness

WORDS = 8
"""As many people's word as that of the names themselves."""

LEAST = 0.02
"""Less than this is no relation: one common run of letters, say."""

DECIMALS = 6
"""Kept of a value; beyond them the order of a sum would show."""

Pair = tuple[int, int]
Valued = tuple[Pair, float]


def similarity(
    skills: Sequence[WeightedSkill], recognition: Recognition | None = None
) -> tuple[Related, ...]:
    """How related skills are to each other; pairs by their positions, sorted.

    recognition: by the list of skills that comes along if none is given.

    Pairs that are not there are unrelated. The same skills give the same values in any order and
    on any machine.
    """
    alike = _alike([(skill.name, *skill.aliases) for skill in skills], recognition)
    total = {pair: WORDS * value for pair, value in alike.items()}
    companies = [Company(people) for people in (speakers(skills), holders(skills)) if any(people)]
    for company in companies:
        telling = company.telling
        for pair, strength in company.bonds():
            people = min(telling[pair[0]], telling[pair[1]])
            total[pair] = total.get(pair, 0.0) + people * strength
    return _related(_shares(total, companies))


def similarity_of_names(
    names: Sequence[str], recognition: Recognition | None = None
) -> tuple[Related, ...]:
    """The same where there are only names: how alike they are in their words."""
    return _related(_alike([(name,) for name in names], recognition).items())


def _alike(names: Sequence[tuple[str, ...]], recognition: Recognition | None) -> dict[Pair, float]:
    """What the names say, of words and of the list of skills."""
    alike = likeness(names)
    for pair, value in kinship([own[0] for own in names], recognition or shipped()):
        alike[pair] = max(value, alike.get(pair, 0.0))
    return alike


def _shares(total: Mapping[Pair, float], companies: Sequence[Company]) -> Iterator[Valued]:
    """The totals over the number of voices in them."""
    telling = [company.telling for company in companies]
    for pair, value in total.items():
        i, j = pair
        yield pair, value / (WORDS + sum([min(people[i], people[j]) for people in telling]))


def _related(values: Iterable[Valued]) -> tuple[Related, ...]:
    kept = ((pair, value) for pair, value in values if value >= LEAST)
    return tuple(Related(*pair, min(1.0, round(value, DECIMALS))) for pair, value in sorted(kept))
