"""``coalition show``: all that is held on a person."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from coalition.cli.dates import Day
from coalition.cli.opened import on_workbook, opened, place_of, refuse_own
from coalition.cli.terminal import safe, width_of_terminal, wrapped

if TYPE_CHECKING:
    from coalition.model.held import Held
    from coalition.workbook.queries import OldFact


@click.command()
@click.argument("person", metavar="PERSON", required=False)
@click.option("-o", "--output", metavar="FILE", help="Write it as a page to hand over to them: "
              ".html or .json.")  # fmt: skip
@click.option("--older-than", metavar="AGE", type=Day(), help="Only facts that speak of a day "
              "before this, such as 2y; without PERSON, everybody's.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="All of it as JSON.")
@on_workbook
@click.pass_context
def command(
    ctx: click.Context,
    person: str | None,
    output: str | None,
    older_than: date | None,
    as_json: bool,
) -> None:
    """Show all that is held on a person, and where each of it came from.

    PERSON is a name in any script, an e-mail or profile address, or a number such as "#12".

    \b
    Examples:
      coalition show "Ada Testerson"
      coalition show ada@example.com -o for-ada.html
      coalition show --older-than 1y
    """
    from coalition.workbook import queries

    if person is None and older_than is None:
        raise click.UsageError("Give a person, or --older-than to see what has grown old.")
    if older_than is not None and output is not None:
        raise click.UsageError("-o writes all that is held on a person: leave out --older-than.")
    with opened(ctx) as space:
        found = queries.one(space, person) if person is not None else None
        if older_than is not None:
            old = queries.old_facts(space, older_than, found.id if found else None)
            _print(_old_as_json(old) if as_json else "\n".join(_old(old)))
            return
        held = queries.held_on(space, found.id if found else 0)
    if output is not None:
        refuse_own(output, place_of(ctx))
        _write(output, held)
    else:
        _print(_as_json(held) if as_json else "\n".join(_told(held)))


def _print(text: str) -> None:
    if text:
        click.echo(text)


def _write(path: str, held: "Held") -> None:
    from coalition.briefs.held_page import held_page
    from coalition.disk import write_whole
    from coalition.errors import OutputError

    ending = path.rpartition(".")[2].lower()
    if ending not in ("html", "htm", "json"):
        raise OutputError(f"{path}: a page ends in .html, or in .json.")
    text = _as_json(held) + "\n" if ending == "json" else held_page(held, date.today())
    write_whole(path, text.encode(), private=True)
    click.echo(f"All that is held on {safe(held.summary.name)} is in {path}.", err=True)


def _told(held: "Held") -> Iterator[str]:
    from coalition.briefs.gathered import gathered
    from coalition.briefs.sections import sections

    width = width_of_terminal()
    me = " (you)" if held.me else ""
    yield from wrapped(safe(str(held.summary)) + me, width)
    if held.merged:
        yield from wrapped(f"Also read of as: {safe(', '.join(held.merged))}.", width)
    for section in sections(held):
        yield ""
        yield f"{section.title}:"
        for each in gathered(section.lines):
            for said in each.said:
                text = f"{safe(each.what)}: {safe(said.value)}"
                yield from wrapped(text, width, "  ", "    ")
                for whence, number in said.by:
                    taken = "" if number is None else f" [{number}]"
                    yield from wrapped(f"{safe(whence)}{taken}", width, "      ", "      ")


def _old(facts: "Sequence[OldFact]") -> Iterator[str]:
    width = width_of_terminal()
    if not facts:
        yield "Nothing is that old."
    for fact in facts:
        told = f"{fact.on}  {fact.person.name} (#{fact.person.id}): {fact.what}"
        yield from wrapped(safe(told), width, "", "    ")
        yield from wrapped(safe(str(fact.origin)), width, "      ", "      ")


def _as_json(held: "Held") -> str:
    return _dumped(asdict(held))


def _old_as_json(facts: "Sequence[OldFact]") -> str:
    return _dumped([asdict(fact) for fact in facts])


def _dumped(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=1, default=str)
