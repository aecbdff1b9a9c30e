"""An export of Coalition taken back into the workbook, for ``coalition import``."""

import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coalition.cli.progress import ProgressBar
from coalition.cli.sources import tell
from coalition.cli.terminal import safe, width_of_terminal, wrapped

if TYPE_CHECKING:
    from coalition.exchange.coalition_export import ExportFile
    from coalition.exchange.material import Material
    from coalition.workbook.changes import TakenIn
    from coalition.workbook.space import Space

FORMAT = "coalition-export"


def export_of(file: str, material: "Material | None", closing: ExitStack) -> "ExportFile | None":
    """The export at a path, however large, or in what is read already; None for another file."""
    from coalition.exchange.coalition_export import export_in
    from coalition.exchange.material import Document

    if material is not None:
        if not isinstance(material, Document):
            return None
        return export_in(material.name, io.BytesIO(material.content))
    try:
        path = Path(file)
        if not path.is_file():
            return None
        return export_in(path.name, closing.enter_context(path.open("rb")))
    except (OSError, ValueError):
        return None  # whoever opens it next says why


def take_in(space: "Space", export: "ExportFile", bring_back: bool) -> "TakenIn":
    """Take it in, with a bar on a terminal."""
    from coalition.workbook import changes

    with ProgressBar(f"Recording {safe(export.name)}") as progress:
        return changes.take_in(space, export, bring_back=bring_back, progress=progress)


def as_json(name: str, taken: "TakenIn") -> dict[str, Any]:
    """What came of it, for ``--json``."""
    return {"file": name, "format": FORMAT, **asdict(taken)}


def told(name: str, taken: "TakenIn", dry_run: bool) -> Iterator[str]:
    """What came of it, for the terminal."""
    width = width_of_terminal()
    would = "would be " if dry_run else ""
    unsure = f" ({len(taken.unsure):,} of them unsure)" if taken.unsure else ""
    yield from wrapped(
        f"{safe(name)} ({FORMAT}): {_people(taken.people_new)} {would}new{unsure}, "
        f"{taken.people_known:,} known already; {taken.facts_new:,} facts {would}new, "
        f"{taken.facts_known:,} known; {taken.sources_new:,} sources {would}new, "
        f"{taken.sources_known:,} known.",
        width,
    )
    for line in _sentences(taken, dry_run):
        yield from wrapped(safe(line), width, "  ", "    ")


def tell_problems(taken: "TakenIn") -> None:
    """Name on standard error what could not be used."""
    tell(map(str, taken.problems))


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number:,} people"


def _sentences(taken: "TakenIn", dry_run: bool) -> Iterator[str]:
    shown: Sequence[Any] = taken.unsure[:12]
    for one in shown:
        for perhaps in one.perhaps:
            yield f"{one.described} may be {perhaps.name} (#{perhaps.person}): {perhaps.reason}"
    if len(taken.unsure) > len(shown):
        yield f"and {len(taken.unsure) - len(shown):,} more"
    if taken.unsure and not dry_run:
        yield "`coalition people review` asks about them."
    for name in taken.erased:
        yield f"{name} was erased once and is left out; --bring-back records them again."
    if taken.without:
        yield "It was exported without notes, and without what was said."
    if taken.strangers:
        yield (
            f"{taken.strangers:,} marks of people erased in the other workbook cannot be kept "
            "beside those of this one: an import will not ask about these people."
        )


def refuse_options(of: str | None, organisation: str, of_me: bool) -> None:
    """Raises UsageError for what an export needs not be told: it says itself."""
    if of is not None or organisation or of_me:
        raise click.UsageError(
            "--of, --organisation and --me are not for an export of Coalition: it says itself."
        )
