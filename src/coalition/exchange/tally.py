"""Evidence as it is gathered: rows that say the same added up, what cannot be used told."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from coalition.exchange.linkedin_people import folded_name
from coalition.exchange.tag_text import tag_text
from coalition.exchange.usable import MOST, BadWeightProblem, usable
from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Problem, Reading
from coalition.model.source import Source

if TYPE_CHECKING:
    from coalition.model.person import Person

MOST_PROBLEMS = 1000
"""How many problems of one file are told one by one; the rest is told as a number."""

_SHOWN = 40
_MOST_LINES = 10


_Key: TypeAlias = str | tuple[str, str, str, str | None]
"""A tag, with its holder, who says so and when if any of them is told."""


@dataclass(slots=True)
class _Entry:
    first: Evidence  # as the first row gives it
    amount: float = 0.0
    rows: int = 0
    at_least: bool = False


def _key(tag: str, holder: str, by: str, on: str | None) -> _Key:
    return (tag, holder, by, on) if holder or by or on else tag


class Tally:
    """What one file says, row by row, in memory that grows with its tags and not its rows.

    file: the file's name. kind, unit: as in :class:`~coalition.model.evidence.Evidence`.
    """

    def __init__(self, file: str, kind: Kind, unit: str = "") -> None:
        self._file = file
        self._kind = kind
        self._unit = unit
        self._entries: list[_Entry] = []
        self._by_spelling: dict[_Key, _Entry] = {}
        self._problems: list[Problem] = []
        self._untold = 0
        self._totals: list[int] = []

    def add(
        self,
        tag: str,
        amount: float = 1.0,
        row: int | None = None,
        holder: str = "",
        group: str = "",
        at_least: bool = False,
        colour: str = "",
        by: str = "",
        on: str | None = None,
    ) -> None:
        """Count ``tag`` once more; one that cannot be used becomes a problem of its row."""
        if not 0.0 <= amount <= MOST:
            self._refuse(tag_text(tag), amount, row)
            return
        entry = self._by_spelling.get(_key(tag, holder, by, on)) or self._entry(
            Evidence(
                tag, self._kind, Source(self._file, row), 0.0, by=by, by_key=folded_name(by),
                on=on, group=group, holder=holder, colour=colour,
            )
        )  # fmt: skip
        if entry is None:
            return
        entry.amount += amount
        entry.rows += 1
        entry.at_least |= at_least

    def _entry(self, first: Evidence) -> _Entry | None:
        """The entry for a spelling not seen yet, new or that of its clean spelling."""
        found = usable(first)
        if isinstance(found, Problem):
            self._note(found)
            return None
        clean = _key(found.skill, found.holder, found.by, found.on)
        entry = self._by_spelling.get(clean)
        if entry is None:
            entry = self._by_spelling[clean] = _Entry(found)
            self._entries.append(entry)
        self._by_spelling[_key(first.skill, first.holder, first.by, first.on)] = entry
        return entry

    def is_total(self, tag: str, row: int) -> bool:
        """Whether this row adds up those before it, so that it is passed over and noted."""
        if not self._entries or tag in self._by_spelling:
            return False
        from coalition.exchange.totals import is_total

        if not is_total(tag):
            return False
        self._totals.append(row)
        return True

    def notes(self) -> tuple[str, ...]:
        """What was passed over on purpose, as sentences."""
        lines = ", ".join(map(str, self._totals[:_MOST_LINES])) + "…" * (
            len(self._totals) > _MOST_LINES
        )
        return (f"Totals of the other rows were passed over: line {lines}.",) if lines else ()

    def problem(self, what: str, row: int | None = None) -> None:
        """Note that something in ``row`` is not used, and why, as a sentence."""
        self._note(Problem(self._file, row, what))

    def bad_weight(self, skill: str, weight: str, row: int | None, why: str) -> None:
        """Note that a weight cannot be used."""
        shown = weight if len(weight) <= _SHOWN else weight[: _SHOWN - 1] + "…"
        named = skill if len(skill) <= _SHOWN else skill[: _SHOWN - 1] + "…"
        what = f"The weight {shown} of “{named}” {why}, so it is not counted."
        self._note(BadWeightProblem(self._file, row, what))

    def _note(self, problem: Problem) -> None:
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(problem)
        else:
            self._untold += 1

    def _refuse(self, skill: str, amount: float, row: int | None) -> None:
        if math.isnan(amount):
            self.bad_weight(skill, "NaN", row, "is not a number")
        elif amount < 0:
            self.bad_weight(skill, f"{amount:g}", row, "is negative")
        elif math.isinf(amount):
            self.bad_weight(skill, "Infinity", row, "is infinite")
        else:
            self.bad_weight(skill, f"{amount:g}", row, f"is larger than {MOST:g}")

    def evidence(self) -> tuple[Evidence, ...]:
        """Everything counted, in the order of the file; one endorser is 1, a listing 0."""
        alone = {Kind.ENDORSED: 1.0, Kind.LISTED: 0.0}.get(self._kind)
        return tuple(
            replace(
                entry.first,
                amount=entry.amount if alone is None else alone,
                rows=entry.rows,
                at_least=entry.at_least,
                unit=self._unit,
            )
            for entry in self._entries
        )

    def problems(self) -> tuple[Problem, ...]:
        """All that was not used, at most a thousand one by one."""
        rest = Problem(self._file, None, f"{self._untold:,} more rows cannot be used either.")
        return (*self._problems, rest) if self._untold else tuple(self._problems)


def tallied(
    format_name: str, name: str, tallies: Iterable[Tally], person: "Person | None" = None
) -> Reading:
    """What the tallies of one input hold, as the reading of it."""
    tallies = list(tallies)
    return Reading(
        format_name,
        name,
        person,
        evidence=tuple(item for tally in tallies for item in tally.evidence()),
        problems=tuple(problem for tally in tallies for problem in tally.problems()),
        notes=tuple(note for tally in tallies for note in tally.notes()),
    )
