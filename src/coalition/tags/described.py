"""All that is known of the skill that a name stands for, each part with where it is from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coalition.tags.folding import fold
from coalition.tags.naming.alias_list import AliasList, Entry
from coalition.tags.naming.recognition import Recognition
from coalition.tags.naming.vocabulary import SHIPPED, KnownSkill, Vocabulary
from coalition.tags.suggesting.name_keys import NAME_KEYS
from coalition.tags.suggestions import Index, Suggestion

_NEAREST = 5


class Told(NamedTuple):
    """A name or a group, and where it is from."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a name.

    name:     as asked. skill: the known skill, "" for none. reason: why it is that one, a clause.
    meanings: what the name may stand for, where it alone does not tell.
    group:    of the skill, None for none.
    names:    the skill's other names by language, English first.
    broader, narrower, apart: what is above it and below it, and what it is never one with.
    nearest:  where the name is not known: known skills that it may be.
    """

    name: str
    skill: str = ""
    reason: str = ""
    meanings: tuple[Told, ...] = ()
    group: Told | None = None
    names: Mapping[str, tuple[Told, ...]] | None = None
    broader: tuple[Told, ...] = ()
    narrower: tuple[Told, ...] = ()
    apart: tuple[Told, ...] = ()
    nearest: tuple[Suggestion, ...] = ()


def described(name: str, recognition: Recognition, lists: Sequence[AliasList] = ()) -> Description:
    """What is known of ``name``; ``lists`` are those over the one that comes along."""
    known = recognition.vocabulary
    recognised = recognition(name)
    if found := recognised.several:
        return Description(
            name, meanings=tuple(Told(meaning, found.source) for meaning in found.meanings)
        )
    skill = known.skill(recognised.skill) if recognised.skill else None
    if skill is None:
        index = Index((skill.name for skill in known.skills), keys=NAME_KEYS)
        return Description(name, nearest=index.suggest(name, _NEAREST))
    entries = list(_entries(skill, lists, known))
    return Description(
        name=name,
        skill=skill.name,
        reason=recognised.reason,
        group=_group(skill, entries),
        names=_names(skill, known),
        broader=tuple(_broader(skill, entries, recognition)),
        narrower=tuple(_narrower(skill, lists, recognition)),
        apart=tuple(_apart(skill, known)),
    )


def _entries(
    skill: KnownSkill, lists: Sequence[AliasList], known: Vocabulary
) -> Iterator[tuple[str, Entry]]:
    """What lists say of a skill, under any of its names, the last list first."""
    for found in reversed(lists):
        for entry in found.entries:
            named = known.skill(entry.name)
            if named and named.name == skill.name:
                yield found.name, entry


def _group(skill: KnownSkill, entries: Sequence[tuple[str, Entry]]) -> Told | None:
    if not skill.group:
        return None
    said = (f"{name}, line {e.line}" for name, e in entries if e.group == skill.group)
    return Told(skill.group, next(said, SHIPPED))


def _names(skill: KnownSkill, known: Vocabulary) -> Mapping[str, tuple[Told, ...]]:
    own = known.exact[fold(skill.name)]
    position = known.names[own].skill
    found: dict[str, list[Told]] = defaultdict(list)
    for at, row in enumerate(known.names):
        is_its_name = row.skill == position and known.exact.get(fold(row.name)) == at
        if is_its_name and at != own:
            found[row.language].append(Told(row.name, row.source))
    return {language: tuple(found[language]) for language in sorted(found, key=_english_first)}


def _english_first(language: str) -> tuple[bool, str]:
    return language != "en", language


def _broader(
    skill: KnownSkill, entries: Sequence[tuple[str, Entry]], recognition: Recognition
) -> Iterator[Told]:
    for above in skill.broader:
        key = recognition(above).key
        said = (
            f"{name}, line {s.line}"
            for name, entry in entries
            for s in entry.said
            if s.word == "under" and recognition(s.name).key == key
        )
        yield Told(above, next(said, SHIPPED))


def _narrower(
    skill: KnownSkill, lists: Sequence[AliasList], recognition: Recognition
) -> Iterator[Told]:
    known = recognition.vocabulary
    for other in known.skills:
        if skill.name in other.broader and known.skill(other.name) == other:
            entries = list(_entries(other, lists, known))
            said = {told.text: told for told in _broader(other, entries, recognition)}
            yield Told(other.name, said[skill.name].source)


def _apart(skill: KnownSkill, known: Vocabulary) -> Iterator[Told]:
    for pair, source in known.apart.items():
        for own, other in (pair, pair[::-1]):
            found = known.find(own)
            if found and found.skill == skill:
                rival = known.find(other)
                yield Told(rival.name if rival else other, source)
