"""Whom the rows of a table are about: people, the teams and departments they are in."""

from collections.abc import Sequence
from dataclasses import replace

from coalition.exchange.columns import Columns
from coalition.exchange.problem_list import ProblemList
from coalition.exchange.tag_text import tag_text
from coalition.model.evidence import Evidence
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


def without_nobodys(reading: Reading) -> Reading:
    """``reading`` without the tags of rows that name nobody, where other rows name people: each of
    those rows is a problem. Where no row does, the tags are those of whom the user says.
    """
    if not reading.people:
        return reading
    problems = ProblemList(reading.name)
    kept: list[Evidence] = []
    told: set[int | None] = set()
    for piece in reading.evidence:
        if piece.holder or piece.holder_key:
            kept.append(piece)
        elif piece.source.row not in told:
            told.add(piece.source.row)
            problems.add(
                "This row names nobody whose tags they could be: not used.", piece.source.row
            )
    if not told:
        return reading
    return replace(reading, evidence=tuple(kept), problems=(*reading.problems, *problems.all()))


def _text(cells: Sequence[str], place: int | None) -> str:
    return "" if place is None else tag_text(_cell(cells, place))


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""
