"""One input in, one reading out: opened, its reader found by content, read."""

import os
from collections.abc import Callable
from dataclasses import replace

from coalition.errors import (
    BadWeight,
    CoalitionError,
    NothingFound,
    UnknownFormat,
    UnreadableInput,
)
from coalition.exchange.material import Collection, Material
from coalition.exchange.opening import open_material
from coalition.exchange.plugins import Format, Formats, installed_formats, reason_of
from coalition.exchange.reader import Match, Progress, silent
from coalition.exchange.usable import BadWeightProblem, sifted
from coalition.model.reading import Reading

_LISTING = "`coalition formats` lists what can be read"
_ADVICE = "check that it is the right file, or give the skills as plain text, one a line"
_KINDS = ("a folder or an archive", "a single file")


Warn = Callable[[str], None]
"""Called with a sentence on what did not work as it should, and hinders nothing."""


def _python_warning(sentence: str) -> None:
    import warnings

    warnings.warn(sentence, stacklevel=2)


def read(
    source: str | os.PathLike[str],
    *,
    format: str | None = None,
    everything: bool = False,
    keep_text: bool = False,
    progress: Progress = silent,
    warn: Warn = _python_warning,
) -> Reading:
    """All that can be understood of ``source``: the path of a file or a folder, or pasted text.

    format:   the name of the format, where the content alone would be taken for another.
    everything: also what clouds have no use for: who wrote to whom, who reports to whom ...
    keep_text: with everything, also what was said in mails.
    progress: called now and then with (done, total) during long work.
    warn:     called with a sentence for each reader of another package that does not work; by
              default the sentence is a Python warning.

    Raises UnreadableInput, UnknownFormat, NothingFound or BadWeight, each with a sentence.
    """
    return read_material(
        open_material(source),
        format=format,
        everything=everything,
        keep_text=keep_text,
        progress=progress,
        warn=warn,
    )


def read_material(
    material: Material,
    *,
    format: str | None = None,
    everything: bool = False,
    keep_text: bool = False,
    progress: Progress = silent,
    warn: Warn = _python_warning,
) -> Reading:
    """The same for what is open already, such as standard input."""
    formats = installed_formats()
    for warning in formats.warnings:
        warn(warning)
    if format:
        found = _named(format, material, formats)
    else:
        found = _best(material, formats, warn, everything)
    reading = _read(found, material, _member(found, everything, keep_text), progress)
    if _is_empty(reading, found):
        raise _nothing_in(reading, found, everything)
    return reading


def _named(name: str, material: Material, formats: Formats) -> Format:
    found = next((found for found in formats.formats if found.name == name), None)
    if found is None:
        names = ", ".join(found.name for found in formats.formats)
        raise UnknownFormat(f"There is no format named {name}: choose one of {names}.")
    if not found.takes(material):
        several = isinstance(material, Collection)
        is_one, reads = _KINDS if several else reversed(_KINDS)
        raise UnknownFormat(
            f"{material.name} is {is_one}, and {name} is read from {reads}: give that, or leave "
            "the format to be found out."
        )
    return found


def _best(material: Material, formats: Formats, warn: Warn, everything: bool) -> Format:
    """The format that is surest; of equals the first in the formats' order."""
    best, match = None, Match.NO
    for found in formats.formats:
        sure = _recognised(found, material, warn) if found.takes(material) else Match.NO
        if sure > match:
            best, match = found, sure
        if match is Match.SURE:
            break
    if best is None:
        raise UnknownFormat(_why_unknown(material, everything))
    return best


def _recognised(found: Format, material: Material, warn: Warn) -> Match:
    try:
        return Match(found.reader.recognise(material))
    except KeyboardInterrupt:
        raise
    except RecursionError:
        return Match.NO
    except BaseException as fault:  # a stranger's code may raise anything, or leave
        if found.is_own():
            raise
        reason = reason_of(fault)
        warn(f"{found.origin} failed ({reason}), so it was not asked: update or remove it.")
        return Match.NO


def _member(found: Format, everything: bool, keep_text: bool) -> str:
    """Which member of the reader gives what is asked for."""
    wanted = [("read_with_text", everything and keep_text), ("read_all", everything)]
    return next((name for name, it in wanted if it and hasattr(found.reader, name)), "read")


def _read(found: Format, material: Material, member: str, progress: Progress) -> Reading:
    try:
        reading = getattr(found.reader, member)(material, progress)
        return reading if found.is_own() else _checked(reading)
    except (CoalitionError, KeyboardInterrupt):
        raise
    except RecursionError:
        raise UnreadableInput(
            f"{material.name} is nested too deeply to be read: export it again, or give a part "
            "of it."
        ) from None
    except BaseException as fault:
        if found.is_own():
            raise
        raise UnreadableInput(
            f"{found.origin} failed on {material.name} ({reason_of(fault)}): update or remove it, "
            "or give another format."
        ) from fault


def _checked(reading: object) -> Reading:
    """What a reader of another package gave, held to what ours are held to."""
    if not isinstance(reading, Reading):
        raise TypeError(f"it gave no Reading but {type(reading).__name__}")
    evidence, refused = sifted(reading.evidence)
    certificates, refused_too = sifted(reading.certificates)
    problems = (*reading.problems, *refused, *refused_too)
    return replace(reading, evidence=evidence, certificates=certificates, problems=problems)


def _why_unknown(material: Material, everything: bool) -> str:
    """What it seems to be; who asks for skills alone may also type them."""
    name = material.name
    if isinstance(material, Collection):
        return (
            f"{name} holds no file of a LinkedIn archive (such as Skills.csv or "
            "Endorsement_Received_Info.csv) and no chats, calendars or mail: "
            "give the archive itself, or one file at a time."
        )
    from coalition.exchange.kinds import kind_of

    if kind := kind_of(material):
        told = "which is not read" if everything else "which has no skills that can be read"
        more = "" if everything else ", or paste the skills as plain text, one a line"
        return f"{name} seems to be {kind}, {told}: {_LISTING}{more}."
    if material.head_text.lstrip()[:1] in {"{", "["}:
        return f"{name} is JSON, but of no shape that is known: {_LISTING}."
    more = "" if everything else ", or give the skills as plain text, one a line"
    return f"{name} looks like no format that is known: {_LISTING}{more}."


def _is_empty(reading: Reading, found: Format) -> bool:
    skills = (reading.evidence, reading.certificates, reading.recommendations)
    others = (reading.people, reading.mentioned, reading.ties, reading.touchpoints)
    return not (any(skills) or any(others) or (reading.person and not found.advice))


def _nothing_in(reading: Reading, found: Format, everything: bool) -> NothingFound | BadWeight:
    problems = reading.problems
    if not problems and everything:
        why = f" {reading.notes[0]}" if reading.notes else ""
        return NothingFound(
            f"{reading.name} was read as {found.name}, and nothing was found in it that a workbook "
            f"keeps: check that it is the right file.{why}"
        )
    if not problems:
        return NothingFound(
            f"{reading.name} was read as {found.name}, and no skill was found in it: "
            f"{found.advice or _ADVICE}."
        )
    weights_alone = all(isinstance(problem, BadWeightProblem) for problem in problems)
    error = BadWeight if weights_alone else NothingFound
    return error(f"Nothing in {reading.name} can be used: {problems[0]}")
