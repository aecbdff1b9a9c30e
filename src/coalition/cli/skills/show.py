"""``coalition skills show``: what is known of a name, or of two."""

from collections.abc import Iterator, Sequence

import click

from coalition.cli.known import ALIASES_OPTION, lists_of
from coalition.cli.terminal import cells, safe, width_of_terminal, wrapped
from coalition.errors import InputError
from coalition.tags.described import Description, Told, described
from coalition.tags.folding import fold
from coalition.tags.naming.ambiguity import may_stand_for
from coalition.tags.naming.sameness import Sameness, same
from coalition.tags.naming.shipped import recognition_by
from coalition.tags.naming.vocabulary import SHIPPED

_LANGUAGES = {"en": "Also", "de": "German", "fr": "French", "es": "Spanish", "ja": "Japanese"}
_LABEL = 10


@click.command()
@click.argument("name")
@click.argument("other", required=False)
@ALIASES_OPTION
@click.option("--json", "as_json", is_flag=True, help="All of it as JSON.")
def command(name: str, other: str | None, aliases: tuple[str, ...], as_json: bool) -> None:
    """Show what is known of a name, or why two are one skill.

    Of NAME: its skill, the other names of that by language, what it is a part of and what its parts
    are. What is not from Coalition's list has its file and line behind it. With OTHER: whether the
    two are one skill, and why.

    \b
    Examples:
      coalition skills show "Mgmt of Change"
      coalition skills show Java JavaScript
    """
    for given in (name, other):
        if given is not None and not fold(given):
            raise InputError(f'"{given}" is no name, as nothing in it can be seen: give a name.')
    lists = lists_of(aliases)
    recognition = recognition_by(lists)
    if other is not None:
        _tell(same(name, other, recognition), as_json)
        return
    found = described(name, recognition, lists)
    if as_json:
        click.echo(_as_json(_document(found)))
        return
    width = width_of_terminal()
    for line in _shown(found, width):
        click.echo(line)


def _tell(answer: Sameness, as_json: bool) -> None:
    if as_json:
        told = {"same": answer.same, "undecided": answer.undecided, "reason": answer.reason}
        click.echo(_as_json(told))
        return
    first = "One skill: " if answer else "Undecided: " if answer.undecided else "Two skills: "
    for line in wrapped(safe(first + answer.reason), width_of_terminal()):
        click.echo(line)


def _document(found: Description) -> dict[str, object]:
    def rows(several: Sequence[Told]) -> list[dict[str, str]]:
        return [{"name": told.text, "source": told.source} for told in several]

    return {
        "name": found.name,
        "skill": found.skill or None,
        "reason": found.reason,
        "may_stand_for": rows(found.meanings),
        "group": rows([found.group])[0] if found.group else None,
        "names": {code: rows(told) for code, told in (found.names or {}).items()},
        "part_of": rows(found.broader),
        "parts": rows(found.narrower),
        "never": rows(found.apart),
        "nearest": [near._asdict() for near in found.nearest],
    }


def _as_json(document: object) -> str:
    import json

    return json.dumps(document, ensure_ascii=False, indent=1)


def _shown(found: Description, width: int | None) -> Iterator[str]:
    if found.meanings:
        may = may_stand_for(told.text for told in found.meanings)
        source = found.meanings[0].source
        said = "" if source == SHIPPED else f", as {source} says"
        told = f'"{found.name}" alone does not tell: it {may}{said}.'
        yield from wrapped(safe(f"{told} The other skills of a person decide."), width)
    elif not found.skill:
        yield from wrapped(safe(f'"{found.name}" is not known: it is a skill of its own.'), width)
        for near in found.nearest:
            yield from wrapped(safe(f"{near.name}: {near.reason}"), width, "  ", "    ")
    else:
        yield from _skill(found, width)


def _skill(found: Description, width: int | None) -> Iterator[str]:
    yield safe(found.skill)
    if found.reason:
        yield from wrapped(safe(f'"{found.name}" is this skill: {found.reason}.'), width)
    yield ""
    parts = [
        ("Group", [found.group] if found.group else []),
        *((_LANGUAGES.get(code, code), told) for code, told in (found.names or {}).items()),
        ("Part of", found.broader),
        ("Parts", found.narrower),
        ("Is not", found.apart),
    ]
    for label, told in parts:
        if told:
            first = label + " " * max(1, _LABEL - cells(label))
            yield from wrapped(safe(_listed(told)), width, first, " " * _LABEL)


def _listed(told: Sequence[Told]) -> str:
    return "; ".join(
        one.text if one.source == SHIPPED else f"{one.text} [{one.source}]" for one in told
    )
