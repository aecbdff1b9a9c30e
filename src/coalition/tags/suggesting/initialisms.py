"""Names that go by the initials of one another ("NLP", "natural language processing").

Among many names some have the same initials by chance, the fewer letters the more: if c of the
names have initials of n letters, about ``c * 3 / 26 ** n`` have given ones (3, because initials
are not evenly spread), and the score is divided by one more than that.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from coalition.tags.acronym import initials

SCORE = 0.84
"""What equal initials are worth where chance gives none."""

LEAST, MOST = 2, 8
_UNEVEN, _LETTERS = 3, 26


class Initialisms:
    """The initials of names, and the names short enough to be initials."""

    __slots__ = ("_by_initials", "_counts", "_short")

    def __init__(self, names: Sequence[str]) -> None:
        self._by_initials: dict[str, list[int]] = defaultdict(list)
        self._short: dict[str, list[int]] = defaultdict(list)
        for position, name in enumerate(names):
            if letters := _initials(name):
                self._by_initials[letters].append(position)
            elif short := _short(name):
                self._short[short].append(position)
        lengths = ((len(letters), len(own)) for letters, own in self._by_initials.items())
        self._counts = _sums(lengths)

    def of(self, name: str) -> Iterator[tuple[int, float]]:
        """The names that ``name`` is the initials of or has as its initials, with a score.

        Where several are, none is surer than the others, and the score is shared.
        """
        if letters := _initials(name):
            found, chance = self._short.get(letters, []), self._by_chance(letters, 1)
        elif letters := _short(name):
            found = self._by_initials.get(letters, [])
            chance = self._by_chance(letters, self._counts[len(letters)])
        else:
            return
        for position in found:
            yield position, SCORE / (1 + chance) / len(found)

    def _by_chance(self, letters: str, count: int) -> float:
        return float(count * _UNEVEN / _LETTERS ** len(letters))


def _initials(name: str) -> str:
    words = name.replace("-", " ").split()
    letters = initials(" ".join(words)) if len(words) > 1 else ""
    return letters if LEAST <= len(letters) <= MOST else ""


def _short(name: str) -> str:
    """The letters of a name that may be initials; two letters only where they are capitals."""
    letters = "".join(filter(str.isalnum, name)) if " " not in name.strip() else ""
    sure = len(letters) > LEAST or letters.isupper()
    return letters.casefold() if sure and LEAST <= len(letters) <= MOST else ""


def _sums(pairs: Iterable[tuple[int, int]]) -> Counter[int]:
    sums: Counter[int] = Counter()
    for key, count in pairs:
        sums[key] += count
    return sums
