"""``coalition export``: everything in a workspace as one file that others can read."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coalition.cli.opened import on_workbook, opened, place_of, refuse_own
from coalition.cli.progress import ProgressBar
from coalition.cli.terminal import say

if TYPE_CHECKING:
    from coalition.exchange.exported_card import Card
    from coalition.model.exported import Exported
    from coalition.workbook.space import Space

_KINDS = ("json", "csv", "vcf")
_NO_FACTS = ("workspace", "source", "person", "merge", "doubt", "erasure", "end")
_STEP = 2000


@click.command()
@click.argument("target", metavar="FILE")
@click.option("--notes", is_flag=True, help="Have a vCard hold the notes and what was said too; a "
              ".json or .csv always does.")  # fmt: skip
@click.option("--as", "kind", type=click.Choice(_KINDS), help="What it is to be, where FILE is - "
              "or ends otherwise.")  # fmt: skip
@on_workbook
@click.pass_context
def command(ctx: click.Context, target: str, notes: bool, kind: str | None) -> None:
    """Write everything in the workspace to FILE: .json, .csv or .vcf (vCard).

    `coalition import FILE` takes all of it back in, into this workbook or into another. A vCard
    leaves the notes out, unless told otherwise: address books are shared more readily. FILE holds
    what is known of everybody in the clear: keep it as safe as the workbook.

    \b
    Examples:
      coalition export everything.json
      coalition export people.csv
      coalition export contacts.vcf --notes
      coalition export - --as json | gzip > everything.json.gz
    """
    kind = _kind_of(target, kind)
    if notes and kind != "vcf":
        raise click.UsageError("--notes is for a vCard: JSON and CSV hold the notes anyway.")
    refuse_own(target, place_of(ctx))
    with opened(ctx) as space, ProgressBar("Exporting") as progress:
        written = _Written(progress)
        with space.as_it_is_now():
            _write(target, _content(space, kind, notes, written))
    say(f"Wrote {'everything' if target == '-' else target}: {written}.")
    if kind == "vcf" and not notes and written.notes:
        say(f"Left out: {written.notes}. With --notes they are in it too.")


class _Written:
    """What was written so far, and how it is told."""

    def __init__(self, progress: ProgressBar) -> None:
        self._progress = progress
        self._done = 0
        self.people = 0
        self.facts = 0
        self.notes = ""

    def counted(self, record: "Exported") -> None:
        """Count a record."""
        from coalition.exchange.exported_fields import name_of

        name = name_of(record)
        self.people += name == "person" and not getattr(record, "merged_into", "")
        self.facts += name not in _NO_FACTS
        self._done += 1
        if self._done % _STEP == 0:
            self._progress(self._done, 0)

    def __str__(self) -> str:
        people = "1 person" if self.people == 1 else f"{self.people:,} people"
        return f"{people}, {'1 fact' if self.facts == 1 else f'{self.facts:,} facts'}"


def _content(space: "Space", kind: str, notes: bool, written: _Written) -> Iterable[bytes]:
    """The parts of the file."""
    from coalition.workbook import queries

    if kind == "vcf":
        from coalition.exchange import coalition_vcard

        written.notes = "" if notes else _left_out(*queries.texts(space))
        cards = _each_card(queries.cards(space, notes), written)
        others = _each(queries.others(space, notes), written)
        return coalition_vcard.write_export(cards, others, notes)
    from coalition.exchange import coalition_csv, coalition_json

    records = _each(queries.records(space), written)
    if kind == "csv":
        return coalition_csv.write_export(records)
    return coalition_json.write_export(records)


def _left_out(notes: int, talks: int) -> str:
    told = ((notes, "note", "notes"), (talks, "text of what was said", "texts of what was said"))
    return " and ".join(
        f"{number:,} {one if number == 1 else several}" for number, one, several in told if number
    )


def _each(records: "Iterable[Exported]", written: _Written) -> "Iterator[Exported]":
    for record in records:
        written.counted(record)
        yield record


def _each_card(cards: "Iterable[Card]", written: _Written) -> "Iterator[Card]":
    for card in cards:
        for record in card.records:
            written.counted(record)
        yield card


def _write(target: str, content: Iterable[bytes]) -> None:
    from coalition.disk import write_whole

    if target != "-":
        write_whole(target, content, private=True)
        return
    sys.stdout.flush()
    sys.stdout.buffer.writelines(content)
    sys.stdout.buffer.flush()


def _kind_of(target: str, kind: str | None) -> str:
    """What the file is to be. Raises OutputError where neither name nor option says so."""
    from coalition.errors import OutputError

    if Path(target).is_dir():
        raise OutputError(f"{target} is a folder: give the name of a file in it.")
    ending = Path(target).suffix.lower().removeprefix(".")
    if kind is None and ending not in _KINDS:
        if target == "-":
            raise OutputError("Say what standard output is to be: --as json, csv or vcf.")
        raise OutputError(
            f'What "{target}" is to be is not known: let its name end in .json, .csv or .vcf, or '
            "say --as json, csv or vcf."
        )
    if kind is not None and ending in _KINDS and kind != ending:
        raise OutputError(f"{target} ends in .{ending}, and --as says {kind}: let them agree.")
    return kind or ending
