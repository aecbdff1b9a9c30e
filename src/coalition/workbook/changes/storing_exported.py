"""The records of an export stored, some hundred of one kind at a time."""

import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from coalition.model import exported as of
from coalition.model.exported import Exported
from coalition.workbook import models
from coalition.workbook.changes.exported_rows import LONG, ExportedRows, Unfit, is_uid, twice
from coalition.workbook.changes.touches import set_me
from coalition.workbook.reading_facts import me_of
from coalition.workbook.space import in_parts

_PLACE = ("source_id", "file", "row")
_FACT = ("person_id", "field", "value", "detail", "on", *_PLACE)
_TIE = ("one_id", "other_id", "kind", "about", "weight", "on", "until", *_PLACE)
_EVIDENCE = (
    "person_id", "skill", "canonical", "kind", "amount", "at_least", "by", "by_key",
    "by_person_id", "on", "group", "unit", "rows", *_PLACE,
)  # fmt: skip
_ANSWERS = ("", "same", "apart")


@dataclass(slots=True)
class ExportStore(ExportedRows):
    """Stores the records of one export in a workspace.

    me: the user's number, where the export says who that is. merged_me: whether the user turned out
    to be somebody else who is known here.
    """

    me: int | None = None
    merged_me: bool = False
    _merged: dict[str, str] = field(default_factory=dict)

    def store(self, records: Sequence[tuple[int, Exported]]) -> Iterator[tuple[int, Unfit]]:
        """Store records of one kind, each with its line; those that do not fit."""
        if not records:
            return
        kind = type(records[0][1])
        if stored := _AT_ONCE.get(kind):
            yield from stored(self, records)
            return
        make, table, columns = _ROWS[kind]
        rows = []
        for line, record in records:
            try:
                row = make(self, record)
            except Unfit as fault:
                yield line, fault
                continue
            if row:
                rows.append(row)
            else:
                self.counts["known"] += 1
        self.counts["new"] += len(rows)
        if columns:
            self.space.add_cells(table, columns, rows)
        else:
            self.space.add_unnumbered(rows)

    def people_refer(self) -> None:
        """Have new people who turned out to be others be those: never in a chain."""
        roots = self._roots(self.people[uid] for uid in self._merged.values() if uid in self.people)
        rows = []
        for uid, into in self._merged.items():
            number, other = self.people[uid], self.people.get(into)
            root = roots.get(other, other) if other is not None else None
            if root is not None and root != number and into not in self._merged:
                rows.append((root, number))
        self.space.update_cells(models.Person, ("merged_into_id",), rows)

    def _roots(self, numbers: Iterable[int]) -> dict[int, int]:
        """Those of the people ``numbers`` who are known under another number."""
        found: dict[int, int] = {}
        for part in in_parts(sorted(set(numbers))):
            rows = self.space.of(models.Person).filter(pk__in=part, merged_into__isnull=False)
            found.update(rows.values_list("pk", "merged_into_id"))
        return found

    def _sources(self, records: Sequence[tuple[int, Any]]) -> Iterator[tuple[int, Unfit]]:
        found = self._of_uid(models.Source, records)
        digests = [record.sha256 for _, record in records if record.sha256]
        read = set(
            self.space.of(models.Source).filter(sha256__in=digests).values_list("sha256", flat=True)
        )
        rows = []
        for line, record in records:
            if record.uid in found or record.sha256 in read:
                self.sources[record.uid] = None
                if record.uid in found:
                    self.read[record.uid] = found[record.uid]
                self.counts["sources known"] += 1
            elif record.uid in self.sources or not is_uid(record.uid):
                yield line, twice(record.uid)
            else:
                self.sources[record.uid] = None
                read.update(filter(None, (record.sha256,)))
                rows.append(
                    models.Source(
                        workspace_id=self.space.id, uid=uuid.UUID(record.uid), kind=record.kind,
                        name=record.name[-LONG:], format=record.format[:100],
                        sha256=record.sha256[:64], at=record.at,
                    )
                )  # fmt: skip
        self.counts["sources new"] += len(rows)
        self.sources.update((str(row.uid), row.pk) for row in self.space.add(rows))

    def _persons(self, records: Sequence[tuple[int, Any]]) -> Iterator[tuple[int, Unfit]]:
        found = self._of_uid(models.Person, records)
        rows = []
        for line, record in records:
            if record.uid in self.people or not is_uid(record.uid):
                yield line, twice(record.uid)
                continue
            if record.uid in found:
                self.people[record.uid] = found[record.uid]
                self.counts["people known"] += 1
                continue
            self.people[record.uid] = 0  # until it has a number
            rows.append(
                models.Person(
                    workspace_id=self.space.id, uid=uuid.UUID(record.uid), name=record.name[:LONG]
                )
            )
            if record.merged_into:
                self._merged[record.uid] = record.merged_into
        for row in self.space.add(rows):
            self.people[str(row.uid)] = row.pk
            self.new.add(row.pk)
        for _, record in records:
            if record.me:
                self.me = self.people.get(record.uid)

    def _goals(self, records: Sequence[tuple[int, Any]]) -> Iterator[tuple[int, Unfit]]:
        self.goals.update(self._of_uid(models.Goal, records))
        rows = []
        for line, record in records:
            if record.uid in self.goals:
                self.counts["known"] += 1
                continue
            try:
                where = self._place(record)
            except Unfit as fault:
                yield line, fault
                continue
            if where is None or not is_uid(record.uid):
                self.counts["known"] += 1
                continue
            self.goals[record.uid] = 0
            rows.append(
                models.Goal(
                    workspace_id=self.space.id, uid=uuid.UUID(record.uid), name=record.name[:LONG],
                    by=record.by, closed=record.closed, **where,
                )
            )  # fmt: skip
        self.counts["new"] += len(rows)
        self.goals.update((str(row.uid), row.pk) for row in self.space.add(rows))

    def _touchpoints(self, records: Sequence[tuple[int, Any]]) -> Iterator[tuple[int, Unfit]]:
        found = self._of_uid(models.Touchpoint, records)
        rows, people = [], []
        for line, record in records:
            try:
                those = [self._person(uid) if uid else None for uid in record.people]
                row = self._touchpoint(record, found, those)
            except Unfit as fault:
                yield line, fault
                continue
            if row is not None:
                found[record.uid] = 0
                rows.append(row)
                people.append(those)
        self.space.add(rows)
        self.counts["new"] += len(rows)
        took_part = [
            models.Participant(
                workspace_id=self.space.id, touchpoint_id=row.pk, person_id=person, place=place
            )
            for row, those in zip(rows, people, strict=True)
            for place, person in enumerate(those)
            if person is not None
        ]
        self.space.add_unnumbered(took_part)
        self.touched.update(each.person_id for each in took_part)

    def _notes(self, records: Sequence[tuple[int, Any]]) -> Iterator[tuple[int, Unfit]]:
        found = self._of_uid(models.Note, records)
        rows = []
        for line, record in records:
            try:
                row = self._note(record, found)
            except Unfit as fault:
                yield line, fault
                continue
            if row is not None:
                found[record.uid] = 0
                rows.append(row)
        self.counts["new"] += len(rows)
        self.space.add_unnumbered(rows)

    def _merges(self, records: Sequence[tuple[int, Any]]) -> Iterator[tuple[int, Unfit]]:
        for line, told in records:
            try:
                kept, gone = self._person(told.kept), self._person(told.gone)
                moved = [self._person(uid) for uid in told.moved]
            except Unfit as fault:
                yield line, fault
                continue
            merges = self.space.of(models.Merge).filter(kept=kept, gone=gone, at=told.at)
            if kept == gone or merges.exists():
                continue
            self.space.add(
                [
                    models.Merge(
                        workspace_id=self.space.id, kept_id=kept, gone_id=gone,
                        moved=json.dumps(moved), at=told.at, undone=told.undone, was_me=told.was_me,
                    )
                ]
            )  # fmt: skip
            if told.undone is None:
                self._merge(kept, gone)

    def _merge(self, kept: int, gone: int) -> None:
        """Have two be one whom the export knows as one, where they are two here."""
        rows = self.space.of(models.Person)
        root = self._roots([kept]).get(kept, kept)
        if root != gone and rows.filter(pk=gone, merged_into=None).update(merged_into=root):
            rows.filter(merged_into=gone).update(merged_into=root)
            self.touched.update((root, gone))
            if gone == me_of(self.space):
                set_me(self.space, root)
                self.merged_me = True

    def _doubts(self, records: Sequence[tuple[int, Any]]) -> Iterator[tuple[int, Unfit]]:
        rows = []
        for line, told in records:
            try:
                one, other = sorted((self._person(told.one), self._person(told.other)))
                if told.answer not in _ANSWERS:
                    raise Unfit(f"{told.answer[:40]} is no answer.")
            except Unfit as fault:
                yield line, fault
                continue
            if one != other:
                rows.append(
                    models.Doubt(
                        workspace_id=self.space.id, one_id=one, other_id=other, at=told.at,
                        reason=told.reason, answer=told.answer,
                        source_id=self.sources.get(told.source),
                    )
                )  # fmt: skip
        models.Doubt._default_manager.using(self.space.alias).bulk_create(
            rows, ignore_conflicts=True
        )

    def _of_uid(self, table: type[Model], records: Sequence[tuple[int, Any]]) -> dict[str, int]:
        """The rows that are there under the uids of the records: their numbers."""
        uids = [record.uid for _, record in records if is_uid(record.uid)]
        found = self.space.of(table).filter(uid__in=uids).values_list("uid", "pk")
        return {str(uid): number for uid, number in found}


_Stored = Callable[[ExportStore, Sequence[tuple[int, Any]]], Iterator[tuple[int, Unfit]]]
_AT_ONCE: dict[type[Any], _Stored] = {
    of.ExportedSource: ExportStore._sources,
    of.ExportedPerson: ExportStore._persons,
    of.ExportedGoal: ExportStore._goals,
    of.ExportedTouchpoint: ExportStore._touchpoints,
    of.ExportedNote: ExportStore._notes,
    of.ExportedMerge: ExportStore._merges,
    of.ExportedDoubt: ExportStore._doubts,
}
_ROWS: dict[type[Any], tuple[Callable[[ExportStore, Any], Any], type[Model], Sequence[str]]] = {
    of.ExportedFact: (ExportStore._fact, models.Fact, _FACT),
    of.ExportedEvidence: (ExportStore._evidence, models.Evidence, _EVIDENCE),
    of.ExportedTie: (ExportStore._tie, models.Tie, _TIE),
    of.ExportedStake: (ExportStore._stake, models.Stake, ()),
    of.ExportedObstacle: (ExportStore._obstacle, models.Obstacle, ()),
    of.ExportedCommitment: (ExportStore._commitment, models.Commitment, ()),
}
