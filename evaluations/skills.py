"""How well a name's meaning is found among given names, beside the usual ways.

    python evaluations/skills.py [SECTION...] [--datasets DIR]

Sections (all by default; each needs its data set, by default in ``../shared/datasets`` beside the
checkout, and says so where it is not there):

``variants``  surface forms of 112 skills -> one with their skill, and pairs that must stay two
              (:mod:`skill_variants`)
``spans``     what people marked in job ads -> the one of ESCO's 13,896 labels they gave it
``synonyms``  Stack Overflow's tag synonyms -> the tag, of 1,976
``labels``    2,000 alternative labels of ESCO, drawn once -> the concept, of 13,412

For each way: the share found first (@1), among the first five (@5), and the mean of 1 / place of
the right one (MRR, of the first ten). For synonyms also the recall at 1 % false merges: if whatever
scores at least t were merged, with t as low as 1 % of all questions going wrong allows, how many of
all would be merged rightly.

The ways: ours without and with the extra ``similarity``; WRatio of rapidfuzz (extra ``bench``);
plain TF-IDF of runs of 2 to 4 letters; each model of the extra alone. Who is not installed is left
out.
"""

import argparse
import csv
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from math import log, sqrt
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import skill_variants

from coalition.errors import MissingExtra
from coalition.tags.suggesting.meaning import Meaning, Model
from coalition.tags.suggestions import Index, by_meaning

DATASETS = Path(__file__).resolve().parents[2] / "shared" / "datasets"
PLACES = 10
SAMPLE = 2000
FALSE_MERGES = 0.01

Ranked = Sequence[tuple[str, float]]
"""Names with scores, best first."""
Way = Callable[[Sequence[str]], Callable[[str], Ranked]]
"""From candidates to what answers a question among them."""


class Question(NamedTuple):
    """A name, the names that are right for it, and the part of the data set it is of."""

    name: str
    right: frozenset[str]
    part: str = ""


class Answer(NamedTuple):
    """The place of the right name (0: not among the first ten) and the first one's score."""

    question: Question
    place: int
    score: float


def rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


# The ways.


def ours(candidates: Sequence[str]) -> Callable[[str], Ranked]:
    return answers_of(Index(candidates))


def ours_by_meaning(candidates: Sequence[str]) -> Callable[[str], Ranked]:
    return answers_of(Index(candidates, meaning=models()))


def answers_of(index: Index) -> Callable[[str], Ranked]:
    return lambda name: [(found.name, found.score) for found in index.suggest(name, PLACES)]


def wratio(candidates: Sequence[str]) -> Callable[[str], Ranked]:
    from rapidfuzz import fuzz, process

    lower = [name.lower() for name in candidates]

    def answer(name: str) -> Ranked:
        found = process.extract(name.lower(), lower, scorer=fuzz.WRatio, limit=PLACES)
        return [(candidates[at], score / 100) for _, score, at in found]

    return answer


def letter_runs(name: str) -> Counter[str]:
    words = [f" {word} " for word in name.lower().split()]
    return Counter(
        word[at : at + n] for word in words for n in (2, 3, 4) for at in range(len(word) - n + 1)
    )


def plain_tfidf(candidates: Sequence[str]) -> Callable[[str], Ranked]:
    counts = [letter_runs(name) for name in candidates]
    spread = Counter(run for own in counts for run in own)
    rarity = {run: 1 + log((1 + len(counts)) / (1 + n)) for run, n in spread.items()}
    holders: Mapping[str, list[tuple[int, float]]] = defaultdict(list)
    for at, own in enumerate(counts):
        length = sqrt(sum((n * rarity[run]) ** 2 for run, n in own.items())) or 1
        for run, n in own.items():
            holders[run].append((at, n * rarity[run] / length))

    def answer(name: str) -> Ranked:
        own = {run: n * rarity[run] for run, n in letter_runs(name).items() if run in rarity}
        length = sqrt(sum(weight * weight for weight in own.values())) or 1
        scores: dict[int, float] = defaultdict(float)
        for run, weight in own.items():
            for at, other in holders[run]:
                scores[at] += weight / length * other
        best = sorted(scores, key=lambda at: -scores[at])[:PLACES]
        return [(candidates[at], scores[at]) for at in best]

    return answer


def model_alone(pick: Callable[[Meaning], Model]) -> Way:
    def way(candidates: Sequence[str]) -> Callable[[str], Ranked]:
        import numpy as np

        model = pick(models())
        vectors = model.vectors(candidates)

        def answer(name: str) -> Ranked:
            scores = vectors @ model.vectors([name])[0]
            best = np.argsort(-scores, kind="stable")[:PLACES]
            return [(candidates[at], float(scores[at])) for at in best]

        return answer

    return way


class Remembered:
    """A model that reads each name once, for the sections have candidates in common."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._rows: dict[str, Any] = {}

    def vectors(self, names: Sequence[str]) -> Any:
        """A row for each name."""
        import numpy as np

        new = list(dict.fromkeys(name for name in names if name not in self._rows))
        if new:
            self._rows.update(zip(new, self._model.vectors(new), strict=True))
        return np.stack([self._rows[name] for name in names])


@cache
def models() -> Meaning:
    found = by_meaning()
    return Meaning(Remembered(found.english), Remembered(found.any_language))


WAYS: Mapping[str, Way] = {
    "ours": ours,
    "ours, with meaning": ours_by_meaning,
    "rapidfuzz WRatio": wratio,
    "plain TF-IDF of letters": plain_tfidf,
    "MiniLM alone": model_alone(lambda found: found.english),
    "multilingual model alone": model_alone(lambda found: found.any_language),
}


# The sections.


def spans(datasets: Path) -> tuple[list[str], list[Question]]:
    folder = datasets / "skills-esco-spans"
    candidates = [row["label"] for row in rows(folder / "esco_labels.tsv")]
    return candidates, [
        Question(row["span"], frozenset(row["labels"].split(" || ")), row["subset"])
        for row in rows(folder / "span_to_label.tsv")
    ]


def synonyms(datasets: Path) -> tuple[list[str], list[Question]]:
    folder = datasets / "skills-so-synonyms"
    candidates = [row["tag"] for row in rows(folder / "tags.tsv")]
    return candidates, [
        Question(row["synonym"], frozenset([row["tag"]])) for row in rows(folder / "synonyms.tsv")
    ]


def labels(datasets: Path) -> tuple[list[str], list[Question]]:
    folder = datasets / "skills-esco-en"
    names = {row["concept_id"]: row["preferred_label"] for row in rows(folder / "concepts.tsv")}
    pairs = [list(row.values()) for row in rows(folder / "alt_labels.tsv")]
    drawn = random.Random(1).sample([pair for pair in pairs if pair[0] in names], SAMPLE)
    questions = [Question(label, frozenset([names[concept]])) for concept, label in drawn]
    return list(dict.fromkeys(names.values())), questions


SECTIONS: Mapping[str, Callable[[Path], tuple[list[str], list[Question]]]] = {
    "spans": spans,
    "synonyms": synonyms,
    "labels": labels,
}


ALL = ("variants", *SECTIONS)

# The figures.


def answered(question: Question, found: Ranked) -> Answer:
    places = (at for at, (name, _) in enumerate(found, 1) if name in question.right)
    return Answer(question, next(places, 0), found[0][1] if found else 0.0)


def recall_at_false_merges(answers: Sequence[Answer], allowed: float = FALSE_MERGES) -> float:
    """The share merged rightly at the lowest threshold at which few enough are merged wrongly.

    Answers with one score are above a threshold together.
    """
    best = right = wrong = 0
    by_score: dict[float, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_score[answer.score].append(answer)
    for score in sorted(by_score, reverse=True):
        right += sum(answer.place == 1 for answer in by_score[score])
        wrong += sum(answer.place != 1 for answer in by_score[score])
        if wrong <= allowed * len(answers):
            best = right
    return best / len(answers)


def figures(answers: Sequence[Answer]) -> dict[str, float]:
    places = [answer.place for answer in answers]
    return {
        "@1": fmean(place == 1 for place in places),
        "@5": fmean(1 <= place <= 5 for place in places),
        "MRR": fmean(1 / place if place else 0.0 for place in places),
        "recall": recall_at_false_merges(answers),
    }


def variants(datasets: Path) -> None:
    def dots(pick: Callable[[Meaning], Model]) -> skill_variants.Likeness:
        def alike(pairs: Sequence[tuple[str, str]]) -> list[float]:
            model = pick(models())
            first, second = (model.vectors(list(names)) for names in zip(*pairs, strict=True))
            return [float(value) for value in (first * second).sum(axis=1)]

        return alike

    skill_variants.report(
        datasets,
        {
            "rapidfuzz WRatio": skill_variants.wratio,
            "MiniLM alone": dots(lambda found: found.english),
            "multilingual model alone": dots(lambda found: found.any_language),
        },
    )


def report(section: str, datasets: Path) -> None:
    if section == "variants":
        variants(datasets)
        return
    candidates, questions = SECTIONS[section](datasets)
    parts = sorted({question.part for question in questions} - {""})
    print(f"\n{section}: {len(questions):,} questions, {len(candidates):,} candidates")
    heads = ["", "@1", "@5", "MRR", *([f"@1 {part}" for part in parts]), "recall", "index s", "ms"]
    print(f"{heads[0]:26}" + "".join(f"{head:>10}" for head in heads[1:]))
    for title, way in WAYS.items():
        try:
            started = time.process_time()
            answer = way(candidates)
            built = time.process_time()
        except (ImportError, MissingExtra) as error:
            print(f"{title:26}  left out: {error}")
            continue
        answers = [answered(question, answer(question.name)) for question in questions]
        each = 1000 * (time.process_time() - built) / len(questions)
        shares = figures(answers)
        recall = shares.pop("recall")
        for part in parts:
            own = [answer for answer in answers if answer.question.part == part]
            shares[part] = figures(own)["@1"]
        line = [f"{100 * value:10.1f}" for value in (*shares.values(), recall)]
        print(f"{title:26}{''.join(line)}{built - started:10.1f}{each:10.1f}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(ALL))
    parser.add_argument("--datasets", type=Path, default=DATASETS, metavar="DIR")
    options = parser.parse_args()
    if unknown := sorted(set(options.sections) - set(ALL)):
        parser.error(f"no section {unknown[0]}; there are {', '.join(ALL)}")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: time is of one core
    print("In per cent of the questions; recall: right at 1 % false merges; processor time.")
    missing = False
    for section in options.sections or ALL:
        try:
            report(section, options.datasets)
        except FileNotFoundError as error:
            missing = True
            print(f"\n{section}: left out, for {error.filename} is not there (see --datasets).")
    return int(missing)


if __name__ == "__main__":
    sys.exit(main())
