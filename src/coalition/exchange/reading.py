"""One input in, one reading out: opened, its reader found by content, read."""

from pathlib import Path

from coalition.errors import NothingFound, UnknownFormat, UnreadableInput
from coalition.exchange.material import Collection, Material
from coalition.exchange.opening import open_material
from coalition.exchange.plugins import Format, Formats, installed_formats
from coalition.exchange.reader import Match, Progress, Reader, silent
from coalition.model.reading import Reading

_LISTING = "`coalition formats` lists what can be read"


def read(
    source: str | Path,
    *,
    format: str | None = None,  # noqa: A002 - the word for it everywhere else
    progress: Progress = silent,
) -> Reading:
    """All that can be understood of ``source``: the path of a file or a folder, or pasted text.

    format:   the name of the format, where the content alone would be taken for another.
    progress: called now and then with (done, total) during long work.

    Raises UnreadableInput, UnknownFormat, NothingFound or BadWeight, each with a sentence.
    """
    return read_material(open_material(source), format=format, progress=progress)


def read_material(
    material: Material,
    *,
    format: str | None = None,  # noqa: A002 - the word for it everywhere else
    progress: Progress = silent,
) -> Reading:
    """The same for what is open already, such as standard input."""
    formats = installed_formats()
    reader = _named(format, formats) if format else _best(material, formats)
    try:
        reading = reader.read(material, progress)
    except RecursionError:
        raise UnreadableInput(
            f"{material.name} is nested too deeply: give the part of it that names the skills."
        ) from None
    if not _holds_anything(reading):
        raise NothingFound(_nothing_in(reading, reader))
    return reading


def _named(name: str, formats: Formats) -> Reader:
    for found in formats.formats:
        if found.name == name:
            return found.reader
    names = ", ".join(found.name for found in formats.formats)
    raise UnknownFormat(f"There is no format named {name}: choose one of {names}.")


def _best(material: Material, formats: Formats) -> Reader:
    """The reader that is surest; of equals the first in the formats' order."""
    best, match = None, Match.NO
    for found in formats.formats:
        sure = _recognised(found, material)
        if sure > match:
            best, match = found.reader, sure
        if match is Match.SURE:
            break
    if best is None:
        raise UnknownFormat(_why_unknown(material))
    return best


def _recognised(found: Format, material: Material) -> Match:
    try:
        return found.reader.recognise(material)
    except RecursionError:
        return Match.NO


def _why_unknown(material: Material) -> str:
    name = material.name
    if isinstance(material, Collection):
        return (
            f"{name} holds no file of a LinkedIn archive (such as Skills.csv or "
            "Endorsement_Received_Info.csv): give the archive itself, or one file at a time."
        )
    from coalition.exchange.kinds import kind_of

    if kind := kind_of(material):
        return (
            f"{name} seems to be {kind}, which has no skills that can be read: "
            f"{_LISTING}, or paste the skills as plain text, one a line."
        )
    if material.head_text.lstrip()[:1] in {"{", "["}:
        return f"{name} is JSON, but of no shape that is known: {_LISTING}."
    return (
        f"{name} looks like no format that is known: {_LISTING}, "
        "or give the skills as plain text, one a line."
    )


def _holds_anything(reading: Reading) -> bool:
    return bool(
        reading.evidence
        or reading.certificates
        or reading.recommendations
        or reading.people
        or reading.person
    )


def _nothing_in(reading: Reading, reader: Reader) -> str:
    if reading.problems:
        return f"Nothing in {reading.name} can be used: {reading.problems[0]}"
    return (
        f"{reading.name} was read as {reader.name}, and no skill was found in it: "
        "check that it is the right file, or give the skills as plain text, one a line."
    )
