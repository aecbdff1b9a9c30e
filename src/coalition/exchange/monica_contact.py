"""The contacts of Monica as people."""

from collections.abc import Iterator

from coalition.exchange.json_text import items, member, text
from coalition.exchange.linkedin_people import profile_address
from coalition.exchange.monica_private import Private
from coalition.exchange.monica_records import key_of, property_of, records, told
from coalition.exchange.network_people import EMAIL, is_name, name_in_address
from coalition.exchange.tag_text import tag_text
from coalition.exchange.tally import MOST_PROBLEMS
from coalition.model.person import Name, NameForm, Person
from coalition.model.reading import Problem
from coalition.model.source import Source


class Contacts:
    """The contacts that are there, those apart who only stand for somebody's family.

    Monica calls them partial: names of partners and children, without a page of their own.
    """

    def __init__(self, name: str, account: object, private: Private) -> None:
        self._name = name
        self._private = private
        self._types = dict(_field_types(account))
        self._people: dict[str, Person] = {}
        self._partial: set[str] = set()
        self._problems: list[Problem] = []
        self._untold = 0

    def add(self, contact: object, place: int) -> None:
        """A contact, the ``place``-th of the file."""
        key = key_of(contact)
        if not key or key in self._people:
            why = "has the id of another one" if key else "has no id"
            self._problem(f"Contact {place} {why}, so it is not used.")
            return
        if property_of(contact, "is_dead") is True:
            self._private.count("people who have died")
            return
        self._private.count_contact(contact)
        person = self._person(key, contact)
        if person is None:
            self._problem(f"Contact {place} has no name, so it is not used.")
            return
        self._people[key] = person
        if property_of(contact, "is_partial") is True:
            self._partial.add(key)

    def all_keys(self) -> set[str]:
        """Everybody's, those who only stand for somebody's family included."""
        return set(self._people)

    def people(self, at_work: set[str]) -> tuple[Person, ...]:
        """The contacts; the partial ones only as far as they are ``at_work`` with another."""
        left_out = self._partial - at_work
        self._private.count("people of somebody's family", len(left_out))
        return tuple(person for key, person in self._people.items() if key not in left_out)

    def problems(self) -> tuple[Problem, ...]:
        """What could not be used."""
        rest = Problem(self._name, None, f"{self._untold:,} more contacts cannot be used either.")
        return (*self._problems, rest) if self._untold else tuple(self._problems)

    def _problem(self, what: str) -> None:
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(Problem(self._name, None, what))
        else:
            self._untold += 1

    def _person(self, key: str, contact: object) -> Person | None:
        emails, profile = self._addresses(contact)
        parts = (told(contact, part) for part in ("first_name", "middle_name", "last_name"))
        name = tag_text(" ".join(filter(None, parts)))
        nickname = tag_text(told(contact, "nickname"))
        if not is_name(name):
            name = nickname or (name_in_address(emails[0]) if emails else "")
        if not is_name(name):
            return None
        also = (Name(nickname, NameForm.ALSO),) if nickname not in {"", name} else ()
        return Person(
            name,
            profile=profile,
            key=key,
            names=also,
            emails=emails,
            title=tag_text(told(contact, "job")),
            organisation=tag_text(told(contact, "company")),
            source=Source(self._name),
        )

    def _addresses(self, contact: object) -> tuple[tuple[str, ...], str]:
        """E-mail addresses and the profile on LinkedIn; other ways to reach them are counted."""
        emails: dict[str, None] = {}
        profile = ""
        for field in records(contact, "contact_field"):
            data, kind = told(field, "data"), self._types.get(told(field, "type"), "")
            address = data.lower().removeprefix("mailto:")
            if kind in {"", "email"} and EMAIL.fullmatch(address):
                emails[address] = None
            elif found := profile_address(data):
                profile = profile or found
            elif data:
                self._private.count("phone numbers and accounts")
        return tuple(emails), profile


def _field_types(account: object) -> Iterator[tuple[str, str]]:
    """What each type of contact field is, by its id: "email", "phone", a network's name."""
    for kind in items(member(account, "instance"), "contact_field_types"):
        name = told(kind, "type") or told(kind, "name")
        is_email = told(kind, "protocol") == "mailto:" or "mail" in name.casefold()
        yield text(kind, "uuid"), "email" if is_email else name.casefold() or "other"
