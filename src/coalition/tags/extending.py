"""What lists of skills add to a vocabulary."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from coalition.tags.alias_list import ENGLISH, AliasList, Entry
from coalition.tags.folding import fold
from coalition.tags.layered import Changed, Grown, Seen
from coalition.tags.lexicon import Lexicon, english
from coalition.tags.signature import Signatures, foreign
from coalition.tags.typing_error import halves
from coalition.tags.vocabulary import SHIPPED, Ambiguous, KnownSkill, NameRow, Vocabulary, pair

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
        self._onto: dict[int, int] = {}  # by skill: the one that it turned out to be
        self._added: list[int] = []  # the positions of new names

    def add(self, found: AliasList) -> None:
        """Add all that a list says."""
        source = "" if self._is_new else found.name
        for entry in found.entries:
            if entry.of("either"):
                self._add_ambiguous(entry, _place(source, entry.line))
            else:
                self._add_skill(entry, source)
        for entry in found.entries:
            if not entry.of("either"):
                self._add_names(entry, source)
        for entry in found.entries:
            for said in entry.said:
                if said.word == "not":
                    self._part(entry.name, said.name, _place(source, said.line, said.remark))

    def finished(self) -> Vocabulary:
        """The vocabulary."""
        acronyms = {**self._base.acronyms, **dict(self._acronyms())}
        signatures = Signatures(self._lexicon, acronyms)
        for at in self._added:
            self._add_signatures(at, signatures)
        names: Sequence[NameRow] = self._names
        if self._onto:
            names = Seen(names, lambda row: row._replace(skill=self._final(row.skill)))
        known = Vocabulary(
            self._skills,
            names,
            self._exact,
            self._loose,
            self._ambiguous,
            self._apart,
            acronyms,
            # Of words that the user adds it is not known which real words are one letter away.
            self._base.halves,
        )
        return self._settled(known) if self._is_new else known

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
        english = (fold(row.name) for row in self._names if row.language == ENGLISH)
        return {word for key in english for word in key.split() if word.isascii()}

    def _acronyms(self) -> Iterator[tuple[str, str]]:
        for at in self._added:
            name, language, skill, _ = self._names[at]
            short = len(name) <= _LONGEST_ACRONYM and name.isupper() and name.isalpha()
            if short and language == ENGLISH:
                full = fold(self._skills[self._final(skill)].name)
                if " " in full and full.replace(" ", "").isalpha():
                    yield fold(name), full

    def _add_skill(self, entry: Entry, source: str) -> None:
        """Make sure that the heading names a skill, in its group and under what is broader."""
        known = self._exact.get(fold(entry.name))
        if known is None:
            self._new_skill(KnownSkill(entry.name, entry.group), _place(source, entry.line))
            known = self._exact[fold(entry.name)]
        at = self._owner(known)
        skill = self._skills[at]
        broader = dict.fromkeys((*skill.broader, *entry.of("under")))
        group = entry.group or skill.group
        self._skills[at] = skill._replace(group=group, broader=tuple(broader))

    def _new_skill(self, skill: KnownSkill, source: str) -> None:
        self._skills.append(skill)
        self._add_name(skill.name, ENGLISH, len(self._skills) - 1, source)

    def _add_names(self, entry: Entry, source: str) -> None:
        for language, said in entry.names():
            skill = self._owner(self._exact[fold(entry.name)])
            known = self._exact.get(fold(said.name))
            before = None if known is None else self._owner(known)
            if before == skill:
                continue
            if before is not None and fold(self._skills[before].name) == fold(said.name):
                self._onto[before] = skill  # a whole skill is another name of this one
            place = _place(source, said.line, said.remark)
            self._add_name(said.name, language, skill, place)

    def _add_name(self, name: str, language: str, skill: int, source: str) -> None:
        self._exact[fold(name)] = len(self._names)
        self._added.append(len(self._names))
        self._names.append(NameRow(name, language, skill, source or SHIPPED))
        self._ambiguous.pop(fold(name), None)

    def _add_ambiguous(self, entry: Entry, source: str) -> None:
        key = fold(entry.name)
        self._exact.pop(key, None)
        meanings = tuple(entry.of("either"))
        self._ambiguous[key] = Ambiguous(entry.name, meanings, source or SHIPPED)

    def _part(self, name: str, other: str, source: str) -> None:
        """Two names are not one skill: where they were, each is a skill of its own."""
        self._apart[pair(fold(name), fold(other))] = source or SHIPPED
        if self._is_new:
            return
        for each in (name, other):
            at = self._exact.get(fold(each))
            if at is None or fold(self._skills[self._owner(at)].name) != fold(each):
                self._new_skill(KnownSkill(each), source)

    def _owner(self, at: int) -> int:
        """The position of the skill that a name is of."""
        return self._final(self._names[at].skill)

    def _final(self, skill: int) -> int:
        while skill in self._onto:
            skill = self._onto[skill]
        return skill

    def _add_signatures(self, at: int, signatures: Signatures) -> None:
        key = fold(self._names[at].name)
        if self._exact.get(key) != at:
            return
        found = {signatures.of(key)}
        if self._names[at].language != ENGLISH:
            found.add(foreign(key))
        elif len(key) >= _SHORTEST_HASHTAG and key.replace(" ", "").isalpha():
            found.add(key.replace(" ", ""))
        for signature in found:
            self._loose[signature] = self._owner_of(signature, at, key.replace(" ", ""))

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
