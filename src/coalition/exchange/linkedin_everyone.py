"""Everyone an archive tells of: each person once, with one key, however often they appear.

The same address of a profile, or the same e-mail address, is the same person. Of those without
either, the same name is one person, apart from all that have an address: whether they are the
same, the workbook finds out.
"""

from collections.abc import Iterable
from dataclasses import replace
from sys import intern

from coalition.exchange.linkedin_names import is_nobody, known_as
from coalition.exchange.linkedin_people import folded_name, profile_slug
from coalition.model.person import Name, NameForm, Person
from coalition.model.source import Source

_MOST_NAMES = 8
_PROFILES = "https://www.linkedin.com/in/"


def slug_of(url: str) -> str:
    """What identifies the profile at ``url``; "" where it is no profile.

    Without a blank or an "@", which the keys of people without a profile have.
    """
    slug = profile_slug(url) if url else ""
    return slug.replace(" ", "%20").replace("@", "%40") if " " in slug or "@" in slug else slug


def address_of(slug: str) -> str:
    """The address of the profile, in the form of ``linkedin_people.profile_address``."""
    return f"{_PROFILES}{slug}" if slug else ""


def key_of_name(name: str, organisation: str = "") -> str:
    """The key of somebody who has no address: with a blank in it, which no profile's has."""
    key = ", ".join(filter(None, (folded_name(name), folded_name(organisation))))
    return key if " " in key else f"{key} (name)"


class Everyone:
    """The people so far; those that the archive is a list of apart from those only mentioned."""

    def __init__(self, owner: Person | None) -> None:
        self.owner = owner.key if owner else ""
        self._people: dict[str, Person] = {}
        self._keys: dict[tuple[str, str, str], str] = {}
        self._mentioned: dict[str, Person] = {owner.key: owner} if owner else {}

    def person(self) -> Person | None:
        """The owner, with all that was found out."""
        return self._mentioned.get(self.owner)

    def people(self) -> tuple[Person, ...]:
        """Those the archive is a list of."""
        return tuple(self._people.values())

    def mentioned(self) -> tuple[Person, ...]:
        """All others but the owner."""
        return tuple(person for key, person in self._mentioned.items() if key != self.owner)

    def connect(self, person: Person) -> bool:
        """Take one of the list in; False where they are in it, or are its owner."""
        key = person.key
        if key == self.owner:
            return False
        if known := self._people.get(key):
            self._people[key] = _completed(known, person)
            return False
        known = self._mentioned.pop(key, None)
        self._people[key] = _completed(person, known) if known else person
        return True

    def mention(self, first: str, last: str, slug: str, source: Source) -> str:
        """The key of somebody the archive tells of, by name, profile or both.

        "" with neither, and for an account that is gone.
        """
        written = (first, last, slug)  # the same few people write most messages
        if written not in self._keys:
            self._keys[written] = self._mention(first, last, slug, source)
        return self._keys[written]

    def _mention(self, first: str, last: str, slug: str, source: Source) -> str:
        name, names = known_as(first, last)
        if is_nobody(name):
            name, names = "", ()
        key = intern(slug) or (key_of_name(name) if name else "")
        if not key:
            return ""
        known = self._get(key)
        if known is None:
            self._mentioned[key] = Person(
                name or slug, profile=address_of(slug), key=key, names=names, source=source
            )
        elif name:
            self._also(known, (Name(name, NameForm.ALSO), *names))
        return key

    def describe(self, person: Person) -> str:
        """The key of somebody with more about them than a name, now added to what is known."""
        known = self._get(person.key)
        if known is None:
            self._mentioned[person.key] = person
        else:
            self._put(_completed(known, person))
        return person.key

    def name_of(self, key: str) -> str:
        """What somebody is called, or ""."""
        person = self._get(key)
        return person.name if person else ""

    def by_name_and_organisation(self, names: Iterable[str]) -> dict[tuple[str, str], list[str]]:
        """The keys of those of the list who have one of ``names``, all of it folded."""
        wanted = set(map(folded_name, names))
        found: dict[tuple[str, str], list[str]] = {}
        for key, person in self._people.items() if wanted else ():
            if person.organisation and (name := folded_name(person.name)) in wanted:
                found.setdefault((name, folded_name(person.organisation)), []).append(key)
        return found

    def by_email(self, emails: Iterable[str]) -> dict[str, set[str]]:
        """The keys of everyone who has one of ``emails``."""
        wanted = set(emails)
        found: dict[str, set[str]] = {}
        for people in (self._people, self._mentioned) if wanted else ():
            for key, person in people.items():
                for email in wanted.intersection(person.emails):
                    found.setdefault(email, set()).add(key)
        return found

    def _get(self, key: str) -> Person | None:
        return self._people.get(key) or self._mentioned.get(key)

    def _put(self, person: Person) -> None:
        home = self._people if person.key in self._people else self._mentioned
        home[person.key] = person

    def _also(self, known: Person, names: tuple[Name, ...]) -> None:
        """Keep other forms of the name; the name itself where so far the address stood for it."""
        if known.name == known.key and names:
            self._put(replace(known, name=names[0].text, names=names[1:]))
        elif names[0].text != known.name or len(names) > 1:
            more = _names(known.name, (*known.names, *names))
            if more != known.names:
                self._put(replace(known, names=more))


def _completed(person: Person, more: Person) -> Person:
    """``person`` with what only ``more`` tells; where both do, ``person`` stands."""
    other = Name(more.name, NameForm.ALSO)
    return replace(
        person,
        emails=tuple(dict.fromkeys((*person.emails, *more.emails))),
        title=person.title or more.title,
        organisation=person.organisation or more.organisation,
        names=_names(person.name, (*person.names, other, *more.names))
        if more.name != more.key
        else person.names,
    )


def _names(name: str, names: Iterable[Name]) -> tuple[Name, ...]:
    others = {other.text: other for other in names if other.text and other.text != name}
    return tuple(others.values())[:_MOST_NAMES]
