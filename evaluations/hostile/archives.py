"""Zip archives: bombs, ways out of them, damage; of LinkedIn, Slack, calendars and mail."""

import io
import struct
import zipfile
from collections.abc import Iterator, Mapping

from hostile.case import Case, any_end, good, refused
from hostile.forms import GOOD_ROWS, calendar, message, slack
from hostile.linkedin import archive

_ZIP = "Complete_LinkedInDataExport_03-14-2026.zip"


def cases() -> Iterator[Case]:
    """Of every kind of archive."""
    files = archive()
    whole = zipped(files)
    said = "linkedin-archive", _ZIP
    yield good(*said, "as it should be", whole, touches=2)
    yield good(
        *said, "one top folder", zipped({f"Top/{name}": it for name, it in files.items()}), 2
    )
    yield good(*said, "stored, not packed", zipped(files, zipfile.ZIP_STORED), 2)
    yield good(*said, "another archive in it", zipped({**files, "more.zip": whole}), 2)
    yield good(*said, "an archive in itself, ten deep", nested(whole, files), 2)
    yield good(
        *said,
        "a picture in place of Skills.csv",
        zipped({**files, "Skills.csv": b"\x89PNG\r\n\x1a\n" + bytes(999)}),
        2,
    )
    yield good(
        *said,
        "a file that inflates without measure",
        zipped({**files, "Positions.csv": bytes(150_000_000)}),
        2,
    )
    yield good(
        *said,
        "a file of no use that inflates without measure",
        zipped({**files, "Rich_Media.csv": bytes(150_000_000)}),
        2,
    )
    yield good(*said, "a check sum that is wrong", bad_sum(files, "Positions.csv"), 2)
    yield good(
        *said,
        "packed with LZMA in part",
        zipped({**files, "Positions.csv": b"a"}, lzma="Positions.csv"),
        2,
    )
    yield good(*said, "the same name twice", zipped(files, twice="Skills.csv"), 2)
    yield good(
        *said, "names with line ends and escapes", zipped({**files, "a\nb\x1b[2J.csv": b"x"}), 2
    )
    yield good(*said, "a zip64 archive", zip64(files), 2)
    yield any_end(*said, "something before it", b"MZ" * 50 + whole)
    yield any_end(*said, "something behind it", whole + b"x" * 70_000)
    yield refused(*said, "cut in the middle", whole[: len(whole) // 2])
    yield refused(*said, "the end alone", whole[-22:])
    yield refused(*said, "encrypted", encrypted(whole))
    yield refused(*said, "entries that share bytes", overlapping())
    yield refused(*said, "a link to a file outside", linked(files))
    yield refused(*said, "150,000 empty files", many(150_000))
    yield refused(*said, "an archive without files", zipped({}))
    for name in (
        "../../outside.csv",
        "/etc/cron.d/outside",
        "C:\\outside.csv",
        "..\\..\\outside.csv",
    ):
        yield refused(*said, f"a file called {name}", zipped({**files, name: b"x"}))
    yield good("linkedin-archive", "Complete folder", "a folder", dict(files), 2)
    yield good(
        "linkedin-archive",
        "line\nend\x1b[2J folder",
        "a name that steers a terminal",
        dict(files),
        2,
    )
    yield from _others()


def _others() -> Iterator[Case]:
    export = slack(GOOD_ROWS)
    yield good("slack-export", "export.zip", "as it should be", zipped(export))
    yield good(
        "slack-export",
        "export.zip",
        "a day of 100 MB of nothing",
        zipped({**export, "team/2026-03-09.json": b"[" + b" " * 100_000_000 + b"]"}),
    )
    meetings = {"a.ics": calendar(GOOD_ROWS).encode(), "b.ics": b"BEGIN:VCALENDAR\r\n" + bytes(90)}
    yield good("icalendar-files", "calendars.zip", "one calendar is damaged", zipped(meetings), 2)
    mails = {f"{at}.eml": message(row, at).encode() for at, row in enumerate(GOOD_ROWS)}
    yield good(
        "mail-folder",
        "mails.zip",
        "one mail is noise",
        zipped({**mails, "x.eml": bytes(range(256))}),
        2,
    )
    yield good(
        "mail-folder",
        "mails.zip",
        "5,000 empty mails beside",
        zipped({**mails, **{f"e{at}.eml": b"" for at in range(5_000)}}),
        2,
    )
    yield refused("unknown", "things.zip", "nothing that is known", zipped({"a.bin": bytes(99)}))


def zipped(
    files: Mapping[str, bytes],
    how: int = zipfile.ZIP_DEFLATED,
    lzma: str = "",
    twice: str = "",
) -> bytes:
    """An archive of ``files``."""
    import warnings

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as opened, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in [*files.items(), *([(twice, files[twice])] if twice else [])]:
            opened.writestr(name, content, zipfile.ZIP_LZMA if name == lzma else how)
    return out.getvalue()


def nested(whole: bytes, files: Mapping[str, bytes]) -> bytes:
    for _ in range(10):
        whole = zipped({**files, "inner.zip": whole})
    return whole


def bad_sum(files: Mapping[str, bytes], name: str) -> bytes:
    marked = {**files, name: b"Company Name,Title\nMARKED,x\n"}
    return zipped(marked, zipfile.ZIP_STORED).replace(b"MARKED", b"HARMED")


def encrypted(whole: bytes) -> bytes:
    """With the flag that says so."""
    content = bytearray(whole)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            content[start + at] |= 1
            start = content.find(mark, start + 4)
    return bytes(content)


def overlapping() -> bytes:
    """Many names for the same bytes."""
    content = bytearray(zipped({"Skills.csv": b"Name\n" + b"a" * 900_000}))
    start = content.find(b"PK\x01\x02")
    end = content.find(b"PK\x05\x06")
    entry = bytes(content[start:end])
    count = 200
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(entry) * count, start, 0)
    return bytes(content[:start]) + entry * count + tail


def linked(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        for name, content in files.items():
            if name != "Profile.csv":
                opened.writestr(name, content)
        link = zipfile.ZipInfo("Profile.csv")
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        opened.writestr(link, "/etc/passwd")
    return out.getvalue()


def many(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        for at in range(count):
            opened.writestr(f"{at}", b"")
    return out.getvalue()


def zip64(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        for name, content in files.items():
            with opened.open(name, "w", force_zip64=True) as stream:
                stream.write(content)
    return out.getvalue()
