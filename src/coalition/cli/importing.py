"""``coalition import``: files into the workbook, a preview of it, and back out."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import click

from coalition.cli import DONE, NOT_ALL_USED
from coalition.cli.opened import on_workbook, opened
from coalition.cli.progress import ProgressBar
from coalition.cli.sources import material_of, read_opened, refuse_to_read_twice, tell
from coalition.cli.terminal import safe, say, width_of_terminal, wrapped
from coalition.errors import CoalitionError, InputError

if TYPE_CHECKING:
    from coalition.exchange.material import Material
    from coalition.model.held import HeldSource, SourceFile
    from coalition.model.reading import Reading
    from coalition.workbook.changes import Recorded
    from coalition.workbook.space import Space

_SHOWN = 12


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Show what would come of it, and change nothing.")
@click.option("--of", metavar="PERSON", help="Whom the file is about, where it does not say so.")
@click.option("--organisation", metavar="NAME", help="Where the people of the file work, where it "
              "does not say so, as org charts do not.")  # fmt: skip
@click.option("--me", "of_me", is_flag=True, help="The file is my own: whose archive, mailbox or "
              "calendar it is, is me.")  # fmt: skip
@click.option("--keep-text", is_flag=True, help="Keep the text of mails too; else only who wrote "
              "to whom and when.")  # fmt: skip
@click.option("--bring-back", is_flag=True, help="Record also people who were erased once.")
@click.option("--format", "format_name", metavar="NAME", help="Read it as this format "
              "(see `coalition formats`) instead of finding out.")  # fmt: skip
@click.option("--undo", metavar="SOURCE", help="Take the facts of a source back out, by its number "
              "or its file's name.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="What came of it as JSON.")
@on_workbook
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    dry_run: bool,
    of: str | None,
    organisation: str | None,
    of_me: bool,
    keep_text: bool,
    bring_back: bool,
    format_name: str | None,
    undo: str | None,
    as_json: bool,
) -> None:
    """Read files into the workbook: people, skills, ties and touchpoints.

    FILE is anything that `coalition formats` lists, or - for standard input. Every fact keeps the
    file, the line and the day it came from; the same file again changes nothing. Without FILE: what
    was read so far.

    \b
    Examples:
      coalition import Complete_LinkedInDataExport_03-14-2026.zip --me
      coalition import orgchart.csv --organisation "Brook Ltd" --dry-run
      coalition import skills-page.txt --of "Ada Testerson"
      coalition import everything.json
      coalition import --undo orgchart.csv
    """
    if undo is not None:
        _undo(ctx, undo, files, dry_run, as_json)
    elif not files:
        _list(ctx, as_json)
    else:
        refuse_to_read_twice(files)
        how = _How(
            of, organisation or "", of_me, keep_text, bring_back, format_name, dry_run, as_json
        )
        with (
            opened(ctx, create=True, trial=dry_run) as space,
            space.trial() if dry_run else nullcontext(),
        ):
            whole = _import(space, files, how)
        ctx.exit(DONE if whole else NOT_ALL_USED)


@dataclass(frozen=True, slots=True)
class _How:
    """How files are to be read and recorded; as the options of the command."""

    of: str | None
    organisation: str
    of_me: bool
    keep_text: bool
    bring_back: bool
    format_name: str | None
    dry_run: bool
    as_json: bool


def _import(space: "Space", files: Sequence[str], how: _How) -> bool:
    """Record the files in turn; whether all of each was used.

    A file that fails is named and the others are recorded. Raises the CoalitionError of the last
    one where all fail.
    """
    faults: list[CoalitionError] = []
    came: list[dict[str, Any]] = []
    whole = True
    for file in files:
        try:
            material = material_of(file) if file == "-" else None
            if (taken := _taken_in(space, file, how, material)) is not None:
                came.append(taken)
                whole = whole and not (taken["problems"] or taken["erased"])
                continue
            reading, recorded = _one(space, file, how, material)
        except CoalitionError as fault:
            faults.append(fault)
            if fault is not faults[0] or len(files) > 1:
                say(f"coalition: {fault}")
            continue
        told = {"problems": list(map(str, reading.problems)), "notes": list(reading.notes)}
        came.append({"file": reading.name, "format": reading.format, **asdict(recorded), **told})
        if not how.as_json:
            for line in _told(reading, recorded, how):
                click.echo(line)
        tell(map(str, reading.problems))
        whole = whole and not (reading.problems or recorded.erased)
    if not came:
        raise _silenced(faults[-1], len(files))
    if how.as_json:
        click.echo(_as_json(came))
    return whole and not faults


def _silenced(fault: CoalitionError, files: int) -> CoalitionError:
    if files == 1:
        return fault
    return InputError("None of the files could be read: nothing was changed.")


def _one(
    space: "Space", file: str, how: _How, material: "Material | None"
) -> "tuple[Reading, Recorded]":
    """Read and record one file, which may be open already."""
    from coalition.disk import own_name
    from coalition.exchange.fingerprint import fingerprint, state_of
    from coalition.workbook import changes

    state = state_of(file)
    material = material or material_of(file)
    name = own_name(file) if file != "-" else "standard input"
    reading = read_opened(material, how.format_name, everything=True, keep_text=how.keep_text)
    source = _source(name, reading.format, fingerprint(material, file, state))
    of_me = how.of_me or _is_me(space, reading)
    with ProgressBar(f"Recording {safe(name)}") as progress:
        recorded = changes.record(
            space,
            reading,
            source,
            of=_whom(space, how.of),
            organisation=how.organisation,
            of_me=of_me,
            bring_back=how.bring_back,
            progress=progress,
        )
    return reading, recorded


def _taken_in(
    space: "Space", file: str, how: _How, material: "Material | None"
) -> dict[str, Any] | None:
    """What came of an export of Coalition; None where the file is something else."""
    from contextlib import ExitStack

    from coalition.cli import taking_in

    if how.format_name not in (None, taking_in.FORMAT):
        return None
    with ExitStack() as closing:
        export = taking_in.export_of(file, material, closing)
        if export is None:
            return None
        taking_in.refuse_options(how.of, how.organisation, how.of_me)
        taken = taking_in.take_in(space, export, how.bring_back)
    if not how.as_json:
        for line in taking_in.told(export.name, taken, how.dry_run):
            click.echo(line)
    taking_in.tell_problems(taken)
    return taking_in.as_json(export.name, taken)


def _source(name: str, format_name: str, digest: str) -> "SourceFile":
    from datetime import UTC, datetime

    from coalition.model.held import SourceFile

    return SourceFile(name, format_name, digest, datetime.now(UTC))


def _whom(space: "Space", named: str | None) -> int | str | None:
    """The number of the person of the workbook whom the user named, else the name of a new one."""
    if named is None:
        return None
    from coalition.workbook import queries

    is_number = named.strip().startswith("#")
    return queries.one(space, named).id if is_number or queries.find(space, named) else named


def _is_me(space: "Space", reading: "Reading") -> bool:
    """Whether whose own file it is is the user: asked once, on a terminal."""
    import sys

    from coalition.workbook import queries

    if not reading.owner or queries.me(space) is not None:
        return False
    people = (reading.person, *reading.people, *reading.mentioned)
    owner = next((one for one in people if one and one.key == reading.owner), None)
    if owner is None or not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return click.confirm(f"This is the own file of {safe(owner.name)}. Is that you?", err=True)


def _told(reading: "Reading", recorded: "Recorded", how: _How) -> Iterator[str]:
    """What came of one file, for the terminal."""
    width, dry_run = width_of_terminal(), how.dry_run
    name = safe(reading.name)
    if recorded.since is not None:
        day = recorded.since.astimezone().date().isoformat()
        yield f"{name}: read already on {day}, so nothing changed (source {recorded.source})."
        if how.keep_text:
            yield f"  To keep its text, first `coalition import --undo {recorded.source}`."
        return
    would = "would be " if dry_run else ""
    people = (len(recorded.new), len(recorded.matched), len(recorded.unsure))
    yield from wrapped(
        f"{name} ({reading.format}): {_people(*people)}; {recorded.facts_new:,} facts {would}new, "
        f"{recorded.facts_known:,} known." + ("" if dry_run else f" Source {recorded.source}."),
        width,
    )
    if dry_run:
        yield from _named("New", recorded.new, width)
        matched = [
            f"{one.described} is {one.name} (#{one.person}): {one.reason}"
            for one in recorded.matched
        ]
        yield from _named("Known", matched, width, whole=True)
    unsure = [
        f"{one.described} may be {perhaps.name} (#{perhaps.person}): {perhaps.reason}"
        for one in recorded.unsure
        for perhaps in one.perhaps
    ]
    yield from _named("Unsure", unsure, width, whole=True)
    if unsure and not dry_run:
        yield "  `coalition people review` asks about them."
    for person in recorded.erased:
        text = f"{safe(person)} was erased once and is left out; --bring-back records them again."
        yield from wrapped(text, width, "  ", "    ")
    notes = list(map(safe, reading.notes))
    if how.of_me and recorded.me is None:
        notes.append("It does not say whose own file it is: `coalition people me PERSON` says who "
                     "you are.")  # fmt: skip
    for note in notes:
        yield from wrapped(note, width, "  ", "    ")


def _people(new: int, matched: int, unsure: int) -> str:
    one = "1 person" if new == 1 else f"{new:,} people"
    doubt = f" ({unsure:,} of them unsure)" if unsure else ""
    return f"{one} new{doubt}, {matched:,} known already"


def _named(
    title: str, names: Sequence[str], width: int | None, whole: bool = False
) -> Iterator[str]:
    """The first names of many: on a line, or, where each is a sentence, on lines of their own."""
    shown = [safe(name) for name in names[:_SHOWN]]
    more = f"and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
    if not shown:
        return
    if not whole:
        yield from wrapped(
            f"{title}: {', '.join(filter(None, (*shown, more)))}.", width, "  ", "    "
        )
        return
    yield f"  {title}:"
    for line in (*shown, more):
        if line:
            yield from wrapped(line, width, "    ", "      ")


def _list(ctx: click.Context, as_json: bool) -> None:
    """Print the sources of the workbook."""
    from coalition.workbook import queries

    with opened(ctx) as space:
        found = queries.sources(space)
    if as_json:
        click.echo(_as_json([asdict(source) for source in found]))
        return
    if not found:
        click.echo("Nothing was read yet: `coalition import FILE` begins.")
    for source in found:
        click.echo(_line(source))


def _line(source: "HeldSource") -> str:
    day = source.at.astimezone().date().isoformat()
    told = f"{source.format}, " if source.format else ""
    return f"{source.id:>5}  {day}  {safe(source.name)} ({told}{source.facts:,} facts)"


def _undo(
    ctx: click.Context, named: str, files: Sequence[str], dry_run: bool, as_json: bool
) -> None:
    """Take a source back out."""
    from coalition.workbook import changes, queries

    if files:
        raise click.UsageError("--undo takes one source, and no files beside it.")
    with opened(ctx) as space:
        source = queries.source(space, named)
        gone = changes.take_out(space, source.id, dry_run=dry_run)
    if as_json:
        click.echo(_as_json(asdict(gone)))
        return
    people = len(gone.people)
    also = f", and {people:,} {'person' if people == 1 else 'people'} nothing else is known of"
    was = "would be" if dry_run else "was"
    click.echo(f"{safe(gone.name)} {was} taken out: {gone.facts:,} facts{also if people else ''}.")


def _as_json(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=1, default=str)
