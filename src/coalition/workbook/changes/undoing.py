"""A file's facts taken back out, and only them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q

from coalition.errors import WorkbookError
from coalition.model.held import Field, SourceKind
from coalition.workbook.changes.recognising import Recogniser
from coalition.workbook.changes.refreshing import refresh
from coalition.workbook.changes.touches import refresh_touches, set_me
from coalition.workbook.models import (
    Commitment,
    Doubt,
    Evidence,
    Fact,
    Goal,
    Merge,
    Note,
    Obstacle,
    Participant,
    Person,
    Source,
    Stake,
    Tie,
)
from coalition.workbook.queries.origins import FACTS
from coalition.workbook.reading_facts import me_of
from coalition.workbook.space import Space, in_parts


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What was taken out: how many facts, and the names of the people nothing else is known of."""

    name: str
    facts: int
    people: tuple[str, ...]


def take_out(space: Space, source: int, *, dry_run: bool = False) -> TakenOut:
    """Take the facts of one source out, and the people of whom nothing is known without them.

    dry_run: only say what would come of it.

    Raises WorkbookError where there is no such source.
    """
    with space.all_or_nothing():
        row = space.of(Source).filter(pk=source).first()
        if row is None:
            raise WorkbookError(f"There is no source {source}: `coalition import` lists them.")
        _hand_on_goals(space, source)
        told_of = _people_of(space, source)
        facts = 0
        for table in FACTS:
            facts += space.of(table).filter(source=source).count()
        name = row.name
        asked_of = _no_longer_asked(space, source)
        row.delete()
        gone = forget_unknown(space, told_of)
        keep_named(space, sorted(told_of - gone.keys()))
        refresh(space, told_of - gone.keys())
        _ask_again(space, asked_of)
        if dry_run:
            space.leave_as_it_was()
        return TakenOut(name, facts, tuple(gone.values()))


def _hand_on_goals(space: Space, source: int) -> None:
    """Have goals for which other sources say who has a stake stay, as theirs."""
    others = space.of(Stake).filter(goal__source=source).exclude(source=source).order_by("-pk")
    heirs = dict(others.values_list("goal", "source"))
    space.update_cells(
        Goal, ("source_id", "file", "row"), [(heir, "", None, goal) for goal, heir in heirs.items()]
    )


def _no_longer_asked(space: Space, source: int) -> set[int]:
    """Take back what a source made the user be asked; the people that was about."""
    doubts = space.of(Doubt).filter(source=source, answer="")
    asked_of = {person for pair in doubts.values_list("one", "other") for person in pair}
    doubts.delete()
    return asked_of


def _ask_again(space: Space, people: Iterable[int]) -> None:
    """Ask about those of ``people`` who, by what is still known, may be somebody else."""
    from django.utils.timezone import now

    numbers = roots(space, people)
    rows = [
        Doubt(
            workspace_id=space.id,
            one_id=min(one, other),
            other_id=max(one, other),
            reason=reason,
            at=now(),
        )
        for one, other, reason in Recogniser(space).near(numbers)
    ]
    Doubt._default_manager.using(space.alias).bulk_create(rows, ignore_conflicts=True)


def roots(space: Space, people: Iterable[int]) -> set[int]:
    """The numbers that those of ``people`` who are there are known under."""
    found: set[int] = set()
    for part in in_parts(sorted(set(people))):
        rows = space.of(Person).filter(pk__in=part).values_list("pk", "merged_into")
        found.update(root or number for number, root in rows)
    return found


def _people_of(space: Space, source: int) -> set[int]:
    """The people about whom a source says anything."""
    found: set[int] = set()
    for table, fields in (
        (Fact, ("person",)),
        (Evidence, ("person", "by_person")),
        (Tie, ("one", "other")),
        (Note, ("person", "by_person")),
        (Stake, ("person",)),
        (Obstacle, ("blocks", "remover")),
        (Commitment, ("person",)),
    ):
        for field in fields:
            rows = space.of(table).filter(source=source)
            found.update(rows.values_list(field, flat=True).distinct())
    took_part = space.of(Participant).filter(touchpoint__source=source)
    found.update(took_part.values_list("person", flat=True).distinct())
    return {number for number in found if number is not None}


def forget_unknown(space: Space, people: Iterable[int]) -> dict[int, str]:
    """Delete those of ``people`` of whom nothing is known any more; their numbers and names."""
    gone: dict[int, str] = {}
    for part in in_parts(sorted(people)):
        known = _known(space, part)
        for row in space.of(Person).filter(pk__in=set(part) - known).order_by("pk"):
            gone[row.pk] = row.name
    delete_people(space, gone)
    return gone


def _known(space: Space, people: Iterable[int]) -> set[int]:
    """Those of ``people`` of whom something is known."""
    numbers = list(people)
    found: set[int] = set()
    for table, field in (
        (Fact, "person"),
        (Evidence, "person"),
        (Evidence, "by_person"),
        (Tie, "one"),
        (Tie, "other"),
        (Note, "person"),
        (Note, "by_person"),
        (Participant, "person"),
        (Stake, "person"),
        (Obstacle, "blocks"),
        (Obstacle, "remover"),
        (Commitment, "person"),
    ):
        rows = space.of(table).filter(**{f"{field}__in": numbers})
        found.update(rows.values_list(field, flat=True).distinct())
    return found


def delete_people(space: Space, people: Collection[int]) -> None:
    """Delete people and all that belongs to them; who was merged into them stands alone again, and
    is the user again if they were before that; whom they were merged into is shown without them.
    """
    me = me_of(space)
    before = _me_before(space, me, set(people)) if me in people else None
    for part in in_parts(sorted(people)):
        rows = space.of(Person)
        alone = list(
            rows.filter(merged_into__in=part).exclude(pk__in=part).values_list("pk", flat=True)
        )
        into = rows.filter(pk__in=part, merged_into__isnull=False).exclude(merged_into__in=part)
        alone += [root for root in into.values_list("merged_into", flat=True) if root is not None]
        rows.filter(merged_into__in=part).update(merged_into=None)
        space.of(Merge).filter(Q(kept__in=part) | Q(gone__in=part)).delete()
        space.of(Doubt).filter(Q(one__in=part) | Q(other__in=part)).delete()
        space.of(Person).filter(pk__in=part).delete()
        refresh(space, alone)
    if me in people:
        if before is not None:
            set_me(space, before)
        refresh_touches(space)


def _me_before(space: Space, me: int | None, gone: Collection[int]) -> int | None:
    """Who was the user before they were merged into ``me``, of those who are not ``gone`` too."""
    merges = space.of(Merge).filter(kept=me, undone__isnull=True, was_me=True).order_by("-pk")
    numbers = merges.values_list("gone_id", flat=True)
    return next((number for number in numbers if number not in gone), None)


def keep_named(space: Space, people: Iterable[int]) -> None:
    """Give those whose name only the source that was taken out knew a fact of their name, so that
    what else is known of them still says of whom.
    """
    for part in in_parts(list(people)):
        named = set(
            space.of(Fact)
            .filter(person__in=part, field=Field.NAME)
            .values_list("person", flat=True)
        )
        nameless = space.of(Person).filter(pk__in=set(part) - named)
        rows = [
            Fact(
                workspace_id=space.id,
                person=person,
                field=Field.NAME,
                value=person.name,
                source=_source_about(space, person.pk),
            )
            for person in nameless
        ]
        space.add([row for row in rows if row.source_id is not None])


def _source_about(space: Space, person: int) -> Source | None:
    """The first source that still says anything about a person."""
    rows = space.of(Source).order_by("pk")
    for table, path in ((Note, "person"), (Tie, "one"), (Tie, "other"), (Evidence, "person"),
                        (Evidence, "by_person"), (Note, "by_person"), (Fact, "person"),
                        (Stake, "person"), (Commitment, "person"), (Obstacle, "blocks"),
                        (Obstacle, "remover")):  # fmt: skip
        held = space.of(table).filter(**{path: person}).values("source")
        if found := rows.filter(pk__in=held).first():
            return found
    took_part = space.of(Participant).filter(person=person).values("touchpoint__source")
    return rows.filter(pk__in=took_part).first()


def typed(space: Space, what: str) -> Source:
    """A new source: the user's own words, now."""
    from django.utils.timezone import now

    row = Source(workspace_id=space.id, kind=SourceKind.TYPED, name=what[:500], at=now())
    return space.add([row])[0]
