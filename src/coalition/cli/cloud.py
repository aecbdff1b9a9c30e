"""``coalition cloud``: the tag cloud of a person, as a picture or a ranked list."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from coalition.cli import DONE, NOT_ALL_USED, REFUSED
from coalition.cli.sources import read_sources, tell
from coalition.cli.terminal import ranked, safe
from coalition.errors import NothingFound, OutputError
from coalition.model.reading import Reading
from coalition.tags.weights import Profile, profile
from coalition.tags.why import number, why

if TYPE_CHECKING:
    from coalition.cloud.tag_cloud import TagCloud

_EXAMPLE = "coalition cloud Complete_LinkedInDataExport_03-14-2026.zip -o boss.svg"
_KINDS = ("svg", "png", "pdf", "html", "json")
_LEGIBLE = 6.0
"""Pixels per em below which a tag can hardly be read."""


@dataclass(frozen=True, slots=True)
class Output:
    """Where the picture goes, and as what.

    path: None for standard output. kind: one of svg, png, pdf, html, json.
    width (px) and density (pixels a px) are those of a PNG; text is of an SVG.
    """

    path: str | None
    kind: str
    width: int | None
    density: float
    text: bool

    def write(self, cloud: "TagCloud") -> None:
        """Write the cloud to the path, whole or not at all; raises OutputError."""
        from coalition.cli.output import write_whole

        content = self._content(cloud)
        if self.path is None:
            click.echo(content, nl=False)
        else:
            write_whole(self.path, content)

    def zoom(self, canvas: int) -> float:
        """Pixels drawn for each of a canvas so many pixels wide."""
        return (self.width or canvas) / canvas * self.density

    def _content(self, cloud: "TagCloud") -> bytes:
        match self.kind:
            case "png":
                return cloud.png(width=self.width, density=self.density)
            case "pdf":
                return cloud.pdf()
            case "html":
                return cloud.html().encode()
            case "json":
                return cloud.json().encode()
            case _:
                return cloud.svg(text=self.text).encode()


def _size(_ctx: click.Context, _option: click.Parameter, value: str) -> tuple[int, int]:
    width, _, height = value.lower().replace("×", "x").partition("x")
    try:
        return int(width), int(height)
    except ValueError:
        raise click.BadParameter(f'"{value}" is not of the form 800x600.') from None


def _picture_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say how the picture looks."""
    for option in (
        click.option("--density", type=click.FloatRange(0.1, 20), default=None, metavar="X",
                     help="Of a .png: pixels drawn for each of its size; 2 is sharp."),
        click.option("--width", type=click.IntRange(1), metavar="PX",
                     help="Of a .png: its width in pixels. [default: the canvas's]"),
        click.option("--text", is_flag=True, help="Of an .svg: draw text with its fonts in the "
                     "file, not outlines. Smaller, for browsers."),
        click.option("--font", "fonts", multiple=True, metavar="FILE",
                     help="A font file to draw with; again for others, for scripts it lacks."),
        click.option("--theme", type=click.Choice(["light", "dark"]), default="light",
                     show_default=True, help="The background."),
        click.option("--transparent", is_flag=True, help="Leave the background out."),
        click.option("--colour", "--color", default="weight", show_default=True, metavar="HOW",
                     help="What colour tells: weight, group (the source's headings), own (its "
                     "colours), single, or one colour such as #1a6e8c."),
        click.option("--scale", type=click.Choice(["sqrt", "linear", "log"]), default="sqrt",
                     show_default=True, help="Font size by the weight, its square root or its "
                     "logarithm. With sqrt the area of a tag is as its weight."),
        click.option("--size", default="800x600", show_default=True, callback=_size,
                     metavar="WxH", help="The canvas in pixels."),
        click.option("--layout", type=click.Choice(["compact", "meaning", "group"]),
                     help="What brings tags together: nothing but their size, what they have to do "
                     "with each other, or their group. [default: compact]"),
        click.option("--similarity", "similar", metavar="FILE",
                     help="How related tags are, as JSON [[i, j, 0.8], ...] by their positions in "
                     "the input; otherwise the sources tell."),
        click.option("--keep", metavar="FILE",
                     help="A cloud of before, as -o NAME.json wrote it: what was there stays."),
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
    ):  # fmt: skip
        function = option(function)
    return function


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option("-o", "--output", metavar="FILE", help="Write the picture here: .svg, .png, .pdf, "
              ".html or .json. With - the SVG goes to standard output.")  # fmt: skip
@click.option(
    "--by",
    type=click.Choice(["year"]),
    help="A cloud of each year, every tag in its "
    "place: as a page that steps through them, -o NAME.html, or with --frames.",
)
@click.option("--frames", metavar="DIR", help="Write a picture of each year into this folder, as "
              "2019.svg, or .png if --width or --density is given.")  # fmt: skip
@_picture_options
@click.option("--why", "tag", metavar="TAG", help="Print the evidence behind one tag.")
@click.option("--json", "as_json", is_flag=True, help="Print the cloud as JSON: every tag's place.")
@click.option("--format", "format_name", metavar="NAME", help="Read every source as this format "
              "(see `coalition formats`) instead of finding out.")  # fmt: skip
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
    tag: str | None,
    as_json: bool,
    format_name: str | None,
    max_tags: int | None,
    title: str,
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
    """
    _require(sources, ctx)
    _only_one_prints(output, as_json, tag)
    by_year = destination = None
    if by or frames is not None:
        from coalition.cli.over_time import output_by_year

        by_year = output_by_year(output, frames, as_json, width, density, text)
    else:
        destination = _output_of(output, width, density, text)
    if not by_year and not destination and not as_json:
        _refuse_looks(ctx, looks)
    readings, whole = read_sources(sources, format_name)
    weighed = _weighed(readings)
    looks["rotate"] = int(looks["rotate"])
    looks |= _given(readings, weighed, looks.pop("similar"), looks.pop("keep"))
    sentences = why(weighed, tag) if tag is not None else ()
    whole = whole and not weighed.dropped
    if by_year:
        whole = by_year.deliver(weighed, title=title, max_tags=max_tags, **looks) and whole
    elif destination or as_json:
        cloud = _cloud(weighed, title=title, max_tags=max_tags, **looks)
        _deliver(cloud, destination, as_json)
        whole = whole and not cloud.warnings
    elif not sentences:
        _list(weighed, title, max_tags)
    for sentence in sentences:
        click.echo(safe(sentence))
    ctx.exit(DONE if whole else NOT_ALL_USED)


def _require(sources: Sequence[str], ctx: click.Context) -> None:
    if not sources:
        click.echo(f"{ctx.get_usage()}\n\nGive what to draw, for example:\n  {_EXAMPLE}", err=True)
        ctx.exit(REFUSED)


def _refuse_looks(ctx: click.Context, looks: dict[str, Any]) -> None:
    """The list has no looks, and an option that does nothing would mislead."""
    typed = click.core.ParameterSource.COMMANDLINE
    for option in ctx.command.params:
        if option.name in looks and ctx.get_parameter_source(option.name) is typed:
            raise click.UsageError(f"{option.opts[0]} is for a picture: add -o NAME.svg.")


def _only_one_prints(output: str | None, as_json: bool, tag: str | None) -> None:
    if (output == "-") + as_json + (tag is not None) > 1:
        raise click.UsageError("-o -, --json and --why print different things: give one of them.")


def _weighed(readings: Sequence[Reading]) -> Profile:
    """The profile; what it passed over is told. Raises NothingFound where it has no skill."""
    weighed = profile(readings)
    tell(weighed.notes)
    if not weighed.skills:
        names = ", ".join(reading.name for reading in readings)
        reason = "every weight is 0" if weighed.dropped else "no skill is named there"
        raise NothingFound(f"There is nothing to draw in {names}: {reason}.")
    tell(f'"{dropped.text}" is not in the cloud: {dropped.why}.' for dropped in weighed.dropped)
    return weighed


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
        _confirm(destination, cloud)
    if as_json:
        click.echo(cloud.json(), nl=False)


def _cloud(weighed: Profile, **looks: Any) -> "TagCloud":
    """The cloud, with what the profile kept out among what the cloud dropped."""
    from coalition.cloud.tag_cloud import tag_cloud
    from coalition.cloud.weigh import Dropped

    cloud = tag_cloud(weighed, **looks)
    kept_out = (Dropped(tag.text, tag.why) for tag in weighed.dropped)
    return replace(cloud, dropped=(*cloud.dropped, *kept_out))


def _output_of(
    output: str | None, width: int | None, density: float | None, text: bool
) -> Output | None:
    """Where the picture goes; OutputError for an ending that says nothing, before any work."""
    kind = "svg" if output == "-" else os.path.splitext(output or "")[1].lower().removeprefix(".")
    if output and kind not in _KINDS and _is_device(output):
        kind = "svg"
    if output and os.path.isdir(output):
        raise OutputError(f"{output} is a folder: give the name of a file in it, such as boss.svg.")
    if output is not None and kind not in _KINDS:
        raise OutputError(
            f'What kind of picture "{output}" shall be is not known: let its name end in '
            + ", ".join(f".{known}" for known in _KINDS[:-1])
            + f" or .{_KINDS[-1]}."
        )
    if kind != "png" and (width is not None or density is not None):
        raise click.UsageError("--width and --density are for a picture: -o NAME.png.")
    if kind != "svg" and text:
        raise click.UsageError("--text is for an SVG: -o NAME.svg.")
    if output is None:
        return None
    return Output(None if output == "-" else output, kind, width, density or 1.0, text)


def _is_device(output: str) -> bool:
    try:
        return os.path.exists(output) and not os.path.isfile(output)
    except ValueError:  # a NUL in the name
        return False


def _confirm(destination: Output, cloud: "TagCloud") -> None:
    if destination.path is None or not cloud.words:
        return
    count = "1 tag" if len(cloud.words) == 1 else f"{len(cloud.words)} tags"
    first = cloud.words[0]
    heaviest = f"{first.text} ({number(first.weight)})"
    click.echo(safe(f"Wrote {destination.path}: {count}, the heaviest {heaviest}."), err=True)
    if destination.kind in ("svg", "png", "pdf"):
        tell_tiny(cloud, destination.zoom(cloud.picture.width), destination.kind)


def tell_tiny(cloud: "TagCloud", zoom: float, kind: str) -> None:
    """Say how many tags are hard to read where a px of the canvas is so many pixels."""
    tiny = sum(word.size * zoom < _LEGIBLE for word in cloud.words)
    if tiny:
        are = "is" if tiny == 1 else "are"
        less = f"{tiny} of them {are}" if tiny < len(cloud.words) else "All are"
        wider = "--width, " if kind == "png" else ""
        click.echo(
            f"{less} under {_LEGIBLE:g} pixels and hard to read: a larger --size or {wider}"
            "fewer --max-tags or --scale log helps.",
            err=True,
        )


def _list(weighed: Profile, title: str, max_tags: int | None) -> None:
    if title:
        click.echo(f"{safe(title)}\n")
    for line in ranked(weighed.skills[:max_tags]):
        click.echo(line)
