"""``coalition people``: who is in the workbook, and who is the same person."""

import click

from coalition.cli import LazyGroup


class _People(LazyGroup):
    """Lists people where no other command is named."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of that name; else all of it is for the list."""
        if args and args[0] in self.list_commands(ctx):
            return super().resolve_command(ctx, args)
        return "list", super().get_command(ctx, "list"), args

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The list has its options without being named: all that is not a command's is its."""
        named = bool(args) and args[0] in self.list_commands(ctx)
        if not named and not {"-h", "--help"}.intersection(args):
            args = ["list", *args]
        return super().parse_args(ctx, args)


command = _People(
    "people",
    package="coalition.cli.people",
    names=("list", "add", "edit", "forget", "note", "merge", "review", "me"),
    modules={"list": "listing", "forget": "forgetting"},
    help="""Who is in the workbook: find, add, mend, and say who is the same person.

    Without one of the commands below, people are listed: `coalition people coaching` is
    `coalition people list coaching`.

    \b
    Examples:
      coalition people
      coalition people olga
      coalition people --skill "Change Management" --not-since 2026-09-01
      coalition people merge "Ada Testerson" "#12"
    """,
)
