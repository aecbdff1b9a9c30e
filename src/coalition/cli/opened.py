"""The workbook that a command works on: which, opened."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from coalition.workbook.opening import Workbook
    from coalition.workbook.space import Space

Command = TypeVar("Command", bound=Callable[..., Any])

HELP_WORKBOOK = "The workbook's file. Default: the variable COALITION_WORKBOOK, or your own folder."
HELP_WORKSPACE = "One of its workspaces, where it has several."


@dataclass(slots=True)
class Chosen:
    """The workbook and the workspace that the user named; "" for none."""

    workbook: str = ""
    workspace: str = ""


def on_workbook(command: Command) -> Command:
    """Have a command take ``--workbook`` and ``--workspace``, as the whole program does."""
    for name, metavar, told in (
        ("workspace", "NAME", HELP_WORKSPACE),
        ("workbook", "FILE", HELP_WORKBOOK),
    ):
        option = click.option(
            f"--{name}", metavar=metavar, help=told, expose_value=False, callback=_choose
        )
        command = option(command)
    return command


def _choose(ctx: click.Context, option: click.Parameter, value: str | None) -> None:
    if value:
        setattr(chosen(ctx), str(option.name), value)


def chosen(ctx: click.Context) -> Chosen:
    """What the user named so far."""
    root = ctx.find_root()
    if not isinstance(root.obj, Chosen):
        root.obj = Chosen()
    return root.obj


def place_of(ctx: click.Context) -> str:
    """Where the workbook is: what the user named, else what the environment does."""
    from coalition.settings import database_url, workbook_file

    return chosen(ctx).workbook or database_url() or workbook_file()


def refuse_own(target: str, place: str) -> None:
    """Raises OutputError where ``target`` would take the place of the workbook or of its keys."""
    import os

    from coalition.errors import OutputError

    own = os.path.expanduser(place)
    for name in (own, f"{own}.keys", f"{own}-wal", f"{own}-shm"):
        there = os.path.exists(target) and os.path.exists(name)
        if there and os.path.samefile(target, name):
            raise OutputError(f"{target} is the workbook's own: give the file another name.")


@contextmanager
def opened_workbook(ctx: click.Context, create: bool = False) -> "Iterator[Workbook]":
    """The workbook, open meanwhile. Raises WorkbookError where it cannot be."""
    from coalition.cli.passphrases import asked
    from coalition.workbook.opening import open_workbook

    with open_workbook(place_of(ctx), ask=asked, create=create, tell=_tell) as workbook:
        yield workbook


def _tell(sentence: str) -> None:
    from coalition.cli.terminal import say

    say(f"coalition: {sentence}")


@contextmanager
def opened(ctx: click.Context, create: bool = False, trial: bool = False) -> "Iterator[Space]":
    """The workspace to work on, its workbook open meanwhile.

    trial: nothing is going to be kept, so where there is no workbook yet, none is begun.

    Raises WorkbookError.
    """
    import os

    from coalition.cli.known import lists_of
    from coalition.settings import workspace
    from coalition.workbook.naming import Naming

    name = chosen(ctx).workspace or workspace()
    place = place_of(ctx)
    if trial and "://" not in place and not os.path.lexists(os.path.expanduser(place)):
        from tempfile import TemporaryDirectory

        from coalition.workbook.opening import open_workbook

        with TemporaryDirectory() as folder, open_workbook(f"{folder}/trial") as workbook:
            yield workbook.space(naming=Naming(lists_of(())))
        return
    with opened_workbook(ctx, create) as workbook:
        space = workbook.space(name, Naming(lists_of(())))
        if space.may_write:
            from coalition.workbook import changes

            changes.count_until_today(space)
        yield space
