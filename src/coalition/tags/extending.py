"""What lists of skills add to a vocabulary."""

from collections.abc import Iterable, Iterator

from coalition.tags.alias_list import ENGLISH, AliasList, Entry
from coalition.tags.folding import fold
from coalition.tags.lexicon import Lexicon, english
from coalition.tags.signature import Signatures, foreign
from coalition.tags.typing_error import halves
from coalition.tags.vocabulary import SHIPPED, Ambiguous, KnownSkill, NameRow, Vocabulary, pair

_UNDECIDED = -1
"""A signature of names of several skills."""
_LONGEST_ACRONYM = 5
_SHORTEST_HASHTAG = 8
"""Letters of a name that may be written as one word ("#changemanagement")."""


_BEYOND_LATIN = "\u0250"
"""A typing error is one letter, which is a whole syllable or word in other scripts."""


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
        self._base_halves = base.halves
        self._skills = list(base.skills)
        self._names = list(base.names)
        self._exact = dict(base.exact)
        self._loose = dict(base.loose)
        self._ambiguous = dict(base.ambiguous)
        self._apart = set(base.apart)
        self._lexicon = lexicon
        self._onto: dict[int, int] = {}  # by skill: the one that it turned out to be
        self._added: list[int] = []  # the positions of new names

    def add(self, found: AliasList) -> None:
        """Add all that a list says."""
        source = "" if self._is_new else found.name
        for entry in found.entries:
            if entry.of("either"):
                self._add_ambiguous(entry, source)
            else:
                self._add_skill(entry, source)
        for entry in found.entries:
            if not entry.of("either"):
                self._add_names(entry, source)
        for entry in found.entries:
            for other in entry.of("not"):
                self._part(entry.name, other, source)

    def finished(self) -> Vocabulary:
        """The vocabulary."""
        if self._onto:
            self._names = [row._replace(skill=self._final(row.skill)) for row in self._names]
        acronyms = dict(self._acronyms())
        signatures = Signatures(self._lexicon, acronyms)
        for at in self._added:
            self._add_signatures(at, signatures)
        # Of words that the user adds it is not known which real words are one letter away.
        by_half = halves(self._words()) if self._is_new else self._base_halves
        return Vocabulary(
            self._skills,
            self._names,
            self._exact,
            {key: at for key, at in self._loose.items() if at != _UNDECIDED},
            self._ambiguous,
            frozenset(self._apart),
            acronyms,
            by_half,
        )

    def _words(self) -> set[str]:
        words = {word for row in self._names for word in fold(row.name).split()}
        return {word for word in words if max(word) < _BEYOND_LATIN}

    def _acronyms(self) -> Iterator[tuple[str, str]]:
        for name, language, skill, _ in self._names:
            short = len(name) <= _LONGEST_ACRONYM and name.isupper() and name.isalpha()
            if short and language == ENGLISH:
                full = fold(self._skills[skill].name)
                if " " in full and full.replace(" ", "").isalpha():
                    yield fold(name), full

    def _add_skill(self, entry: Entry, source: str) -> None:
        """Make sure that the heading names a skill, in its group and under what is broader."""
        known = self._exact.get(fold(entry.name))
        if known is None:
            self._new_skill(KnownSkill(entry.name, entry.group), source)
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
            place = f"{source}, line {said.line}" if source else ""
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
        self._apart.add(pair(fold(name), fold(other)))
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
