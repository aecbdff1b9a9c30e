"""``coalition read``: what was understood of a file, before anything is done with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import fsum

import click

from coalition.cli import DONE, NOT_ALL_USED
from coalition.cli.sources import read_source, tell
from coalition.cli.terminal import cells, fitted, safe, width_of_terminal, wrapped
from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Reading
from coalition.tags.why import number

_WIDEST_NAME = 48
_ENDORSERS_NAMED = 3


@dataclass(slots=True)
class _Row:
    """One skill as the source spells it, and what the source says about it."""

    skill: str
    counts: list[float] = field(default_factory=list)
    endorsers: dict[str, str] = field(default_factory=dict)
    named: dict[str, None] = field(default_factory=dict)
    at_least: bool = False
    listed: bool = False

    def add(self, piece: Evidence) -> None:
        self.at_least |= piece.at_least
        self.listed |= piece.kind is Kind.LISTED
        if piece.by:
            self.named[piece.by] = None
        if piece.kind is Kind.ENDORSED:
            self.endorsers.setdefault(piece.by_key or f"nameless {len(self.endorsers)}", piece.by)
        elif piece.kind is not Kind.LISTED:
            self.counts.append(piece.amount)

    @property
    def count(self) -> float:
        return fsum((*self.counts, len(self.endorsers)))


def _rows(reading: Reading) -> list[_Row]:
    """The skills in the order of the source, one row for each spelling.

    Where the source is about one person, those it also tells of others are not among them.
    """
    rows: dict[str, _Row] = {}
    own = ("", reading.owner)
    for piece in reading.evidence:
        if reading.person and piece.holder_key not in own:
            continue
        rows.setdefault(piece.skill, _Row(piece.skill)).add(piece)
    return list(rows.values())


@click.command()
@click.argument("source", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="All of it as JSON.")
@click.option("--format", "format_name", metavar="NAME", help="Read it as this format "
              "(see `coalition formats`) instead of finding out.")  # fmt: skip
@click.pass_context
def command(ctx: click.Context, source: str, as_json: bool, format_name: str | None) -> None:
    """Show what is understood of a file; nothing is stored or drawn.

    FILE is a file or folder in any of the formats of `coalition formats`; with - it is standard
    input. Skills stand as the file spells them.

    \b
    Examples:
      coalition read Complete_LinkedInDataExport_03-14-2026.zip
      pbpaste | coalition read - --json
    """
    reading = read_source(source, format_name, everything=True)
    if as_json:
        click.echo(_as_json(reading))
    else:
        for line in _preview(reading, width_of_terminal()):
            click.echo(line)
    tell(map(str, reading.problems))
    ctx.exit(NOT_ALL_USED if reading.problems else DONE)


def _as_json(reading: Reading) -> str:
    import json
    from dataclasses import asdict

    skills = [
        {
            "skill": row.skill,
            "count": int(row.count) if row.count == int(row.count) else row.count,
            "at_least": row.at_least,
            "listed": row.listed,
            "endorsers": list(row.named),
        }
        for row in _rows(reading)
    ]
    document = {
        "format": reading.format,
        "person": asdict(reading.person) if reading.person else None,
        "skills": skills,
        "certificates": [piece.skill for piece in reading.certificates],
        "recommendations": [
            {"by": text.by, "on": text.on, "text": text.text} for text in reading.recommendations
        ],
        "people": len(reading.people),
        "ties": len(reading.ties),
        "touchpoints": len(reading.touchpoints),
        "problems": [asdict(problem) for problem in reading.problems],
        "notes": list(reading.notes),
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _preview(reading: Reading, width: int | None) -> Iterator[str]:
    """The lines of the preview, none wider than ``width`` cells."""
    yield from wrapped(safe(f"{reading.name}: {reading.format}"), width)
    if person := reading.person:
        for told in filter(None, (person.name, person.headline, person.place)):
            yield from wrapped(safe(told), width)
    rows = _rows(reading)
    if rows:
        yield ""
        yield from _table(rows, width)
    for title, texts in (
        ("Certificates", [piece.skill for piece in reading.certificates]),
        ("Recommendations by", [text.by or "somebody" for text in reading.recommendations]),
        ("Notes", list(reading.notes)),
    ):
        if texts:
            yield ""
            yield f"{title}:"
            for text in texts:
                yield from wrapped(safe(text), width, "  ", "    ")
    yield ""
    yield _totals(reading, len(rows))


def _totals(reading: Reading, skills: int) -> str:
    return (
        ", ".join(
            _counted(count, one, many)
            for count, one, many in (
                (skills, "skill", "skills"),
                (len(reading.people), "other person", "other people"),
                (len(reading.ties), "tie", "ties"),
                (len(reading.touchpoints), "touchpoint", "touchpoints"),
                (len(reading.problems), "problem", "problems"),
            )
            if count or many not in ("ties", "touchpoints")
        )
        + "."
    )


def _table(rows: Sequence[_Row], width: int | None) -> Iterator[str]:
    widest = min(_WIDEST_NAME, max(12, width * 2 // 5)) if width else _WIDEST_NAME
    name_width = min(widest, max(5, *(cells(safe(row.skill)) for row in rows)))
    yield _cut(f"{fitted('Skill', name_width)}   Count  Listed  Endorsed by", width)
    for row in rows:
        count = number(row.count) + ("+" if row.at_least else "")
        listed = "yes" if row.listed else ""
        line = f"{fitted(safe(row.skill), name_width)} {count:>7}  {listed:<6}  "
        yield _cut((line + safe(_endorsed_by(list(row.named)))).rstrip(), width)


def _cut(line: str, width: int | None) -> str:
    return line if width is None or cells(line) <= width else fitted(line, width).rstrip()


def _endorsed_by(names: Sequence[str]) -> str:
    more = len(names) - _ENDORSERS_NAMED
    return ", ".join(names[:_ENDORSERS_NAMED]) + (f" and {more} more" if more > 0 else "")


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
