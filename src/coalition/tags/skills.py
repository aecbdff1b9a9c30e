"""Names as sources spell them, gathered into skills.

First, spellings with one folded key are one name; then each rule may say that a spelling stands
for another name: what parentheses say, what the list of skills and the wording say, what the
other skills say of an ambiguous name. A further rule is one more function, given to
:func:`canonical`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from coalition.tags.folding import fold

if TYPE_CHECKING:
    from coalition.tags.naming.recognition import Recognition
    from coalition.tags.naming.vocabulary import Ambiguous
    from coalition.tags.parentheses import Parts

_SAME_KEY = "differs only in case, spaces or punctuation"
_SAME_WORDING = "the wording is the same but for short forms, number, order or small words"


class Alias(NamedTuple):
    """Another name of a skill, and why it is one (a clause for the user)."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill, and the other names it goes by.

    name:     its name in the list of skills, where it is known.
    aliases:  the other names, each with its reason.
    shown:    what a picture calls it: as the sources do where they agree, else the name.
    meanings: the known skills that its name may stand for, where nothing tells which.
    reason:   why the name that was asked for is this skill, a clause for the user; "" where it is
              its very name. No part of what the skill is: skills that differ in it are equal.
    """

    name: str
    aliases: tuple[Alias, ...] = ()
    shown: str = ""
    meanings: tuple[str, ...] = ()
    reason: str = field(default="", compare=False)

    def with_alias(self, alias: Alias) -> "Skill":
        """The skill with one more name, unless it goes by it already."""
        known = alias.name == self.name or any(own.name == alias.name for own in self.aliases)
        return self if known else replace(self, aliases=(*self.aliases, alias))

    def others(self) -> tuple[Alias, ...]:
        """The other names, as seen from the one that is shown."""
        if self.shown in ("", self.name):
            return self.aliases
        why = {alias.name: alias.reason for alias in self.aliases}
        return (
            Alias(self.name, why[self.shown]),
            *(alias for alias in self.aliases if alias.name != self.shown),
        )


class Joining(NamedTuple):
    """A rule's verdict: ``spelling`` stands for ``onto``.

    ``onto`` need not be among the names given, nor need ``spelling`` (it is then a name to find
    in texts). ``shown`` says whether ``spelling`` may itself be the name shown; if not, its uses
    count for ``onto``. ``known`` says that ``onto`` is the name of a known skill. ``meanings`` is
    what ``onto`` may stand for, where the rule leaves that open.
    """

    spelling: str
    onto: str
    reason: str
    shown: bool = False
    known: bool = False
    meanings: tuple[str, ...] = ()


Rule = Callable[[Mapping[str, float]], Iterable[Joining]]
"""From all spellings, with how often each is used, to the verdicts on them."""


@dataclass(frozen=True)
class ByParentheses:
    """Acronyms and second languages in parentheses, by :mod:`coalition.tags.parentheses`.

    The bare other part ("MBTI", "Gestion du changement") joins too, unless the names given allow
    two readings of it ("NLP" beside both "Natural Language Processing" and another NLP), or it
    is a known name of another skill.
    """

    recognition: "Recognition"

    def __call__(self, uses: Mapping[str, float]) -> Iterator[Joining]:
        """The verdicts."""
        candidates = [spelling for spelling in uses if ")" in spelling or "）" in spelling]
        if not candidates:
            return
        from coalition.tags.parentheses import Reason, understood

        forms = {
            spelling: parts
            for spelling in candidates
            if (parts := understood(spelling)) and parts.reason is not Reason.QUALIFIER
        }
        meanings = _meanings(uses, forms.values())
        for spelling, parts in forms.items():
            acronym = parts.reason is Reason.ACRONYM
            skill = self.recognition(parts.name).skill
            yield from self._whole(spelling, parts, skill, acronym and not parts.inside)
            other = fold(parts.other)
            if (
                len(meanings[other]) == 1
                and other != fold(parts.name)
                and self._may_be(other, skill)
            ):
                yield Joining(parts.other, parts.name, parts.words, acronym)

    def _whole(self, spelling: str, parts: "Parts", skill: str, shown: bool) -> Iterator[Joining]:
        """The verdict on a name with its parentheses; ``skill`` is that of the part that names."""
        found, other = self.recognition(spelling).skill, self.recognition(parts.other)
        if found == skill:
            yield Joining(spelling, parts.name, parts.words, shown)
        elif found and found == other.skill:
            from coalition.tags.parentheses import narrower_holds

            told = filter(None, (narrower_holds(found, skill), other.reason))
            yield Joining(spelling, found, ", and ".join(told))

    def _may_be(self, key: str, skill: str) -> bool:
        found = self.recognition(key)
        return not found.several and found.skill in ("", skill)


@dataclass(frozen=True)
class ByRecognition:
    """What names say: those of a known skill, wordings of one name, what an ambiguous one may stand
    for and, where the names are one person's, what the others say of it
    (:mod:`coalition.tags.naming.ambiguity`).
    """

    recognition: "Recognition"
    in_context: bool = True

    def __call__(self, uses: Mapping[str, float]) -> Iterator[Joining]:
        """The verdicts."""
        unknown: dict[str, str] = {}  # by key: its first spelling, and below the others
        alike: dict[str, list[str]] = defaultdict(list)
        several: dict[str, Ambiguous] = {}
        present: set[str] = set()
        for spelling in uses:
            found = self.recognition(spelling)
            if found.skill:
                present.add(found.skill)
                yield Joining(spelling, found.skill, found.reason, shown=True, known=True)
            elif (first := unknown.setdefault(found.key, spelling)) != spelling:
                alike[first].append(spelling)
            if found.several:
                several[spelling] = found.several
        for spelling, spellings in alike.items():
            first, *others = sorted((spelling, *spellings))
            for other in others:
                yield Joining(other, first, _SAME_WORDING, shown=True)
        for spelling, ambiguous in several.items():
            yield self._of_several(spelling, ambiguous.meanings, present)

    def _of_several(
        self, name: str, meanings: tuple[str, ...], present: Collection[str]
    ) -> Joining:
        """What an ambiguous name stands for, or may stand for where that stays open."""
        from coalition.tags.naming.ambiguity import decided

        known = self.recognition.vocabulary
        if self.in_context and (meant := decided(name, meanings, present, known)):
            return Joining(name, meant.skill, meant.reason, shown=True, known=True)
        return Joining(name, name, "", shown=True, meanings=meanings)


def rules(recognition: "Recognition | None" = None, *, in_context: bool = True) -> tuple[Rule, ...]:
    """What :func:`canonical` applies, in this order.

    recognition: the list that comes along if none is given.
    in_context:  the names are one person's, whose other skills tell what an ambiguous one is.
    """
    if recognition is None:
        from coalition.tags.naming.shipped import shipped

        recognition = shipped()
    return ByParentheses(recognition), ByRecognition(recognition, in_context)


def canonical(
    names: Iterable[str] | Mapping[str, float], by: Sequence[Rule] | None = None
) -> dict[str, Skill]:
    """The skill of each spelling given, with the reason: a mapping from spelling to skill.

    ``names``: the spellings, once per use, or a mapping from spelling to how often it is used;
               those of one person, whose other skills tell what an ambiguous one is.
    ``by``:    the rules, those of :func:`rules` if none are given.

    A known skill is named as in the list, another one by its most frequent spelling; where two
    are equally frequent, by one in mixed case rather than all capitals or all small letters, then
    by the shorter, then by the first in code-point order: the order of the input never matters.
    A spelling in two languages is not shown, its English part is; nor is an acronym with its words
    in parentheses, these are.
    """
    uses: Mapping[str, float] = names if isinstance(names, Mapping) else Counter(names)
    joinings = _joinings(uses, rules() if by is None else by)
    keys = {spelling: fold(spelling) for spelling in uses}
    shared = _shared_keys(keys, joinings)
    groups = _Groups()
    for joining in joinings:
        groups.join(joining)
    for spelling, amount in uses.items():
        if keys[spelling] in shared:
            groups.with_key(keys[spelling]).uses[spelling] += amount
    answers: dict[int, Mapping[str, Skill]] = {}
    answer = {}
    for spelling, key in keys.items():
        if key not in shared:
            answer[spelling] = Skill(spelling, (), spelling)
            continue
        group = groups.with_key(key)
        if id(group) not in answers:
            answers[id(group)] = _answers(_skill(group, uses))
        answer[spelling] = answers[id(group)][spelling]
    return answer


def _answers(skill: Skill) -> Mapping[str, Skill]:
    """The skill by each of its names, with the reason why that is one."""
    may = ""
    if skill.meanings:
        from coalition.tags.naming.ambiguity import may_stand_for

        may = may_stand_for(skill.meanings)
    found = {skill.name: replace(skill, reason=may)}
    for alias in skill.aliases:
        reason = f'{alias.reason}, and "{skill.name}" {may}' if may else alias.reason
        found[alias.name] = replace(skill, reason=reason)
    return found


def _joinings(uses: Mapping[str, float], by: Sequence[Rule]) -> list[Joining]:
    """The verdicts of all rules; what one names, the next ones see too."""
    joinings: list[Joining] = []
    seen = uses
    for rule in by:
        found = list(rule(seen))
        named = {joining.onto: 0.0 for joining in found if joining.onto not in seen}
        seen = {**seen, **named} if named else seen
        joinings += found
    return joinings


def _shared_keys(keys: Mapping[str, str], joinings: Iterable[Joining]) -> set[str]:
    """The folded keys of several names; nearly all names are alone, and cost no group."""
    shared = {fold(name) for found in joinings for name in (found.spelling, found.onto)}
    seen = set()
    for key in keys.values():
        if key in seen:
            shared.add(key)
        seen.add(key)
    return shared


class _Group:
    """Spellings found to be one skill so far.

    keys:     their folded keys.
    uses:     how often each is used.
    hidden:   by spelling that is not to be shown: the name that its uses count for.
    reasons:  by spelling: why it is here.
    verdicts: by spelling and the name it was said to stand for: why.
    known:    the name of the known skill that it is; "" where it is none.
    meanings: by folded name: what it may stand for, where that is open.
    """

    __slots__ = ("hidden", "keys", "known", "meanings", "reasons", "uses", "verdicts")

    def __init__(self, key: str) -> None:
        self.keys = {key}
        self.known = ""
        self.uses: dict[str, float] = defaultdict(float)
        self.hidden: dict[str, str] = {}
        self.reasons: dict[str, str] = {}
        self.verdicts: dict[tuple[str, str], str] = {}
        self.meanings: dict[str, tuple[str, ...]] = {}


class _Groups:
    """The partition of all spellings, by folded key; joining moves the smaller group over."""

    def __init__(self) -> None:
        self._by_key: dict[str, _Group] = {}

    def with_key(self, key: str) -> _Group:
        group = self._by_key.get(key)
        if group is None:
            group = self._by_key[key] = _Group(key)
        return group

    def join(self, joining: Joining) -> None:
        kept, key = self.with_key(fold(joining.onto)), fold(joining.spelling)
        kept.uses[joining.onto] += 0
        moved = self._by_key.get(key)
        if moved is None:  # nothing is known of it yet, as of nearly all
            self._by_key[key] = kept
            kept.keys.add(key)
        elif kept is not moved:
            if len(kept.keys) < len(moved.keys):
                kept, moved = moved, kept
            kept.keys |= moved.keys
            for spelling, amount in moved.uses.items():
                kept.uses[spelling] += amount
            kept.hidden |= moved.hidden
            kept.reasons |= moved.reasons
            kept.verdicts |= moved.verdicts
            kept.meanings |= moved.meanings
            kept.known = kept.known or moved.known
            self._by_key.update(dict.fromkeys(moved.keys, kept))
        kept.uses[joining.spelling] += 0
        if joining.reason:
            kept.reasons.setdefault(joining.spelling, joining.reason)
            kept.verdicts.setdefault((joining.spelling, joining.onto), joining.reason)
        if joining.meanings:
            kept.meanings[fold(joining.onto)] = joining.meanings
        if joining.known:
            kept.known = joining.onto
        elif not joining.shown:
            kept.hidden[joining.spelling] = joining.onto


def _skill(group: _Group, given: Container[str]) -> Skill:
    votes: dict[str, float] = defaultdict(float)
    used = {spelling: uses for spelling, uses in group.uses.items() if spelling in given}
    for spelling, amount in used.items():
        if amount or not any(used.values()):
            votes[group.hidden.get(spelling, spelling)] += amount
    hidden_keys = {fold(spelling) for spelling in group.hidden}
    visible = [spelling for spelling in votes if fold(spelling) not in hidden_keys] or list(votes)
    shown = min(visible, key=lambda spelling: (-votes[spelling], *_beauty(spelling)))
    if group.known and len({fold(spelling) for spelling in visible}) > 1:
        shown = group.known
    name = group.known or shown
    aliases = [
        Alias(spelling, _reason(spelling, name, group))
        for spelling in sorted(group.uses)
        if spelling != name
    ]
    open_to = () if group.known else group.meanings.get(fold(name), ())
    return Skill(name, tuple(aliases), shown, open_to)


def _reason(spelling: str, name: str, group: _Group) -> str:
    """Why a spelling is a name of the skill: by what was said of the two, else of either."""
    keys = (fold(spelling), fold(name))
    if keys[0] == keys[1]:
        return _SAME_KEY
    said, of_either = group.verdicts, group.reasons
    return (
        said.get((spelling, name))
        or said.get((name, spelling))
        or of_either.get(spelling)
        or next((why for other, why in of_either.items() if fold(other) in keys), _SAME_KEY)
    )


def _beauty(spelling: str) -> tuple[bool, int, str]:
    return (spelling.isupper() or spelling.islower(), len(spelling), spelling)


def _meanings(uses: Mapping[str, float], forms: "Iterable[Parts]") -> Mapping[str, set[str]]:
    """By folded acronym or foreign name: the folded names it could stand for."""
    from coalition.tags.acronym import initials
    from coalition.tags.parentheses import Reason

    meanings: dict[str, set[str]] = defaultdict(set)
    acronyms: dict[str, str] = {}
    for parts in forms:
        other = fold(parts.other)
        meanings[other].add(fold(parts.name))
        if parts.reason is Reason.ACRONYM:
            acronyms[other.replace(" and ", "").replace(" ", "")] = other
    if acronyms:
        for spelling in uses:
            if "(" not in spelling and (other := acronyms.get(initials(spelling), "")):
                meanings[other].add(fold(spelling))
    return meanings
