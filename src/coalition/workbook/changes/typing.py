"""What the user types: people, facts about them, notes. Each is a source of its own."""

from collections.abc import Sequence
from datetime import date

from coalition.errors import InputError
from coalition.model.held import Field, SourceKind
from coalition.model.person import Person as Described
from coalition.workbook.changes.erased import Erased
from coalition.workbook.changes.refreshing import refresh
from coalition.workbook.changes.strangers import refuse_strangers
from coalition.workbook.changes.undoing import typed
from coalition.workbook.facts import Said, said_of
from coalition.workbook.models import Fact, Note, Person
from coalition.workbook.queries.origins import FACTS
from coalition.workbook.space import Space
from coalition.workbook.storable import storable


def add_person(space: Space, person: Described, bring_back: bool = False) -> int:
    """A new person as the user describes them; their number.

    bring_back: also where they were erased once. Raises InputError without a name, and where they
    were erased and are not to be brought back.
    """
    person = storable(person)
    if not person.name.strip():
        raise InputError("A person needs a name.")
    with space.all_or_nothing():
        erased = Erased.of(space)
        if erased.has(person) and not bring_back:
            raise InputError(
                f"{person.name} was erased once: --bring-back adds them again. Nothing was changed."
            )
        erased.forget(space, [person])
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
        _delete(space, row)
        return Field(row.field), row.value


def forget_note(space: Space, number: int) -> str:
    """Take one note out; its text. Raises InputError where there is none of that number."""
    with space.all_or_nothing():
        row = space.of(Note).filter(pk=number).first()
        if row is None:
            raise InputError(
                f"There is no note {number}: `coalition show PERSON` lists the numbers."
            )
        _delete(space, row)
        return space.unseal(row.text)


def _delete(space: Space, row: Fact | Note) -> None:
    """Delete a fact, and what the user typed with it if that was all."""
    source, number = row.source, row.pk
    row.delete()
    left = any(space.of(table).filter(source=source).exists() for table in FACTS)
    if source.kind == SourceKind.TYPED and not left:
        source.delete()
    row.pk = number
    refresh(space, [row.person_id])


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
