"""A person erased: everything held on them, and their name wherever other people's facts have it.

What is left is a salted hash of what told who they were, so that an import asks before it brings
them back. SQLite overwrites what is deleted (``secure_delete``), and the log is emptied at the end.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q

from coalition.model.held import Field
from coalition.model.person import Person as Described
from coalition.people.names import natural_order
from coalition.workbook.changes.erased import Erased
from coalition.workbook.changes.refreshing import refresh
from coalition.workbook.changes.strangers import refuse_strangers
from coalition.workbook.changes.undoing import delete_people
from coalition.workbook.deriving import described_by
from coalition.workbook.models import (
    Commitment,
    Doubt,
    Erasure,
    Evidence,
    Fact,
    Goal,
    Note,
    Obstacle,
    Participant,
    Person,
    Source,
    Stake,
    Tie,
    Touchpoint,
)
from coalition.workbook.reading_facts import me_and_merged, roots_of, stated_of
from coalition.workbook.space import Space, in_parts

ERASED = "[erased]"
"""What stands where a name was in other people's facts."""

_SHORTEST = 2
_NAMES = (Field.NAME, Field.READING, Field.SORT, Field.ALSO)
_ADDRESSES = (Field.EMAIL, Field.PROFILE)
_TEXTS: tuple[tuple[type[Model], str, str], ...] = (
    (Fact, "value", "what is known of {person}"),
    (Fact, "detail", "what is known of {person}"),
    (Evidence, "group", "skills of {person}"),
    (Tie, "about", "a tie of {one}"),
    (Touchpoint, "about", "a touchpoint on {day}"),
    (Touchpoint, "text", "a touchpoint on {day}"),
    (Touchpoint, "key", "a touchpoint on {day}"),
    (Note, "text", "a note on {person}"),
    (Goal, "name", "a goal"),
    (Stake, "because", "a stake of {person}"),
    (Obstacle, "what", "an obstacle"),
    (Commitment, "what", "a commitment with {person}"),
    (Source, "name", "the name of a source"),
    (Doubt, "reason", "a question about two people"),
)
_SEALED = {(Touchpoint, "text"), (Note, "text")}


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact about somebody else that named the erased person. text: as it stands now."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Gone:
    """What was erased. facts: how many rows. mentions: what named them and does no longer."""

    name: str
    facts: int
    mentions: tuple[Mention, ...]


def erase(space: Space, person: int) -> Gone:
    """Erase a person everywhere in the workspace, as a whole or not at all."""
    with space.all_or_nothing():
        refuse_strangers(space, person)
        numbers = sorted(roots_of(space, [person]))
        name = space.of(Person).get(pk=person).name
        stated = [fact for facts in stated_of(space, [person]).values() for fact in facts]
        pattern = _pattern(_forms(stated, name))
        _remember(space, numbers)
        met = _touchpoints_of(space, numbers, stated, name)
        facts = _count(space, numbers)
        touched = _silence(space, numbers)
        delete_people(space, numbers)
        mentions = (*met, *_mentions(space, pattern)) if pattern else met
        _drop_empty(space)
        refresh(space, _others(space, touched))
    space.settle()
    return Gone(name, facts, tuple(mention for mention in mentions if mention.text))


def _forms(stated: Iterable[Any], name: str) -> set[str]:
    """How they are written: names in both orders, and addresses."""
    forms = {name}
    for fact in stated:
        if fact.field in _NAMES:
            forms |= {fact.value, natural_order(fact.value), *_turned(fact.value)}
        elif fact.field in _ADDRESSES:
            forms |= {fact.value, fact.value.rstrip("/").rsplit("/", 1)[-1]}
    return {form for form in forms if len(form) > _SHORTEST}


def _turned(name: str) -> Iterator[str]:
    """A name with the last word first: "Testerson, Ada" and "Testerson Ada"."""
    first, found, last = name.strip().rpartition(" ")
    if found:
        yield f"{last}, {first}"
        yield f"{last} {first}"


def _pattern(forms: Iterable[str]) -> "re.Pattern[str] | None":
    """What finds any of the forms as whole words; the longest first."""
    ordered = sorted(set(forms), key=len, reverse=True)
    if not ordered:
        return None
    inner = "|".join(r"\s+".join(map(re.escape, form.split())) for form in ordered)
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)", re.IGNORECASE)


def _remember(space: Space, numbers: Sequence[int]) -> None:
    from django.utils.timezone import now

    erased = Erased.of(space)
    hashes: set[str] = set()
    for number in numbers:
        facts = space.of(Fact).filter(person=number).select_related("source")
        hashes.update(erased.of_person(_described(facts)))
    at = now()
    rows = [
        Erasure(workspace_id=space.id, hash=each, at=at) for each in sorted(hashes - erased.hashes)
    ]
    space.add(rows)


def _described(facts: Iterable[Fact]) -> Described:
    from coalition.workbook.deriving import Stated

    return described_by(
        Stated(
            fact.field,
            fact.value,
            fact.on,
            fact.source.at,
            False,
            fact.detail,
            (fact.source_id, fact.file, fact.row),
        )
        for fact in facts
    )


def _touchpoints_of(
    space: Space, numbers: Sequence[int], stated: Iterable[Any], name: str
) -> tuple[Mention, ...]:
    """Take parts of their name out of what was talked about with them: "Coffee with Ada"."""
    words = {word for form in _forms(stated, name) for word in re.findall(r"\w+", form)}
    pattern = _pattern(word for word in words if len(word) >= _SHORTEST)
    rows = space.of(Touchpoint).filter(participants__person__in=numbers).distinct()
    return tuple(_redacted(space, Touchpoint, "about", "a touchpoint on {day}", rows, pattern))


def _count(space: Space, numbers: Sequence[int]) -> int:
    tables: tuple[Any, ...] = (Fact, Evidence, Note, Participant, Stake, Commitment)
    rows = [space.of(table).filter(person__in=numbers) for table in tables]
    rows.append(space.of(Tie).filter(Q(one__in=numbers) | Q(other__in=numbers)))
    return sum(each.count() for each in rows)


def _silence(space: Space, numbers: Sequence[int]) -> set[int]:
    """What others were told by them is no longer said by anybody in particular."""
    said = space.of(Evidence).filter(by_person__in=numbers)
    touched = set(said.values_list("person", flat=True))
    said.update(by="", by_key="", by_person=None)
    took_part = space.of(Touchpoint).filter(participants__person__in=numbers)
    others = space.of(Participant).filter(touchpoint__in=took_part).exclude(person__in=numbers)
    touched.update(others.values_list("person", flat=True))
    return touched - set(numbers)


def _mentions(space: Space, pattern: "re.Pattern[str]") -> Iterator[Mention]:
    _silence_names(space, pattern)
    for table, column, where in _TEXTS:
        rows = space.of(table).exclude(**{column: ""})
        yield from _redacted(space, table, column, where, rows, pattern)


def _silence_names(space: Space, pattern: "re.Pattern[str]") -> None:
    """Evidence that names them without being tied to them."""
    rows = space.of(Evidence).exclude(by="")
    names = rows.values_list("by", "by_key").distinct().iterator()
    found = [pair for pair in names if any(pattern.search(text) for text in pair)]
    for by, key in found:
        rows.filter(by=by, by_key=key).update(by="", by_key="", by_person=None)


def _redacted(
    space: Space,
    table: type[Model],
    column: str,
    where: str,
    rows: Any,
    pattern: "re.Pattern[str] | None",
) -> Iterator[Mention]:
    """Take what ``pattern`` finds out of a column of ``rows``; what was changed."""
    if pattern is None:
        return
    sealed = (table, column) in _SEALED
    changed = []
    for row in rows.iterator(chunk_size=2000):
        stored = getattr(row, column)
        before = space.unseal(stored) if sealed else stored
        after = pattern.sub(ERASED, before)
        if after != before:
            setattr(row, column, space.seal(after) if sealed else after)
            changed.append((row, after))
    for part in in_parts(changed):
        space.of(table).bulk_update([row for row, _ in part], [column])
    for row, after in changed:
        if column != "key":
            yield Mention(_where(row, where), after)


def _where(row: Any, where: str) -> str:
    """``where`` with what of the row it names."""
    return where.format(**{name: getattr(row, name) for name in re.findall(r"{(\w+)}", where)})


def _drop_empty(space: Space) -> None:
    """Touchpoints that nobody but the user took part in are nothing any more."""
    me = me_and_merged(space)
    with_others = space.of(Participant).exclude(person__in=me).values("touchpoint")
    space.of(Touchpoint).exclude(pk__in=with_others).delete()


def _others(space: Space, people: Iterable[int]) -> list[int]:
    return list(space.of(Person).filter(pk__in=list(people)).values_list("pk", flat=True))
