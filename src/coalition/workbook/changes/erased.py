"""Who was erased: known by a salted hash of what told who they were, and by nothing else."""

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from coalition.model.person import Person
from coalition.people.identity import identity_of, keys
from coalition.workbook.models import Erasure, Workspace
from coalition.workbook.space import Space

_KINDS = ("profile:", "email:", "employee:", "name:")  # the last says least


@dataclass(frozen=True, slots=True)
class Erased:
    """The hashes of a workspace, and the salt they are made with."""

    salt: bytes
    hashes: frozenset[str]

    @classmethod
    def of(cls, space: Space) -> "Erased":
        """Those of ``space``."""
        salt = Workspace._default_manager.using(space.alias).get(pk=space.id).salt
        hashes = space.of(Erasure).values_list("hash", flat=True)
        return cls(bytes(salt), frozenset(hashes))

    def __bool__(self) -> bool:
        return bool(self.hashes)

    def has(self, person: Person) -> bool:
        """Whether somebody described so was erased."""
        return not self.hashes.isdisjoint(self.of_person(person))

    def has_address(self, person: Person) -> bool:
        """Whether somebody erased had more than a name in common with somebody described so."""
        return not self.hashes.isdisjoint(self._hashed(person, _KINDS[:-1]))

    def of_person(self, person: Person) -> Iterator[str]:
        """The hashes that somebody described so is known by."""
        yield from self._hashed(person, _KINDS)

    def _hashed(self, person: Person, kinds: tuple[str, ...]) -> Iterator[str]:
        for key in sorted(keys(identity_of(person))):
            if key.startswith(kinds):
                yield hmac.new(self.salt, key.encode(), sha256).hexdigest()

    def forget(self, space: Space, people: Iterable[Person]) -> None:
        """Forget that ``people`` were erased: they are recorded again."""
        found = {hashed for person in people for hashed in self.of_person(person)} & self.hashes
        if found:
            space.of(Erasure).filter(hash__in=sorted(found)).delete()
