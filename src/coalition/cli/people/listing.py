"""``coalition people list``: people found by name, skill, unit, place, or when last in touch."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from coalition.cli.dates import Day
from coalition.cli.opened import on_workbook, opened
from coalition.cli.terminal import cells, fitted, safe, width_of_terminal

if TYPE_CHECKING:
    from coalition.model.held import Summary
    from coalition.workbook.queries import Wanted

_ON_A_SCREEN = 50
_WIDEST = 34
_LONGEST = 200


@click.command()
@click.argument("query", nargs=-1)
@click.option("--skill", "skills", multiple=True, metavar="NAME", help="Who has this skill, under "
              "any of its names.")  # fmt: skip
@click.option("--unit", "units", multiple=True, metavar="NAME", help="Who is in this unit, "
              "department or team.")  # fmt: skip
@click.option("--place", "places", multiple=True, metavar="NAME", help="Who works there.")
@click.option("--not-since", metavar="DAY", type=Day(), help="Who was not in touch since that day, "
              "such as 2026-09-01 or 90d, or never.")  # fmt: skip
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many. [default: "
              f"{_ON_A_SCREEN} on a terminal, else all]")  # fmt: skip
@click.option("--count", "count_only", is_flag=True, help="Print their number alone.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@on_workbook
@click.pass_context
def command(
    ctx: click.Context,
    query: tuple[str, ...],
    skills: tuple[str, ...],
    units: tuple[str, ...],
    places: tuple[str, ...],
    not_since: date | None,
    limit: int | None,
    count_only: bool,
    as_json: bool,
) -> None:
    """List people: all, or those of whom all of QUERY is known.

    QUERY is words of a name in any script, of a title, a skill, a place or a note; the beginning of
    a word is enough.

    \b
    Examples:
      coalition people
      coalition people noor
      coalition people --unit sales --not-since 90d
      coalition people --skill coaching --count
    """
    from coalition.workbook import changes, queries

    wanted = queries.Wanted(" ".join(query), skills, units, places, not_since)
    screen = width_of_terminal()
    most = limit or (_ON_A_SCREEN if screen and not as_json else None)
    with opened(ctx) as space:
        if skills and space.may_write:
            changes.name_skills(space)
        number = queries.count(space, wanted)
        found = () if count_only else queries.people(space, wanted, most)
    if count_only:
        click.echo(number)
    elif as_json:
        click.echo(_as_json(found))
    else:
        for line in _table(found, screen):
            click.echo(line)
        if number > len(found):
            click.echo(f"and {number - len(found):,} more: --limit {number} shows them.", err=True)
        elif not found:
            click.echo(_nobody(wanted), err=True)


def _nobody(wanted: "Wanted") -> str:
    if wanted.asks:
        return "Nobody in the workbook is like that."
    return "Nobody yet: `coalition import FILE` or `coalition people add` begins."


def _as_json(found: "Sequence[Summary]") -> str:
    import json

    return json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1, default=str)


def _table(found: "Sequence[Summary]", width: int | None) -> Iterator[str]:
    """A line for each: number, name, role, unit or place, last touch."""
    if not found:
        return
    rows = [_cells(one) for one in found]
    if width is None:
        yield from ("\t".join(row) for row in rows)
        return
    number = max(len(row[0]) for row in rows)
    name = min(_WIDEST, max(cells(row[1]) for row in rows))
    day = 10
    name = min(name, max(8, width - number - day - 18))
    role = max(6, width - number - name - day - 6)
    for row in rows:
        told = f"{row[0]:>{number}}  {fitted(row[1], name)}  {fitted(row[2], role)}  {row[3]}"
        yield told.rstrip()


def _cells(one: "Summary") -> tuple[str, str, str, str]:
    role = ", ".join(filter(None, (one.title, one.organisation, one.unit, one.place)))
    left = "" if one.active else " (left)"
    day = one.last_touch.isoformat() if one.last_touch else ""
    return f"#{one.id}", safe(one.name)[:_LONGEST] + left, safe(role)[:_LONGEST], day
