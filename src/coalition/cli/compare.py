"""``coalition compare``: what two people have in common, as a picture or in words."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from coalition.cli import DONE, NOT_ALL_USED, REFUSED
from coalition.cli.half_life import AGE_OPTIONS, Age
from coalition.cli.known import ALIASES_OPTION, lists_of
from coalition.cli.picture import (
    FORMAT_NAME_OPTION,
    FORMAT_OPTIONS,
    LOOK_OPTIONS,
    OUTPUT_OPTION,
    Output,
    confirm,
    output_of,
    refuse_looks,
    refuse_to_overwrite,
    size_option,
    with_options,
)
from coalition.cli.sources import read_source, refuse_to_read_twice, tell
from coalition.cli.terminal import safe, width_of_terminal, wrapped
from coalition.cli.whose import Weigh, each_of_many
from coalition.errors import InputError, NothingFound
from coalition.model.reading import Reading
from coalition.tags.comparison import Comparison, compare
from coalition.tags.folding import fold
from coalition.tags.naming.shipped import recognition_by
from coalition.tags.openers import both_in_words, openers
from coalition.tags.weights import Profile, profile
from coalition.tags.why import in_words

if TYPE_CHECKING:
    from coalition.cloud.common_ground import CommonGround

_EXAMPLE = "coalition compare boss.zip me.zip -o common.svg"

_LISTED = 10
"""Skills of each list that are printed, if not said otherwise."""


_PICTURE_OPTIONS = (
    *FORMAT_OPTIONS,
    *LOOK_OPTIONS,
    size_option("1280x720"),
    click.option("--no-wrap", "wrap", flag_value=False, default=True, help="Leave every tag on "
                 "one line, even if all would be larger with some on two."),
    click.option("--title", default="", metavar="TEXT", help="Written above the picture."),
)  # fmt: skip
"""Those that say how the picture looks."""


@click.command()
@click.argument("sources", nargs=-1, metavar="A B")
@click.option("--of", multiple=True, metavar="NAME", help="Given twice, with one file: compare "
              "these two people, teams or departments of it.")  # fmt: skip
@OUTPUT_OPTION
@with_options(*_PICTURE_OPTIONS)
@click.option("--by", type=click.Choice(["smaller", "larger"]), default="smaller",
              show_default=True, help="What sizes a skill of both: the smaller of its two shares "
              "(large only if both are known for it), or the larger.")  # fmt: skip
@click.option("--names", nargs=2, metavar="A B",
              help="What to call the two. [default: as the files say]")  # fmt: skip
@with_options(*AGE_OPTIONS)
@ALIASES_OPTION
@click.option("--max-tags", type=click.IntRange(1), metavar="N", help="Show only the N heaviest "
              f"of each part. [default: all in a picture, {_LISTED} in the lists]")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON: every skill's "
              "shares and place.")  # fmt: skip
@FORMAT_NAME_OPTION
@click.pass_context
def command(
    ctx: click.Context,
    /,
    sources: tuple[str, ...],
    of: tuple[str, ...],
    output: str | None,
    width: int | None,
    density: float | None,
    text: bool,
    as_json: bool,
    format_name: str | None,
    by: str,
    names: tuple[str, str] | None,
    aliases: tuple[str, ...],
    half_life: Any,
    as_of: Any,
    max_tags: int | None,
    **looks: Any,
) -> None:
    """Show what two people have in common, and what to talk about.

    A and B are each a file or folder that `coalition cloud` reads; with - one of them is standard
    input. In the picture, what both have is in the middle, what only one has beside it. A skill
    is as large as its share of the same person's strongest, so that few endorsements are not
    drowned by many.

    With -o the picture is written, and what to talk about is printed: the strongest skills in
    common, and what each could learn from the other. Without -o the lists are printed as well.

    \b
    Examples:
      coalition compare boss.zip me.zip -o common.svg
      coalition compare boss.zip me.csv --names Marisol Robin -o common.png --width 1600
      coalition compare boss.zip me.zip -o phone.svg --size 600x900 --max-tags 15
      pbpaste | coalition compare - me.zip
      coalition compare team.csv --of Ada --of Bo
    """
    _require_two(ctx, sources, of)
    age = Age.given(half_life, as_of)
    if output == "-" and as_json:
        raise click.UsageError("-o - and --json print different things: give one of them.")
    destination = output_of(output, width, density, text)
    if not destination and not as_json:
        refuse_looks(ctx, looks)
    refuse_to_overwrite(output, (*sources, *looks["fonts"], *aliases))
    refuse_to_read_twice((*sources, *aliases))
    recognition = recognition_by(lists_of(aliases))
    readings = _readings(sources, format_name)
    weigh = partial(profile, recognition=recognition, **age._asdict())
    called: tuple[str, str] | None
    if of:
        profiles, called = _two_of_many(readings[0], of, weigh)
    else:
        profiles = _weighed(readings[0], weigh), _weighed(readings[1], weigh)
        called = _called((readings[0], readings[1]), sources)
    called = (names and _told_apart(*names)) or called
    whole = not any(reading.problems for reading in readings)
    whole = whole and not any(weighed.dropped for weighed in profiles)
    if destination or as_json:
        from coalition.cloud.common_ground import compare as draw

        ground = draw(*profiles, names=called, by=by, max_tags=max_tags,
                      recognition=recognition, **looks)  # fmt: skip
        _deliver(ground, destination, as_json)
        whole = whole and not ground.warnings
    else:
        for line in _in_words(
            compare(*profiles, by=by, recognition=recognition), called, max_tags or _LISTED
        ):
            click.echo(line)
    ctx.exit(DONE if whole else NOT_ALL_USED)


def _require_two(ctx: click.Context, sources: Sequence[str], of: Sequence[str]) -> None:
    if of and (len(of), len(sources)) != (2, 1):
        raise click.UsageError(
            "--of is given twice, with one file: coalition compare team.csv --of Ada --of Bo."
        )
    if not of and len(sources) != 2:
        click.echo(
            f"{ctx.get_usage()}\n\nGive two people to compare, for example:\n  {_EXAMPLE}", err=True
        )
        ctx.exit(REFUSED)


def _readings(sources: Sequence[str], format_name: str | None) -> tuple[Reading, ...]:
    """All readings: of one person alone there is nothing to compare, so a fault ends it."""
    warned: set[str] = set()
    found = tuple([read_source(source, format_name, warned) for source in sources])
    tell(str(problem) for reading in found for problem in reading.problems)
    return found


def _two_of_many(
    reading: Reading, of: Sequence[str], weigh: Weigh
) -> tuple[tuple[Profile, Profile], tuple[str, str]]:
    """The profiles of two of one source, and what they are called."""
    first, second = each_of_many([reading], of, weigh)
    if first.whose.holders == second.whose.holders:
        raise InputError(f"Both are {first.whose}: give the names of two.")
    for one in (first, second):
        _told(one.profile, one.whose.name)
    return (first.profile, second.profile), (first.whose.name, second.whose.name)


def _weighed(reading: Reading, weigh: Weigh) -> Profile:
    weighed = weigh([reading])
    _told(weighed, reading.name)
    return weighed


def _told(weighed: Profile, name: str) -> None:
    """What a profile passed over is told. Raises NothingFound where it has no skill."""
    tell(weighed.notes)
    if not weighed.skills:
        reason = "every weight is 0" if weighed.dropped else "no skill is named there"
        raise NothingFound(f"There is nothing to compare in {name}: {reason}.")
    tell(f'"{dropped.text}" is not compared: {dropped.why}.' for dropped in weighed.dropped)


def _told_apart(first: str, second: str) -> tuple[str, str]:
    if not first.strip() or not second.strip() or fold(first) == fold(second):
        raise click.UsageError("--names wants two names that differ, such as --names Ada Bo.")
    return first, second


def _called(readings: tuple[Reading, Reading], sources: Sequence[str]) -> tuple[str, str] | None:
    """What to call the two so that they can be told apart: the people's names, else the files',
    else their paths; None where even those are the same.
    """
    files = [PurePath(reading.name).stem or reading.name for reading in readings]
    people = [r.person.name if r.person and r.person.name else file
              for r, file in zip(readings, files, strict=True)]  # fmt: skip
    if readings[0].person and fold(people[0]) == fold(people[1]):
        tell([f"Both are about {people[0]}: call them what you like with --names."])
    for first, second in (people, files, [reading.name for reading in readings], sources):
        if fold(first) != fold(second):
            return first, second
    return None


def _deliver(ground: "CommonGround", destination: Output | None, as_json: bool) -> None:
    """Write and print the comparison, and tell what could not be drawn."""
    tell(ground.warnings)
    if destination:
        destination.write(ground)
        confirm(destination, ground, _counts(ground), "fewer --max-tags")
    if as_json:
        click.echo(ground.json(), nl=False)
    elif destination and destination.path is not None:
        for line in _to_talk_about(ground.openers):
            click.echo(line)


def _counts(ground: "CommonGround") -> str:
    found = ground.comparison
    first, second = ground.names
    return (
        f"{len(found.common)} in common, {len(found.only_a)} only of {first}, "
        f"{len(found.only_b)} only of {second}"
    )


def _to_talk_about(sentences: Sequence[str]) -> Iterator[str]:
    width = width_of_terminal()
    yield "What to talk about"
    for sentence in sentences or ("Nobody speaks for a skill of either, and none is in common.",):
        yield from wrapped(safe(sentence), width, "  ", "    ")


def _in_words(found: Comparison, names: tuple[str, str] | None, most: int) -> Iterator[str]:
    """What to talk about, then the three lists, of each the first ``most``."""
    yield from _to_talk_about(openers(found, names))
    first, second = names or ("the first", "the second")
    for title, lines in (
        ("Both", [f"{both.name}: {both_in_words(both.a, both.b)}" for both in found.common]),
        (f"Only {first}", [f"{own.skill.name}: {in_words(own.skill)}" for own in found.only_a]),
        (f"Only {second}", [f"{own.skill.name}: {in_words(own.skill)}" for own in found.only_b]),
    ):
        yield ""
        yield from wrapped(safe(f"{title} ({len(lines)})"), width_of_terminal())
        for line in lines[:most]:
            yield from wrapped(safe(line), width_of_terminal(), "  ", "    ")
        if len(lines) > most:
            yield f"  and {len(lines) - most} more"
