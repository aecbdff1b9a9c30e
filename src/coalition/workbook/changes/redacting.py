"""The names of people who are gone taken out of what is held on others."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from coalition.model.held import Field
from coalition.model.person import Person as Described
from coalition.people.names import name_key
from coalition.workbook.changes.spelled import (
    ADDRESSES,
    NAMES,
    Spelled,
    addresses_in,
    folded,
    forms_of,
    key,
    names_in,
)
from coalition.workbook.facts import said_of
from coalition.workbook.models import (
    Commitment,
    Doubt,
    Evidence,
    Fact,
    Goal,
    Note,
    Obstacle,
    Participant,
    Source,
    Stake,
    Tie,
    Touchpoint,
)
from coalition.workbook.queries.origins import FACTS
from coalition.workbook.space import Space, in_parts

_OWN = (*NAMES, *ADDRESSES, Field.EMPLOYEE)
"""What tells who others are, and is never changed."""

_TEXTS: tuple[tuple[type[Model], str, str], ...] = (
    (Fact, "value", "what is known of {person}"),
    (Fact, "detail", "what is known of {person}"),
    (Evidence, "group", "skills of {person}"),
    (Tie, "about", "a tie of {one}"),
    (Touchpoint, "about", "a touchpoint on {day}"),
    (Touchpoint, "text", "a touchpoint on {day}"),
    (Touchpoint, "key", "a touchpoint on {day}"),
    (Note, "text", "a note on {person}"),
    (Goal, "name", "a goal"),
    (Stake, "because", "a stake of {person}"),
    (Obstacle, "what", "an obstacle"),
    (Commitment, "what", "a commitment with {person}"),
    (Source, "name", "the name of a source"),
    (Doubt, "reason", "a question about two people"),
)
_SEALED = {(Touchpoint, "text"), (Note, "text")}
_UNTOLD = {"key", "detail"}  # nobody reads the one, and the other says more of a value


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact about somebody else that named an erased person. text: as it stands now.

    shared: it stands as it was, as somebody else has that name too.
    """

    where: str
    text: str
    shared: bool = False


@dataclass(slots=True)
class Redaction:
    """Takes names out of the rows of a workspace.

    sources: the only sources to look at; None for all. told: what was changed. people: about whom
    something was changed.
    """

    space: Space
    spelled: Spelled
    sources: Sequence[int] | None = None
    told: list[Mention] = field(default_factory=list)
    people: set[int] = field(default_factory=set)

    def everywhere(self) -> None:
        """Take the names out of all texts, and out of what says who said something."""
        self._silence()
        for table, column, where in _TEXTS:
            self.of_rows(table, column, where, self._rows(table), self.spelled)
        for table in FACTS:
            self._files(table)

    def of_rows(
        self, table: type[Model], column: str, where: str, rows: Any, spelled: Spelled
    ) -> None:
        """Take the names out of a column of ``rows``."""
        changed = []
        for row in rows.exclude(**{column: ""}).iterator(chunk_size=2000):
            before = self._text(row, column)
            after = _without(spelled, before, column)
            if after != before:
                stored = self.space.seal(after) if (table, column) in _SEALED else after
                setattr(row, column, stored)
                changed.append(row)
                self._tell(where, row, column, after)
            elif spelled.is_shared(before):
                self._tell(where, row, column, after, shared=True)
        for part in in_parts(changed):
            self.space.of(table).bulk_update(part, [column])
        self._touch(table, changed)

    def _rows(self, table: type[Model]) -> Any:
        rows: Any = self.space.of(table)
        if self.sources is not None:
            where = "pk__in" if table is Source else "source__in"
            rows = rows.filter(**{where: self.sources})
        return rows.exclude(field__in=_OWN) if table is Fact else rows

    def _text(self, row: Any, column: str) -> str:
        stored: str = getattr(row, column)
        return self.space.unseal(stored) if (type(row), column) in _SEALED else stored

    def _tell(self, where: str, row: Any, column: str, text: str, shared: bool = False) -> None:
        if column not in _UNTOLD:
            names = re.findall(r"{(\w+)}", where)
            place = where.format(**{name: getattr(row, name) for name in names})
            self.told.append(Mention(place, text, shared))

    def _touch(self, table: type[Model], rows: Sequence[Any]) -> None:
        """Note whom the changed rows are about."""
        if table is Touchpoint:
            for part in in_parts(rows):
                took_part = self.space.of(Participant).filter(touchpoint__in=part)
                self.people.update(took_part.values_list("person", flat=True))
        elif rows and hasattr(rows[0], "person_id"):
            self.people.update(row.person_id for row in rows)

    def _silence(self) -> None:
        """What is said by somebody of such a name, who is nobody in the workbook, is said by
        nobody in particular.
        """
        names = {name_key(each) for each in self.spelled.forms.called}
        names -= {name_key(each) for each in self.spelled.shared}
        rows = self._rows(Evidence).filter(by_person=None).exclude(by="", by_key="")
        for by, said in list(rows.values_list("by", "by_key").distinct()):
            texts = [text for text in (by, said) if text]
            if any(
                name_key(folded(text)) in names or self.spelled.without(text) != text
                for text in texts
            ):
                rows.filter(by=by, by_key=said).update(by="", by_key="")

    def _files(self, table: type[Model]) -> None:
        """The names of the entries of archives and of the files that rows were read in."""
        rows = self._rows_with_files(table)
        for file in list(rows.values_list("file", flat=True).distinct()):
            after = self.spelled.without(file)
            if after != file:
                rows.filter(file=file).update(file=after[-500:])
                mention = Mention("the name of a file", after)
                if mention not in self.told:
                    self.told.append(mention)

    def _rows_with_files(self, table: type[Model]) -> Any:
        rows: Any = self.space.of(table).exclude(file="")
        return rows if self.sources is None else rows.filter(source__in=self.sources)


def _without(spelled: Spelled, text: str, column: str) -> str:
    if column != "detail":
        return spelled.without(text)
    told = json.loads(text)
    after = {name: _part(spelled, value) for name, value in told.items()}
    return text if after == told else json.dumps(after, ensure_ascii=False)


def _part(spelled: Spelled, value: Any) -> Any:
    return spelled.without(value) if isinstance(value, str) else value


def redact_left_out(space: Space, sources: Sequence[int], people: Iterable[Described]) -> set[int]:
    """Take the names of erased people whom ``sources`` told of, and who were left out, out of what
    else is held of these; about whom something was changed.
    """
    told = [(said.field, said.value) for person in people for said in said_of(person)]
    if not told:
        return set()
    redaction = Redaction(space, spelled_of(space, told, []).anywhere(), sources)
    redaction.everywhere()
    return redaction.people


def spelled_of(space: Space, facts: Iterable[tuple[str, str]], people: Sequence[int]) -> Spelled:
    """How those whom ``facts`` describe are written, beside all others of the workspace.

    people: their numbers.
    """
    forms = forms_of(facts)
    if not forms:
        return Spelled(forms)
    alone = Spelled(forms)
    shared: set[str] = set()
    longer: set[str] = set()
    for name, value in _others(space, people):
        if not alone.finds(value):
            continue
        if name in NAMES:
            names = names_in(value)
            shared |= names & forms.called
            longer |= {each for each in names - forms.called if " " in each}
        else:
            shared |= {key(each) for each in addresses_in(value) & forms.addresses}
    return Spelled(forms, frozenset(shared), frozenset(longer))


def _others(space: Space, people: Sequence[int]) -> Iterator[tuple[str, str]]:
    """The names and addresses of everybody but ``people``."""
    rows = space.of(Fact).filter(field__in=(*NAMES, *ADDRESSES)).exclude(person__in=people)
    yield from rows.values_list("field", "value").distinct().iterator(chunk_size=2000)
