"""Answers in a list of skills: how they are written into its text, read from it and taken back.

An answer is a line of the list's own form (:mod:`coalition.tags.naming.alias_list`) with its day
behind it, ``  also Exec Mentor  # answered on 2026-11-28``. Text goes in, text comes out; every
other line of it stays as it is and where it is.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from coalition.errors import InputError
from coalition.tags.folding import fold
from coalition.tags.naming.alias_list import AliasList, Entry, Said, parse
from coalition.tags.naming.ambiguity import may_stand_for

SAME, APART, LATER = "also", "not", "later"
"""The words that answers are written with."""

HEAD = """\
# Which names count as one skill, as answered in "coalition skills review" or written by hand.
# The names after "also" are other names of the skill above, those after "not" are never one with
# it, those after "later" are yet to be decided.
"""
"""How a new list begins."""

_BYTE_ORDER = "\ufeff"
_ANSWERED = re.compile(r"answered on (\d{4}-\d{2}-\d{2})(?:, (?P<more>confirmed))?")
_LINE = re.compile(
    r"(?P<start>\s*\S+\s+)(?P<names>.*?)(?P<comment>(?:\s+#(?:\s.*)?)?\s*)", re.DOTALL
)


class Answer(NamedTuple):
    """What somebody said of two names, and on which day (ISO)."""

    word: str
    skill: str
    other: str
    on: str

    def __str__(self) -> str:
        return in_words(self.word, self.skill, self.other)


class Held(NamedTuple):
    """One thing that a list says of two names.

    number: in the list, from 1. word: as in the list. line: from 1. on: the day it was answered,
    "" where it was written by hand. remark: the comment behind it, without the day; "confirmed"
    where the same was answered again.
    """

    number: int
    word: str
    skill: str
    other: str
    line: int
    on: str = ""
    remark: str = ""

    def __str__(self) -> str:
        return in_words(self.word, self.skill, self.other)

    def is_about(self, name: str, other: str) -> bool:
        """Whether it is what the list says of two names."""
        return {fold(self.skill), fold(self.other)} == {fold(name), fold(other)}


def in_words(word: str, skill: str, other: str) -> str:
    """What a line of a list says, as a clause."""
    match word:
        case "also":
            return f'"{other}" is another name of "{skill}"'
        case "not":
            return f'"{skill}" and "{other}" are two skills'
        case "later":
            return f'whether "{skill}" and "{other}" are one is yet to be decided'
        case "under":
            return f'"{skill}" is under "{other}"'
        case "either":
            return f'"{skill}" {may_stand_for([other])}'
        case language:
            return f'"{other}" is a name of "{skill}" in {language}'


def held(found: AliasList) -> list[Held]:
    """All that a list says of two names, in its order."""
    both = [(entry, said) for entry in found.entries for said in entry.said]
    return [_held(number, entry, said) for number, (entry, said) in enumerate(both, 1)]


def about(said: Iterable[Held], name: str, other: str | None = None) -> list[Held]:
    """What a list says of two names; of one name, what it says of it as another one's, or else
    what it says of the skill with this name.
    """
    said = list(said)
    if other is not None:
        return [one for one in said if one.is_about(name, other)]
    key = fold(name)
    return [one for one in said if fold(one.other) == key] or [
        one for one in said if fold(one.skill) == key
    ]


def _held(number: int, entry: Entry, said: Said) -> Held:
    on = _ANSWERED.fullmatch(said.remark)
    return Held(
        number,
        said.word,
        entry.name,
        said.name,
        said.line,
        on[1] if on else "",
        (on["more"] or "") if on else said.remark,
    )


def with_answer(text: str, answer: Answer, name: str) -> str:
    """The list ``text``, called ``name``, with one more answer: after the other lines of its
    skill, or as an entry of its own. A "later" that it decides goes.

    Raises InputError, with both lines, where it contradicts what the list says, and where a name
    cannot stand in a list.
    """
    _refuse_unwritable(answer)
    before = parse(text, name)
    for said in held(before):
        if _says_the_same(said, answer):
            return text
        if said.word == LATER and said.is_about(answer.skill, answer.other):
            return with_answer(without(text, [said], name), answer, name)
    _refuse_contradiction(text, answer, name)
    mark = _BYTE_ORDER if text.startswith(_BYTE_ORDER) else ""
    return mark + _with_line(text.removeprefix(mark), answer, before.entries)


def _with_line(text: str, answer: Answer, entries: Iterable[Entry]) -> str:
    lines = text.splitlines(keepends=True)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    own = [entry for entry in entries if _may_take(entry, answer)]
    written = f"  {answer.word} {answer.other}  # answered on {answer.on}{end}"
    if own:
        last = max((said.line for said in own[0].said), default=own[0].line)
        return "".join((*lines[:last], written, *lines[last:]))
    at = _above_the_groups(lines)
    new = (answer.skill + end, written)
    if at is not None:
        return "".join((*lines[:at], *new, end, *lines[at:]))
    start = (end,) if lines else (HEAD.replace("\n", end), end)
    return "".join((*lines, *start, *new))


def confirmed(text: str, said: Held) -> str:
    """The list with a mark on an answer that was given again, so that who gave it first does not
    take back what others said too. What was written by hand, and a "later", has none.
    """
    if not said.on or said.remark or said.word == LATER:
        return text
    lines = text.splitlines(keepends=True)
    day = f"answered on {said.on}"
    lines[said.line - 1] = lines[said.line - 1].replace(day, f"{day}, confirmed")
    return "".join(lines)


def can_be_written(name: str) -> bool:
    """Whether a name can stand in a list: it is not too long and has no sign that divides."""
    try:
        (entry,) = parse(f"{name}\n  also {name}", "").entries
    except (InputError, ValueError):
        return False
    return (entry.name, *(said.name for said in entry.said)) == (name, name)


def without(text: str, taken: Iterable[Held], name: str) -> str:
    """The list ``text`` without some of what it says; what else stands in the same lines stays.

    With the last answer of an entry that answers made, the entry goes.
    """
    for said in sorted(taken, key=lambda said: -said.line):
        text = _without(text, said, name)
    return text


def _without(text: str, taken: Held, name: str) -> str:
    lines = text.splitlines(keepends=True)
    at = taken.line - 1
    left = _without_name(lines[at], taken.other)
    if left:
        return "".join((*lines[:at], left, *lines[at + 1 :]))
    del lines[at]
    entry = next(entry for entry in parse(text, name).entries if _has(entry, taken))
    head = entry.line - 1
    if len(entry.said) == 1 and taken.on and not entry.group and lines[head].strip() == entry.name:
        del lines[head]
        if head < len(lines) and not lines[head].strip():
            del lines[head]
        elif head == len(lines) and head and not lines[head - 1].strip():
            del lines[head - 1]
    return "".join(lines)


def _without_name(line: str, name: str) -> str:
    """The line without a name; "" where no other is in it."""
    parts = _LINE.fullmatch(line)
    assert parts
    names = parts["names"].split(";")
    kept = [part for part in names if part.strip() != name]
    if not "".join(kept).strip():
        return ""
    return parts["start"] + ";".join(kept).strip() + parts["comment"]


def _has(entry: Entry, taken: Held) -> bool:
    return any((said.line, said.name) == (taken.line, taken.other) for said in entry.said)


def _says_the_same(said: Held, answer: Answer) -> bool:
    if said.word != answer.word:
        return False
    if answer.word == SAME:
        return (fold(said.skill), fold(said.other)) == (fold(answer.skill), fold(answer.other))
    return said.is_about(answer.skill, answer.other)


def _may_take(entry: Entry, answer: Answer) -> bool:
    """Whether the answer goes below the other lines of an entry. A name that stands alone was
    written by hand, and would go with the answer if it were taken back.
    """
    same = fold(entry.name) == fold(answer.skill)
    return same and bool(entry.said or entry.group) and not entry.of("either")


def _refuse_unwritable(answer: Answer) -> None:
    for name in (answer.skill, answer.other):
        if not can_be_written(name):
            raise InputError(
                f'"{name[:60]}" cannot stand in a list of skills: the names there have no ; or # '
                "and begin with no bracket, and the longest has 200 characters."
            )


def _refuse_contradiction(text: str, answer: Answer, name: str) -> None:
    """Raise InputError where the answer, in a line after all others, does not fit to them."""
    new = f"{answer.skill}\n  {answer.word} {answer.other}\n"
    ended = text + ("" if not text or text.endswith(("\n", "\r")) else "\n")
    line = len(ended.splitlines()) + 2
    try:
        parse(ended + new, name)
    except InputError as fault:
        raise InputError(
            f"The answer that {answer} is not written, because it would contradict what the list "
            f"says. {fault} (Line {line} would be the answer.)"
        ) from None


def _above_the_groups(lines: list[str]) -> int | None:
    """Where an entry of no group can stand: above the first heading and the remarks on it."""
    heading = next((at for at, line in enumerate(lines) if line.startswith("[")), None)
    if heading is None:
        return None
    while heading and lines[heading - 1].startswith("#"):
        heading -= 1
    return heading
