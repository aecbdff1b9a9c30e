"""vCards and calendars: folding, nesting, recurrences, zones, what never ends."""

from collections.abc import Iterator

from hostile.case import Case, any_end, good
from hostile.forms import GOOD_ROWS, calendar, vcard


def cases() -> Iterator[Case]:
    """Of both."""
    yield from _cards()
    yield from _calendars()


def _cards() -> Iterator[Case]:
    whole = vcard(GOOD_ROWS)
    said = "vcard", "cards.vcf"

    def beside(card: str) -> str:
        first, second = whole.split("END:VCARD\r\n")[:2]
        return f"{first}END:VCARD\r\n{card}{second}END:VCARD\r\n"

    def one(*lines: str, version: str = "3.0") -> str:
        return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))

    yield good(
        *said,
        "cards in cards, 5,000 deep",
        beside("BEGIN:VCARD\r\n" * 5_000 + "END:VCARD\r\n" * 5_000),
    )
    yield good(*said, "a card without end", whole + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cai")
    yield good(
        *said,
        "a card without end in the middle",
        beside("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cai\r\n"),
    )
    yield good(*said, "ends without begin", beside("END:VCARD\r\n" * 1_000))
    yield good(*said, "500,000 folded lines", beside(one("FN:Cai", "NOTE:x" + "\r\n x" * 500_000)))
    yield good(
        *said, "folds inside of letters", beside(one("FN:Cai Zo\xc3\r\n \xab")).encode("latin-1")
    )
    yield good(
        *said, "a picture of 20 MB", beside(one("FN:Cai", "PHOTO;ENCODING=b:" + "A" * 20_000_000))
    )
    yield good(
        *said,
        "base64 that is none",
        beside(one("FN:Cai", "PHOTO;ENCODING=b:!!!", "FN;ENCODING=BASE64:%%%")),
    )
    yield good(
        *said,
        "character sets that are lies",
        beside(
            one(
                "FN;CHARSET=UTF-16:Cai",
                "N;CHARSET=x-none:Cai;;;",
                "ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-7:=ZZ=C3=",
                version="2.1",
            )
        ),
    )
    yield good(
        *said,
        "quoted-printable without end",
        beside(
            one("FN:Cai", "NOTE;ENCODING=QUOTED-PRINTABLE:x=" + "\r\n=" * 50_000, version="2.1")
        ),
    )
    yield good(*said, "a version of its own", beside(one("FN:Cai Vers", version="99.9\x00")))
    yield good(*said, "nobody's card", beside(one() + one("FN:") + one("N:;;;;") + one("EMAIL:")))
    yield good(
        *said,
        "100,000 parameters",
        beside(one("FN:Cai", "EMAIL" + ";TYPE=x" * 100_000 + ":c@example.com")),
    )
    yield good(
        *said,
        "100,000 addresses",
        beside(one("FN:Cai", *(f"EMAIL:c{at}@example.com" for at in range(100_000)))),
    )
    yield good(*said, "200,000 parts of a name", beside(one("FN:Cai Parts", "N:" + ";" * 200_000)))
    yield good(
        *said,
        "groups that belong to nothing",
        beside(one("FN:Cai", "item1.X-ABLabel:x", "item99.EMAIL:c@x", ".:", ":", "=", ";;;:;;;")),
    )
    yield good(
        *said,
        "quotes without end",
        beside(one("FN:Cai", 'EMAIL;TYPE="work:c@example.com', 'ORG;X="')),
    )
    yield good(
        *said,
        "people who are their own kin",
        beside(
            one(
                "FN:Cai",
                "UID:c",
                "RELATED;TYPE=co-worker:c",
                "RELATED:urn:uuid:c",
                "RELATED:" + "x" * 9_999,
                version="4.0",
            )
        ),
    )
    yield good(
        *said, "20,000 cards of one name", beside("".join(one("FN:Cai Same") for _ in range(5_000)))
    )


def _calendars() -> Iterator[Case]:
    whole = calendar(GOOD_ROWS)
    said = "icalendar", "meetings.ics"
    end = whole.index("END:VCALENDAR")

    def beside(text: str) -> str:
        return whole[:end] + text + whole[end:]

    def event(*lines: str, start: str = "DTSTART:20260301T100000Z") -> str:
        people = "ORGANIZER:mailto:me@example.com", "ATTENDEE;CN=Cai Event:mailto:c@example.com"
        return "\r\n".join(
            ("BEGIN:VEVENT", "UID:h", "SUMMARY:x", start, *people, *lines, "END:VEVENT", "")
        )

    for rule in (
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;COUNT=1000000000",
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=DAILY;INTERVAL=999999999999999999999",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;UNTIL=99991231T235959Z",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYDAY=99MO;BYSETPOS=-366",
        "FREQ=MINUTELY;BYSECOND=0,1,2,3,4,5;BYHOUR=0,1,2,3,4",
        "FREQ="
        + "DAILY;BYHOUR="
        + ",".join(map(str, range(24)))
        + ";BYMINUTE="
        + ",".join(map(str, range(60))),
        "FREQ=NEVER",
        "RSCALE=CHINESE;FREQ=YEARLY",
        ";;;=;=",
        "FREQ=DAILY;UNTIL=x;COUNT=y",
        "FREQ=DAILY;" * 5_000,
    ):
        yield good(*said, f"a rule {rule[:40]}", beside(event(f"RRULE:{rule}")), 2)
    many = ",".join(
        f"2026{month:02d}{day:02d}T{hour:02d}{minute:02d}00Z"
        for month in range(1, 13)
        for day in range(1, 28)
        for hour in range(24)
        for minute in range(0, 60, 2)
    )
    yield good(*said, "230,000 single days", beside(event(f"RDATE:{many}")), 2)
    yield good(
        *said,
        "1,000,000 single days",
        beside(event("RDATE:" + ",".join(["20260101T100000Z"] * 1_000_000))),
        2,
    )
    yield good(*said, "exceptions without rule", beside(event(f"EXDATE:{many[:100_000]}")), 2)
    yield good(
        *said,
        "a zone nobody knows",
        beside(event(start="DTSTART;TZID=Mars/Olympus:20260301T100000")),
        2,
    )
    yield good(
        *said,
        "a zone that is a path",
        beside(event(start="DTSTART;TZID=../../../etc/passwd:20260301T100000")),
        2,
    )
    yield good(
        *said,
        "a zone of 100,000 letters",
        beside(event(start=f"DTSTART;TZID={'Z' * 100_000}:20260301T100000")),
        2,
    )
    yield good(
        *said,
        "an hour the clocks leave out",
        beside(event(start="DTSTART;TZID=Europe/Berlin:20260329T023000")),
        2,
    )
    yield good(
        *said,
        "an hour the clocks have twice",
        beside(
            event("RRULE:FREQ=DAILY;COUNT=3", start="DTSTART;TZID=Europe/Berlin:20261025T023000")
        ),
        2,
    )
    zone = "BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+9999\r\nTZOFFSETTO:-9999\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    yield good(
        *said,
        "a zone of its own with offsets that are none",
        beside(zone + event(start="DTSTART;TZID=Own:20260301T100000")),
        2,
    )
    for start in (
        "99991231T235959Z",
        "00010101T000000Z",
        "00000000",
        "20260230T100000Z",
        "-20260101",
        "2026",
        "99999999T999999Z",
        "20261231T235960Z",
        "",
        "1" * 5_000,
    ):
        yield good(*said, f"begins {start[:20]!r}", beside(event(start=f"DTSTART:{start}")), 2)
    for length in ("P999999999999D", "-P1D", "PT99999999999999999999S", "P", "PT", "xyz"):
        yield good(*said, f"lasts {length}", beside(event(f"DURATION:{length}")), 2)
    yield good(*said, "ends before it begins", beside(event("DTEND:19000101T000000Z")), 2)
    yield good(*said, "lasts for 8,000 years", beside(event("DTEND:99991231T000000Z")), 2)
    yield good(*said, "no begin", beside("BEGIN:VEVENT\r\nUID:h\r\nEND:VEVENT\r\n"), 2)
    yield good(*said, "an event without end", beside("BEGIN:VEVENT\r\nUID:h\r\n"), 1)
    yield good(*said, "no end at all", whole[:end], 2)
    yield good(
        *said,
        "events in events, 5,000 deep",
        beside("BEGIN:VEVENT\r\n" * 5_000 + "END:VEVENT\r\n" * 5_000),
        2,
    )
    yield good(*said, "ends that fit no begin", beside("END:VALARM\r\nEND:VTODO\r\n" * 500), 2)
    yield good(
        *said,
        "50,000 who attend",
        beside(event(*(f"ATTENDEE;CN=Cai {at}:mailto:c{at}@example.com" for at in range(50_000)))),
        2,
    )
    yield good(
        *said,
        "who attends has no address",
        beside(
            event(
                "ATTENDEE:",
                "ATTENDEE;CN=:mailto:",
                "ATTENDEE:mailto:@",
                "ATTENDEE:javascript:alert(1)",
                'ATTENDEE;CN="Open:mailto:x@example.com',
            )
        ),
        2,
    )
    yield good(
        *said,
        "5,000 changes of one event",
        beside(
            "".join(
                event(
                    f"RECURRENCE-ID:2026{at % 12 + 1:02d}01T1000{at % 60:02d}Z",
                    f"SEQUENCE:{'9' * 50}",
                )
                for at in range(5_000)
            )
        ),
        2,
    )
    yield good(
        *said,
        "an attachment of 20 MB",
        beside(event("ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "A" * 20_000_000)),
        2,
    )
    yield good(
        *said, "lines of no name", beside(":\r\n;\r\n=\r\n\r\n" + event("X", "X;", ";:", "=")), 2
    )
    yield good(
        *said,
        "another calendar behind it that is damaged",
        whole + "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        2,
    )
    yield any_end(
        *said,
        "tasks alone",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTODO\r\nUID:1\r\nSUMMARY:x\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
    )
