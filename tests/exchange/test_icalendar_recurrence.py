from datetime import date, datetime, time, timedelta

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition.exchange import icalendar_rules
from coalition.exchange.icalendar_pattern import MOST_RECURRENCES
from tests.exchange.calendar_samples import (
    ANN,
    BOB,
    TODAY,
    calendar,
    event,
    read_calendar,
    read_files,
    times,
)

LONDON = "DTSTART;TZID=Europe/London:"


def clock(*parts: str) -> list[str]:
    """The local times without the year and the seconds, and their offsets."""
    return [at[5:16] + at[19:] for at in times(read_calendar(*parts))]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # The clocks changed on 29 March 2026: the meeting stays at nine.
        ([LONDON + "20260326T090000", "RRULE:FREQ=WEEKLY;COUNT=2"],
         ["03-26T09:00+00:00", "04-02T09:00+01:00"]),
        ([LONDON + "20260328T013000", "RRULE:FREQ=DAILY;COUNT=3"],
         ["03-28T01:30+00:00", "03-29T02:30+01:00", "03-30T01:30+01:00"]),
        # New York, 20:00 on the 4th is 1:00 on the 5th in UTC.
        (["DTSTART;TZID=America/New_York:20260303T200000",
          "RRULE:FREQ=DAILY;UNTIL=20260305T010000Z"],
         ["03-03T20:00-05:00", "03-04T20:00-05:00"]),
        (["DTSTART;TZID=America/New_York:20260303T200000", "RRULE:FREQ=DAILY;UNTIL=20260305"],
         ["03-03T20:00-05:00", "03-04T20:00-05:00", "03-05T20:00-05:00"]),
        (["DTSTART:20260303T090000", "RRULE:FREQ=DAILY;UNTIL=20260304T090000"],
         ["03-03T09:00", "03-04T09:00"]),
        ([LONDON + "20260401T090000", "RRULE:FREQ=DAILY;COUNT=4",
          "EXDATE:20260402T080000Z", "EXDATE;TZID=Europe/Berlin:20260403T100000"],
         ["04-01T09:00+01:00", "04-04T09:00+01:00"]),
        ([LONDON + "20260401T090000", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20260402"],
         ["04-01T09:00+01:00", "04-03T09:00+01:00"]),
        (["DTSTART:20260303T090000", "RRULE:FREQ=DAILY;COUNT=5",
          "EXRULE:FREQ=DAILY;INTERVAL=2"], ["03-04T09:00", "03-06T09:00"]),
        (["DTSTART:20260303T090000", "RDATE:20260401T100000,20260402T110000",
          "RDATE;VALUE=DATE:20260501"],
         ["03-03T09:00", "04-01T10:00", "04-02T11:00", "05-01T09:00"]),
        # The beginning counts though the rule, on Mondays, would not give that Tuesday.
        (["DTSTART:20260303T090000", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3"],
         ["03-03T09:00", "03-09T09:00", "03-16T09:00"]),
        (["DTSTART:19691230T090000", "RRULE:FREQ=DAILY;COUNT=3"],
         ["12-30T09:00", "12-31T09:00", "01-01T09:00"]),
        (["DTSTART:20240229T090000", "RRULE:FREQ=YEARLY;COUNT=1"], ["02-29T09:00"]),
    ],
)  # fmt: skip
def test_an_event_recurs_as_its_rules_say(lines: list[str], expected: list[str]) -> None:
    assert clock(event(*lines)) == expected


def test_a_period_among_the_further_dates_has_its_own_length() -> None:
    lines = ("DTSTART:20260303T090000", "DURATION:PT1H")
    reading = read_calendar(event(*lines, "RDATE;VALUE=PERIOD:20260601T100000/PT2H"))
    assert [t.until for t in reading.touchpoints] == ["2026-03-03T10:00:00", "2026-06-01T12:00:00"]


def test_an_all_day_event_recurs_by_days() -> None:
    lines = ("DTSTART;VALUE=DATE:20260303", "DTEND;VALUE=DATE:20260305")
    until = "RRULE:FREQ=WEEKLY;UNTIL=20260310T000000Z"
    reading = read_calendar(event(*lines, until, "EXDATE;VALUE=DATE:20260303"))
    assert [(t.at, t.until, t.key) for t in reading.touchpoints] == [
        ("2026-03-10", "2026-03-11", "1/20260310")
    ]


def test_a_changed_recurrence_stands_in_place_of_the_one_it_names() -> None:
    reading = read_calendar(
        event(LONDON + "20260401T090000", "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:Plan"),
        event(
            "RECURRENCE-ID:20260402T080000Z", LONDON + "20260410T150000", "SUMMARY:Moved", who=BOB
        ),
        event("RECURRENCE-ID:20260403T080000Z", LONDON + "20260403T090000", "STATUS:CANCELLED"),
    )
    assert [(t.at, t.about, t.people, t.key, t.source.row) for t in reading.touchpoints] == [
        ("2026-04-01T09:00:00+01:00", "Plan", ("ann@example.com",), "1/20260401T080000Z", 2),
        ("2026-04-10T15:00:00+01:00", "Moved", ("bob@example.org",), "1/20260402T080000Z", 9),
    ]


def test_a_changed_recurrence_without_its_event_happens_once() -> None:
    reading = read_calendar(
        event(
            "RECURRENCE-ID;TZID=Europe/London:20260402T090000",
            LONDON + "20260402T100000",
            "RRULE:FREQ=DAILY",
        )
    )
    assert [(t.at, t.key) for t in reading.touchpoints] == [
        ("2026-04-02T10:00:00+01:00", "1/20260402T080000Z")
    ]


def test_a_change_from_one_recurrence_on_moves_all_that_follow() -> None:
    reading = read_calendar(
        event(LONDON + "20260327T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=5"),
        event(
            "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20260328T090000",
            LONDON + "20260328T110000",
            "DURATION:PT2H",
        ),
        event("RECURRENCE-ID:20260330T080000Z", LONDON + "20260330T140000"),
    )
    assert sorted((t.at[5:16], (t.until or "")[11:16]) for t in reading.touchpoints) == [
        ("03-27T09:00", "10:00"),
        ("03-28T11:00", "13:00"),
        ("03-29T11:00", "13:00"),
        ("03-30T14:00", ""),
        ("03-31T11:00", "13:00"),
    ]


def test_a_series_without_end_is_kept_up_to_a_year_from_today() -> None:
    found = times(read_calendar(event("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=DAILY")))
    assert (found[0], found[-1]) == ("2020-01-01", (TODAY + timedelta(days=366)).isoformat())
    assert len(found) == (TODAY + timedelta(days=366) - date(2020, 1, 1)).days + 1
    later = read_calendar(event("DTSTART:20280101T090000"))
    assert later.notes == ("1 event is more than a year ahead, so it is passed over.",)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYHOUR=25",
        "FREQ=FORTNIGHTLY",
        "FREQ=DAILY;UNTIL=never",
        "RSCALE=HEBREW;FREQ=YEARLY",
        "BYDAY=MO",
        "FREQ=YEARLY;BYMONTHDAY=" + ",".join(["1"] * 600),
        "",
    ],
)
def test_a_rule_that_cannot_be_spelled_out_costs_its_event_alone(rule: str) -> None:
    reading = read_calendar(
        event("DTSTART:20260401T090000", f"RRULE:{rule}"),
        event("RECURRENCE-ID:20260402T090000", "DTSTART:20260402T100000"),
        event("DTSTART:20260401T120000", uid="2"),
    )
    assert sorted(times(reading)) == ["2026-04-01T12:00:00", "2026-04-02T10:00:00"]
    (problem,) = reading.problems
    assert problem.line == 2
    assert problem.what.startswith("The event is not used, because it recurs ")


def test_an_event_recurs_so_often_and_no_more() -> None:
    often = "DTSTART:20000101T090000", f"RRULE:FREQ=DAILY;COUNT={MOST_RECURRENCES}"
    assert len(times(read_calendar(event(*often)))) == MOST_RECURRENCES
    more = read_calendar(event(*often, "RDATE:20200101T100000"))
    assert times(more) == []
    assert "more than 5,000 times" in more.problems[0].what


@pytest.mark.parametrize(
    ("bound", "most", "rule", "told"),
    [
        # No year has a 30 February, which dateutil finds out at the end of all years.
        ("MOST_STEPS", 2_000_000, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "is too much"),
        ("MOST_IN_ALL", 250, "FREQ=DAILY;COUNT=100", "more than 250 times"),
    ],
)
def test_the_events_of_a_file_together_recur_within_bounds(
    monkeypatch: pytest.MonkeyPatch, bound: str, most: int, rule: str, told: str
) -> None:
    monkeypatch.setattr(icalendar_rules, bound, most)
    events = [event("DTSTART:20200101T090000", f"RRULE:{rule}", uid=f"{n}") for n in range(50)]
    reading = read_calendar(*events)
    assert len(times(reading)) <= most
    assert len(reading.problems) > 40
    assert all(told in problem.what for problem in reading.problems)


def test_a_hundred_thousand_exceptions_are_no_trouble() -> None:
    days = [date(2020, 1, 1) + timedelta(days=number % 700) for number in range(100_000)]
    lines = [f"EXDATE:{day:%Y%m%d}T090000" for day in days]
    found = times(read_calendar(event("DTSTART:20200101T090000", "RRULE:FREQ=DAILY", *lines)))
    assert found[0] == "2021-12-01T09:00:00"


FIRST = datetime(2025, 3, 3, 9)


@given(
    interval=st.integers(1, 5),
    count=st.integers(1, 60),
    excluded=st.sets(st.integers(0, 300), max_size=40),
    added=st.sets(st.integers(0, 300), max_size=5),
)
@settings(max_examples=60, deadline=None)
def test_days_by_a_rule_with_exceptions_are_those_counted_by_hand(
    interval: int, count: int, excluded: set[int], added: set[int]
) -> None:
    expected = {number * interval for number in range(count)} | added | {0}
    lines = [
        f"DTSTART:{FIRST:%Y%m%dT%H%M%S}",
        f"RRULE:FREQ=DAILY;INTERVAL={interval};COUNT={count}",
    ]
    for name, days in (("EXDATE", excluded), ("RDATE", added)):
        if days:
            moments = (FIRST + timedelta(days=day) for day in sorted(days))
            lines.append(f"{name}:" + ",".join(f"{moment:%Y%m%dT%H%M%S}" for moment in moments))
    found = times(read_calendar(event(*lines)))
    assert found == [
        (FIRST + timedelta(days=day)).isoformat() for day in sorted(expected - excluded)
    ]


DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Rules that fall on their event's first day, a Monday, the first Monday of its month."""
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 4))}"]
    if frequency == "WEEKLY":
        parts.append("BYDAY=" + ",".join({"MO", *draw(st.sets(st.sampled_from(DAYS)))}))
    if frequency == "MONTHLY":
        parts.append(draw(st.sampled_from(["BYDAY=1MO", "BYMONTHDAY=3", "BYDAY=MO;BYSETPOS=1"])))
    until = FIRST + timedelta(days=draw(st.integers(0, 400)))
    parts.append(
        draw(
            st.sampled_from([f"COUNT={draw(st.integers(1, 30))}", f"UNTIL={until:%Y%m%dT%H%M%SZ}"])
        )
    )
    return ";".join(parts)


@given(rule=rules(), change=st.integers(0, 20), hours=st.integers(-30, 30))
@settings(max_examples=60, deadline=None)
def test_recurrences_are_those_that_recurring_ical_events_finds(
    rule: str, change: int, hours: int
) -> None:
    moved = FIRST + timedelta(days=change)
    content = calendar(
        event(f"{LONDON}{FIRST:%Y%m%dT%H%M%S}", f"RRULE:{rule}"),
        event(
            f"RECURRENCE-ID;TZID=Europe/London:{moved:%Y%m%dT%H%M%S}",
            f"{LONDON}{moved + timedelta(hours=hours):%Y%m%dT%H%M%S}",
        ),
    )
    last = datetime.combine(TODAY + timedelta(days=367), time.min)
    theirs = recurring_ical_events.of(icalendar.Calendar.from_ical(content))
    between = theirs.between(FIRST - timedelta(days=3), last)
    expected = sorted(found["DTSTART"].dt.isoformat() for found in between)
    assert sorted(times(read_files(content))) == expected


def test_who_is_invited_to_one_recurrence_alone_is_known() -> None:
    reading = read_calendar(
        event(LONDON + "20260401T090000", "RRULE:FREQ=DAILY;COUNT=2", who=""),
        event("RECURRENCE-ID:20260402T080000Z", LONDON + "20260402T090000", who=ANN),
    )
    assert times(reading) == ["2026-04-02T09:00:00+01:00"]
