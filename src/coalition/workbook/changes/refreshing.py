"""What is derived of people brought up to date: what lists show of them, and how they are found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from coalition.people.identity import keys
from coalition.workbook.changes.touches import last_touches
from coalition.workbook.deriving import Stated, identity_by, shown
from coalition.workbook.models import (
    Evidence,
    Note,
    Person,
    Term,
    Touchpoint,
)
from coalition.workbook.reading_facts import roots_of, stated_of
from coalition.workbook.space import BATCH, Space, in_parts
from coalition.workbook.terms import terms_of

_SHOWN = ("name", "sort", "title", "organisation", "unit", "place", "email", "active")


def refresh(space: Space, people: Iterable[int]) -> None:
    """Derive anew what is shown of ``people`` and the words they are found by.

    Those who were merged into another are derived with that one.
    """
    wanted = sorted(set(people))
    rows = space.of(Person)
    for start in range(0, len(wanted), BATCH):
        part = wanted[start : start + BATCH]
        merged = dict(
            rows.filter(pk__in=part, merged_into__isnull=False).values_list("pk", "merged_into_id")
        )
        space.of(Term).filter(person__in=list(merged)).delete()
        _refresh(space, sorted({merged.get(number, number) for number in part}))


def _refresh(space: Space, people: Sequence[int]) -> None:
    stated = stated_of(space, people)
    touched = last_touches(space, people)
    changed = []
    for row in space.of(Person).filter(pk__in=people):
        before = _stored(row)
        if facts := stated.get(row.pk):
            show(row, facts)
        row.last_touch = touched.get(row.pk)
        if _stored(row) != before:
            changed.append(row)
    space.update_cells(
        Person, (*_SHOWN, "last_touch"), [(*_stored(row), row.pk) for row in changed]
    )
    _set_terms(space, people, _terms(space, people, stated))


def _stored(row: Person) -> tuple[Any, ...]:
    return (*(getattr(row, field) for field in _SHOWN), row.last_touch)


def _set_terms(
    space: Space, people: Sequence[int], terms_by_person: Mapping[int, frozenset[str]]
) -> None:
    """Have these be the terms of ``people``; only what differs is written."""
    before = _terms_stored(space, people)
    gone = [
        (space.id, term, number)
        for number in people
        for term in sorted(before[number] - terms_by_person[number])
    ]
    space.run(
        "DELETE FROM workbook_term WHERE workspace_id = %s AND term = %s AND person_id = %s", gone
    )
    add_terms(space, {number: terms_by_person[number] - before[number] for number in people})


def _terms_stored(space: Space, people: Sequence[int]) -> Mapping[int, set[str]]:
    stored: dict[int, set[str]] = defaultdict(set)
    for number, term in space.of(Term).filter(person__in=people).values_list("person", "term"):
        stored[number].add(term)
    return stored


def _terms(
    space: Space, people: Sequence[int], stated: Mapping[int, Sequence[Stated]]
) -> dict[int, frozenset[str]]:
    texts = _texts(space, people)
    return {
        number: terms_of(
            stated.get(number, []),
            keys(identity_by(stated.get(number, []))),
            texts.get(number, ()),
        )
        for number in people
    }


def out_of_date(space: Space) -> list[int]:
    """The people of whom what is stored as derived is not what is derived from their facts now.

    The last day they were in touch is left out: it changes with the day.
    """
    found: set[int] = set()
    people = space.of(Person).order_by("pk")
    merged = people.filter(merged_into__isnull=False).values_list("pk", flat=True)
    found.update(space.of(Term).filter(person__in=merged).values_list("person", flat=True))
    roots = list(people.filter(merged_into=None).values_list("pk", flat=True))
    for part in in_parts(roots):
        stated = stated_of(space, part)
        stored = _terms_stored(space, part)
        derived = _terms(space, part, stated)
        found.update(number for number in part if derived[number] != stored[number])
        for row in people.filter(pk__in=part):
            before = _stored(row)
            if stated.get(row.pk):
                show(row, stated[row.pk])
            if before != _stored(row):
                found.add(row.pk)
    return sorted(found)


def show(row: Person, facts: Sequence[Stated]) -> None:
    """Set what a list shows of a person."""
    now = shown(facts)
    for field in _SHOWN:
        setattr(row, field, getattr(now, field))


def add_terms(space: Space, terms_by_person: dict[int, frozenset[str]]) -> None:
    """Store the terms of people who have none stored."""
    space.add_cells(
        Term,
        ("term", "person_id"),
        [(term, person) for person, found in terms_by_person.items() for term in sorted(found)],
    )


def _texts(space: Space, people: Sequence[int]) -> dict[int, list[str]]:
    """What is known of each beside their facts: skills, notes, what was talked about."""
    roots = roots_of(space, people)
    found: dict[int, list[str]] = defaultdict(list)
    for person, text in _rows_of_text(space, sorted(roots)):
        found[roots[person]].append(text)
    return found


def _rows_of_text(space: Space, people: Sequence[int]) -> Iterator[tuple[int, str]]:
    skills = space.of(Evidence).filter(person__in=people)
    for person, skill, canonical in skills.values_list("person", "skill", "canonical").distinct():
        yield person, skill
        yield person, f"skill:{canonical}"
    talks = space.of(Touchpoint).filter(participants__person__in=people).exclude(about="")
    yield from talks.values_list("participants__person", "about").distinct()
    if space.cipher is None:  # the words of sealed texts stay sealed
        yield from space.of(Note).filter(person__in=people).values_list("person", "text")
        talks = space.of(Touchpoint).filter(participants__person__in=people).exclude(text="")
        yield from talks.values_list("participants__person", "text")
