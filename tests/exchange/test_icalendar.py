import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition.errors import NothingFound
from coalition.exchange.icalendar import READER
from coalition.exchange.material import Document
from coalition.exchange.reader import Match
from coalition.model.contact import Channel, TieKind
from tests.exchange.calendar_samples import (
    BOB,
    OUTLOOK_ZONE,
    calendar,
    event,
    read_calendar,
    read_files,
    times,
)
from tests.exchange.samples import problems, read_bytes

NINE = "DTSTART;TZID=Europe/London:20260706T090000"


def test_a_calendar_is_recognised_by_its_first_line_alone() -> None:
    for content in (
        calendar(),
        b"\xef\xbb\xbfbegin:vcalendar\n",
        "BEGIN:VCALENDAR\n".encode("utf-16"),
    ):
        assert READER.recognise(Document("x", content)) is Match.SURE
    for other in (b"BEGIN:VCARD\n", b"Law\nBEGIN:VCALENDAR\n", b"BEGIN:VCALENDARS\n", b""):
        assert READER.recognise(Document("x.ics", other)) is Match.NO


def test_a_meeting_is_a_touchpoint_of_who_took_part() -> None:
    reading = read_bytes(
        calendar(
            event(
                'ORGANIZER;CN="Sample, Bob":MAILTO:Bob@Example.org',
                NINE,
                "DTEND;TZID=Europe/London:20260706T093000",
                "SUMMARY:Budget\\, next year",
                "DESCRIPTION:pass code 1234",
            )
        )
    )
    (meeting,) = reading.touchpoints
    assert meeting.people == ("bob@example.org", "ann@example.com")
    assert (meeting.at, meeting.until) == ("2026-07-06T09:00:00+01:00", "2026-07-06T09:30:00+01:00")
    assert (meeting.zone, meeting.about, meeting.text) == ("Europe/London", "Budget, next year", "")
    assert (meeting.channel, meeting.key, meeting.source.row) == (Channel.MEETING, "1", 2)
    assert {person.key: person.name for person in reading.mentioned} == {
        "bob@example.org": "Sample, Bob",
        "ann@example.com": "Ann Testly",
    }
    assert reading.people == ()
    assert "1234" not in repr(reading)


@pytest.mark.parametrize(
    ("lines", "at", "until", "zone"),
    [
        # London is an hour ahead of UTC in July.
        (["DTSTART:20260706T080000Z", "DURATION:PT45M"],
         "2026-07-06T08:00:00+00:00", "2026-07-06T08:45:00+00:00", ""),
        (["DTSTART:20260706T090000"], "2026-07-06T09:00:00", None, ""),
        (['DTSTART;TZID="W. Europe Standard Time":20260706T090000'],
         "2026-07-06T09:00:00+02:00", None, "Europe/Berlin"),
        (["DTSTART;VALUE=DATE:20260706"], "2026-07-06", None, ""),
        (["DTSTART;VALUE=DATE:20260706", "DTEND;VALUE=DATE:20260707"],
         "2026-07-06", "2026-07-06", ""),
        (["DTSTART;VALUE=DATE:20260706", "DTEND;VALUE=DATE:20260709"],
         "2026-07-06", "2026-07-08", ""),
        (["DTSTART;VALUE=DATE:20260706", "DURATION:P2D"], "2026-07-06", "2026-07-07", ""),
        # On 29 March 2026 London's clocks went from 1:00 to 2:00: by the offset from before.
        (["DTSTART;TZID=Europe/London:20260329T013000"],
         "2026-03-29T02:30:00+01:00", None, "Europe/London"),
        # On 25 October 1:30 came twice, and the first one is meant.
        (["DTSTART;TZID=Europe/London:20261025T013000", "DURATION:PT1H"],
         "2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+00:00", "Europe/London"),
        # A day is a day by the calendar, 24 hours are hours.
        (["DTSTART;TZID=Europe/London:20260328T120000", "DURATION:P1D"],
         "2026-03-28T12:00:00+00:00", "2026-03-29T12:00:00+01:00", "Europe/London"),
        (["DTSTART;TZID=Europe/London:20260328T120000", "DURATION:PT24H"],
         "2026-03-28T12:00:00+00:00", "2026-03-29T13:00:00+01:00", "Europe/London"),
        # A flight ends by another clock.
        (["DTSTART;TZID=Europe/London:20260706T090000",
          "DTEND;TZID=America/New_York:20260706T120000"],
         "2026-07-06T09:00:00+01:00", "2026-07-06T17:00:00+01:00", "Europe/London"),
        (["DTSTART;TZID=Europe/Berlin:19690706T090000"],
         "1969-07-06T09:00:00+01:00", None, "Europe/Berlin"),
        (["DTSTART:20161231T235960Z"], "2016-12-31T23:59:59+00:00", None, ""),
    ],
)  # fmt: skip
def test_times_are_told_as_the_calendar_means_them(
    lines: list[str], at: str, until: str | None, zone: str
) -> None:
    reading = read_calendar(event(*lines))
    assert [(t.at, t.until, t.zone) for t in reading.touchpoints] == [(at, until, zone)]
    assert reading.problems == ()


def test_a_zone_of_the_calendars_own_is_used_though_it_has_no_name() -> None:
    own = 'DTSTART;TZID="Customized Time Zone":'
    reading = read_calendar(
        OUTLOOK_ZONE,
        *(event(own + time, uid=time) for time in ("20260305T100000", "20260705T100000")),
        *(event(own + time, uid=time) for time in ("20260329T023000", "20261025T023000")),
    )
    assert times(reading) == [
        "2026-03-05T10:00:00+01:00",
        "2026-07-05T10:00:00+02:00",
        "2026-03-29T03:30:00+02:00",
        "2026-10-25T02:30:00+02:00",
    ]
    assert {touchpoint.zone for touchpoint in reading.touchpoints} == {""}


def test_two_calendars_of_one_file_may_describe_a_zone_of_the_same_name_each() -> None:
    other = OUTLOOK_ZONE.replace("+02", "-04").replace("+01", "-05")
    meeting = event("DTSTART;TZID=Customized Time Zone:20260105T100000", uid="2")
    reading = read_files(
        calendar(OUTLOOK_ZONE, event("DTSTART;TZID=Customized Time Zone:20260105T100000"))
        + calendar(meeting, other)
    )
    assert times(reading) == ["2026-01-05T10:00:00+01:00", "2026-01-05T10:00:00-05:00"]


def test_a_zone_says_its_iana_name_by_its_location() -> None:
    located = OUTLOOK_ZONE.replace("BEGIN:STANDARD", "X-LIC-LOCATION:Europe/Oslo\nBEGIN:STANDARD")
    reading = read_calendar(located, event("DTSTART;TZID=Customized Time Zone:20260105T100000"))
    assert [(t.at, t.zone) for t in reading.touchpoints] == [
        ("2026-01-05T10:00:00+01:00", "Europe/Oslo")
    ]


def test_a_time_in_utc_is_shown_by_the_calendars_own_clock() -> None:
    reading = read_calendar("X-WR-TIMEZONE:Europe/London", event("DTSTART:20260706T080000Z"))
    assert [(t.at, t.zone) for t in reading.touchpoints] == [
        ("2026-07-06T09:00:00+01:00", "Europe/London")
    ]


def test_a_zone_whose_description_makes_no_sense_is_unknown() -> None:
    broken = OUTLOOK_ZONE.replace("FREQ=YEARLY", "FREQ=DAILY")
    reading = read_calendar(broken, event("DTSTART;TZID=Customized Time Zone:20260105T100000"))
    assert times(reading) == ["2026-01-05T10:00:00"]
    assert "“Customized Time Zone” is not known" in reading.problems[0].what


def test_an_unknown_zone_is_told_once_and_its_times_float() -> None:
    unknown = [event("DTSTART;TZID=Nowhere:20260706T090000", uid=uid) for uid in "ab"]
    reading = read_calendar(*unknown)
    assert times(reading) == ["2026-07-06T09:00:00"] * 2
    (problem,) = reading.problems
    assert (problem.line, "“Nowhere”" in problem.what) == (2, True)


@pytest.mark.parametrize(
    ("line", "key", "name"),
    [
        ("ATTENDEE;CN=bob@example.org:mailto:Bob@Example.org", "bob@example.org",
         "bob@example.org"),
        ('ATTENDEE;CN="\'Sample, Bob\'":MAILTO:bob@example.org', "bob@example.org", "Sample, Bob"),
        ("ATTENDEE;CN=Sample, Bob:mailto:bob@example.org", "bob@example.org", "Sample, Bob"),
        ("ATTENDEE;CN=Bob ^'B^' Sample:mailto:b@example.org", "b@example.org", 'Bob "B" Sample'),
        ("ATTENDEE;CN=Bob Sample:invalid:nomail", "bob sample", "Bob Sample"),
        ("ATTENDEE;CN=Bob Sample:MAILTO:invalid", "bob sample", "Bob Sample"),
        ("ATTENDEE;CN=Bob Sample:mailto:/O=EXAMPLE/OU=X/CN=RECIPIENTS/CN=BOB", "bob sample",
         "Bob Sample"),
        ("ATTENDEE;CN=Bob Sample;EMAIL=bob@example.org:/123/principal/", "bob@example.org",
         "Bob Sample"),
        ("ATTENDEE;CN=bob@example.org:urn:uuid:1", "bob@example.org", "bob@example.org"),
        ("ATTENDEE:mailto:o%27bob@example.org?subject=x", "o'bob@example.org", "o'bob@example.org"),
        ('ATTENDEE;CN="Bob "B" Sample":mailto:bob@example.org', "bob@example.org", ""),
    ],
)  # fmt: skip
def test_people_are_known_however_they_are_addressed(line: str, key: str, name: str) -> None:
    reading = read_calendar(event(NINE, line))
    assert reading.touchpoints[0].people == ("ann@example.com", key)
    assert reading.mentioned[1].key == key
    if name:
        assert reading.mentioned[1].name == name


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE;CUTYPE=RESOURCE;CN=Beamer:mailto:b@example.com",
        "ATTENDEE;CUTYPE=ROOM;CN=Board Room:mailto:b@example.com",
        "ATTENDEE;CUTYPE=GROUP;CN=Everybody:mailto:b@example.com",
        "ATTENDEE;ROLE=NON-PARTICIPANT;CN=Bob:mailto:b@example.com",
        "ATTENDEE;PARTSTAT=DECLINED;CN=Bob:mailto:b@example.com",
        "ATTENDEE;PARTSTAT=DELEGATED;CN=Bob:mailto:b@example.com",
        "ATTENDEE;CN=Team:mailto:c_1@group.calendar.google.com",
        "ORGANIZER:mailto:unknownorganizer@calendar.google.com",
        "ATTENDEE:mailto:invalid",
        "ATTENDEE;CN=...:urn:x",
    ],
)
def test_rooms_groups_the_informed_and_those_who_declined_took_no_part(line: str) -> None:
    reading = read_calendar(event(NINE, line))
    assert reading.touchpoints[0].people == ("ann@example.com",)
    assert [person.key for person in reading.mentioned] == ["ann@example.com"]


def test_who_sends_invitations_for_another_assists_them() -> None:
    reading = read_calendar(
        event(NINE, 'ORGANIZER;CN=Bob;SENT-BY="mailto:Pa@example.org":mailto:bob@example.org')
    )
    assert [(tie.one, tie.other, tie.kind) for tie in reading.ties] == [
        ("pa@example.org", "bob@example.org", TieKind.ASSISTS)
    ]
    assert reading.touchpoints[0].people == ("bob@example.org", "ann@example.com")


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        ("", ["STATUS:CANCELLED"]),
        ("METHOD:CANCEL", []),
        ("", ["SUMMARY:Canceled: Budget"]),
        ("", ["SUMMARY:Abgesagt: Budget", "STATUS:CONFIRMED"]),
    ],
)
def test_what_was_cancelled_is_no_touchpoint(head: str, lines: list[str]) -> None:
    reading = read_calendar(head, event(NINE, *lines))
    assert reading.touchpoints == reading.mentioned == reading.problems == ()
    assert reading.notes == ("1 cancelled event is no touchpoint.",)


def test_a_later_cancellation_takes_the_invitation_back() -> None:
    reading = read_files(
        calendar("METHOD:REQUEST", event(NINE, "SEQUENCE:0")),
        calendar("METHOD:CANCEL", event(NINE, "SEQUENCE:1")),
    )
    assert times(reading) == []


def test_the_newest_version_of_an_event_holds() -> None:
    reading = read_calendar(
        event("DTSTART:20260706T100000", "SEQUENCE:2"),
        event("DTSTART:20260706T090000", "SEQUENCE:1"),
    )
    assert times(reading) == ["2026-07-06T10:00:00"]
    assert "1 older version of an event is passed over." in reading.notes


def test_events_that_share_an_identity_by_mistake_all_stay() -> None:
    reading = read_calendar(event("DTSTART:20260706T100000"), event("DTSTART:20260707T100000"))
    assert [touchpoint.key for touchpoint in reading.touchpoints] == [
        "1/20260706T100000",
        "1/20260707T100000",
    ]


def test_an_event_with_nobody_but_the_owner_is_counted_only() -> None:
    reading = read_calendar(
        "X-WR-CALNAME:Ann@example.com",
        event(NINE),
        event("DTSTART;VALUE=DATE:20261225", "SUMMARY:Holiday", uid="2", who=""),
        event(NINE, BOB, uid="3"),
    )
    assert [touchpoint.key for touchpoint in reading.touchpoints] == ["3"]
    assert reading.owner == "ann@example.com"
    assert "2 events with nobody but the calendar's owner are no touchpoints." in reading.notes


def test_what_the_owner_declined_is_no_touchpoint_of_theirs() -> None:
    declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:ann@example.com"
    reading = read_calendar("X-WR-CALNAME:ann@example.com", event(NINE, BOB, who=declined))
    assert times(reading) == []


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("X-WR-CALNAME:ann@example.com", "ann@example.com"),
        ("X-WR-CALNAME:Work", ""),
        ("X-OWNER;CN=Ann:mailto:Ann@Example.com", "ann@example.com"),
        ("X-WR-CALNAME:c_1@group.calendar.google.com", ""),
        ("METHOD:PUBLISH", ""),
    ],
)
def test_the_owner_is_whom_the_calendar_names(line: str, owner: str) -> None:
    assert read_calendar(line, event(NINE, BOB)).owner == owner


@pytest.mark.parametrize("kind", ["PRIVATE", "CONFIDENTIAL", "X-SECRET"])
def test_of_a_private_event_who_and_when_are_kept(kind: str) -> None:
    reading = read_calendar(event(NINE, f"CLASS:{kind}", "SUMMARY:Secret"))
    assert [(t.people, t.about) for t in reading.touchpoints] == [(("ann@example.com",), "")]
    assert "Secret" not in repr(reading)
    assert "1 private event is kept without its subject." in reading.notes


@pytest.mark.parametrize(
    ("line", "channel"),
    [
        ("SUMMARY:Phone call with Ann", Channel.CALL),
        ("CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+1-555-0100", Channel.CALL),
        ("SUMMARY:Call for papers", Channel.MEETING),
        ("SUMMARY:Callum's review", Channel.MEETING),
    ],
)
def test_a_call_is_one_only_where_that_is_sure(line: str, channel: Channel) -> None:
    assert read_calendar(event(NINE, line)).touchpoints[0].channel is channel


def test_other_things_of_a_calendar_are_passed_over_and_named() -> None:
    todo = "BEGIN:VTODO\nUID:9\nDTSTART:20260101\nATTENDEE:mailto:x@example.com\nEND:VTODO"
    alarm = "BEGIN:VALARM\nSUMMARY:Wake up\nATTENDEE:mailto:x@example.com\nEND:VALARM"
    reading = read_calendar(todo, event(NINE, alarm, "SUMMARY:Budget"))
    assert [(t.people, t.about) for t in reading.touchpoints] == [(("ann@example.com",), "Budget")]
    assert "Passed over: tasks (1)." in reading.notes


def test_a_broken_event_is_named_by_its_line_and_the_others_stay() -> None:
    reading = read_calendar(
        event(),
        event("DTSTART:tomorrow", uid="2"),
        "BEGIN:VEVENT\nUID:3",
        event(NINE, "DTEND;TZID=Europe/London:20260705T090000", uid="4"),
    )
    assert [touchpoint.key for touchpoint in reading.touchpoints] == ["4"]
    assert problems(reading) == [
        "1.ics, line 2: The event has no beginning (DTSTART), so it is not used.",
        "1.ics, line 6: The event's DTSTART is “tomorrow”, which is no date, so it is not used.",
        "1.ics, line 11: The event is not closed (END:VEVENT is missing), so it is not used: "
        "export the calendar again.",
        "1.ics, line 13: The event's end does not fit its beginning, so it is left out.",
    ]


def test_lines_folded_within_a_character_are_put_together() -> None:
    content = calendar(event(NINE, "SUMMARY:Café 香織")).replace("é".encode(), b"\xc3\r\n \xa9")
    reading = read_files(content.replace("香".encode(), b"\xe9\xa6\r\n\t\x99"))
    assert reading.touchpoints[0].about == "Café 香織"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "windows-1252"])
def test_other_encodings_are_read(encoding: str) -> None:
    content = calendar(event(NINE, "SUMMARY:Café")).decode().encode(encoding)
    assert read_files(content).touchpoints[0].about == "Café"


def test_a_calendar_without_meetings_is_refused_with_a_sentence() -> None:
    with pytest.raises(NothingFound, match="no meeting with anybody"):
        read_bytes(calendar(event("DTSTART;VALUE=DATE:20261225", who="")))


def test_depth_and_length_cost_no_more_than_their_size() -> None:
    deep = event(NINE, *["BEGIN:X-A"] * 10_000, *["END:X-A"] * 10_000, uid="deep")
    calendars = b"BEGIN:VCALENDAR\n" * 10_000
    folded = event(NINE, "SUMMARY:x" + "\n y" * 300_000, uid="folded")
    quoted = event(NINE, "ATTENDEE;CN=" + '"' * 300_000 + ":mailto:b@example.org", uid="quoted")
    reading = read_files(calendars + calendar(deep, folded, quoted))
    assert len(reading.touchpoints) == 3
    assert all(len(touchpoint.about) <= 500 for touchpoint in reading.touchpoints)


@given(st.lists(st.tuples(st.integers(0, 2_000), st.binary(max_size=4)), max_size=30))
@settings(max_examples=100, deadline=None)
def test_whatever_is_damaged_in_a_calendar_is_told_and_never_fails(
    damage: list[tuple[int, bytes]],
) -> None:
    content = bytearray(
        calendar(
            "X-WR-TIMEZONE:Europe/London",
            OUTLOOK_ZONE,
            event("DTSTART;TZID=Customized Time Zone:20260305T100000", "RRULE:FREQ=WEEKLY;COUNT=3"),
            event(
                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Customized Time Zone:20260312T100000",
                "DTSTART;TZID=Customized Time Zone:20260312T110000",
                "RDATE;VALUE=PERIOD:20260601T100000Z/PT2H",
                "DURATION:P1DT2H",
            ),
            event(NINE, BOB, "DTEND:20260706T100000Z", "EXDATE;VALUE=DATE:20260101", uid="2"),
        )
    )
    for place, put in damage:
        content[place : place + len(put)] = put
    reading = read_files(bytes(content))
    known = {person.key for person in reading.mentioned}
    assert all(known.issuperset(touchpoint.people) for touchpoint in reading.touchpoints)
    assert all(problem.line for problem in reading.problems)


@pytest.mark.parametrize(
    "lines",
    [
        ["DTSTART:20200101T000000", "DTEND:99981231T000000"],
        ["DTSTART:20200101T000000", "DURATION:P999999W"],
        ["DTSTART:20200101T000000", "RDATE;VALUE=PERIOD:20200101T000000/P999999W"],
        ["DTSTART:00020101T000000Z", "DTEND:00020101T010000Z"],
    ],
)
def test_lengths_and_years_that_no_calendar_reaches_are_no_trouble(lines: list[str]) -> None:
    assert len(read_calendar(event(*lines, "RRULE:FREQ=YEARLY;COUNT=8")).touchpoints) == 8


def test_a_change_that_moves_the_rest_out_of_all_time_leaves_it_out() -> None:
    reading = read_calendar(
        event("DTSTART:20200101T000000", "RRULE:FREQ=YEARLY;COUNT=9"),
        event("RECURRENCE-ID;RANGE=THISANDFUTURE:20210101T000000", "DTSTART:99980101T000000"),
    )
    assert times(reading) == ["2020-01-01T00:00:00"]
