"""What the user types: people, facts about them, notes. Each is a source of its own."""

from collections.abc import Sequence
from datetime import date

from coalition.errors import InputError
from coalition.model.held import Field, SourceKind
from coalition.model.person import Person as Described
from coalition.workbook.changes.refreshing import refresh
from coalition.workbook.changes.strangers import refuse_strangers
from coalition.workbook.changes.undoing import typed
from coalition.workbook.facts import Said, said_of
from coalition.workbook.models import Fact, Note, Person
from coalition.workbook.space import Space
from coalition.workbook.storable import storable


def add_person(space: Space, person: Described) -> int:
    """A new person as the user describes them; their number. Raises InputError without a name."""
    person = storable(person)
    if not person.name.strip():
        raise InputError("A person needs a name.")
    with space.all_or_nothing():
        row = space.add([Person(workspace_id=space.id, name=person.name[:500])])[0]
        _say(space, row.pk, said_of(person))
        return int(row.pk)


def say(space: Space, person: int, said: Sequence[Said]) -> None:
    """Facts about a person, in the user's own words; they count more than what files say."""
    with space.all_or_nothing():
        refuse_strangers(space, person)
        _say(space, person, storable(tuple(said)))


def _say(space: Space, person: int, said: Sequence[Said]) -> None:
    source = typed(space, "typed")
    space.add(
        [
            Fact(
                workspace_id=space.id,
                person_id=person,
                field=each.field,
                value=each.value,
                detail=each.detail,
                on=each.on,
                source=source,
            )
            for each in said
        ]
    )
    refresh(space, [person])


def forget(space: Space, fact: int) -> tuple[Field, str]:
    """Take one fact about a person out; what it said.

    Raises InputError where there is none of that number, or it is their only name.
    """
    with space.all_or_nothing():
        row = space.of(Fact).filter(pk=fact).first()
        if row is None:
            raise InputError(f"There is no fact {fact}: `coalition show PERSON` lists the numbers.")
        names = space.of(Fact).filter(person=row.person_id, field=Field.NAME)
        if row.field == Field.NAME and names.count() == 1:
            raise InputError("This is their only name: give them another one first, or erase them.")
        source = row.source
        row.delete()
        if source.kind == SourceKind.TYPED and not space.of(Fact).filter(source=source).exists():
            source.delete()
        refresh(space, [row.person_id])
        return Field(row.field), row.value


def note(space: Space, person: int, text: str, on: date) -> int:
    """A note about a person's work; its number. Raises InputError where it is empty."""
    text = storable(text)
    if not text.strip():
        raise InputError("A note needs a text.")
    with space.all_or_nothing():
        refuse_strangers(space, person)
        row = Note(
            workspace_id=space.id,
            person_id=person,
            text=space.seal(text.strip()),
            on=on.isoformat(),
            source=typed(space, "note"),
        )
        made = space.add([row])[0]
        refresh(space, [person])
        return int(made.pk)
