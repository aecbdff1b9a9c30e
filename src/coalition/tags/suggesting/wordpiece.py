"""Text cut into the pieces of words that a model of the BERT family knows.

The way of Wu and others, "Google's neural machine translation system" (2016), section 4.1, as BERT
uses it (Devlin and others, 2019): lower case without accents; words and signs apart; of each word
the longest known beginning, then the longest known continuation ("##..."), and so on.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

_LONGEST_WORD = 100
_START, _END, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"

Vocabulary = Mapping[str, int]


@cache
def bert_vocabulary() -> Vocabulary:
    """The 30,522 pieces of "bert-base-uncased" (Google, Apache License 2.0), with their numbers."""
    text = files(__package__).joinpath("bert_words.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(text.split("\n")[:-1])}


def pieces(text: str, vocabulary: Vocabulary, most: int) -> list[int]:
    """The numbers of the pieces of ``text``, at most ``most``, between start and end."""
    inner = [number for word in _words(text) for number in _cut(word, vocabulary)]
    return [vocabulary[_START], *inner[: most - 2], vocabulary[_END]]


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text.lower())
    return "".join(_spaced(letter) for letter in plain).split()


def _spaced(letter: str) -> str:
    """``letter`` with spaces where it is a word of its own; nothing for an accent."""
    kind = unicodedata.category(letter)
    if letter.isspace():
        return " "
    if kind == "Mn" or kind in ("Cc", "Cf") or letter == "\ufffd":
        return ""
    return f" {letter} " if _alone(letter, kind) else letter


def _alone(letter: str, kind: str) -> bool:
    sign = kind.startswith("P") or (letter.isascii() and not letter.isalnum())
    return sign or "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff"


def _cut(word: str, vocabulary: Vocabulary) -> Iterator[int]:
    found: list[int] = []
    start = 0
    while start < len(word) <= _LONGEST_WORD:
        mark = "##" if start else ""
        ends = range(len(word), start, -1)
        end = next((end for end in ends if mark + word[start:end] in vocabulary), 0)
        if not end:
            break
        found.append(vocabulary[mark + word[start:end]])
        start = end
    yield from found if start == len(word) else [vocabulary[_UNKNOWN]]
