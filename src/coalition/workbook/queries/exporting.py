"""A whole workspace as records to be exported: all of them in turn, or person by person."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from coalition.exchange.exported_card import Card
from coalition.model import exported as of
from coalition.model.contact import Channel, TieKind
from coalition.model.evidence import Kind
from coalition.model.exported import Exported
from coalition.model.held import Field, SourceKind
from coalition.workbook import models
from coalition.workbook.space import BATCH, Space, in_parts

_STEP = 2000
_NOTES = "notes"


def records(space: Space) -> Iterator[Exported]:
    """All that the workspace holds, table by table; to be read within
    :meth:`~coalition.workbook.space.Space.as_it_is_now`.
    """
    reader = _Reader.begun(space)
    count = 0
    for table in _IN_ORDER:
        for record in table(reader):
            count += 1
            yield record
    yield of.ExportedEnd(count)


def cards(space: Space, notes: bool) -> Iterator[Card]:
    """What it holds on each person alone, those merged into them included; notes only with
    ``notes``.
    """
    reader = _Reader.begun(space)
    me = reader.me()
    roots = list(
        space.of(models.Person).filter(merged_into=None).order_by("pk").values_list("pk", flat=True)
    )
    for part in in_parts(roots):
        yield from reader.cards(part, me, _ABOUT_ONE if notes else _ABOUT_ONE[:-1])


def others(space: Space, notes: bool) -> Iterator[Exported]:
    """All that is of no one person, the workspace first; what was said only with ``notes``."""
    reader = _Reader.begun(space, without="" if notes else _NOTES)
    for table in _OF_NO_ONE:
        yield from table(reader)


def texts(space: Space) -> tuple[int, int]:
    """How many notes it holds, and how many touchpoints with what was said."""
    return (
        space.of(models.Note).count(),
        space.of(models.Touchpoint).exclude(text="").count(),
    )


@dataclass(slots=True)
class _Reader:
    """Reads the tables of a workspace. people, sources, goals: their uids by number."""

    space: Space
    people: dict[int | None, str]
    sources: dict[int | None, str]
    goals: dict[int | None, str]
    without: str

    @classmethod
    def begun(cls, space: Space, without: str = "") -> "_Reader":
        def uids(table: type[Model]) -> dict[int | None, str]:
            rows = space.of(table).values_list("pk", "uid").iterator(chunk_size=_STEP)
            return {None: "", **{number: str(uid) for number, uid in rows}}

        return cls(space, uids(models.Person), uids(models.Source), uids(models.Goal), without)

    def me(self) -> int | None:
        row = models.Workspace._default_manager.using(self.space.alias).get(pk=self.space.id)
        return row.me_id

    def cards(self, roots: Any, me: int | None, tables: "tuple[_Table, ...]") -> Iterator[Card]:
        """The cards of these people."""
        known = dict(zip(roots, roots, strict=True))
        merged = self.space.of(models.Person).filter(merged_into__in=roots)
        known.update(merged.values_list("pk", "merged_into_id"))
        uid_of = {self.people[number]: self.people[root] for number, root in known.items()}
        found: dict[str, list[Exported]] = defaultdict(list)
        numbers = sorted(known)
        shown = {each.uid: each for each in self.persons(me, numbers)}
        for person in shown.values():
            found[uid_of[person.uid]].append(person)
        for table in tables:
            for record in table(self, numbers):
                about = record.one if isinstance(record, of.ExportedTie) else record.person  # type: ignore[union-attr]
                found[uid_of[about]].append(record)
        others = self._merged_others(found)
        for root in roots:
            mine = sorted(found[self.people[root]], key=lambda each: not _is(each, root, self))
            yield Card(shown[self.people[root]], tuple(mine), others)

    def _merged_others(self, found: dict[str, list[Exported]]) -> dict[str, str]:
        """Of those whom ties lead to, who is known under another uid."""
        uids = {
            each.other
            for some in found.values()
            for each in some
            if isinstance(each, of.ExportedTie)
        }
        merged: dict[str, str] = {}
        for part in in_parts(sorted(uids)):
            rows = self.space.of(models.Person).filter(uid__in=part, merged_into__isnull=False)
            for uid, root in rows.values_list("uid", "merged_into_id"):
                merged[str(uid)] = self.people[root]
        return merged

    def workspace(self) -> Iterator[Exported]:
        row = models.Workspace._default_manager.using(self.space.alias).get(pk=self.space.id)
        yield of.ExportedWorkspace(str(row.uid), row.name, bytes(row.salt).hex(), self.without)

    def all_sources(self) -> Iterator[Exported]:
        rows = self._rows(models.Source, "uid", "kind", "name", "at", "format", "sha256")
        for uid, kind, *rest in rows:
            yield of.ExportedSource(str(uid), SourceKind(kind), *rest)

    def persons(
        self, me: int | None, numbers: "list[int] | None" = None
    ) -> Iterator[of.ExportedPerson]:
        rows = self._rows(models.Person, "pk", "name", "merged_into_id", people=numbers, by="pk")
        for number, name, merged in rows:
            yield of.ExportedPerson(self.people[number], name, self.people[merged], number == me)

    def all_persons(self) -> Iterator[Exported]:
        yield from self.persons(self.me())

    def all_goals(self) -> Iterator[Exported]:
        rows = self._rows(models.Goal, "uid", "name", "source_id", "by", "closed", "file", "row")
        for uid, name, source, *rest in rows:
            yield of.ExportedGoal(str(uid), name, self.sources[source], *rest)

    def facts(self, numbers: "list[int] | None" = None) -> Iterator[Exported]:
        rows = self._rows(
            models.Fact, "person_id", "field", "value", "source_id", "detail", "on", "file", "row",
            people=numbers,
        )  # fmt: skip
        for person, field, value, source, detail, *rest in rows:
            yield of.ExportedFact(
                self.people[person], Field(field), value, self.sources[source],
                json.loads(detail) if detail else None, *rest,
            )  # fmt: skip

    def evidence(self, numbers: "list[int] | None" = None) -> Iterator[Exported]:
        rows = self._rows(
            models.Evidence, "person_id", "skill", "kind", "amount", "source_id", "at_least", "by",
            "by_key", "by_person_id", "on", "group", "unit", "rows", "file", "row", people=numbers,
        )  # fmt: skip
        for person, skill, kind, amount, source, sure, by, key, by_person, *rest in rows:
            yield of.ExportedEvidence(
                self.people[person], skill, Kind(kind), amount, self.sources[source], sure, by,
                key, self.people[by_person], *rest,
            )  # fmt: skip

    def ties(self, numbers: "list[int] | None" = None) -> Iterator[Exported]:
        rows = self._rows(
            models.Tie, "one_id", "other_id", "kind", "source_id", "about", "weight", "on",
            "until", "file", "row", people=numbers, by="one",
        )  # fmt: skip
        for one, other, kind, source, *rest in rows:
            yield of.ExportedTie(
                self.people[one], self.people[other], TieKind(kind), self.sources[source], *rest
            )

    def touchpoints(self) -> Iterator[Exported]:
        rows = self._rows(
            models.Touchpoint, "pk", "uid", "at", "channel", "source_id", "until", "zone",
            "about", "text", "key", "file", "row",
        )  # fmt: skip
        for part in _some(rows):
            took_part = self._participants([row[0] for row in part])
            for number, uid, at, channel, source, until, zone, about, text, *rest in part:
                said = "" if self.without else self.space.unseal(text)
                yield of.ExportedTouchpoint(
                    str(uid), took_part.get(number, ()), at, Channel(channel),
                    self.sources[source], until, zone, about, said, *rest,
                )  # fmt: skip

    def _participants(self, touchpoints: list[int]) -> dict[int, tuple[str, ...]]:
        """Who took part in each, at their places."""
        found: dict[int, list[str]] = defaultdict(list)
        rows = self.space.of(models.Participant).filter(touchpoint__in=touchpoints)
        for number, person, place in rows.order_by("touchpoint", "place", "pk").values_list(
            "touchpoint_id", "person_id", "place"
        ):
            people = found[number]
            if place and not people:
                people.append("")
            people.append(self.people[person])
        return {number: tuple(people) for number, people in found.items()}

    def notes(self, numbers: "list[int] | None" = None) -> Iterator[Exported]:
        rows = self._rows(
            models.Note, "uid", "person_id", "text", "source_id", "kind", "by_person_id", "on",
            "file", "row", people=numbers,
        )  # fmt: skip
        for uid, person, text, source, kind, by, *rest in rows:
            yield of.ExportedNote(
                str(uid), self.people[person], self.space.unseal(text), self.sources[source], kind,
                self.people[by], *rest,
            )  # fmt: skip

    def stakes(self, numbers: "list[int] | None" = None) -> Iterator[Exported]:
        rows = self._rows(
            models.Stake, "goal_id", "person_id", "on", "source_id", "influence", "interest",
            "now", "wanted", "because", "file", "row", people=numbers,
        )  # fmt: skip
        for goal, person, on, source, *rest in rows:
            yield of.ExportedStake(
                self.goals[goal], self.people[person], on, self.sources[source], *rest
            )

    def obstacles(self) -> Iterator[Exported]:
        rows = self._rows(
            models.Obstacle, "what", "on", "source_id", "goal_id", "blocks_id", "remover_id",
            "removed", "file", "row",
        )  # fmt: skip
        for what, on, source, goal, blocks, remover, *rest in rows:
            yield of.ExportedObstacle(
                what, on, self.sources[source], self.goals[goal], self.people[blocks],
                self.people[remover], *rest,
            )  # fmt: skip

    def commitments(self, numbers: "list[int] | None" = None) -> Iterator[Exported]:
        rows = self._rows(
            models.Commitment, "person_id", "theirs", "what", "on", "source_id", "due", "kept",
            "file", "row", people=numbers,
        )  # fmt: skip
        for person, theirs, what, on, source, *rest in rows:
            yield of.ExportedCommitment(
                self.people[person], theirs, what, on, self.sources[source], *rest
            )

    def merges(self) -> Iterator[Exported]:
        for kept, gone, at, moved, undone, was_me in self._rows(
            models.Merge, "kept_id", "gone_id", "at", "moved", "undone", "was_me"
        ):
            them = tuple(self.people[each] for each in json.loads(moved) if each in self.people)
            pair = self.people[kept], self.people[gone]
            yield of.ExportedMerge(*pair, at, them, undone, was_me)

    def doubts(self) -> Iterator[Exported]:
        for one, other, reason, at, answer, source in self._rows(
            models.Doubt, "one_id", "other_id", "reason", "at", "answer", "source_id"
        ):
            yield of.ExportedDoubt(
                self.people[one], self.people[other], reason, at, answer, self.sources[source]
            )

    def erasures(self) -> Iterator[Exported]:
        for hashed, at in self._rows(models.Erasure, "hash", "at"):
            yield of.ExportedErasure(hashed, at)

    def _rows(
        self,
        table: type[Model],
        *columns: str,
        people: "list[int] | None" = None,
        by: str = "person",
    ) -> Iterator[tuple[Any, ...]]:
        """Rows in the order in which they came; only those about ``people``, where given."""
        rows: QuerySet[Any] = self.space.of(table).order_by("pk")
        if people is None:
            yield from rows.values_list(*columns).iterator(chunk_size=_STEP)
            return
        found: list[tuple[Any, ...]] = []
        for part in in_parts(people):
            found += rows.filter(**{f"{by}__in": part}).values_list("pk", *columns)
        for row in sorted(found, key=lambda row: row[0]):
            yield row[1:]


_Table = Callable[..., Iterator[Exported]]
_ABOUT_ONE: tuple[_Table, ...] = (
    _Reader.facts, _Reader.evidence, _Reader.ties, _Reader.stakes, _Reader.commitments,
    _Reader.notes,
)  # fmt: skip
_OF_NO_ONE: tuple[_Table, ...] = (
    _Reader.workspace, _Reader.all_sources, _Reader.all_goals, _Reader.touchpoints,
    _Reader.obstacles, _Reader.merges, _Reader.doubts, _Reader.erasures,
)  # fmt: skip
_IN_ORDER: tuple[_Table, ...] = (
    _Reader.workspace, _Reader.all_sources, _Reader.all_persons, _Reader.all_goals,
    _Reader.facts, _Reader.evidence, _Reader.ties, _Reader.touchpoints, _Reader.notes,
    _Reader.stakes, _Reader.obstacles, _Reader.commitments, _Reader.merges, _Reader.doubts,
    _Reader.erasures,
)  # fmt: skip


def _is(record: Exported, root: int, reader: _Reader) -> bool:
    return isinstance(record, of.ExportedPerson) and record.uid == reader.people[root]


def _some(rows: Iterator[Any]) -> Iterator[list[Any]]:
    """Rows some at a time."""
    part: list[Any] = []
    for row in rows:
        part.append(row)
        if len(part) == BATCH:
            yield part
            part = []
    if part:
        yield part
