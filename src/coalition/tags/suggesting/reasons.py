"""Reasons for a suggestion, as clauses for people."""

from collections.abc import Iterable, Sequence

from coalition.tags.acronym import CONNECTIVES
from coalition.tags.suggesting.near_words import How
from coalition.tags.suggesting.overlap import Pair

_NEAR = {
    How.FAMILY: "{asked} and {found} are of one family",
    How.MEANING: "{asked} means nearly {found}",
    How.LETTERS: "{asked} looks like {found}",
}
_SOMEWHAT_NEAR, _NEARLY_SAME = 0.3, 0.7
_MOST = 3
"""Words or pairs of words named in a reason."""


def shared_words(pairs: Sequence[Pair]) -> str:
    """Why names overlap: the words shared, then those that are near each other."""
    content = [pair for pair in pairs if pair.asked not in CONNECTIVES] or list(pairs)
    shared = [pair.found for pair in content if pair.near.how in (How.SAME, How.FORM)]
    clauses = [f"shares the word{'s' * (len(shared) > 1)} {_listed(shared)}"] if shared else []
    clauses += [
        _NEAR[pair.near.how].format(asked=_quoted(pair.asked), found=_quoted(pair.found))
        for pair in content
        if pair.near.how in _NEAR
    ]
    return "; ".join(clauses[:_MOST])


def near_in_meaning(nearness: float) -> str:
    """How near names are in meaning, with the figure; nothing where that says nothing."""
    if nearness < _SOMEWHAT_NEAR:
        return ""
    how = "means nearly the same" if nearness >= _NEARLY_SAME else "is near in meaning"
    return f"{how} by word vectors ({nearness:.2f})"


def _listed(words: Iterable[str]) -> str:
    quoted = [_quoted(word) for word in words][:_MOST]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


def _quoted(word: str) -> str:
    return f"\u2018{word}\u2019"
