"""An address book as a reading: entries of any format, with what they say of each other.

People are told apart by what the book itself says: two entries of one id are one person, two of
one name are two. Whom a relation means is found by id, by e-mail address or by a name that one
entry alone has; else it is somebody whom the book only mentions.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from coalition.exchange.contact_names import mail_address
from coalition.exchange.contact_relations import Bond
from coalition.exchange.linkedin_people import folded_name, profile_address
from coalition.exchange.passed_over import PassedOver
from coalition.exchange.usable import sifted
from coalition.model.contact import Note, Tie
from coalition.model.evidence import Evidence
from coalition.model.person import Person
from coalition.model.reading import Reading
from coalition.model.source import Source

LONGEST_NOTE = 100_000
"""The most characters of a note that is kept."""

MOST_ENTRIES = 500_000
"""The most entries of one book that are read."""

LONGEST_TEXT = 1000
"""The most characters of a name, a title or the like."""

_URI = re.compile(r"(urn|https?|uid|cid|tel|ldap|mailto):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Relation:
    """What an entry says of its person and another.

    of: the other: ``mailto:`` and an address, ``urn:uuid:`` and an id, a profile's address, or
    a name.
    """

    bond: Bond
    of: str
    row: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of an address book, with a key by :func:`key_of`.

    id: what the book calls them, "" for nothing.
    """

    person: Person
    id: str = ""
    relations: tuple[Relation, ...] = ()
    remark: str = ""
    evidence: tuple[Evidence, ...] = ()


def read_book(format_name: str, name: str, entries: Iterable[Entry], passed: PassedOver) -> Reading:
    """All that the entries say; a book of one person who has skills is about that person.

    passed: what the reader passed over; told once the entries are used up.
    """
    kept = _keyed(_once(entries, passed))
    book = _Book(kept)
    ties: list[Tie] = []
    remarks: list[Note] = []
    evidence: list[Evidence] = []
    for entry in kept:
        ties += book.ties(entry, name, passed)
        if remark := _remark(entry, name, passed):
            remarks.append(remark)
        evidence += [replace(piece, holder_key=entry.person.key) for piece in entry.evidence]
    people = tuple(entry.person for entry in kept)
    used, refused = sifted(evidence)
    for problem in refused:
        passed.problem(problem.line, problem.what)
    of_one = len(people) == 1 and bool(used)
    if not of_one:
        names = {person.key: person.name for person in people}
        used = tuple(replace(piece, holder=names[piece.holder_key]) for piece in used)
    return Reading(
        format_name,
        name,
        person=people[0] if of_one else None,
        people=() if of_one else people,
        evidence=used,
        ties=tuple(dict.fromkeys(ties)),
        remarks=tuple(remarks),
        mentioned=tuple(book.mentioned.values()),
        problems=passed.problems(),
        notes=passed.notes(),
    )


def for_clouds(reading: Reading) -> Reading:
    """Only the people who have skills, and those; refused with advice where nobody has."""
    holders = {piece.holder_key for piece in reading.evidence}
    somebody = reading.person or next(iter(reading.people), None)
    return replace(
        reading,
        person=reading.person if holders else somebody,
        people=tuple(person for person in reading.people if person.key in holders),
        ties=(),
        remarks=(),
        mentioned=(),
    )


def _once(entries: Iterable[Entry], passed: PassedOver) -> list[Entry]:
    """The entries, of those with one id the newest."""
    kept: dict[str, Entry] = {}
    for number, entry in enumerate(entries):
        row = entry.person.source.row if entry.person.source else None
        if number == MOST_ENTRIES:
            what = f"Only the first {MOST_ENTRIES:,} entries were read: split the file."
            passed.problem(row, what)
            break
        if (longest := _longest_text(entry.person)) > LONGEST_TEXT:
            passed.problem(row, _TOO_LONG.format(longest, LONGEST_TEXT, "the entry"))
            continue
        place = f"id {entry.id}" if entry.id else f"entry {number}"
        before = kept.get(place)
        if before is not None:
            passed.count("with the id of another: the newest of each was taken", "entry", "entries")
        if before is None or (entry.person.on or "") >= (before.person.on or ""):
            kept[place] = entry
    return list(kept.values())


def _longest_text(person: Person) -> int:
    texts = (person.name, person.title, person.organisation, person.unit, person.place)
    others = (*(name.text for name in person.names), *person.profiles, *person.languages)
    return max(map(len, (*texts, *others)))


def key_of(uid: str, emails: Sequence[str], profile: str, name: str) -> str:
    """What to call the person of an entry: their id, else what tells most who they are."""
    return uid or next(iter(emails), "") or profile or folded_name(name)


def _keyed(entries: list[Entry]) -> list[Entry]:
    """The entries, keys that are taken already numbered; an id is the key of its entry alone."""
    taken: dict[str, int] = {entry.id: 1 for entry in entries if entry.id}
    keyed = []
    for entry in entries:
        person = entry.person
        key = entry.id or person.key
        if not entry.id:
            while (times := taken.get(key, 0)) > 0:
                taken[key] = times + 1
                key = f"{key}#{times + 1}"
            taken[key] = 1
        known = key == person.key
        keyed.append(entry if known else replace(entry, person=replace(person, key=key)))
    return keyed


class _Book:
    """Finds whom an entry speaks of; whoever has no entry is mentioned."""

    def __init__(self, entries: list[Entry]) -> None:
        self.mentioned: dict[str, Person] = {}
        self._ids = {entry.id: entry.person.key for entry in entries if entry.id}
        self._found: dict[str, str] = {}  # "" where several have it
        self._keys = {entry.person.key for entry in entries}
        for person in (entry.person for entry in entries):
            for known in {folded_name(person.name), person.profile, *person.emails} - {""}:
                self._found[known] = person.key if known not in self._found else ""

    def ties(self, entry: Entry, file: str, passed: PassedOver) -> Iterator[Tie]:
        """The ties between the entry's person and the others it names."""
        own = entry.person.key
        for relation in entry.relations:
            if len(relation.of) > LONGEST_TEXT:
                told = _TOO_LONG.format(len(relation.of), LONGEST_TEXT, "it")
                passed.problem(relation.row, told)
                continue
            other, bond = self._key_of(relation, file), relation.bond
            one, two = (other, own) if bond.reverse else (own, other)
            if not other:
                passed.count("to people without an entry in this file", "relation", "relations")
            elif other != own:
                yield Tie(one, two, bond.kind, Source(file, relation.row), about=bond.about)

    def _key_of(self, relation: Relation, file: str) -> str:
        """The other's key; "" where an id or an address on the web is all that is said."""
        said = relation.of
        address = mail_address(said)
        known = address or profile_address(said) or folded_name(said)
        key = self._ids.get(id_of(said)) or self._found.get(known)
        if key or (_URI.match(said) and not (address or profile_address(said))):
            return key or ""
        key = known
        while key in self._keys:
            key = f"mentioned {key}"
        if key not in self.mentioned:
            self.mentioned[key] = Person(
                address or said,
                key=key,
                emails=(address,) if address else (),
                profile=profile_address(said),
                source=Source(file, relation.row),
            )
        return key


def id_of(uid: str) -> str:
    """An id in one form: UUIDs are written with and without "urn:uuid:", in either case."""
    return uid.strip().casefold().removeprefix("urn:uuid:")


def _remark(entry: Entry, file: str, passed: PassedOver) -> Note | None:
    row = entry.person.source.row if entry.person.source else None
    if len(entry.remark) > LONGEST_NOTE:
        passed.problem(
            row,
            f"The note on {entry.person.name} is too long ({len(entry.remark):,} characters, "
            f"at most {LONGEST_NOTE:,} are kept), so it is left out.",
        )
        return None
    return Note(entry.person.key, entry.remark, Source(file, row)) if entry.remark else None


_TOO_LONG = (
    "A name, a title or the like has {:,} characters (at most {:,} are read), so {} is left out."
)
