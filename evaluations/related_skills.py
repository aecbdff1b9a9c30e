"""Whether a skill's similarity finds the skills it belongs with.

    python evaluations/related_skills.py [DATASETS]

**Names alone**: skills drawn from a few groups of ESCO and of O*NET (by default of the data sets in
``../shared/datasets`` beside the checkout; without them this part is left out). **Endorsers**:
skills of a few made-up fields, with people who endorse mostly skills of one field, some of them
everything; the names say nothing.

For each: mean average precision of a skill's own group in the order of similarity, beside the same
for the usual measures (words in common, endorsers in common: Jaccard, cosine) and for chance.
"""

import csv
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import sqrt
from pathlib import Path
from statistics import fmean

from coalition.model.evidence import Evidence, Kind
from coalition.model.source import Source
from coalition.tags.folding import fold
from coalition.tags.similarity import similarity, similarity_of_names
from coalition.tags.weights import WeightedSkill

DATASETS = Path(__file__).resolve().parents[2] / "shared" / "datasets"
SAMPLES = 20

Values = dict[tuple[int, int], float]
"""The similarity of positions, in both directions."""
Sets = list[set[str]]


def precision(values: Values, groups: Sequence[set[str]]) -> float:
    """Mean average precision over the skills that have others of their group; ties by chance."""
    chance, found = random.Random(1), []
    for i, own in enumerate(groups):
        others = [j for j in range(len(groups)) if j != i]
        chance.shuffle(others)
        others.sort(key=lambda j: -values.get((i, j), 0.0))
        ranks = [rank for rank, j in enumerate(others, 1) if groups[j] & own]
        if ranks:
            found.append(fmean(hits / rank for hits, rank in enumerate(ranks, 1)))
    return fmean(found)


def of_sets(sets: Sets, likeness: Callable[[set[str], set[str]], float]) -> Values:
    places = range(len(sets))
    return {(i, j): likeness(sets[i], sets[j]) for i in places for j in places if i != j}


def jaccard(a: set[str], b: set[str]) -> float:
    return len(a & b) / (len(a | b) or 1)


def cosine(a: set[str], b: set[str]) -> float:
    return len(a & b) / sqrt(len(a) * len(b) or 1)


def ours(related: Iterable[tuple[int, int, float]]) -> Values:
    return {pair: value for i, j, value in related for pair in ((i, j), (j, i))}


def named_samples(file: Path, name: str, groups: str, count: int) -> Iterator[tuple[Sets, Sets]]:
    """Samples of names, each as a set of one, and of the groups they are in."""
    members: dict[str, set[str]] = defaultdict(set)
    of: dict[str, set[str]] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            own = {".".join(code.split(".")[:2]) for code in row[groups].split("|") if code}
            of[row[name]] = of.get(row[name], set()) | own
            for group in own:
                members[group].add(row[name])
    large = sorted(group for group, found in members.items() if len(found) >= 5)
    for seed in range(SAMPLES):
        chance = random.Random(seed)
        drawn = chance.sample(large, 3 + count // 20)
        pool = sorted(set().union(*(members[group] for group in drawn)))
        names = chance.sample(pool, min(count, len(pool)))
        yield [{found} for found in names], [of[found] for found in names]


def endorsed_samples(skills: int, people: int) -> Iterator[tuple[Sets, Sets]]:
    """Samples of the endorsers of each skill, and of the fields the skills are of."""
    for seed in range(SAMPLES):
        chance = random.Random(seed)
        fields = [chance.randrange(2 + skills // 10) for _ in range(skills)]
        endorsers: Sets = [set() for _ in range(skills)]
        for person in range(people):
            field, share = chance.randrange(max(fields) + 1), 0.02 if chance.random() < 0.9 else 0.7
            for skill in range(skills):
                popular = 1 + 2 / (1 + skill % 10)
                own = share if fields[skill] != field else max(share, 0.15)
                if chance.random() < own * popular:
                    endorsers[skill].add(str(person))
        yield endorsers, [{str(field)} for field in fields]


def endorsed(endorsers: Sets) -> list[WeightedSkill]:
    source = Source("made up")
    return [
        WeightedSkill(
            str(number),
            1.0,
            tuple(Evidence("", Kind.ENDORSED, source, by=by, by_key=by) for by in sorted(people)),
        )
        for number, people in enumerate(endorsers)
    ]


def report(
    title: str, samples: list[tuple[Sets, Sets]], ways: dict[str, Callable[[Sets], Values]]
) -> None:
    scores = {way: fmean(precision(f(own), groups) for own, groups in samples)
              for way, f in {**ways, "chance": lambda _: {}}.items()}  # fmt: skip
    print(f"{title:32}" + "   ".join(f"{way} {score:.3f}" for way, score in scores.items()))


def main(datasets: Path) -> None:
    by_name: dict[str, Callable[[Sets], Values]] = {
        "ours": lambda names: ours(similarity_of_names([next(iter(own)) for own in names])),
        "words, Jaccard": lambda names: of_sets(
            [{word for name in own for word in fold(name).split()} for own in names], jaccard
        ),
    }
    by_people: dict[str, Callable[[Sets], Values]] = {
        "ours": lambda endorsers: ours(similarity(endorsed(endorsers))),
        "Jaccard": lambda endorsers: of_sets(endorsers, jaccard),
        "cosine": lambda endorsers: of_sets(endorsers, cosine),
    }
    sources = (
        ("ESCO", "skills-esco-en/concepts.tsv", "preferred_label", "hierarchy_codes"),
        ("O*NET", "skills-onet-tech/technology_skills.tsv", "example", "commodity_title"),
    )
    for source, file, name, groups in sources:
        for count in (20, 60, 200):
            if (datasets / file).exists():
                samples = list(named_samples(datasets / file, name, groups, count))
                report(f"{count} names of {source}", samples, by_name)
    for skills, people in ((30, 15), (30, 60), (60, 150)):
        samples = list(endorsed_samples(skills, people))
        report(f"{skills} skills, {people} endorsers", samples, by_people)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATASETS)
