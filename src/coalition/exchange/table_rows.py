"""The rows of a table as evidence, once it is known which column holds what."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from coalition.errors import UnknownFormat
from coalition.exchange.cells import has_comma_lists, tags_in
from coalition.exchange.columns import (
    Columns,
    columns_by_header,
    columns_by_values,
    is_header,
    names_exactly,
    weight_mark,
)
from coalition.exchange.delimited import Row
from coalition.exchange.naming import escaped
from coalition.exchange.numbers import is_at_least, number_in
from coalition.exchange.reader import Progress
from coalition.exchange.table_dates import date_reader
from coalition.exchange.table_people import TablePeople, without_nobodys
from coalition.exchange.tag_text import tag_text
from coalition.exchange.tally import Tally, tallied
from coalition.model.evidence import Kind
from coalition.model.reading import Reading
from coalition.tags.folding import fold

if TYPE_CHECKING:
    from coalition.exchange.people_columns import PeopleColumns
    from coalition.exchange.people_table import PeopleTable

_SAMPLE = 200
_PREAMBLE = 40
_STEP = 20_000
_NAMED = 12


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the rows are to be read: their columns, and what divides numbers and tags."""

    columns: Columns
    mark: str
    commas: bool
    date: Callable[[str], str | None]


class _Rows:
    """The rows of one table as they are counted.

    Under a column that says who endorsed, and without one of weights, a row is an endorsement; a
    row that names nobody there, or the person themselves, only lists the skill.
    """

    def __init__(self, name: str, layout: _Layout, people: "TablePeople | PeopleTable") -> None:
        columns = layout.columns
        self.layout = layout
        self.people = people
        unit = columns.unit if columns.weight is not None else "mentions"
        self.counted = Tally(name, Kind.COUNTED, unit)
        self._endorsed = Tally(name, Kind.ENDORSED, "endorsements")
        self._listed = Tally(name, Kind.LISTED)

    def count(self, line: int, cells: Sequence[str]) -> None:
        """Count what one row says."""
        columns = self.layout.columns
        holder = self.people.of_row(line, cells)
        if holder is None:
            return
        weighed = _Weight(_cell(cells, columns.tag), 1.0, False)
        if columns.weight is not None:
            found = _weight(self.counted, self.layout, line, cells)
            if found is None:
                return
            weighed = found
        about = _about(self.layout, cells, holder)
        for told in (weighed.tag, *(_cell(cells, place) for place in columns.more)):
            for piece in tags_in(told, self.layout.commas) if told.strip() else ():
                self._add(piece, weighed, line, about, _cell_of(cells, columns.by))

    def _add(self, tag: str, weighed: "_Weight", line: int, about: dict[str, Any], by: str) -> None:
        columns = self.layout.columns
        if columns.by is None or columns.weight is not None:
            by = tag_text(by)
            self.counted.add(tag, weighed.amount, line, at_least=weighed.at_least, by=by, **about)
            return
        holder = fold(self.people.name_of(about["holder"]))
        others = [said for by in tags_in(by) if (said := tag_text(by)) and fold(said) != holder]
        for said in others:
            self._endorsed.add(tag, 1.0, line, by=said, **about)
        if not others:
            self._listed.add(tag, 0.0, line, **about)

    def reading(self, name: str) -> Reading:
        """All of it."""
        tallies = [self.counted, self._endorsed, self._listed]
        return self.people.added_to(tallied("table", name, tallies))


class _Weight(NamedTuple):
    """A row's tag, how much it counts, and whether that is a lower bound."""

    tag: str
    amount: float
    at_least: bool


def read_rows(
    name: str,
    rows: Iterator[Row],
    delimiter: str,
    total: int,
    progress: Progress,
    everything: bool = False,
) -> Reading:
    """The evidence in a table.

    name: the file's, for messages. delimiter: what divides its columns, "" in a workbook.
    total: about how many rows there are, for ``progress``.
    everything: also all that it tells of its people, who need no tags then.

    Raises UnknownFormat where no column can be told to hold the tags.
    """
    sample = [row for row in islice(rows, _SAMPLE) if not _is_rule(row[1])]
    found = _people_in(sample) if everything else None
    if found and _is_of_people_alone(name, sample, found[0]):
        from coalition.exchange.people_table import read_people

        return read_people("table", name, found, sample, rows, total, progress)
    columns, first = find_columns(name, sample)
    below = [cells for _, cells in sample[first:]]
    layout = _Layout(
        columns,
        weight_mark(below, columns.weight, delimiter) if columns.weight is not None else ".",
        columns.weight is None and has_comma_lists([_cell(row, columns.tag) for row in below]),
        date_reader(_cell_of(row, columns.on) for row in below),
    )
    people = _people_beside(name, columns, first, found, below)
    counted = _Rows(name, layout, people)
    for done, (line, cells) in enumerate(chain(sample[first:], rows), 1):
        counted.count(line, cells)
        if done % _STEP == 0:
            progress(done, total)
    progress(total, total)
    reading = counted.reading(name)
    return without_nobodys(reading) if everything else reading


def _is_of_people_alone(name: str, sample: Sequence[Row], people: "PeopleColumns") -> bool:
    """Whether the table is about people, and none of its columns holds tags."""
    try:
        columns, _ = find_columns(name, sample)
    except UnknownFormat:
        return True
    return people.surely and any(columns.tag in places for places in people.places.values())


def _people_beside(
    name: str,
    columns: Columns,
    first: int,
    found: "tuple[PeopleColumns, int] | None",
    below: Sequence[Sequence[str]],
) -> "TablePeople | PeopleTable":
    """Who is told of beside the tags: in full, where the same row heads both."""
    if found is None or found[1] != first:
        return TablePeople(columns)
    taken = {columns.tag, *columns.more, columns.weight, columns.group, columns.by, columns.on}
    people = found[0].without(taken)
    if not people.named:
        return TablePeople(columns)
    from coalition.exchange.people_table import PeopleTable

    return PeopleTable(name, people, below, tagged=True)


def _people_in(sample: Sequence[Row]) -> "tuple[PeopleColumns, int] | None":
    from coalition.exchange.people_columns import find_people

    return find_people(sample)


def _about(layout: _Layout, cells: Sequence[str], holder: str) -> dict[str, Any]:
    """What a row says about all its tags alike."""
    columns = layout.columns
    return {
        "holder": holder,
        "group": tag_text(_cell_of(cells, columns.group)),
        "colour": tag_text(_cell_of(cells, columns.colour)),
        "on": layout.date(_cell_of(cells, columns.on)),
    }


def _weight(tally: Tally, layout: _Layout, line: int, cells: Sequence[str]) -> _Weight | None:
    """What a row counts; None, told as a problem, where it counts nothing."""
    columns = layout.columns
    tag, written = _cell(cells, columns.tag), _cell_of(cells, columns.weight)
    number = number_in(written, layout.mark)
    if number is None:
        _refuse(tally, tag, written, line)
        return None
    named = tag if tag.strip() else next(filter(str.strip, cells))
    if tally.is_total(named, line):
        return None
    if not tag.strip():
        tally.problem(f"The weight {escaped(written)} has no tag, so it is not counted.", line)
        return None
    return _Weight(tag.replace("\n", " "), number, "+" in written and is_at_least(written))


def _refuse(tally: Tally, tag: str, written: str, line: int) -> None:
    if not written.strip() and tag.strip():
        tally.problem(f"“{tag_text(tag)[:40]}” has no weight, so it is not counted.", line)
    elif tag.strip():
        tally.bad_weight(tag_text(tag), escaped(written), line, "is not a number")


def _is_rule(cells: Sequence[str]) -> bool:
    """Whether this is the line that Markdown draws below a header."""
    return all(cell.strip(" -:=+") == "" for cell in cells) and any("--" in cell for cell in cells)


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _cell_of(cells: Sequence[str], place: int | None) -> str:
    return "" if place is None else _cell(cells, place)


def find_columns(name: str, sample: Sequence[Row]) -> tuple[Columns, int]:
    """The columns, and how many rows stand before the first row of the table's body."""
    rows = [cells for _, cells in sample]
    width = _usual_width(rows)
    heads = [
        (columns, place + 1)
        for place, row in enumerate(rows[:_PREAMBLE])
        if is_header(row) and _filled(row) >= min(width, 2)
        if (columns := columns_by_header(row, rows[place + 1 :]))
    ]
    # A title above the table, such as "Skill report", may name tags too, less exactly.
    surest = [head for head in heads if names_exactly(rows[head[1] - 1])]
    if heads:
        return (surest or heads)[0]
    alone = {place for row in rows for place, cell in enumerate(row) if cell.strip()}
    if len(alone) == 1:
        return Columns(alone.pop()), 0
    first = next((place for place, row in enumerate(rows) if len(row) == width), 0)
    headed = bool(rows) and is_header(rows[first])
    header = rows[first] if headed else []
    first += headed
    if columns := columns_by_values(header, rows[first:]):
        return columns, first
    if people := _people_in(sample):
        raise UnknownFormat(_which_column_of_people(name, rows[people[1] - 1]))
    raise UnknownFormat(_which_column(name, header, width))


def _usual_width(rows: Sequence[Sequence[str]]) -> int:
    return max(Counter(map(len, rows)).items(), key=lambda item: item[::-1], default=(0, 0))[0]


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _which_column(name: str, header: Sequence[str], width: int) -> str:
    if not header:
        return (
            f"{name} is a table of {width} columns without a header, and it cannot be told which "
            "of them holds the tags: put a first line above it, with `tag` over that column."
        )
    return (
        f"{name} is a table without a column of tags that can be told by its name (its columns: "
        f"{_named(header)}): rename the column with the tags to `tag`."
    )


def _which_column_of_people(name: str, header: Sequence[str]) -> str:
    return (
        f"{name} is a table of people without a column of tags (its columns: {_named(header)}): "
        "`coalition import` keeps its people; for a cloud, rename the column with the tags to "
        "`tag`."
    )


def _named(header: Sequence[str]) -> str:
    named = [escaped(cell.strip()) for cell in header if cell.strip()]
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return f"{', '.join(named[:_NAMED])}{more}"
