"""What an export holds on one person, those merged into them included."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coalition.model.exported import Exported, ExportedFact, ExportedPerson
from coalition.model.held import Field


@dataclass(frozen=True, slots=True)
class Card:
    """A person and all records about them alone.

    person:  they. records: theirs, the first of them the person. merged: the uid of the person that
    each uid of somebody merged is known under, for those whom the records refer to.
    """

    person: ExportedPerson
    records: tuple[Exported, ...]
    merged: Mapping[str, str]

    def values(self, *fields: Field) -> Iterator[str]:
        """What the facts say in these fields, once each, the latest first."""
        facts = [each for each in self.records if isinstance(each, ExportedFact)]
        newest = sorted(facts, key=lambda fact: fact.on, reverse=True)
        yield from dict.fromkeys(fact.value for fact in newest if fact.field in fields)
