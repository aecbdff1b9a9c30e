"""Whether two descriptions are of one person: yes, perhaps (to be asked), no.

In this order: the address of a profile, an e-mail address, the number at one employer, the name
together with the firm. What contradicts (two profiles at one network, two numbers at one firm, two
addresses at one domain) is stronger than a name: two people of one name and firm stay two.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TypeVar

from coalition.people.addresses import firm_domain, network
from coalition.people.identity import Identity, Marks, marks
from coalition.people.likeness import Alike, how_alike, two_names

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
    how = how_alike(one, other)
    if how is Alike.NO:
        return Verdict(Sameness.OTHER, "different names")
    if numbers:
        names = "one name" if how in (Alike.EXACT, Alike.LATIN) else "alike names"
        return Verdict(Sameness.OTHER, f"{names}, but {numbers}", Ground.LIKE_NAME)
    firm = _firm(one, other)
    if how in (Alike.EXACT, Alike.LATIN):
        return _by_name(one, other, how, firm)
    against = _two_profiles(one, other) or _two_addresses(one, other)
    if firm is not _Firm.SAME or against:
        return Verdict(Sameness.OTHER, "different names", Ground.LIKE_NAME)
    told = "one may be short for the other" if how is Alike.SHORTENED else "spelled differently"
    return Verdict(Sameness.UNSURE, f"alike names ({told}) and one firm", Ground.LIKE_NAME)


def _by_identifier(one: Marks, other: Marks, numbers: str) -> Verdict | None:
    """What a shared profile, e-mail address or number tells, None where none is shared."""
    profile = _common(one.profiles, other.profiles)
    if profile:
        return _sure(f"the same profile address {profile}", Ground.PROFILE, numbers)
    email = _common(one.emails, other.emails)
    if email:
        against = numbers or _two_profiles(one, other) or two_names(one, other)
        return _sure(f"the same e-mail address {email}", Ground.EMAIL, against)
    employee = _common(one.employees, other.employees)
    if employee:
        against = _two_profiles(one, other) or _two_addresses(one, other) or two_names(one, other)
        reason = f"the same employee number {employee[0]} at one firm"
        return _sure(reason, Ground.EMPLOYEE, against)
    return None


def _sure(reason: str, ground: Ground, against: str) -> Verdict:
    if against:
        return Verdict(Sameness.UNSURE, f"{reason}, but {against}", ground)
    return Verdict(Sameness.SAME, reason, ground)


def _by_name(one: Marks, other: Marks, alike: Alike, firm: _Firm) -> Verdict:
    """What one name tells, by what is known of the firms."""
    name = "one name" if alike is Alike.EXACT else "one name in Latin letters"
    if firm is _Firm.DIFFERENT:
        return Verdict(Sameness.OTHER, f"{name}, but different firms", Ground.NAME)
    against = _two_profiles(one, other) or _two_addresses(one, other, firm is _Firm.SAME)
    if firm is _Firm.SAME:
        if not (one.full and other.full):
            against = against or "it is no full name"
        return _sure(f"{name} and firm", Ground.NAME, against)
    if against:
        return Verdict(Sameness.OTHER, f"{name}, but {against}", Ground.NAME)
    return Verdict(Sameness.UNSURE, f"{name}, but {_unclear(one, other, firm)}", Ground.NAME)


def _unclear(one: Marks, other: Marks, firm: _Firm) -> str:
    """A sentence's end: why the firms do not tell."""
    if firm is _Firm.BEFORE:
        return "the firm in common is a former one"
    if one.firms and other.firms:
        return "the firms may be one or two"
    return "no firm to compare"


def _common(one: Iterable[_Key], other: Iterable[_Key]) -> _Key | None:
    """What both have, the first in order so that the sides may be exchanged."""
    return min(set(one) & set(other), default=None)


def _meet(one: Iterable[str], other: Iterable[str]) -> bool:
    return not set(one).isdisjoint(other)


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
    for firm in ours.keys() & theirs.keys():
        if not ours[firm] & theirs[firm] and _one_series(ours[firm], theirs[firm]):
            return "two employee numbers at one firm"
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
