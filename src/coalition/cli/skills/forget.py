"""``coalition skills forget``: takes an answer back."""

from collections.abc import Sequence

import click

from coalition.cli.own_skills import change, own_list, own_name
from coalition.cli.terminal import safe, width_of_terminal, wrapped
from coalition.errors import InputError, NothingFound
from coalition.tags.naming.alias_list import parse
from coalition.tags.naming.own_list import Held, about, held, without


@click.command()
@click.argument("name", required=False)
@click.argument("other", required=False)
@click.option("--number", type=click.IntRange(1), metavar="N", help="The answer with this number "
              "in `coalition skills answers`, instead of a name.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="What was taken back, as JSON.")
def command(name: str | None, other: str | None, number: int | None, as_json: bool) -> None:
    """Take an answer back.

    It is the one on NAME, or on NAME and OTHER, in your own list of skills. Just this name goes
    from its line; all else in the list stays as it is.

    \b
    Examples:
      coalition skills forget "Exec Mentor"
      coalition skills forget "Exec Mentor" "Executive Coaching"
      coalition skills forget --number 3
    """
    if name is not None and number is not None:
        raise click.UsageError("Give a name or --number, one of the two.")
    if name is None and number is None:
        raise click.UsageError('Give the name of an answer, as in: forget "Exec Mentor".')
    own = own_list()
    taken = [_chosen(held(own) if own else [], name, other, number)]  # before anything is touched

    def edit(text: str, file: str) -> str:
        taken[0] = _chosen(held(parse(text, file)), name, other, number)
        return without(text, taken, file)

    change(edit)
    (one,) = taken
    if as_json:
        click.echo(_as_json(one))
    else:
        told = f"The list says no longer that {one} ({own_name()}, line {one.line})."
        for line in wrapped(safe(told), width_of_terminal()):
            click.echo(line)


def _chosen(said: Sequence[Held], name: str | None, other: str | None, number: int | None) -> Held:
    """The one answer that is meant; raises InputError where there is none or several are."""
    if name is None:
        found, what = [one for one in said if one.number == number], f"with number {number}"
    else:
        found, what = (
            about(said, name, other),
            f'on "{name}"' + (f' and "{other}"' if other else ""),
        )
    if not found:
        raise NothingFound(
            f"There is no answer {what} in {own_name()}: `coalition skills answers` lists what "
            "there is."
        )
    if len(found) > 1:
        told = "; ".join(f"{one.number}: {one}" for one in found)
        raise InputError(
            f"There are {len(found)} answers {what}: give the other name too, or --number with one "
            f"of these. {told}."
        )
    return found[0]


def _as_json(one: Held) -> str:
    import json

    row = {"word": one.word, "skill": one.skill, "name": one.other, "line": one.line}
    return json.dumps({"forgotten": row | {"on": one.on or None}}, ensure_ascii=False, indent=1)
