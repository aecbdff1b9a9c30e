"""What the commands that draw share: the options of a picture, and where it goes."""

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from coalition.cli.terminal import say
from coalition.errors import OutputError
from coalition.settings import skills_file

if TYPE_CHECKING:
    from coalition.cloud.drawn import Drawn

Option = Callable[[Callable[..., None]], Callable[..., None]]
"""What adds an option to a command."""

HELPS_TINY = "fewer --max-tags or --scale log"
"""What makes the tags of a cloud larger."""

_KINDS = ("svg", "png", "pdf", "html", "json")
_LEGIBLE = 6.0
"""Pixels per em below which a tag can hardly be read."""


def with_options(*options: Option) -> Option:
    """Adds several."""

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        for option in options:
            function = option(function)
        return function

    return decorate


class Output(NamedTuple):
    """Where the picture goes, and as what.

    path: None for standard output. kind: one of svg, png, pdf, html, json.
    width (px) and density (pixels a px) are those of a PNG; text is of an SVG.
    """

    path: str | None
    kind: str
    width: int | None
    density: float
    text: bool

    def write(self, drawn: "Drawn") -> None:
        """Write the picture whole, or not at all: then OutputError."""
        from coalition.disk import write_whole

        content = self._content(drawn)
        if self.path is None:
            click.echo(content, nl=False)
        else:
            write_whole(self.path, content)

    def zoom(self, canvas: int) -> float:
        """Pixels drawn for each of a canvas so many pixels wide."""
        return (self.width or canvas) / canvas * self.density

    def _content(self, drawn: "Drawn") -> bytes:
        match self.kind:
            case "png":
                return drawn.png(width=self.width, density=self.density)
            case "pdf":
                return drawn.pdf()
            case "html":
                return drawn.html().encode()
            case "json":
                return drawn.json().encode()
            case _:
                return drawn.svg(text=self.text).encode()


def _size(_ctx: click.Context, _option: click.Parameter, value: str) -> tuple[int, int]:
    width, _, height = value.lower().replace("×", "x").partition("x")
    try:
        return int(width), int(height)
    except ValueError:
        raise click.BadParameter(f'"{value}" is not of the form 800x600.') from None


def size_option(default: str) -> Option:
    """The canvas, of a size of its own for each command."""
    return click.option("--size", default=default, show_default=True, callback=_size,
                        metavar="WxH", help="The canvas in pixels.")  # fmt: skip


FORMAT_OPTIONS = (
    click.option("--density", type=click.FloatRange(0.1, 20), default=None, metavar="X",
                 help="Of a .png: pixels drawn for each of its size; 2 is sharp."),
    click.option("--width", type=click.IntRange(1), metavar="PX",
                 help="Of a .png: its width in pixels, times --density. [default: the "
                     "canvas's]"),
    click.option("--text", is_flag=True, help="Of an .svg: draw text with its fonts in the "
                 "file, not outlines. Smaller, for browsers."),
)  # fmt: skip
"""What is of one format alone, the last first, as click takes them."""

LOOK_OPTIONS = (
    click.option("--font", "fonts", multiple=True, metavar="FILE",
                 help="A font file to draw with; again for others, for scripts it lacks."),
    click.option("--theme", type=click.Choice(["light", "dark"]), default="light",
                 show_default=True, help="The background."),
    click.option("--transparent", is_flag=True, help="Leave the background out."),
)  # fmt: skip
"""Fonts and background."""

OUTPUT_OPTION = click.option(
    "-o", "--output", metavar="FILE", help="Write the picture here: .svg, .png, .pdf, .html or "
    ".json. With - the SVG goes to standard output.")  # fmt: skip

FORMAT_NAME_OPTION = click.option(
    "--format", "format_name", metavar="NAME", help="Read every source as this format "
    "(see `coalition formats`) instead of finding out.")  # fmt: skip


def refuse_looks(ctx: click.Context, looks: dict[str, Any]) -> None:
    """Raises UsageError for an option of a picture where none is asked for: a list has no looks,
    and an option that does nothing would mislead.
    """
    typed = click.core.ParameterSource.COMMANDLINE
    for option in ctx.command.params:
        if option.name in looks and ctx.get_parameter_source(option.name) is typed:
            raise click.UsageError(f"{option.opts[0]} is for a picture: add -o NAME.svg.")


def refuse_to_overwrite(output: str | None, sources: Iterable[str], what: str = "picture") -> None:
    """Raises OutputError where the result would take the place of what it is made from, of which
    the user's own list of skills is a part.

    what: what the result is called.
    """
    if output is None or not os.path.exists(output):
        return
    for source in sources:
        if os.path.exists(source) and os.path.samefile(output, source):
            raise OutputError(f"{output} is what is read: give the {what} another name.")
    own = skills_file()
    if own and os.path.exists(own) and os.path.samefile(output, own):
        raise OutputError(f"{output} is your own list of skills: give the {what} another name.")


def output_of(
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


def confirm(destination: Output, drawn: "Drawn", told: str, helps: str) -> None:
    """Say what was written, and how to have it larger (``helps``) if it is hard to read."""
    if destination.path is None:
        return
    say(f"Wrote {destination.path}: {told}.")
    if destination.kind in ("svg", "png", "pdf"):
        tell_tiny(drawn, destination.zoom(drawn.picture.width), destination.kind, helps)


def tell_tiny(drawn: "Drawn", zoom: float, kind: str, helps: str) -> None:
    """Say how many tags are hard to read where a px of the canvas is so many pixels."""
    marks = drawn.picture.marks
    tiny = sum(mark.size * zoom < _LEGIBLE for mark in marks)
    if tiny:
        are = "is" if tiny == 1 else "are"
        less = f"{tiny} of them {are}" if tiny < len(marks) else "All are"
        wider = "--width, " if kind == "png" else ""
        say(
            f"{less} under {_LEGIBLE:g} pixels and hard to read: a larger --size or {wider}"
            f"{helps} helps."
        )
