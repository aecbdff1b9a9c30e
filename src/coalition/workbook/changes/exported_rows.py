"""The rows that records of an export become: what they refer to looked up by its uid."""

import json
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from coalition.model import exported as of
from coalition.model.held import Field
from coalition.workbook import models
from coalition.workbook.space import Space

LONG = 500
_KNOWN: list[Any] = []  # what is of a source that is known: nothing is stored
_NOTE_KINDS = ("note", "recommendation")


class Unfit(ValueError):
    """A record that does not fit to the others, in words."""


@dataclass(slots=True)
class ExportedRows:
    """Makes rows of the records of one export.

    people, sources, goals: numbers by uid; None for a source that was known before, whose facts are
    there already; ``read`` has the numbers of those of them that have the same uid. new: the
    numbers of the people who were not known. touched: the people about whom more is known now.
    """

    space: Space
    people: dict[str, int] = field(default_factory=dict)
    sources: dict[str, int | None] = field(default_factory=dict)
    goals: dict[str, int] = field(default_factory=dict)
    read: dict[str, int] = field(default_factory=dict)
    new: set[int] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)

    def _touchpoint(self, told: Any, found: dict[str, int], people: list[int | None]) -> Any:
        where = self._place(told, *filter(None, people))
        if where is None or told.uid in found:
            self.counts["known"] += 1
            return None
        return models.Touchpoint(
            workspace_id=self.space.id, uid=_uid(told.uid), at=told.at[:40], day=_day(told.at),
            until=told.until[:40], zone=told.zone[:100], channel=told.channel, about=told.about,
            text=self.space.seal(told.text), key=told.key[:LONG], **where,
        )  # fmt: skip

    def _note(self, told: Any, found: dict[str, int]) -> Any:
        person = self._about(told.person)
        where = self._place(told, person)
        if told.kind not in _NOTE_KINDS:
            raise Unfit(f"There is no kind of note named {told.kind[:40]}.")
        if where is None or told.uid in found:
            self.counts["known"] += 1
            return None
        return models.Note(
            workspace_id=self.space.id, uid=_uid(told.uid), person_id=person,
            by_person_id=self._perhaps(told.by_person), kind=told.kind,
            text=self.space.seal(told.text), on=told.on[:10], **where,
        )  # fmt: skip

    def _fact(self, told: of.ExportedFact) -> Sequence[Any]:
        person = self._about(told.person)
        where = self._cells(told, person)
        if told.field is Field.POSITION and told.detail is None:
            raise Unfit("A position needs its detail.")
        if not told.value:
            raise Unfit("A fact needs a value.")
        detail = json.dumps(told.detail, ensure_ascii=False) if told.detail is not None else ""
        return where and (person, told.field, told.value, detail, told.on[:10], *where)

    def _evidence(self, told: of.ExportedEvidence) -> Sequence[Any]:
        person = self._about(told.person)
        where = self._cells(told, person)
        if told.amount < 0:
            raise Unfit("An amount is never negative.")
        return where and (
            person, told.skill[:LONG], self.space.naming.key(told.skill)[:LONG], told.kind,
            told.amount, told.at_least, told.by[:LONG], told.by_key[:LONG],
            self._perhaps(told.by_person), told.on[:10], told.group[:LONG], told.unit[:100],
            told.rows, *where,
        )  # fmt: skip

    def _tie(self, told: of.ExportedTie) -> Sequence[Any]:
        one, other = self._person(told.one), self._person(told.other)
        where = self._cells(told, one, other)
        return where and (
            one,
            other,
            told.kind,
            told.about,
            told.weight,
            told.on[:10],
            told.until[:10],
            *where,
        )

    def _stake(self, told: of.ExportedStake) -> Any:
        goal, person = self.goals.get(told.goal), self._about(told.person)
        where = self._place(told, person)
        if goal is None:
            raise Unfit(f"The goal {told.goal[:40]} is not in the file.")
        return where and models.Stake(
            workspace_id=self.space.id, goal_id=goal, person_id=person,
            influence=told.influence[:20], interest=told.interest[:20], now=told.now[:20],
            wanted=told.wanted[:20], because=told.because, on=told.on, **where,
        )  # fmt: skip

    def _obstacle(self, told: of.ExportedObstacle) -> Any:
        where = self._place(told)
        return where and models.Obstacle(
            workspace_id=self.space.id, what=told.what, goal_id=self.goals.get(told.goal),
            blocks_id=self._perhaps(told.blocks), remover_id=self._perhaps(told.remover),
            on=told.on, removed=told.removed, **where,
        )  # fmt: skip

    def _commitment(self, told: of.ExportedCommitment) -> Any:
        person = self._about(told.person)
        where = self._place(told, person)
        return where and models.Commitment(
            workspace_id=self.space.id, person_id=person, theirs=told.theirs, what=told.what,
            on=told.on, due=told.due, kept=told.kept, **where,
        )  # fmt: skip

    def _person(self, uid: str) -> int:
        number = self.people.get(uid)
        if number is None:
            raise Unfit(f"The person {uid[:40]} is not in the file.")
        return number

    def _about(self, uid: str) -> int:
        number = self._person(uid)
        self.touched.add(number)
        return number

    def _perhaps(self, uid: str) -> int | None:
        return self._person(uid) if uid else None

    def _place(self, told: Any, *people: int) -> dict[str, Any] | None:
        """Where a fact was read; None where all of its source is known, except about people who are
        not: they were erased here, and may be brought back.
        """
        source = self.sources.get(told.source, 0)
        if source == 0:
            raise Unfit(f"The source {told.source[:40]} is not in the file.")
        if source is None and not self.new.isdisjoint(people):
            source = self.read.get(told.source)
        if source is None:
            return None
        return {"source_id": source, "file": told.file[-LONG:], "row": told.row}

    def _cells(self, told: Any, *people: int) -> Sequence[Any]:
        where = self._place(told, *people)
        return tuple(where.values()) if where else _KNOWN


def is_uid(uid: str) -> bool:
    """Whether this is a uid as exports write it."""
    try:
        return str(uuid.UUID(uid)) == uid
    except ValueError:
        return False


def _uid(uid: str) -> uuid.UUID:
    if not is_uid(uid):
        raise Unfit(f"{uid[:40]} is no uid.")
    return uuid.UUID(uid)


def twice(uid: str) -> Unfit:
    """That a uid is none, or not the only one of its kind."""
    return Unfit(f"{uid[:40]} is no uid, or stands in the file twice.")


def _day(at: str) -> date:
    try:
        return date.fromisoformat(at[:10])
    except ValueError:
        raise Unfit(f"{at[:40]} does not begin with a day such as 2026-03-02.") from None
