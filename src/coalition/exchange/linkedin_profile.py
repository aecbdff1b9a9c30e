"""LinkedIn's "Save to PDF" as a reading, from the lines of its two columns."""

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise

from coalition.exchange.linkedin_people import profile_address
from coalition.exchange.linkedin_positions import TypedLine, positions
from coalition.exchange.linkedin_profile_columns import Columns
from coalition.exchange.linkedin_sections import MAIN, section
from coalition.exchange.usable import sifted
from coalition.model.evidence import Evidence, Kind
from coalition.model.person import Person
from coalition.model.reading import Reading
from coalition.model.source import Source

_TOP_SKILLS = 3
_ONLY_TOP = "LinkedIn's PDF names the top skills only; all of them are on the Skills page."
_NARROW = 28  # characters; a shorter line of the sidebar has not been wrapped
_CONNECTED = r"[,&/–-]$|\s\+$|\b(?:and|or|of|for|in|with|the|und|et|de|des|y|e|für|von|to)$"


def profile_reading(format_name: str, file: str, columns: Columns) -> Reading:
    """The person, their listed skills and certificates."""
    side = _sections(columns.sidebar)
    source = Source(file)
    evidence, refused = sifted(
        Evidence(skill, Kind.LISTED, source, amount=0)
        for skill in _unwrapped(side.get("skills", ()), _TOP_SKILLS)
    )
    certificates, refused_too = sifted(
        Evidence(name, Kind.CERTIFIED, source)
        for name in _unwrapped(side.get("certifications", ()))
    )
    return Reading(
        format_name,
        file,
        _person(columns, side),
        evidence,
        certificates,
        problems=refused + refused_too,
        notes=(_ONLY_TOP,),
    )


def _person(columns: Columns, side: dict[str, list[str]]) -> Person | None:
    head: list[TypedLine] = []
    for line in columns.wide[columns.name_lines :]:
        if section(line.text) in MAIN:
            break
        head.append(line)
    name = " ".join(line.text for line in columns.wide[: columns.name_lines])
    headline, place = _headline(head)
    wide = _typed_sections(columns.wide)
    languages = (re.split(r"\s*[(（]", line)[0] for line in _unwrapped(side.get("languages", ())))
    return (
        Person(
            name,
            headline,
            place,
            profile=_address(side.get("contact", ())),
            positions=tuple(positions(wide.get("experience", ()))),
            languages=tuple(filter(None, languages)),
        )
        if name
        else None
    )


def _headline(head: Sequence[TypedLine]) -> tuple[str, str]:
    """The headline and the place among the lines between the name and the first section."""
    if not head:
        return "", ""
    last = head[-1]
    by_size = last.size != head[0].size
    by_shape = len(head) > 1 and len(last.text) <= 70 and "|" not in last.text
    if by_size or by_shape:
        return " ".join(line.text for line in head[:-1]), last.text
    return " ".join(line.text for line in head), ""


def _sections(lines: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    current = ""
    for line in lines:
        if heading := section(line):
            current = heading
        else:
            found.setdefault(current, []).append(line)
    return found


def _typed_sections(lines: Iterable[TypedLine]) -> dict[str, list[TypedLine]]:
    found: dict[str, list[TypedLine]] = {}
    current = ""
    for line in lines:
        if (heading := section(line.text)) in MAIN:
            current = heading
        else:
            found.setdefault(current, []).append(line)
    return found


def _unwrapped(lines: Sequence[str], at_most: int = 0) -> list[str]:
    """``lines`` with those put together that the narrow sidebar broke in two.

    Where more than ``at_most`` remain, the longest are taken for broken ones as well.
    """
    items: list[list[str]] = []
    for line in lines:
        if items and _continues(" ".join(items[-1]), line):
            items[-1].append(line)
        else:
            items.append([line])
    while at_most and len(items) > at_most:
        lengths = [len(one[-1]) + len(two[0].split()[0]) for one, two in pairwise(items)]
        longest = max(range(len(lengths)), key=lengths.__getitem__)
        if lengths[longest] < _NARROW:
            break
        items[longest : longest + 2] = [items[longest] + items[longest + 1]]
    return [reduce(_joined, item) for item in items]


def _continues(before: str, line: str) -> bool:
    unclosed = before.count("(") > before.count(")")
    begins_within = line[0] in "(（&/)" or line[0].islower()
    return unclosed or begins_within or re.search(_CONNECTED, before, re.IGNORECASE) is not None


def _joined(before: str, line: str) -> str:
    broken_word = before.endswith("-") and line[:1].islower()
    return before + line if broken_word or before.endswith("/") else f"{before} {line}"


def _address(contact: Iterable[str]) -> str:
    """The profile's address, which the sidebar breaks anywhere, up to its ``(LinkedIn)``."""
    joined = "".join(contact)
    start = joined.casefold().find("linkedin.com/in/")
    if start < 0:
        return ""
    address = re.split(r"[\s(（]", joined[start:])[0]
    return profile_address(f"https://www.{address}")
