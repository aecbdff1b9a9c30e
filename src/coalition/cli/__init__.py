"""The command line. Each command is a module of this package, imported when it is called."""

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from coalition import __version__
from coalition.cli.opened import on_workbook
from coalition.errors import CoalitionError

DONE, NOT_ALL_USED, REFUSED, INTERRUPTED = 0, 1, 2, 130
"""The exit codes: done; done, but something in the input was not used; refused, nothing changed;
stopped with Ctrl-C."""


class LazyGroup(click.Group):
    """A group that imports a command when it is called.

    package:  where the commands are, one module each, as ``command``.
    names:    theirs, as help lists them.
    synonyms: other spellings of names.
    modules: of commands whose name can be no module's.
    """

    def __init__(
        self,
        *arguments: Any,
        package: str,
        names: Sequence[str],
        synonyms: Mapping[str, str] | None = None,
        modules: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(*arguments, **more)
        self._package = package
        self._names = tuple(names)
        self._synonyms = synonyms or {}
        self._modules = modules or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None where there is none."""
        name = self._synonyms.get(cmd_name, cmd_name)
        if name not in self._names:
            return None
        module = self._modules.get(name, name)
        command: click.Command = import_module(f"{self._package}.{module}").command
        return command


class _Main(LazyGroup):
    """The whole program: turns faults into sentences."""

    def invoke(self, ctx: click.Context) -> object:
        _accept_any_character()
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except CoalitionError as fault:
            _say(str(fault))
            ctx.exit(REFUSED)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _forget_output()
            ctx.exit(DONE)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except OSError as fault:  # where a file fails it is told by name; this is standard output
            say_that_output_fails(fault)
            ctx.exit(REFUSED)
        except Exception as fault:  # a fault of ours must not bury the user in a traceback
            _say(
                "this should not have happened, and nothing was written "
                f"({type(fault).__name__}: {fault}). Please report it with the command you gave."
            )
            ctx.exit(REFUSED)
        return result


@click.group(
    cls=_Main,
    package="coalition.cli",
    names=(
        "cloud",
        "compare",
        "skills",
        "read",
        "formats",
        "import",
        "people",
        "show",
        "erase",
        "notice",
        "export",
        "backup",
        "restore",
        "check",
        "protect",
        "workspaces",
    ),
    modules={"import": "importing"},
    context_settings={"help_option_names": ["-h", "--help"]},
)
@on_workbook
@click.version_option(__version__, prog_name="coalition")
def main() -> None:
    """The big picture of a person before you meet, and what you know of the people you work with.

    The first commands draw and need nothing; from import on they keep a workbook of people, on this
    machine alone.

    \b
    Examples:
      coalition cloud Complete_LinkedInDataExport_03-14-2026.zip -o boss.svg
      coalition compare boss.zip me.zip -o common.svg
      coalition import Complete_LinkedInDataExport_03-14-2026.zip --me
      coalition people olga
      coalition show "Ada Testerson"
    """


def _say(sentence: str) -> None:
    from coalition.cli.terminal import say

    say(f"coalition: {sentence}")


def say_that_output_fails(fault: OSError) -> None:
    """Say why standard output cannot be written, and let what waits to be written go."""
    import errno

    _forget_output()
    closed = fault.errno == errno.EBADF
    reason = "it is closed" if closed else (fault.strerror or str(fault)).lower()
    _say(f"the output cannot be written ({reason}).")


def _accept_any_character() -> None:
    """Print a question mark for what the terminal's encoding lacks instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _forget_output() -> None:
    """Nobody reads on: let Python's own flush at exit go nowhere."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
