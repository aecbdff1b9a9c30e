"""A picture as one self-contained SVG 1.1 document, the same on every machine.

Tags are drawn as outlines, so no font is needed; an invisible real text lies behind each of them,
so that a reader can select it, copy it and find it. Or they are drawn as text, with the fonts in
the document: smaller, and the same to see where these are used, as browsers do.

No script, no reference to anything outside the document, and no style but for the fonts in it.
"""

from typing import TYPE_CHECKING
from zlib import crc32

from coalition.drawing.picture import Mark, Picture

if TYPE_CHECKING:
    from coalition.drawing.embedding import EmbeddedFonts

_MARKUP = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
_ILLEGAL = dict.fromkeys(
    (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
)
_ESCAPES: dict[int, str | None] = {**_MARKUP, **_ILLEGAL}


def escaped(text: str) -> str:
    """``text`` fit for XML and HTML, as content or between double quotes.

    Characters outside the production Char of XML 1.0 (section 2.2) are dropped: no escape
    exists for them, and one of them makes a whole document unreadable.
    """
    return text.translate(_ESCAPES)


def render_svg(picture: Picture, fonts: "EmbeddedFonts | None" = None) -> str:
    """Draw the picture as SVG; the same picture always gives the same characters.

    fonts: those of the picture's texts, to draw it as text; None: to draw it as outlines.
    """
    body = "".join(
        [
            *(_mark(mark, "heading", fonts) for mark in picture.heading),
            *(_mark(mark, "caption", fonts) for mark in picture.captions),
            *(_mark(mark, "tag", fonts) for mark in picture.marks),
        ]
    )
    return f"{_opening(picture, body, fonts)}{_background(picture)}{body}</svg>\n"


def _opening(picture: Picture, body: str, fonts: "EmbeddedFonts | None") -> str:
    # Several pictures can share one page (a notebook), where an id may stand only once.
    name = f"picture-{crc32((picture.title + body).encode('utf-8', 'replace')):08x}"
    size = f'width="{picture.width}" height="{picture.height}"'
    lettering = fonts.attributes if fonts else 'font-family="sans-serif"'
    style = f"<style>{fonts.style}</style>\n" if fonts else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}'
        f' viewBox="0 0 {picture.width} {picture.height}"'
        f' role="img" aria-labelledby="{name}-title {name}-desc" {lettering}>\n'
        f'<title id="{name}-title">{escaped(picture.title)}</title>\n'
        f'<desc id="{name}-desc">{escaped(picture.description)}</desc>\n{style}'
    )


def _background(picture: Picture) -> str:
    if picture.transparent:
        return ""
    return f'<rect width="100%" height="100%" fill="{escaped(picture.theme.background)}"/>\n'


def _mark(mark: Mark, kind: str, fonts: "EmbeddedFonts | None") -> str:
    turn = f" rotate({mark.angle})" if mark.angle else ""
    label = f"<title>{escaped(mark.label)}</title>" if mark.label else ""
    ink = _text(mark, "", fonts) if fonts else _outline(mark)
    return (
        f'<g class="{kind}" transform="translate({_number(mark.x)} {_number(mark.y)}){turn}"'
        f' fill="{escaped(mark.colour)}">{label}{ink}</g>\n'
    )


def _outline(mark: Mark) -> str:
    selectable = _text(mark, ' fill-opacity="0"')
    return (
        f"{selectable}"
        f'<path transform="scale({_number(mark.size / 1000, 6)})" pointer-events="none"'
        f' d="{mark.outline}"/>'
    )


def _text(mark: Mark, look: str, fonts: "EmbeddedFonts | None" = None) -> str:
    """A mark as text. Its lines are parts of one, with the space between them that was there, so
    that whoever selects, finds or hears it has it whole. With direction rtl a text runs leftward
    from its anchor, so it starts at the right end.
    """
    direction = ' direction="rtl"' if mark.rtl else ""
    size = f' font-size="{_number(mark.size)}"'
    if not mark.broken:
        start = f' x="{_number(mark.width)}"' if mark.rtl else ""
        length = _length(mark.width)
        return f"<text{start}{direction}{size}{length}{look}>{_spans(mark.text, fonts)}</text>"
    lines = [
        f'<tspan x="{_number(line.x + line.width * mark.rtl)}" y="{_number(line.y)}"'
        f"{_length(line.width)}>{_spans(line.text, fonts)}</tspan>"
        for line in mark.broken
    ]
    space = "" if "".join(line.text for line in mark.broken) in mark.text else " "
    return f"<text{direction}{size}{look}>{space.join(lines)}</text>"


def _length(width: float) -> str:
    return f' textLength="{_number(width)}" lengthAdjust="spacingAndGlyphs"'


def _spans(text: str, fonts: "EmbeddedFonts | None") -> str:
    """A text fit for markup; of what is not in the first of the fonts, the font is named."""
    if not fonts:
        return escaped(text)
    return "".join(
        escaped(part)
        if family == fonts.first
        else f'<tspan font-family="{family}, sans-serif">{escaped(part)}</tspan>'
        for part, family in fonts.parts(text)
    )


def _number(value: float, places: int = 3) -> str:
    """As few characters as say it; three places are a thousandth of a pixel."""
    shown = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown
