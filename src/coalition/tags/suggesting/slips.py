"""Typing errors: whether a name is another with one slip of the fingers.

The slips are Damerau's, "A technique for computer detection and correction of spelling errors"
(Communications of the ACM 7, 1964): a letter left out, a letter too many, a wrong letter, two
neighbours swapped. A slip leaves a word that does not exist; where both words do ("mediation" and
"meditation") they are two words.
"""

from collections.abc import Container

from coalition.tags.suggesting.name_words import name_words
from coalition.tags.suggesting.sameness import squeezed
from coalition.tags.suggesting.wordpiece import bert_vocabulary

SHORTEST = 6
"""Letters of a name in which a slip can be told from another name."""


def slipped(name: str, meant: str, words: Container[str] = ()) -> bool:
    """Whether ``name`` is ``meant`` with one slip in a word that nobody knows.

    Known are the words of ``words`` and those frequent in English texts.
    """
    return _one_slip(squeezed(name), squeezed(meant)) and any(
        word not in words and word not in bert_vocabulary() for word, _ in name_words(name)
    )


def _one_slip(first: str, second: str) -> bool:
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) < SHORTEST or len(longer) - len(shorter) > 1:
        return False
    start = _alike(shorter, longer)
    end = min(_alike(shorter[::-1], longer[::-1]), len(shorter) - start)
    left, right = shorter[start : len(shorter) - end], longer[start : len(longer) - end]
    if not (left + right).isalpha():
        return False
    return len(right) == 1 or (len(left) == 2 and left == right[::-1])


def _alike(first: str, second: str) -> int:
    """How many letters two words have in common at their beginning."""
    pairs = zip(first, second, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))
