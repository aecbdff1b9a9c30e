"""``coalition people forget``: one fact about a person taken out."""

import click

from coalition.cli.opened import on_workbook, opened
from coalition.cli.terminal import safe


@click.command()
@click.argument("number", metavar="NUMBER", type=int)
@click.option("--note", is_flag=True, help="It is the number of a note.")
@on_workbook
@click.pass_context
def command(ctx: click.Context, number: int, note: bool) -> None:
    """Take one fact about a person out, or a note, by the number that `coalition show` gives it.

    \b
    Examples:
      coalition people forget 812
      coalition people forget --note 3
    """
    from coalition.workbook import changes

    with opened(ctx) as space:
        if note:
            text = changes.forget_note(space, number)
            click.echo(f"Taken out: {safe(text)}")
            return
        field, value = changes.forget(space, number)
    click.echo(f"Taken out: {field}, {safe(value)}.")
