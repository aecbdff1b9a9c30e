from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.errors import NothingFound
from coalition.exchange.mail_mbox import messages_in
from coalition.exchange.opening import material_from_bytes
from coalition.exchange.reading import read_material
from tests.exchange.mail_samples import mail, mailbox, message, numbered
from tests.exchange.samples import read_bytes

GMAIL = "From 1545668983435175434@xxx Mon Mar 02 08:01:15 +0000 2026"
APPLE = "From noor@example.com Mon Mar  2 08:01:15 2026"
LINES = [
    GMAIL,
    APPLE,
    "From - Mon Mar 02 08:01:15 2026",
    "From -",
    "From ",
    "From MAILER-DAEMON Mon Mar  2 08:01:15 2026",
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_mailboxes_of_every_program_are_known_and_divided(line: str, end: str) -> None:
    content = mailbox(*numbered(3), line=line).replace(b"\n", end.encode())
    reading = read_material(material_from_bytes("given", content), everything=True)
    assert reading.format == "mbox"
    assert [point.key for point in reading.touchpoints] == [f"{n}@mail.example" for n in range(3)]
    assert [point.source.row for point in reading.touchpoints] == [1, 10, 19]


@pytest.mark.parametrize(
    "body",
    [
        "From the board: they want a plan",
        "\nFrom now on\nNote: we meet on Mondays\n",
        ">From the board\n",
        "\nFrom here to 2026\nwe go",
        "\nFrom bo@example.com Mon Mar  2 08:01:15 2026\nwithout a header",
    ],
)
def test_a_line_of_a_body_begins_no_message(body: str) -> None:
    assert len(mail(mailbox(message(body), *numbered(1))).touchpoints) == 2


def test_a_forwarded_message_in_a_body_whose_length_is_told_is_no_message() -> None:
    inner = mailbox(message(message_id="<inner@x>")).decode()
    body = f"Look:\n\n{inner}"
    outer = message(body, content_length=str(len(body) + 1))
    assert [point.key for point in mail(mailbox(outer, *numbered(1))).touchpoints] == [
        "1@mail.example",
        "0@mail.example",
    ]


@pytest.mark.parametrize("length", ["0", "3", "99999999", "9999999999", "-1", "x"])
def test_a_length_that_is_wrong_is_not_believed(length: str) -> None:
    content = mailbox(message("Hello\nyou", content_length=length), *numbered(1))
    assert len(mail(content).touchpoints) == 2


def test_a_mailbox_cut_off_in_a_header_is_read_as_far_as_it_goes() -> None:
    content = mailbox(message(), message(message_id="<2@x>"))
    cut = content[: content.rindex(b"Subject")]
    assert [point.about for point in mail(cut).touchpoints] == ["Change plan", ""]


@given(st.lists(st.binary(max_size=60), max_size=6), st.sampled_from(LINES))
def test_the_messages_of_a_mailbox_cover_it_without_overlap(bodies: list[bytes], line: str) -> None:
    content = mailbox(*(message() + body for body in bodies), line=line)
    spans = list(messages_in(content, 1000))
    assert [span.start for span in spans[1:]] == [span.end for span in spans[:-1]]
    assert all(span.start < span.header <= span.body <= span.end for span in spans)
    assert [span.line for span in spans] == [
        content.count(b"\n", 0, span.start) + 1 for span in spans
    ]
    assert not spans or (spans[0].start, spans[-1].end) == (0, len(content))
    assert len(spans) >= len(bodies)


@pytest.mark.parametrize("content", [mailbox(message()), message()], ids=["mbox", "eml"])
def test_for_a_cloud_mail_says_what_to_do_with_it(content: bytes) -> None:
    with pytest.raises(NothingFound, match=r"and no skills; `coalition import` keeps who and when"):
        read_bytes(content, "mail")


Amount = Callable[[int], bytes]


@pytest.mark.parametrize(
    "made",
    [
        lambda n: mailbox(message("x" * n)),
        lambda n: mailbox(message(to="a@example.com," * n)),
        lambda n: mailbox(message(to='"\\"' * n)),
        lambda n: mailbox(message(subject="=?a?q?" * n)),
        lambda n: mailbox(message(x="\n y" * n)),
        lambda n: mailbox(message("\nFrom a@x 1:11 1:11 2026 2026\nx" * n)),
        lambda n: mailbox(message(content_length="9" * 9) + b"\n" * n),
        lambda n: mailbox(message().replace(b"\n\n", b"\n") + b"X: y\n" * n),
        lambda n: mailbox(message("\0" * n)),
        lambda n: mailbox(
            message("".join(f"--{i}\nContent-Type: multipart/mixed; boundary={i}\n\n"
                            for i in range(n)), content_type="multipart/mixed; boundary=0")
        ),
    ],
)  # fmt: skip
def test_what_is_built_to_do_harm_is_read_all_the_same(made: Amount) -> None:
    reading = mail(made(50_000) + mailbox(*numbered(1)), keep_text=True)
    assert "0@mail.example" in {point.key for point in reading.touchpoints}
