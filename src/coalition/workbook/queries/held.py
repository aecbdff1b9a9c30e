"""All that is held on one person, with where each of it came from."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Model, Q

from coalition.model import held
from coalition.model.held import Field, Held
from coalition.workbook.models import (
    Commitment,
    Evidence,
    Fact,
    Note,
    Obstacle,
    Participant,
    Person,
    Stake,
    Tie,
    Touchpoint,
)
from coalition.workbook.queries.doubts import doubts
from coalition.workbook.queries.origins import origin
from coalition.workbook.queries.people import row_of, summary
from coalition.workbook.reading_facts import me_and_merged, roots_of
from coalition.workbook.space import Space

Row = TypeVar("Row", bound=Model)


def held_on(space: Space, person: int) -> Held:
    """All that is held on a person, and on those merged into them.

    Raises NotOne where there is nobody of that number.
    """
    row = row_of(space, person)
    numbers = sorted(roots_of(space, [person]))
    merged = space.of(Person).filter(merged_into=person).order_by("pk")
    return Held(
        summary=summary(row),
        me=person in me_and_merged(space),
        merged=tuple(merged.values_list("name", flat=True)),
        facts=_facts(space, numbers),
        skills=_skills(space, numbers),
        ties=_ties(space, numbers),
        touchpoints=_touchpoints(space, numbers),
        notes=_notes(space, numbers),
        stakes=_stakes(space, numbers),
        obstacles=_obstacles(space, numbers),
        commitments=_commitments(space, numbers),
        given=_given(space, numbers),
        written=_written(space, numbers),
        doubts=tuple(each for each in doubts(space) if person in (each.one.id, each.other.id)),
    )


def _facts(space: Space, numbers: Sequence[int]) -> tuple[held.HeldFact, ...]:
    rows = space.of(Fact).filter(person__in=numbers).select_related("source")
    order = {str(field): place for place, field in enumerate(Field)}
    return tuple(
        held.HeldFact(
            row.pk,
            Field(row.field),
            row.value,
            origin(row),
            row.on,
            json.loads(row.detail) if row.detail else None,
        )
        for row in sorted(rows, key=lambda row: (order[row.field], row.value, row.pk))
    )


def _skills(space: Space, numbers: Sequence[int]) -> tuple[held.HeldSkill, ...]:
    rows = space.of(Evidence).filter(person__in=numbers).select_related("source")
    return tuple(
        held.HeldSkill(
            row.skill, row.kind, row.amount, row.at_least, row.by, row.on, row.group, row.unit,
            origin(row),
        )
        for row in rows.order_by("canonical", "pk")
    )  # fmt: skip


def _ties(space: Space, numbers: Sequence[int]) -> tuple[held.HeldTie, ...]:
    rows = space.of(Tie).filter(Q(one__in=numbers) | Q(other__in=numbers))
    found = []
    for row in rows.select_related("source", "one", "other").order_by("kind", "pk"):
        forward = row.one_id in numbers
        who = row.other if forward else row.one
        found.append(
            held.HeldTie(
                row.kind, forward, who.merged_into_id or who.pk, who.name, row.about, row.weight,
                row.on, row.until, origin(row),
            )
        )  # fmt: skip
    return tuple(found)


def _touchpoints(space: Space, numbers: Sequence[int]) -> tuple[held.HeldTouchpoint, ...]:
    rows = space.of(Touchpoint).filter(participants__person__in=numbers).distinct()
    found = list(rows.select_related("source").order_by("-day", "-at", "pk"))
    names = _names(space, found, numbers)
    return tuple(
        held.HeldTouchpoint(
            row.at, row.until, row.zone, row.channel, row.about, space.unseal(row.text),
            tuple(names.get(row.pk, ())), origin(row),
        )
        for row in found
    )  # fmt: skip


def _names(
    space: Space, touchpoints: Sequence[Touchpoint], numbers: Sequence[int]
) -> dict[int, list[str]]:
    """Who else took part in each of the touchpoints."""
    names: dict[int, list[str]] = defaultdict(list)
    mine = space.of(Touchpoint).filter(participants__person__in=numbers)
    rows = space.of(Participant).filter(touchpoint__in=mine).exclude(person__in=numbers)
    for touchpoint, name in rows.order_by("place").values_list("touchpoint", "person__name"):
        names[touchpoint].append(name)
    return names


def _notes(space: Space, numbers: Sequence[int]) -> tuple[held.HeldNote, ...]:
    rows = space.of(Note).filter(person__in=numbers).select_related("source", "by_person")
    return tuple(
        held.HeldNote(
            row.pk,
            space.unseal(row.text),
            row.kind,
            row.by_person.name if row.by_person else "",
            row.on,
            origin(row),
        )
        for row in rows.order_by("-on", "pk")
    )


def _stakes(space: Space, numbers: Sequence[int]) -> tuple[held.HeldStake, ...]:
    rows = space.of(Stake).filter(person__in=numbers).select_related("source", "goal")
    return tuple(
        held.HeldStake(
            row.goal.name, row.influence, row.interest, row.now, row.wanted, row.because, row.on,
            origin(row),
        )
        for row in rows.order_by("goal__name", "-on", "pk")
    )  # fmt: skip


def _obstacles(space: Space, numbers: Sequence[int]) -> tuple[held.HeldObstacle, ...]:
    rows = space.of(Obstacle).filter(Q(blocks__in=numbers) | Q(remover__in=numbers))
    found = []
    for row in rows.select_related("source", "blocks", "remover").order_by("-on", "pk"):
        removes = row.remover_id in numbers
        other = row.blocks if removes else row.remover
        name = other.name if other else ""
        found.append(held.HeldObstacle(row.what, removes, name, row.on, row.removed, origin(row)))
    return tuple(found)


def _commitments(space: Space, numbers: Sequence[int]) -> tuple[held.HeldCommitment, ...]:
    rows = space.of(Commitment).filter(person__in=numbers).select_related("source")
    return tuple(
        held.HeldCommitment(row.what, row.theirs, row.on, row.due, row.kept, origin(row))
        for row in rows.order_by("-on", "pk")
    )


def _given(space: Space, numbers: Sequence[int]) -> tuple[held.HeldGiven, ...]:
    said = space.of(Evidence).filter(by_person__in=numbers).exclude(person__in=numbers)
    rows = said.select_related("source", "person")
    return tuple(
        held.HeldGiven(row.skill, row.kind, *_shown(row.person), row.on, origin(row))
        for row in rows.order_by("canonical", "pk")
    )


def _written(space: Space, numbers: Sequence[int]) -> tuple[held.HeldWritten, ...]:
    said = space.of(Note).filter(by_person__in=numbers).exclude(person__in=numbers)
    rows = said.select_related("source", "person")
    return tuple(
        held.HeldWritten(space.unseal(row.text), row.kind, *_shown(row.person), row.on, origin(row))
        for row in rows.order_by("-on", "pk")
    )


def _shown(person: Person) -> tuple[int, str]:
    """Under which number somebody is known now, and their name."""
    return person.merged_into_id or person.pk, person.name
