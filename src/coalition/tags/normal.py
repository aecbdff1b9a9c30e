"""Raw names, one after the other, to the names of their skills."""

from enum import StrEnum
from typing import NamedTuple

from coalition.tags.folding import fold
from coalition.tags.naming.ambiguity import may_stand_for
from coalition.tags.naming.recognition import Recognised, Recognition
from coalition.tags.naming.vocabulary import SHIPPED
from coalition.tags.visible import visible

LONGEST = 200
"""Characters of a name; what is longer is a text."""

_REMEMBERED = 1 << 16


class Standing(StrEnum):
    """What became of a name."""

    KNOWN = "known"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    UNUSABLE = "unusable"


class Normal(NamedTuple):
    """A name as given, its skill ("" where it is unusable), its group, and why (a clause)."""

    name: str
    skill: str
    group: str
    reason: str
    standing: Standing


class Normaliser:
    """Gives each name its skill; the cost of one does not grow with how many there were.

    A name that is not known is a skill of its own, called as the first name given with this
    wording. One that may stand for several skills stays as it is: nobody's other skills tell.
    """

    def __init__(self, recognition: Recognition) -> None:
        self._recognition = recognition
        self._groups: dict[str, tuple[str, str]] = {}
        self._first: dict[str, str] = {}
        self._before: dict[str, Normal] = {}

    def __call__(self, name: str) -> Normal:
        """The name's skill."""
        found = self._before.get(name)
        if found is None:
            found = self._normal(name)
            if len(self._before) >= _REMEMBERED:
                self._before.clear()
            self._before[name] = found
        return found

    def _normal(self, name: str) -> Normal:
        if why := _why_unusable(name):
            return Normal(name, "", "", why, Standing.UNUSABLE)
        found = self._recognition(name)
        if found.skill:
            group, source = self._group_and_source(found.skill)
            reason = found.reason or f"its name in {source}"
            return Normal(name, found.skill, group, reason, Standing.KNOWN)
        spelled = name if name.isprintable() else visible(name)
        spelled = " ".join(spelled.split())
        if found.several:
            several = may_stand_for(found.several.meanings)
            return Normal(name, spelled, "", several, Standing.AMBIGUOUS)
        return self._of_its_own(name, spelled, found)

    def _of_its_own(self, name: str, spelled: str, found: Recognised) -> Normal:
        first = self._first.setdefault(found.key, spelled)
        reason = "not in the list of skills"
        if first != spelled:
            reason += f', another wording of "{first}"'
        return Normal(name, first, "", reason, Standing.UNKNOWN)

    def _group_and_source(self, skill: str) -> tuple[str, str]:
        """The group of a known skill, and which list its name is of."""
        found = self._groups.get(skill)
        if found is None:
            known = self._recognition.vocabulary.find(fold(skill))
            found = (known.skill.group, known.source) if known else ("", SHIPPED)
            self._groups[skill] = found
        return found


def _why_unusable(name: str) -> str:
    if len(name) > LONGEST:
        return f"too long for a name ({len(name):,} characters)"
    if "\N{REPLACEMENT CHARACTER}" in name:
        return "has characters that could not be read: save the file as UTF-8"
    return "" if fold(name) else "nothing visible is in it"
