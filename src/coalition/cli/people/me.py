"""``coalition people me``: who the user is."""

import click

from coalition.cli.opened import on_workbook, opened
from coalition.cli.terminal import safe


@click.command()
@click.argument("person", metavar="PERSON", required=False)
@on_workbook
@click.pass_context
def command(ctx: click.Context, person: str | None) -> None:
    """Say which of the people is you, or ask who is.

    What others did among themselves is then no touchpoint of yours.

    \b
    Example:
      coalition people me "Imogen Thackeray-Bello"
    """
    from coalition.workbook import changes, queries

    with opened(ctx) as space:
        if person is None:
            me = queries.me(space)
            click.echo(str(me) if me else "It is not known who you are: coalition people me NAME.")
            return
        found = queries.one(space, person)
        changes.be(space, found.id)
    click.echo(f"You are {safe(found.name)}.")
