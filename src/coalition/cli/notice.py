"""``coalition notice``: what a person is to be told of what is kept about them."""

from datetime import date

import click

from coalition.cli.opened import on_workbook, opened, place_of, refuse_own
from coalition.cli.terminal import safe


@click.command()
@click.argument("person", metavar="PERSON")
@click.option("-o", "--output", metavar="FILE", help="Write it to a file instead.")
@on_workbook
@click.pass_context
def command(ctx: click.Context, person: str, output: str | None) -> None:
    """Print the text that informs a person of what is kept about them, and of their rights.

    It is what Article 14 of the GDPR asks for, in plain words. `coalition show PERSON -o page.html`
    makes the page that goes with it.

    \b
    Example:
      coalition notice "Ada Testerson"
    """
    from coalition.briefs.notice import notice
    from coalition.workbook import queries

    with opened(ctx) as space:
        found = queries.one(space, person)
        held, keeper = queries.held_on(space, found.id), queries.me(space)
        text = notice(held, keeper, date.today(), place_of(ctx))
    if output is None or output == "-":
        click.echo(text, nl=False)
        return
    from coalition.disk import write_whole

    refuse_own(output, place_of(ctx))
    write_whole(output, text.encode(), private=True)
    click.echo(f"The notice for {safe(found.name)} is in {output}.", err=True)
