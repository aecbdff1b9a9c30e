import contextlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition.errors import CoalitionError, NothingFound, UnknownFormat
from coalition.exchange.monica import READER
from coalition.exchange.monica_records import moment
from coalition.exchange.reader import Match
from coalition.model.contact import Channel, TieKind
from coalition.model.person import Name, NameForm
from coalition.model.reading import Reading
from tests.exchange.samples import problems, read_json

Record = dict[str, Any]
TYPES = [
    {"uuid": "t-mail", "properties": {"name": "Email", "protocol": "mailto:", "type": "email"}},
    {"uuid": "t-tel", "properties": {"name": "Phone", "protocol": "tel:", "type": "phone"}},
    {"uuid": "t-in", "properties": {"name": "LinkedIn"}},
]
USER = {
    "uuid": "u-1",
    "first_name": "Una",
    "last_name": "Owner",
    "email": "Una@example.org",
    "properties": {"timezone": "Europe/Dublin"},
}


def listed(kind: str, *values: object) -> Record:
    return {"count": len(values), "type": kind, "values": list(values)}


def record(key: str, **properties: object) -> Record:
    return {"uuid": key, "created_at": "2026-03-01T08:30:00Z", "properties": properties}


def contact(key: str, first: str, *data: Record, **properties: object) -> Record:
    return record(key, first_name=first, **properties) | {"data": list(data)}


def export(*data: Record, user: Record | None = USER) -> Record:
    users = [listed("user", user)] if user else []
    return {
        "version": "1.0-preview.1",
        "app_version": "4.0.0",
        "exported_by": "u-1",
        "account": {
            "uuid": "a-1",
            "data": [*users, *data],
            "properties": {"journal_entries": [], "modules": []},
            "instance": {"contact_field_types": TYPES, "genders": []},
        },
    }


def of_contacts(*contacts: Record, more: tuple[Record, ...] = ()) -> Reading:
    return read_json(export(listed("contact", *contacts), *more))


def test_contacts_are_people_with_their_work_facts() -> None:
    fields = listed(
        "contact_field",
        record("f1", data="Ada.Sample@Example.org", type="t-mail"),
        record("f2", data="https://www.linkedin.com/in/Ada-S/", type="t-in"),
        record("f3", data="+353 1 000", type="t-tel"),
    )
    names = {"middle_name": "B.", "last_name": "Sample", "nickname": "Addie"}
    reading = of_contacts(
        contact("c1", "Ada", fields, job="Director", company="Sample LLP", **names)
    )
    assert reading.format == "monica"
    (ada,) = reading.people
    assert (ada.key, ada.name, ada.names) == (
        "c1",
        "Ada B. Sample",
        (Name("Addie", NameForm.ALSO),),
    )
    assert (ada.title, ada.organisation) == ("Director", "Sample LLP")
    assert (ada.emails, ada.profile) == (
        ("ada.sample@example.org",),
        "https://www.linkedin.com/in/ada-s",
    )
    assert reading.notes == ("Not kept, as no work facts: phone numbers and accounts (1).",)


def test_the_user_is_the_owner_as_somebody_mentioned() -> None:
    reading = of_contacts(contact("c1", "Ada"))
    (una,) = reading.mentioned
    assert (reading.owner, una.key, una.name) == ("u-1", "u-1", "Una Owner")
    assert (una.emails, una.time_zone) == (("una@example.org",), "Europe/Dublin")


def test_a_user_with_a_contact_of_their_own_is_that_contact() -> None:
    user = USER | {"properties": {"me_contact": "c1"}}
    reading = read_json(export(listed("contact", contact("c1", "Una")), user=user))
    assert (reading.owner, reading.mentioned) == ("c1", ())


def test_calls_conversations_and_activities_are_touchpoints_without_their_texts() -> None:
    call = record(
        "k1", called_at="2026-03-02T00:00:00.000000Z", content="secret", contact_called=True
    )
    talk = record("k2", happened_at="2026-03-03T09:15:00Z", contact_field_type="t-mail")
    talk["properties"]["messages"] = [{"properties": {"content": "secret"}}]
    lunch = record("k3", happened_at="2026-03-04", summary="Budget lunch", description="secret")
    reading = of_contacts(
        contact("c1", "Ada", listed("call", call), listed("activity", "k3")),
        contact("c2", "Bo", listed("conversation", talk), listed("activity", "k3", "gone")),
        more=(listed("activity", lunch),),
    )
    assert [(t.key, t.people, t.at, t.channel, t.about) for t in reading.touchpoints] == [
        ("k1", ("c1", "u-1"), "2026-03-02", Channel.CALL, ""),
        ("k2", ("u-1", "c2"), "2026-03-03T09:15:00+00:00", Channel.MAIL, ""),
        ("k3", ("u-1", "c1", "c2"), "2026-03-04", Channel.MEETING, "Budget lunch"),
    ]
    assert "secret" not in repr(reading)


def test_notes_and_open_plans_are_remarks_and_birthdays_are_not() -> None:
    note = listed("note", record("n1", body="Wants the merger"))
    plans = listed(
        "reminder",
        record(
            "r1", title="Ask for the budget", initial_date="2026-05-01", frequency_type="one_time"
        ),
        record("r2", title="Birthday of Ada", initial_date="1970-01-01", frequency_type="year"),
        record("r3", title="Birthday too", frequency_type="one_time", delible=False),
    )
    tasks = listed(
        "task", record("t1", title="Send the offer"), record("t2", title="x", completed=True)
    )
    reading = of_contacts(contact("c1", "Ada", note, plans, tasks))
    assert [(n.about, n.text, n.on, n.by) for n in reading.remarks] == [
        ("c1", "Wants the merger", "2026-03-01", "u-1"),
        ("c1", "Ask for the budget", "2026-05-01", "u-1"),
        ("c1", "Send the offer", None, "u-1"),
    ]
    assert reading.touchpoints == ()


def related(kind: str, one: str, other: str) -> Record:
    return record(f"{kind}-{one}", type=kind, contact_is=one, of_contact=other)


def test_relationships_at_work_are_one_tie_each_and_others_are_passed_over() -> None:
    relations = listed(
        "relationship",
        related("boss", "c1", "c2"),  # on Ada's page: "This person is Ada's boss": Bo
        related("subordinate", "c2", "c1"),
        related("colleague", "c1", "c3"),
        related("colleague", "c3", "c1"),
        related("mentor", "c3", "c2"),
        related("protege", "c2", "c3"),
        related("spouse", "c1", "c3"),
        related("bestfriend", "c1", "c2"),
        related("boss", "c1", "nobody"),
    )
    people = [contact("c1", "Ada"), contact("c2", "Bo"), contact("c3", "Cy")]
    reading = of_contacts(*people, more=(relations,))
    assert [(t.one, t.kind, t.other, t.about) for t in reading.ties] == [
        ("c1", TieKind.REPORTS_TO, "c2", ""),
        ("c1", TieKind.WORKS_WITH, "c3", ""),
        ("c2", TieKind.KNOWS, "c3", "mentors"),
    ]
    assert reading.notes == (
        "Not kept, as no work facts: relationships of family and friends (2).",
    )


def test_private_facts_are_counted_and_never_kept() -> None:
    private = (
        listed("gift", record("g", name="secret")),
        listed("debt", record("d", reason="secret"), record("e")),
        listed("pet", record("p", name="secret")),
        listed("address", record("a", street="secret")),
        listed("life_event", record("l", note="secret")),
    )
    about = {"birthdate": {"date": "secret"}, "gender": "secret", "food_preferences": "secret"}
    about |= {
        "first_met_through": "secret",
        "tags": ["secret"],
        "avatar": {"gravatar_url": "secret"},
    }
    data = export(
        listed("contact", contact("c1", "Ada", *private, **about)),
        listed("photo", record("x", filename="secret")),
    )
    data["account"]["properties"]["journal_entries"] = [{"properties": {"post": "secret"}}]
    reading = read_json(data)
    assert "secret" not in repr(reading)
    (note,) = reading.notes
    assert note.startswith("Not kept, as no work facts: debts (2), ")
    for what in ("gifts", "pets", "addresses", "life events", "birthdays", "genders", "photos"):
        assert f"{what} (1)" in note
    for what in ("food preferences", "how one met", "tags", "journal entries"):
        assert f"{what} (1)" in note


def test_names_that_only_stand_for_family_are_left_out_unless_they_are_at_work() -> None:
    reading = of_contacts(
        contact("c1", "Ada"),
        contact("c2", "Kid", is_partial=True),
        contact("c3", "Boss", is_partial=True),
        contact("c4", "Gone", is_dead=True),
        more=(listed("relationship", related("boss", "c1", "c3")),),
    )
    assert [p.name for p in reading.people] == ["Ada", "Boss"]
    assert reading.notes == (
        "Not kept, as no work facts: people who have died (1), people of somebody's family (1).",
    )


def test_bad_records_are_named_and_the_others_kept() -> None:
    call = listed("call", record("k1", called_at="2026-02-31"), record("k2"))
    reading = of_contacts(
        contact("c1", "Ada", call), contact("c1", "Twin"), contact("c2", " "), contact("", "No id")
    )
    assert [p.name for p in reading.people] == ["Ada"]
    assert problems(reading) == [
        "given.json: Contact 2 has the id of another one, so it is not used.",
        "given.json: Contact 3 has no name, so it is not used.",
        "given.json: Contact 4 has no id, so it is not used.",
        "given.json: A call with Ada has no date, so it is not used.",
        "given.json: A call with Ada has no date, so it is not used.",
    ]


def test_the_first_shape_of_the_export_is_read_too() -> None:
    call = {"created_at": "x", "properties": {"called_at": "2021-03-02T10:00:00Z", "content": "x"}}
    ada = record("c1", first_name="Ada", job="Director")
    ada["properties"] |= {"calls": {"count": 1, "values": [call]}, "activities": {"values": ["k1"]}}
    account = {
        "uuid": "a",
        "users": {"count": 1, "values": [USER]},
        "contacts": {"count": 1, "values": [ada]},
        "activities": {"values": [record("k1", summary="Lunch", happened_at="2021-03-01")]},
    }
    reading = read_json({"account": account})
    assert (reading.owner, [p.title for p in reading.people]) == ("u-1", ["Director"])
    assert [(t.at, t.about) for t in reading.touchpoints] == [
        ("2021-03-02T10:00:00+00:00", ""),
        ("2021-03-01", "Lunch"),
    ]


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2026-03-02 00:00:00", "2026-03-02"),
        ("2026-03-02T00:00:00.000000Z", "2026-03-02"),
        ("2026-03-02T09:00:00+01:00", "2026-03-02T09:00:00+01:00"),
        ("2026-03-02 09:00:00", "2026-03-02T09:00:00"),
        ("2026-03-02T25:99:00Z", "2026-03-02"),
        ("2026-13-02", ""),
        ("soon", ""),
    ],
)
def test_moments_are_days_or_times_with_their_offset(written: str, at: str) -> None:
    assert moment(written) == at


def test_other_json_is_no_export_and_an_empty_one_says_so() -> None:
    for value in ({"account": {}}, {"account": {"data": [listed("photo")]}}, {"account": 3}, [1]):
        assert not READER.recognise(given_json(value))
    with pytest.raises(UnknownFormat, match="holds no account as Monica exports it"):
        READER.read(given_json({"account": {}}))
    with pytest.raises(NothingFound):
        read_json(export(listed("contact"), user=None))


def given_json(value: object) -> Any:
    import json

    from coalition.exchange.material import Document

    return Document("given.json", json.dumps(value).encode())


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["c1", "boss", "2026-03-02", ""]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                ["uuid", "type", "values", "properties", "data", "first_name", "called_at", "tags"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)


@given(ODD, ODD, st.sampled_from(["call", "contact_field", "note", "activity", "reminder"]))
@settings(max_examples=200, deadline=None)
def test_any_values_give_a_reading_or_a_sentence(one: object, other: object, kind: str) -> None:
    data = export(
        listed("contact", contact("c1", "Ada", listed(kind, one)), other), listed(kind, other)
    )
    material = given_json(data)
    assert READER.recognise(material) is Match.SURE
    with contextlib.suppress(CoalitionError):
        assert "Ada" in {person.name for person in READER.read(material).people}
