"""A picture as PNG, drawn from its SVG by resvg."""

import re
from struct import pack
from zlib import crc32

from coalition.errors import InputError, MissingExtra, OutputError

LONGEST_SIDE = 20_000
"""Pixels; more is a mistake in an option rather than a wish, and would take gigabytes."""

MOST_PIXELS = 160_000_000

CSS_PIXELS_PER_INCH = 96

_SIZE = re.compile(r'<svg [^>]*?width="(\d+)" height="(\d+)"')
_SIGNATURE_AND_HEADER = 8 + 25


def render_png(svg: str, width: int | None = None, density: float = 1.0) -> bytes:
    """Draw the SVG of :func:`~coalition.drawing.svg.render_svg` as a PNG file.

    width:   of the picture in CSS pixels; None: as the SVG says.
    density: pixels a CSS pixel, written into the file (chunk pHYs, PNG specification 11.3.4.3)
             so that a picture drawn at 2 prints as large as one drawn at 1, only finer.

    Raises InputError where the size makes no sense or is too large, MissingExtra where resvg is
    not installed, OutputError where it cannot draw the picture.
    """
    columns = _columns(svg, width, density)
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise MissingExtra(
            'Drawing a PNG needs the package resvg-py: "pip install resvg-py", or write an SVG.'
        ) from None
    try:
        # The picture is all outlines: looking through the system's fonts would be time lost.
        drawn: bytes = svg_to_bytes(svg_string=svg, width=columns, skip_system_fonts=True)
    except ValueError as error:
        raise OutputError(f"The picture could not be drawn as a PNG: {error}.") from None
    return _with_density(drawn, density)


def _columns(svg: str, width: int | None, density: float) -> int:
    """How many pixels wide the file becomes."""
    size = _SIZE.match(svg)
    if size is None:
        raise OutputError("Only an SVG drawn by Coalition can be made into a PNG.")
    across, down = int(size[1]), int(size[2])
    if width is not None and width < 1:
        raise InputError(f"A picture {width} pixels wide cannot be drawn; the least is 1.")
    if not 0.1 <= density <= 20:
        raise InputError(f"A pixel density of {density:g} is not between 0.1 and 20.")
    columns = max(1, round((width or across) * density))
    rows = columns * down / across
    if max(columns, rows) > LONGEST_SIDE or columns * rows > MOST_PIXELS:
        raise InputError(
            f"A PNG of {columns:,} by {rows:,.0f} pixels is too large (at most {LONGEST_SIDE:,} a"
            f" side, {MOST_PIXELS:,} in all); give a smaller width or density, or write an SVG."
        )
    return columns


def _with_density(png: bytes, density: float) -> bytes:
    per_metre = round(CSS_PIXELS_PER_INCH * density / 0.0254)
    chunk = b"pHYs" + pack(">IIB", per_metre, per_metre, 1)
    head, rest = png[:_SIGNATURE_AND_HEADER], png[_SIGNATURE_AND_HEADER:]
    return head + pack(">I", 9) + chunk + pack(">I", crc32(chunk)) + rest
