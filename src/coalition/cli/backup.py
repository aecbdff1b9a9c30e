"""``coalition backup``: the workbook in one file, to be kept somewhere else."""

from typing import TYPE_CHECKING

import click

from coalition.cli import passphrases
from coalition.cli.opened import chosen, on_workbook, opened_workbook
from coalition.cli.terminal import safe

if TYPE_CHECKING:
    from coalition.workbook.backup import Done


@click.command()
@click.argument("target", metavar="FILE")
@click.option("--encrypt", is_flag=True, help="Encrypt it with a passphrase, in the age format; "
              "a FILE that ends in .age always is.")  # fmt: skip
@passphrases.option
@click.option("--force", is_flag=True, help="Replace FILE even if it is no backup of Coalition.")
@click.option("--json", "as_json", is_flag=True, help="What was backed up, as JSON.")
@on_workbook
@click.pass_context
def command(
    ctx: click.Context, target: str, encrypt: bool, file: str | None, force: bool, as_json: bool
) -> None:
    """Save the workbook to FILE, as it is at this moment.

    FILE is an ordinary ZIP with a checksum; it is read back before this says that it is done. An
    encrypted workbook stays encrypted in it, with its keys. Others may go on working meanwhile.

    \b
    Examples:
      coalition backup /media/usb/workbook.zip
      coalition backup ~/Cloud/workbook.zip.age
      coalition restore /media/usb/workbook.zip --verify
    """
    from coalition.settings import workspace
    from coalition.workbook.backup import back_up

    with opened_workbook(ctx) as workbook:
        sealed = encrypt or file or target.lower().endswith(".age")
        passphrase = passphrases.new(target, file) if sealed else None
        if passphrase is not None:
            from coalition.workbook.protection import check_passphrase

            check_passphrase(passphrase)
        space = chosen(ctx).workspace or workspace()
        done = back_up(workbook, target, passphrase, space=space, replace=force)
    click.echo(_as_json(done, passphrase is not None) if as_json else safe(_as_text(done)))


def _as_text(done: "Done") -> str:
    what = ", ".join(f"{number:,} {name}" for name, number in done.manifest.counts.items())
    return (
        f"Backed up {what or 'the encrypted workbook with its keys'} to {done.path} "
        f"({size(done.size)}), and read back."
    )


def _as_json(done: "Done", encrypted: bool) -> str:
    import json

    about = {
        "backup": done.path,
        "bytes": done.size,
        "made": done.manifest.made,
        "encrypted": encrypted,
        "workbook_encrypted": done.manifest.encrypted,
        "counts": dict(done.manifest.counts),
    }
    return json.dumps(about, ensure_ascii=False, indent=1)


def size(number: int) -> str:
    """A number of bytes, to be read."""
    return f"{number / 1e6:,.1f} MB" if number >= 1e6 else f"{max(1, round(number / 1e3))} kB"
