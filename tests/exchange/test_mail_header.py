from datetime import UTC, datetime, timedelta, timezone
from email.header import Header
from email.utils import format_datetime, formataddr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.exchange.mail_addresses import addresses_in
from coalition.exchange.mail_dates import iso_date, when_sent
from coalition.exchange.mail_fields import Fields
from coalition.exchange.mail_names import natural
from coalition.exchange.mail_subjects import about
from coalition.exchange.mail_words import decoded_words, in_charset
from coalition.model.person import Name, NameForm


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Mon, 2 Mar 2026 08:01:15 +0100", "2026-03-02T08:01:15+01:00"),
        ("Fri, 6 Mar 2026 18:22:41 +0100 (CET)", "2026-03-06T18:22:41+01:00"),
        ("Mon (he said), 2 Mar 2026 08:01 -0530", "2026-03-02T08:01:00-05:30"),
        ("Mon, 2 Mar 2026 08:01:15 -0000", "2026-03-02T08:01:15+00:00"),
        ("Tue, 03 Mar 2026 10:00:00 GMT", "2026-03-03T10:00:00+00:00"),
        ("2 Mar 26 10:00:00 EST", "2026-03-02T10:00:00-05:00"),
        ("2 Mar 98 10:00:00 PDT", "1998-03-02T10:00:00-07:00"),
        ("2 Mar 2026 10:00:00 CEST", "2026-03-02T10:00:00+02:00"),
        ("2 Mar 2026 10:00:00 GMT+0100 (Central European)", "2026-03-02T10:00:00+01:00"),
        ("2 Mar 2026 10:00:00", "2026-03-02T10:00:00"),
        ("2026-03-02T10:00:00Z", "2026-03-02T10:00:00+00:00"),
        ("2 Mar 2026 23:59:60 +0000", "2026-03-02T23:59:59+00:00"),
        ("31 Feb 2026 10:00:00 +0000", ""),
        ("2 Mar 2026 10:00:00 +9999", ""),
        ("1 Jan 1904 00:00:00 +0000", ""),
        ("not a date", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_with_its_offset(written: str, meant: str) -> None:
    assert iso_date(written) == meant


def test_a_bad_date_is_made_good_by_the_first_server_else_by_the_line_of_the_mailbox() -> None:
    received = (
        b"Received: by b; Tue, 3 Mar 2026 09:00:00 +0000\n"
        b"Received: by a\n\tfor c; Tue, 3 Mar 2026 08:59:00 +0000\n"
    )
    line = b"From a@example.com Mon Mar  2 08:01:15 2026"
    assert when_sent(Fields(received + b"Date: soon\n"), line) == "2026-03-03T08:59:00+00:00"
    assert when_sent(Fields(b"Date: soon\n"), line) == "2026-03-02T08:01:15+00:00"
    gmail = b"From 154@xxx Mon Mar 02 08:01:15 +0100 2026"
    assert when_sent(Fields(b""), gmail) == "2026-03-02T08:01:15+01:00"
    assert when_sent(Fields(b""), b"From -") == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("=?UTF-8?Q?Stakeholder_map_=E2=80=93_v2?=", "Stakeholder map – v2"),
        ("caf=?utf-8?q?=C3=A9?=s", "cafés"),
        ("=?utf-8?B?6aaZ?= =?utf-8?B?57mU?= x", "香織 x"),
        ("=?utf-8?B?6aY=?=\r\n =?utf-8?B?mee5lA==?=", "香織"),
        ("=?iso-8859-1?Q?R=E9?= : =?iso-8859-1?Q?=96?=", "Ré : –"),
        ("=?iso-8859-1?Q?caf=C3=A9?=", "café"),
        ("=?unknown-8bit?Q?caf=E9?=", "café"),
        ("=?no-such?B?Y2Fmw6k=?=", "café"),
        ("=?gb2312?B?us4=?=", "何"),
        ("=?utf-8*en?q?plan?=", "plan"),
        ("=?utf-8?q?Really??=", "Really?"),
        ("=?utf-8?q?two words?=", "two words"),
        ("=?utf-8?B?YWJ?=", "ab"),
        ("=?zlib?q?x=80?=", "x€"),
        ("=?not closed", "=?not closed"),
    ],
)
def test_encoded_words_are_decoded_as_they_were_meant(written: str, meant: str) -> None:
    assert decoded_words(written) == meant


@given(st.text(max_size=60), st.sampled_from(["utf-8", "utf-16", "cp1252", "x-unknown", ""]))
def test_any_header_is_decoded_without_a_fault(text: str, charset: str) -> None:
    assert isinstance(decoded_words(f"=?{charset}?b?{text}?={text}"), str)
    assert (
        in_charset(text.encode("utf-8", "replace"), "utf-8")
        == text.encode("utf-8", "replace").decode()
    )


def test_raw_bytes_in_a_header_are_read_too() -> None:
    assert Fields("Subject: Müller – plan\n".encode()).text("subject") == "Müller – plan"
    assert Fields(b"Subject: M\xfcller \x96 plan\r\n").text("subject") == "Müller – plan"
    folded = b"SUBJECT : one\r\n\ttwo\r\n  three\r\nTo: x\r\n"
    assert Fields(folded).text("subject") == "one two three"


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ('"Quill-Ng, Tobias" <Tobias@Example.com>', [("Quill-Ng, Tobias", "tobias@example.com")]),
        ('"Rown, Emeka \\"EJ\\"" <e@x.example>', [('Rown, Emeka "EJ"', "e@x.example")]),
        ("Quill, Tobias <t@x.example>", [("Quill, Tobias", "t@x.example")]),
        (
            "a@x.example, Bo <b@x.example>; c@x.example",
            [("", "a@x.example"), ("Bo", "b@x.example"), ("", "c@x.example")],
        ),
        ("Team: a@x.example, b@x.example (Bo);", [("", "a@x.example"), ("Bo", "b@x.example")]),
        ('"=?utf-8?q?M=C3=BCller=2C_Jo?=" <m@x.example>', [("Müller, Jo", "m@x.example")]),
        ("Böb <b@ö.example>", [("Böb", "b@ö.example")]),
        ("<'a@x.example'>", [("", "a@x.example")]),
        ("[mailto:a@x.example]", [("", "a@x.example")]),
        ("undisclosed-recipients:;", []),
        ("nobody", []),
    ],
)
def test_lists_of_addresses_are_taken_apart(field: str, found: list[tuple[str, str]]) -> None:
    assert list(addresses_in(field)) == found


NAMES = st.text(st.sampled_from("ab ,;@<>()\":\\'=?é"), max_size=30)


@given(NAMES, NAMES)
def test_whatever_stands_in_a_list_an_address_is_one(before: str, after: str) -> None:
    for _, address in addresses_in(before + after):
        assert address == address.lower()
        assert address.count("@") == 1


@pytest.mark.parametrize(
    ("written", "name", "others"),
    [
        ("Quill-Ng, Tobias", "Tobias Quill-Ng", [("Quill-Ng, Tobias", NameForm.SORT)]),
        (
            "van der Berg, An Sofie",
            "An Sofie van der Berg",
            [("van der Berg, An Sofie", NameForm.SORT)],
        ),
        ("Smith, Jo (Finance)", "Jo Smith", [("Smith, Jo (Finance)", NameForm.ALSO)]),
        (
            'Rown, Emeka "EJ"',
            "Emeka Rown",
            [('Rown, Emeka "EJ"', NameForm.ALSO), ("EJ", NameForm.ALSO)],
        ),
        ("Jo Smith, PhD", "Jo Smith, PhD", []),
        ("Jo Smith, MBA, PCC", "Jo Smith, MBA, PCC", []),
        ("Sample Works, Inc.", "Sample Works, Inc.", []),
        ("Jo Smith", "Jo Smith", []),
        ("香織 架空山", "香織 架空山", []),
    ],
)
def test_last_name_first_is_turned_round_where_it_clearly_is_that(
    written: str, name: str, others: list[tuple[str, NameForm]]
) -> None:
    assert natural(written) == (name, tuple(Name(text, form) for text, form in others))


@pytest.mark.parametrize(
    "subject",
    ["Re: Plan", "RE: FW: Plan", "AW: WG: Plan", "TR : Plan", "Re[2]: Plan", "RV:Plan", "Ré : Plan",
     "SV: VS: Plan", "回复：Plan", "R: I: Plan", "Antw: Plan", "Plan"],
)  # fmt: skip
def test_a_subject_is_kept_without_the_marks_of_answers(subject: str) -> None:
    assert about(subject) == "Plan"


def test_a_subject_that_only_begins_like_a_mark_is_kept_and_a_long_one_cut() -> None:
    assert about("Results: good") == "Results: good"
    assert about("Plan: Re: x") == "Plan: Re: x"
    assert len(about("x" * 1000)) == 200


LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "), max_size=60
)
MOMENTS = st.datetimes(
    datetime(1970, 1, 2), datetime(2199, 12, 30), timezones=st.sampled_from(
        [UTC, timezone(timedelta(hours=-9, minutes=-30)), timezone(timedelta(hours=14))]
    )
)  # fmt: skip


@given(LINE, st.sampled_from(["utf-8", "iso-2022-jp", "koi8-r"]))
def test_what_the_standard_library_encodes_is_decoded(text: str, charset: str) -> None:
    words = text.encode(charset, "ignore").decode(charset)
    line = " ".join(words.split())
    encoded = Header(line, charset, header_name="Subject").encode()
    if "=?" not in line:
        assert decoded_words(encoded.replace("\n", "")) == line


@given(LINE)
def test_a_name_the_standard_library_writes_is_read(name: str) -> None:
    written = " ".join(name.split())
    if "=?" not in written and "@" not in written:
        (found,) = addresses_in(formataddr((written, "ada@example.com")))
        assert found == (written, "ada@example.com")


@given(MOMENTS)
def test_a_date_the_standard_library_writes_is_read(moment: datetime) -> None:
    written = moment.replace(microsecond=0)
    assert datetime.fromisoformat(iso_date(format_datetime(written))) == written
