"""Reading the sources a command is given, and saying what of them was not used."""

import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import click

from coalition.cli.progress import ProgressBar
from coalition.cli.terminal import safe, say
from coalition.errors import CoalitionError, InputError
from coalition.model.reading import Reading

if TYPE_CHECKING:
    from coalition.exchange.material import Material

STANDARD_INPUT = "-"
_MOST_TOLD = 20


def read_source(
    source: str,
    format_name: str | None,
    warned: set[str] | None = None,
    everything: bool = False,
) -> Reading:
    """What can be understood of a path or of standard input ("-"); with ``everything`` also what
    clouds have no use for.

    Each reader that does not work is named on standard error, unless in ``warned`` already.
    Raises a CoalitionError where nothing can be used.
    """
    return read_opened(material_of(source), format_name, warned, everything=everything)


def read_opened(
    material: "Material",
    format_name: str | None,
    warned: set[str] | None = None,
    *,
    everything: bool = False,
    keep_text: bool = False,
) -> Reading:
    """The same for what is open already; ``keep_text``: also what mails say."""
    from coalition.exchange.reading import read_material

    warnings: list[str] = []
    try:
        with ProgressBar(f"Reading {safe(material.name)}") as progress:
            return read_material(
                material,
                format=format_name,
                everything=everything,
                keep_text=keep_text,
                progress=progress,
                warn=warnings.append,
            )
    finally:  # not into the middle of the bar
        known = set() if warned is None else warned
        tell(warning for warning in warnings if warning not in known)
        known.update(warnings)


def material_of(source: str) -> "Material":
    """What stands at a path or on standard input ("-").

    Raises InputError (UnreadableInput, NothingFound) where it cannot be opened or is empty.
    """
    from coalition.exchange.opening import MOST_BYTES, material_from_bytes, open_material

    if not source:
        raise InputError("An empty name is no file: give a path, or - for standard input.")
    if source == STANDARD_INPUT:
        return material_from_bytes("standard input", _standard_input(MOST_BYTES))
    return open_material(source)


def refuse_to_read_twice(sources: Iterable[str]) -> None:
    """Raises InputError where standard input is named more than once."""
    if list(sources).count(STANDARD_INPUT) > 1:
        raise InputError('Standard input can be read only once: give "-" one time.')


def _standard_input(most: int) -> bytes:
    if sys.stdin is None:
        raise InputError("There is no standard input to read: give a file.")
    if sys.stdin.isatty():
        click.echo("Paste the text, then press Ctrl-D on a line of its own.", err=True)
    content = sys.stdin.buffer.read(most + 1)
    if len(content) > most:
        raise InputError(
            f"Standard input is longer than {most // 1_000_000} MB: give it in parts, or as a file."
        )
    return content


def read_sources(sources: Sequence[str], format_name: str | None) -> tuple[list[Reading], bool]:
    """The readings of all sources in turn, and whether every one of them could be read whole.

    A source that fails is named on standard error and the others are used. Raises the
    CoalitionError of the last one where all fail.
    """
    refuse_to_read_twice(sources)
    readings: list[Reading] = []
    faults: list[CoalitionError] = []
    warned: set[str] = set()
    for source in sources:
        try:
            readings.append(read_source(source, format_name, warned))
        except CoalitionError as fault:
            faults.append(fault)
    if not readings:
        tell(map(str, faults[:-1]))
        raise faults[-1]
    problems = [problem for reading in readings for problem in reading.problems]
    tell(map(str, faults))
    tell(map(str, problems))
    return readings, not (faults or problems)


def tell(sentences: Iterable[str]) -> None:
    """Print the first 20 sentences on standard error, and how many more there are."""
    waiting = iter(sentences)
    for sentence in islice(waiting, _MOST_TOLD):
        say(f"coalition: {sentence}")
    if more := sum(1 for _ in waiting):
        click.echo(f"coalition: and {more} more.", err=True)
