"""Lists of skills with the other names they go by, in plain text that people read and extend.

::

    # A comment.
    [Leadership]

    Change Management
      also   Organizational Change Management; OCM
      fr     Conduite du changement; Gestion du changement
      under  Management
      not    Exchange Management

    PM
      either Project Management; Product Management

A line that begins at the margin names a skill; the indented lines after it say what is known of
it, each with a word in front and names between semicolons. ``also`` has other English names, a
language's code of two letters names in that language; ``under`` the broader skills it belongs
under, ``not`` what it is never one with, ``later`` what is yet to be decided, and ``either`` the
skills that an ambiguous name may stand for. A line in brackets heads the group of those below it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coalition.errors import InputError
from coalition.tags.folding import fold

ENGLISH = "en"
_HEADING = re.compile(r"\[\s*([^\[\]]*[^\[\]\s])\s*\]")
_COMMENT = re.compile(r"(?:^|\s)#(?:\s.*)?$")
_LANGUAGE = re.compile(r"[a-z]{2}")
_WORDS = ("also", "under", "not", "later", "either")
_LONGEST = 200
"""Characters of a name; what is longer is a text."""


class Said(NamedTuple):
    """One thing a list says of a skill.

    word:   "also", a language's code, "under", "not", "later" or "either".
    name:   what it says it of.
    line:   where, from 1.
    remark: the comment behind it, "" for none: "answered on 2026-11-28".
    """

    word: str
    name: str
    line: int
    remark: str = ""


class Entry(NamedTuple):
    """What one place of a list says of one name. ``line`` is that of the name, from 1."""

    name: str
    group: str
    line: int
    said: tuple[Said, ...]

    def names(self) -> Iterator[tuple[str, Said]]:
        """The other names of the skill, each with its language."""
        for said in self.said:
            if said.word == "also":
                yield ENGLISH, said
            elif said.word not in _WORDS:
                yield said.word, said

    def of(self, word: str) -> list[str]:
        """The names that follow this word."""
        return [said.name for said in self.said if said.word == word]


class AliasList(NamedTuple):
    """A list of skills, read and found to be free of contradictions; ``name`` is its own."""

    name: str
    entries: tuple[Entry, ...]


def parse(text: str, name: str) -> AliasList:
    """The list that ``text`` is; ``name`` is what it is called in messages.

    Raises InputError, with the line, for what is not of the form above, and with both lines for
    two that cannot both hold: a name that stands for two skills, skills that are names of each
    other or each under the other, names that are said to be one and not to be.
    """
    found = AliasList(name, tuple(_entries(text, name)))
    _refuse_contradictions(found)
    return found


def _entries(text: str, name: str) -> Iterator[Entry]:
    group, head, said = "", "", list[Said]()
    at = 0
    for number, raw in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        line = _COMMENT.sub("", raw).rstrip()
        if not line:
            continue
        if line[0].isspace():
            if not head:
                raise InputError(
                    f'{name}, line {number}: "{_short(line.strip())}" belongs to no skill: name '
                    "the skill before it, on a line that begins at the margin."
                )
            said += _said(line.strip(), name, number, _remark(raw))
            continue
        if head:
            yield Entry(head, group, at, tuple(said))
        if heading := _HEADING.fullmatch(line):
            group, head = heading[1], ""
        else:
            head = _checked(line, name, number)
        said, at = [], number
    if head:
        yield Entry(head, group, at, tuple(said))


def _remark(raw: str) -> str:
    found = _COMMENT.search(raw) if "#" in raw else None
    return found[0].strip().lstrip("#").strip() if found else ""


def _said(line: str, name: str, number: int, remark: str) -> Iterator[Said]:
    word, _, rest = line.partition(" ")
    if word not in _WORDS and not _LANGUAGE.fullmatch(word):
        raise InputError(
            f'{name}, line {number}: "{_short(line)}" does not begin with also, under, not, '
            "either or a language such as fr: an indented line says what the names after it are "
            "to the skill above."
        )
    names = [part for part in map(str.strip, rest.split(";")) if part]
    if not names:
        raise InputError(f'{name}, line {number}: no name follows "{word}".')
    for part in names:
        yield Said(word, _checked(part, name, number), number, remark)


def _checked(part: str, name: str, number: int) -> str:
    if len(part) > _LONGEST:
        raise InputError(
            f"{name}, line {number}: {len(part):,} characters are no name: the longest has "
            f"{_LONGEST}."
        )
    if not fold(part):
        raise InputError(f"{name}, line {number}: there is a name with nothing visible in it.")
    return part


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


Pointers = dict[str, list[tuple[str, int]]]
"""From a folded name to others, each with the line that leads there."""


def _refuse_contradictions(found: AliasList) -> None:
    meant = _meant(found)
    _refuse_circles(found, meant, "another name of")
    broader: Pointers = defaultdict(list)
    for entry in found.entries:
        for said in entry.said:
            if said.word == "under":
                broader[fold(entry.name)].append((fold(said.name), said.line))
    _refuse_circles(found, broader, "under")
    _refuse_same_and_not(found, meant)


def _meant(found: AliasList) -> Pointers:
    """The one skill that each other name stands for; raises InputError where there are two."""
    meant: Pointers = {}
    either = {fold(entry.name): entry.line for entry in found.entries if entry.of("either")}
    for entry in found.entries:
        key = fold(entry.name)
        for _, said in entry.names():
            other = fold(said.name)
            if other in either:
                raise InputError(
                    f'{found.name}: "{said.name}" is another name of "{entry.name}" in line '
                    f"{said.line}, and ambiguous in line {either[other]}: keep one of the two."
                )
            if other == key:
                continue
            ((before, line),) = meant.setdefault(other, [(key, said.line)])
            if before != key:
                raise InputError(
                    f'{found.name}: "{said.name}" is another name of "{_named(found, before)}" in '
                    f'line {line}, and of "{entry.name}" in line {said.line}: keep one of the two.'
                )
    return meant


def _refuse_circles(found: AliasList, to: Pointers, what: str) -> None:
    """Raise InputError where names lead back to themselves."""
    done: set[str] = set()
    for start in to:
        path: dict[str, int] = {}  # the names on the way, each with the line that led there
        waiting = [(start, 0, False)]
        while waiting:
            key, line, left = waiting.pop()
            if left:
                done.add(key)
                del path[key]
            elif key in path:
                lines = [*path.values(), line][list(path).index(key) + 1 :]
                raise InputError(
                    f'{found.name}: lines {min(lines)} and {max(lines)} go in a circle: "'
                    f'{_named(found, key)}" cannot be {what} itself. Remove one of them.'
                )
            elif key not in done:
                path[key] = line
                waiting.append((key, line, True))
                waiting += [(*step, False) for step in to.get(key, ())]


def _refuse_same_and_not(found: AliasList, meant: Pointers) -> None:
    for entry in found.entries:
        key = fold(entry.name)
        for said in entry.said:
            other = fold(said.name)
            if said.word != "not":
                continue
            lines = [line for to, line in meant.get(other, ()) if to == key]
            lines += [line for to, line in meant.get(key, ()) if to == other]
            lines += [entry.line] if other == key else []
            if lines:
                raise InputError(
                    f'{found.name}: "{entry.name}" and "{said.name}" are one skill in line '
                    f"{lines[0]}, and are not in line {said.line}: keep one of the two."
                )


def _named(found: AliasList, key: str) -> str:
    """The name as the list spells it."""
    spelled: Iterable[str] = (
        name for e in found.entries for name in (e.name, *(s.name for s in e.said))
    )
    return next(name for name in spelled if fold(name) == key)
