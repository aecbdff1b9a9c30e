"""The tag cloud: weigh, measure, place, draw."""

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from coalition.cloud.colour import Style, coloured, legend_of, style_of
from coalition.cloud.draw import draw
from coalition.cloud.drawn import Drawn, check_canvas, sheet_of, undrawn
from coalition.cloud.lettering import Sheet, draw_legend, title_warnings
from coalition.cloud.measure import Measured, measure
from coalition.cloud.place import Laid, Layout, frame, lay_out
from coalition.cloud.weigh import (
    Dropped,
    Tag,
    Weights,
    kept_out,
    relative_sizes,
    select,
    tags_of,
)
from coalition.drawing.picture import Mark, Picture
from coalition.drawing.tables import USUAL, Room, Word
from coalition.errors import InputError, NothingFound

if TYPE_CHECKING:
    from coalition.cloud.larger import Tries
    from coalition.cloud.previous import Previous, Stood
    from coalition.drawing.silhouette import Silhouette
    from coalition.tags.naming.recognition import Recognition
    from coalition.tags.related import Related

LAYOUTS = ("compact", "meaning", "group")

MOST_PADDING = 20.0
"""Times the usual room around a tag."""


class PlacedLine(NamedTuple):
    """A line of a tag that has two, and where its baseline begins."""

    text: str
    x: float
    y: float


class PlacedWord(NamedTuple):
    """A tag in the picture; the members are those of the cloud JSON (docs/formats.md)."""

    text: str
    weight: float
    size: float
    x: float
    y: float
    angle: int
    font: str
    colour: str
    lines: tuple[PlacedLine, ...] = ()


@dataclass(frozen=True)
class TagCloud(Drawn):
    """A finished cloud, to be had in every format.

    words: the tags drawn, heaviest first, with their places.
    notes: sentences about what was asked for and makes no difference.
    """

    tags: tuple[Tag, ...]
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[PlacedWord, ...]:
        """The tags drawn, heaviest first."""
        return tuple(
            PlacedWord(m.text, tag.weight, m.size, m.x, m.y, m.angle, m.font, m.colour, lines_of(m))
            for tag, m in zip(self.tags, self.picture.marks, strict=True)
        )

    def html(self) -> str:
        """One page with the picture, the ranked list beside it and the evidence behind both."""
        from coalition.cloud.page import page_of
        from coalition.drawing.html import render_html

        return render_html(page_of(self))

    def json(self) -> str:
        """Where every word is, in numbers (docs/formats.md, "Cloud JSON")."""
        from coalition.cloud.numbers import to_json

        return to_json(self)

    def _complete(self) -> Picture:
        """A page has room for the legend beside the picture; a picture alone carries its own."""
        legend = draw_legend(self.sheet, self.picture.legend)
        return self.picture._replace(heading=self.picture.heading + legend)

    def __repr__(self) -> str:
        return f"<TagCloud of {len(self.tags)} tags, {self.picture.width} x {self.picture.height}>"


def lines_of(mark: Mark) -> tuple[PlacedLine, ...]:
    """The lines of a tag that has two."""
    return tuple(PlacedLine(line.text, *mark.start_of(line)) for line in mark.broken)


class _Wishes(NamedTuple):
    """How tags are to be laid out, before it is known which can be drawn."""

    layout: str
    similarity: "Sequence[Related] | None"
    keep: "Mapping[str, Stood]"
    growing: bool
    shape: "Silhouette | None"
    room: Room
    tries: "Tries | None" = None
    recognition: "Recognition | None" = None

    def for_tags(self, tags: Sequence[Tag]) -> Layout:
        """The same for the tags that are drawn."""
        layout = Layout(shape=self.shape, room=self.room)
        if self.keep:
            before = (self.keep.get(tag.text) for tag in tags)
            return layout._replace(previous=[stood and stood.place for stood in before])
        if self.layout == "compact":
            return layout
        from coalition.cloud.relations import by_group, related_tags

        if self.layout == "meaning":
            related = related_tags(tags, self.similarity, self.recognition)
            return layout._replace(related=related)
        return layout._replace(related=by_group(tags))


def _laid(measured: Measured, sheet: Sheet, scale: str, wishes: _Wishes) -> Laid:
    tags = [tag for tag, _ in measured.tags]
    sizes = relative_sizes((tag.weight for tag in tags), scale)
    words = [
        Word(shaped, size, growing=wishes.growing)
        for (_, shaped), size in zip(measured.tags, sizes, strict=True)
    ]
    below = sheet.room_below(legend_of(tags, sheet.style))
    into = frame(sheet.width, sheet.height, sheet.room_above, below)
    layout = wishes.for_tags(tags)
    if wishes.keep:
        from coalition.cloud.previous import as_it_stood

        words = [
            as_it_stood(word, wishes.keep.get(tag.text), sheet.fonts)
            for word, tag in zip(words, tags, strict=True)
        ]
    if wishes.tries:
        from coalition.cloud.larger import largest

        return largest(words, into, layout, wishes.tries, sheet.fonts)
    return Laid(words, lay_out(words, into, layout))


def _cloud(
    kept: Sequence[Tag], dropped: Sequence[Dropped], scale: str, sheet: Sheet, wishes: _Wishes
) -> TagCloud:
    wall, processor = time.perf_counter(), time.process_time()
    measured = measure(kept, sheet.fonts)
    warnings = undrawn((*title_warnings(sheet), *measured.warnings))
    if not measured.tags:
        raise NothingFound("Nothing can be drawn. " + warnings[0])
    laid = _laid(measured, sheet, scale, wishes)
    tags = tuple(tag for tag, _ in measured.tags)
    return TagCloud(
        tags=tags,
        seconds=time.perf_counter() - wall,
        cpu_seconds=time.process_time() - processor,
        picture=draw(tags, laid, sheet),
        sheet=sheet,
        dropped=(*measured.dropped, *dropped),
        warnings=warnings,
        notes=wishes.tries.notes(laid.words) if wishes.tries else (),
    )


def tag_cloud(
    weights: Weights,
    *,
    size: tuple[int, int] = (800, 600),
    title: str = "",
    scale: str = "sqrt",
    fonts: str | Sequence[str] = (),
    theme: str = "light",
    colour: str = "weight",
    colours: Mapping[str, str] | None = None,
    transparent: bool = False,
    max_tags: int | None = None,
    layout: str = "",
    similarity: Sequence[tuple[int, int, float]] | None = None,
    keep: "Previous | None" = None,
    growing: bool = False,
    wrap: bool = False,
    rotate: int = 0,
    shape: str | os.PathLike[str] | bytes = "rectangle",
    padding: float = 1.0,
    recognition: "Recognition | None" = None,
) -> TagCloud:
    """Draws tags as large as their weights, none dropped, none touching another.

    weights:     a Profile, its skills, a mapping tag -> weight, or (tag, weight) pairs.
    size:        canvas in px.
    title:       written above the cloud and told to a screen reader.
    scale:       font size by "sqrt" (area as weight), "linear" or "log" of the weight.
    fonts:       a font file of your own, or several, the first preferred.
    theme:       "light" or "dark".
    colour:      "weight", "group", "own" (as the sources give), "distinctive" (of a profile from
                 :func:`coalition.tags.marked`), "single", or one such as "#1a6e8c".
    colours:     a colour for each tag that shall have its own, by the tag's text.
    transparent: leave the background out.
    max_tags:    draw only this many, the heaviest.
    layout:      "compact", "meaning" (related tags near each other) or "group" (tags of one group
                 near each other); if not given, "meaning" with a similarity, else "compact".
    similarity:  how related tags are: two positions in ``weights``, from 0, and a number from 0 to
                 1; otherwise their evidence tells, or their words (docs/similarity.md).
    keep:        a cloud of before, or its JSON: what was there stays where it was, as it was.
    growing:     leave each tag the room it passes over as it grows from the middle of its ink, so
                 that it can be drawn smaller there; :func:`clouds_by_year` does.
    wrap:        set long tags on two lines where that makes all tags larger.
    rotate:      90 turns some tags by so many degrees where that makes all tags larger; 0 none.
    shape:       what the tags fill: "rectangle", "ellipse", or the ink of an image, a PNG, JPEG or
                 SVG: its path, or its bytes.
    padding:     room around each tag, as a multiple of the usual; at 0 tags may touch.
    recognition: the list of skills that tells groups and what belongs together; the one that comes
                 along if none is given.

    The same arguments give the same picture, byte for byte. Raises InputError (BadWeight where a
    weight is no number from 0 up), NothingFound where nothing is left to draw, LayoutError.
    """
    check_canvas(size, max_tags)
    style = style_of(theme, colour)
    sheet = sheet_of(size, title, style, fonts, transparent)
    tags = coloured(tags_of(weights), style, colours or {})
    kept, dropped = select(tags, max_tags)
    if not kept:
        raise NothingFound("There is nothing to draw: no tag with a weight was given.")
    _refuse_unused(similarity, layout, style, keep)
    wishes = _wishes(layout, similarity, keep, growing, len(tags), shape, padding)
    wishes = wishes._replace(recognition=recognition)
    if wrap or rotate:
        wishes = wishes._replace(tries=_tries(wrap, rotate, wishes))
    return _cloud(
        _grouped(kept, style, wishes), (*dropped, *kept_out(weights)), scale, sheet, wishes
    )


def _refuse_unused(similarity: object, layout: str, style: Style, keep: "Previous | None") -> None:
    """A similarity brings tags together or makes groups; where it would do neither, say so."""
    if similarity is None or style.colour == "group":
        return
    if keep is not None:
        raise InputError("A cloud that is kept goes by no similarity: leave one of them out.")
    if layout == "compact":
        raise InputError(
            "The compact layout goes by no similarity: leave it out, or choose meaning."
        )


def _wishes(
    layout: str,
    similarity: Sequence[tuple[int, int, float]] | None,
    keep: "Previous | None",
    growing: bool,
    count: int,
    shape: str | os.PathLike[str] | bytes,
    padding: float,
) -> _Wishes:
    if layout and layout not in LAYOUTS:
        raise InputError(f'There is no layout "{layout}": choose {", ".join(LAYOUTS)}.')
    if keep is not None and layout:
        raise InputError("A cloud that is kept has its layout: leave out --layout, or --keep.")
    layout = layout or ("compact" if similarity is None else "meaning")
    given, places = None, {}
    if similarity is not None:
        from coalition.tags.related import parse_similarity

        given = parse_similarity(similarity, count, "The similarity")
    if keep is not None:
        from coalition.cloud.previous import places_in

        places = places_in(keep)
    filled = None
    if not (isinstance(shape, str) and shape.lower() == "rectangle"):
        from coalition.drawing.silhouette import silhouette_of

        filled = silhouette_of(shape)
    if filled and keep is not None:
        raise InputError(
            "A cloud in a shape cannot keep the places of another: leave out the shape, or that "
            "cloud."
        )
    return _Wishes(layout, given, places, growing, filled, _room(padding))


def _tries(wrap: bool, rotate: int, wishes: _Wishes) -> "Tries":
    from coalition.cloud.larger import Tries

    if rotate not in (0, 90):
        raise InputError(f"Tags cannot be turned by {rotate} degrees: choose 0 or 90.")
    if wishes.keep:
        raise InputError(
            "In a cloud that is kept, the same tags as before are on two lines or turned: "
            "leave --wrap and --rotate out."
        )
    return Tries(wrap, rotate == 90)


def _room(padding: float) -> Room:
    """Two tags on one line that would read as one phrase stay apart, whatever the padding."""
    if not 0 <= padding <= MOST_PADDING:
        raise InputError(f"A padding of {padding:g} is not between 0 and {MOST_PADDING:g}.")
    beside, around, phrase, around_two = USUAL
    return Room(beside * padding, around * padding, phrase, around_two * padding)


def _grouped(tags: Sequence[Tag], style: Style, wishes: _Wishes) -> Sequence[Tag]:
    """The tags in groups where groups are wanted: those of the sources, else those of the list of
    skills, or such as are found from how related the tags are.
    """
    wanted = style.colour == "group" or wishes.layout == "group"
    if not wanted or any(tag.group for tag in tags):
        return tags
    from coalition.cloud.relations import related_tags, with_groups, with_known_groups

    if wishes.similarity is None and (known := with_known_groups(tags, wishes.recognition)):
        return known
    return with_groups(tags, related_tags(tags, wishes.similarity, wishes.recognition))
