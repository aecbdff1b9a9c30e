"""The signature of a name: what is left of it when the ways of wording one name are made equal."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from coalition.tags.language import foreign_sign
from coalition.tags.naming.lexicon import Lexicon
from coalition.tags.word_set import word_set

_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
_DOT = re.compile(r"(?<!\d)\.|\.(?!\d)")
_ARTICLES = frozenset(("the", "a", "an"))
_FOREIGN_LINKS = word_set("""
    de du des d la le les l et en aux au del los las el y der die das den dem
    von und and im zur zum für pour para sur
""")
_ELISION = re.compile(r"[dl](?=[aeiouhy]\w{3})")  # "d'affaires"; a key has no apostrophe
_KEPT = "+#\u3099\u309a"  # the last two make the "ga" of a Japanese "ka", and so on
_ENDINGS = (("innen", "in"), ("s", "x"), ("en", "e"))
"""Of each of these, one that is there goes."""
_SHORTEST_STEM = 4
_FIRST_JAPANESE = "\u3040"
_ABILITIES = ("スキル", "能力", "力")
_LONG_VOWEL = re.compile(r"(?<=[ァ-ヺ])ー(?![ァ-ヺー])")
_REMEMBERED = 1 << 17
_OF_ACTIVITIES = ("ment", "tion", "sion", "ing", "ance", "ence", "ship", "sis")
_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("œ", "o"), ("æ", "a"))


class Signatures:
    """Signatures by one lexicon.

    Equal get names that differ in short forms ("Mgmt"), in spelling and number, in articles, in
    what stands in front and behind ("Management of Change", "Managing Change", "Change Manager"),
    in the order around "and", in blanks and dots inside ("Team Building", "Teambuilding"), in
    signs and emoji beside the words.
    """

    def __init__(self, lexicon: Lexicon, short: Mapping[str, str]) -> None:
        """``short``: more short forms, folded, with what they stand for."""
        self._lexicon = lexicon._replace(short={**short, **lexicon.short})
        self._normal: dict[str, str] = {}

    def of(self, key: str) -> str:
        """The signature of a folded name; "" only where the name has no letter and no digit."""
        return "".join(self.words(key))

    def without_noise(self, key: str) -> str:
        """The signature of the name without "skills" at its end; "" where there is none."""
        words = _words(key)
        end = len(words)
        while end > 1 and words[end - 1] in self._lexicon.noise:
            end -= 1
        return self.of(" ".join(words[:end])) if end < len(words) else ""

    def words(self, key: str) -> list[str]:
        """The signature's words, in its order."""
        words = self._spelled_out(_words(key))
        if "and" not in words:
            return self._phrase(words)
        parts = [self._phrase(part) for part in _split(words, "and")]
        if len(parts) > 1:
            parts.sort()
        joined: list[str] = []
        for part in filter(None, parts):
            joined += ["and", *part] if joined else part
        return joined

    def normal(self, word: str) -> str:
        """The lexicon's normal form of a word, remembered."""
        found = self._normal.get(word)
        if found is None:
            if len(self._normal) >= _REMEMBERED:
                self._normal.clear()
            found = self._normal[word] = self._lexicon.normal(word)
        return found

    def _spelled_out(self, words: list[str]) -> list[str]:
        """The words with letters around "and" in full ("r and d"), and the first one too."""
        lexicon = self._lexicon
        if len(words) > 1 and (full := lexicon.first.get(words[0])):
            words = [full, *words[1:]]
        for at in range(1, len(words) - 1):
            if words[at] == "and" and len(words[at - 1]) == len(words[at + 1]) == 1:
                full = lexicon.short.get(f"{words[at - 1]}&{words[at + 1]}", "")
                if full:
                    return [*words[: at - 1], *full.split(), *words[at + 2 :]]
        return words

    def _phrase(self, words: list[str]) -> list[str]:
        """The words of a phrase without "and", in the order of "Change Management"."""
        lexicon = self._lexicon
        if "of" in words[1:-1] and self._is_activity(words[words.index("of", 1) - 1]):
            words = [word for part in reversed(list(_split(words, "of"))) for word in part]
        if not _ARTICLES.isdisjoint(words[:-1]) and len(words[-1]) > 2:
            words = [word for word in words[:-1] if word not in _ARTICLES] + words[-1:]
        if len(words) > 1 and (moved := self._moved(words)):
            words = moved
        normal = [part for word in words for part in self.normal(word).split()]
        if normal and words[0] not in lexicon.makers:
            last = lexicon.activity.get(words[-1])
            normal[-1] = last or lexicon.activity.get(normal[-1], normal[-1])
        return normal

    def _is_activity(self, word: str) -> bool:
        """Whether "of" after this word says what is done to what: "Management of Change"."""
        normal = self.normal(word)
        return normal.endswith(_OF_ACTIVITIES) or normal in self._lexicon.activity

    def _moved(self, words: list[str]) -> list[str] | None:
        """The words with an activity in front ("Managing Change") moved to the end."""
        first, last = words[0], words[-1]
        if first in self._lexicon.front:
            in_front = words[1] == "in" or (self.normal(last) != last and last.endswith("s"))
            activity = first
        else:
            in_front = first.endswith("ing") and first in self._lexicon.activity
            activity = self._lexicon.activity.get(first, first)
        if not in_front:
            return None
        rest = words[2:] if words[1] in ("in", "with") and len(words) > 2 else words[1:]
        return [*rest, activity]


def _words(key: str) -> list[str]:
    """The words of a folded name: letters, digits and the signs that tell names apart."""
    if key.replace(" ", "").isalnum():
        return key.split()
    words = []
    for word in key.replace(",", " and ").split():
        if _DOTTED.fullmatch(word):
            words.append(word.replace(".", ""))
        else:
            words.append(_bare(word))
    return [word for word in words if word]


def _bare(word: str) -> str:
    """The word without dots inside and signs that say nothing; ".net" and "c++" keep theirs, and
    "1.8" its dot.
    """
    word = f".{_DOT.sub('', word[1:])}" if word[:1] == "." else _DOT.sub("", word)
    kept = "".join(c for c in word if c.isalnum() or c in "+#().&%" or unicodedata.combining(c))
    return kept if any(map(str.isalnum, kept)) else ""


def _split(words: list[str], at: str) -> Iterator[list[str]]:
    part: list[str] = []
    for word in words:
        if word == at:
            yield part
            part = []
        else:
            part.append(word)
    yield part


def foreign(key: str) -> str:
    """The signature of a folded name in French, Spanish, German or Japanese.

    Equal get names that differ in marks ("Gestión", "Gestion"; "Führung", "Fuehrung"), in the
    small words between ("Gestion de projet", "Gestion des projets"), in number and in gender. It
    is for looking names up in a list that holds the right ones, not for comparing any two, and
    differs from every English signature.
    """
    if max(key, default="") >= _FIRST_JAPANESE:
        return f"~{_japanese(key)}"
    words = key.split()
    content = [word for word in words if word not in _FOREIGN_LINKS] or words
    return "~" + "".join(_without_ending(_without_article(_plain(word))) for word in content)


def may_be_foreign(key: str) -> bool:
    """Whether a folded name may be in one of these languages: it has letters or words of theirs,
    or it has several words of which none is left out or cut. English words must not be taken for
    others ("island", "Island").
    """
    if not key.isascii() or foreign_sign(key):
        return True
    words = [word for word in key.split() if word != "and"]
    return len(words) > 1 and not any(
        word in _FOREIGN_LINKS or _ELISION.match(word) for word in words
    )


def _japanese(key: str) -> str:
    """The name without blanks, long vowels at the end of loan words ("マネージャー", "マネージャ")
    and a last word that only says that it can be done ("問題解決力").
    """
    text = "".join(key.split()).replace("マネージメント", "マネジメント")
    for ending in _ABILITIES:
        if len(text) > len(ending) + 1 and text.endswith(ending):
            text = text.removesuffix(ending)
            break
    return _LONG_VOWEL.sub("", text)


def _without_article(word: str) -> str:
    return word[1:] if _ELISION.match(word) else word


def _plain(word: str) -> str:
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
    if not (word.isascii() and word.isalnum()):
        word = "".join(c for c in word if c.isalnum() or c in _KEPT)
    for two, one in _DIGRAPHS:
        word = word.replace(two, one)
    return unicodedata.normalize("NFC", word)


def _without_ending(word: str) -> str:
    """The word without what number and gender add: "Strategien", "Beraterinnen", "gestiones"."""
    for endings in _ENDINGS:
        for ending in endings:
            if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM:
                word = word[: -len(ending)]
                break
    return word
