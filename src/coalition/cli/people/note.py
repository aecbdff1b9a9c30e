"""``coalition people note``: a note about a person's work."""

from datetime import date

import click

from coalition.cli.dates import Day
from coalition.cli.opened import on_workbook, opened
from coalition.cli.terminal import safe


@click.command()
@click.argument("person", metavar="PERSON")
@click.argument("text")
@click.option("--on", metavar="DAY", type=Day(), help="The day it is about. [default: today]")
@on_workbook
@click.pass_context
def command(ctx: click.Context, person: str, text: str, on: date | None) -> None:
    """Write down something about a person's work.

    Whoever it is about may one day read it: `coalition show` prints it for them.

    \b
    Example:
      coalition people note "Ada Testerson" "asked for figures per site" --on 2026-11-20
    """
    from coalition.workbook import changes, queries

    if on is not None and not date(1900, 1, 1) <= on <= date.today():
        raise click.BadParameter("A note is about a day since 1900, and not about a day to come.")
    with opened(ctx) as space:
        found = queries.one(space, person)
        changes.note(space, found.id, text, on or date.today())
    click.echo(f"Noted on {safe(found.name)}.")
