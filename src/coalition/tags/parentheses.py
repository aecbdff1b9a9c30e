"""What the parentheses of "X (Y)" say: an acronym, the name in another language, or a qualifier."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from coalition.tags.acronym import is_acronym_of
from coalition.tags.folding import fold
from coalition.tags.language import foreign_sign, script_sign
from coalition.tags.word_set import word_set

_FORM = re.compile(r"\s*([^()（）]*[^()（）\s])\s*[(（]\s*([^()（）]*[^()（）\s])\s*[)）]\s*")

_LONGEST = 200
"""Characters of a name of this form; what is longer is a text."""

# What English names of skills end in. A part without any of these is no name to trust: it may be
# a product ("プログラミング (Python)"), a level ("Deutsch (B2)") or a manner ("written").
_NAME_ENDINGS = re.compile(
    r"\w{2,}(?:ing|ment|tion|sion|ship|ance|ence|ency|ics|ity|ology|ography|istry|ysis|ism|"
    r"ture|ness|keeping|nomy|sophy)s?"
)
_NAME_WORDS = word_set("""
    accounts analytics art arts audit business care change chemistry compliance consulting
    culture customer data delivery design economy employee finance financial health history
    human innovation insurance law leadership legal life logistics mathematics media medicine
    music people policy procurement product project psychology public quality relations research
    resources risk safety sales science sciences security service services skills software staff
    statistics strategic strategy supply systems talent tax team teamwork therapy trade writing
    english french german spanish italian portuguese japanese chinese arabic russian dutch
    physics biology budget budgets theory development
""")
_QUALIFIERS = word_set("""
    programming language framework software methodology method library tool tools application
    database certification certificate beginner intermediate advanced fluent native proficiency
    limited written spoken speaking reading writing listening oral education other general
    training administration platform version edition level experience theory product
""")
_VENDORS = word_set("""
    microsoft google adobe oracle ibm amazon aws apple meta sap salesforce
""")


class Reason(StrEnum):
    """What the part in parentheses is to the other one."""

    ACRONYM = "acronym"
    BILINGUAL = "bilingual"
    QUALIFIER = "qualifier"


@dataclass(frozen=True, slots=True)
class Parts:
    """A name of the form "X (Y)", understood.

    name:   the part that names the skill; for a qualifier the whole, parentheses included.
    other:  the acronym or the name in another language; "" for a qualifier.
    reason: what ``other`` is.
    words:  why it was understood so, a clause for the user.
    inside: ``name`` is the part in parentheses.
    """

    name: str
    other: str
    reason: Reason
    words: str
    inside: bool = False


def understood(name: str) -> Parts | None:
    """What "X (Y)" means, runs of blanks as one space; None for a name of any other form, or what
    is too long for a name.

    Only positive signs lead to a merge. An acronym must be the initials of the other part, in
    either order. Two languages need a first part with a sign of not being English and a second
    one shaped as an English name of a skill, for LinkedIn writes "name in the member's language
    (English name)" where the member's profile is not in English; the other way round the scripts
    must differ. All else is a qualifier and stays.
    """
    spaced = " ".join(name.split())
    return _understood(spaced) if len(spaced) <= _LONGEST else None


def narrower_holds(narrower: str, broader: str) -> str:
    """Why "Führung von Teams (Leadership)" is Team Leadership: a clause for the user."""
    return (
        f'of the names before and in the parentheses the narrower one holds ("{narrower}" is under '
        f'"{broader}")'
    )


@lru_cache(maxsize=4096)
def _understood(name: str) -> Parts | None:
    form = _FORM.fullmatch(name)
    if form is None:
        return None
    outer, inner = form.groups()
    for long, short in ((outer, inner), (inner, outer)):
        if is_acronym_of(short, long):
            words = f'"{short}" is the acronym of "{long}"'
            return Parts(long, short, Reason.ACRONYM, words, long is inner)
    if sorted(fold(outer).split()) == sorted(fold(inner).split()):
        return Parts(inner, outer, Reason.BILINGUAL, f'"{outer}" has the words of "{inner}"', True)
    for english, foreign, sign_of in ((inner, outer, foreign_sign), (outer, inner, script_sign)):
        if (sign := sign_of(foreign)) and _could_translate(english, foreign):
            words = f'"{foreign}" is "{english}" in another language ({sign})'
            return Parts(english, foreign, Reason.BILINGUAL, words, english is inner)
    return Parts(name, "", Reason.QUALIFIER, f'"{inner}" tells this "{outer}" from others')


def _could_translate(english: str, foreign: str) -> bool:
    """Whether ``english`` is a name that may stand for all of ``foreign``."""
    spelled_out = any(is_acronym_of(word, english) for word in foreign.split())
    is_list_or_note = any(sign in english for sign in ("...", "…", ",", "- ", " -", ". "))
    product = not _VENDORS.isdisjoint(fold(f"{foreign} {english}").split())
    return not (spelled_out or is_list_or_note or product) and _names_a_skill(english)


def _names_a_skill(part: str) -> bool:
    """Whether ``part`` has the shape of an English name of a skill."""
    if foreign_sign(part):
        return False
    words = fold(part).split()
    if len(words) == 1 and words[0] in _QUALIFIERS:
        return False
    if words[-1] in _QUALIFIERS and words[-2:-1] in (["programming"], ["language"]):
        return False
    return part[:1].isupper() and any(
        word in _NAME_WORDS or _NAME_ENDINGS.fullmatch(word) for word in words
    )
