"""``coalition check``: whether the workbook is whole, and what is to be put right."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from coalition.cli.opened import on_workbook, opened_workbook
from coalition.cli.terminal import safe, width_of_terminal, wrapped

if TYPE_CHECKING:
    from coalition.workbook.checking import Mended
    from coalition.workbook.checks.finding import Finding


@click.command()
@click.option("--repair", is_flag=True, help="Put right what can be, after a backup.")
@click.option("--json", "as_json", is_flag=True, help="What was found, as JSON.")
@on_workbook
@click.pass_context
def command(ctx: click.Context, repair: bool, as_json: bool) -> None:
    """Check the workbook: its file, its keys, and whether what is in it fits together.

    Nothing is changed without --repair. Leaves with 0 if all is well, with 1 if something was
    found that is still wrong.

    \b
    Examples:
      coalition check
      coalition check --repair
    """
    from pathlib import Path

    from coalition.settings import workbook_file
    from coalition.workbook import checking

    with opened_workbook(ctx) as workbook:
        found = list(checking.check(workbook))
        folder = str(Path(workbook_file()).parent)
        mended = checking.repair(workbook, found, folder) if repair else None
        # What is mended is looked at again: only what is gone was put right.
        left = list(checking.check(workbook)) if mended and mended.findings else found
    if as_json:
        click.echo(_as_json(found, left, mended))
    else:
        _print(workbook.place, left, mended)
    ctx.exit(1 if any(finding.grave for finding in left) else 0)


def _print(place: str, left: "Sequence[Finding]", mended: "Mended | None") -> None:
    if mended and mended.backups:
        _line(f"Saved before anything was changed: {', '.join(mended.backups)}.")
        there = {finding.what for finding in left}
        for finding in mended.findings:
            if finding.what not in there:
                _line(f"Put right: {finding.what}")
    for finding in left:
        can = " (--repair mends it)" if finding.mend and not mended else ""
        _line(f"{'Wrong' if finding.grave else 'To know'}: {finding.what}{can}")
    if not any(finding.grave for finding in left):
        _line(f"{place} is sound.")


def _line(text: str) -> None:
    for line in wrapped(safe(text), width_of_terminal(), rest="  "):
        click.echo(line)


def _as_json(found: "Sequence[Finding]", left: "Sequence[Finding]", mended: "Mended | None") -> str:
    import json

    still = {finding.what for finding in left}
    more = [finding for finding in left if finding.what not in {one.what for one in found}]
    about = {
        "sound": not any(finding.grave for finding in left),
        "backups": list(mended.backups) if mended else [],
        "findings": [
            {
                "check": finding.check,
                "what": finding.what,
                "wrong": finding.grave,
                "repairable": finding.mend is not None,
                "repaired": finding.what not in still,
            }
            for finding in (*found, *more)
        ],
    }
    return json.dumps(about, ensure_ascii=False, indent=1)
