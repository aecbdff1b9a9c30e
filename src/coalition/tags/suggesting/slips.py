"""Typing errors: whether a name is another with one slip of the fingers.

A slip leaves a word that does not exist; where both words do ("mediation" and "meditation") they
are two words.
"""

from collections.abc import Container

from coalition.tags.naming.typing_error import one_error_apart
from coalition.tags.suggesting.name_keys import squeezed
from coalition.tags.suggesting.name_words import name_words
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
    """Whether long enough names are one error apart, and not in a digit."""
    if first == second or min(len(first), len(second)) < SHORTEST:
        return False
    digits, others = (list(filter(str.isdigit, name)) for name in (first, second))
    return digits == others and one_error_apart(first, second)
