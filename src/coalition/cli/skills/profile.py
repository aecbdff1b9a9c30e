"""``coalition skills profile``: what somebody is most endorsed for, beside what sets them apart."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from coalition.cli import DONE, NOT_ALL_USED
from coalition.cli.half_life import AGE_OPTIONS, Age
from coalition.cli.known import ALIASES_OPTION, lists_of
from coalition.cli.picture import FORMAT_NAME_OPTION, with_options
from coalition.cli.sources import read_sources, refuse_to_read_twice, tell
from coalition.cli.terminal import cells, fitted, safe, width_of_terminal, wrapped
from coalition.cli.whose import OneOfMany, one_of_many
from coalition.errors import InputError
from coalition.tags.naming.shipped import recognition_by
from coalition.tags.weights import profile
from coalition.tags.why import rounded, weight_of

if TYPE_CHECKING:
    from coalition.tags.standing_out import Distinctive

_LISTED = 10
"""Skills of each list that are printed, if not said otherwise."""

_GAP = 4

_Row: TypeAlias = tuple[str, str]
"""A skill and the figure beside it."""


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--of", required=True, metavar="NAME", help="The person, team or department: its "
              "name, or a part that no other has; team:NAME where a name is both.")  # fmt: skip
@with_options(*AGE_OPTIONS)
@ALIASES_OPTION
@click.option("--max-tags", type=click.IntRange(1), default=_LISTED, show_default=True,
              metavar="N", help="Show only the first N of each list.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="All skills, and all that stand out, as "
              "JSON.")  # fmt: skip
@FORMAT_NAME_OPTION
@click.pass_context
def command(
    ctx: click.Context,
    /,
    sources: tuple[str, ...],
    of: str,
    half_life: Any,
    as_of: Any,
    aliases: tuple[str, ...],
    max_tags: int,
    as_json: bool,
    format_name: str | None,
) -> None:
    """Show what somebody is known for, and for what alone.

    SOURCE is what `coalition cloud` reads: a table of people with their skills (columns person,
    skill, perhaps team, department, endorsed by, date), or one archive or CV a person. Distinctive
    is a skill of which NAME has more than chance would have it, beside all others in the sources.

    A team or department is set apart only if 5 people or more are in it, and around it.

    \b
    Examples:
      coalition skills profile team.csv --of "Ada Byrne"
      coalition skills profile staff.xlsx --of Logistics --half-life 3y
      coalition skills profile boss.zip peer.zip me.zip --of Marisol
    """
    age = Age.given(half_life, as_of)
    refuse_to_read_twice((*sources, *aliases))
    weigh = partial(profile, recognition=recognition_by(lists_of(aliases)), **age._asdict())
    readings, whole = read_sources(sources, format_name)
    one = one_of_many(readings, of, weigh)
    tell(one.profile.notes)
    found, withheld = _standing_out(one)
    if as_json:
        click.echo(_as_json(one, found, withheld))
    else:
        for line in _in_words(one, found, withheld, max_tags, width_of_terminal()):
            click.echo(line)
    ctx.exit(DONE if whole else NOT_ALL_USED)


def _standing_out(one: OneOfMany) -> tuple[Sequence["Distinctive"], str]:
    """What sets them apart, or else why that is not shown: what they are endorsed for still is."""
    try:
        return one.distinctive, ""
    except InputError as fault:
        return (), str(fault)


def _in_words(
    one: OneOfMany,
    found: Sequence["Distinctive"],
    withheld: str,
    most: int,
    width: int | None,
) -> Iterator[str]:
    """Both lists side by side, then what to measure the second one by."""
    clear = [skill for skill in found if skill.clear]
    yield from wrapped(safe(str(one.whose)), width)
    yield ""
    endorsed = [
        (safe(skill.name), weight_of(skill) + "+" * skill.at_least)
        for skill in one.profile.skills[:most]
    ]
    distinct = [
        (safe(skill.skill.name), f"{rounded(skill.voices)} of {rounded(skill.all_voices)}")
        for skill in clear[:most]
    ]
    yield from _side_by_side(endorsed, distinct, width)
    yield ""
    if clear:
        last = clear[0].share_of_all_in_words(one.whose.name)
    else:
        last = withheld or "Nothing stands out more than chance would have it."
    yield from wrapped(safe(last), width)


def _side_by_side(left: Sequence[_Row], right: Sequence[_Row], width: int | None) -> Iterator[str]:
    """Two lists as columns with the figures at their ends; on a narrow terminal names are cut."""
    room = (width or 1000) if not right else ((width or 1000) - _GAP) // 2
    first, second = _column("Most endorsed", left, room), _column("Most distinctive", right, room)
    for a, b in zip_longest(first, second if right else (), fillvalue=""):
        yield f"{a}{' ' * _GAP}{b}".rstrip()


def _column(title: str, rows: Sequence[_Row], room: int) -> list[str]:
    figures = max((cells(figure) for _, figure in rows), default=0)
    names = max((cells(name) for name, _ in rows), default=0)
    names = max(8, cells(title) - figures - 2, min(names, room - figures - 2))
    lines = (f"{fitted(name, names)}  {figure:>{figures}}" for name, figure in rows)
    return [fitted(title, names + figures + 2), *lines]


def _as_json(one: OneOfMany, found: Sequence["Distinctive"], withheld: str) -> str:
    import json

    document = {
        "name": one.whose.name,
        "kind": one.whose.kind,
        "people": len(one.whose.holders),
        "skills": [{"skill": s.name, "weight": s.weight} for s in one.profile.skills],
        "distinctive": [
            {
                "skill": skill.skill.name,
                "voices": skill.voices,
                "of_voices": skill.all_voices,
                "surprise": round(skill.surprise, 3),
                "clear": skill.clear,
                "reason": skill.reason(one.whose.name),
            }
            for skill in found
        ],
        "withheld": withheld,
    }
    return json.dumps(document, ensure_ascii=False, indent=1)
