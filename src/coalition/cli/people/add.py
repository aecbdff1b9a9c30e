"""``coalition people add``: a person typed in."""

import click

from coalition.cli.opened import on_workbook, opened
from coalition.cli.people.details import Details, details
from coalition.cli.terminal import safe, say

_SHOWN = 5


@click.command()
@click.argument("name")
@details
@click.option("--bring-back", is_flag=True, help="Add them although they were erased once.")
@on_workbook
@click.pass_context
def command(ctx: click.Context, name: str, given: Details, bring_back: bool) -> None:
    """Add a person to the workbook by hand.

    \b
    Examples:
      coalition people add "Ada Testerson" --title "HR Business Partner" --email ada@example.com
      coalition people add "香織 架空山" --reading "かおり かくうやま" --zone Asia/Tokyo
    """
    from coalition.workbook import changes, queries

    person = given.person(name)
    with opened(ctx, create=True) as space:
        alike = queries.find(space, name)[:_SHOWN]
        number = changes.add_person(space, person, bring_back)
    click.echo(f"{safe(name)} is #{number}.")
    for one in alike:
        say(f"Known already: {one}. `coalition people merge` joins them if they are one person.")
