"""What an account of Monica tells; see :mod:`coalition.exchange.monica`."""

from collections.abc import Iterator

from coalition.exchange.json_text import member, text
from coalition.exchange.linkedin_people import full_name
from coalition.exchange.monica_contact import Contacts
from coalition.exchange.monica_log import Log
from coalition.exchange.monica_private import Private
from coalition.exchange.monica_records import key_of, records, told
from coalition.exchange.monica_ties import work_ties
from coalition.exchange.network_people import EMAIL, time_zone
from coalition.exchange.reader import Progress
from coalition.exchange.tag_text import tag_text
from coalition.model.person import Person
from coalition.model.reading import Reading
from coalition.model.source import Source

_STEP = 1000


def read_account(format_name: str, name: str, value: object, progress: Progress) -> Reading:
    """The contacts, contacts' log and work ties of an account, and who its user is."""
    account = member(value, "account")
    private = Private()
    private.count_account(account)
    contacts = Contacts(name, account, private)
    listed = list(records(account, "contact"))
    for place, contact in enumerate(listed, 1):
        contacts.add(contact, place)
        if place % _STEP == 0:
            progress(place, len(listed) * 2)
    ties, named_by_ties = work_ties(name, account, contacts.all_keys(), private)
    people = contacts.people(named_by_ties)
    user, owner = _owner(name, value, account, {person.key for person in people})
    log = Log(name, owner, {person.key: person.name for person in people}, account)
    for place, contact in enumerate(listed, 1):
        log.add(contact)
        if place % _STEP == 0:
            progress(len(listed) + place, len(listed) * 2)
    touchpoints = log.touchpoints()
    return Reading(
        format_name,
        name,
        people=people,
        problems=(*contacts.problems(), *log.problems()),
        notes=tuple(_notes(private)),
        ties=ties,
        touchpoints=touchpoints,
        remarks=log.remarks(),
        mentioned=(user,) if user else (),
        owner=owner,
    )


def _owner(name: str, value: object, account: object, keys: set[str]) -> tuple[Person | None, str]:
    """The user who exported, and their key: that of the contact who they are, if there is one."""
    users = list(records(account, "user"))
    exporter = text(value, "exported_by")
    mine = [user for user in users if key_of(user) == exporter] if exporter else users
    if len(mine) != 1:
        return None, ""
    contact = told(mine[0], "me_contact")
    if contact in keys:
        return None, contact
    key = key_of(mine[0]) or "user"
    email = told(mine[0], "email").lower()
    full = full_name(told(mine[0], "first_name"), told(mine[0], "last_name"))
    if key in keys or not (full or email):
        return None, ""
    emails = (email,) if EMAIL.fullmatch(email) else ()
    zone = time_zone(told(mine[0], "timezone"))
    person = Person(tag_text(full), key=key, emails=emails, time_zone=zone, source=Source(name))
    return person, key


def _notes(private: Private) -> Iterator[str]:
    if told_over := private.listing():
        yield f"Not kept, as no work facts: {told_over}."
