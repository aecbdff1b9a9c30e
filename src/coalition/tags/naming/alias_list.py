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
it, each with a word in front and names between semicolons. ``also`` has other English names, the
code of a language (ISO 639-1: "fr") names in that language; ``under`` the broader skills it belongs
under, ``not`` what it is never one with, ``later`` what is yet to be decided, and ``either`` the
skills that an ambiguous name may stand for. A line in brackets heads the group of those below it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coalition.errors import InputError
from coalition.tags.folding import fold
from coalition.tags.naming.contradictions import refuse_contradictions
from coalition.tags.word_set import word_set

ENGLISH = "en"
_HEADING = re.compile(r"\[\s*([^\[\]]*[^\[\]\s])\s*\]")
_COMMENT = re.compile(r"(?:^|\s)#(?:\s.*)?$")
_LANGUAGES = word_set("""
    be bg br bs ca cs cy da de el en es et eu fi fo fr fy ga gd gl hr hu is it lb lt lv mk mt nb nl
    nn pl pt rm ro ru sk sl sq sr sv tr uk
    ar az bn bo fa gu he hi hy id ja jv ka kk km kn ko ku ky lo ml mn mr ms my ne pa ps si su ta te
    tg th tk tl ug ur uz vi zh
""")
"""Codes (ISO 639-1) of languages of Europe and of Asia. "no" is left out, though it is Norwegian
(nb, nn), and so are "as" and "or": whoever writes one of them means the English word."""
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
    two that cannot both hold (:mod:`coalition.tags.naming.contradictions`).
    """
    found = AliasList(name, tuple(_entries(text, name)))
    refuse_contradictions(found)
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
    word, *rest = line.split(maxsplit=1)
    if word not in _WORDS and word not in _LANGUAGES:
        raise InputError(f"{name}, line {number}: {_what_is_wrong(word, line)}")
    names = [part for part in map(str.strip, "".join(rest).split(";")) if part]
    if not names:
        raise InputError(f'{name}, line {number}: no name follows "{word}".')
    for part in names:
        yield Said(word, _checked(part, name, number), number, remark)


def _what_is_wrong(word: str, line: str) -> str:
    if word.lower() == "no":
        return (
            f'"{_short(line)}" begins with "no": did you mean not? Names in Norwegian begin with '
            "nb or nn."
        )
    if len(word) == 2 and word.isascii() and word.islower():
        return (
            f'"{_short(line)}" begins with "{word}", which is no language here, as fr and ja are: '
            "for another name of the skill above write also, for what it is not write not."
        )
    return (
        f'"{_short(line)}" does not begin with also, under, not, later, either or a language such '
        "as fr: an indented line says what the names after it are to the skill above."
    )


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
