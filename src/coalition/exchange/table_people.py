"""Whom the rows of a table are about: people, the teams and departments they are in."""

from collections.abc import Sequence
from dataclasses import replace

from coalition.exchange.columns import Columns
from coalition.exchange.tag_text import tag_text
from coalition.model.person import Person
from coalition.model.reading import Reading


class TablePeople:
    """The people a table names, row by row; each with all teams and departments it puts them in.

    Where it names no person, its rows are about the team, or the department where it has no team.
    """

    def __init__(self, columns: Columns) -> None:
        self._person = columns.person
        self._team = columns.team
        self._department = columns.department
        self._teams: dict[str, dict[str, None]] = {}
        self._departments: dict[str, dict[str, None]] = {}

    def of_row(self, line: int, cells: Sequence[str]) -> str:
        """Whom this row is about, "" where it does not say."""
        team, department = _text(cells, self._team), _text(cells, self._department)
        if not self._person:
            return team or department
        name = tag_text(" ".join(_cell(cells, place) for place in self._person))
        if name:
            teams = self._teams.setdefault(name, {})
            departments = self._departments.setdefault(name, {})
            if team:
                teams[team] = None
            if department:
                departments[department] = None
        return name

    def name_of(self, holder: str) -> str:
        """The name of whom :meth:`of_row` gave: here it is the same."""
        return holder

    def added_to(self, reading: Reading) -> Reading:
        """``reading`` with the people, in the order of the table."""
        people = tuple(
            Person(name, teams=tuple(teams), departments=tuple(self._departments[name]))
            for name, teams in self._teams.items()
        )
        return replace(reading, people=people)


def _text(cells: Sequence[str], place: int | None) -> str:
    return "" if place is None else tag_text(_cell(cells, place))


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""
