"""Whether names of one skill become one, and names of two stay two (``skills.py variants``).

The data set ``skills-coalition``: surface forms of 112 skills (short forms, plurals, typing errors,
other languages ...), pairs that look alike and are not the same, and pairs of a skill and what it
is a part of.

- **right**: the share of surface forms that become one with their skill;
- **false**: false merges among the pairs that must stay two.

Ours answers yes or no. The others have a score, and merge from a threshold on: the lowest at which
none of the pairs is merged (they are given the best one in hindsight).
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from coalition.errors import MissingExtra
from coalition.tags import same

_SMALL = ("and", "of", "the")

Likeness = Callable[[Sequence[tuple[str, str]]], Sequence[float]]
"""From pairs of names to how alike they are."""


class Variant(NamedTuple):
    """A surface form, its skill, and what sort of form it is."""

    surface: str
    skill: str
    kind: str

    @property
    def in_english(self) -> bool:
        """Whether the form is English, if perhaps wrong."""
        return not self.kind.startswith("lang-")


def pairs_in(file: Path) -> Iterator[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def rules(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """What is usually done: letter case, punctuation, plurals, "and", initials."""
    return [float(bool(_keys(a) & _keys(b))) for a, b in pairs]


def _keys(name: str) -> set[str]:
    text = "".join(c if c.isalnum() or c in "+#" else " " for c in name.lower())
    words = [word.rstrip("s") or word for word in text.split() if word not in _SMALL]
    inside = name.partition("(")[0].strip()
    keys = {"".join(words), "".join(sorted(words)), "".join(word[0] for word in words)}
    return keys | (_keys(inside) if inside != name and inside else set())


def wratio(pairs: Sequence[tuple[str, str]]) -> list[float]:
    from rapidfuzz import fuzz

    return [fuzz.WRatio(a.lower(), b.lower()) / 100 for a, b in pairs]


def ours(pairs: Sequence[tuple[str, str]]) -> list[float]:
    return [float(same(a, b).same) for a, b in pairs]


def report(datasets: Path, ways: Mapping[str, Likeness]) -> None:
    folder = datasets / "skills-coalition"
    variants = [Variant(*row) for row in pairs_in(folder / "variants.tsv")]
    apart = [
        (row[0], row[1])
        for name in ("different_pairs.tsv", "parent_pairs.tsv")
        for row in pairs_in(folder / name)
    ]
    print(f"\nvariants: {len(variants)} surface forms, {len(apart)} pairs that must stay two")
    print(f"{'':26}{'English':>10}{'other':>10}{'false':>10}")
    for title, alike in {"ours": ours, "rules as usual": rules, **ways}.items():
        try:
            against = alike(apart)
        except (ImportError, MissingExtra) as error:
            print(f"{title:26}  left out: {error}")
            continue
        # A way that answers yes or no has no threshold to choose.
        least = 1.0 if set(against) <= {0.0, 1.0} else max(against) + 1e-9
        merged = [value >= least for value in alike([v[:2] for v in variants])]
        false = sum(value >= least for value in against)
        shares = (_share(merged, variants, True), _share(merged, variants, False))
        print(f"{title:26}" + "".join(f"{100 * share:10.1f}" for share in shares) + f"{false:10}")
        if alike is ours:
            _by_kind(variants, merged)


def _share(merged: Sequence[bool], variants: Sequence[Variant], in_english: bool) -> float:
    return fmean(m for m, v in zip(merged, variants, strict=True) if v.in_english == in_english)


def _by_kind(variants: Sequence[Variant], merged: Sequence[bool]) -> None:
    kinds: dict[str, list[bool]] = defaultdict(list)
    for variant, right in zip(variants, merged, strict=True):
        kinds[variant.kind].append(right)
    told = [f"{kind} {sum(own)}/{len(own)}" for kind, own in sorted(kinds.items())]
    print("  ours by kind: " + ", ".join(told))
    for variant, right in zip(variants, merged, strict=True):
        if not right:
            why = same(variant.surface, variant.skill).reason
            print(f"  missed: {variant.surface} ({variant.kind}, {variant.skill}): {why}")
