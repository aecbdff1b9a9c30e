"""Names of people: what is written around one taken off, one key for all its spellings.

What is exact here stays exact: accents tell names apart in a key ("Jörg", "Jorg"). That both may
be the same name in Latin letters is told by :mod:`coalition.people.transliteration`.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from coalition.people.han_variants import TO_ONE
from coalition.people.titles import (
    EAST_ASIAN_AFTER,
    GENERATIONS,
    HONORIFICS,
    HONORIFICS_AFTER,
    is_credential,
    is_remark,
    looks_like_letters,
    maiden_name,
)
from coalition.people.word_set import word_set
from coalition.people.writing import Script, composed, is_east_asian, letters_and_spaces, scripts

LONGEST = 200
"""Characters of a name that are looked at; what follows is no name."""

_BRACKETS = re.compile(r"[(\[{（［【「<]([^()\[\]{}（）［］【】「」<>]*)[)\]}）］】」>]")
_QUOTED = re.compile(r"[\"“”„‟«»＂]([^\"“”„‟«»＂]*)[\"“”„‟«»＂]|(?<!\S)['‘‚]([^'‘’‚]+)['’](?!\S)")
_AFTER_BAR = re.compile(r"\s*[|•｜‖].*", re.DOTALL)
_COMMA = re.compile(r"\s*[,،，;]\s*")
_APOSTROPHES = re.compile("['`´‘’‚‛′ʹʻʼʽˈ＇ـ]")  # with the tatweel, which is only drawn
_JOINERS = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), None)
_UNSEEN = frozenset({"So", "Sk", "Cs", "Co", "Cn", "Cc", "Cf"})
_KEPT_SIGNS = frozenset("`´'\u200c\u200d\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85")

_TO_TASTE = str.maketrans("ёأإآٱىیےكۀةە", "еاااايييکههه") | {
    code: code + 0x60 for code in range(0x3041, 0x3097)
}

_PARTICLES = word_set(
    "van von vom zu zum zur de der den del della di da das do dos du des le la las los el al bin"
    " ibn ben bint ter ten te 't af av zu d' mac mc ó o' ní nic ua st st. san santa"
)
_FAMILY_FIRST = word_set(  # Vietnamese family names: who has one puts it first
    "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương"
)
_PATRONYMIC = re.compile(r"(?:ович|евич|ич|овна|евна|ична|инична)$")


@dataclass(frozen=True, slots=True)
class BareName:
    """A name without what is written around it.

    text: the name, in the order it was written in.
    also: what it says they are also called: a nickname, a maiden name, another script's form.
    """

    text: str
    also: tuple[str, ...] = ()


def bare(name: str) -> str:
    """``name`` without credentials, pronouns, honorifics, a status, emoji or a nickname.

    "Dr. Ingrid Halvorsdatter, PhD (She/Her)" is "Ingrid Halvorsdatter". Where nothing would be
    left the name stays as it is.
    """
    return taken_apart(name).text


@lru_cache(maxsize=1 << 12)
def taken_apart(name: str) -> BareName:
    """``name`` and the other names found in it; see :func:`bare`."""
    text = name[:LONGEST] if name.isascii() else unicodedata.normalize("NFC", name[:LONGEST])
    if text.isascii() and " -" not in text and text.replace(" ", "").replace("-", "").isalpha():
        return BareName(_without_titles(text))
    text = _without_remark(_AFTER_BAR.sub("", _seen(text)).strip() or text)
    also: list[str] = []
    maiden: list[str] = []
    text = _without_asides(text, also, maiden)
    parts = [part for part in _COMMA.split(text) if part]
    kept = _without_credentials(parts)
    text = ", ".join(_without_titles(part) for part in kept) or " ".join(name.split())
    given = natural_order(text).split()[:-1]
    also += [" ".join([*given, family]) for family in maiden]
    return BareName(text, tuple(dict.fromkeys(also)))


def natural_order(name: str) -> str:
    """``name`` as it is said: "Finch-Okonjo, Bartholomew" is "Bartholomew Finch-Okonjo".

    East Asian names are said with the family first, so only their comma goes.
    """
    parts = [part for part in _COMMA.split(name) if part]
    if len(parts) < 2:
        return " ".join(name.split())
    if is_east_asian(name):
        return " ".join(parts)
    last = [part for part in parts[1:] if part.replace(".", "").casefold() in GENERATIONS]
    given = [part for part in parts[1:] if part not in last]
    return " ".join([*given, parts[0], *last])


def name_words(name: str) -> tuple[str, ...]:
    """The words of ``name``, folded: case, composition, apostrophes and hyphens make none."""
    if name.isascii() and name.replace(" ", "").isalpha():
        return tuple(name.lower().split())
    text = _APOSTROPHES.sub("", composed(name.translate(_JOINERS)))
    return tuple(letters_and_spaces(_without_vowel_signs(text)).split())


def name_key(name: str) -> str:
    """One key for a name in any order, case, composition, spacing and with any hyphen.

    East Asian names have one key with and without a space, in both orders (of all turns of their
    characters the least one), in traditional, simplified and Japanese characters. ""
    for what has no letters. A key is for comparing, never shown.
    """
    words = name_words(taken_apart(name).text)
    if not name.isascii():
        words = tuple(map(one_spelling, words))
    if len(words) == 1 and words[0].isascii():
        return words[0] if not words[0].isdigit() else ""
    joined = "".join(words)
    if not any(map(str.isalpha, joined)):
        return ""
    if not joined.isascii() and is_east_asian(joined):
        text = joined if len(words) < 3 else "".join(sorted(words))
        return least_turn(text.translate(TO_ONE))
    return " ".join(sorted(words))


def one_spelling(word: str) -> str:
    """``word`` without what one writing leaves to taste: ё or е, the kana, the alef's hamza."""
    return word.translate(_TO_TASTE)


def least_turn(text: str) -> str:
    """Of all rotations of ``text`` the first in order: one for "ab" + "cd" and "cd" + "ab"."""
    return min((text[start:] + text[:start] for start in range(len(text))), default="")


def sort_form(name: str, given: str = "") -> str:
    """What ``name`` is filed by in a list: the family name first, where that is known.

    given: how the source files or reads it (a sort form, kana), which wins.
    """
    if given.strip():
        return " ".join(given.split())
    text = bare(name)
    if _COMMA.search(text):
        return ", ".join(part for part in _COMMA.split(text) if part)
    words = text.split()
    if len(words) < 2 or not scripts(text) <= {Script.LATIN, Script.CYRILLIC, Script.GREEK}:
        return " ".join(words)
    if words[0].casefold() in _FAMILY_FIRST or _PATRONYMIC.search(words[-1].casefold()):
        return " ".join(words)
    first = len(words) - 1
    if words[first].replace(".", "").casefold() in GENERATIONS and first > 1:
        first -= 1
    while first > 1 and words[first - 1].casefold() in _PARTICLES:
        first -= 1
    return f"{' '.join(words[first:])}, {' '.join(words[:first])}"


def _seen(text: str) -> str:
    """``text`` without emoji, signs and what cannot be seen."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character
        for character in text
        if character.isalnum()
        or character in _KEPT_SIGNS
        or (unicodedata.category(character) not in _UNSEEN and character not in "\ufe0e\ufe0f")
    )


def _without_remark(text: str) -> str:
    """``text`` without what a dash sets apart, where that is a status: "Ada T. - on leave"."""
    before, dash, after = text.rpartition(" - ") if " - " in text else text.rpartition(" – ")
    return before if dash and before.strip() and is_remark(after) else text


def _without_asides(text: str, also: list[str], maiden: list[str]) -> str:
    """``text`` without what stands in brackets or quotes; the names among it go to the lists."""

    def quoted(found: re.Match[str]) -> str:
        inside = (found[1] or found[2] or "").strip()
        if inside:
            also.append(inside)
        return " "

    def bracketed(found: re.Match[str]) -> str:
        inside = found[1].strip()
        if family := maiden_name(inside):
            maiden.append(family)
        elif inside and not is_remark(inside) and _is_name(inside, text, found.end()):
            also.append(inside)
        return " "

    rest = " ".join(_BRACKETS.sub(bracketed, _QUOTED.sub(quoted, text)).split())
    if any(map(str.isalpha, rest)):
        return rest
    also.clear()
    return " ".join(re.sub(r"[()\[\]{}（）［］【】「」<>\"“”„«»]", " ", text).split())


def _is_name(inside: str, text: str, end: int) -> bool:
    """Whether what stands in brackets is a name: another script, or one word amid a name."""
    outside = scripts(text.replace(inside, ""))
    if not scripts(inside) & outside:
        return any(map(str.isalpha, inside))
    amid = any(map(str.isalpha, text[end:]))
    return amid and " " not in inside and inside[:1].isupper()


def _without_credentials(parts: list[str]) -> list[str]:
    """The parts between commas that are of the name."""
    kept = parts[:1]
    full = len(parts[0].split()) > 1 and not parts[0].isupper() if parts else False
    for part in parts[1:]:
        if is_credential(part, alone=True) and not _is_generation(part):
            continue
        if full and looks_like_letters(part):
            continue
        kept.append(part)
    return kept


def _is_generation(words: str) -> bool:
    return words.replace(".", "").casefold() in GENERATIONS


def _without_titles(text: str) -> str:
    """``text`` without honorifics before it and credentials after it; one word is always left."""
    words = text.split()
    while len(words) > 1 and words[0].casefold() in HONORIFICS:
        del words[0]
    while len(words) > 2 and is_credential(words[-1], alone=False):
        del words[-1]
    while len(words) > 1 and words[-1].casefold() in HONORIFICS_AFTER:
        del words[-1]
    rest = " ".join(words)
    if not rest.isascii():
        for after in EAST_ASIAN_AFTER:
            if rest.endswith(after) and len(rest) - len(after) > 1 and is_east_asian(rest):
                return rest[: -len(after)].rstrip()
    return rest


def _without_vowel_signs(text: str) -> str:
    """Arabic and Hebrew vowel points are seldom written; other scripts' marks are letters."""
    if text.isascii() or not any("\u0590" <= character < "\u0780" for character in text):
        return text
    return "".join(
        character
        for character in text
        if not ("\u0590" <= character < "\u0780" and unicodedata.combining(character))
    )
