"""Evidence as it is gathered: tags cleaned, weights checked, rows that say the same added up."""

import math
from dataclasses import dataclass

from coalition.errors import BadWeight, NothingFound
from coalition.exchange.tag_text import tag_text, why_unusable
from coalition.exchange.totals import is_total
from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Problem
from coalition.model.source import Source

MOST_PROBLEMS = 1000
"""How many problems of one file are told one by one; the rest is told as a number."""

MOST = 1e15
"""The largest weight: up to here whole numbers are exact, and sums cannot overflow."""

_SHOWN = 40
_MOST_LINES = 10


@dataclass(slots=True)
class _Entry:
    skill: str
    holder: str
    group: str
    row: int | None
    amount: float = 0.0
    rows: int = 0
    at_least: bool = False


class Tally:
    """What one file says, row by row, in memory that grows with its tags and not its rows.

    file: the file's name. kind, unit: as in :class:`~coalition.model.evidence.Evidence`.
    """

    def __init__(self, file: str, kind: Kind, unit: str = "") -> None:
        self._file = file
        self._kind = kind
        self._unit = unit
        self._entries: dict[str | tuple[str, str], _Entry] = {}  # by tag, and holder if any
        self._spellings: dict[str, str] = {}
        self._problems: list[Problem] = []
        self._untold = 0
        self._totals: list[int] = []
        self._bad_weights = 0

    def add(
        self,
        tag: str,
        amount: float = 1.0,
        row: int | None = None,
        holder: str = "",
        group: str = "",
        at_least: bool = False,
    ) -> None:
        """Count ``tag`` once more; one that cannot be used becomes a problem of its row."""
        if not 0.0 <= amount <= MOST:
            self._refuse(tag_text(tag), amount, row)
            return
        key = (tag, holder) if holder else tag
        entry = self._entries.get(key) or self._entry(tag, row, holder, group)
        if entry is None:
            return
        entry.amount += amount
        entry.rows += 1
        entry.at_least |= at_least

    def _entry(self, tag: str, row: int | None, holder: str, group: str) -> _Entry | None:
        """The entry for a spelling not seen yet, new or that of its clean spelling."""
        skill = self._spellings.get(tag) or tag_text(tag)
        key = (skill, holder) if holder else skill
        if fault := why_unusable(skill):
            self.problem(fault, row)
            return None
        if skill != tag:
            self._spellings[tag] = skill
        if key not in self._entries:
            self._entries[key] = _Entry(skill, holder, group, row)
        return self._entries[key]

    def is_total(self, tag: str, row: int) -> bool:
        """Whether this row adds up those before it, so that it is passed over and noted."""
        if not self._entries or tag in self._entries or not is_total(tag):
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
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(Problem(self._file, row, what))
        else:
            self._untold += 1

    def bad_weight(self, skill: str, weight: str, row: int | None, why: str) -> None:
        """Note that a weight cannot be used."""
        self._bad_weights += 1
        shown = weight if len(weight) <= _SHOWN else weight[: _SHOWN - 1] + "…"
        named = skill if len(skill) <= _SHOWN else skill[: _SHOWN - 1] + "…"
        self.problem(f"The weight {shown} of “{named}” {why}, so it is not counted.", row)

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
        """Everything counted, in the order of the file.

        Raises BadWeight or NothingFound where all there was is a problem.
        """
        if not self._entries and self._problems:
            error = BadWeight if self._bad_weights == len(self._problems) else NothingFound
            raise error(f"Nothing in {self._file} can be used: {self._problems[0]}")
        return tuple(self._evidence_of(entry) for entry in self._entries.values())

    def _evidence_of(self, entry: _Entry) -> Evidence:
        return Evidence(
            entry.skill,
            self._kind,
            Source(self._file, entry.row),
            amount=entry.amount,
            at_least=entry.at_least,
            group=entry.group,
            holder=entry.holder,
            rows=entry.rows,
            unit=self._unit,
        )

    def problems(self) -> tuple[Problem, ...]:
        """All that was not used, at most a thousand one by one."""
        rest = Problem(self._file, None, f"{self._untold:,} more rows cannot be used either.")
        return (*self._problems, rest) if self._untold else tuple(self._problems)
