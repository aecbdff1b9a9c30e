"""Names as sources spell them, gathered into skills.

First, spellings with one folded key are one name; then each rule may say that a spelling stands
for another name. A further rule (synonyms, other languages, typing errors) is one more
function in :data:`RULES`, or is given to :func:`canonical`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coalition.tags.folding import fold

if TYPE_CHECKING:
    from coalition.tags.parentheses import Parts

_SAME_KEY = "differs only in case, spaces or punctuation"


class Alias(NamedTuple):
    """Another name of a skill, and why it is one (a clause for the user)."""

    name: str
    reason: str


class Skill(NamedTuple):
    """A skill: the name it is shown by, and the other names it goes by."""

    name: str
    aliases: tuple[Alias, ...] = ()


class Joining(NamedTuple):
    """A rule's verdict: ``spelling`` stands for ``onto``.

    ``onto`` need not be among the names given, nor need ``spelling`` (it is then a name to find
    in texts). ``shown`` says whether ``spelling`` may itself be the name shown; if not, its uses
    count for ``onto``.
    """

    spelling: str
    onto: str
    reason: str
    shown: bool = False


Rule = Callable[[Mapping[str, float]], Iterable[Joining]]
"""From all spellings, with how often each is used, to the verdicts on them."""


def by_parentheses(uses: Mapping[str, float]) -> Iterator[Joining]:
    """Acronyms and second languages in parentheses, by :mod:`coalition.tags.parentheses`.

    The bare other part ("MBTI", "Gestion du changement") joins too, unless the names given allow
    two readings of it ("NLP" beside both "Natural Language Processing" and another NLP).
    """
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
        yield Joining(spelling, parts.name, parts.words, shown=parts.reason is Reason.ACRONYM)
        if len(meanings[fold(parts.other)]) == 1 and fold(parts.other) != fold(parts.name):
            yield Joining(parts.other, parts.name, parts.words, parts.reason is Reason.ACRONYM)


RULES: tuple[Rule, ...] = (by_parentheses,)
"""What :func:`canonical` applies, in this order."""


def canonical(
    names: Iterable[str] | Mapping[str, float], rules: Sequence[Rule] = RULES
) -> dict[str, Skill]:
    """The skill of each spelling given: a mapping from spelling to skill.

    ``names``: the spellings, once per use, or a mapping from spelling to how often it is used.

    A skill is shown by its most frequent spelling; where two are equally frequent, by one in
    mixed case rather than all capitals or all small letters, then by the shorter, then by the
    first in code-point order: the order of the input never matters. A spelling in two languages
    is not shown, its English part is.
    """
    uses: Mapping[str, float] = names if isinstance(names, Mapping) else Counter(names)
    joinings = [joining for rule in rules for joining in rule(uses)]
    shared = _shared_keys(uses, joinings)
    groups = _Groups()
    for spelling, amount in uses.items():
        if fold(spelling) in shared:
            groups.member(spelling).uses[spelling] += amount
    for joining in joinings:
        groups.join(joining)
    skills: dict[int, Skill] = {}
    answer = {}
    for spelling in uses:
        if fold(spelling) not in shared:
            answer[spelling] = Skill(spelling)
            continue
        group = groups.member(spelling)
        answer[spelling] = skills.get(id(group)) or skills.setdefault(id(group), _skill(group))
    return answer


def _shared_keys(uses: Iterable[str], joinings: Iterable[Joining]) -> set[str]:
    """The folded keys of several names; nearly all names are alone, and cost no group."""
    shared = {fold(name) for found in joinings for name in (found.spelling, found.onto)}
    seen = set()
    for spelling in uses:
        key = fold(spelling)
        if key in seen:
            shared.add(key)
        seen.add(key)
    return shared


class _Group:
    """Spellings found to be one skill so far.

    keys:    their folded keys.
    uses:    how often each is used.
    hidden:  by spelling that is not to be shown: the name that its uses count for.
    reasons: by folded key: why it is here.
    """

    __slots__ = ("hidden", "keys", "reasons", "uses")

    def __init__(self, key: str) -> None:
        self.keys = {key}
        self.uses: dict[str, float] = defaultdict(float)
        self.hidden: dict[str, str] = {}
        self.reasons: dict[str, str] = {}


class _Groups:
    """The partition of all spellings, by folded key; joining moves the smaller group over."""

    def __init__(self) -> None:
        self._by_key: dict[str, _Group] = {}

    def member(self, spelling: str) -> _Group:
        key = fold(spelling)
        group = self._by_key.get(key)
        if group is None:
            group = self._by_key[key] = _Group(key)
        return group

    def join(self, joining: Joining) -> None:
        kept, moved = self.member(joining.onto), self.member(joining.spelling)
        kept.uses[joining.onto] += 0
        if kept is not moved:
            if len(kept.keys) < len(moved.keys):
                kept, moved = moved, kept
            kept.keys |= moved.keys
            for spelling, amount in moved.uses.items():
                kept.uses[spelling] += amount
            kept.hidden |= moved.hidden
            kept.reasons |= moved.reasons
            self._by_key.update(dict.fromkeys(moved.keys, kept))
        kept.uses[joining.spelling] += 0
        kept.reasons.setdefault(fold(joining.spelling), joining.reason)
        if not joining.shown:
            kept.hidden[joining.spelling] = joining.onto


def _skill(group: _Group) -> Skill:
    votes: dict[str, float] = defaultdict(float)
    for spelling, amount in group.uses.items():
        votes[group.hidden.get(spelling, spelling)] += amount
    hidden_keys = {fold(spelling) for spelling in group.hidden}
    shown = [spelling for spelling in votes if fold(spelling) not in hidden_keys] or list(votes)
    name = min(shown, key=lambda spelling: (-votes[spelling], *_beauty(spelling)))
    key = fold(name)
    aliases = [
        Alias(spelling, _reason(spelling, key, group))
        for spelling in sorted(group.uses)
        if spelling != name
    ]
    return Skill(name, tuple(aliases))


def _reason(spelling: str, key: str, group: _Group) -> str:
    own = fold(spelling)
    if own == key:
        return _SAME_KEY
    return group.reasons.get(own) or group.reasons.get(key) or _SAME_KEY


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
