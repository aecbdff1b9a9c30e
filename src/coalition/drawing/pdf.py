"""A picture as PDF of one page, made by typst from its SVG: drawn as outlines, every text of it
also there to be found, selected and copied.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from coalition.drawing.embedding import subset, used
from coalition.drawing.fonts import FontSet
from coalition.drawing.picture import Mark, MarkLine, Picture
from coalition.drawing.shaping import parts
from coalition.drawing.svg import render_svg
from coalition.errors import InputError, MissingExtra, OutputError

LONGEST_SIDE = 19_200
"""Pixels: 14,400 points, which is the most that readers show (ISO 32000-1, annex C.2)."""

_PAGE = b"""
#let px = 0.75pt
#let inputs = json(bytes(sys.inputs.picture))
#set document(title: inputs.title, description: inputs.description, date: none)
#set page(width: inputs.width * px, height: inputs.height * px, margin: 0pt, fill: none)
#set text(font: inputs.families, fill: rgb(0, 0, 0, 0), hyphenate: false,
  top-edge: "baseline", bottom-edge: "baseline")
#image(bytes(inputs.svg), format: "svg", width: 100%, height: 100%, alt: inputs.description)
#for mark in inputs.marks {
  let line = text(size: mark.size * px, dir: if mark.rtl { rtl } else { ltr }, mark.text)
  place(top + left, dx: mark.x * px, dy: mark.y * px, rotate(mark.angle * 1deg, origin: top + left,
    context {
      let natural = measure(line).width
      let stretch = if natural > 0pt { mark.width * px / natural } else { 1 }
      scale(x: stretch * 100%, origin: top + left, box(width: natural + 0.01pt, line))
    }))
}
"""


def render_pdf(picture: Picture, fonts: FontSet) -> bytes:
    """Draw the picture as a PDF file; its page is the canvas.

    fonts: those the picture was drawn with. The same picture always gives the same bytes.

    Raises InputError where the canvas is too large or a font forbids being embedded, MissingExtra
    where typst is not installed, OutputError where it cannot draw the picture.
    """
    if max(picture.width, picture.height) > LONGEST_SIDE:
        raise InputError(
            f"A page of {picture.width:,} by {picture.height:,} pixels is too large for a PDF "
            f"(at most {LONGEST_SIDE:,} a side); give a smaller size, or write an SVG."
        )
    try:
        import typst
    except ImportError:
        raise MissingExtra(
            'Drawing a PDF needs the package typst: pip install "coalition[pdf]", or write an SVG.'
        ) from None
    marks = (*picture.writing, *picture.marks)
    with TemporaryDirectory() as folder:
        # Without layout each character is a glyph of its own, which a reader can tell again.
        texts = (line.text for mark in marks for line in mark.lines)
        for number, (font, characters) in enumerate(used(texts, fonts).items()):
            Path(folder, f"{number}.ttf").write_bytes(subset(font, characters, layout=False))
        known = typst.Fonts(False, False, [folder])
        told = {
            "title": picture.title,
            "description": picture.description,
            "width": picture.width,
            "height": picture.height,
            "families": sorted(known.families()),
            "svg": render_svg(_without_text(picture)),
            "marks": [_told(mark, line, fonts) for mark in marks for line in mark.lines],
        }
        try:
            return typst.compile(_PAGE, font_paths=known, sys_inputs={"picture": json.dumps(told)})
        except typst.TypstError as error:
            raise OutputError(f"The picture could not be drawn as a PDF: {error}.") from None


def _without_text(picture: Picture) -> Picture:
    """The picture's outlines alone: of text in an SVG, typst keeps only the simplest scripts."""
    heading, captions, marks = (
        tuple(mark._replace(text="", broken=()) for mark in group)
        for group in (picture.heading, picture.captions, picture.marks)
    )
    return picture._replace(heading=heading, captions=captions, marks=marks)


def _told(mark: Mark, line: MarkLine, fonts: FontSet) -> dict[str, Any]:
    x, y = mark.start_of(line)
    return {
        "text": "".join(part for part, _ in parts(line.text, fonts)),
        "x": x,
        "y": y,
        "size": mark.size,
        "width": line.width,
        "angle": mark.angle,
        "rtl": mark.rtl,
    }
