"""``coalition workspaces``: a workbook's workspaces, each sealed from the others."""

import sys

import click

from coalition.cli.opened import on_workbook, opened_workbook
from coalition.cli.terminal import safe
from coalition.errors import InputError


@click.command()
@click.option("--add", metavar="NAME", help="Begin a new one.")
@click.option("--remove", metavar="NAME", help="Remove one, with everything in it.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Their names as JSON.")
@on_workbook
@click.pass_context
def command(
    ctx: click.Context, add: str | None, remove: str | None, yes: bool, as_json: bool
) -> None:
    """List the workspaces of the workbook, or add and remove one.

    A workspace is a workbook within the workbook: a coach keeps one for each client. Nothing of one
    is ever seen in another. Every command takes --workspace NAME; without it, it is "main".

    \b
    Examples:
      coalition workspaces --add "Client A"
      coalition --workspace "Client A" import orgchart.csv
      coalition workspaces --remove "Client A"
    """
    if add is not None and remove is not None:
        raise click.UsageError("Give one of --add and --remove.")
    with opened_workbook(ctx, create=add is not None) as workbook:
        if add is not None:
            click.echo(f"{safe(workbook.add_space(add).name)} is there.")
        elif remove is not None:
            space = workbook.space(remove)
            if not yes:
                _confirm(space.name)
            from coalition.workbook import changes

            changes.remove(space)
            click.echo(f"{safe(space.name)} is removed. Backups made before still hold it.")
        else:
            _list(workbook.spaces(), as_json)


def _list(names: tuple[str, ...], as_json: bool) -> None:
    if as_json:
        import json

        click.echo(json.dumps(names, ensure_ascii=False))
        return
    for name in names:
        click.echo(safe(name))


def _confirm(name: str) -> None:
    if not (sys.stdin and sys.stdin.isatty()):
        raise InputError(f"To remove {name} for good without being asked, give --yes.")
    if not click.confirm(f"Remove {safe(name)} and everything in it for good?", err=True):
        raise click.Abort
