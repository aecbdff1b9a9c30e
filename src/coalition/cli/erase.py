"""``coalition erase``: a person removed everywhere."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from coalition.cli.opened import on_workbook, opened, place_of
from coalition.cli.terminal import safe, say, width_of_terminal, wrapped
from coalition.errors import InputError

if TYPE_CHECKING:
    from coalition.workbook.changes import Gone


@click.command()
@click.argument("person", metavar="PERSON")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="What was erased as JSON.")
@on_workbook
@click.pass_context
def command(ctx: click.Context, person: str, yes: bool, as_json: bool) -> None:
    """Erase a person: everything held on them, and their name in what is held on others.

    It cannot be undone. What is left is a salted hash, so that an import asks before it brings them
    back. Backups made before still hold them: those that lie beside the workbook are named.

    \b
    Example:
      coalition erase "Ada Testerson"
    """
    from coalition.workbook import changes, queries

    with opened(ctx) as space:
        found = queries.one(space, person)
        if not yes:
            _confirm(str(found))
        gone = changes.erase(space, found.id)
    if as_json:
        import json

        click.echo(json.dumps(asdict(gone), ensure_ascii=False, indent=1))
    else:
        for line in _told(gone):
            click.echo(line)
    if gone.in_log:
        say("coalition: Another program is reading the workbook, so traces of them are left in its "
            "log: they are gone once all programs have closed it.")  # fmt: skip
    for backup in _kept_beside(place_of(ctx)):
        say(f"coalition: {backup} was kept before this and may still hold them: delete it when you "
            "no longer need it.")  # fmt: skip


def _confirm(who: str) -> None:
    if not (sys.stdin and sys.stdin.isatty()):
        raise InputError(f"To erase {who} for good without being asked, give --yes.")
    if not click.confirm(f"Erase {safe(who)} for good?", err=True):
        raise click.Abort


def _told(gone: "Gone") -> Iterator[str]:
    yield f"{safe(gone.name)} is erased: {gone.facts:,} facts."
    for shared, title in (
        (False, "These named them, and do no longer:"),
        (True, "These are as they were, as the name is somebody else's too:"),
    ):
        mentions = [mention for mention in gone.mentions if mention.shared is shared]
        if mentions:
            yield title
        for mention in mentions:
            text = safe(f"{mention.where}: {mention.text}")
            yield from wrapped(text, width_of_terminal(), "  ", "    ")


def _kept_beside(place: str) -> list[str]:
    """The files beside the workbook that were kept of it before."""
    import glob
    import os

    path = os.path.realpath(os.path.expanduser(place))
    pattern = glob.escape(path)
    return sorted(glob.glob(f"{pattern}.version-*") + glob.glob(f"{pattern}.before-*"))
