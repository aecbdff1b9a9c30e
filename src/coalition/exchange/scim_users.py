"""The users of a SCIM directory as people (RFC 7643, sections 4.1 and 4.3)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coalition.exchange.json_text import items, member, text
from coalition.exchange.naming import escaped
from coalition.exchange.people_names import LONGEST, full_name, has_left, name_key, written_name
from coalition.exchange.people_rows import profile_in
from coalition.exchange.problem_list import ProblemList
from coalition.exchange.reader import Progress
from coalition.exchange.reporting_lines import ReportingLines
from coalition.exchange.tag_text import tag_text
from coalition.exchange.working_time import zone_in
from coalition.model.person import Name, NameForm, Person
from coalition.model.reading import Reading
from coalition.model.source import Source

_STEP = 20_000


@dataclass(frozen=True, slots=True)
class _User:
    """A user as a person, what else tells them from others, and how their manager is named."""

    person: Person
    marks: tuple[str, ...]
    manager: tuple[str, ...]


def read_users(
    format_name: str, file: str, resources: Sequence[object], progress: Progress
) -> Reading:
    """The users among ``resources``, and who reports to whom."""
    problems = ProblemList(file)
    users: dict[str, _User] = {}
    groups = 0
    for number, resource in enumerate(resources, 1):
        if _is_group(resource):
            groups += 1
            continue
        user = _user(resource, file, number)
        if user is None:
            problems.add(f"Resource {number} is no user with a name: it was left out.")
        elif user.person.key in users:
            who = escaped(user.person.key)
            problems.add(f"Resource {number} has the id {who} of one before: it was left out.")
        else:
            users[user.person.key] = user
        if number % _STEP == 0:
            progress(number, len(resources))
    lines = ReportingLines(file, problems, ids_are_employees=False)
    for user in users.values():
        also = [name.text for name in user.person.names]
        lines.add_person(user.person.key, user.person.name, None, user.marks, also)
    for user in users.values():
        lines.add_manager(user.person.key, user.manager, None)
    ties, mentioned = lines.ties()
    progress(len(resources), len(resources))
    return Reading(
        format_name,
        file,
        people=tuple(user.person for user in users.values()),
        mentioned=mentioned,
        ties=ties,
        problems=problems.all(),
        notes=(f"Groups were passed over: {groups:,}.",) if groups else (),
    )


def _user(resource: object, file: str, number: int) -> _User | None:
    name, also = _names(resource)
    user_name = _line(resource, "userName")
    emails = tuple(dict.fromkeys(_emails(resource)))
    if not emails and "@" in user_name:
        emails = (user_name.lower(),)
    if not any(map(str.isalnum, name)):
        return None
    work = _enterprise(resource)
    given = (_line(resource, "id"), user_name, _line(resource, "externalId"), *emails)
    number_there = _line(work, "employeeNumber")
    division, department = _line(work, "division"), _line(work, "department")
    linkedin, other = _profiles(resource)
    language = _line(resource, "preferredLanguage")
    person = Person(
        name, place=_place(resource), profile=linkedin, profiles=other,
        languages=(language,) if language else (), key=next(filter(None, given), f"#{number}"),
        departments=tuple(filter(None, (department, division))), emails=emails,
        names=tuple(Name(text, NameForm.ALSO) for text in also), title=_line(resource, "title"),
        organisation=_line(work, "organization"), unit=department or division,
        employee=number_there, time_zone=zone_in(_line(resource, "timezone")) or "",
        active=not _has_left(member(resource, "active")), source=Source(file),
    )  # fmt: skip
    return _User(person, tuple(filter(None, (*given, number_there))), tuple(_manager(work)))


def _names(resource: object) -> tuple[str, list[str]]:
    """What they are called, and what else: an honorific, as in "Mr. ...", is no part of it."""
    first, last = _line(resource, "name", "givenName"), _line(resource, "name", "familyName")
    whole = full_name(first, last) if first and last else ""
    display = written_name(_line(resource, "displayName")).name
    formatted = written_name(_line(resource, "name", "formatted")).name
    user_name = _line(resource, "userName")
    name = whole or display or formatted or first or last or user_name
    also = dict.fromkeys(filter(None, (display, _line(resource, "nickName"))))
    return name, [other for other in also if name_key(other) != name_key(name)]


def _emails(resource: object) -> Iterator[str]:
    """Addresses at work, the preferred one first; those at home are nobody's business."""
    listed = [one for one in items(resource, "emails") if text(one, "type").lower() != "home"]
    listed.sort(key=lambda one: (member(one, "primary") is not True, text(one, "type") != "work"))
    for one in listed:
        value = tag_text(text(one, "value")).lower()
        if "@" in value and len(value) <= LONGEST:
            yield value


def _profiles(resource: object) -> tuple[str, tuple[str, ...]]:
    address = profile_in(_line(resource, "profileUrl"))
    if "linkedin.com/in/" in address:
        return address, ()
    return "", (address,) if address else ()


def _place(resource: object) -> str:
    for address in items(resource, "addresses"):
        if text(address, "type").lower() == "work":
            parts = (_line(address, "locality"), _line(address, "country"))
            return ", ".join(filter(None, parts))
    return ""


def _manager(work: object) -> Iterator[str]:
    """The ways in which a manager is named: an id, the address of a user, a name."""
    manager = member(work, "manager")
    if isinstance(manager, str):
        yield tag_text(manager[:LONGEST])
        return
    reference = _line(manager, "$ref").rstrip("/").rpartition("/")[2]
    ways = (_line(manager, "value"), _line(manager, "managerId"), reference)
    yield from dict.fromkeys(way for way in ways if way)
    if name := _line(manager, "displayName"):
        yield name


def _enterprise(resource: object) -> object:
    """What the enterprise extension tells."""
    for key in resource if isinstance(resource, dict) else ():
        if "extension:enterprise:" in str(key).lower():
            return member(resource, key)
    return None


def _is_group(resource: object) -> bool:
    kind = text(resource, "meta", "resourceType")
    schemas = [schema for schema in items(resource, "schemas") if isinstance(schema, str)]
    users = any(schema.lower().endswith(":user") for schema in schemas)
    return kind == "Group" or (
        not users and any(schema.lower().endswith(":group") for schema in schemas)
    )


def _has_left(active: object) -> bool:
    return active is False or (isinstance(active, str) and has_left(active))


def _line(value: object, *keys: str) -> str:
    """The text there on one line, "" where it is too long to be a name or a title."""
    found = tag_text(text(value, *keys)[: LONGEST * 2])
    return found if len(found) <= LONGEST else ""
