"""The people of a mailbox: one an address, under the best name that was seen beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from coalition.exchange.mail_addresses import Address, addresses_in
from coalition.exchange.mail_fields import Fields
from coalition.exchange.mail_names import is_personal, is_role, natural, own_name, via
from coalition.model.person import Name, NameForm, Person
from coalition.model.source import Source

_MOST_NAMES = 20  # of one address that are counted
_MOST_OTHERS = 3  # of one person that are told beside the best


class AddressBook:
    """Who has written and was written to, by address, with the names they go by."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}
        self._keys: dict[str, str] = {}  # each address once, however often it is written
        # A name in From is somebody's own choice; one in To is what others call them.
        self._own: dict[str, Counter[str]] = {}
        self._given: dict[str, Counter[str]] = {}
        self.roles: set[str] = set()

    def note(self, addresses: Iterable[Address], source: Source, own: bool) -> Iterator[str]:
        """The keys of those of ``addresses`` who are persons, each noted with its name."""
        for written, address in addresses:
            name = own_name(written, address)
            known = address in self._sources
            if not known and is_role(address) and not is_personal(name, address):
                self.roles.add(address)
                continue
            if not known:
                self._sources[address] = source
            if name:
                names = (self._own if own else self._given).setdefault(address, Counter())
                if name in names or len(names) < _MOST_NAMES:
                    names[name] += 1
            yield self._keys.setdefault(address, address)

    def add(self, address: str, source: Source) -> None:
        """Somebody who is known by their address alone, such as the owner of the mailbox."""
        self._sources.setdefault(address, source)

    def people(self) -> tuple[Person, ...]:
        """Everybody, in the order in which they appeared."""
        return tuple(map(self._person, self._sources))

    def _person(self, address: str) -> Person:
        own = _ranked(self._own.get(address, Counter()))
        ranked = own or _ranked(self._given.get(address, Counter()))
        name, names = natural(ranked[0]) if ranked else (address, ())
        for other in own[1 : 1 + _MOST_OTHERS]:
            said, forms = natural(other)
            names += tuple(
                form
                for form in (Name(said, NameForm.ALSO), *forms)
                if form.text != name and form not in names
            )
        source = self._sources[address]
        return Person(name, key=address, names=names, emails=(address,), source=source)


def senders_of(fields: Fields) -> list[Address]:
    """Who wrote a message: From, or the writer whom a list put its own address before."""
    senders = list(addresses_in(fields.first("from")))
    if len(senders) == 1 and (who := via(own_name(senders[0].name, ""))):
        for name in ("x-original-from", "x-original-sender", "reply-to"):
            for original in addresses_in(fields.first(name)):
                if original.address != senders[0].address:
                    return [Address(who, original.address)]
        return []
    return senders


def _ranked(names: Counter[str]) -> list[str]:
    """The names, the best first: of several words, then the most frequent."""
    return sorted(names, key=lambda name: (" " in name, names[name]), reverse=True)
