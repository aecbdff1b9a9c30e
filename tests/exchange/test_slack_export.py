import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import NothingFound, UnreadableInput
from coalition.exchange.opening import material_from_bytes
from coalition.exchange.reading import read_material
from coalition.model.contact import Channel, Touchpoint
from coalition.model.person import Name, NameForm, Person
from coalition.model.reading import Reading
from coalition.model.source import Source
from tests.exchange.samples import problems

DAY = "2026-03-02"
NOON = 1772452800  # of that day, UTC


def user(identifier: str, name: str = "", **more: object) -> dict[str, object]:
    return {"id": identifier, "profile": {"real_name": name or f"Person {identifier}"}, **more}


USERS = [user("UADA", "Ada Sample"), user("UBO", "Bo Sample"), user("UCY", "Cy Sample")]
BOT = user("UBOT", "Poll", is_bot=True)


def said(by: str, text: str = "", at: int = 0, **more: object) -> dict[str, object]:
    return {"type": "message", "user": by, "text": text, "ts": f"{NOON + at}.000100", **more}


def answer(by: str, to: str, at: int, thread: int = 0) -> dict[str, object]:
    return said(by, "yes", at, thread_ts=f"{NOON + thread}.000100", parent_user_id=to)


def export(messages: object = (), users: object = USERS, top: str = "", **files: object) -> Reading:
    """An export with the channel "plans"; ``files`` by name, "__" for "/"."""
    given = {
        "users.json": users,
        "channels.json": [{"id": "CPLANS", "name": "plans"}],
        f"plans/{DAY}.json": messages,
    } | {name.replace("__", "/") + ".json": value for name, value in files.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, value in given.items():
            archive.writestr(top + name, value if isinstance(value, bytes) else json.dumps(value))
    material = material_from_bytes("slack.zip", buffer.getvalue())
    return read_material(material, everything=True)


def who(reading: Reading) -> list[tuple[str, ...]]:
    return [point.people for point in reading.touchpoints]


@pytest.mark.parametrize("top", ["", "Acme Slack export/"])
def test_a_mention_is_a_contact_of_the_day_in_the_channel(top: str) -> None:
    reading = export([said("UADA", "thanks <@UBO> &amp; <@UBO|bo>")], top=top)
    assert reading.format == "slack-export"
    assert reading.touchpoints == (
        Touchpoint(
            ("UADA", "UBO"),
            "2026-03-02T12:00:00+00:00",
            Channel.CHAT,
            Source(f"{top}plans/{DAY}.json"),
            about="#plans",
            key=f"slack:CPLANS:{DAY}:UADA+UBO",
        ),
    )
    assert "thanks" not in repr(reading)
    assert reading.owner == ""


def test_what_two_say_to_one_another_on_one_day_is_one_touchpoint() -> None:
    messages = [said("UBO", "<@UADA>", 60), said("UADA", "<@UBO>", 0), said("UADA", "<@UBO>", 90)]
    reading = export(messages)
    assert who(reading) == [("UADA", "UBO")]
    assert reading.touchpoints[0].at == "2026-03-02T12:00:00+00:00"
    next_day = [said("UADA", "<@UBO>", 86_400)]
    assert len(who(export(messages, **{"plans__2026-03-03": next_day}))) == 2


def test_those_who_answer_in_a_thread_are_in_touch_who_began_it_first() -> None:
    messages = [
        said("UADA", "plan? <@UBO>", 0, thread_ts=f"{NOON}.000100"),
        answer("UBO", "UADA", 60),
        answer("UCY", "UADA", 90),
    ]
    reading = export(messages)
    assert who(reading) == [("UADA", "UBO", "UCY")]
    assert reading.touchpoints[0].at == "2026-03-02T12:00:00+00:00"


def test_who_began_a_thread_is_known_also_where_the_answers_do_not_say_it() -> None:
    began = said("UADA", "plan?", 0, thread_ts=f"{NOON}.000100")
    late = said("UBO", "yes", 86_400, thread_ts=f"{NOON}.000100")
    assert who(export([began], **{"plans__2026-03-03": [late]})) == [("UADA", "UBO")]


def test_in_a_thread_of_very_many_each_was_in_touch_with_who_began_it() -> None:
    users = [user(f"U{n:03}") for n in range(30)]
    messages = [answer(f"U{n:03}", "U000", n) for n in range(1, 30)]
    found = who(export(messages, users))
    assert len(found) == 29
    assert all(len(people) == 2 and people[0] == "U000" for people in found)


@pytest.mark.parametrize(
    "message",
    [
        said("UADA", "hello all"),
        said("UADA", "<!channel> <@UADA> <#CPLANS|plans>"),
        said("UADA", "<@UBO> has joined the channel", subtype="channel_join"),
        said("UADA", "<@UBO>", subtype="bot_message", bot_id="B1"),
        said("UADA", "<@UBO>", bot_id="B1"),
        said("UBOT", "<@UBO>"),
        said("UADA", "<@UBOT> <@USLACKBOT>"),
        said("UADA", "x", reactions=[{"name": "clap", "users": ["UBO"]}]),
        answer("UADA", "UADA", 60),
        answer("UADA", "UBOT", 60),
    ],
)
def test_what_is_no_contact_between_people_makes_none(message: object) -> None:
    reading = export([message], [*USERS, BOT])
    assert reading.touchpoints == ()
    assert reading.problems == ()


def test_a_day_of_a_direct_conversation_is_one_message_of_its_members_without_a_name() -> None:
    reading = export(
        dms=[{"id": "D01234567", "members": ["UADA", "UBO"]}],
        mpims=[{"id": "G1", "name": "mpdm-ada--bo--cy-1", "members": ["UADA", "UBO", "UCY"]}],
        **{
            f"D01234567__{DAY}": [said("UBO", "hi"), said("UADA", "hi", 60)],
            f"mpdm-ada--bo--cy-1__{DAY}": [said("UCY", "hi", 90)],
        },
    )
    assert [(point.people, point.channel, point.about) for point in reading.touchpoints] == [
        (("UBO", "UADA"), Channel.MESSAGE, ""),
        (("UCY", "UADA", "UBO"), Channel.MESSAGE, ""),
    ]


def test_a_direct_conversation_that_is_in_no_list_is_told_by_its_folder() -> None:
    messages = [said("UBO", "hi"), said("UADA", "hi", 60)]
    (point,) = export(**{f"D01234567__{DAY}": messages}).touchpoints
    assert (point.people, point.channel, point.about) == (("UBO", "UADA"), Channel.MESSAGE, "")


def test_private_channels_keep_their_names() -> None:
    groups = [{"id": "G9", "name": "board"}]
    (point,) = export(groups=groups, **{f"board__{DAY}": [said("UADA", "<@UBO>")]}).touchpoints
    assert (point.about, point.channel) == ("#board", Channel.CHAT)


def test_users_are_people_with_what_they_do_at_work_and_nothing_else() -> None:
    profile = {
        "real_name": "Tobias Quill",
        "display_name": "tobi",
        "email": "Tobias@Example.com",
        "title": "Dir., People &amp; Culture",
        "phone": "+44 20 7946 0000",
        "status_text": "on sick leave",
        "pronouns": "he/him",
    }
    users = [
        {"id": "U1", "name": "t", "tz": "Europe/London", "deleted": True, "profile": profile},
        user("USLACKBOT", "Slackbot"),
        BOT,
        {"id": "U2", "name": "kaori", "tz": "not a zone!", "profile": {"real_name": ""}},
    ]
    reading = export([], users)
    source = Source("users.json")
    assert reading.people == (
        Person(
            "Tobias Quill",
            key="U1",
            names=(Name("tobi", NameForm.ALSO),),
            emails=("tobias@example.com",),
            title="Dir., People & Culture",
            time_zone="Europe/London",
            active=False,
            source=source,
        ),
        Person("kaori", key="U2", source=source),
    )
    assert reading.notes[1:] == (
        "Users that are programs, passed over: 1.",
        "Of the users, passed over: phone, status, pronouns.",
    )
    assert all(secret not in repr(reading) for secret in ("7946", "sick", "he/him"))


def test_a_user_nobody_knows_is_a_problem_once() -> None:
    messages = [said("UADA", "<@UNOBODY>"), said("UNOBODY", "<@UBO>", 60)]
    reading = export(messages)
    assert who(reading) == []
    assert problems(reading) == [
        f"plans/{DAY}.json: The user UNOBODY is not in users.json, so contacts with them are lost."
    ]


def test_people_of_other_workspaces_are_known_by_what_goes_with_their_messages() -> None:
    profile = {"real_name": "Dee Guest", "display_name": "dee"}
    messages = [said("UADA", "<@UDEE>"), said("UDEE", "hi", 60, user_profile=profile)]
    reading = export(messages)
    assert who(reading) == [("UADA", "UDEE")]
    assert [(one.key, one.name) for one in reading.mentioned] == [("UDEE", "Dee Guest")]
    assert reading.problems == ()


def test_a_damaged_day_is_a_problem_and_the_others_are_read() -> None:
    good = [said("UADA", "<@UBO>"), said("UADA", "<@UBO>", ts="soon"), 7, None]
    reading = export(
        good, **{"plans__2026-03-03": b'[{"type": ', "plans__2026-03-04": {"ok": False}}
    )
    assert who(reading) == [("UADA", "UBO")]
    assert [(problem.file, problem.what[:30]) for problem in reading.problems] == [
        (f"plans/{DAY}.json", "Messages without a time that c"),
        ("plans/2026-03-03.json", "plans/2026-03-03.json is damag"),
        ("plans/2026-03-04.json", "The file holds no list of mess"),
    ]


def test_a_damaged_list_of_users_is_refused() -> None:
    with pytest.raises(UnreadableInput, match=r"^users\.json is damaged JSON"):
        export([], b'[{"id": ')


def test_for_a_cloud_slack_says_what_to_do_with_it() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in ("users.json", "channels.json", f"plans/{DAY}.json"):
            archive.writestr(name, "[]")
    with pytest.raises(NothingFound, match=r"no skills; `coalition import` keeps who and when"):
        read_material(material_from_bytes("slack.zip", buffer.getvalue()))


IDS = st.sampled_from(["UADA", "UBO", "UCY", "UBOT", "UNOBODY"])
MESSAGES = st.one_of(
    st.builds(lambda by, to, at: said(by, f"<@{to}>", at), IDS, IDS, st.integers(0, 200_000)),
    st.builds(answer, IDS, IDS, st.integers(0, 200_000), st.integers(0, 3)),
)


@given(st.lists(MESSAGES, max_size=30))
def test_the_contacts_do_not_depend_on_the_order_of_messages_and_are_no_more_than_they(
    messages: list[dict[str, object]],
) -> None:
    found = export(messages, [*USERS, BOT]).touchpoints
    assert len(found) <= len(messages)
    assert len({point.key for point in found}) == len(found)
    assert all(set(point.people) <= {"UADA", "UBO", "UCY"} for point in found)
    assert all(len(set(point.people)) == len(point.people) > 1 for point in found)
    again = export(messages[::-1], [*USERS, BOT]).touchpoints
    assert {(p.key, frozenset(p.people), p.at) for p in found} == {
        (p.key, frozenset(p.people), p.at) for p in again
    }
