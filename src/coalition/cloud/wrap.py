"""Long tags on two lines, where that makes all tags larger.

One long tag can decide how large all of them are. So the widest tags are broken in two, ever more
of them, and of the clouds so made one is kept that is as large as the largest but for a trifle,
with as few broken tags as can be.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from coalition.cloud.place import Laid
from coalition.drawing.fonts import FontSet
from coalition.drawing.shaping import Shaped
from coalition.drawing.stacking import stack
from coalition.drawing.tables import Word

WORTH, NEARLY = 1.01, 0.99
"""How much larger all tags must become; and how large, beside the largest tried, is as good."""

_BREAK = re.compile(r" |(?<=[^\W\d_]{3}[-/\u2010\u2013])(?=[^\W\d_]{3})")
"""A space, or the place after a hyphen or a slash between two words (UAX #14, classes HY and SY,
but for what is too short to be a word: e-learning, C-level, AI/ML)."""


def wrapped(laid: Laid, fonts: FontSet, lay_out: Callable[[Sequence[Word]], Laid]) -> Laid:
    """The cloud with some of its tags on two lines, or as it was where that is not worth it."""
    broken = dict(_broken(laid.words, fonts))
    widest = sorted(broken, key=lambda i: -laid.words[i].shaped.advance * laid.words[i].size)
    tried = [laid]
    for count in _counts(len(widest)):
        chosen = set(widest[:count])
        tried.append(lay_out([broken[i] if i in chosen else word
                              for i, word in enumerate(laid.words)]))  # fmt: skip
    largest = max(each.scale for each in tried)
    if largest < laid.scale * WORTH:
        return laid
    return next(each for each in tried if each.scale >= max(largest * NEARLY, laid.scale))


def _broken(words: Sequence[Word], fonts: FontSet) -> Iterator[tuple[int, Word]]:
    """The words that can be broken, on two lines, by their positions."""
    for i, word in enumerate(words):
        if halves := in_two(word.shaped, fonts):
            yield i, word._replace(shaped=halves)


def in_two(shaped: Shaped, fonts: FontSet) -> Shaped | None:
    """The tag on two lines as equal in width as can be; None where it cannot be broken, as in
    scripts without spaces.
    """
    breaks = [(found.start(), found.end()) for found in _BREAK.finditer(shaped.text)]
    texts = [(shaped.text[:end], shaped.text[start:]) for end, start in breaks]
    stacked = [stack(shaped, pair, fonts) for pair in texts if all(pair)]
    whole = [each for each in stacked if not each.missing]
    return min(whole, key=lambda each: each.advance, default=None)


def _counts(most: int) -> Iterator[int]:
    """1, 2, 3, 4, 6, 8, 12, 16, 24 and so on, and the last is ``most``."""
    count = 1
    while count < most:
        yield count
        if count > 1 and count * 3 // 2 < most:
            yield count * 3 // 2
        count *= 2
    if most:
        yield most
