"""A picture as one self-contained SVG 1.1 document, the same on every machine.

Tags are drawn as outlines, so no font is needed; an invisible real text lies behind each of them,
so that a reader can select it, copy it and find it. No script, no style sheet, no reference to
anything outside the document.
"""

from zlib import crc32

from coalition.drawing.picture import Mark, Picture

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


def render_svg(picture: Picture) -> str:
    """Draw the picture as SVG; the same picture always gives the same characters."""
    body = "".join(
        [
            *(_mark(mark, "heading") for mark in picture.heading),
            *(_mark(mark, "tag") for mark in picture.marks),
        ]
    )
    return f"{_opening(picture, body)}{_background(picture)}{body}</svg>\n"


def _opening(picture: Picture, body: str) -> str:
    # Several pictures can share one page (a notebook), where an id may stand only once.
    name = f"picture-{crc32((picture.title + body).encode('utf-8', 'replace')):08x}"
    size = f'width="{picture.width}" height="{picture.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}'
        f' viewBox="0 0 {picture.width} {picture.height}"'
        f' role="img" aria-labelledby="{name}-title {name}-desc" font-family="sans-serif">\n'
        f'<title id="{name}-title">{escaped(picture.title)}</title>\n'
        f'<desc id="{name}-desc">{escaped(picture.description)}</desc>\n'
    )


def _background(picture: Picture) -> str:
    if picture.transparent:
        return ""
    return f'<rect width="100%" height="100%" fill="{escaped(picture.theme.background)}"/>\n'


def _mark(mark: Mark, kind: str) -> str:
    turn = f" rotate({mark.angle})" if mark.angle else ""
    label = f"<title>{escaped(mark.label)}</title>" if mark.label else ""
    return (
        f'<g class="{kind}" transform="translate({_number(mark.x)} {_number(mark.y)}){turn}"'
        f' fill="{escaped(mark.colour)}">{label}{_selectable(mark)}'
        f'<path transform="scale({_number(mark.size / 1000, 6)})" pointer-events="none"'
        f' d="{mark.outline}"/></g>\n'
    )


def _selectable(mark: Mark) -> str:
    # With direction rtl a text runs leftward from its anchor, so it starts at the right end.
    width = _number(mark.width)
    start = f' x="{width}" direction="rtl"' if mark.rtl else ""
    return (
        f'<text{start} font-size="{_number(mark.size)}" textLength="{width}"'
        f' lengthAdjust="spacingAndGlyphs" fill-opacity="0">{escaped(mark.text)}</text>'
    )


def _number(value: float, places: int = 3) -> str:
    """As few characters as say it; three places are a thousandth of a pixel."""
    shown = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown
