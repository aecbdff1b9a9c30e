import io
import zipfile

from tests.exchange.calendar_samples import BOB, calendar, event
from tests.exchange.samples import problems, read_bytes

NINE = "DTSTART;TZID=Europe/London:20260706T090000"


def zipped(files: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def test_all_calendars_of_a_zip_are_read_and_what_stands_in_two_is_one() -> None:
    reading = read_bytes(
        zipped(
            {
                "Takeout/Calendar/Work.ics": calendar(
                    "X-WR-CALNAME:ann@example.com", event(NINE, BOB)
                ),
                "Takeout/Calendar/Team.ics": calendar(
                    event(NINE, BOB), event(NINE, "SUMMARY:Plan", BOB, uid="2")
                ),
                "Takeout/Calendar/broken.ics": b"hello",
                "Takeout/archive_browser.html": b"<html>",
            }
        )
    )
    assert reading.format == "icalendar-files"
    assert [(t.key, t.source.file) for t in reading.touchpoints] == [
        ("1", "Takeout/Calendar/Work.ics"),
        ("2", "Takeout/Calendar/Team.ics"),
    ]
    assert reading.owner == "ann@example.com"
    assert problems(reading) == [
        "Takeout/Calendar/broken.ics: It is no calendar, so it is not read."
    ]
    assert "1 other file is passed over." in reading.notes
