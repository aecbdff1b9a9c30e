"""``coalition people edit``: what is known of a person, in the user's own words."""

import click

from coalition.cli.opened import on_workbook, opened
from coalition.cli.people.details import Details, details
from coalition.cli.terminal import safe


@click.command()
@click.argument("person", metavar="PERSON")
@click.option("--name", metavar="NAME", help="The name they go by.")
@details
@on_workbook
@click.pass_context
def command(ctx: click.Context, person: str, name: str | None, given: Details) -> None:
    """Say what is so of a person; it counts more than what files say, which is kept beside it.

    PERSON is a name in any script, an e-mail address or a number such as "#12".

    \b
    Examples:
      coalition people edit "Ada Testerson" --title "Head of HR" --place Lyon
      coalition people edit "#12" --name "Ada Testerson-Lindqvist"
    """
    from coalition.workbook import changes, queries
    from coalition.workbook.facts import said_of

    if not (given or name):
        raise click.UsageError("Say what is so of them, with --title, --place and the others.")
    said = said_of(given.person(name or ""))
    with opened(ctx) as space:
        found = queries.one(space, person)
        changes.say(space, found.id, said)
    click.echo(f"{safe(found.name)}: {len(said)} {'fact' if len(said) == 1 else 'facts'} added.")
