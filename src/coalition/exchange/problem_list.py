"""The problems of one file as they are found: so many one by one, the rest as a number."""

from coalition.exchange.tally import MOST_PROBLEMS
from coalition.model.reading import Problem


class ProblemList:
    """What could not be used of one file."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._told: list[Problem] = []
        self._untold = 0

    def add(self, what: str, line: int | None = None) -> None:
        """Note that something is not used, and why, as a sentence."""
        if len(self._told) < MOST_PROBLEMS:
            self._told.append(Problem(self._file, line, what))
        else:
            self._untold += 1

    def all(self) -> tuple[Problem, ...]:
        """All of them, in the order of their lines."""
        told = sorted(self._told, key=lambda problem: problem.line or 0)
        if self._untold:
            rest = f"{self._untold:,} more problems are not told one by one."
            told.append(Problem(self._file, None, rest))
        return tuple(told)
