"""``coalition cloud --by year``: a page that steps through the years, or a picture of each."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coalition.cli.picture import HELPS_TINY, Output, tell_tiny
from coalition.cli.sources import tell
from coalition.cli.terminal import say
from coalition.disk import make_folder, write_whole
from coalition.errors import OutputError
from coalition.tags.weights import Profile

if TYPE_CHECKING:
    from coalition.cloud.over_time import CloudsByYear


@dataclass(frozen=True, slots=True)
class OutputByYear:
    """Where the clouds of years go.

    page:    the path of one page with all of them, if that is wanted.
    folder:  that of a picture of each, if they are wanted.
    picture: as what those are drawn.
    """

    page: str | None
    folder: str | None
    picture: Output

    def deliver(self, weighed: Profile, **looks: Any) -> bool:
        """Draw the clouds and write them; tells whether every tag could be drawn whole."""
        from coalition.cloud.colour import remarks
        from coalition.cloud.over_time import clouds_by_year

        drawn = clouds_by_year(weighed, **looks)
        last = drawn.clouds[-1]
        tell(last.warnings)
        tell(remarks(last.tags, last.sheet.style))
        tell((*last.notes, *drawn.notes))
        if self.page is not None:
            write_whole(self.page, drawn.html().encode())
            _confirm(self.page, drawn)
        if self.folder is not None:
            self._write_pictures(Path(self.folder), drawn)
            _confirm(self.folder, drawn, f" as .{self.picture.kind}")
            zoom = self.picture.zoom(last.picture.width)
            tell_tiny(last, zoom, self.picture.kind, HELPS_TINY)
        return not last.warnings

    def _write_pictures(self, folder: Path, drawn: "CloudsByYear") -> None:
        make_folder(folder)
        for year, cloud in zip(drawn.years, drawn.clouds, strict=True):
            path = folder / f"{year}.{self.picture.kind}"
            self.picture._replace(path=str(path)).write(cloud)


def output_by_year(
    output: str | None,
    frames: str | None,
    as_json: bool,
    width: int | None,
    density: float | None,
    text: bool,
) -> OutputByYear:
    """Where the clouds go, before any work. Raises UsageError for options that do not go together,
    OutputError for a name that is none of a page or a folder.
    """
    page = output is not None and output.lower().endswith(".html")
    if as_json or (output is not None and not page) or (output is None and frames is None):
        raise click.UsageError(
            "Clouds by year are a page, -o NAME.html, or pictures in a folder, --frames DIR."
        )
    as_png = width is not None or density is not None
    if frames is None and (as_png or text):
        raise click.UsageError("--width, --density and --text are for pictures: add --frames DIR.")
    if as_png and text:
        raise click.UsageError("--text is for SVG, --width and --density are for PNG.")
    if frames == "":
        raise OutputError("An empty name is no folder: give --frames one for the pictures.")
    picture = Output(None, "png" if as_png else "svg", width, density or 1.0, text)
    return OutputByYear(output, frames, picture)


def _confirm(where: str, drawn: "CloudsByYear", how: str = "") -> None:
    years = drawn.years
    count = f"{len(years)} years, {years[0]} to {years[-1]}" if years[1:] else f"1 year, {years[0]}"
    say(f"Wrote {where}: {count}{how}.")
