"""What a full-text index holds of a person, and what a query looks for in it.

Every term is looked up by its beginning. So a word of a text without spaces (Chinese, Japanese,
Thai) is found by any part of it when the index holds what follows from each of its characters.
"""

import re
from collections.abc import Iterable
from itertools import chain

from coalition.people.names import name_words, natural_order, one_spelling, taken_apart
from coalition.people.transliteration import latin_forms, skeleton_word, word_forms
from coalition.people.writing import is_unspaced

MOST_TERMS = 5000
"""Distinct terms of the texts of one person that are kept; their names come on top."""

MOST_CHARACTERS = 100_000
"""Characters of one text that are looked at."""

LONGEST_TERM = 32
"""Characters of a term; what is longer is found by these."""

RUN = 8
"""Characters kept from each place of a text without spaces."""

WEAK = "~"
"""What a term begins with that is a word without its vowels: one of a name, found as a last try."""

_LEAST_SKELETON = 2
_APOSTROPHES = re.compile("['`´‘’ʼ＇]")


def terms(
    texts: Iterable[str], names: Iterable[str] = (), readings: Iterable[str] = ()
) -> frozenset[str]:
    """The words by which a person is found: folded, in Latin letters, and weakly by skeleton.

    texts:    what is known of them: titles, firms, places, notes. Long ones are cut off.
    names:    all forms of their name.
    readings: how it is said; only with it a name in Japanese characters is found in Latin letters.
    """
    readings = tuple(readings)
    said = chain(names, readings)
    of_names = {term for name in said for term in _name_terms(name, readings)}
    found: set[str] = set()
    for word in chain.from_iterable(map(_text_words, texts)):
        for term in _word_terms(word):
            found.add(term)
            if len(found) >= MOST_TERMS:
                return frozenset(found | of_names)
    return frozenset(found | of_names)


def _text_words(text: str) -> Iterable[str]:
    """The words of a text; those with an apostrophe also in parts ("l'équipe", "O'Brien")."""
    text = text[:MOST_CHARACTERS]
    apart = _APOSTROPHES.sub(" ", text)
    return _words(text) if apart == text else chain(_words(text), _words(apart))


def query_terms(text: str) -> tuple[tuple[str, ...], ...]:
    """For each word of a query the beginnings of terms to look for, the surest first.

    Every word has to be found, by one of its beginnings; one that begins with "~" is a guess,
    for when no other is. Words are folded as in :func:`terms`, so no sign of a query language
    is left in them.
    """
    wanted = (_alternatives(word) for word in _words(text[:1000]))
    return tuple(dict.fromkeys(chain.from_iterable(wanted)))[:32]


def _alternatives(word: str) -> list[tuple[str, ...]]:
    if is_unspaced(word[0]):
        pieces = [word[at : at + RUN] for at in range(0, len(word), RUN)]
        spelled = _latin_words(word) if len(pieces) == 1 else ()
        return [(piece, *spelled) for piece in pieces]
    forms = _latin_words(word)
    guesses = map(_guess, forms or (word,))
    spelled = (word[:LONGEST_TERM], one_spelling(word[:LONGEST_TERM]))
    return [tuple(dict.fromkeys(filter(None, (*spelled, *forms, *guesses))))]


def _guess(word: str) -> str:
    """The weak term of a word in Latin letters, "" where too little would be left of it."""
    core = skeleton_word(word[:LONGEST_TERM])
    return WEAK + core if len(core.lstrip("*")) >= _LEAST_SKELETON else ""


def _name_terms(name: str, readings: tuple[str, ...]) -> Iterable[str]:
    """Of a name: all that is written, the forms in Latin letters, and their skeletons."""
    for word in _text_words(name):
        yield from (word[:LONGEST_TERM], one_spelling(word[:LONGEST_TERM]), *_latin_words(word))
        if word.isascii():
            yield from filter(None, [_guess(word)])
    bare = natural_order(taken_apart(name).text)
    parts = name_words(bare)
    if parts and is_unspaced(parts[0][0]):
        for turn in ("".join(parts), "".join(parts[1:] + parts[:1])):
            yield from _suffixes(turn)
    for form in latin_forms(name, readings):
        words = form.split()
        yield from (word[:LONGEST_TERM] for word in words)
        yield "".join(words)[:LONGEST_TERM]
        yield "".join(words[1:] + words[:1])[:LONGEST_TERM]
        yield from filter(None, map(_guess, words))
        if "ال" in name:  # the article is written with the word, in Latin letters also apart
            yield from filter(None, (_guess(word[2:]) for word in words if word[:2] == "al"))


def _word_terms(word: str) -> Iterable[str]:
    if is_unspaced(word[0]):
        return chain(_latin_words(word), _suffixes(word))
    return (word[:LONGEST_TERM], one_spelling(word[:LONGEST_TERM]), *_latin_words(word)[:2])


def _suffixes(word: str) -> Iterable[str]:
    return (word[at : at + RUN] for at in range(len(word)))


def _latin_words(word: str) -> tuple[str, ...]:
    """``word`` in Latin letters; a long run without spaces is no word to be spelled."""
    if word.isascii() or len(word) > LONGEST_TERM:
        return ()
    forms = (form.replace(" ", "")[:LONGEST_TERM] for form in word_forms(word))
    return tuple(dict.fromkeys(forms))


def _words(text: str) -> Iterable[str]:
    """The words of ``text``, folded; cut where writing with spaces meets writing without."""
    for word in name_words(text):
        if word.isascii():
            yield word
            continue
        start = 0
        for at in range(1, len(word) + 1):
            if at == len(word) or _changes(word, at):
                yield word[start:at]
                start = at


def _changes(word: str, at: int) -> bool:
    """Whether a word ends before ``at``: writing with spaces meets writing without."""
    before, after = word[at - 1], word[at]
    return (before.isalnum() and after.isalnum()) and is_unspaced(before) != is_unspaced(after)
