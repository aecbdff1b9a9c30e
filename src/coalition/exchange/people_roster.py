"""Everybody a table names, each once: rows with one id, one e-mail or one profile are one person.

Where a file gives one id to people of different names, they stay two, and that is told.
"""

from coalition.exchange.naming import escaped
from coalition.exchange.people_names import name_key
from coalition.exchange.people_rows import Described, PersonRow
from coalition.exchange.problem_list import ProblemList
from coalition.model.person import Person
from coalition.tags.folding import fold

_SHOWN = 60


class Roster:
    """The people of one table as its rows come.

    once: whether everybody should stand in one row only, as in an org chart; then two rows of
          one name and no more are two people, and somebody's second row is told.
    """

    def __init__(self, file: str, problems: ProblemList, once: bool) -> None:
        self._file = file
        self._problems = problems
        self._once = once
        self._described: list[Described] = []
        self._keys: set[str] = set()
        self._by_mark: dict[str, Described] = {}
        self._of_name: dict[str, Described | None] = {}
        self._of_role: dict[tuple[str, str, str], Described] = {}
        self._bare: set[str] = set()

    def add(self, row: PersonRow) -> Described:
        """The person whom ``row`` is about, with what it says added."""
        row, found = self._known(row)
        if found is None:
            found = self._new(row)
        else:
            found.add(row)
            if self._once:
                at = found.told.line
                what = f"“{_cut(row.name)}” stands in line {at} too: read as one person."
                self._problems.add(what, row.line)
        for mark in row.marks:
            self._by_mark.setdefault(mark.casefold(), found)
        return found

    def described(self) -> list[Described]:
        """Everybody, in the order of the table."""
        return self._described

    def people(self) -> tuple[Person, ...]:
        """Everybody as persons, in the order of the table."""
        return tuple(person.person(self._file) for person in self._described)

    def _known(self, row: PersonRow) -> tuple[PersonRow, Described | None]:
        """Who the row's person is among those known; and the row without marks of others."""
        words = name_key(row.name)
        found: Described | None = None
        for mark in row.marks:
            other = self._by_mark.get(mark.casefold())
            if other is None or other is found:
                continue
            if found is None and _is_same_name(words, other.words) and not _differ(row, other):
                found = other
            else:
                self._tell_shared(row, mark, other)
                row = _without(row, mark)
        if found is None and not (row.marks or self._once):
            found = self._alike(row)
        return row, found

    def _alike(self, row: PersonRow) -> Described | None:
        """Who is meant by a name alone: the one of that name with the same role, or else the only
        one, unless their roles are two.
        """
        name = fold(row.name)
        exact = self._of_role.get((name, row.title, row.organisation))
        if exact is not None:
            return exact
        only = self._of_name.get(name)
        if only is None or _contradict(row.title, only.told.title):
            return None
        return None if _contradict(row.organisation, only.told.organisation) else only

    def _new(self, row: PersonRow) -> Described:
        name = fold(row.name)
        wanted = next(iter(row.marks), "").casefold() or name
        key = wanted if wanted not in self._keys else f"{wanted} (line {row.line})"
        while key in self._keys:
            key += "'"
        self._keys.add(key)
        new = Described(key, name_key(row.name), row)
        self._described.append(new)
        self._name(new, name)
        return new

    def _name(self, new: Described, name: str) -> None:
        """Whom a name alone means: who has no more than that, or else the only one so named."""
        if new.told.marks:
            known = name in self._of_name
            if name not in self._bare:
                self._of_name[name] = None if known else new
            return
        self._of_name[name] = None if name in self._bare else new
        self._bare.add(name)
        self._of_role[name, new.told.title, new.told.organisation] = new

    def _tell_shared(self, row: PersonRow, mark: str, other: Described) -> None:
        what = "id" if mark in row.ids else "e-mail" if mark in row.emails else "profile"
        self._problems.add(
            f"The {what} {_cut(mark)} of “{_cut(row.name)}” is that of “{_cut(other.told.name)}” "
            f"in line {other.told.line} already: kept as two people, this one without it.",
            row.line,
        )


def _is_same_name(words: str, others: str) -> bool:
    """Whether one name is the other, or a shorter form of it."""
    one, other = set(words.split()), set(others.split())
    return one <= other or other <= one


def _contradict(one: str, other: str) -> bool:
    return bool(one and other) and fold(one) != fold(other)


def _differ(row: PersonRow, other: Described) -> bool:
    """Whether ids say that they are two, although they share an address."""
    return bool(row.employee and other.told.employee not in {"", row.employee})


def _without(row: PersonRow, mark: str) -> PersonRow:
    return row._replace(
        ids=tuple(one for one in row.ids if one != mark),
        employee="" if row.employee == mark else row.employee,
        emails=tuple(one for one in row.emails if one != mark),
        profiles=tuple(one for one in row.profiles if one != mark),
    )


def _cut(text: str) -> str:
    text = escaped(text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
