"""``coalition people merge``: two people of the workbook who are one."""

import click

from coalition.cli.opened import on_workbook, opened
from coalition.cli.terminal import safe


@click.command()
@click.argument("people", metavar="A B", nargs=-1, required=True)
@click.option("--undo", is_flag=True, help="Undo the last merge of the one person given.")
@on_workbook
@click.pass_context
def command(ctx: click.Context, people: tuple[str, ...], undo: bool) -> None:
    """Have B be the same person as A from now on.

    Nothing is lost: every fact stays with its source, and the merge can be undone.

    \b
    Examples:
      coalition people merge "Ada Testerson" "#12"
      coalition people merge --undo "Ada Testerson"
    """
    from coalition.workbook import changes, queries

    if len(people) != (1 if undo else 2):
        raise click.UsageError("Give one person to undo." if undo else "Give two people.")
    with opened(ctx) as space:
        first = queries.one(space, people[0])
        if undo:
            kept, gone = changes.unmerge(space, first.id)
            click.echo(f"#{kept} and #{gone} are two people again.")
            return
        second = queries.one(space, people[1])
        changes.merge(space, first.id, second.id)
    click.echo(
        f"{safe(second.name)} (#{second.id}) is {safe(first.name)} (#{first.id}) from now on. "
        f'To undo: coalition people merge --undo "#{first.id}".'
    )
