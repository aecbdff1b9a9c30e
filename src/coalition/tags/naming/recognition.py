"""What skill a name stands for, and why: first by the list, then by what is certain of wordings.

The steps, the first that tells decides: the name stands in the list; it is of the form "X (Y)";
its wording is that of a name in the list (short forms, spelling, number, word order, connectives);
the same in French, Spanish or German; one word has one typing error. A name that none of them
finds is a skill of its own, one with all names of the same signature.
"""

import re
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from typing import NamedTuple

from coalition.tags.folding import fold
from coalition.tags.naming.lexicon import Lexicon, english, near_words
from coalition.tags.naming.signature import Signatures, foreign, may_be_foreign
from coalition.tags.naming.typing_error import SHORTEST, KnownWords
from coalition.tags.naming.vocabulary import Ambiguous, KnownName, Vocabulary

_SLASH = re.compile(r"(?<=[^\W\d_]{3})\s*/\s*(?=[^\W\d_]{3})")
_WORD = re.compile(r"[^\W\d_]+")
_REMEMBERED = 1 << 17
_KINDS = {
    "programming": "programming",
    "language": "programming",
    "framework": "framework",
    "library": "librar",
}
"""A last word that adds nothing to a skill that stands in the list under what has these letters."""
_SHORTEST_ALONE, _SHORTEST_PRODUCT = 7, 9
"""Letters of a word that is mended as a whole name, and of one that may be another product's: these
are one letter apart ("OpenSSL", "OpenSSH")."""
_OF_PRODUCTS = ("Technology", "Data & AI", "Design & Media")
"""The groups that hold products."""


class Recognised(NamedTuple):
    """What a name was found to be.

    key:    names with one key are one skill.
    skill:  the name of the known skill; "" where it is none.
    reason: why the name stands for it, a clause for the user; "" where it is its very name.
    several: what it may stand for, where it is an ambiguous name.
    """

    key: str
    skill: str = ""
    reason: str = ""
    several: Ambiguous | None = None


class Recognition:
    """Recognises names by one vocabulary; remembers words, not names."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        real: Callable[[], Collection[str]] = near_words,
        lexicon: Lexicon | None = None,
    ) -> None:
        """``real`` gives the English words that are one letter from a known one and no errors."""
        self.vocabulary = vocabulary
        self._real = real
        self._lexicon = lexicon or english()
        self._mended: dict[str, list[str]] = {}

    def __call__(self, name: str) -> Recognised:
        """What ``name`` is; the empty key only for a name with nothing visible in it."""
        key = fold(name)
        if found := self.vocabulary.find(key):
            return self._known(name, found, "")
        if (key.endswith((")", "）"))) and (inside := self._by_parentheses(name)):
            return inside
        signature = self.signatures.of(key)
        if several := self.vocabulary.ambiguous.get(key):
            return Recognised(f"?{self.signatures.of(fold(several.name))}", several=several)
        if found := self.vocabulary.find_loosely(signature):
            return self._known(name, found, self._how(key, found))
        return self._by_parts(name, key) or self._mended_or_unknown(name, key, signature)

    def _by_parts(self, name: str, key: str) -> Recognised | None:
        """What the name is without a word that says nothing, or by its two sides."""
        if shorter := self.signatures.without_noise(key):
            if found := self.vocabulary.find_loosely(shorter):
                return self._known(name, found, "what stands at its end says nothing")
            return self._ambiguous_by(shorter) or Recognised(f"?{shorter}")
        if named := self._without_kind(key):
            return self._known(name, *named)
        if _SLASH.search(name):
            return self(_SLASH.sub(" & ", name))
        return self._by_both_sides(key) if " and " in key else None

    def _mended_or_unknown(self, name: str, key: str, signature: str) -> Recognised:
        foreign_name = may_be_foreign(key) and self.vocabulary.find_loosely(foreign(key))
        if foreign_name:
            return self._known(name, foreign_name, "its small words, marks or number differ")
        if several := self._ambiguous_by(signature):
            return several
        if mended := self._without_error(name, key):
            return self._known(name, *mended)
        return Recognised(f"?{signature or key}")

    def _ambiguous_by(self, signature: str) -> Recognised | None:
        several = self._ambiguous.get(signature)
        return Recognised(f"?{signature}", several=several) if several else None

    @cached_property
    def _ambiguous(self) -> dict[str, Ambiguous]:
        """The ambiguous names by their signatures."""
        ambiguous = self.vocabulary.ambiguous
        return {self.signatures.of(key): several for key, several in ambiguous.items()}

    @cached_property
    def signatures(self) -> Signatures:
        """Signatures by the words that the vocabulary knows."""
        return Signatures(self._lexicon, self.vocabulary.acronyms)

    @cached_property
    def _words(self) -> KnownWords:
        return KnownWords(self.vocabulary.halves, self._real())

    def _known(self, name: str, found: KnownName, how: str) -> Recognised:
        skill = found.skill.name
        return Recognised(f"={skill}", skill, _reason(name, found, skill, how))

    def _by_both_sides(self, key: str) -> Recognised | None:
        """The one skill that all sides of "and" stand for: "Führung & Leadership"."""
        sides = [self._side(side) for side in key.split(" and ")]
        if not sides[0].skill or len({side.skill for side in sides}) > 1:
            return None
        told = "; ".join(dict.fromkeys(side.reason for side in sides if side.reason))
        return sides[0]._replace(reason=told or "it is named twice")

    def _side(self, key: str) -> Recognised:
        found = self.vocabulary.find(key) or self.vocabulary.find_loosely(self.signatures.of(key))
        return self._known(key, found, "") if found else Recognised("")

    def _without_kind(self, key: str) -> tuple[KnownName, str] | None:
        """The name before a last word that says what it is anyway: "Haskell Programming"."""
        rest, _, last = key.rpartition(" ")
        kind = _KINDS.get(last)
        found = self.vocabulary.find(rest) if kind and rest else None
        if found and any(str(kind) in fold(above) for above in found.skill.broader):
            return found, f'"{last}" is what it is anyway'
        return None

    def _by_parentheses(self, name: str) -> Recognised | None:
        from coalition.tags.parentheses import Reason, narrower_holds, understood

        parts = understood(name)
        if parts is None:
            return None
        if parts.reason is not Reason.QUALIFIER:
            found, other = self(parts.name), self(parts.other)
            if other.skill and self._is_under(other.skill, found.skill):
                told = filter(None, (narrower_holds(other.skill, found.skill), other.reason))
                return other._replace(reason=", and ".join(told))
            reason = f"{parts.words}, and {found.reason}" if found.reason else parts.words
            return found._replace(reason=reason)
        outer, _, inner = name.strip().rstrip(")）").replace("（", "(").rpartition("(")
        found = self(outer)
        if not found.skill or not self._says_nothing_new(fold(inner), found.skill):
            return None
        because = f'"{inner.strip()}" in parentheses says nothing else'
        return found._replace(reason=f"{because}, and {found.reason}" if found.reason else because)

    def _is_under(self, narrower: str, broader: str) -> bool:
        known = self.vocabulary.skill(narrower)
        return known is not None and broader in known.broader

    def _says_nothing_new(self, inner: str, skill: str) -> bool:
        """Whether what stands in parentheses is what is known of the skill anyway."""
        if inner in self._lexicon.qualifiers:
            return True
        known = self.vocabulary.skill(skill)
        inside = self.vocabulary.find(inner)
        if known is None:
            return False
        above = {fold(name) for name in (*known.broader, known.group, known.name)}
        meant = inside.skill.name if inside else inner
        return fold(meant) in above or inner in above

    def _without_error(self, name: str, key: str) -> tuple[KnownName, str] | None:
        """The one known name that mending one word gives, and how."""
        words = key.split()
        at = next((i for i, word in enumerate(words) if self._is_unknown(word)), None)
        if at is None or (len(words) == 1 and len(key) < _SHORTEST_ALONE):
            return None
        word = words[at]
        if word in _with_capitals_inside(name):
            return None
        found = dict(self._named(words, at, word))
        if len(words) == 1 and len(word) < _SHORTEST_PRODUCT:
            found = {m: n for m, n in found.items() if n.skill.group not in _OF_PRODUCTS}
        if len({known.skill.name for known in found.values()}) != 1:
            return None
        meant, known = next(iter(found.items()))
        return known, f'"{word}" is "{meant}" with a typing error'

    def _is_unknown(self, word: str) -> bool:
        return len(word) >= SHORTEST and word not in self._words

    def _named(self, words: list[str], at: int, word: str) -> Iterator[tuple[str, KnownName]]:
        if word not in self._mended:
            if len(self._mended) >= _REMEMBERED:
                self._mended.clear()
            self._mended[word] = self._words.meant_by(word)
        for meant in self._mended[word]:
            key = " ".join((*words[:at], meant, *words[at + 1 :]))
            known = self.vocabulary
            found = known.find(key) or known.find_loosely(self.signatures.of(key))
            if found:
                yield meant, found

    def _how(self, key: str, found: KnownName) -> str:
        """How the wording of a name differs from the one it was found by."""
        return ", ".join(_differences(key, fold(found.name), self._lexicon))


def _with_capitals_inside(name: str) -> set[str]:
    """The words, folded, that are written as products are: "FitNesse"."""
    if name.isupper():
        return set()
    return {word.casefold() for word in _WORD.findall(name) if word[1:] != word[1:].lower()}


def _reason(name: str, found: KnownName, skill: str, how: str) -> str:
    if name == skill:
        return ""
    source = found.source
    listed = f'"{found.name}" is another name of "{skill}" in {source}'
    if found.name == skill or fold(found.name) == fold(skill):
        return how or "differs only in case, spaces or punctuation"
    return f"{how}, and {listed}" if how else listed


def _differences(key: str, other: str, lexicon: Lexicon) -> Iterator[str]:
    """How the wording of one folded name differs from another's of the same signature."""
    words, others = key.split(), other.split()
    told = list(_other_words(words, others, lexicon))
    if told:
        yield from told
    elif "".join(words) == "".join(others):
        yield "differs only in spaces"
    elif sorted(words) == sorted(others):
        yield "the words stand in another order"
    else:
        yield "the words are the same but for number, order, small words or signs"


def _other_words(words: list[str], others: list[str], lexicon: Lexicon) -> Iterator[str]:
    for word in words:
        bare = word.strip(".,")
        if bare in others:
            continue
        if full := lexicon.short.get(bare):
            yield f'"{word}" is short for "{full}"'
        elif noun := lexicon.activity.get(bare):
            yield f'"{word}" stands for "{noun}"'
        elif spelled := lexicon.spelling.get(bare):
            yield f'"{word}" is "{spelled}" in another spelling'
