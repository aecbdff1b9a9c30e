"""Which column of a table holds the tags, which their weight, the person, the day and more.

A header tells by its words; a table without one by its values.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from coalition.exchange import header_words as known
from coalition.exchange.numbers import decimal_mark, number_in

Cells = Sequence[str]

_SHARE_OF_NUMBERS = 0.5
_LONGEST_HEADER = 60
_OF_ANY_VALUES = {"team", "department", "by", "on"}  # "Team 7" may be written 7, a date 2019


@dataclass(frozen=True, slots=True)
class Columns:
    """Where tags, weights, groups, people and so on stand: positions from 0, None for nowhere.

    A person's name may be spread over two columns, the first name's before the last name's.
    ``more``: further columns of tags ("Skill 2" beside "Skill 1"). ``by``: who says so; ``on``:
    when.
    """

    tag: int
    weight: int | None = None
    group: int | None = None
    person: tuple[int, ...] = ()
    unit: str = ""
    more: tuple[int, ...] = ()
    colour: int | None = None
    team: int | None = None
    department: int | None = None
    by: int | None = None
    on: int | None = None


def columns_by_header(header: Cells, rows: Sequence[Cells]) -> Columns | None:
    """The columns that ``header`` names, if it names the tags; ``rows`` are a sample below it."""
    named = [role_of(cell) for cell in header]
    roles = [
        _settled(role, header[place], is_numeric(rows, place)) for place, role in enumerate(named)
    ]
    # Tags can be numbers, years for example, where no other column has tags.
    tag = _first(roles, "tag") if "tag" in roles else _first(named, "tag")
    if tag is None:
        return None
    weight = _first(roles, "weight")
    other = 1 - tag if len(header) == 2 else tag
    if weight is None and roles[other] == "" and is_numeric(rows, other):
        weight = other
    whole = _first(roles, "person")
    parts = (_first(roles, "first name"), _first(roles, "last name"))
    person = (whole,) if whole is not None else tuple(part for part in parts if part is not None)
    unit = unit_of(header[weight]) if weight is not None else ""
    more = _numbered_alike(header, tag) if weight is None else ()
    return Columns(
        tag,
        weight,
        _first(roles, "group"),
        person,
        unit,
        more,
        _first(roles, "colour"),
        team=_first(roles, "team"),
        department=_first(roles, "department"),
        by=_first(roles, "by"),
        on=_first(roles, "on"),
    )


def columns_by_values(header: Cells, rows: Sequence[Cells]) -> Columns | None:
    """The one column of words, if there is one only, and the one of numbers beside it."""
    width = max(map(len, rows), default=0)
    filled = [place for place in range(width) if any(_values(rows, place))]
    numeric = [place for place in filled if is_numeric(rows, place)]
    words = [place for place in filled if place not in numeric]
    if len(words) != 1:
        return None
    heads = {place: header[place] if place < len(header) else "" for place in numeric}
    named = [place for place, head in heads.items() if role_of(head) in {"weight", "either"}]
    running = {
        place
        for place, head in heads.items()
        if "#" in head or known.RUNNING_NUMBERS.intersection(known.words_of(head))
    }
    if len(numeric) > 1 and not running:
        running = {place for place in numeric if not heads[place] and _counts_up(rows, place)}
    left = [place for place in numeric if place not in running]
    chosen = named[:1] or left
    if len(chosen) != 1:
        return None
    return Columns(words[0], chosen[0], unit=unit_of(heads[chosen[0]]))


def is_header(row: Cells) -> bool:
    """Whether ``row`` could name columns: short words, no number among them."""
    filled = [cell for cell in row if cell.strip()]
    return bool(filled) and all(
        len(cell) <= _LONGEST_HEADER and not _is_number(cell) for cell in filled
    )


def is_tag_header(line: str) -> bool:
    """Whether ``line``, alone, is the heading of tags: no word in it could be a tag's own."""
    words = known.words_of(line)
    own = known.TAG | known.WEIGHT | known.LIST_HEADING
    return line.strip() in known.CJK_TAG or (
        bool(known.TAG.intersection(words)) and own.issuperset(words)
    )


def names_exactly(header: Cells) -> bool:
    """Whether a cell of ``header`` says no more than "tag", and another heads the weights."""
    weighted = any(role_of(cell) in {"weight", "either"} for cell in header)
    return weighted and any(role_of(cell) == "tag" and is_tag_header(cell) for cell in header)


def role_of(header: str) -> str:
    """What ``header`` names: "tag", "weight", "person", "team", "department", "by", "on", "group",
    "colour", part of a name, or "".

    "either": a word that is a weight in one language and a name in another, as "nombre".
    """
    words = known.words_of(header)
    found = {*words, "".join(words)}
    if found & known.COLOUR:
        return "colour"
    if role := _whole_role(header, words):
        return role
    tag = bool(found & known.TAG) or any(sign in header for sign in known.CJK_TAG)
    weight = bool(found & known.WEIGHT) or any(sign in header for sign in known.CJK_WEIGHT)
    person = bool(found & known.PERSON) or any(sign in header for sign in known.CJK_PERSON)
    if tag and found & known.GROUP:
        return "group"
    if weight:
        return "either" if person and not tag else "weight"
    if tag:
        return "tag"
    names = found <= known.FIRST_NAME | known.LAST_NAME | known.PERSON | {"".join(words)}
    if not names and found & (known.FIRST_NAME | known.LAST_NAME) and not person:
        return ""  # "Last used", "First endorsed"
    if found & known.FIRST_NAME and not found & known.LAST_NAME:
        return "first name"
    if found & known.LAST_NAME and not found & known.FIRST_NAME:
        return "last name"
    if person:
        other = found & known.OTHER_NAMES and "".join(words) not in known.PERSON
        return "" if other or "#" in header else "person"
    return "group" if found & known.GROUP else ""


def _whole_role(header: str, words: Sequence[str]) -> str:
    """The role of a header that says no more than it: in a longer one, as "Team size" or "Start
    date", the same words mean something else.
    """
    whole = {"".join(words), "".join(word for word in words if word not in known.NAME)}
    for role, names, cjk in (
        ("team", known.TEAM, known.CJK_TEAM),
        ("department", known.DEPARTMENT, known.CJK_DEPARTMENT),
        ("by", known.BY, ()),
        ("on", known.DATE, known.CJK_DATE),
    ):
        if whole & names or header.strip() in cjk:
            return role
    return ""


def unit_of(header: str) -> str:
    """What the weights under ``header`` count, in the plural; "" where it does not say."""
    for word in known.words_of(header):
        if unit := known.UNITS.get(word.removesuffix("s")):
            return unit
    return ""


def is_numeric(rows: Sequence[Cells], place: int) -> bool:
    """Whether the column at ``place`` holds numbers, so far as it holds anything."""
    values = list(_values(rows, place))
    return bool(values) and sum(map(_is_number, values)) >= len(values) * _SHARE_OF_NUMBERS


def weight_mark(rows: Sequence[Cells], place: int, delimiter: str) -> str:
    """The decimal mark of the weights at ``place``."""
    return decimal_mark(_values(rows, place), delimiter == ";")


def _settled(role: str, header: str, numeric: bool) -> str:
    """``role``, unless the values contradict it."""
    if role in _OF_ANY_VALUES:
        return role
    if role == "either":
        return "weight" if numeric else "person"
    if role == "weight" and known.STRICT_WEIGHT.intersection(known.words_of(header)):
        return role
    return role if numeric == (role == "weight") else ""


def _numbered_alike(header: Cells, place: int) -> tuple[int, ...]:
    """The other columns of a row such as "Skill 1, Skill 2, Skill 3"."""
    bare = [cell.strip(" _-.0123456789").casefold() for cell in header]
    numbered = header[place].strip() and header[place].strip()[-1].isdigit()
    if not numbered:
        return ()
    return tuple(
        other
        for other, cell in enumerate(bare)
        if cell == bare[place] and other != place and header[other].strip()[-1:].isdigit()
    )


def _first(roles: Sequence[str], role: str) -> int | None:
    return roles.index(role) if role in roles else None


def _values(rows: Sequence[Cells], place: int) -> list[str]:
    return [row[place] for row in rows if place < len(row) and row[place].strip()]


def _counts_up(rows: Sequence[Cells], place: int) -> bool:
    """Whether the column numbers the rows: 1, 2, 3 ..., or from 0."""
    values = [value.strip() for value in _values(rows, place)]
    return any(
        values == [str(number) for number in range(first, first + len(values))] for first in (0, 1)
    )


def _is_number(cell: str) -> bool:
    return number_in(cell) is not None or number_in(cell, ",") is not None
