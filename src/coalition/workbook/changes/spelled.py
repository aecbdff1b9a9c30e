"""How somebody is written in texts: found there, and taken out. Pure.

Texts are compared without case and accents. A name of several words and an address stand for one
person anywhere; a single word ("Mark", "will") does so only where that person took part.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from coalition.model.held import Field
from coalition.people.addresses import profile_key
from coalition.people.names import bare, natural_order
from coalition.people.transliteration import word_forms
from coalition.people.writing import Script, is_east_asian, script

ERASED = "[erased]"
"""What stands where a name was."""

NAMES = (Field.NAME, Field.READING, Field.SORT, Field.ALSO)
ADDRESSES = (Field.EMAIL, Field.PROFILE)

_SHORTEST = 2
_MOST = 500  # names with a word of theirs that are looked for: more would take too long
_BETWEEN = re.compile(r"[\s_.,+-]+")
_APOSTROPHES = "\u2019\u2018\u02bc\u00b4`"
_NO_WORD = re.compile(r"[^\W\d_][\W_]+[^\W\d_]|[^\W\d_]\d\d|\d{4}-\d{4}")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Forms:
    """How one or several people are written, each form as :func:`key` has it.

    called: all names, as a whole. names: those that name one person wherever they stand.
    addresses: folded. words: single words of names.
    """

    called: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.called or self.addresses)


def forms_of(facts: Iterable[tuple[str, str]]) -> Forms:
    """The forms of whom ``facts``, fields and their values, describe."""
    names: set[str] = set()
    addresses: set[str] = set()
    words: set[str] = set()
    for name, value in facts:
        if name in NAMES:
            names |= names_in(value)
            words |= _words(value)
        elif name in ADDRESSES:
            addresses |= addresses_in(value)
    whole = frozenset(filter(_is_whole, names))
    words |= {each for each in names - whole if len(each) > _SHORTEST}
    slugs = {address.rpartition("/")[2] for address in addresses}
    addresses |= slugs & {name.replace(" ", "") for name in whole}
    return Forms(frozenset(names), whole, frozenset(addresses), frozenset(words))


def names_in(name: str) -> set[str]:
    """The keys of a name, with and without its titles, in its orders."""
    plain = bare(name)
    found = {key(each) for each in (name, natural_order(name), plain, natural_order(plain))}
    for each in tuple(found):
        first, _, last = each.rpartition(" ")
        found.add(f"{last} {first}".strip())
    return found - {""}


def addresses_in(address: str) -> set[str]:
    """What an address is written as; of a known network also what names the person in it."""
    found = {folded(address).strip().rstrip("/")}
    known = folded(profile_key(address))
    slug = known.rpartition("/")[2]
    if known:
        found.add(known)
    if _NO_WORD.search(slug):
        found.add(slug)
    return {each for each in found if len(each) > _SHORTEST}


def _words(name: str) -> set[str]:
    """The words of a name that may stand for the person: no initials, no "van" and "de"."""
    found = re.findall(r"[^\W\d_]+", bare(name))
    upper = [word for word in found if not word[0].islower()] or found
    return {
        key(word) for word in upper if len(word) > _SHORTEST or (len(word) > 1 and _is_whole(word))
    }


def _is_whole(name: str) -> bool:
    return " " in name or (len(name) > 1 and is_east_asian(name))


def key(name: str) -> str:
    """``name`` without case and accents, a space for what stands between its words."""
    return " ".join(filter(None, _BETWEEN.split(folded(name))))


def folded(text: str) -> str:
    """``text`` without case, and Latin, Greek and Cyrillic letters without their accents."""
    if text.isascii():
        return text.lower()
    return "".join(map(_plain, unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=1 << 14)
def _plain(letter: str) -> str:
    if letter in _APOSTROPHES:
        return "'"
    if "\u0300" <= letter <= "\u036f":
        return ""
    kind = script(letter)
    if kind is Script.LATIN and letter.isalpha():
        return "".join(word_forms(letter)[:1]) or letter.casefold()
    if kind in (Script.GREEK, Script.CYRILLIC):
        letter = unicodedata.normalize("NFD", letter)[:1]
    return letter.casefold()


@dataclass(slots=True)
class Spelled:
    """Finds the forms of a person in texts.

    shared: forms that somebody else has too: they stay. longer: others' names that have one of
    the forms within: they stay too.
    """

    forms: Forms
    shared: frozenset[str] = frozenset()
    longer: frozenset[str] = frozenset()
    _made: "re.Pattern[str] | None" = field(init=False, default=None)

    @property
    def _pattern(self) -> "re.Pattern[str]":
        if self._made is None:
            self._made = self._compiled()
        return self._made

    def _compiled(self) -> "re.Pattern[str]":
        names = {*self.forms.names, *self.forms.words, *self.shared, *self.longer}
        parts = [_address(each) for each in _longest_first(self.forms.addresses)]
        parts += [_name(each) for each in _longest_first(names)]
        return re.compile("|".join(parts)) if parts else _NEVER

    def anywhere(self) -> "Spelled":
        """What names them wherever it stands: no single words."""
        forms = replace(self.forms, words=frozenset())
        within = Spelled(replace(forms, addresses=frozenset()))
        shared = self.shared - self.forms.words
        return Spelled(forms, shared, frozenset(filter(within.finds, self.longer)))

    def taken(self, names: Iterable[str]) -> frozenset[str]:
        """The single words that people with these names have too."""
        return self.forms.words & {word for name in names for word in key(name).split()}

    def beside(self, taken: frozenset[str]) -> "Spelled":
        """The same where people took part whose words ``taken`` are too."""
        forms = replace(self.forms, words=self.forms.words - taken)
        longer = self.longer if len(self.longer) <= _MOST else self.anywhere().longer
        return Spelled(forms, self.shared - taken, longer)

    def without(self, text: str) -> str:
        """``text`` without the forms; itself where it has none."""
        composed = text if text.isascii() else unicodedata.normalize("NFC", text)
        places = [place for place, gone in self._found(composed) if gone]
        if not places:
            return text
        kept, at = [], 0
        for start, end in places:
            kept += [composed[at:start], ERASED]
            at = end
        return "".join([*kept, composed[at:]])

    def finds(self, text: str) -> bool:
        """Whether any form is in ``text``, be it shared or part of another's name."""
        return self._pattern.search(folded(text)) is not None

    def is_shared(self, text: str) -> bool:
        """Whether a form that somebody else has too is in ``text``."""
        return bool(self.shared) and any(
            key(found[0]) in self.shared for found in self._pattern.finditer(folded(text))
        )

    def _found(self, text: str) -> Iterator[tuple[tuple[int, int], bool]]:
        """Where in ``text`` forms are, and whether they go."""
        places: list[int] | None = None
        for found in self._pattern.finditer(folded(text)):
            name = key(found[0])
            start, end = found.span()
            if not text.isascii():
                places = places or _places(text)
                start, end = places[start], places[end]
            yield (start, end), name not in self.shared and name not in self.longer


def _places(text: str) -> list[int]:
    """For each letter of ``folded(text)``, and its end, where in ``text`` it is from."""
    found = [at for at, letter in enumerate(text) for _ in _plain(letter)]
    return [*found, len(text)]


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(forms, key=lambda form: (-len(form), form))


def _name(form: str) -> str:
    inner = r"[\s_.,+-]+".join(map(re.escape, form.split()))
    return rf"(?<![^\W_]){inner}(?![^\W_])"


def _address(form: str) -> str:
    before = r"(?<![\w.+-])" if "@" in form else r"(?<!\w)"
    return rf"{before}{re.escape(form)}(?![\w-])"
