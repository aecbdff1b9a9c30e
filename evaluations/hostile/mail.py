"""Mail: headers, parts, words and dates that are made to harm."""

from collections.abc import Iterator

from hostile.case import Case, any_end, good
from hostile.forms import GOOD_ROWS, mbox, message


def cases() -> Iterator[Case]:
    """Mailboxes and single messages."""
    said = "mbox", "mail.mbox"
    for what, hostile in _messages():
        content = b"From x@example.com Mon Mar 02 10:00:00 2026\n" + hostile + b"\n\n"
        first, second = (mbox([row]).encode() for row in GOOD_ROWS)
        yield good(*said, what, first + content + second.replace(b"<0@", b"<1@"), 2)
        yield any_end("eml", "mail.eml", what, hostile)
    whole = mbox(GOOD_ROWS).encode()
    yield good(
        *said,
        "lines of From in a body",
        whole.replace(
            b"Hello.", b"Hello.\n\nFrom here on\nFrom now@x Mon Mar 2 10:00:00 2026\nno header\n"
        ),
        2,
    )
    yield good(*said, "1,000,000 lines of From", whole + b"From a\n" * 1_000_000, 2)
    yield good(
        *said,
        "lengths that are lies",
        whole.replace(b"Subject:", b"Content-Length: 9999999999\nSubject:", 1),
        1,
    )
    yield good(
        *said,
        "20,000 messages without header",
        whole + b"\n\nFrom a@x Mon Mar 02 10:00:00 2026\n" * 20_000,
        2,
    )
    yield good(*said, "a message 10,000 times", mbox(GOOD_ROWS[:1]).encode() * 5_000 + whole, 2)
    yield any_end(*said, "one line of From", b"From a@example.com Mon Mar 02 10:00:00 2026\n")
    yield good(
        "eml",
        "mail.eml",
        "as it should be",
        message(GOOD_ROWS[0]).replace("Me <me@example.com>", '"Bea Goodrow" <bea@example.com>'),
        1,
    )


def _messages() -> Iterator[tuple[str, bytes]]:
    sender = b"From: Cai Mail <c@example.com>\nTo: Me <me@example.com>\n"
    day = b"Date: Mon, 2 Mar 2026 10:00:00 +0100\n"
    yield "a header of 20 MB", sender + day + b"X-Long: " + b"x" * 20_000_000 + b"\n\nx"
    yield "a header of 200,000 lines", sender + day + b"X-A: b\n" * 200_000 + b"\nx"
    yield (
        "a header folded 200,000 times",
        sender + day + b"Subject: x" + b"\n x" * 200_000 + b"\n\nx",
    )
    yield (
        "50,000 addressees",
        day
        + b"From: c@example.com\nTo: "
        + b", ".join(b"Cai N%d <c%d@example.com>" % (at, at) for at in range(50_000))
        + b"\n\nx",
    )
    yield (
        "an address of brackets",
        day
        + b"From: "
        + b"(" * 100_000
        + b"c@example.com"
        + b")" * 100_000
        + b"\nTo: "
        + b"<" * 100_000
        + b"\n\nx",
    )
    yield (
        "an address of commas and quotes",
        day + b"From: c@example.com\nTo: " + b',"' * 100_000 + b"\n\nx",
    )
    yield (
        "a group in a group",
        day
        + b"From: c@example.com\nTo: "
        + b"a: " * 10_000
        + b"x@example.com"
        + b";" * 10_000
        + b"\n\nx",
    )
    yield (
        "encoded words without end",
        sender + day + b"Subject: " + b"=?utf-8?B?" * 50_000 + b"\n\nx",
    )
    yield (
        "encoded words of no set",
        sender
        + day
        + b"Subject: =?x-none?Q?=ZZ?= =?utf-7?B?////?= =?utf-16?B?AA==?= =?idna?Q?xn--?= =?zlib?B?eJw=?=\n\nx",
    )
    yield (
        "an encoded word that steers a terminal",
        sender.replace(b"Cai Mail", b"=?utf-8?B?G1syShtbMTsxSEdvbmU=?=")
        + day
        + b"Subject: =?utf-8?Q?=0D=0ABcc:_x=00=1B[2J?=\n\nx",
    )
    yield (
        "parts 10,000 deep",
        sender
        + day
        + b"".join(
            b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at)
            for at in range(10_000)
        )
        + b"\nx",
    )
    yield (
        "100,000 parts",
        sender + day + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 100_000,
    )
    yield (
        "a boundary of 100,000 letters",
        sender + day + b"Content-Type: multipart/mixed; boundary=" + b"b" * 100_000 + b"\n\nx",
    )
    yield (
        "parameters in 10,000 pieces",
        sender
        + day
        + b"Content-Type: text/plain"
        + b"".join(b"; name*%d*=x" % at for at in range(10_000))
        + b"\n\nx",
    )
    for said in (
        b"32 Foo 99999 99:99:99 +9999",
        b"Mon, 2 Mar 2026 10:00:00 +99999999",
        b"Fri, 31 Dec 9999 23:59:59 -2359",
        b"Sat, 1 Jan 0001 00:00:00 +2359",
        b"-1",
        b"2026-02-30",
        b"",
        b"1" * 10_000,
        b"\xff\xfe",
        b"Mon, 2 Mar -2026 10:00:00 +0000",
    ):
        yield f"dated {said[:30]!r}", sender + b"Date: " + said + b"\n\nx"
    yield "no date", sender + b"\nx"
    yield "ten dates and senders", (sender + day) * 10 + b"\nx"
    yield (
        "NULs and noise in the header",
        sender + day + b"Subject: \0\0" + bytes(range(128, 256)) + b"\nX\0Y: z\n\nx",
    )
    yield "bare carriage returns", (sender + day + b"Subject: x\n\nx").replace(b"\n", b"\r")
    yield "no sender and no addressee", day + b"Subject: x\n\nx"
    yield (
        "an address of a million letters",
        day + b"From: " + b"a" * 1_000_000 + b"@example.com\nTo: me@example.com\n\nx",
    )
    yield (
        "references 100,000",
        sender
        + day
        + b"References: "
        + b"<a@b> " * 100_000
        + b"\nMessage-ID: "
        + b"<" * 50_000
        + b"\n\nx",
    )
    yield "labels without end", sender + day + b"X-Gmail-Labels: " + b"a," * 100_000 + b"\n\nx"
