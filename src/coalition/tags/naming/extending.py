"""What lists of skills add to a vocabulary."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from coalition.errors import InputError
from coalition.tags.folding import fold
from coalition.tags.naming.alias_list import ENGLISH, AliasList, Entry
from coalition.tags.naming.layered import Changed, Grown, Seen
from coalition.tags.naming.lexicon import Lexicon, english
from coalition.tags.naming.signature import Signatures, foreign, may_be_foreign
from coalition.tags.naming.typing_error import halves
from coalition.tags.naming.vocabulary import (
    SHIPPED,
    Ambiguous,
    KnownSkill,
    NameRow,
    Vocabulary,
    pair,
)

_WORD = re.compile(r"[^\W\d_]+")
_LONG = 9
_UNDECIDED = -1
"""A signature of names of several skills."""
_LONGEST_ACRONYM = 5
_SHORTEST_HASHTAG = 8
"""Letters of a name that may be written as one word ("#changemanagement")."""


def extended(
    vocabulary: Vocabulary, lists: Iterable[AliasList], lexicon: Lexicon | None = None
) -> Vocabulary:
    """The vocabulary with what more lists say; where they differ from it, they are right."""
    draft = _Draft(vocabulary, lexicon or english())
    for found in lists:
        draft.add(found)
    return draft.finished()


def _is_short_product(word: str) -> bool:
    """Whether a word is written as products are ("OpenGL"): short ones are one letter apart."""
    return len(word) < _LONG and word[1:] != word[1:].lower()


class _Draft:
    """A vocabulary that is being extended."""

    def __init__(self, base: Vocabulary, lexicon: Lexicon) -> None:
        self._is_new = not base.skills
        self._base = base
        self._skills = Grown(base.skills)
        self._names = Grown(base.names)
        self._exact = Changed(base.exact)
        self._loose = Changed(base.loose)
        self._ambiguous = Changed(base.ambiguous)
        self._apart = Changed(base.apart)
        self._lexicon = lexicon
        self._acronyms = dict(base.acronyms)
        self._signatures = Signatures(lexicon, self._acronyms)
        self._onto: dict[int, int] = {}  # by skill: the one that it turned out to be
        self._renamed: set[str] = set()  # what skills were called before
        self._added: list[int] = []  # the positions of new names without signatures
        self._parted: set[int] = set()  # those that take no signature from others
        self._withdrawn: list[int] = []  # the positions of names that tell no skill any more
        self._several: set[str] = set()  # the ambiguous names whose meanings are yet to be found
        self._below: set[int] = set()  # the skills whose broader ones are
        # By skill and broader one: the list and line that say so.
        self._who_puts: dict[tuple[int | None, int | None], str] = {}

    def add(self, found: AliasList) -> None:
        """Add all that a list says; raises InputError where it puts a skill under itself."""
        source = "" if self._is_new else found.name
        skills = [entry for entry in found.entries if not entry.of("either")]
        for entry in found.entries:
            if entry.of("either"):
                self._add_ambiguous(entry, _place(source, entry.line))
        for entry in skills:
            self._add_skill(entry, _place(source, entry.line))
        for entry in skills:
            self._add_names(entry, source)
        self._take_back()
        for entry in found.entries:
            for said in entry.said:
                if said.word == "not":
                    self._part(entry.name, said.name, _place(source, said.line, said.remark))
        for entry in skills:
            self._put_in_place(entry)
        if not self._is_new:
            self._settle()
            self._refuse_circles(found)

    def finished(self) -> Vocabulary:
        """The vocabulary."""
        if self._is_new:
            self._settle()
        names: Sequence[NameRow] = self._names
        skills: Sequence[KnownSkill] = self._skills
        if self._onto:
            names = Seen(names, lambda row: row._replace(skill=self._final(row.skill)))
        if self._renamed:
            skills = Seen(skills, self._with_broader_as_now)
            for key, told in list(self._ambiguous.items()):
                if not self._renamed.isdisjoint(told.meanings):
                    self._ambiguous[key] = told._replace(meanings=self._called_now(told.meanings))
        known = Vocabulary(
            skills,
            names,
            self._exact,
            self._loose,
            self._ambiguous,
            self._apart,
            self._acronyms,
            # Of words that the user adds it is not known which real words are one letter away.
            self._base.halves,
        )
        return self._settled(known) if self._is_new else known

    def _settle(self) -> None:
        """Find the skills that are meant wherever some are named."""
        self._sign()
        for key in sorted(self._several & self._ambiguous.keys()):
            told = self._ambiguous[key]
            for meaning in told.meanings:
                if self._meant(meaning) is None and fold(meaning) not in self._ambiguous:
                    self._new_skill(KnownSkill(meaning), "" if self._is_new else told.source)
            self._ambiguous[key] = told._replace(meanings=self._called_now(told.meanings))
        self._sign()
        for at in sorted(self._below):
            skill = self._skills[at]
            above = tuple(n for n in self._called_now(skill.broader) if n != skill.name)
            self._skills[at] = skill._replace(broader=above)
        self._several.clear()
        self._below.clear()

    def _sign(self) -> None:
        """Let the new names be found by their wording, and others not any more."""
        self._acronyms.update(self._new_acronyms())
        self._signatures = Signatures(self._lexicon, self._acronyms)
        for at in self._withdrawn:
            for signature in self._signatures_of(at):
                if self._loose.get(signature) == at:
                    del self._loose[signature]
        for at in self._added:
            self._add_signatures(at)
        self._withdrawn.clear()
        self._added.clear()

    def _meant(self, name: str) -> int | None:
        """The skill that a name stands for, by its spelling or else its wording."""
        key = fold(name)
        at = self._exact.get(key)
        if at is None and key not in self._ambiguous:
            at = self._loose.get(self._signatures.of(key))
            if at is None and may_be_foreign(key):
                at = self._loose.get(foreign(key))
        return None if at is None or at == _UNDECIDED else self._owner(at)

    def _called_now(self, names: Iterable[str]) -> tuple[str, ...]:
        """What the skills are called that these names stand for."""
        return tuple(dict.fromkeys(map(self._called, names)))

    def _called(self, name: str) -> str:
        skill = self._meant(name)
        return name if skill is None else self._skills[skill].name

    def _with_broader_as_now(self, skill: KnownSkill) -> KnownSkill:
        if self._renamed.isdisjoint(skill.broader):
            return skill
        above = tuple(name for name in self._called_now(skill.broader) if name != skill.name)
        return skill._replace(broader=above)

    def _settled(self, known: Vocabulary) -> Vocabulary:
        """A new vocabulary with nothing below it, its undecided signatures left out."""
        return replace(
            known,
            skills=list(known.skills),
            names=list(known.names),
            exact=dict(known.exact),
            loose={key: at for key, at in known.loose.items() if at != _UNDECIDED},
            halves=halves(self._words()),
        )

    def _words(self) -> set[str]:
        """The words that may be meant by a mistyped one: English ones, for of others it is not
        known which real words are one letter away ("Umschulung" and "Umschuldung").
        """
        english = (row.name for row in self._names if row.language == ENGLISH)
        words = (word for name in english for word in _WORD.findall(name) if word.isascii())
        return {word.lower() for word in words if not _is_short_product(word)}

    def _new_acronyms(self) -> Iterator[tuple[str, str]]:
        for at in self._added:
            name, language, skill, _ = self._names[at]
            short = len(name) <= _LONGEST_ACRONYM and name.isupper() and name.isalpha()
            if short and language == ENGLISH:
                full = fold(self._skills[self._final(skill)].name)
                if " " in full and full.replace(" ", "").isalpha():
                    yield fold(name), full

    def _add_skill(self, entry: Entry, place: str) -> None:
        """Make sure that the heading names a skill: one there is, if it is a wording of that."""
        if fold(entry.name) in self._exact:
            return
        known = None if self._is_new else self._meant(entry.name)
        if known is None:
            self._new_skill(KnownSkill(entry.name, entry.group), place)
        else:
            self._add_name(entry.name, ENGLISH, known, place)

    def _put_in_place(self, entry: Entry) -> None:
        """Put the skill into its group and under what is broader."""
        at = self._owner(self._exact[fold(entry.name)])
        skill = self._skills[at]
        broader = dict.fromkeys((*skill.broader, *entry.of("under")))
        group = entry.group or skill.group
        self._skills[at] = skill._replace(group=group, broader=tuple(broader))
        self._below.add(at)

    def _new_skill(self, skill: KnownSkill, source: str) -> None:
        self._skills.append(skill)
        self._add_name(skill.name, ENGLISH, len(self._skills) - 1, source)

    def _add_names(self, entry: Entry, source: str) -> None:
        for language, said in entry.names():
            skill = self._owner(self._exact[fold(entry.name)])
            known = self._exact.get(fold(said.name))
            before = None if known is None else self._owner(known)
            whole = before is not None and fold(self._skills[before].name) == fold(said.name)
            if before == skill:
                if self._is_new or not whole or fold(entry.name) == fold(said.name):
                    continue
                self._rename(skill, entry.name)
            elif before is not None and whole:
                self._join(before, skill)
            place = _place(source, said.line, said.remark)
            self._add_name(said.name, language, skill, place)

    def _rename(self, skill: int, name: str) -> None:
        """A skill goes by another one of its names."""
        self._renamed.add(self._skills[skill].name)
        self._skills[skill] = self._skills[skill]._replace(name=name)

    def _join(self, before: int, skill: int) -> None:
        """A whole skill is another name of this one, which takes its place if it has none."""
        one, other = self._skills[skill], self._skills[before]
        self._renamed.add(other.name)
        self._onto[before] = skill
        if not one.group and not one.broader:
            self._skills[skill] = one._replace(group=other.group, broader=other.broader)

    def _take_back(self) -> None:
        """What was said to be two, and is one by a later word, is not two any more."""
        for both in list(self._apart):
            first, second = (self._exact.get(key) for key in both)
            if first is None or second is None:
                continue
            if self._owner(first) == self._owner(second):
                del self._apart[both]

    def _add_name(self, name: str, language: str, skill: int, source: str) -> None:
        self._exact[fold(name)] = len(self._names)
        self._added.append(len(self._names))
        self._names.append(NameRow(name, language, skill, source or SHIPPED))
        self._ambiguous.pop(fold(name), None)

    def _add_ambiguous(self, entry: Entry, source: str) -> None:
        """A name is one of several skills; if it was the very name of one, so are the others of
        that, which stood for what nobody can tell any more.
        """
        key = fold(entry.name)
        told = Ambiguous(entry.name, tuple(entry.of("either")), source or SHIPPED)
        at = self._exact.pop(key, None)
        if at is not None and not self._is_new:
            self._withdrawn.append(at)
            owner = self._owner(at)
            if fold(self._skills[owner].name) == key:
                self._withdraw(owner, told)
        self._ambiguous[key] = told
        self._several.add(key)

    def _withdraw(self, skill: int, told: Ambiguous) -> None:
        """All names of a skill become ambiguous; those that are meanings become skills."""
        meanings = set(map(fold, told.meanings))
        for at, row in enumerate(self._names):
            if self._final(row.skill) == skill and self._exact.get(key := fold(row.name)) == at:
                del self._exact[key]
                self._withdrawn.append(at)
                if key not in meanings:
                    self._ambiguous[key] = told._replace(name=row.name)
                    self._several.add(key)

    def _part(self, name: str, other: str, source: str) -> None:
        """Two names are not one skill: where they were, each is a skill of its own."""
        self._apart[pair(fold(name), fold(other))] = source or SHIPPED
        if self._is_new:
            return
        first, second = self._meant(name), self._meant(other)
        for each, meant, rival in ((name, first, other), (other, second, name)):
            if (first == second or meant is None) and self._may_be(each, rival):
                self._make_its_own(each, source)

    def _may_be(self, name: str, other: str) -> bool:
        """False for an ambiguous name of which the other is no meaning: that parts them already."""
        told = self._ambiguous.get(fold(name))
        return not told or fold(other) in map(fold, told.meanings)

    def _make_its_own(self, name: str, source: str) -> None:
        key = fold(name)
        at = self._exact.get(key)
        if at is not None and fold(self._skills[self._owner(at)].name) == key:
            return
        before = next((at for at in self._onto if fold(self._skills[at].name) == key), None)
        if before is None:
            self._parted.add(len(self._names))
            self._new_skill(KnownSkill(name), source)
        else:  # an earlier list had joined it
            del self._onto[before]
            self._add_name(name, ENGLISH, before, source)

    def _refuse_circles(self, found: AliasList) -> None:
        under = [
            (entry.name, said.name, said.line)
            for entry in found.entries
            for said in entry.said
            if said.word == "under"
        ]
        for name, above, line in under:
            both = self._meant(name), self._meant(above)
            self._who_puts[both] = _place(found.name, line)
        for name, above, line in under:
            if why := self._why_not_under(name, above):
                raise InputError(
                    f'{found.name}, line {line}: "{name}" cannot be under "{above}": {why}. '
                    "Remove the line."
                )

    def _why_not_under(self, name: str, above: str) -> str:
        """Why a skill would be under itself, a clause; "" where it would not."""
        end, start = self._meant(name), self._meant(above)
        if start is None or end is None:
            return ""
        if start == end:
            other = above if fold(self._skills[end].name) == fold(name) else name
            return self._why_one(other, self._skills[end].name)
        return " and ".join(
            f'"{self._skills[a].name}" is under "{self._skills[b].name}" in '
            f"{self._who_puts.get((a, b), SHIPPED)}"
            for a, b in pairwise(self._way_up(start, end))
        )

    def _why_one(self, name: str, skill: str) -> str:
        at = self._exact.get(fold(name))
        if at is None:
            return f'it is "{skill}" in another wording'
        return f'"{name}" is another name of "{skill}" in {self._names[at].source}'

    def _way_up(self, start: int, end: int) -> list[int]:
        """The skills from one to another that it is under; none where it is not."""
        before = {start: start}
        for at in (waiting := [start]):
            for above in map(self._meant, self._skills[at].broader):
                if above is not None and above not in before:
                    before[above] = at
                    waiting.append(above)
        if end not in before:
            return []
        way = [end]
        while way[-1] != start:
            way.append(before[way[-1]])
        return way[::-1]

    def _owner(self, at: int) -> int:
        """The position of the skill that a name is of."""
        return self._final(self._names[at].skill)

    def _final(self, skill: int) -> int:
        while skill in self._onto:
            skill = self._onto[skill]
        return skill

    def _add_signatures(self, at: int) -> None:
        key = fold(self._names[at].name)
        if self._exact.get(key) != at:
            return
        for signature in self._signatures_of(at):
            if at not in self._parted or signature not in self._loose:
                self._loose[signature] = self._owner_of(signature, at, key.replace(" ", ""))

    def _signatures_of(self, at: int) -> set[str]:
        key = fold(self._names[at].name)
        found = {self._signatures.of(key)}
        if self._names[at].language != ENGLISH:
            found.add(foreign(key))
        elif len(key) >= _SHORTEST_HASHTAG and key.replace(" ", "").isalpha():
            found.add(key.replace(" ", ""))
        return found

    def _owner_of(self, signature: str, at: int, joined: str) -> int:
        """Which name a signature tells: that with the very same letters, else the only one."""
        before = self._loose.get(signature)
        if before is None or not self._is_new:
            return at
        if before == _UNDECIDED or self._owner(before) != self._owner(at):
            if joined == signature:
                return at
            if before == _UNDECIDED or self._joined(before) != signature:
                return _UNDECIDED
        return before

    def _joined(self, at: int) -> str:
        return fold(self._names[at].name).replace(" ", "")


def _place(source: str, line: int, remark: str = "") -> str:
    """Where a list says something, with the remark behind it; "" for the one that comes along."""
    if not source:
        return ""
    return f"{source}, line {line}" + (f" ({remark})" if remark else "")
