"""The facts of a reading beside those that describe people: skills, ties, touchpoints, notes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from coalition.errors import InputError
from coalition.model.contact import Note, Touchpoint
from coalition.model.evidence import Evidence
from coalition.model.reading import Reading
from coalition.model.source import Source as Place
from coalition.workbook.changes.described import Described
from coalition.workbook.changes.storing_people import entry
from coalition.workbook.models import Evidence as EvidenceRow
from coalition.workbook.models import Note as NoteRow
from coalition.workbook.models import Participant, Source
from coalition.workbook.models import Tie as TieRow
from coalition.workbook.models import Touchpoint as TouchpointRow
from coalition.workbook.space import Space, in_parts
from coalition.workbook.storable import whole

Counted = tuple[int, int]
"""How many facts were not known before, and how many were."""

_LONG = 500
_DAY = 10  # letters of an ISO date


@dataclass(slots=True)
class FactStore:
    """Stores the facts of one source.

    numbers: of the people by their keys. new: the numbers of those who were not known before.
    touched: the people about whom more is known now than describes them.
    """

    space: Space
    source: Source
    reading: Reading
    told: Described
    numbers: dict[str, int]
    new: set[int]
    touched: set[int] = field(default_factory=set)

    def store(self) -> Iterator[Counted]:
        """Store all of them, some hundred at a time."""
        for pieces in in_parts(list(self._evidence())):
            yield self._kept(pieces, self._known_evidence(pieces), _evidence_key)
        for ties in in_parts(list(self._ties())):
            yield self._kept(ties, self._known_ties(ties), _tie_key)
        for told in in_parts(self.reading.touchpoints):
            yield self._touchpoints(told)
        for notes in in_parts(list(self._notes())):
            yield self._kept(notes, self._known_notes(notes), self._note_key)

    def _kept(self, rows: Sequence[Any], known: set[Any], key: Any) -> Counted:
        self.space.add_unnumbered(rows)
        count = sum(key(row) in known for row in rows)
        return len(rows) - count, count

    def _origin(self, place: Place) -> dict[str, Any]:
        return {
            "workspace_id": self.space.id,
            "source": self.source,
            "file": entry(place, self.reading.name),
            "row": whole(place.row),
        }

    def _evidence(self) -> Iterator[EvidenceRow]:
        for piece in (*self.reading.evidence, *self.reading.certificates):
            person = self.numbers.get(self.told.holder_of(piece))
            if person is None:
                continue
            self.touched.add(person)
            yield EvidenceRow(
                **self._origin(piece.source),
                person_id=person,
                skill=piece.skill[:_LONG],
                canonical=self.space.naming.key(piece.skill)[:_LONG],
                by_person_id=self.numbers.get(self.told.speaker_of(piece)),
                **_evidence_cells(piece),
            )

    def _ties(self) -> Iterator[TieRow]:
        for tie in self.reading.ties:
            one, other = self.numbers.get(tie.one), self.numbers.get(tie.other)
            if one is None or other is None or one == other:
                continue
            yield TieRow(
                **self._origin(tie.source),
                one_id=one,
                other_id=other,
                kind=tie.kind,
                about=tie.about,
                weight=tie.weight,
                on=(tie.on or "")[:_DAY],
                until=(tie.until or "")[:_DAY],
            )

    def _touchpoints(self, told: Sequence[Touchpoint]) -> Counted:
        people = [self._those(touchpoint.people) for touchpoint in told]
        rows = [
            TouchpointRow(
                **self._origin(touchpoint.source), **_touchpoint_cells(touchpoint, self.space)
            )
            for touchpoint, those in zip(told, people, strict=True)
            if those
        ]
        keys = [row.key for row in rows if row.key]
        before = set(
            self.space.of(TouchpointRow).filter(key__in=keys).values_list("key", flat=True)
        )
        self.space.add(rows)
        self.space.add_unnumbered(
            [
                Participant(
                    workspace_id=self.space.id, touchpoint=row, person_id=person, place=place
                )
                for row, those in zip(rows, filter(None, people), strict=True)
                for place, person in enumerate(those)
            ]
        )
        self.touched.update(person for those in people for person in those)
        known = sum(key in before for key in keys)
        return len(rows) - known, known

    def _those(self, keys: Sequence[str]) -> list[int]:
        """The numbers of those who took part, once each; none where all but the owner of the file
        were left out.
        """
        found = list(dict.fromkeys(self.numbers[key] for key in keys if key in self.numbers))
        owner = self.numbers.get(self.reading.owner)
        return [] if len(found) < len(set(keys)) and set(found) <= {owner} else found

    def _notes(self) -> Iterator[NoteRow]:
        for note in self.reading.remarks:
            person = self.numbers.get(note.about)
            if person is not None:
                yield self._note(person, note, self.numbers.get(note.by), "note")
        for said in self.reading.recommendations:
            person = self.numbers.get(self.told.subject_of(said))
            if person is not None:
                text = Note("", said.text, said.source, said.on)
                by = self.numbers.get(self.told.named(said.by))
                yield self._note(person, text, by, "recommendation")

    def _note(self, person: int, note: Note, by: int | None, kind: str) -> NoteRow:
        self.touched.add(person)
        return NoteRow(
            **self._origin(note.source),
            person_id=person,
            by_person_id=by,
            kind=kind,
            text=self.space.seal(note.text),
            on=(note.on or "")[:_DAY],
        )

    def _known_evidence(self, rows: Sequence[EvidenceRow]) -> set[Any]:
        people = self._before(row.person_id for row in rows)
        if not people:
            return set()
        skills = {row.canonical for row in rows}
        held = self.space.of(EvidenceRow).filter(canonical__in=skills, person__in=people)
        return {_evidence_key(row) for row in held.exclude(source=self.source)}

    def _known_ties(self, rows: Sequence[TieRow]) -> set[Any]:
        known = [row for row in rows if not self.new.intersection((row.one_id, row.other_id))]
        if not known:
            return set()
        # By the side with more people: all ties of a file may have one of theirs in common.
        ones, others = {row.one_id for row in known}, {row.other_id for row in known}
        side = {"other__in": others} if len(others) > len(ones) else {"one__in": ones}
        held = self.space.of(TieRow).filter(**side).exclude(source=self.source)
        return set(held.values_list("one_id", "other_id", "kind", "about", "on"))

    def _known_notes(self, rows: Sequence[NoteRow]) -> set[Any]:
        people = self._before(row.person_id for row in rows)
        held = self.space.of(NoteRow).filter(person__in=people).exclude(source=self.source)
        return {self._note_key(row) for row in held} if people else set()

    def _note_key(self, row: NoteRow) -> tuple[Any, ...]:
        return row.person_id, self.space.unseal(row.text)

    def _before(self, people: Iterable[int]) -> list[int]:
        """Those of ``people`` who were known before this file."""
        return sorted(set(people) - self.new)


def _evidence_key(row: EvidenceRow) -> tuple[Any, ...]:
    said = row.by_key or row.by
    return row.person_id, row.canonical, row.kind, said, row.on, row.amount


def _tie_key(row: TieRow) -> tuple[Any, ...]:
    return row.one_id, row.other_id, row.kind, row.about, row.on


def _evidence_cells(piece: Evidence) -> dict[str, Any]:
    return {
        "kind": piece.kind,
        "amount": piece.amount,
        "at_least": piece.at_least,
        "by": piece.by[:_LONG],
        "by_key": piece.by_key[:_LONG],
        "on": (piece.on or "")[:_DAY],
        "group": piece.group[:_LONG],
        "unit": piece.unit[:100],
        "rows": whole(piece.rows),
    }


def _touchpoint_cells(told: Touchpoint, space: Space) -> dict[str, Any]:
    return {
        "at": told.at[:40],
        "day": _day_of(told),
        "until": (told.until or "")[:40],
        "zone": told.zone[:100],
        "channel": told.channel,
        "about": told.about,
        "text": space.seal(told.text),
        "key": told.key[:_LONG],
    }


def _day_of(told: Touchpoint) -> date:
    """The day it was on. Raises InputError where there is no such day."""
    try:
        return date.fromisoformat(told.at[:_DAY])
    except ValueError:
        place = told.source.file
        line = "" if told.source.row is None else f", line {told.source.row}"
        raise InputError(
            f"{place}{line} tells of a day that no calendar has ({told.at[:40]}): mend it there. "
            "Nothing was recorded."
        ) from None
