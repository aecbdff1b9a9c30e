"""What is derived of people brought up to date: what lists show of them, and how they are found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.db.models import Exists, Max, OuterRef, Q

from coalition.people.identity import identity_of, keys
from coalition.workbook.deriving import Stated, described_by, shown
from coalition.workbook.models import (
    Evidence,
    Note,
    Participant,
    Person,
    Term,
    Touchpoint,
)
from coalition.workbook.reading_facts import me_and_merged, roots_of, stated_of
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
    texts = _texts(space, people)
    touched = last_touches(space, people)
    changed = []
    for row in space.of(Person).filter(pk__in=people):
        facts = stated.get(row.pk, [])
        if facts:
            show(row, facts)
        row.last_touch = touched.get(row.pk)
        changed.append(row)
    space.update(changed, (*_SHOWN, "last_touch"))
    space.of(Term).filter(person__in=people).delete()
    add_terms(
        space,
        {
            number: terms_of(
                stated.get(number, []),
                keys(identity_of(described_by(stated.get(number, [])))),
                texts.get(number, ()),
            )
            for number in people
        },
    )


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


def last_touches(space: Space, people: Sequence[int]) -> dict[int, date]:
    """The last day each of ``people`` was in touch with the user, as far as it is known.

    Where it is known who the user is, touchpoints of others among themselves do not count; one
    that names nobody else, as the last contact in a table, does.
    """
    from django.utils.timezone import localdate

    roots = roots_of(space, people)
    took_part = space.of(Participant).filter(
        person__in=list(roots), touchpoint__day__lte=localdate()
    )
    me = me_and_merged(space)
    if me:
        others = space.of(Participant).filter(touchpoint=OuterRef("touchpoint"))
        took_part = took_part.filter(
            Q(Exists(others.filter(person__in=me))) | ~Exists(others.exclude(pk=OuterRef("pk")))
        )
    found: dict[int, date] = {}
    for person, day in took_part.values_list("person").annotate(Max("touchpoint__day")):
        root = roots[person]
        found[root] = max(day, found.get(root, day))
    return found


def refresh_touches(space: Space) -> None:
    """Derive anew when each person was last in touch with the user, who has changed."""
    people = list(space.of(Person).filter(merged_into=None).values_list("pk", flat=True))
    for part in in_parts(people):
        touched = last_touches(space, part)
        rows = list(space.of(Person).filter(pk__in=part))
        changed = [row for row in rows if row.last_touch != touched.get(row.pk)]
        for row in changed:
            row.last_touch = touched.get(row.pk)
        space.update(changed, ("last_touch",))


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
