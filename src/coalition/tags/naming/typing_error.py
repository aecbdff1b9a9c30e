"""Words that are one typing error away from a known one.

A letter too many, too few, another one, or two that changed places (Damerau, "A technique for
computer detection and correction of spelling errors", 1964). A word with one error has its first
or its second half right, which is how the known ones are found (the pigeonhole principle).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from zlib import crc32

SHORTEST = 5
"""Letters of a word that may be mended: shorter ones are one letter from too many others."""


def halves(words: Iterable[str]) -> dict[str, str]:
    """The words that may be meant by others, by their halves, with blanks between them."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) >= SHORTEST and word.isalpha():
            for half in _halves(word, len(word)):
                found[half].append(word)
    return {half: " ".join(sharing) for half, sharing in found.items()}


def fingerprint(by_half: Mapping[str, str]) -> str:
    """Tells whether words are the same as before, in eight digits."""
    words = {word for sharing in by_half.values() for word in sharing.split()}
    return f"{crc32(' '.join(sorted(words)).encode()):08x}"


class KnownWords:
    """Words that may be meant, and those that are no errors though they look like one.

    by_half: the first, as :func:`halves` has them.
    real:    the others: words as they stand.
    """

    def __init__(self, by_half: Mapping[str, str], real: Collection[str] = ()) -> None:
        self._by_half = by_half
        self._real = real

    def __contains__(self, word: str) -> bool:
        first, _ = _halves(word, len(word))
        return word in self._sharing(first)

    def meant_by(self, word: str) -> list[str]:
        """The known words that are one error away, in order; none for a real word."""
        if len(word) < SHORTEST or not word.isalpha() or word in self._real or word in self:
            return []
        found = {
            known
            for length in (len(word) - 1, len(word), len(word) + 1)
            for half in _halves(word, length)
            for known in self._sharing(half)
        }
        return sorted(known for known in found if one_error_apart(known, word))

    def _sharing(self, half: str) -> list[str]:
        return self._by_half.get(half, "").split()


def _halves(word: str, length: int) -> tuple[str, str]:
    """The halves of ``word`` as those of a word of this length. Two letters that change places
    may stand in both halves: so the second one begins a letter later.
    """
    middle = length // 2
    return f"{length}{word[:middle]}", f"{length}-{word[len(word) - (length - middle - 1) :]}"


def one_error_apart(a: str, b: str) -> bool:
    """Whether one error makes ``b`` of ``a``; the first letter is right, unless it changed places
    with the second one.
    """
    if a[:1] != b[:1] and a[:2] != b[1::-1]:
        return False
    if len(a) > len(b):
        a, b = b, a
    start = 0
    while start < len(a) and a[start] == b[start]:
        start += 1
    if len(a) < len(b):
        return len(b) == len(a) + 1 and a[start:] == b[start + 1 :]
    rest_a, rest_b = a[start:], b[start:]
    return rest_a[1:] == rest_b[1:] or (
        rest_a[:2] == rest_b[1::-1] and len(rest_a) > 1 and rest_a[2:] == rest_b[2:]
    )
