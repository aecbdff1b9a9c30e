"""An export as a reading: those merged are one, and facts describe the people they are about."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from coalition.exchange.coalition_export import ExportFile
from coalition.exchange.reader import Progress
from coalition.model.contact import Note, Tie, Touchpoint
from coalition.model.evidence import Evidence
from coalition.model.exported import (
    Exported,
    ExportedEvidence,
    ExportedFact,
    ExportedNote,
    ExportedPerson,
    ExportedTie,
    ExportedTouchpoint,
)
from coalition.model.held import Field
from coalition.model.person import Name, NameForm, Person, Position
from coalition.model.reading import Problem, Reading
from coalition.model.source import Source

_FORMS = {Field.READING: NameForm.READING, Field.SORT: NameForm.SORT, Field.ALSO: NameForm.ALSO}
_ONE = {
    Field.EMPLOYEE: "employee", Field.TITLE: "title", Field.ORGANISATION: "organisation",
    Field.UNIT: "unit", Field.LEVEL: "level", Field.PLACE: "place", Field.TIME_ZONE: "time_zone",
    Field.HOURS: "hours", Field.HEADLINE: "headline", Field.INDUSTRY: "industry",
}  # fmt: skip
_SEVERAL = {Field.EMAIL: "emails", Field.PROFILE: "profiles", Field.LANGUAGE: "languages",
            Field.TEAM: "teams", Field.DEPARTMENT: "departments"}  # fmt: skip
_STEP = 5000


def reading_of(format_name: str, export: ExportFile, progress: Progress) -> Reading:
    """All of an export that a reading can tell. Raises as the file's reader does."""
    told = _Told(export.name)
    for number, found in enumerate(export.records(lambda kind: kind == "person")):
        if not isinstance(found, Problem) and isinstance(found.record, ExportedPerson):
            told.add_person(found.record)
        if number % _STEP == 0:
            progress(number, 0)
    problems = []
    for number, found in enumerate(export.records(lambda kind: kind != "person")):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            told.add(found.record, Source(export.name, found.line))
        if number % _STEP == 0:
            progress(number, 0)
    return Reading(
        format_name,
        export.name,
        evidence=tuple(told.evidence),
        people=tuple(told.people()),
        problems=tuple(problems),
        ties=tuple(told.ties),
        touchpoints=tuple(told.touchpoints),
        remarks=tuple(told.notes),
        owner=told.me,
    )


@dataclass(slots=True)
class _Told:
    """What was told so far. roots: the uid that each person is known under."""

    file: str
    roots: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    facts: dict[str, list[ExportedFact]] = field(default_factory=lambda: defaultdict(list))
    evidence: list[Evidence] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    touchpoints: list[Touchpoint] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    me: str = ""

    def add_person(self, person: ExportedPerson) -> None:
        """A person, who may be another."""
        self.roots[person.uid] = person.merged_into or person.uid
        if not person.merged_into:
            self.names[person.uid] = person.name
        if person.me:
            self.me = self.roots[person.uid]

    def people(self) -> Iterator[Person]:
        """Everybody, described by all facts."""
        for uid, name in self.names.items():
            yield _described(uid, name, self.facts.get(uid, ()))

    def add(self, record: Exported, source: Source) -> None:
        """A record that is about people."""
        match record:
            case ExportedFact():
                self.facts[self._known(record.person)].append(record)
            case ExportedEvidence():
                self.evidence.append(self._evidence(record, source))
            case ExportedTie():
                self.ties.append(
                    Tie(
                        self._known(record.one), self._known(record.other), record.kind, source,
                        record.about, record.weight, record.on or None, record.until or None,
                    )
                )  # fmt: skip
            case ExportedTouchpoint():
                self.touchpoints.append(self._touchpoint(record, source))
            case ExportedNote():
                about, by = self._known(record.person), self._known(record.by_person)
                self.notes.append(Note(about, record.text, source, record.on or None, by))

    def _known(self, uid: str) -> str:
        return self.roots.get(uid, "")

    def _evidence(self, told: ExportedEvidence, source: Source) -> Evidence:
        holder = self._known(told.person)
        return Evidence(
            told.skill, told.kind, source, told.amount, told.at_least, told.by, told.by_key,
            told.on or None, told.group, self.names.get(holder, ""), told.rows, told.unit, holder,
        )  # fmt: skip

    def _touchpoint(self, told: ExportedTouchpoint, source: Source) -> Touchpoint:
        people = tuple(dict.fromkeys(filter(None, map(self._known, told.people))))
        return Touchpoint(
            people, told.at, told.channel, source, told.zone, told.about, told.text, told.key,
            told.until or None,
        )  # fmt: skip


def _described(uid: str, name: str, facts: "list[ExportedFact] | tuple[()]") -> Person:
    values: dict[str, Any] = {}
    several: dict[str, list[str]] = defaultdict(list)
    names, positions = [], []
    for fact in sorted(facts, key=lambda fact: fact.on, reverse=True):
        if fact.field in _FORMS:
            names.append(Name(fact.value, _FORMS[fact.field]))
        elif fact.field is Field.NAME and fact.value != name:
            names.append(Name(fact.value, NameForm.ALSO))
        elif fact.field in _ONE:
            values.setdefault(_ONE[fact.field], fact.value)
        elif fact.field in _SEVERAL:
            several[_SEVERAL[fact.field]].append(fact.value)
        elif fact.field is Field.POSITION:
            positions.append(_position(fact))
        elif fact.field is Field.LEFT:
            values["active"] = False
    values.update((each, tuple(dict.fromkeys(found))) for each, found in several.items())
    forms = tuple(dict.fromkeys(names))
    return Person(name, key=uid, names=forms, positions=tuple(positions), **values)


def _position(fact: ExportedFact) -> Position:
    held = fact.detail or {}
    return Position(
        held.get("organisation", ""), held.get("title", fact.value),
        held.get("started"), held.get("ended"), held.get("place", ""),
    )  # fmt: skip
