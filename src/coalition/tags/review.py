"""Which two names a person should be asked about, whether they are one skill.

**The formula**::

    usefulness = likelihood * weight of the smaller

The likelihood that two names are one is the score of :func:`coalition.tags.suggestions.suggest`,
the lesser of both ways and the best of all spellings of both; half of it where Coalition's list has
both as skills of their own. The weight of the smaller is what a yes moves in the cloud
(:mod:`coalition.tags.weights`).

Pairs below :data:`LEAST` are not offered, nor is what needs no question: names that are one
already, that are said to be two, that are one above the other (they are linked, and a yes would
lose the smaller within the larger), and names of several skills, which the others of a person
decide.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from coalition.tags.folding import fold
from coalition.tags.naming.alias_list import AliasList
from coalition.tags.naming.own_list import LATER, SAME, Answer, can_be_written
from coalition.tags.naming.recognition import Recognition
from coalition.tags.naming.vocabulary import SHIPPED, KnownSkill, Vocabulary
from coalition.tags.suggesting.name_keys import NAME_KEYS
from coalition.tags.suggestions import Index, Suggestion
from coalition.tags.weights import Profile, WeightedSkill, with_evidence

if TYPE_CHECKING:
    from coalition.tags.suggesting.meaning import Meaning

LEAST = 0.4
"""The least likelihood with which a pair is offered."""

TOLD_APART = 0.5
"""What is left of it where Coalition's list has both as skills of their own."""

_NEAREST = 30
"""Names looked at for each name."""

Progress = Callable[[int, int], None]


class Side(NamedTuple):
    """One of two names: as lists call it, as the sources do, its weight, whether it is a skill of
    the list that comes along.
    """

    name: str
    shown: str
    weight: float
    known: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names that may be one skill.

    larger, smaller: by weight. likelihood: 0 to 1. reason: why, a clause. weight: of both as one.
    postponed: whether it was left for later before.
    """

    larger: Side
    smaller: Side
    likelihood: float
    reason: str
    weight: float
    postponed: bool = False

    @property
    def usefulness(self) -> float:
        """The formula."""
        return self.likelihood * self.smaller.weight

    @property
    def _kept(self) -> Side:
        return self.smaller if self.smaller.known and not self.larger.known else self.larger

    @property
    def name(self) -> str:
        """What the skill is called if the two are one: as in the list that comes along, if one of
        them is there, else as the larger.
        """
        return self._kept.name

    def answer(self, word: str, on: str) -> Answer:
        """What is written for a word of :mod:`coalition.tags.naming.own_list` on this day."""
        first, second = self.larger.name, self.smaller.name
        if word == SAME and self.name == second:
            first, second = second, first
        return Answer(word, first, second, on)

    def as_one(self) -> Side:
        """Both together."""
        return self._kept._replace(weight=self.weight)


class Given(NamedTuple):
    """An answer to a pair: its word."""

    pair: Pair
    word: str


def likely_pairs(
    profile: Profile,
    recognition: Recognition,
    lists: Iterable[AliasList] = (),
    progress: Progress = lambda done, total: None,
    meaning: "Meaning | None" = None,
) -> tuple[Pair, ...]:
    """The pairs of a profile's skills to ask about, the most useful first, those that ``lists``
    leave for later last.

    recognition: the one that the profile was weighed with.
    progress:    told how many of the names were looked at.
    meaning:     of :func:`coalition.tags.suggestions.by_meaning`, to ask about names that are near
                 in meaning and share no word.
    """
    known = recognition.vocabulary
    skills = [skill for skill in profile.skills if _can_be_asked_about(skill, known)]
    sides = [_side(skill, recognition) for skill in skills]
    left = {_key(recognition, *pair) for pair in _postponed(lists)}
    found = []
    for (i, j), likely in _nearest(skills, progress, meaning).items():
        a, b = sides[i], sides[j]
        if not _is_open(a, b, known):
            continue
        likelihood = likely.score * (TOLD_APART if a.known and b.known else 1.0)
        if likelihood < LEAST:
            continue
        together = with_evidence(skills[i], (*skills[i].evidence, *skills[j].evidence)).weight
        reason = likely.reason
        if a.known and b.known:
            reason += f", though both are skills of {SHIPPED}"
        larger, smaller = (a, b) if (-a.weight, a.name) < (-b.weight, b.name) else (b, a)
        is_left = _key(recognition, a.name, b.name) in left
        found.append(Pair(larger, smaller, round(likelihood, 4), reason, together, is_left))
    return tuple(sorted(found, key=_order))


def still_open(pairs: Sequence[Pair], given: Sequence[Given]) -> Iterator[Pair]:
    """The pairs that the answers given so far leave open, as they are by then: after a yes the two
    are one in all pairs that follow.
    """
    become = _become(given)
    done = {frozenset(map(become, _names(pair))) for pair, word in given if word != SAME}
    merged = _merged(given)
    for pair in pairs:
        names = frozenset(map(become, _names(pair)))
        if len(names) == 1 or names in done:
            continue
        done.add(names)
        yield _as_it_is_now(pair, become, merged)


def _names(pair: Pair) -> tuple[str, str]:
    return pair.larger.name, pair.smaller.name


def _become(given: Iterable[Given]) -> Callable[[str], str]:
    """What the yeses make of a name."""
    onto: dict[str, str] = {}
    for pair, word in given:
        if word == SAME:
            gone = pair.smaller if pair.name == pair.larger.name else pair.larger
            onto[gone.name] = pair.name

    def become(name: str) -> str:
        while name in onto:
            name = onto[name]
        return name

    return become


def _merged(given: Iterable[Given]) -> dict[str, Side]:
    return {pair.name: pair.as_one() for pair, word in given if word == SAME}


def _as_it_is_now(pair: Pair, become: Callable[[str], str], merged: dict[str, Side]) -> Pair:
    a, b = (merged.get(become(side.name), side) for side in (pair.larger, pair.smaller))
    if (a, b) == (pair.larger, pair.smaller):
        return pair
    if a.weight < b.weight:
        a, b = b, a
    reason = f'"{pair.larger.shown}" and "{pair.smaller.shown}": {pair.reason}'
    return replace(pair, larger=a, smaller=b, weight=a.weight + b.weight, reason=reason)


def _order(pair: Pair) -> tuple[object, ...]:
    names = pair.larger.name, pair.smaller.name
    return pair.postponed, -pair.usefulness, -pair.likelihood, names


def _side(skill: WeightedSkill, recognition: Recognition) -> Side:
    name = recognition(skill.name).skill or skill.name
    listed = recognition.vocabulary.find(fold(name))
    known = listed is not None and listed.source == SHIPPED
    return Side(name, skill.name, skill.weight, known)


def _can_be_asked_about(skill: WeightedSkill, known: Vocabulary) -> bool:
    return fold(skill.name) not in known.ambiguous and can_be_written(skill.name)


def _nearest(
    skills: Sequence[WeightedSkill], progress: Progress, meaning: "Meaning | None"
) -> dict[tuple[int, int], Suggestion]:
    """By position: the pairs of skills with names near each other, and the likeliest of these."""
    owner: dict[str, int] = {}
    for at, skill in enumerate(skills):
        for name in (skill.name, *skill.aliases):
            owner.setdefault(name, at)
    best: dict[tuple[int, int], Suggestion] = {}
    for name, near in _both_ways(owner, progress, meaning):
        at, other = owner[name], owner[near.name]
        pair = min(at, other), max(at, other)
        if at == other or (pair in best and best[pair].score >= near.score):
            continue
        shown = {name, near.name} == {skills[at].name, skills[other].name}
        told = near.reason if shown else f'"{name}" and "{near.name}": {near.reason}'
        best[pair] = near._replace(reason=told)
    return best


def _both_ways(
    names: Collection[str], progress: Progress, meaning: "Meaning | None"
) -> Iterator[tuple[str, Suggestion]]:
    """Each name with those near it, as likely as either is to be meant by the other: "ES" may be
    all that "Executive Search" can be short for, and yet be short for much else.
    """
    index = Index(names, meaning=meaning, keys=NAME_KEYS)
    found: dict[str, dict[str, Suggestion]] = {}
    for done, name in enumerate(names, 1):
        found[name] = {near.name: near for near in index.suggest(name, _NEAREST)}
        progress(done, len(names))
    for name, nearest in found.items():
        for other, near in nearest.items():
            back = found[other]
            if name in back:
                yield name, near._replace(score=min(near.score, back[name].score))
            elif len(back) == _NEAREST:
                least = min(one.score for one in back.values())
                yield name, near._replace(score=min(near.score, least))


def _is_open(a: Side, b: Side, known: Vocabulary) -> bool:
    """Whether nothing answers the question yet."""
    if a.name == b.name or known.who_parts(a.name, b.name):
        return False
    return b.name not in _above(a.name, known) and a.name not in _above(b.name, known)


def _above(name: str, known: Vocabulary) -> set[str]:
    """The names of all that is above a skill, whatever is between."""
    above: set[str] = set()
    waiting = [name]
    while waiting:
        skill = known.skill(waiting.pop()) or KnownSkill("")
        waiting += [broader for broader in skill.broader if broader not in above]
        above.update(skill.broader)
    return above


def _postponed(lists: Iterable[AliasList]) -> Iterator[tuple[str, str]]:
    for found in lists:
        for entry in found.entries:
            for other in entry.of(LATER):
                yield entry.name, other


def _key(recognition: Recognition, a: str, b: str) -> frozenset[str]:
    return frozenset((recognition(a).key, recognition(b).key))
