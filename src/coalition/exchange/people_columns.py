"""Which column of a table of people holds what: names, ids, titles, managers and more.

A header tells by its words; where it does not (a "Title" that may be "Mr", an "Employee" that may
be a number, a "Contact" that may be an address), the values below it do.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from coalition.exchange import people_words as known
from coalition.exchange.columns import is_header
from coalition.exchange.delimited import Row
from coalition.exchange.header_words import without_accents, word_set, words_of
from coalition.exchange.naming import escaped

_MOST_COLUMNS = 1000
_PREAMBLE = 40
_SHOWN = 12
_SHARE = 0.8
_BRACKETS = re.compile(r"\[[^\]]{0,40}\]|\([^)]{0,40}\)|（[^）]{0,40}）")
_NUMBER = re.compile(r"[#№]|n[º°]")
_NAMES = ("name", "first", "last")
_MANAGERS = ("manager id", "manager email", "manager", "manager last")
_SURE = ("employee", "email", "profile", *_MANAGERS)  # beside a name, one of them makes people
_RUNNING = {"id", "no", ""}
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass(frozen=True, slots=True)
class PeopleColumns:
    """Where what stands: positions from 0, in ``places`` by role, as ``people_words.ROLES`` names
    them. ``private`` and ``stakes``: headers of columns that are passed over. ``running``: the ids
    are numbers of this file's rows, and mean nothing elsewhere.
    """

    places: dict[str, tuple[int, ...]] = field(default_factory=dict)
    private: tuple[str, ...] = ()
    stakes: tuple[str, ...] = ()
    running: bool = False

    def first(self, role: str) -> int | None:
        """The first column of ``role``."""
        places = self.places.get(role)
        return places[0] if places else None

    @property
    def named(self) -> bool:
        """Whether there is a column of people's names."""
        return any(role in self.places for role in _NAMES)

    @property
    def managed(self) -> bool:
        """Whether there is a column that says whom people report to."""
        return any(role in self.places for role in _MANAGERS)

    @property
    def surely(self) -> bool:
        """Whether the rows are people for sure: named, and with what only people have."""
        facts = [role for role in self.places if role not in _NAMES]
        return self.named and (len(facts) > 1 or any(role in _SURE for role in facts))

    def without(self, taken: Collection[int | None]) -> "PeopleColumns":
        """The same but for the columns ``taken`` by what else the table tells.

        A level beside a skill may be that of the skill.
        """
        places = {
            role: kept
            for role, old in self.places.items()
            if role != "level" and (kept := tuple(one for one in old if one not in taken))
        }
        return replace(self, places=places)


@cache
def _roles() -> dict[str, str]:
    roles: dict[str, str] = {}
    for role, headers in known.ROLES.items():
        for header in headers.replace("\n", ",").split(","):
            if whole := whole_of(header):
                roles.setdefault(whole, role)
    return roles


@cache
def _private() -> frozenset[str]:
    return frozenset(known.PRIVATE.split())


def whole_of(header: str) -> str:
    """The letters of ``header`` alone, without case and accents: equal for two ways to write it."""
    return "".join(words_of(header))


def is_private(header: str) -> bool:
    """Whether a column so headed tells what is nobody's business at work."""
    words = set(words_of(header))
    if words & _private() or whole_of(header) in _private():
        return True
    if words & set(known.PRIVATE_HOME.split()) and words & set(known.REACHED_BY.split()):
        return True
    bare = without_accents(header).replace(" ", "")
    return not header.isascii() and any(
        without_accents(part) in bare for part in known.PRIVATE_PARTS.split()
    )


def people_role(header: str) -> str:
    """What a column so headed tells of people; "private", or "" for what is no matter here."""
    header = header[:200].replace("+", " plus ")  # French charts have a column "N+1"
    if is_private(header):
        return "private"
    roles = _roles()
    whole = whole_of(header)
    if _NUMBER.search(header) and (role := roles.get(whole + "no")):
        return role
    return roles.get(whole) or roles.get(whole_of(_BRACKETS.sub(" ", header)), "")


def is_address_book(header: Sequence[str]) -> bool:
    """Whether the columns are those of contacts, which name a manager too: Outlook's."""
    wholes = list(map(whole_of, header[:_MOST_COLUMNS]))
    streets = word_set(known.STREET)
    faxes = sum(any(fax in whole for fax in known.FAX) for whole in wholes)
    display = known.E_MAIL_DISPLAY in wholes
    return display or faxes > 1 or any(streets & set(words_of(cell)) for cell in header)


def find_people(sample: Sequence[Row]) -> tuple[PeopleColumns, int] | None:
    """The columns, and how many rows stand before the first of a person; None where no row near
    the top heads a column of names and something more of people.
    """
    best: tuple[int, int, list[str]] | None = None
    for place, (_, row) in enumerate(sample[:_PREAMBLE]):
        head = row[:_MOST_COLUMNS]
        if not is_header(head):
            continue
        roles = [people_role(cell) if cell.strip() else "" for cell in head]
        found = len(set(roles) - {"", "private"})
        if found > 1 and (best is None or found > best[0]):
            best = (found, place, roles)
    if best is None:
        return None
    _, place, roles = best
    first = place + 1
    # SAP SuccessFactors writes two rows of headers: the fields' names, then their labels.
    if first < len(sample) and _is_second_header(sample[first][1]):
        first += 1
    columns = _columns(sample[place][1], roles, [cells for _, cells in sample[first:]])
    return (columns, first) if columns.named else None


def _is_second_header(row: Sequence[str]) -> bool:
    filled = [cell for cell in row[:_MOST_COLUMNS] if cell.strip()]
    return len(filled) > 2 and sum(bool(people_role(cell)) for cell in filled) * 2 > len(filled)


def _columns(
    header: Sequence[str], roles: Sequence[str], rows: Sequence[Sequence[str]]
) -> PeopleColumns:
    places: dict[str, tuple[int, ...]] = {}
    for place, named in enumerate(roles):
        role = _settled(named, header[place], list(islice(_values(rows, place), 50)))
        if role not in {"", "private", "stake"}:
            places[role] = (*places.get(role, ()), place)
    if "first" in places and "last" not in places and "name" not in places:
        places["name"] = places.pop("first")  # "Nome" alone is a whole name
    if "first" in places and "last" not in places and _are_last_names(places, rows):
        places["last"] = places.pop("name")
    if not any(role in places for role in _NAMES) and "account" in places:
        places["name"] = places.pop("account")  # "Contact" beside a company
    ids = places.get("employee", ())
    running = len(ids) == 1 and whole_of(header[ids[0]]) in _RUNNING and _counts_up(rows, ids[0])
    return PeopleColumns(
        places,
        tuple(_shown(header, roles, "private")),
        tuple(_shown(header, roles, "stake")),
        running,
    )


def _are_last_names(places: dict[str, tuple[int, ...]], rows: Sequence[Sequence[str]]) -> bool:
    """Whether "Name" beside "Vorname", or "Nom" beside "Prénom", is a last name only."""
    first, name = places["first"][0], places["name"][0]
    pairs = [(row[first].strip(), row[name]) for row in rows if max(first, name) < len(row)]
    return bool(pairs) and sum(one in other for one, other in pairs if one) * 2 <= len(pairs)


def _shown(header: Sequence[str], roles: Sequence[str], role: str) -> Iterator[str]:
    named = (escaped(header[place].strip()) for place, found in enumerate(roles) if found == role)
    return islice(named, _SHOWN)


def _settled(role: str, header: str, values: Sequence[str]) -> str:
    """``role``, unless the values say that it is another."""
    if not values:
        return role
    if role == "name" and _most(values, lambda value: value.strip().isdecimal()):
        return "employee"
    if role == "title" and _most(values, _is_salutation):
        return ""
    if role == "account":
        return "email" if _most(values, _ADDRESS.fullmatch) else "account"
    if role == "email" and not _most(values, lambda value: "@" in value, 0.1):
        return ""
    if role == "languages" and whole_of(header) == "defaultlocale":
        return ""
    return role


def _is_salutation(value: str) -> bool:
    return bool(set(words_of(value))) and set(words_of(value)) <= set(known.SALUTATIONS.split())


def _most(values: Sequence[str], holds: Callable[[str], object], share: float = _SHARE) -> bool:
    return sum(bool(holds(value.strip()[:500])) for value in values) >= len(values) * share


def _values(rows: Sequence[Sequence[str]], place: int) -> Iterator[str]:
    return (row[place] for row in rows if place < len(row) and row[place].strip())


def _counts_up(rows: Sequence[Sequence[str]], place: int) -> bool:
    values = [value.strip() for value in _values(rows, place)]
    return bool(values) and any(
        values == [str(number) for number in range(first, first + len(values))] for first in (0, 1)
    )
