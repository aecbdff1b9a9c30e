"""Whether what sets a person apart in one half of their work does so in the other half.

    python evaluations/distinctive.py [DATASETS]

Authors with six papers or more (DBLP; by default of the data sets in ``../shared/datasets`` beside
the checkout). Each one's papers are parted in two by chance; a paper is one voice for each word in
it. From the first half five words are chosen by each measure. Two figures:

- **recur**: the share of the five that stand in the person's second half: what is found is true
  of the person, and not one paper's chance;
- **found**: how soon the person is found by the five among all second halves (mean reciprocal
  rank, ties in the middle): what is found is theirs, and not everybody's.

The most frequent words recur, and find nobody; a plain ratio does neither.
"""

import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import log, sqrt
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from coalition.tags.standing_out import distinctive
from coalition.tags.weights import WeightedSkill, in_order

DATASETS = Path(__file__).resolve().parents[2] / "shared" / "datasets"
FEWEST_PAPERS, CHOSEN, SPLITS = 6, 5, 3

Counts = Mapping[str, int]


class Beside(NamedTuple):
    """One person's voices, everybody's, and how many people have each word."""

    own: Counts
    everybody: Counts
    people: Counts
    count: int

    @property
    def sums(self) -> tuple[int, int]:
        """The voices of the person and of everybody, for all words."""
        return sum(self.own.values()), sum(self.everybody.values())


def rows(path: Path) -> Sequence[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def most(given: Beside) -> Mapping[str, float]:
    return dict(given.own)


def ratio(given: Beside) -> Mapping[str, float]:
    """Log of the ratio of shares, half a voice added to each count."""
    own, everything = given.sums
    return {
        word: log((here + 0.5) / own) - log((given.everybody[word] - here + 0.5) / everything)
        for word, here in given.own.items()
    }


def tf_idf(given: Beside) -> Mapping[str, float]:
    return {word: n * log(given.count / given.people[word]) for word, n in given.own.items()}


def fighting_words(prior: float | None) -> Callable[[Beside], Mapping[str, float]]:
    """The z-score of Monroe, Colaresi and Quinn, with a prior as large as all voices, or given."""

    def of(given: Beside) -> Mapping[str, float]:
        own, everything = given.sums
        size = prior or everything
        found = {}
        for word, here in given.own.items():
            due = size * given.everybody[word] / everything
            there = given.everybody[word] - here
            odds = log((here + due) / (own + size - here - due)) - log(
                (there + due) / (everything - own + size - there - due)
            )
            found[word] = odds / sqrt(1 / (here + due) + 1 / (there + due))
        return found

    return of


def ours(given: Beside) -> Mapping[str, float]:
    here = in_order(WeightedSkill(word, n) for word, n in given.own.items())
    there = in_order(
        WeightedSkill(word, n - given.own.get(word, 0)) for word, n in given.everybody.items()
    )
    return {one.skill.name: one.surprise for one in distinctive(here, there)}


MEASURES = {
    "most voices": most,
    "ratio of shares": ratio,
    "tf-idf": tf_idf,
    "log-odds z, prior 10": fighting_words(10),
    "log-odds z, prior of all": fighting_words(None),
    "log-likelihood (ours)": ours,
}


def halves(folder: Path, chance: random.Random) -> tuple[list[Counts], list[Counts]]:
    words: dict[str, set[str]] = defaultdict(set)
    for row in rows(folder / "document_terms.csv"):
        words[row["document"]].add(row["term_id"])
    papers: dict[str, set[str]] = defaultdict(set)
    for row in rows(folder / "document_authors.csv"):
        papers[row["person"]].add(row["document"])
    first, second = [], []
    for _, of in sorted(papers.items()):
        if len(of) >= FEWEST_PAPERS:
            shuffled = sorted(of)
            chance.shuffle(shuffled)
            first.append(Counter(word for paper in shuffled[::2] for word in words[paper]))
            second.append(Counter(word for paper in shuffled[1::2] for word in words[paper]))
    return first, second


def measured(
    first: Sequence[Counts], second: Sequence[Counts], by: Callable[[Beside], Mapping[str, float]]
) -> tuple[float, float]:
    everybody: Counter[str] = Counter()
    for own in first:
        everybody.update(own)
    people = Counter(word for own in first for word in own)
    recur, found = [], []
    for place, own in enumerate(first):
        value = by(Beside(own, everybody, people, len(first)))
        chosen = sorted(value, key=lambda word: (-value[word], word))[:CHOSEN]
        hits = [sum(word in other for word in chosen) for other in second]
        recur.append(hits[place] / len(chosen))
        better = sum(other > hits[place] for other in hits)
        found.append(1 / (better + (1 + hits.count(hits[place])) / 2))
    return fmean(recur), fmean(found)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATASETS
    parted = [halves(folder / "dblp-expert-finding", random.Random(n)) for n in range(SPLITS)]
    print(f"{len(parted[0][0])} people, {CHOSEN} words each, mean of {SPLITS} splits")
    print(f"{'':26}{'recur':>8}{'found':>8}")
    for name, by in MEASURES.items():
        recur, found = zip(*(measured(*halved, by) for halved in parted), strict=True)
        print(f"{name:26}{fmean(recur):8.3f}{fmean(found):8.3f}")


if __name__ == "__main__":
    main()
