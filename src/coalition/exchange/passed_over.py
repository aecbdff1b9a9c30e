"""What a reader passes over: on purpose, told once as a note, or as a problem of its row."""

from collections import Counter

from coalition.exchange.tally import MOST_PROBLEMS
from coalition.model.reading import Problem

_MOST_NAMED = 40


class PassedOver:
    """Gathers what one file holds that is not kept, in memory that does not grow with it."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._unkept: dict[str, None] = {}
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._problems: list[Problem] = []
        self._untold = 0

    def unkept(self, what: str) -> None:
        """Something of no concern at work: "birthdays", the name of a column."""
        if len(self._unkept) < _MOST_NAMED:
            self._unkept[what] = None

    def count(self, why: str, one: str, many: str) -> None:
        """One more of what is passed over for a reason: "2 cards", "of organisations"."""
        self._counts[one, many, why] += 1

    def problem(self, row: int | None, what: str) -> None:
        """Something in ``row`` that is not used although it should be."""
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(Problem(self._file, row, what))
        else:
            self._untold += 1

    def notes(self) -> tuple[str, ...]:
        """What was passed over on purpose, as sentences."""
        counted = tuple(
            f"Passed over: {number:,} {one if number == 1 else many} {why}."
            for (one, many, why), number in self._counts.items()
        )
        unkept = ", ".join(sorted(self._unkept))
        return (
            *counted,
            *((f"Not kept, being private or of no use: {unkept}.",) if unkept else ()),
        )

    def problems(self) -> tuple[Problem, ...]:
        """The problems, those past the first thousand as a number."""
        if not self._untold:
            return tuple(self._problems)
        rest = Problem(self._file, None, f"{self._untold:,} more rows could not be used.")
        return (*self._problems, rest)
