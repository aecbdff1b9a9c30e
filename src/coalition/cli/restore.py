"""``coalition restore``: the workbook as a backup has it."""

from typing import TYPE_CHECKING

import click

from coalition.cli import passphrases
from coalition.cli.opened import chosen, on_workbook, opened_workbook, place_of
from coalition.cli.terminal import safe, say

if TYPE_CHECKING:
    from coalition.workbook.restoring import Restored


@click.command()
@click.argument("backup")
@click.option("--verify", is_flag=True, help="Only check BACKUP from end to end, and tell what is "
              "in it; change nothing.")  # fmt: skip
@click.option("--force", is_flag=True, help="In a database: replace the workspace also if that in "
              "BACKUP has another name.")  # fmt: skip
@passphrases.option
@click.option("--json", "as_json", is_flag=True, help="What was restored, as JSON.")
@on_workbook
@click.pass_context
def command(
    ctx: click.Context, backup: str, verify: bool, force: bool, file: str | None, as_json: bool
) -> None:
    """Bring the workbook back as it is in BACKUP.

    BACKUP is checked from end to end first, and refused if a single bit of it is wrong. The
    workbook that is there now is kept beside it; of a database, what the workspace holds is kept in
    a backup beside BACKUP. An encrypted one has the passphrase again that it
    had when it was backed up.

    \b
    Examples:
      coalition restore /media/usb/workbook.zip
      coalition restore /media/usb/workbook.zip --verify
      coalition --workbook other.coalition restore workbook.zip.age
    """
    from coalition.workbook import restoring
    from coalition.workbook.opening import is_database

    ask = passphrases.asked_with(file)
    place = place_of(ctx)
    if verify:
        found = restoring.verify(backup, ask)
    elif is_database(place):
        from coalition.settings import workspace

        with opened_workbook(ctx, create=True) as workbook:
            space = chosen(ctx).workspace or workspace()
            found = restoring.restore_space(workbook, space, backup, ask, other_name=force)
            place = workbook.place
    else:
        found = restoring.restore(place, backup, ask)
    if as_json:
        click.echo(_as_json(found, backup, "" if verify else place))
        return
    what = ", ".join(f"{number:,} {name}" for name, number in found.counts.items())
    begun = "Verified: it has" if verify else f"Restored {place}: it has"
    click.echo(safe(f"{begun} {what}, as of {found.manifest.made}."))
    if found.kept:
        click.echo(safe(f"The workbook that was there before is kept in {found.kept}."))
    if found.unlocked:
        say("coalition: it is not encrypted, as the one before was: `coalition protect` does that.")


def _as_json(found: "Restored", backup: str, place: str) -> str:
    import json

    about = {
        "backup": backup,
        "restored": place or None,
        "kept": found.kept or None,
        "made": found.manifest.made,
        "coalition": found.manifest.coalition,
        "encrypted": found.manifest.encrypted,
        "workspaces": list(found.spaces),
        "counts": found.counts,
    }
    return json.dumps(about, ensure_ascii=False, indent=1)
