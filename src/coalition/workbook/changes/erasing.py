"""A person erased: everything held on them, and their name wherever other people's facts have it.

What is left is a salted hash of what told who they were, so that an import asks before it brings
them back. SQLite overwrites what is deleted (``secure_delete``), and the log is emptied at the end.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from coalition.model.held import Field
from coalition.model.person import Person as Described
from coalition.workbook.changes.erased import Erased
from coalition.workbook.changes.redacting import Mention, Redaction, spelled_of
from coalition.workbook.changes.refreshing import refresh
from coalition.workbook.changes.spelled import Spelled
from coalition.workbook.changes.strangers import refuse_strangers
from coalition.workbook.changes.undoing import delete_people
from coalition.workbook.deriving import Stated, described_by
from coalition.workbook.models import (
    Commitment,
    Erasure,
    Evidence,
    Fact,
    Note,
    Participant,
    Person,
    Source,
    Stake,
    Tie,
    Touchpoint,
)
from coalition.workbook.queries.origins import FACTS
from coalition.workbook.reading_facts import me_and_merged, roots_of, stated_of
from coalition.workbook.space import Space, in_parts

_THEIRS: tuple[Any, ...] = (Fact, Evidence, Note, Stake, Commitment)
"""The tables whose rows are about one person."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What was erased.

    facts: how many rows. mentions: what named them and does no longer, and what has a name that is
    somebody else's too and stays. in_log: whether traces of them are left in the workbook's log, as
    another program was reading it: they go when the last program closes it.
    """

    name: str
    facts: int
    mentions: tuple[Mention, ...]
    in_log: bool = False


def erase(space: Space, person: int) -> Gone:
    """Erase a person everywhere in the workspace, as a whole or not at all."""
    with space.all_or_nothing():
        refuse_strangers(space, person)
        numbers = sorted(roots_of(space, [person]))
        name = space.of(Person).get(pk=person).name
        told = [(fact.field, fact.value) for fact in stated_of(space, [person])[person]]
        spelled = spelled_of(space, [*told, (Field.NAME, name)], numbers)
        _remember(space, numbers)
        facts, sources = _count(space, numbers), _sources(space, numbers)
        met = _met(space, numbers)
        touched = _silence(space, numbers)
        delete_people(space, numbers)
        _drop_empty(space, met)
        redaction = Redaction(space, spelled.anywhere())
        _take_from_meetings(space, met, spelled, redaction)
        redaction.everywhere()
        _drop_sources(space, sources)
        refresh(space, _others(space, touched | redaction.people))
    mentions = tuple(mention for mention in redaction.told if mention.text)
    return Gone(name, facts, mentions, in_log=not space.settle())


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


def _met(space: Space, numbers: Sequence[int]) -> list[int]:
    """The touchpoints that they took part in."""
    rows = space.of(Touchpoint).filter(participants__person__in=numbers).distinct()
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _take_from_meetings(
    space: Space, met: Sequence[int], spelled: Spelled, redaction: Redaction
) -> None:
    """Take also parts of their name out of what was talked about with them: "Coffee with Ada"."""
    for part in in_parts(met):
        for taken, numbers in _by_taken(space, part, spelled).items():
            rows = space.of(Touchpoint).filter(pk__in=numbers)
            theirs = spelled.beside(taken)
            for column in ("about", "text"):
                redaction.of_rows(Touchpoint, column, "a touchpoint on {day}", rows, theirs)


def _by_taken(
    space: Space, met: Sequence[int], spelled: Spelled
) -> dict[frozenset[str], list[int]]:
    """Touchpoints by the words of the name that those have too who still take part."""
    names: dict[int, set[str]] = {number: set() for number in met}
    took_part = space.of(Participant).filter(touchpoint__in=met)
    for number, name in took_part.values_list("touchpoint", "person__name"):
        names[number].add(name)
    found: dict[frozenset[str], list[int]] = defaultdict(list)
    for number, each in names.items():
        found[spelled.taken(each)].append(number)
    return found


def _count(space: Space, numbers: Sequence[int]) -> int:
    rows = [space.of(table).filter(person__in=numbers) for table in (*_THEIRS, Participant)]
    rows.append(_ties(space, numbers))
    return sum(each.count() for each in rows)


def _ties(space: Space, numbers: Sequence[int]) -> Any:
    return space.of(Tie).filter(Q(one__in=numbers) | Q(other__in=numbers))


def _sources(space: Space, numbers: Sequence[int]) -> set[int]:
    """The sources of what is held on them."""
    rows: list[Any] = [space.of(table).filter(person__in=numbers) for table in _THEIRS]
    rows.append(_ties(space, numbers))
    rows.append(space.of(Touchpoint).filter(participants__person__in=numbers))
    return {number for each in rows for number in each.values_list("source", flat=True).distinct()}


def _drop_sources(space: Space, sources: Iterable[int]) -> None:
    """Of ``sources``, those that nothing is held of any more are forgotten."""
    for part in in_parts(sorted(sources)):
        used: set[int] = set()
        for table in FACTS:
            rows = space.of(table).filter(source__in=part)
            used.update(rows.values_list("source", flat=True).distinct())
        space.of(Source).filter(pk__in=set(part) - used).delete()


def _silence(space: Space, numbers: Sequence[int]) -> set[int]:
    """What others were told by them is no longer said by anybody in particular."""
    said = space.of(Evidence).filter(by_person__in=numbers)
    touched = set(said.values_list("person", flat=True))
    said.update(by="", by_key="", by_person=None)
    took_part = space.of(Touchpoint).filter(participants__person__in=numbers)
    others = space.of(Participant).filter(touchpoint__in=took_part).exclude(person__in=numbers)
    touched.update(others.values_list("person", flat=True))
    return touched - set(numbers)


def _drop_empty(space: Space, met: Sequence[int]) -> None:
    """Of the touchpoints ``met``, those that nobody but the user took part in are nothing any
    more.
    """
    others = space.of(Participant).exclude(person__in=me_and_merged(space))
    for part in in_parts(met):
        with_others = others.filter(touchpoint__in=part).values("touchpoint")
        space.of(Touchpoint).filter(pk__in=part).exclude(pk__in=with_others).delete()


def _others(space: Space, people: Iterable[int]) -> list[int]:
    return list(space.of(Person).filter(pk__in=list(people)).values_list("pk", flat=True))
