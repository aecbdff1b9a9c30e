"""Who a reading tells of, and which of them each of its facts is about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from coalition.errors import InputError
from coalition.model.evidence import Evidence
from coalition.model.person import Person, Recommendation
from coalition.model.reading import Reading

SUBJECT = "\0subject"
"""The key of whom the whole reading is about, where it has none of its own."""


@dataclass(frozen=True, slots=True)
class Described:
    """The people of a reading by their keys, and how names lead to them.

    subject: the key of whom the whole reading is about, "" where it does not say.
    """

    people: dict[str, Person]
    subject: str
    by_name: dict[str, str]

    def holder_of(self, piece: Evidence) -> str:
        """The key of whose skill it is, "" where nobody can tell."""
        if piece.holder_key in self.people:
            return piece.holder_key
        return self.named(piece.holder) if piece.holder else self.subject

    def speaker_of(self, piece: Evidence) -> str:
        """The key of who says so, "" where they are nobody the reading describes."""
        return piece.by_key if piece.by_key in self.people else self.named(piece.by)

    def subject_of(self, text: Recommendation) -> str:
        """The key of whom a recommendation is about."""
        return self.named(text.holder) if text.holder else self.subject

    def named(self, name: str) -> str:
        """The key of the one person of that name, "" where there is none or several."""
        return self.by_name.get(_folded(name), "") if name else ""


def described(reading: Reading, of: Person | None = None, organisation: str = "") -> Described:
    """The people ``reading`` tells of, holders of skills included that it only names.

    of:           whom it is about, where it does not say.
    organisation: where people work of whom it does not say.

    Raises InputError where skills are nobody's.
    """
    people: dict[str, Person] = {}
    subject = ""
    about = reading.person if reading.person is not None and reading.person.name else of
    if about is not None:
        subject = about.key or SUBJECT
        people[subject] = replace(about, key=subject)
    elif any(not piece.holder and not piece.holder_key for piece in reading.evidence):
        raise InputError(
            f"{reading.name} does not say whose skills these are: name the person with --of."
        )
    for number, person in enumerate((*reading.people, *reading.mentioned)):
        people.setdefault(person.key or f"\0{number}", person)
    known = _only(people)
    for name in _holders(reading):
        if _folded(name) not in known:
            key = f"\0holder {name}"
            people[key] = Person(name, key=key)
            known[_folded(name)] = key
    if organisation:
        people = {
            key: person
            if person.organisation or person.positions
            else replace(person, organisation=organisation)
            for key, person in people.items()
        }
    return Described(people, subject, {name: key for name, key in known.items() if key})


def _only(people: dict[str, Person]) -> dict[str, str]:
    """The key of each name; "" where several people have it."""
    keys: dict[str, set[str]] = defaultdict(set)
    for key, person in people.items():
        keys[_folded(person.name)].add(key)
    return {name: found.pop() if len(found) == 1 else "" for name, found in keys.items()}


def _holders(reading: Reading) -> Iterator[str]:
    pieces: Iterable[Evidence] = (*reading.evidence, *reading.certificates)
    for piece in pieces:
        if piece.holder and not piece.holder_key:
            yield piece.holder
    for text in reading.recommendations:
        if text.holder:
            yield text.holder


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
