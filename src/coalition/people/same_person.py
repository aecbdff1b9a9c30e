"""Whether two descriptions are of one person: yes, perhaps (to be asked), no.

In this order: the address of a profile, an e-mail address, the number at one employer, the name
together with the firm. What contradicts (two profiles at one network, two numbers at one firm, two
addresses at one domain) is stronger than a name: two people of one name and firm stay two.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import accumulate
from typing import TypeVar

from coalition.people.addresses import firm_domain, network
from coalition.people.identity import Identity, Marks, marks, pairs
from coalition.people.nicknames import may_be_one
from coalition.people.titles import GENERATIONS
from coalition.people.transliteration import skeleton_word

_MOST_TURNS = 8
"""Words of a name that it may begin with."""

_LEAST_OF_A_FIRM = 3
"""Letters of a firm's name that may be short for a longer one."""

_Key = TypeVar("_Key", str, tuple[str, str])


class Sameness(StrEnum):
    """What was judged of two descriptions."""

    SAME = "same"
    UNSURE = "unsure"  # a person has to say
    OTHER = "other"


class Ground(IntEnum):
    """What a judgement rests on, the strongest last."""

    NOTHING = 0
    LIKE_NAME = 1  # a shortened name, one without its vowels
    NAME = 2
    EMPLOYEE = 3
    EMAIL = 4
    PROFILE = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement and why: ``reason`` is half a sentence for the user."""

    sameness: Sameness
    reason: str
    ground: Ground = Ground.NOTHING


class _Alike(IntEnum):
    """How two people's names are alike."""

    NO = 0
    SHORTENED = 1
    SKELETON = 2
    LATIN = 3
    EXACT = 4


class _Firm(IntEnum):
    """How two people's firms are."""

    UNKNOWN = 0
    DIFFERENT = 1
    BEFORE = 2
    SAME = 3


def judge(one: Identity, other: Identity) -> Verdict:
    """Whether ``one`` and ``other`` are one person. The same whichever is named first.

    That they come from two rows of one file, and so are two people, is for the caller to know.
    """
    return judge_marks(marks(one), marks(other))


def judge_marks(one: Marks, other: Marks) -> Verdict:
    """:func:`judge` for identities that were made ready."""
    numbers = _two_numbers(one, other)
    found = _by_identifier(one, other, numbers)
    if found is not None:
        return found
    alike = _alike(one, other)
    if alike is _Alike.NO:
        return Verdict(Sameness.OTHER, "different names")
    if numbers:
        return Verdict(Sameness.OTHER, f"alike names, but {numbers}", Ground.LIKE_NAME)
    firm = _firm(one, other)
    if alike in (_Alike.EXACT, _Alike.LATIN):
        return _by_name(one, other, alike, firm)
    against = _two_profiles(one, other) or _two_addresses(one, other)
    if firm is not _Firm.SAME or against:
        return Verdict(Sameness.OTHER, "different names", Ground.LIKE_NAME)
    how = "one may be short for the other" if alike is _Alike.SHORTENED else "spelled differently"
    return Verdict(Sameness.UNSURE, f"alike names ({how}) and one firm", Ground.LIKE_NAME)


def _by_identifier(one: Marks, other: Marks, numbers: str) -> Verdict | None:
    """What a shared profile, e-mail address or number tells, None where none is shared."""
    profile = _common(one.profiles, other.profiles)
    if profile:
        return _sure(f"the same profile address {profile}", Ground.PROFILE, numbers)
    email = _common(one.emails, other.emails)
    if email:
        against = numbers or _two_profiles(one, other) or _two_names(one, other)
        return _sure(f"the same e-mail address {email}", Ground.EMAIL, against)
    employee = _common(one.employees, other.employees)
    if employee:
        against = _two_profiles(one, other) or _two_addresses(one, other) or _two_names(one, other)
        number, firm = employee
        return _sure(f"the same employee number {number} at {firm}", Ground.EMPLOYEE, against)
    return None


def _sure(reason: str, ground: Ground, against: str) -> Verdict:
    if against:
        return Verdict(Sameness.UNSURE, f"{reason}, but {against}", ground)
    return Verdict(Sameness.SAME, reason, ground)


def _by_name(one: Marks, other: Marks, alike: _Alike, firm: _Firm) -> Verdict:
    """What one name tells, by what is known of the firms."""
    name = "one name" if alike is _Alike.EXACT else "one name in Latin letters"
    if firm is _Firm.DIFFERENT:
        return Verdict(Sameness.OTHER, f"{name}, but different firms", Ground.NAME)
    against = _two_profiles(one, other) or _two_addresses(one, other, firm is _Firm.SAME)
    if firm is _Firm.SAME:
        if not (one.full and other.full):
            against = against or "it is no full name"
        return _sure(f"{name} and firm", Ground.NAME, against)
    if against:
        return Verdict(Sameness.OTHER, f"{name}, but {against}", Ground.NAME)
    where = "one was there before" if firm is _Firm.BEFORE else "the firms cannot be compared"
    return Verdict(Sameness.UNSURE, f"{name}, but {where}", Ground.NAME)


def _common(one: Iterable[_Key], other: Iterable[_Key]) -> _Key | None:
    """What both have, the first in order so that the sides may be exchanged."""
    return min(set(one) & set(other), default=None)


def _alike(one: Marks, other: Marks) -> _Alike:
    if _meet(one.names, other.names):
        return _Alike.EXACT
    if _one_in_latin(one, other):
        # Characters that differ are two names, however alike they sound.
        return _Alike.SKELETON if one.han and other.han else _Alike.LATIN
    if _meet(one.skeletons, other.skeletons):
        return _Alike.SKELETON
    theirs = pairs(other)
    shortened = any(
        family == also and len(family) > 1 and may_be_one(given, called)
        for family, given in pairs(one)
        for also, called in theirs
    )
    if not shortened or _two_generations(one, other):
        return _Alike.NO
    return _Alike.SHORTENED


def _meet(one: Iterable[object], other: Iterable[object]) -> bool:
    return not set(one).isdisjoint(other)


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


def _turns(forms: tuple[str, ...]) -> dict[str, list[frozenset[int]]]:
    """Each form beginning at each of its words: its letters, and where words end in them."""
    found: dict[str, list[frozenset[int]]] = {}
    for form in forms:
        words = form.split()
        for start in range(min(len(words), _MOST_TURNS)):
            turned = words[start:] + words[:start]
            ends = frozenset(accumulate(map(len, turned[:-1])))
            found.setdefault("".join(turned), []).append(ends)
    return found


def _two_generations(one: Marks, other: Marks) -> bool:
    """Whether one is called junior and the other senior."""
    ours, theirs = (
        {word for name in known.names for word in name.split()} & GENERATIONS
        for known in (one, other)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _firm(one: Marks, other: Marks) -> _Firm:
    if _meet(one.firms, other.firms):
        return _Firm.SAME
    ours = [firm for firm in one.firms if firm[0] != "@"]
    theirs = [firm for firm in other.firms if firm[0] != "@"]
    if _meet((*ours, *one.past), (*theirs, *other.past)):
        return _Firm.BEFORE
    if one.written != other.written:  # a firm's name may be translated
        return _Firm.UNKNOWN
    if ours and theirs and not any(_may_be_one_firm(a, b) for a in ours for b in theirs):
        return _Firm.DIFFERENT
    return _Firm.UNKNOWN


def _may_be_one_firm(one: str, other: str) -> bool:
    """Whether one name of a firm may be a longer form of the other."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _LEAST_OF_A_FIRM and longer.startswith(shorter)


def _two_numbers(one: Marks, other: Marks) -> str:
    """A sentence's end if one firm has given them two numbers, or ""."""
    ours, theirs = _by_firm(one), _by_firm(other)
    for firm in sorted(ours.keys() & theirs.keys()):
        if not ours[firm] & theirs[firm] and _one_series(ours[firm], theirs[firm]):
            return f"two employee numbers at {firm}"
    return ""


def _by_firm(known: Marks) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for number, firm in known.employees:
        found.setdefault(firm, set()).add(number)
    return found


def _one_series(ours: set[str], theirs: set[str]) -> bool:
    """Whether numbers are of one kind: a chat's account says nothing about a payroll's number."""
    return bool({_kind(number) for number in ours} & {_kind(number) for number in theirs} - {""})


def _kind(number: str) -> str:
    if number.isdigit():
        return "number"
    digits = any(map(str.isdigit, number))
    return f"{number[0]}{len(number)}" if digits else ""


def _two_profiles(one: Marks, other: Marks) -> str:
    """A sentence's end if they have different profiles at one network, or ""."""
    if not one.profiles or not other.profiles:
        return ""
    return _differ("different profiles at", one.profiles, other.profiles, network)


def _two_addresses(one: Marks, other: Marks, anybodys: bool = True) -> str:
    """A sentence's end if they have different addresses at one domain, or "".

    anybodys: whether that is also said of a domain where one person may have several.
    """
    if not one.emails or not other.emails:
        return ""
    return _differ(
        "different e-mail addresses at",
        one.emails,
        other.emails,
        lambda address: address.rpartition("@")[2] if anybodys else firm_domain(address),
    )


def _differ(
    what: str, one: Iterable[str], other: Iterable[str], place: Callable[[str], str]
) -> str:
    """``what`` and the first place where both have something, and nothing in common."""
    ours, theirs = set(one), set(other)
    places = {place(key) for key in ours} & {place(key) for key in theirs} - {""}
    shared = {place(key) for key in ours & theirs}
    return f"{what} {min(places - shared)}" if places - shared else ""


def _two_names(one: Marks, other: Marks) -> str:
    """A sentence's end if their names have nothing in common, or ""; they may not be comparable."""
    if not one.forms or not other.forms or (one.han != other.han and not (one.read and other.read)):
        return ""
    if _alike(one, other) is not _Alike.NO:
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
