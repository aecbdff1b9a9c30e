"""The pixels of an image file (PNG, JPEG or SVG).

resvg reads all three; what it hands back is a PNG of eight bits a channel, which is taken apart
here, so that no other library is needed.
"""

import re
import zlib
from base64 import b64encode
from collections.abc import Iterator
from itertools import accumulate
from struct import unpack

from coalition.errors import InputError, MissingExtra

LONGEST_SIDE = 1000
"""Pixels to which an image's longer side is drawn."""

MOST_BYTES, MOST_PIXELS = 20_000_000, 100_000_000
"""The largest file that is taken, and the largest PNG or JPEG in it."""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_MARKER, _FRAMES = 0xFF, {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_IMAGE = re.compile(rb"<(?:[\w.-]+:)?(?:fe)?image[\s/>]", re.IGNORECASE)
_CHANNELS = 4


COLOURS, ALPHA = (0, 1, 2), 3
"""The channels: red, green and blue, and how opaque a pixel is."""

OPAQUE = 255


def drawn_image(image: bytes, name: str) -> bytes:
    """The image as resvg's PNG, its longer side LONGEST_SIDE pixels.

    name: of the file, for messages. Raises InputError for what is no PNG, JPEG or SVG or is too
    large, MissingExtra where resvg is not installed.
    """
    svg = _as_svg(image, name)
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise MissingExtra(
            'A shape from an image needs the package resvg-py: "pip install resvg-py".'
        ) from None
    try:
        drawn: bytes = svg_to_bytes(
            svg_string=svg, width=LONGEST_SIDE, height=LONGEST_SIDE, skip_system_fonts=True
        )
    except ValueError as fault:
        raise InputError(f"{name} is no SVG that can be drawn: {fault}.") from None
    return drawn


def channel(png: bytes, number: int) -> list[bytes]:
    """The rows of one channel, a byte a pixel (PNG specification, 9.2: each is filtered apart)."""
    width = int.from_bytes(png[16:20], "big")
    lines = zlib.decompress(b"".join(_data(png)))
    stride = 1 + width * _CHANNELS
    above, rows = bytes(width), []
    for start in range(0, len(lines), stride):
        line = lines[start + 1 + number : start + stride : _CHANNELS]
        above = _FILTERS[lines[start]](line, above)
        rows.append(above)
    return rows


def _as_svg(image: bytes, name: str) -> str:
    """The image as SVG, or in one, its pixels as they are: smoothing would blur the edge of ink."""
    if len(image) > MOST_BYTES:
        raise InputError(
            f"{name} is too large for a shape: it has more than "
            f"{MOST_BYTES / 1e6:.0f} MB; give a smaller image."
        )
    if image.startswith((_PNG, _JPEG)):
        kind = "png" if image.startswith(_PNG) else "jpeg"
        across, down = _size_of_png(image) if kind == "png" else _size_of_jpeg(image)
        if across * down > MOST_PIXELS:
            raise InputError(
                f"{name} has {across:,} x {down:,} pixels, too many for a shape: give a smaller "
                "image."
            )
        data = b64encode(image).decode()
        return (
            '<svg xmlns="http://www.w3.org/2000/svg">'
            f'<image image-rendering="optimizeSpeed" href="data:image/{kind};base64,{data}"/></svg>'
        )
    if b"<svg" not in image:
        raise InputError(f"{name} is no image that can be a shape: give a PNG, a JPEG or an SVG.")
    if _IMAGE.search(image):
        raise InputError(f"{name} holds another image: give that one, or an SVG of paths alone.")
    return image.decode("utf-8", "replace").removeprefix("\ufeff")


def _size_of_png(image: bytes) -> tuple[int, int]:
    across, down = unpack(">II", image[16:24].ljust(8, b"\0"))
    return across, down


def _size_of_jpeg(image: bytes) -> tuple[int, int]:
    """What its frame says (ITU-T T.81, B.2.2), after segments that each tell their length."""
    at = 2
    while at + 9 <= len(image) and image[at] == _MARKER:
        if image[at + 1] in _FRAMES:
            down, across = unpack(">HH", image[at + 5 : at + 9])
            return across, down
        at += 2 + int.from_bytes(image[at + 2 : at + 4], "big")
    return 0, 0


def _data(png: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            yield png[at + 8 : at + 8 + length]
        at += length + 12


def _none(line: bytes, _above: bytes) -> bytes:
    return line


def _sub(line: bytes, _above: bytes) -> bytes:
    return bytes(value & 255 for value in accumulate(line))


def _up(line: bytes, above: bytes) -> bytes:
    return bytes((value + over) & 255 for value, over in zip(line, above, strict=True))


def _average(line: bytes, above: bytes) -> bytes:
    row, left = bytearray(), 0
    for value, over in zip(line, above, strict=True):
        left = (value + (left + over) // 2) & 255
        row.append(left)
    return bytes(row)


def _paeth(line: bytes, above: bytes) -> bytes:
    row, left, corner = bytearray(), 0, 0
    for value, over in zip(line, above, strict=True):
        by_left, by_over = abs(over - corner), abs(left - corner)
        by_corner = abs(left + over - 2 * corner)
        if by_left <= by_over and by_left <= by_corner:
            near = left
        else:
            near = over if by_over <= by_corner else corner
        left, corner = (value + near) & 255, over
        row.append(left)
    return bytes(row)


_FILTERS = (_none, _sub, _up, _average, _paeth)
