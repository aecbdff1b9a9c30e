"""``coalition people forget``: one fact about a person taken out."""

import click

from coalition.cli.opened import on_workbook, opened
from coalition.cli.terminal import safe


@click.command()
@click.argument("number", metavar="NUMBER", type=int)
@on_workbook
@click.pass_context
def command(ctx: click.Context, number: int) -> None:
    """Take one fact about a person out, by the number that `coalition show` gives it.

    \b
    Example:
      coalition people forget 812
    """
    from coalition.workbook import changes

    with opened(ctx) as space:
        field, value = changes.forget(space, number)
    click.echo(f"Taken out: {field}, {safe(value)}.")
