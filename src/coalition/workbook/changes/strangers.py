"""People of other workspaces are nobody here, and nobody is the user who is not called so."""

from coalition.errors import InputError, WorkbookError
from coalition.model.person import Person as Described
from coalition.people.identity import identity_of, keys
from coalition.people.names import name_words
from coalition.workbook.deriving import described_by
from coalition.workbook.models import Person
from coalition.workbook.reading_facts import stated_of
from coalition.workbook.space import Space


def refuse_strangers(space: Space, *people: int) -> None:
    """Raise WorkbookError where one of ``people`` is nobody of this workspace."""
    there = set(space.of(Person).filter(pk__in=people).values_list("pk", flat=True))
    for number in people:
        if number not in there:
            raise WorkbookError(
                f"There is nobody #{number} in the workbook: `coalition people` lists who is there."
            )


def refuse_another(space: Space, user: int, person: Described) -> None:
    """Raise InputError where somebody described so cannot be the user: they have no word of a name
    and no address in common.
    """
    me = described_by(stated_of(space, [user]).get(user, ()))
    if not (_words(me) & _words(person) or keys(identity_of(me)) & keys(identity_of(person))):
        raise InputError(
            f"This is the file of {person.name}, and you are {me.name}: leave --me out, or say who "
            "you are with `coalition people me`. Nothing was changed."
        )


def _words(person: Described) -> set[str]:
    names = (person.name, *(name.text for name in person.names))
    return {word for name in names for word in name_words(name)}
