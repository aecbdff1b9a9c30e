"""How two people's names are alike, in every script and order."""

from collections.abc import Iterable
from enum import IntEnum
from itertools import accumulate

from coalition.people.identity import Marks, pairs
from coalition.people.nicknames import may_be_one
from coalition.people.titles import GENERATIONS
from coalition.people.transliteration import skeleton_word
from coalition.people.writing import Script

_MOST_TURNS = 8
"""Words of a name that it may begin with."""


class Alike(IntEnum):
    """How two people's names are alike."""

    NO = 0
    SHORTENED = 1
    SKELETON = 2
    LATIN = 3
    EXACT = 4


def how_alike(one: Marks, other: Marks) -> Alike:
    """The strongest way in which a name of one is like a name of the other."""
    if _meet(one.names, other.names):
        return Alike.EXACT
    han = _both_have(one, other, Script.HAN)
    if _one_in_latin(one, other):
        # Letters of one script that differ are two names, however alike they sound: Жук and Зук.
        if not (set(one.scripts) & set(other.scripts) - {Script.LATIN}):
            return Alike.LATIN
        return Alike.SKELETON if not han or (one.told and other.told) else Alike.NO
    if han:
        return Alike.NO
    if _meet(one.skeletons, other.skeletons) and not _other_endings(one, other):
        return Alike.SKELETON
    return Alike.SHORTENED if _one_is_short(one, other) else Alike.NO


def _both_have(one: Marks, other: Marks, kind: Script) -> bool:
    return kind in one.scripts and kind in other.scripts


def _one_is_short(one: Marks, other: Marks) -> bool:
    """Whether they share a family name, and one's given name may be short for the other's."""
    theirs = pairs(other)
    return any(
        family == also and len(family) > 1 and not (amid and middle) and may_be_one(given, called)
        for family, given, amid in pairs(one)
        for also, called, middle in theirs
    ) and not _two_generations(one, other)


def _other_endings(one: Marks, other: Marks) -> bool:
    """Whether two names in Latin letters end otherwise: Mario, Maria; Daniel, Daniela."""
    if {*one.scripts, *other.scripts} != {Script.LATIN}:
        return False
    theirs = set(map(_endings, other.forms))
    return theirs.isdisjoint(map(_endings, one.forms))


def _endings(form: str) -> str:
    """The vowels that the words of ``form`` end with; an e is not heard."""
    ends = (word.rstrip("h")[-1:] for word in form.split())
    return "".join(sorted(end.replace("y", "i") for end in ends if end in set("aiouy")))


def _one_in_latin(one: Marks, other: Marks) -> bool:
    """Whether a form of both is one name in any order, some of its words written as one.

    "Mei Ling Tsai" is "Tsai Meiling"; "Ana Li" is not "Lia Na", although the letters are.
    """
    ours, theirs = _turns(one.forms), _turns(other.forms)
    return any(
        mine <= yours or yours <= mine
        for letters in ours.keys() & theirs.keys()
        for mine in ours[letters]
        for yours in theirs[letters]
    )


def _turns(forms: Iterable[str]) -> dict[str, list[frozenset[int]]]:
    """Each form beginning at each of its words: its letters, and where words end in them."""
    found: dict[str, list[frozenset[int]]] = {}
    for form in forms:
        words = form.split()
        for start in range(min(len(words), _MOST_TURNS)):
            turned = words[start:] + words[:start]
            ends = frozenset(accumulate(map(len, turned[:-1])))
            found.setdefault("".join(turned), []).append(ends)
    return found


def _meet(one: Iterable[str], other: Iterable[str]) -> bool:
    return not set(one).isdisjoint(other)


def _two_generations(one: Marks, other: Marks) -> bool:
    """Whether one is called junior and the other senior."""
    ours, theirs = (
        {word for name in known.names for word in name.split()} & GENERATIONS
        for known in (one, other)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def two_names(one: Marks, other: Marks) -> str:
    """A sentence's end if their names have nothing in common, or ""; they may not be comparable."""
    if not one.forms or not other.forms:
        return ""
    if not ((one.told and other.told) or _both_have(one, other, Script.HAN)):
        return ""
    if how_alike(one, other) is not Alike.NO:
        return ""
    ours = {word for form in one.forms for word in form.split()}
    theirs = {word for form in other.forms for word in form.split()}
    if _meet(ours, theirs) or _meet(_cores(ours), _cores(theirs)):
        return ""
    if any(may_be_one(given, called) for given in ours for called in theirs):
        return ""
    return "different names"


def _cores(words: Iterable[str]) -> set[str]:
    """The skeletons of words that say something."""
    return {core for core in map(skeleton_word, words) if len(core) > 1}
