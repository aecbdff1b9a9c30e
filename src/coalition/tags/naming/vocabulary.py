"""The skills that Coalition knows: their names in several languages, their groups, what is above
what.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from coalition.tags.folding import fold

SHIPPED = "Coalition's list"
"""What the list that comes along is called in reasons."""


class KnownSkill(NamedTuple):
    """A known skill: the name it is shown by, its group ("" for none), the broader skills."""

    name: str
    group: str = ""
    broader: tuple[str, ...] = ()


class KnownName(NamedTuple):
    """A name with the skill that it is of; ``source`` is who says so, for reasons."""

    name: str
    language: str
    skill: KnownSkill
    source: str


class NameRow(NamedTuple):
    """A name as it is stored: ``skill`` is a position; no source is the list that comes along."""

    name: str
    language: str
    skill: int
    source: str = SHIPPED


class Ambiguous(NamedTuple):
    """A name of several skills."""

    name: str
    meanings: tuple[str, ...]
    source: str = SHIPPED


@dataclass(frozen=True)
class Vocabulary:
    """Known skills, and the keys by which their names are found.

    skills:    by position.
    names:     all names, in the order of the lists.
    exact:     by folded name: the name's position.
    loose:     by signature: the same, for signatures that tell one skill.
    ambiguous: by folded name: what it may stand for.
    apart:     pairs of folded names that are said not to be one, with who says so.
    acronyms:  English acronyms with the words that they stand for, all folded: "hr" for "human
               resources"; not those of one word.
    halves:    the words of all names, by their halves (:mod:`coalition.tags.naming.typing_error`).
    """

    skills: Sequence[KnownSkill] = ()
    names: Sequence[NameRow] = ()
    exact: Mapping[str, int] = field(default_factory=dict)
    loose: Mapping[str, int] = field(default_factory=dict)
    ambiguous: Mapping[str, Ambiguous] = field(default_factory=dict)
    apart: Mapping[tuple[str, str], str] = field(default_factory=dict)
    acronyms: Mapping[str, str] = field(default_factory=dict)
    halves: Mapping[str, str] = field(default_factory=dict)

    def find(self, key: str) -> KnownName | None:
        """The name with this folded key."""
        at = self.exact.get(key)
        return None if at is None else self.name_at(at)

    def find_loosely(self, signature: str) -> KnownName | None:
        """The name with this signature, if it tells one skill."""
        at = self.loose.get(signature)
        return None if at is None else self.name_at(at)

    def name_at(self, at: int) -> KnownName:
        """The name at a position."""
        name, language, skill, source = self.names[at]
        return KnownName(name, language, self.skills[skill], source)

    def skill(self, name: str) -> KnownSkill | None:
        """The skill that goes by exactly this name, in any case and punctuation."""
        found = self.find(fold(name))
        return found.skill if found else None

    def who_parts(self, a: str, b: str) -> str:
        """Who says that two names are not one skill; "" where nobody does."""
        return self.apart.get(pair(fold(a), fold(b)), "")


def pair(a: str, b: str) -> tuple[str, str]:
    """Two folded names in their order, as ``apart`` has them."""
    return (a, b) if a <= b else (b, a)
