"""``coalition cloud``: the tag cloud of a person, as a picture or a ranked list."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from coalition.cli import DONE, NOT_ALL_USED, REFUSED
from coalition.cli.half_life import AGE_OPTIONS, Age
from coalition.cli.known import ALIASES_OPTION, lists_of
from coalition.cli.picture import (
    FORMAT_NAME_OPTION,
    FORMAT_OPTIONS,
    HELPS_TINY,
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
from coalition.cli.sources import read_sources, refuse_to_read_twice, tell
from coalition.cli.terminal import ranked, safe, width_of_terminal, wrapped
from coalition.cli.whose import OF_OPTION, OneOfMany, Weigh, one_of_many
from coalition.errors import NothingFound
from coalition.model.reading import Reading
from coalition.tags.naming.shipped import recognition_by
from coalition.tags.weights import Profile, profile
from coalition.tags.why import number, weight_of, why

if TYPE_CHECKING:
    from coalition.cloud.tag_cloud import TagCloud
    from coalition.cloud.weigh import Tag

_EXAMPLE = "coalition cloud Complete_LinkedInDataExport_03-14-2026.zip -o boss.svg"


_PICTURE_OPTIONS = (
    *FORMAT_OPTIONS,
    *LOOK_OPTIONS,
    click.option("--colour", "--color", default="weight", show_default=True, metavar="HOW",
                 help="What colour tells: weight, group (the source's headings, else such as "
                 "are found), own (the source's colours), distinctive (with --of: what the others "
                 "have less of), single, or one such as #1a6e8c."),
    click.option("--scale", type=click.Choice(["sqrt", "linear", "log"]), default="sqrt",
                 show_default=True, help="Font size by the weight, its square root or its "
                 "logarithm. With sqrt the area of a tag is as its weight."),
    size_option("800x600"),
    click.option("--layout", type=click.Choice(["compact", "meaning", "group"]),
                 help="What brings tags together: nothing but their size, what they have to do "
                 "with each other, or their group. [default: compact; with --similarity "
                 "meaning]"),
    click.option("--similarity", "similar", metavar="FILE",
                 help="How related tags are, as JSON [[i, j, 0.8], ...] by their positions in "
                 "the input; otherwise the sources tell."),
    click.option("--keep", metavar="FILE",
                 help="A cloud of before, as -o NAME.json wrote it: what was there stays, or "
                     "moves as little as it can."),
    click.option("--rotate", type=click.Choice(["0", "90"]), default="0", show_default=True,
                 help="Turn some tags by 90 degrees, if that makes all tags larger."),
    click.option("--wrap", is_flag=True, help="Set long tags on two lines, if that makes all "
                 "tags larger."),
    click.option("--shape", default="rectangle", show_default=True, metavar="SHAPE",
                 help="What the tags fill: rectangle, ellipse, or the ink of an image, given "
                 "as a .png, .jpg or .svg file."),
    click.option("--padding", type=click.FloatRange(0, 20), default=1.0, show_default=True,
                 metavar="X", help="Room around each tag, as a multiple of the usual; at 0 "
                 "tags may touch."),
    click.option("--max-tags", type=click.IntRange(1), metavar="N",
                 help="Show only the N heaviest tags. [default: all]"),
    click.option("--title", default="", metavar="TEXT", help="Written above the cloud."),
)  # fmt: skip
"""Those that say how the picture looks."""


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@OUTPUT_OPTION
@click.option(
    "--by",
    type=click.Choice(["year"]),
    help="A cloud of each year, every tag in its "
    "place: as a page that steps through them, -o NAME.html, or with --frames.",
)
@click.option("--frames", metavar="DIR", help="Write a picture of each year into this folder, as "
              "2019.svg, or .png if --width or --density is given.")  # fmt: skip
@with_options(*_PICTURE_OPTIONS, *AGE_OPTIONS)
@OF_OPTION
@ALIASES_OPTION
@click.option("--why", "tag", metavar="TAG", help="Print the evidence behind one tag.")
@click.option("--json", "as_json", is_flag=True, help="Print the cloud as JSON: every tag's place.")
@FORMAT_NAME_OPTION
@click.pass_context
def command(
    ctx: click.Context,
    /,
    sources: tuple[str, ...],
    output: str | None,
    by: str | None,
    frames: str | None,
    width: int | None,
    density: float | None,
    text: bool,
    aliases: tuple[str, ...],
    tag: str | None,
    as_json: bool,
    format_name: str | None,
    max_tags: int | None,
    title: str,
    of: str | None,
    half_life: Any,
    as_of: Any,
    **looks: Any,
) -> None:
    """Draw the tag cloud of a person's skills.

    SOURCE is a file or folder: a LinkedIn archive, a saved or pasted skills page, a CV, a table,
    a plain list and more (`coalition formats`). Several add up. With - it is standard input.
    Without -o the skills are listed here, the heaviest first.

    \b
    Examples:
      coalition cloud Complete_LinkedInDataExport_03-14-2026.zip -o boss.svg
      coalition cloud page.html cv.json extra.csv -o boss.png --title "My new boss"
      pbpaste | coalition cloud -
      coalition cloud boss.zip --why "Change Management"
      coalition cloud boss.zip --by year -o boss.html
      coalition cloud boss.zip --half-life 3y -o boss-now.svg
      coalition cloud team.csv --of Ada --colour distinctive -o ada.svg
    """
    _require(sources, ctx)
    _only_one_prints(output, as_json, tag)
    age = Age.given(half_life, as_of)
    by_year = destination = None
    if by or frames is not None:
        from coalition.cli.over_time import output_by_year

        by_year = output_by_year(output, frames, as_json, width, density, text)
    else:
        destination = output_of(output, width, density, text)
    if not by_year and not destination and not as_json:
        refuse_looks(ctx, looks if tag is None else {**looks, "title": title, "max_tags": max_tags})
    refuse_to_read_twice((*sources, *aliases))
    others = (looks["similar"], looks["shape"], *looks["fonts"], *aliases)
    # A kept cloud may be replaced.
    refuse_to_overwrite(output, (*sources, *filter(None, others)))
    recognition = recognition_by(lists_of(aliases))
    readings: Sequence[Reading]
    readings, whole = read_sources(sources, format_name)
    weigh = partial(profile, recognition=recognition, **age._asdict())
    readings, weighed, called = _profile_of(readings, of, weigh, looks["colour"] == "distinctive")
    if by_year or destination or as_json:
        title = title or called
    _tell(weighed, readings)
    looks["rotate"] = int(looks["rotate"])
    looks["recognition"] = recognition
    looks |= _given(readings, weighed, looks.pop("similar"), looks.pop("keep"))
    sentences = why(weighed, tag) if tag is not None else ()
    whole = whole and not weighed.dropped
    if by_year:
        whole = by_year.deliver(weighed, title=title, max_tags=max_tags, **looks) and whole
    elif destination or as_json:
        from coalition.cloud.tag_cloud import tag_cloud

        cloud = tag_cloud(weighed, title=title, max_tags=max_tags, **looks)
        _deliver(cloud, destination, as_json)
        whole = whole and not cloud.warnings
    elif not sentences:
        _list(weighed, title, max_tags)
    for sentence in sentences:
        width = width_of_terminal()
        for line in wrapped(safe(sentence), width) if width else (safe(sentence),):
            click.echo(line)
    ctx.exit(DONE if whole else NOT_ALL_USED)


def _require(sources: Sequence[str], ctx: click.Context) -> None:
    if not sources:
        click.echo(f"{ctx.get_usage()}\n\nGive what to draw, for example:\n  {_EXAMPLE}", err=True)
        ctx.exit(REFUSED)


def _only_one_prints(output: str | None, as_json: bool, tag: str | None) -> None:
    if (output == "-") + as_json + (tag is not None) > 1:
        raise click.UsageError("-o -, --json and --why print different things: give one of them.")


def _profile_of(
    readings: Sequence[Reading], of: str | None, weigh: Weigh, distinctive: bool
) -> tuple[Sequence[Reading], Profile, str]:
    """The readings, the profile that they make or the part of it asked for, and whose it is."""
    if of is None:
        if distinctive:
            raise click.UsageError("--colour distinctive needs --of NAME: whose skills stand out.")
        return readings, weigh(readings), ""
    one = one_of_many(readings, of, weigh)
    weighed = _marked(one) if distinctive else one.profile
    return one.holders.readings, weighed, one.whose.name


def _tell(weighed: Profile, readings: Sequence[Reading]) -> None:
    """What was passed over is told. Raises NothingFound where there is no skill."""
    tell(weighed.notes)
    if not weighed.skills:
        names = ", ".join(reading.name for reading in readings)
        reason = "every weight is 0" if weighed.dropped else _why_no_skill(readings)
        raise NothingFound(f"There is nothing to draw in {names}: {reason}.")
    tell(f'"{dropped.text}" is not in the cloud: {dropped.why}.' for dropped in weighed.dropped)


def _why_no_skill(readings: Sequence[Reading]) -> str:
    if any(reading.people for reading in readings):
        return "it tells of people and names no skill; `coalition import` keeps its people"
    return "no skill is named there"


def _marked(one: OneOfMany) -> Profile:
    """The profile in two groups; that nothing stands out is told."""
    from coalition.tags.standing_out import marked

    found = one.distinctive
    if not any(skill.clear for skill in found):
        tell([f"No skill of {one.whose.name} stands out more than chance would have it."])
    return marked(one.profile, found)


def _given(
    readings: Sequence[Reading], weighed: Profile, similar: str | None, keep: str | None
) -> dict[str, Any]:
    """What the files say that the layout goes by, as arguments of the cloud."""
    given: dict[str, Any] = {}
    if similar is not None:
        from coalition.exchange.similarity_json import read_similarity
        from coalition.tags.related import positions, renumbered

        to = positions(readings, weighed)
        given["similarity"] = renumbered(read_similarity(similar, len(to)), to)
    if keep is not None:
        from coalition.cloud.previous import places_in
        from coalition.errors import InputError
        from coalition.exchange.material import Collection
        from coalition.exchange.opening import open_material

        material = open_material(keep)
        if isinstance(material, Collection):
            raise InputError(f"{keep} is a folder or an archive: give the one JSON of the cloud.")
        places_in(material.json, material.name)  # a fault of the file is told by its name
        given["keep"] = material.json
    return given


def _deliver(cloud: "TagCloud", destination: Output | None, as_json: bool) -> None:
    """Write and print the cloud, and tell what could not be drawn."""
    from coalition.cloud.colour import remarks

    tell(cloud.warnings)
    tell((*remarks(cloud.tags, cloud.sheet.style), *cloud.notes))
    if destination:
        destination.write(cloud)
        first = cloud.words[0]
        count = "1 tag" if len(cloud.words) == 1 else f"{len(cloud.words)} tags"
        told = f"{count}, the heaviest {first.text} ({_weight_of(cloud.tags[0])})"
        confirm(destination, cloud, told, HELPS_TINY)
    if as_json:
        click.echo(cloud.json(), nl=False)


def _weight_of(tag: "Tag") -> str:
    return weight_of(tag.skill) if tag.skill else number(tag.weight)


def _list(weighed: Profile, title: str, max_tags: int | None) -> None:
    if title:
        click.echo(f"{safe(title)}\n")
    for line in ranked(weighed.skills[:max_tags]):
        click.echo(line)
