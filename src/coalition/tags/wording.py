"""How alike names are in their words: what is known of two skills when nothing else is.

Each name is a vector of its words and of the runs of four letters inside them, the end counted as
one (so that "Marketing" meets "Market Research", and "SQL" meets "MySQL"); of two where words are
written without spaces. A part that n of the N names have counts ``u * ln(1 + N / n)``, where u is
2 for a word and 0.8 ** k for a run that starts k letters into its word: what a word is about
stands in front, and "-ability" or "-ment" says little. Two names are as alike as the cosine of
their vectors.

Terms weighted so: Salton and Buckley, "Term-weighting approaches in automatic text retrieval"
(1988). Runs of letters: Damashek, "Gauging similarity with n-grams" (Science 267, 1995). The
figures were chosen on the skills of ESCO and O*NET, by how many of a skill's nearest names are of
its own group.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log, sqrt

from coalition.tags.acronym import CONNECTIVES
from coalition.tags.folding import fold

RUN, SPACELESS_RUN = 4, 2
"""Letters in a run: in words between spaces, and in Chinese, Japanese and Korean."""

WHOLE, LATER = 2.0, 0.8
"""What a whole word counts, and by how much a run counts less for each letter before it."""

COMMON = 40
"""A part that more names share tells them hardly apart, and takes longest to compare: left out."""

_FIRST_SPACELESS = "\u2e80"  # from here on Unicode has the scripts of East Asia, and signs
_MARK = "\t"  # before a whole word; no folded name has it
_WORD = re.compile(r"[^\s(),;:（）、，]+")

Pair = tuple[int, int]


def likeness(names: Sequence[Iterable[str]]) -> dict[Pair, float]:
    """How alike things are that go by one or more names each: up to 1, for pairs of positions,
    the lower first. Pairs that share nothing are left out.
    """
    sharers: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for position, vector in enumerate(_vectors(names)):
        for part, weight in vector.items():
            sharers[part].append((position, weight))
    count = len(names)
    alike: dict[int, float] = defaultdict(float)
    for found in sharers.values():
        for at, (i, weight) in enumerate(found):
            row = i * count
            for j, other in found[at + 1 :]:
                alike[row + j] += weight * other
    return {divmod(key, count): value for key, value in alike.items()}


def _vectors(names: Sequence[Iterable[str]]) -> Iterator[dict[str, float]]:
    """The weights of each thing's parts, in length 1; only of those it shares with few others."""
    uses = [_uses(own) for own in names]
    spread: dict[str, int] = defaultdict(int)
    for own in uses:
        for part in own:
            spread[part] += 1
    rarity = [0.0, *(log(1 + len(names) / n) for n in range(1, len(names) + 1))]
    for own in uses:
        weights = {part: use * rarity[spread[part]] for part, use in own.items()}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        yield {part: w / length for part, w in weights.items() if 1 < spread[part] <= COMMON}


def _uses(names: Iterable[str]) -> dict[str, float]:
    """How much each word and each run of letters counts, over all names of one thing."""
    uses: dict[str, float] = defaultdict(float)
    for word in (word for name in names for word in _WORD.findall(fold(name))):
        if word in CONNECTIVES:
            continue
        uses[_MARK + word] += WHOLE
        spaceless = max(word) >= _FIRST_SPACELESS
        run, text = (SPACELESS_RUN, word) if spaceless else (RUN, f"{word} ")
        use = 1.0
        for start in range(len(text) - run + 1):
            uses[text[start : start + run]] += use
            use *= LATER
    return uses
