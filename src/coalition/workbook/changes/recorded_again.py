"""A file recorded again in place of what was recorded of it before."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from coalition.model.held import Field
from coalition.model.person import Person
from coalition.model.source import Source as Place
from coalition.workbook.changes.storing_people import entry
from coalition.workbook.changes.undoing import take_out
from coalition.workbook.facts import LONGEST_NAME
from coalition.workbook.models import Fact, Source
from coalition.workbook.space import Space
from coalition.workbook.storable import whole

_Named = tuple[str, str, int | None]
"""A name, and the file and the row that it stands in."""


@contextmanager
def replaced(space: Space, source: Source) -> Iterator[None]:
    """Have what is recorded within this take the place of ``source``."""
    space.of(Source).filter(pk=source.pk).update(sha256="")  # one file is there once
    yield
    take_out(space, source.pk)


def told_of_before(
    space: Space, source: Source, people: Mapping[str, Person], file: str
) -> dict[str, int]:
    """The numbers of those of ``people``, by key, of whom ``source`` told when it was the same
    file: known by where their names stand in it.

    file: what places call the file as a whole.
    """
    numbers: dict[_Named, set[int]] = defaultdict(set)
    rows = space.of(Fact).filter(source=source, field=Field.NAME)
    for person, value, where, row in rows.values_list("person_id", "value", "file", "row"):
        numbers[value, where, row].add(person)
    keys: dict[_Named, list[str]] = defaultdict(list)
    for key, described in people.items():
        keys[_named(described, file)].append(key)
    return {
        those[0]: next(iter(numbers[named]))
        for named, those in keys.items()
        if len(those) == 1 and len(numbers[named]) == 1
    }


def _named(person: Person, file: str) -> _Named:
    place = person.source or Place("")
    return person.name[:LONGEST_NAME], entry(place, file), whole(place.row)
