"""``coalition protect``: the workbook's file encrypted, and what opens it."""

import sys
from functools import partial

import click

from coalition.cli import passphrases
from coalition.cli.opened import on_workbook, place_of
from coalition.cli.terminal import safe, say
from coalition.errors import WorkbookError

_RECOVERY = """
Your recovery key:

    {}

It opens the workbook if the passphrase is forgotten. It is shown this once and kept nowhere: print
it or write it down now, and keep it where this machine is not. Without the passphrase and without
this key nobody can open the workbook or its backups, and nobody can help.
"""
_ACTIONS = {
    "change_passphrase": "Give it another passphrase.",
    "new_recovery_key": "Make a new recovery key; the old one opens it no more.",
    "remove": "Decrypt the workbook again.",
    "remember": "Have the system's keyring keep the key: no more typing on this machine.",
    "forget": "Have the keyring forget it again.",
}


def _one_of_the_actions(function: click.decorators.FC) -> click.decorators.FC:
    for name, told in reversed(_ACTIONS.items()):
        flag = f"--{name.replace('_', '-')}"
        function = click.option(flag, "action", flag_value=name, help=told)(function)
    return function


@click.command()
@_one_of_the_actions
@click.option("--passphrase-file", "file", metavar="FILE", help="Read the new passphrase from the "
              "first line of FILE instead of asking.")  # fmt: skip
@click.option("--yes", is_flag=True, help="With --remove: do not ask again.")
@click.option("--json", "as_json", is_flag=True, help="What was done, as JSON; with the recovery "
              "key where there is a new one.")  # fmt: skip
@on_workbook
@click.pass_context
def command(
    ctx: click.Context, action: str | None, file: str | None, yes: bool, as_json: bool
) -> None:
    """Encrypt the workbook with a passphrase.

    The whole file is, with SQLCipher. You get a recovery key, shown once, for when the passphrase
    is forgotten. It does not protect from a program that runs with your rights while you work, and
    copies made before stay as they are (docs/keeping.md).

    \b
    Examples:
      coalition protect
      coalition protect --change-passphrase
      coalition protect --remember
    """
    from coalition.workbook import protection
    from coalition.workbook.opening import is_database

    place = place_of(ctx)
    if is_database(place):
        raise WorkbookError(
            "This workbook is a database, which its server keeps: the texts in it are sealed with "
            "the key in COALITION_KEY, and a disk is encrypted by its operator."
        )
    path = protection.placed(place)
    recovery, told = _do(path, action or "protect", file, yes)
    if as_json:
        import json

        about = {"workbook": path, "done": action or "protect", "recovery_key": recovery or None}
        click.echo(json.dumps(about, ensure_ascii=False, indent=1))
        return
    click.echo(safe(told))
    if recovery:
        click.echo(_RECOVERY.format(recovery))


def _do(path: str, action: str, file: str | None, yes: bool) -> tuple[str, str]:
    """Do it; gives the new recovery key, if there is one, and what to tell."""
    from coalition.workbook import protection

    ask = passphrases.asked
    if action == "protect":
        protection.check_plain(path)
        recovery = protection.protect(path, passphrases.new(path, file))
        _tell_of_copies(path)
        return recovery, f"{path} is encrypted now."
    if action == "change_passphrase":
        new = partial(passphrases.new, path, file, environment=False)
        protection.change_passphrase(path, ask, new)
        return "", (
            "The passphrase is changed. Backups and copies made before still open with the old one."
        )
    if action == "new_recovery_key":
        recovery = protection.change_recovery_key(path, ask)
        return recovery, "The recovery key is changed. Older backups still open with the old one."
    if action == "remember":
        protection.remember_key(path, ask)
        return "", "The system's keyring has the key now: who uses your account opens the workbook."
    if action == "forget":
        was = protection.forget_key(path)
        return "", "It is forgotten." if was else "It was not remembered."
    _confirm(path, yes)
    protection.unprotect(path, ask)
    return "", f"{path} is not encrypted any more: everybody who gets the file can read it."


def _confirm(path: str, yes: bool) -> None:
    if yes:
        return
    if not (sys.stdin and sys.stdin.isatty()):
        raise click.UsageError("Give --yes too: there is nobody to ask.")
    question = f"Decrypt {path}, so that everybody who gets the file can read it?"
    if not click.confirm(safe(question), err=True):
        raise WorkbookError("Nothing was changed.")


def _tell_of_copies(path: str) -> None:
    from coalition.workbook.keeping import kept_of

    plain = [kept.path for kept in kept_of(path) if kept.plain]
    if plain:
        say(f"coalition: these older copies are not encrypted, remove them: {', '.join(plain)}")
