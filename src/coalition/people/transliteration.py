"""Names of any script in Latin letters, for searching and comparing.

Strong forms are those that somebody writing the name by a rule would write, so one may be
compared with a name in Latin letters. The skeleton is weak: what is left where vowels and the
ways to write a consonant do not count.

What has no table of its own here is written by anyascii (ISC licence).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import repeat

from anyascii import anyascii

from coalition.people.cyrillic import cyrillic_forms
from coalition.people.east_asian import han_forms, hangul_forms
from coalition.people.indic import indic_forms
from coalition.people.kana import kana_forms
from coalition.people.names import name_words, natural_order, taken_apart
from coalition.people.semitic import semitic_forms
from coalition.people.writing import Script, composed, runs, scripts

MOST_FORMS = 24
"""More forms of one name are not kept."""

_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"}
)
_WITH_E = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_HAS_E = re.compile("[äöüåø]")
_STOPS = re.compile("[.・･·]+")
_NOT_LATIN = re.compile("[^a-z0-9 ]+")

_VOICED = r"([αεη])υ(?=[βγδζλμνραεηιουω])"
_GREEK = (
    (("γγ", "ng"), ("γξ", "nx"), ("γχ", "nch"), ("ου", "ou"), (_VOICED, r"\1v"),
     (r"([αεη])υ", r"\1f"), (r"\bμπ", "b"), ("υ", "y"), ("χ", "ch"), ("η", "i")),
    (("γγ", "ng"), ("γκ", "g"), ("ου", "ou"), (_VOICED, r"\1v"), (r"([αεη])υ", r"\1f"),
     (r"\bμπ", "b"), (r"\bντ", "d"), ("υ", "i"), ("χ", "h"), ("η", "i")),
)  # fmt: skip
"""Greek by ELOT 743, and as it is said."""


def latin_forms(name: str, readings: Iterable[str] = ()) -> tuple[str, ...]:
    """The strong forms of ``name`` in lower-case ASCII letters, words apart, the usual one first.

    readings: how the name is said, where the source tells (kana, a romanisation). A name in
    Chinese characters is read by pinyin only where no reading is given: it may be Japanese.
    """
    readings = tuple(readings)
    told = [form for reading in readings for form in _forms(reading)]
    own = () if told and Script.HAN in scripts(name) else _forms(name)
    return tuple(dict.fromkeys([*own, *told]))[:MOST_FORMS]


@lru_cache(maxsize=1 << 12)
def _forms(name: str) -> tuple[str, ...]:
    text = _STOPS.sub(" ", natural_order(taken_apart(name).text))
    if text.isascii():
        return tuple(filter(None, [_joined(text)]))
    whole = len(text.split()) == 1
    words = [_word_forms(word, whole) for word in text.split()]
    most = max(map(len, words), default=0)
    rows = [(*forms, *repeat(forms[0], most - len(forms))) for forms in words if forms]
    return tuple(filter(None, dict.fromkeys(map(" ".join, zip(*rows, strict=True)))))


def word_forms(word: str) -> tuple[str, ...]:
    """One word in lower-case ASCII letters, each form once; () where it has no letter or digit."""
    if word.isascii():
        return tuple(filter(None, [_joined(word.lower())]))
    return tuple(dict.fromkeys(_word_forms(word, whole=False)))


@lru_cache(maxsize=1 << 14)
def _word_forms(word: str, whole: bool) -> tuple[str, ...]:
    """Forms of a word by the systems of its writing, in the systems' order.

    whole: whether it is all there is of a name, so that a family name may be part of it.
    """
    pieces = [_piece_forms(kind, part, whole) for kind, part in runs(_prepared(word))]
    most = min(max(map(len, pieces), default=0), MOST_FORMS)
    forms = ("".join(piece[at % len(piece)] for piece in pieces) for at in range(most))
    return tuple(filter(None, map(_joined, forms)))


def _piece_forms(kind: Script, part: str, whole: bool) -> tuple[str, ...]:
    if kind == Script.HAN:
        return han_forms(part, whole)
    return hangul_forms(part, whole) if kind == Script.HANGUL else _TABLES.get(kind, _other)(part)


def _prepared(word: str) -> str:
    """``word`` folded, a hyphen or an apostrophe in it gone, marks that stand alone kept."""
    return "".join(name_words(word)) if not word.isascii() else word.lower()


def _latin(word: str) -> tuple[str, ...]:
    plain = _ascii(word)
    return (plain, _ascii(word.translate(_WITH_E))) if _HAS_E.search(word) else (plain,)


def _ascii(text: str) -> str:
    """Latin letters without their marks, and what anyascii makes of all others."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare if bare.isascii() else anyascii(bare).lower()


def _greek(word: str) -> tuple[str, ...]:
    plain = "".join(
        part for part in unicodedata.normalize("NFD", word) if not unicodedata.combining(part)
    )
    forms = []
    for system in _GREEK:
        form = plain
        for greek, latin in system:
            form = re.sub(greek, latin, form)
        forms.append(anyascii(form).lower())
    return tuple(forms)


def _other(word: str) -> tuple[str, ...]:
    return (anyascii(word).lower(),)


_TABLES: dict[Script, Callable[[str], tuple[str, ...]]] = {
    Script.LATIN: _latin,
    Script.GREEK: _greek,
    Script.CYRILLIC: cyrillic_forms,
    Script.ARABIC: semitic_forms,
    Script.HEBREW: semitic_forms,
    Script.INDIC: indic_forms,
    Script.KANA: kana_forms,
}


def _joined(text: str) -> str:
    """Lower-case letters and digits; words apart, hyphens and apostrophes within one gone."""
    if text.isalnum() and text.isascii():
        return text.lower()
    return " ".join(_NOT_LATIN.sub("", text.lower()).split())


_INITIAL = re.compile("^(?:[aeiou]|[jy](?=[aeiou]))+")
_TWICE = re.compile(r"(.)\1+")
_SIBILANTS = re.compile(
    "schtsch|shch|chtch|tsch|sch|tch|sh|zh|ts|tz|cz|sz|ch|sc(?=[eiy])|c(?=[eiy])|z"
)
_SOUNDS = (
    (re.compile("kh"), "h"),
    (re.compile("ph"), "f"),
    (re.compile("ck|q|c"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("w(?=[aeiouy])"), "v"),
)
_UNSAID = re.compile("[aeiouyjw]|(?<=.)h")


@lru_cache(maxsize=1 << 15)
def skeleton_word(word: str) -> str:
    """The skeleton of one word in lower-case ASCII letters; "*" stands for a vowel that begins."""
    rest = _INITIAL.sub("*", _TWICE.sub(r"\1", word))
    rest = _SIBILANTS.sub("s", rest)
    for pattern, sound in _SOUNDS:
        rest = pattern.sub(sound, rest)
    return _UNSAID.sub("", rest)


def skeleton(text: str) -> str:
    """What is left of ``text`` in Latin letters without vowels and finer differences.

    "Noor al-Mithali" and "نور المثالي" have one, so have Yulia, Julia and Юлия. The words stay in
    their order. Weak: it only says that two names
    may be one.
    """
    first = _forms(text)[:1] if not text.isascii() else (_joined(composed(text)),)
    return " ".join(filter(None, map(skeleton_word, "".join(first).split())))
