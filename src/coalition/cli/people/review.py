"""``coalition people review``: the doubtful ones, one after the other."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from coalition.cli.opened import on_workbook, opened
from coalition.cli.terminal import safe, width_of_terminal, wrapped

if TYPE_CHECKING:
    from coalition.model.held import HeldDoubt, Summary
    from coalition.workbook.space import Space

_KEYS = {"y": "one person", "n": "two people", "l": "later", "q": "stop"}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the pairs as JSON and ask nothing.")
@on_workbook
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Ask of pairs who may be one person whether they are.

    An import never guesses: who has the same name but nothing else in common is kept apart and
    asked about here. Without a terminal the pairs are only listed.

    \b
    Example:
      coalition people review
    """
    from coalition.workbook import queries

    with opened(ctx) as space:
        pairs = queries.doubts(space)
        if as_json:
            click.echo(_as_json(pairs))
        elif not pairs:
            click.echo("Nobody is in doubt.")
        elif not sys.stdin.isatty():
            for pair in pairs:
                click.echo("\n".join(_told(pair)))
        else:
            _ask(space, pairs)


def _ask(space: "Space", pairs: "Sequence[HeldDoubt]") -> None:
    """Ask about each pair that is still open by then; answers are kept at once."""
    from coalition.workbook import changes, queries

    answered = 0
    for place, pair in enumerate(pairs, 1):
        now = queries.doubt(space, pair.id)
        if now is None:  # an answer before has settled it
            continue
        click.echo(f"\n{place} of {len(pairs)}")
        click.echo("\n".join(_told(now)))
        answer = _answer()
        if answer == "q":
            break
        if answer == "y":
            changes.merge(space, now.one.id, now.other.id)
        elif answer == "n":
            changes.keep_apart(space, now.one.id, now.other.id)
        answered += answer != "l"
    click.echo(f"{answered} answered. `coalition people merge --undo PERSON` takes one back.")


def _answer() -> str:
    """A key of the four."""
    choices = ", ".join(f"{key} {meaning}" for key, meaning in _KEYS.items())
    while True:
        said: str = click.prompt(f"One person? ({choices})", prompt_suffix=" ").strip().lower()
        if said[:1] in _KEYS and said in (said[:1], _KEYS[said[:1]], "yes", "no", "later", "quit"):
            return said[0]


def _told(pair: "HeldDoubt") -> Iterator[str]:
    width = width_of_terminal()
    for one in (pair.one, pair.other):
        yield from wrapped(_line(one), width, "  ", "      ")
    yield from wrapped(f"because: {safe(pair.reason)}", width, "  ", "      ")


def _line(one: "Summary") -> str:
    more = ", ".join(filter(None, (one.unit, one.place, one.email)))
    return safe(f"{one}{'; ' + more if more else ''}")


def _as_json(pairs: "tuple[HeldDoubt, ...]") -> str:
    import json

    return json.dumps([asdict(pair) for pair in pairs], ensure_ascii=False, indent=1, default=str)
