"""What a person's description says, fact by fact."""

import dataclasses
import json
from collections.abc import Iterator
from dataclasses import dataclass

from coalition.model.held import Field
from coalition.model.person import NameForm, Person, Position
from coalition.model.source import Source

_FORMS = {NameForm.READING: Field.READING, NameForm.SORT: Field.SORT, NameForm.ALSO: Field.ALSO}
LONGEST_NAME = 500
_DAY = 10  # letters of an ISO date


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said of a person. detail: a JSON object with more of it, or "". source: where it
    stands, where that is not where the person does.
    """

    field: Field
    value: str
    detail: str = ""
    on: str = ""
    source: Source | None = dataclasses.field(default=None, compare=False)


def said_of(person: Person) -> tuple[Said, ...]:
    """All that ``person`` says, once each."""
    return tuple(dict.fromkeys(said for said in _all(person) if said.value))


def _all(person: Person) -> Iterator[Said]:
    on = (person.on or "")[:_DAY]
    yield Said(Field.NAME, person.name[:LONGEST_NAME])
    for name in person.names:
        yield Said(_FORMS[name.form], name.text[:LONGEST_NAME])
    for email in person.emails:
        yield Said(Field.EMAIL, email)
    for profile in (person.profile, *person.profiles):
        yield Said(Field.PROFILE, profile)
    for what, value in (
        (Field.EMPLOYEE, person.employee),
        (Field.TITLE, person.title),
        (Field.ORGANISATION, person.organisation),
        (Field.UNIT, person.unit),
        (Field.LEVEL, person.level),
        (Field.PLACE, person.place),
        (Field.TIME_ZONE, person.time_zone),
        (Field.HOURS, person.hours),
        (Field.HEADLINE, person.headline),
        (Field.INDUSTRY, person.industry),
    ):
        yield Said(what, value, on=on)
    for language in person.languages:
        yield Said(Field.LANGUAGE, language, source=person.spoken)
    for what, values in ((Field.TEAM, person.teams), (Field.DEPARTMENT, person.departments)):
        for value in values:
            yield Said(what, value)
    for position in person.positions:
        yield _held(position)
    if not person.active:
        yield Said(Field.LEFT, "yes", on=on)


def _held(position: Position) -> Said:
    detail = {
        "organisation": position.organisation,
        "title": position.title,
        "started": position.started or "",
        "ended": position.ended or "",
        "place": position.place,
    }
    value = ", ".join(filter(None, (position.title, position.organisation)))
    told = {name: text for name, text in detail.items() if text}
    return Said(
        Field.POSITION,
        value,
        json.dumps(told, ensure_ascii=False),
        (position.started or "")[:_DAY],
        position.source,
    )
