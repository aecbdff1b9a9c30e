import pytest
from hypothesis import given
from hypothesis import strategies as st

import coalition.exchange.mail
from coalition.exchange.mail import read_mail
from coalition.exchange.mail_fields import MOST_HEADER
from coalition.exchange.material import Document
from coalition.model.contact import Channel, Touchpoint
from coalition.model.person import Name, NameForm, Person
from coalition.model.source import Source
from tests.exchange.mail_samples import (
    mail,
    mailbox,
    message,
    numbered,
    passed_over,
    person,
    touchpoint,
)
from tests.exchange.samples import problems


def test_a_message_is_a_touchpoint_of_those_it_names_the_sender_first() -> None:
    content = message(cc="Kaori <kaori@example.jp>", bcc="bo@example.com")
    reading = mail(content, "one.eml")
    assert reading.touchpoints == (
        Touchpoint(
            ("noor@example.com", "ada@example.com", "kaori@example.jp", "bo@example.com"),
            "2026-03-02T08:01:15+01:00",
            Channel.MAIL,
            Source("one.eml", 1),
            about="Change plan",
            key="1@mail.example",
        ),
    )
    assert reading.people == ()
    assert reading.mentioned[0] == Person(
        "Noor Verzonnen",
        key="noor@example.com",
        emails=("noor@example.com",),
        source=Source("one.eml", 1),
    )
    assert [one.name for one in reading.mentioned[1:]] == ["Ada Sample", "Kaori", "bo@example.com"]


def test_what_was_written_is_kept_only_where_it_is_asked_for() -> None:
    content = message("The secret plan")
    assert "secret" not in repr(mail(content))
    assert [point.text for point in mail(content, keep_text=True).touchpoints] == [
        "The secret plan"
    ]


def test_the_same_address_is_one_person_however_it_is_written() -> None:
    reading = mail(
        mailbox(
            message(message_id="<1@x>", to="ADA@Example.com"),
            message(message_id="<2@x>", to='"Ada Sample" <ada@example.COM>, ada@example.com'),
        )
    )
    assert [(one.key, one.name) for one in reading.mentioned] == [
        ("noor@example.com", "Noor Verzonnen"),
        ("ada@example.com", "Ada Sample"),
    ]
    assert {point.people for point in reading.touchpoints} == {
        ("noor@example.com", "ada@example.com")
    }


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('"ada@example.com"', "ada@example.com"),
        ("'Ada Sample'", "Ada Sample"),
        ('"Ada Sample <ada@example.com>"', "Ada Sample"),
        ("ada", "ada@example.com"),
        ("Ada", "Ada"),
        ("...", "ada@example.com"),
        ("Ada \u202eelpmaS", "Ada elpmaS"),
        ("A" * 300, "ada@example.com"),
    ],
)
def test_a_name_that_only_says_the_address_again_is_none(written: str, name: str) -> None:
    assert person(message(to=f"{written} <ada@example.com>"), "ada@example.com").name == name


def test_somebodys_own_name_for_themselves_comes_before_what_others_call_them() -> None:
    content = mailbox(
        *numbered(3, to="Boss Lady <ada@example.com>"),
        message(message_id="<a@x>", From="Ada Sample <ada@example.com>", to="noor@example.com"),
        message(message_id="<b@x>", From="Ada <ada@example.com>", to="noor@example.com"),
    )
    ada = person(content, "ada@example.com")
    assert ada.name == "Ada Sample"
    assert ada.names == (Name("Ada", NameForm.ALSO),)


@pytest.mark.parametrize(
    ("changed", "note"),
    [
        ({"X-Gmail-Labels": "Spam,Opened"}, "spam"),
        ({"X-Gmail-Labels": "=?UTF-8?B?6L+35oOR44Oh44O844Or?="}, "spam"),
        ({"X-Gmail-Labels": "Papierkorb"}, "in the bin"),
        ({"X-Gmail-Labels": "=?UTF-8?Q?Entw=C3=BCrfe?="}, "drafts"),
        ({"X-Gmail-Labels": "Corbeille,Ouvert"}, "in the bin"),
        ({"X-Gmail-Labels": "Borradores"}, "drafts"),
        ({"X-Gmail-Labels": "Bozze"}, "drafts"),
        ({"X-Gmail-Labels": "Lixeira"}, "in the bin"),
        ({"X-Gmail-Labels": "Concepten"}, "drafts"),
        ({"X-Mozilla-Status": "0009"}, "in the bin"),
        ({"List-Unsubscribe": "<mailto:u@example.net>"}, "from mailing lists and newsletters"),
        ({"List-Id": "Board <board.example.com>"}, "from mailing lists and newsletters"),
        ({"Precedence": "bulk"}, "from mailing lists and newsletters"),
        ({"Auto-Submitted": "auto-replied"}, "sent by programs"),
        ({"Return-Path": "<>"}, "sent by programs"),
        ({"From": "Bank <no-reply@example.com>"}, "sent by programs"),
        ({"From": "MAILER-DAEMON@example.com"}, "sent by programs"),
        ({"Content-Type": "text/calendar; method=REPLY"}, "answers to calendar invitations"),
        ({"To": "undisclosed-recipients:;"}, "to nobody who is named"),
        ({"To": None}, "to nobody who is named"),
        ({"To": "noor@example.com"}, "with fewer than two people in them"),
        ({"To": "info@example.com"}, "with fewer than two people in them"),
        ({"To": ",".join(f"p{n}@example.com" for n in range(201))}, "to more than 200 addresses"),
        ({"To": "p@example.com, " * 9000}, "to more than 200 addresses"),
    ],
)
def test_what_is_nobodys_touchpoint_is_passed_over_and_counted(
    changed: dict[str, str | None], note: str
) -> None:
    reading = mail(message(**changed))
    assert reading.touchpoints == ()
    assert reading.problems == ()
    assert passed_over(reading)[0] == f"Messages passed over, {note}: 1."


@pytest.mark.parametrize(
    "changed",
    [
        {"X-Gmail-Labels": "Inbox,Spam rules,Important"},
        {"X-Mozilla-Status": "0001"},
        {"Auto-Submitted": "no"},
        {"From": "casino-reply@example.com"},
        {"Content-Type": "text/calendar; method=REQUEST"},
        {"To": ",".join(f'"p{n}@example.com" <p{n}@example.com>' for n in range(200))},
    ],
)
def test_what_only_looks_like_it_is_kept(changed: dict[str, str | None]) -> None:
    assert len(mail(message(**changed)).touchpoints) == 1


def test_an_answer_to_an_invitation_is_told_by_the_part_that_says_so() -> None:
    body = "--b\nContent-Type: text/plain\n\nYes\n--b\nContent-Type: text/calendar;\n method="
    kind = {"content_type": "multipart/mixed; boundary=b"}
    assert mail(message(f'{body}"REPLY"\n\nx\n--b--', **kind)).touchpoints == ()
    assert len(mail(message(f"{body}REQUEST\n\nx\n--b--", **kind)).touchpoints) == 1


def test_an_address_of_a_task_is_no_person_unless_somebodys_name_stands_beside_it() -> None:
    content = message(
        to='"Board (list)" <board@example.com>, Ada <ada@example.com>', cc="info@example.com"
    )
    reading = mail(content)
    assert touchpoint(content).people == ("noor@example.com", "ada@example.com")
    assert passed_over(reading) == [
        "Addresses that are no person's, passed over: 2 (board@example.com, info@example.com)."
    ]
    content = message(to="Bo Sample <office@example.com>")
    assert touchpoint(content).people == ("noor@example.com", "office@example.com")


def test_who_wrote_by_way_of_a_list_is_found_behind_it() -> None:
    via = "'Bo Sample' via Board <board@example.com>"
    content = message(From=via, Reply_To="Bo <bo@example.com>")
    assert touchpoint(content).people == ("bo@example.com", "ada@example.com")
    assert person(content, "bo@example.com").name == "Bo Sample"
    content = message(From=via, To="a@example.com, b@example.com")
    assert touchpoint(content).people == ("a@example.com", "b@example.com")


def test_a_message_that_was_blind_copied_is_between_the_sender_and_the_mailboxs_owner() -> None:
    content = message(to=None, delivered_to="ada@example.com")
    assert touchpoint(content).people == ("noor@example.com", "ada@example.com")


def test_copies_of_a_message_are_one_touchpoint() -> None:
    reading = mail(mailbox(message(), message()))
    assert len(reading.touchpoints) == 1
    assert passed_over(reading) == ["Messages passed over, there already, as copies of others: 1."]


def test_a_message_without_an_id_is_known_by_who_wrote_when_about_what() -> None:
    first, same, other = (
        touchpoint(message(message_id=None, subject=subject)).key for subject in ("A", "A", "B")
    )
    assert first.startswith("sha256:")
    assert first == same != other
    long = touchpoint(message(message_id=f"<{'a' * 5000}@x>")).key
    assert long.startswith("sha256:")


def test_a_message_that_has_no_date_anywhere_is_a_problem_with_its_line() -> None:
    content = mailbox(message(), message(message_id="<2@x>", date="not a date"), line="From -")
    assert problems(mail(content, "mail.mbox")) == [
        "mail.mbox, line 10: The message has a date that cannot be read (“not a date”), so it is "
        "not used."
    ]
    assert problems(mail(message(date=None)))[0].endswith("has no date, so it is not used.")
    assert problems(mail(message(From=None)))[0].endswith(
        "names nobody in From, so it is not used."
    )


def test_the_owner_is_whom_most_was_delivered_to() -> None:
    delivered = numbered(2, delivered_to="Ada@example.com")
    assert mail(mailbox(*delivered, *numbered(1, delivered_to="x@example.com"))).owner == (
        "ada@example.com"
    )
    unclear = mailbox(*delivered, *numbered(2, delivered_to="x@example.com"))
    assert mail(unclear).owner == ""


def test_else_the_owner_is_who_wrote_what_was_sent() -> None:
    assert mail(message(X_Gmail_Labels="Gesendet")).owner == "noor@example.com"
    assert mail(mailbox(message()), "Mail/Sent").owner == "noor@example.com"
    assert mail(message()).owner == ""


def test_the_owner_is_always_among_the_people() -> None:
    reading = mail(message(delivered_to="alias@example.com"))
    assert reading.owner in {one.key for one in reading.mentioned}


def test_a_header_without_end_is_a_problem_and_the_others_are_read() -> None:
    endless = message(x_long="\n x" * (MOST_HEADER // 3))
    reading = mail(mailbox(endless, message()), "mail.mbox")
    assert problems(reading) == [
        "mail.mbox, line 1: The header of the message is longer than 1 MB, so it is not used."
    ]
    assert len(reading.touchpoints) == 1


def test_a_mailbox_of_more_messages_than_can_be_held_is_read_as_far_as_it_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(coalition.exchange.mail, "MOST_MESSAGES", 2)
    reading = mail(mailbox(*numbered(3)), "mail.mbox")
    assert len(reading.touchpoints) == 2
    assert problems(reading)[0].startswith("mail.mbox, line 19: From here on there are more than 2")


def test_the_length_that_apple_mail_writes_before_a_message_is_understood() -> None:
    content = message("Hello")
    emlx = str(len(content)).encode() + b"\n" + content + b"<?xml version='1.0'?><plist>x</plist>"
    reading = read_mail(Document("1.emlx", emlx), keep_text=True)
    assert [(point.text, point.source.row) for point in reading.touchpoints] == [("Hello", 2)]


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_are_read_without_a_fault(content: bytes, keep_text: bool) -> None:
    for given_content in (content, b"From - \nFrom: " + content, message() + content):
        reading = mail(given_content, keep_text=keep_text)
        keys = {one.key for one in reading.mentioned}
        assert len(keys) == len(reading.mentioned)
        assert all(keys.issuperset(point.people) for point in reading.touchpoints)
