"""``coalition skills answers``: what the user's own list of skills says."""

from collections.abc import Iterator, Sequence

import click

from coalition.cli.own_skills import own_list, own_name
from coalition.cli.terminal import safe, width_of_terminal, wrapped
from coalition.settings import skills_file
from coalition.tags.naming.own_list import Held, held


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The answers as JSON.")
def command(as_json: bool) -> None:
    """List your answers, and what else your own list says.

    The list is a text file that you may edit: its place is told first. `coalition skills forget`
    takes an answer back.

    \b
    Examples:
      coalition skills answers
      coalition skills answers --json
    """
    own = own_list()
    said = held(own) if own else []
    skills = len(own.entries) if own else 0
    if as_json:
        click.echo(_as_json(said))
        return
    width = width_of_terminal()
    click.echo(safe(own_name()))
    if not said:
        told = _without_answers(skills) if skills_file() else "So no answers are kept."
        for line in wrapped(told, width):
            click.echo(line)
    for one in said:
        for line in _shown(one, width, len(str(len(said)))):
            click.echo(line)


def _without_answers(skills: int) -> str:
    asks = "`coalition skills review SOURCE` asks."
    if not skills:
        return f"There is nothing in it yet: {asks}"
    names = "1 skill" if skills == 1 else f"{skills:,} skills"
    return f"It names {names}, and says nothing of two names yet: {asks}"


def _shown(one: Held, width: int | None, digits: int) -> Iterator[str]:
    first = f"{one.number:>{digits}}  "
    day = f"answered on {one.on}" if one.on else one.remark or "by hand"
    told = safe(f"{one}: line {one.line}, {day}.")
    yield from wrapped(told, width, first, " " * len(first))


def _as_json(said: Sequence[Held]) -> str:
    import json

    rows = [
        {
            "number": one.number,
            "word": one.word,
            "skill": one.skill,
            "name": one.other,
            "line": one.line,
            "on": one.on or None,
            "remark": one.remark,
        }
        for one in said
    ]
    document = {"file": own_name(), "answers": rows}
    return json.dumps(document, ensure_ascii=False, indent=1)
