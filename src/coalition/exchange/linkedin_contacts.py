"""The people an archive lists: connections, imported contacts, and its owner's own addresses.

Phone numbers, birthdays, homes and the like stand in these files too, and are not kept.
"""

import re
from dataclasses import replace
from functools import lru_cache

from coalition.exchange.linkedin_dates import iso
from coalition.exchange.linkedin_everyone import Everyone, address_of, key_of_name, slug_of
from coalition.exchange.linkedin_files import FORMAT, gone_note, plural
from coalition.exchange.linkedin_names import known_as
from coalition.exchange.linkedin_rows import Row
from coalition.exchange.linkedin_tables import Table
from coalition.model.contact import Tie, TieKind
from coalition.model.person import Person
from coalition.model.reading import Reading
from coalition.model.source import Source

_EMAIL = re.compile(r"[^\s,;<>()\"]{1,64}@[^\s,;<>()\"@]{1,255}")
_YES = ("yes", "true", "ja", "oui", "sí", "si", "sim", "はい", "是")
_day = lru_cache(maxsize=4096)(iso)


def connections(table: Table, everyone: Everyone) -> Reading:
    """The owner's contacts, and the ties to them since when they are."""
    ties, gone = [], 0
    shared: dict[str, str] = {}  # many are of one organisation, in one role
    for row in table.rows:
        source = Source(table.file, row.line)
        person = _connection(row, source, shared)
        if person is None:
            gone += 1
        elif everyone.connect(person) and everyone.owner:
            on = _day(row["connected on"])
            ties.append(Tie(everyone.owner, person.key, TieKind.CONNECTED, source, on=on))
    notes = gone_note(gone)
    return Reading(
        FORMAT, table.file, ties=tuple(ties), problems=tuple(table.problems), notes=notes
    )


def _connection(row: Row, source: Source, shared: dict[str, str]) -> Person | None:
    """None for a row without a name, as accounts that were withdrawn leave behind."""
    first, last = row["first name"], row["last name"]
    if not (first or last):
        first = row["name"]
    name, names = known_as(first, last)
    if not name:
        return None
    slug, email = slug_of(row["url"]), row["email address"]
    title, organisation = row["position"] or row["title"], row["company"]
    return Person(
        name,
        profile=address_of(slug),
        key=slug or str(source),
        names=names,
        emails=emails_in(email) if email else (),
        title=shared.setdefault(title, title),
        organisation=shared.setdefault(organisation, organisation),
        source=source,
    )


def imported(table: Table, everyone: Everyone) -> Reading:
    """Contacts that were brought from an address book; one with a known address is known."""
    found = [_imported(row, table.file) for row in table.rows]
    people = [person for person, _ in found if person]
    known = everyone.by_email(email for person in people for email in person.emails)
    for person in people:
        same = set[str]().union(*(known.get(email, set()) for email in person.emails))
        everyone.describe(replace(person, key=same.pop()) if len(same) == 1 else person)
    numbers = sum(has_number for _, has_number in found)
    note = f"{plural(numbers, 'phone number')} of imported contacts not kept."
    notes = (note,) if numbers else ()
    return Reading(FORMAT, table.file, problems=tuple(table.problems), notes=notes)


def _imported(row: Row, file: str) -> tuple[Person | None, bool]:
    """Who the row is about, None where it does not say, and whether a phone number stands there."""
    first = " ".join(filter(None, (row["first name"], row["middlename"])))
    name, names = known_as(first, row["last name"])
    emails = emails_in(row["emails"])
    called = name or (emails[0] if emails else "")
    person = Person(
        called,
        key=emails[0] if emails else key_of_name(name),
        names=names,
        emails=emails,
        title=row["title"],
        source=Source(file, row.line),
    )
    return person if called else None, row["phonenumbers"] != ""


def own_addresses(table: Table) -> tuple[tuple[str, ...], Reading]:
    """The owner's e-mail addresses that they confirmed, the primary one first."""
    found: list[tuple[bool, str]] = []
    unconfirmed = 0
    for row in table.rows:
        emails = emails_in(row["email address"])
        if row["confirmed"] and row["confirmed"].casefold() not in _YES:
            unconfirmed += len(emails)
        else:
            found += [(row["primary"].casefold() not in _YES, email) for email in emails]
    addresses = tuple(dict.fromkeys(email for _, email in sorted(found, key=lambda pair: pair[0])))
    note = f"E-mail addresses that the owner never confirmed, so not kept: {unconfirmed}."
    notes = (note,) if unconfirmed else ()
    return addresses, Reading(FORMAT, table.file, problems=tuple(table.problems), notes=notes)


def emails_in(text: str) -> tuple[str, ...]:
    """The e-mail addresses in a cell, in lower case."""
    if "@" not in text:
        return ()
    return tuple(dict.fromkeys(email.lower() for email in _EMAIL.findall(text[:2000])))
