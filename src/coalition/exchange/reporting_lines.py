"""Who reports to whom, out of what a table or a directory writes beside each person.

A manager may be named by id, by e-mail or by name in either order. What is unsure becomes no tie
but a problem: two people of that name, an empty position, a manager of oneself, a circle.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coalition.exchange.naming import escaped
from coalition.exchange.people_names import is_nobody, is_vacant, name_key, written_name
from coalition.exchange.problem_list import ProblemList
from coalition.model.contact import Tie, TieKind
from coalition.model.person import Person
from coalition.model.source import Source
from coalition.tags.folding import fold

_SHOWN = 60
_MOST_LINES = 5
_MOST_ALIKE = 20  # of more people of one name no more is known than that they are many


_Index = dict[str, tuple[int, ...]]


class _Listed(NamedTuple):
    """Somebody, or an empty position ("" for a key), whom the file has a row for."""

    key: str
    name: str
    line: int | None


class _Named(NamedTuple):
    """A manager as the row of somebody names them: in one way or in several."""

    one: int  # whose row
    written: tuple[str, ...]
    kind: TieKind
    line: int | None
    chain: tuple[str, ...]


class ReportingLines:
    """Everybody of one file, and whom they report to.

    ids_are_employees: whether an id is what the organisation calls somebody, or the machine's own.
    """

    def __init__(self, file: str, problems: ProblemList, ids_are_employees: bool = True) -> None:
        self._file = file
        self._ids_are_employees = ids_are_employees
        self._problems = problems
        self._listed: list[_Listed] = []
        self._places: dict[str, int] = {}
        self._by_mark: _Index = {}
        self._by_name: _Index = {}
        self._by_other_name: _Index = {}
        self._named: list[_Named] = []
        self._mentioned: dict[str, Person] = {}

    def add_person(
        self,
        key: str,
        name: str,
        line: int | None,
        marks: Iterable[str] = (),
        other_names: Iterable[str] = (),
    ) -> None:
        """Somebody the file has a row for; ``marks`` are ids, addresses and accounts of theirs."""
        place = self._places[key] = len(self._listed)
        self._listed.append(_Listed(key, name, line))
        self._mark(place, marks)
        _add(self._by_name, name_key(name), place)
        for other in other_names:
            _add(self._by_other_name, name_key(other), place)

    def add_vacancy(self, line: int | None, marks: Iterable[str]) -> None:
        """A position that nobody has."""
        self._listed.append(_Listed("", "", line))
        self._mark(len(self._listed) - 1, marks)

    def add_manager(
        self,
        key: str,
        written: Sequence[str],
        line: int | None,
        kind: TieKind = TieKind.REPORTS_TO,
        chain: Sequence[str] = (),
    ) -> None:
        """Whom the person ``key`` reports to, as ``written``, the surest way first.

        chain: the managers above them as the row tells them, the nearest last: for checking.
        """
        ways = tuple(
            way for way in written if way.casefold() in self._by_mark or not is_nobody(way)
        )
        if ways:
            self._named.append(_Named(self._places[key], ways, kind, line, tuple(chain)))

    def ties(self) -> tuple[tuple[Tie, ...], tuple[Person, ...]]:
        """The ties that are sure, and the managers who have no row of their own."""
        ties: list[tuple[int, int, Tie]] = []
        told: dict[tuple[int, int], int] = {}
        for named in self._named:
            other = self._found(named)
            if other is None or self._is_told_before(named, other, told):
                continue
            to = self._listed[other]
            source = Source(self._file, named.line)
            tie = Tie(self._listed[named.one].key, to.key, named.kind, source)
            ties.append((named.one, other, tie))
        circular = self._closing(ties)
        kept = tuple(tie for place, (_, _, tie) in enumerate(ties) if place not in circular)
        return kept, tuple(self._mentioned.values())

    def _mark(self, place: int, marks: Iterable[str]) -> None:
        for mark in marks:
            _add(self._by_mark, mark.casefold(), place)
            bare = mark.lstrip("0")
            if bare and bare != mark:  # a spreadsheet may have cut the zeros off elsewhere
                _add(self._by_mark, "0" + bare.casefold(), place)

    def _hits(self, way: str) -> tuple[int, ...]:
        """Whom one way of naming a manager may mean."""
        mark = way.strip().casefold()
        if found := self._by_mark.get(mark) or self._by_mark.get("0" + mark.lstrip("0")):
            return found
        written = written_name(way)
        for inside in (written.employee, written.email):
            if inside and (found := self._by_mark.get(inside.casefold())):
                return found
        key = name_key(written.name)
        found = self._by_name.get(key) or self._by_other_name.get(key, ())
        if len(found) > 1:  # of Lee Martin and Martin Lee the one who is spelled so
            name = fold(written.name)
            exact = tuple(hit for hit in found if fold(self._listed[hit].name) == name)
            return exact or found
        return found

    def _found(self, named: _Named) -> int | None:
        """Whom it surely means; None, told as a problem, where that is nobody."""
        hits: tuple[int, ...] = ()
        for way in named.written:
            more = self._hits(way)
            both = tuple(hit for hit in hits if hit in more)
            if hits and more and not both:
                self._tell(
                    named,
                    f"{self._who(named)} has two managers in one row, “{_cut(named.written[0])}” "
                    f"and “{_cut(way)}”: the first was kept.",
                )
            hits = both or hits or more
        if len(hits) == 1:
            return self._checked(named, hits[0])
        if hits:
            lines = _or(self._listed[hit].line for hit in hits)
            self._tell(
                named,
                f"The manager “{_cut(named.written[0])}” of {self._who(named)} may be the one of "
                f"{lines}: no tie was made.",
            )
            return None
        return self._without_row(named)

    def _checked(self, named: _Named, hit: int) -> int | None:
        to = self._listed[hit]
        if not to.key:
            place = "a vacancy" if to.line is None else f"the vacancy of line {to.line}"
            self._tell(named, f"{self._who(named)} reports to {place}: no tie was made.")
            return None
        if hit == named.one:
            self._tell(named, f"{self._who(named)} is named as their own manager: no tie was made.")
            return None
        if named.chain and named.kind is TieKind.REPORTS_TO:
            self._check_chain(named, hit)
        return hit

    def _check_chain(self, named: _Named, hit: int) -> None:
        above = [self._hits(way) for way in named.chain]
        nearest = [hits for hits in above if hits and hits != (named.one,)]
        if nearest and not any(hit in hits for hits in above):
            who = self._listed[nearest[-1][0]].name
            self._tell(
                named,
                f"The management chain of {self._who(named)} ends with “{_cut(who)}”, and their "
                f"manager is “{_cut(self._listed[hit].name)}”: the manager was kept.",
            )

    def _without_row(self, named: _Named) -> int | None:
        """A manager of whom the file knows no more than what it calls them."""
        if any(map(is_vacant, named.written)):
            self._tell(named, f"{self._who(named)} reports to a vacancy: no tie was made.")
            return None
        names = [written_name(way) for way in named.written]
        told = [way for way in names if _is_name(way.name)]
        emails = [way.name.lower() for way in names if "@" in way.name]
        emails += [way.email for way in names if way.email]
        ids = [way.name for way in names if "@" not in way.name and way not in told]
        ids += [way.employee for way in names if way.employee]
        called = next(iter([way.name for way in told[::-1]] or emails), "")
        if not called:
            self._tell(
                named,
                f"The manager {_cut(named.written[0])} of {self._who(named)} stands in no row: "
                "no tie was made.",
            )
            return None
        key = "no row: " + (next(iter(ids + emails), "") or name_key(called))
        while key in self._places:
            key += "'"
        employee = next(iter(ids), "") if self._ids_are_employees else ""
        self._mentioned[key] = Person(
            called, key=key, emails=tuple(emails[:1]), employee=employee,
            source=Source(self._file, named.line),
        )  # fmt: skip
        self.add_person(key, called, None, [*ids, *emails])
        self._tell(named, f"The manager “{_cut(called)}” has no row: kept as a name only.")
        return len(self._listed) - 1

    def _is_told_before(self, named: _Named, other: int, told: dict[tuple[int, int], int]) -> bool:
        """Whether another row said whom they report to; where it differs, that is told."""
        dotted = named.kind is not TieKind.REPORTS_TO
        slot = (named.one, other) if dotted else (named.one, -1)
        if slot not in told:
            told[slot] = other
            return False
        if told[slot] != other:
            self._tell(
                named,
                f"{self._who(named)} reports to “{_cut(self._listed[told[slot]].name)}” by an "
                f"earlier row, and to “{_cut(self._listed[other].name)}” by this one: the first "
                "was kept.",
            )
        return True

    def _closing(self, ties: Sequence[tuple[int, int, Tie]]) -> set[int]:
        """Which ties close a circle: of each circle the one that the file tells last."""
        above = {
            one: (other, place)
            for place, (one, other, tie) in enumerate(ties)
            if tie.kind is TieKind.REPORTS_TO
        }
        closing: set[int] = set()
        walk_of: dict[int, int] = {}
        for start in above:
            path = []
            at = start
            while at in above and at not in walk_of:
                walk_of[at] = start
                path.append(at)
                at = above[at][0]
            if at in walk_of and walk_of[at] == start and at in above:
                circle = path[path.index(at) :]
                last = max(above[one][1] for one in circle)
                closing.add(last)
                self._tell_circle(ties[last], len(circle))
        return closing

    def _tell_circle(self, closing: tuple[int, int, Tie], size: int) -> None:
        one, other, tie = closing
        first, second = _cut(self._listed[one].name), _cut(self._listed[other].name)
        through = "" if size == 2 else f" through {size - 2} more"
        self._problems.add(
            f"“{first}” reports to “{second}”, who reports to “{first}”{through}: this tie was "
            "left out.",
            tie.source.row,
        )

    def _who(self, named: _Named) -> str:
        return f"“{_cut(self._listed[named.one].name)}”"

    def _tell(self, named: _Named, what: str) -> None:
        self._problems.add(what, named.line)


def _add(index: _Index, key: str, place: int) -> None:
    places = index.get(key, ())
    if place not in places[-1:] and len(places) < _MOST_ALIKE:
        index[key] = (*places, place)


def _is_name(text: str) -> bool:
    return any(map(str.isalpha, text)) and not any(map(str.isdecimal, text)) and "@" not in text


def _or(lines: Iterable[int | None]) -> str:
    told = [f"line {line}" for line in lines if line is not None]
    shown = told[:_MOST_LINES]
    more = " or of more" if len(told) > len(shown) else ""
    return (" or of ".join(shown) or "several people") + more


def _cut(text: str) -> str:
    text = escaped(text.strip())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
