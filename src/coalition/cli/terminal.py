"""Text on a terminal: made harmless, measured in cells, drawn as bars."""

import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence

import click

from coalition.tags.visible import visible
from coalition.tags.weights import WeightedSkill
from coalition.tags.why import weight_of

_EIGHTHS = " ▏▎▍▌▋▊▉"
_LONGEST_BAR = 60


def safe(text: str) -> str:
    """``text`` with nothing in it that steers a terminal or turns the direction of reading."""
    return visible(text)


def cells(text: str) -> int:
    """How many terminal cells ``text`` takes: wide characters two, combining marks none."""
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fitted(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells: filled with spaces, or cut with "…"."""
    room = width - cells(text)
    if room >= 0:
        return text + " " * room
    kept, used = "", 0
    for character in text:
        if used + _cells_of(character) > width - 1:
            break
        kept, used = kept + character, used + _cells_of(character)
    return f"{kept}…{' ' * (width - 1 - used)}"


def width_of_terminal(errors: bool = False) -> int | None:
    """Its columns; None where the output, or what is told of ``errors``, goes elsewhere and lines
    may be of any length.
    """
    if not (sys.stderr if errors else sys.stdout).isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns


def wrapped(text: str, width: int | None, first: str = "", rest: str = "") -> Iterator[str]:
    """The lines of ``text``, parted between words so that none is wider than ``width`` cells.

    The first line begins with ``first``, the others with ``rest``.
    """
    line, beginning = first, True
    for word in text.split():
        longer = line + word if beginning else f"{line} {word}"
        if width is None or beginning or cells(longer) <= width:
            line, beginning = longer, False
        else:
            yield line
            line = rest + word
    yield line


def say(sentence: str) -> None:
    """Print a sentence on standard error, made harmless, and parted between words on a terminal."""
    width = width_of_terminal(errors=True)
    for line in wrapped(safe(sentence), width) if width else (safe(sentence),):
        click.echo(line, err=True)


def in_lines(text: str, width: int) -> Iterator[str]:
    """The lines of ``text`` of at most ``width`` cells: parted between words where that can be, and
    within a word that is longer; nothing of it is left out.
    """
    for line in wrapped(text, width):
        part = ""
        for character in line:
            if part and cells(part + character) > width:
                yield part
                part = ""
            part += character
        yield part


def bar(share: float, width: int) -> str:
    """A bar of ``share`` (0 to 1) of ``width`` cells, exact to an eighth of a cell, never empty."""
    eighths = max(1, round(share * width * 8))
    full, rest = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")


def ranked(skills: Sequence[WeightedSkill]) -> Iterator[str]:
    """The lines of a ranked list: with bars on a terminal, tab-separated in a pipe."""
    weights = [weight_of(skill) + ("+" if skill.at_least else "") for skill in skills]
    names = [safe(skill.name) for skill in skills]
    width = width_of_terminal()
    if width is None or not skills:
        for name, weight in zip(names, weights, strict=True):
            yield f"{name}\t{weight}"
        return
    name_width = min(max(map(cells, names)), max(12, width * 2 // 5))
    weight_width = max(map(len, weights))
    bar_width = max(1, min(_LONGEST_BAR, width - name_width - weight_width - 3))
    coloured = not (os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb")
    for name, weight, skill in zip(names, weights, skills, strict=True):
        drawn = bar(skill.weight / skills[0].weight, bar_width)
        shown = click.style(drawn, fg="cyan") if coloured else drawn
        yield f"{fitted(name, name_width)} {weight:>{weight_width}} {shown}"
