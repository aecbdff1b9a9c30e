"""A picture as one HTML page with the ranked list beside it.

The list says in numbers what the picture shows by size. The page asks nothing of any network: its
Content-Security-Policy allows its own style sheet and script, known by their hashes, and no more.
Without scripts the picture, the list and the evidence can all be read.
"""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from coalition.drawing.palette import Theme
from coalition.drawing.picture import LegendEntry, Picture
from coalition.drawing.svg import escaped, render_svg

if TYPE_CHECKING:
    from coalition.drawing.timeline import Timeline

WIDE = 1000
"""Pixels of a canvas that a narrow window shows in part, so that it can be read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One tag in the list.

    rank:   its place, from 1.
    text:   the tag; a row and a mark of the picture with the same text belong together.
    value:  what stands behind it, in short: "38 endorsements".
    share:  of the largest weight, 0 to 1: the length of its bar.
    detail: the evidence, a sentence each.
    colour: of its bar, "#rrggbb".
    part:   the heading of its part of the list; "" where the list is one.
    """

    rank: int
    text: str
    value: str
    share: float
    detail: tuple[str, ...]
    colour: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A picture and its list, the rows of one part together; ``notes`` are sentences that stand
    below them, ``openers`` such to begin a conversation with, above.

    timeline: what they were before, to be stepped through.
    """

    picture: Picture
    heading: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    timeline: "Timeline | None" = None
    openers: tuple[str, ...] = ()


def render_html(page: Page) -> str:
    """Draw the page as one HTML document, complete in itself."""
    style = _colours(page.picture.theme) + _asset("page.css")
    script = _asset("page.js")
    above = after = ""
    if page.timeline:
        from coalition.drawing.timeline import controls, data

        style, script = style + _asset("timeline.css"), script + _asset("timeline.js")
        above, after = controls(page.timeline), data(page.timeline)
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n{_head(page, style, script)}</head>\n'
        f'<body>\n<header>\n<h1 dir="auto">{escaped(page.heading)}</h1>\n</header>\n'
        f"{_openers(page.openers)}<main>\n{_figure(page.picture, above)}{_list(page)}</main>\n"
        f"{_notes(page.notes)}{after}<script>{script}</script>\n</body>\n</html>\n"
    )


def _head(page: Page, style: str, script: str) -> str:
    policy = (
        f"default-src 'none'; style-src {_allowed(style)}; script-src {_allowed(script)};"
        " base-uri 'none'; form-action 'none'"
    )
    return (
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escaped(page.heading)}</title>\n<style>{style}</style>\n"
    )


def _allowed(inline: str) -> str:
    """Give the source expression that allows just this inline text (CSP Level 3, 6.7.3)."""
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _colours(theme: Theme) -> str:
    return (
        f"\n:root {{ color-scheme: {'dark' if theme.name == 'dark' else 'light'};"
        f" --background: {theme.background}; --ink: {theme.ink}; --muted: {theme.muted};"
        f" --accent: {theme.ramp[len(theme.ramp) // 2]} }}\n"
    )


def _figure(picture: Picture, above: str) -> str:
    wide = ' class="wide"' if picture.width > WIDE else ""
    return (
        f"<figure{wide}>\n{above}{render_svg(_without_heading(picture))}{_legend(picture.legend)}"
        '<figcaption id="evidence" aria-live="polite" hidden></figcaption>\n</figure>\n'
    )


def _without_heading(picture: Picture) -> Picture:
    """Leave the title and its room at the top out: the page has the same one as its heading."""
    if not picture.heading:
        return picture
    room = int(max(mark.y + 0.3 * mark.size for mark in picture.heading))
    captions, marks = (
        tuple(mark._replace(y=mark.y - room) for mark in group)
        for group in (picture.captions, picture.marks)
    )
    return picture._replace(
        height=picture.height - room, marks=marks, captions=captions, heading=()
    )


def _legend(legend: tuple[LegendEntry, ...]) -> str:
    if not legend:
        return ""
    entries = "".join(
        f'<li><svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">'
        f'<circle cx="5" cy="5" r="5" fill="{escaped(entry.colour)}"/></svg>'
        f'<span dir="auto">{escaped(entry.label)}</span></li>\n'
        for entry in legend
    )
    return f'<ul class="legend" aria-label="Colours">\n{entries}</ul>\n'


def _list(page: Page) -> str:
    places: dict[str, list[int]] = {}
    for place, mark in enumerate(page.picture.marks):
        places.setdefault(mark.text, []).append(place)
    parts = []
    for part, rows in groupby(page.rows, key=lambda row: row.part):
        title = f'<h3 dir="auto">{escaped(part)}</h3>\n' if part else ""
        listed = "".join(_row(row, places.get(row.text, [])) for row in rows)
        parts.append(f"{title}<ol>\n{listed}</ol>\n")
    return (
        '<section aria-labelledby="ranked">\n'
        f'<div class="tools"><h2 id="ranked">Ranked list</h2>'
        f'<output for="filter">{len(page.rows)} tags</output>\n'
        '<input id="filter" type="search" autocomplete="off" spellcheck="false"'
        ' aria-label="Filter the list by skill, person or source"'
        ' placeholder="Filter by skill, person or source" hidden></div>\n'
        f'<div class="list">\n{"".join(parts)}</div>\n</section>\n'
    )


def _row(row: Row, places: list[int]) -> str:
    mark = f' data-mark="{places.pop(0)}"' if places else ""
    summary = (
        f'<span class="rank">{row.rank}</span>'
        f'<span class="what"><bdi class="text">{escaped(row.text)}</bdi>'
        f'<span class="value" dir="auto">{escaped(row.value)}</span></span>{_bar(row)}'
    )
    sentences = "".join(f'<li dir="auto">{escaped(sentence)}</li>' for sentence in row.detail)
    evidence = f"<ul>{sentences}</ul>" if sentences else "<p>No evidence was given.</p>"
    return f"<li{mark}><details><summary>{summary}</summary>{evidence}</details></li>\n"


def _bar(row: Row) -> str:
    # A picture, since a style attribute would need a hole in the Content-Security-Policy.
    length = f"{100 * min(1.0, max(0.0, row.share)):.4g}"
    return (
        '<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{length}" height="1" fill="{escaped(row.colour)}"/></svg>'
    )


def _openers(openers: tuple[str, ...]) -> str:
    if not openers:
        return ""
    sentences = "".join(f'<li dir="auto">{escaped(opener)}</li>\n' for opener in openers)
    return (
        '<aside aria-labelledby="openers">\n<h2 id="openers">What to talk about</h2>\n'
        f"<ul>\n{sentences}</ul>\n</aside>\n"
    )


def _notes(notes: tuple[str, ...]) -> str:
    if not notes:
        return ""
    sentences = "".join(f'<li dir="auto">{escaped(note)}</li>\n' for note in notes)
    return f"<footer>\n<h2>Notes</h2>\n<ul>\n{sentences}</ul>\n</footer>\n"
