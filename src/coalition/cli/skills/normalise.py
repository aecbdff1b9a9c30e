"""``coalition skills normalise``: a list of raw names to the names of their skills."""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import PurePath
from typing import NamedTuple

import click

from coalition.cli import DONE, NOT_ALL_USED
from coalition.cli.known import ALIASES_OPTION, lists_of
from coalition.cli.picture import refuse_to_overwrite
from coalition.cli.progress import ProgressBar
from coalition.cli.sources import material_of, refuse_to_read_twice
from coalition.cli.terminal import cells, fitted, safe, say, width_of_terminal
from coalition.errors import OutputError
from coalition.exchange.name_column import Names, names_in
from coalition.tags.naming.shipped import recognition_by
from coalition.tags.normal import Normal, Normaliser, Standing

_COLUMNS = ("name", "skill", "group", "reason", "line")
_KINDS = ("csv", "tsv", "json")
_BATCH = 5_000
_LEAST = 12
_SHARES = (28, 24, 18)
"""The most that a name, a skill and a group take of a terminal's width, in per cent."""

_FORMULA = tuple("=+-@＝＋－＠")  # full width is taken for it too
"""What a spreadsheet takes for the start of a formula."""


class Row(NamedTuple):
    """A name in order, and the line of the file that it stands on."""

    line: int
    normal: Normal

    @property
    def texts(self) -> tuple[str, str, str, str]:
        """What stands in the columns before the line."""
        name, skill, group, reason = self.normal[:4]
        return name, skill, group, reason


Batch = Sequence[Row]


@click.command()
@click.argument("source", metavar="FILE")
@click.option("-o", "--output", metavar="FILE", help="Write the table here: .csv, .tsv or .json.")
@click.option("--column", metavar="NAME", help="The column of a table that has the names, by its "
              "header or its number. [default: the one with tags, or the first]")  # fmt: skip
@ALIASES_OPTION
@click.option("--json", "as_json", is_flag=True, help="Print the table as JSON.")
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    output: str | None,
    column: str | None,
    aliases: tuple[str, ...],
    as_json: bool,
) -> None:
    """Give each of many names its skill.

    FILE has a name a line, or is a table (.csv, .tsv, .xlsx); with - it is standard input. What is
    made of it is a table with each name, its skill, the group of that and the reason. A name that
    is not in the list of skills is a skill of its own, called by its first wording; one that may
    stand for several skills stays, and the reason says for which.

    The other columns of a table are not kept: the column line, from 1, says which line of FILE each
    name is from, so that both can be joined.

    \b
    Examples:
      coalition skills normalise names.txt
      coalition skills normalise staff.csv --column "Skill name" -o in-order.csv
      cut -f3 export.tsv | coalition skills normalise - --json
    """
    if output is not None and as_json:
        raise click.UsageError("-o and --json put the table in two places: give one of them.")
    kind = _kind_of(output) if output is not None else ""
    refuse_to_overwrite(output, (source, *aliases), "table")
    refuse_to_read_twice((source, *aliases))
    normalise = Normaliser(recognition_by(lists_of(aliases)))
    found = names_in(material_of(source), column)
    tally = _Tally()
    if output is not None:
        from coalition.disk import write_whole

        with ProgressBar("Putting in order") as progress:
            batches = _batches(found, normalise, tally, progress)
            write_whole(output, (part.encode() for part in _written(batches, kind)))
        say(f"Wrote {output}: {tally.told(found.column)}")
    else:
        _print(_batches(found, normalise, tally, lambda done, total: None), as_json)
        say(f"coalition: {tally.told(found.column)}")
    ctx.exit(NOT_ALL_USED if tally.counts[Standing.UNUSABLE] else DONE)


def _kind_of(output: str) -> str:
    kind = PurePath(output).suffix.lower().removeprefix(".")
    if kind not in _KINDS:
        raise OutputError(
            f'What kind of table "{output}" shall be is not known: let its name end in .csv, .tsv '
            "or .json."
        )
    return kind


class _Tally:
    """How many names of each standing there were, and empty lines."""

    def __init__(self) -> None:
        self.counts: Counter[Standing] = Counter()
        self.empty = 0

    def told(self, column: str) -> str:
        """A sentence on it; ``column`` is where the names are of, "" for a plain list."""
        of = f" of the column {column}" if column else ""
        parts = [
            f"{self.counts[standing]:,} {words}"
            for standing, words in (
                (Standing.KNOWN, "in the list of skills"),
                (Standing.AMBIGUOUS, "of several meanings"),
                (Standing.UNKNOWN, "not in it"),
                (Standing.UNUSABLE, "that cannot be used"),
            )
            if self.counts[standing] or standing is Standing.KNOWN
        ]
        total = sum(self.counts.values())
        empty = f" Passed over: {_counted(self.empty, 'empty line')}." if self.empty else ""
        return f"{_counted(total, 'name')}{of}, {', '.join(parts)}.{empty}"


def _counted(many: int, what: str) -> str:
    return f"{many:,} {what}" if many == 1 else f"{many:,} {what}s"


def _batches(
    found: Names,
    normalise: Normaliser,
    tally: _Tally,
    progress: Callable[[int, int], None],
) -> Iterator[Batch]:
    """The rows, some thousand at a time; empty ones are counted and left out."""
    done = 0
    while names := list(islice(found.names, _BATCH)):
        rows = [Row(line, normalise(name)) for line, name in names if name]
        tally.empty += len(names) - len(rows)
        tally.counts.update(row.normal.standing for row in rows)
        yield rows
        done += len(names)
        progress(done, found.rows)


def _written(batches: Iterable[Batch], kind: str) -> Iterator[str]:
    """The parts of the table as text."""
    return _as_json(batches) if kind == "json" else _as_table(batches, {"csv": ","}.get(kind, "\t"))


def _as_table(batches: Iterable[Batch], delimiter: str) -> Iterator[str]:
    """A table for a spreadsheet: nothing in it steers, or is taken for a formula."""
    yield delimiter.join(_COLUMNS) + "\n"
    for rows in batches:
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(
            (*map(_harmless, row.texts), row.line) for row in rows
        )
        yield text.getvalue()


def _harmless(cell: str) -> str:
    shown = safe(cell)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def _in_tabs(batches: Iterable[Batch]) -> Iterator[str]:
    """A table for other programs: a tab between cells, none in them, and nothing quoted."""
    yield "\t".join(_COLUMNS) + "\n"
    for rows in batches:
        yield "".join("\t".join((*map(safe, row.texts), str(row.line))) + "\n" for row in rows)


def _as_json(batches: Iterable[Batch]) -> Iterator[str]:
    """A list of objects, one a line, what steers a terminal in them written as escapes."""
    start = "[\n"
    for rows in batches:
        if rows:
            yield start + ",\n".join(map(_object, rows))
            start = ",\n"
    yield "\n]\n" if start != "[\n" else "[]\n"


def _object(row: Row) -> str:
    cells_of_row = dict(zip(_COLUMNS, (*row.texts, row.line), strict=True))
    known = {"known": row.normal.standing is Standing.KNOWN}
    text = json.dumps(cells_of_row | known, ensure_ascii=False)
    return text if text.isprintable() else "".join(map(_escaped, text))


def _escaped(character: str) -> str:
    return character if character.isprintable() else json.dumps(character)[1:-1]


def _print(batches: Iterable[Batch], as_json: bool) -> None:
    width = width_of_terminal()
    if as_json:
        parts = _as_json(batches)
    elif width is None:
        parts = _in_tabs(batches)
    else:
        parts = _in_columns(batches, width)
    for part in parts:
        click.echo(part, nl=False)


def _in_columns(batches: Iterable[Batch], width: int) -> Iterator[str]:
    """The table in columns as wide as the first rows need, the last as wide as the terminal
    leaves; what does not fit is cut.
    """
    widths: list[int] = []
    for rows in batches:
        if not widths:
            widths = _widths(rows, width)
            yield _line(_COLUMNS[:-1], widths)
        yield "".join(_line(row.texts, widths) for row in rows)


def _widths(rows: Batch, width: int) -> list[int]:
    most = [max(_LEAST, width * share // 100) for share in _SHARES]
    needed = [
        max([cells(name), *(cells(safe(row.texts[at][:limit])) for row in rows)])
        for at, (name, limit) in enumerate(zip(_COLUMNS[:-1], most, strict=False))
    ]
    first = list(map(min, needed, most))
    return [*first, max(_LEAST, width - sum(first) - 2 * len(first))]


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    shown = (fitted(safe(text), width) for text, width in zip(texts, widths, strict=True))
    return "  ".join(shown).rstrip() + "\n"
