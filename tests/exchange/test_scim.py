"""Users of a directory, as SCIM answers."""

from typing import Any

import pytest

from coalition.errors import UnknownFormat
from coalition.exchange.opening import material_from_bytes
from coalition.exchange.reader import Match
from coalition.exchange.scim import READER
from coalition.model.person import Name, NameForm
from tests.exchange.samples import problems, read_json

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
WORK = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"


def user(number: str, given: str, family: str, manager: Any = None, **more: Any) -> dict[str, Any]:
    work = {"manager": manager} if manager else {}
    return {
        "schemas": [USER, WORK],
        "id": number,
        "userName": f"{given}.{family}@example.com",
        "name": {"formatted": f"Mr. {given} {family}", "givenName": given, "familyName": family},
        WORK: work,
        **more,
    }


def listed(*users: Any) -> dict[str, Any]:
    schema = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
    return {"schemas": [schema], "totalResults": len(users), "Resources": list(users)}


def test_a_user_is_read_with_all_that_is_of_work() -> None:
    ada = user(
        "u1", "Ada", "Testerson", displayName="Ada T.", title="Advisor", active=False,
        preferredLanguage="en-GB", timezone="Europe/London",
        emails=[
            {"value": "ada@example.net", "type": "home", "primary": True},
            {"value": "Ada.T@example.com", "type": "work"},
        ],
        phoneNumbers=[{"value": "+44 5550 100"}],
        addresses=[{"type": "home", "locality": "Hometown"}, {"type": "work", "locality": "Leeds"}],
    )  # fmt: skip
    ada[WORK] = {
        "employeeNumber": "0042", "department": "People", "division": "Office",
        "organization": "Fictive Ltd",
    }  # fmt: skip
    reading = read_json(ada)
    (person,) = reading.people
    assert reading.format == "scim"
    assert (person.name, person.title, person.active, person.place) == (
        "Ada Testerson", "Advisor", False, "Leeds",
    )  # fmt: skip
    assert person.names == (Name("Ada T.", NameForm.ALSO),)
    assert person.emails == ("ada.t@example.com",)
    assert (person.employee, person.unit, person.organisation) == ("0042", "People", "Fictive Ltd")
    assert (person.time_zone, person.languages) == ("Europe/London", ("en-GB",))
    for private in ("example.net", "5550", "Hometown", "Mr."):
        assert private not in repr(reading)


@pytest.mark.parametrize(
    "manager",
    [
        {"value": "u1"},
        {"$ref": "https://example.com/scim/v2/Users/u1"},
        {"value": "bo.sample@example.com"},
        {"value": "u1", "$ref": "../Users/u1", "displayName": "Bo Sample"},
        {"managerId": "u1"},
        {"displayName": "Sample, Bo"},
        "u1",
    ],
)
def test_a_manager_is_found_however_they_are_named(manager: Any) -> None:
    reading = read_json(listed(user("u2", "Ada", "T", manager), user("u1", "Bo", "Sample")))
    assert [(tie.one, tie.kind.value, tie.other) for tie in reading.ties] == [
        ("u2", "reports to", "u1")
    ]
    assert problems(reading) == []


def test_a_manager_who_is_not_listed_is_kept_as_a_name() -> None:
    manager = {"value": "u9", "displayName": "Bo Sample"}
    reading = read_json([user("u2", "Ada", "T", manager), user("u3", "Cy", "M", {"value": "u8"})])
    assert [(person.name, person.employee) for person in reading.mentioned] == [("Bo Sample", "")]
    assert len(reading.ties) == 1
    assert problems(reading)[1] == (
        "given.json: The manager u8 of “Cy M” stands in no row: no tie was made."
    )


def test_groups_are_passed_over_and_what_is_no_user_is_told() -> None:
    group = {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "All"}
    nameless = {"schemas": [USER], "id": "x"}
    twice = user("u1", "Ada", "Again")
    reading = read_json(listed(group, nameless, user("u1", "Ada", "T"), twice, 7))
    assert [person.name for person in reading.people] == ["Ada T"]
    assert reading.notes == ("Groups were passed over: 1.",)
    assert problems(reading) == [
        "given.json: Resource 2 is no user with a name: it was left out.",
        "given.json: Resource 4 has the id u1 of one before: it was left out.",
        "given.json: Resource 5 is no user with a name: it was left out.",
    ]


def test_other_json_is_not_taken_for_it() -> None:
    for text in ('{"users": []}', '[["Law", 3]]', '{"schemas": "x", "Resources": [1]}', "{"):
        material = material_from_bytes("x.json", text.encode())
        assert READER.recognise(material) is Match.NO
    with pytest.raises(UnknownFormat, match="no users as SCIM gives them"):
        READER.read(material_from_bytes("x.json", b'{"users": []}'))
