"""People and their ties as they are gathered from a file in which somebody drew a network.

Kumu, GraphML, GEXF and lists of ties differ in how they are written and not in what they say: here
is what their fields mean, what is kept and what is passed over.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from coalition.errors import NothingFound, UnknownFormat, UnreadableInput
from coalition.exchange import network_words as words
from coalition.exchange.naming import escaped
from coalition.exchange.network_people import (
    EMAIL,
    Fields,
    name_in,
    person_of,
    remark_of,
    skills_of,
)
from coalition.exchange.network_ties import day_in, meaning_of, tie_fields
from coalition.exchange.tally import MOST_PROBLEMS
from coalition.exchange.usable import MOST
from coalition.model.contact import Note, Tie, TieKind
from coalition.model.evidence import Evidence
from coalition.model.person import Person
from coalition.model.reading import Problem, Reading
from coalition.model.source import Source

MOST_PEOPLE = 1_000_000
MOST_TIES = 4_000_000
"""The most people and ties of one file; whole firms are smaller."""

_NAMED = 12
_LONGEST_WORDS = 200  # characters of a name of a field or a tie that are looked at
_SYMMETRIC = {TieKind.WORKS_WITH, TieKind.CONNECTED}
_TWO_WAYS = {"mutual", "both", "bidirectional"}


class Network:
    """What one file says, person by person and tie by tie, in any order.

    A key is what ties call a person; ``place`` says where a record stands, as a sentence begins,
    and ``row`` on which line, where lines mean something.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._people: dict[str, Person] = {}
        self._nameless: set[str] = set()
        self._others: dict[str, str] = {}  # what is no person: its key and its type
        self._keys: dict[str, str] = {}  # one object a key, however many ties speak of it
        self._ties: list[Tie] = []
        self._evidence: list[Evidence] = []
        self._remarks: list[Note] = []
        self._problems: list[Problem] = []
        self._untold = 0
        self._unread_strengths = 0
        self._passed: Counter[str] = Counter()
        self._private: dict[str, None] = {}
        self._unused: dict[str, None] = {}

    def person(self, key: str, fields: Mapping[str, str], row: int | None, place: str) -> None:
        """Somebody, or something, by what its fields are called in the file."""
        if self.knows(key):
            self.problem(f"{place} has the id of another one ({escaped(key)}): not used.", row)
            return
        if len(self._people) + len(self._others) + len(self._nameless) >= MOST_PEOPLE:
            raise UnreadableInput(self._too_many(MOST_PEOPLE, "people"))
        known = self._known(fields)
        if kind := self._type_of_no_person(known):
            self._others[key] = kind
            return
        for written in (known.get("name", ""), key):
            if "@" in written and EMAIL.fullmatch(written.strip()):
                known.setdefault("email", written)
        if name := name_in(key, known):
            self._keep(person_of(self._key(key), name, known, Source(self.name, row)), known)
            return
        self._nameless.add(key)
        self.problem(f"{place} has no name, so it is not used.", row)

    def _keep(self, person: Person, known: Fields) -> None:
        """A person with their skills and what is written of them."""
        if len(self._evidence) >= MOST_TIES:
            raise UnreadableInput(self._too_many(MOST_TIES, "skills"))
        source = person.source or Source(self.name)
        self._people[person.key] = person
        for found in skills_of(person, known, source):
            if isinstance(found, Evidence):
                self._evidence.append(found)
            else:
                self._refuse(found)
        if note := remark_of(person, known, source):
            self._remarks.append(note)

    def no_person(self, key: str, kind: str) -> None:
        """Something that is no person, whatever its fields say."""
        self._others[key] = kind

    def tie(
        self,
        one: str,
        other: str,
        fields: Mapping[str, str],
        row: int | None,
        place: str,
        mutual: bool = False,
    ) -> None:
        """How ``one`` is tied to ``other``; ``mutual`` says that it holds the other way round too.

        Both ways of a tie that has a direction are two ties.
        """
        if len(self._ties) >= MOST_TIES:
            raise UnreadableInput(self._too_many(MOST_TIES, "ties"))
        if one == other:
            self._passed["of somebody with themselves"] += 1
            return
        told = tie_fields(fields)
        meaning = meaning_of(told["type"][:_LONGEST_WORDS], told["label"][:_LONGEST_WORDS])
        if meaning is None:
            self._passed["that are no matter of work (family, friendship, conflict)"] += 1
            return
        kind, turned, about = meaning
        if turned:
            one, other = other, one
        source, weight = Source(self.name, row), self._weight(told["weight"], row, place)
        on, until = day_in(told["on"]), day_in(told["until"])
        one, other = self._key(one), self._key(other)
        self._ties.append(Tie(one, other, kind, source, about, weight, on, until))
        mutual = mutual or told["direction"].casefold() in _TWO_WAYS
        if mutual and kind not in _SYMMETRIC and (about or kind is not TieKind.KNOWS):
            self._ties.append(Tie(other, one, kind, source, about, weight, on, until))

    def knows(self, key: str) -> bool:
        """Whether a person, or a thing that is none, of this key was there."""
        return key in self._people or key in self._others or key in self._nameless

    def pass_over(self, what: str, times: int = 1) -> None:
        """Count ties that are passed over on purpose: "of more than two people"."""
        self._passed[what] += times

    def problem(self, what: str, row: int | None = None) -> None:
        """Note that something is not used, and why, as a sentence."""
        self._refuse(Problem(self.name, row, what))

    def _refuse(self, problem: Problem) -> None:
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(problem)
        else:
            self._untold += 1

    def reading(self, format_name: str) -> Reading:
        """All of it, ties with what is no person left out.

        Raises UnknownFormat where there are no names, NothingFound where nothing is a person.
        """
        if not self._people:
            raise self._nobody()
        ties = tuple(self._between_people())
        return Reading(
            format_name,
            self.name,
            evidence=tuple(self._evidence),
            people=tuple(self._people.values()),
            ties=ties,
            remarks=tuple(self._remarks),
            problems=self._all_problems(),
            notes=tuple(self._notes()),
        )

    def _key(self, key: str) -> str:
        return self._keys.setdefault(key, key)

    def _known(self, fields: Mapping[str, str]) -> dict[str, str]:
        """The fields by their roles; what has none, and what is private, is remembered by name."""
        known: dict[str, str] = {}
        for field, value in fields.items():
            role = words.field_role(field[:_LONGEST_WORDS])
            if not value or not value.strip() or role == "drawing":
                continue
            if not role or role == "private":
                names = self._private if role else self._unused
                if len(names) < 100:
                    names[field.strip()] = None
            else:
                known.setdefault(role, value)
        return known

    def _type_of_no_person(self, known: Mapping[str, str]) -> str:
        kind = known.get("type", "")
        if words.is_person_type(kind[:_LONGEST_WORDS]) or "email" in known or "title" in known:
            return ""
        return kind.strip()

    def _weight(self, written: str, row: int | None, place: str) -> float | None:
        if not written or not written.strip():
            return None
        from coalition.exchange.numbers import number_in

        number = number_in(written)
        number = number_in(written, ",") if number is None else number
        if number is None:
            self._unread_strengths += 1
            return None
        if not math.isfinite(number) or not 0.0 <= number <= MOST:
            shown = escaped(written.strip())[:40]
            self.problem(f"{place} has the strength {shown}, which is not used.", row)
            return None
        return number

    def _between_people(self) -> Iterable[Tie]:
        for tie in self._ties:
            if tie.one in self._people and tie.other in self._people:
                yield tie
                continue
            for end in (tie.one, tie.other):
                if not self.knows(end):
                    row = tie.source.row
                    self.problem(f"A connection with {escaped(end)[:60]}, which is not there.", row)
                    break
            else:
                self._passed["with what is no person or has no name"] += 1

    def _all_problems(self) -> tuple[Problem, ...]:
        rest = Problem(self.name, None, f"{self._untold:,} more cannot be used either.")
        return (*self._problems, rest) if self._untold else tuple(self._problems)

    def _notes(self) -> Iterable[str]:
        if self._others:
            kinds = Counter(kind.strip() for kind in self._others.values())
            listed = [
                f"{times:,} {escaped(kind)[:40]}" for kind, times in kinds.most_common(_NAMED)
            ]
            yield f"Passed over, as no people: {', '.join(listed)}."
        if self._private:
            yield f"Passed over, as no work facts: {_listing(self._private)}."
        if self._unused:
            yield f"Fields that were not used: {_listing(self._unused)}."
        if unread := self._unread_strengths:
            yield f"Strengths of connections that are no numbers were not used: {unread:,}."
        for what, times in self._passed.items():
            yield f"Connections {what} passed over: {times:,}."

    def _nobody(self) -> NothingFound | UnknownFormat:
        if self._nameless:
            return UnknownFormat(
                f"There are no names in {self.name}, only numbers: "
                "export it again with a label for everybody."
            )
        if self._others:
            kinds = _listing(dict.fromkeys(self._others.values()))
            return NothingFound(
                f"Nothing in {self.name} is a person by its type ({kinds}): "
                "give people the type Person and export it again."
            )
        if self._problems:
            return NothingFound(f"Nothing in {self.name} can be used: {self._problems[0]}")
        return NothingFound(f"There is nobody in {self.name}: check that it is the right file.")

    def _too_many(self, most: int, what: str) -> str:
        return f"{self.name} holds more than {most:,} {what}: give a part of it."


def _listing(names: Iterable[str]) -> str:
    shown = [escaped(name)[:40] for name in names]
    more = f" and {len(shown) - _NAMED} more" if len(shown) > _NAMED else ""
    return ", ".join(shown[:_NAMED]) + more
