import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.exchange.mail_text import own_words, text_of
from tests.exchange.mail_samples import mail, mailbox, message


@pytest.mark.parametrize(
    "history",
    [
        "On Sun, 1 Mar 2026 at 19:00, Ada wrote:\n> Who can stop you?",
        "On Sunday, the first of March of the year 2026, at seven,\nAda Sample wrote:\n> Who?",
        "Am 1.3.2026 um 19:00 schrieb Ada Sample:\n\nWho can stop you?",
        "Le 1 mars 2026, Ada a écrit :\nQui ?",
        "El 1 mar 2026, Ada escribió:\n> ¿Quién?",
        "2026年3月1日 Ada <a@example.com> のメール:\n> 誰",
        "From: Ada\nSent: Thursday\nTo: Noor\n\nold text",
        "________________________________\nFrom: Ada\nSent: Thursday\n\nold text",
        "Von: Ada\nGesendet: Donnerstag\n\nalt",
        "-----Original Message-----\nold text",
        "-- \nNoor Verzonnen\n+44 20 7946 0000",
        "> old\n>> older",
    ],
)
def test_history_and_signature_are_cut_off(history: str) -> None:
    assert own_words(f"Yes, I do.\n\n{history}\n") == "Yes, I do."


def test_answers_between_quotes_are_kept() -> None:
    text = "On Sunday Ada wrote:\n> Who?\nBo.\n\n\n\n> When?\nSoon."
    assert own_words(text) == "Bo.\n\nSoon."


@pytest.mark.parametrize(
    "text", ["From: here we go\nand on", "On Monday we met", "-- not a signature", "I wrote:\nthis"]
)
def test_what_only_looks_like_history_is_kept(text: str) -> None:
    assert own_words(text) == text


@given(st.text())
def test_nothing_is_put_into_the_words_that_was_not_there(text: str) -> None:
    there = set(text.split())
    assert set(own_words(text).split()) <= there


def test_the_first_plain_part_is_the_text_in_its_own_encoding() -> None:
    parts = (
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\n"
        b"Content-Type: multipart/alternative; boundary=b\n\n--b\n"
        b"Content-Type: text/html\n\n<p>no</p>\n--b\n"
        b'Content-Type: text/plain; charset="windows-1252"\n'
        b"Content-Transfer-Encoding: quoted-printable\n\nImogen=92s =80500\n--b--\n--a\n"
        b"Content-Type: text/plain\nContent-Disposition: attachment\n\nno\n--a--\n"
    )
    assert text_of(parts, False) == "Imogen’s €500"


@pytest.mark.parametrize(
    "content",
    [
        b"Content-Type: text/html\n\n<p>Hello</p>\n",
        b"Content-Type: text/plain\nContent-Disposition: attachment\n\nHello\n",
        b"Content-Type: message/rfc822\n\nFrom: x\n\nHello\n",
        b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n)
                 for n in range(2000)) + b"\nHello",
    ],
)  # fmt: skip
def test_what_has_no_plain_text_of_its_own_gives_none(content: bytes) -> None:
    assert text_of(content, False) == ""


def test_bytes_in_no_known_encoding_are_read_as_well_as_can_be() -> None:
    said = (
        b"Content-Type: text/plain; charset=%s\nContent-Transfer-Encoding: 8bit\n\nr\xe9sum\xe9\n"
    )
    assert text_of(said % b"unknown-8bit", False) == "résumé"
    assert text_of(said % b"utf-8", False) == "résumé"


def test_a_line_that_a_mailbox_quotes_is_the_authors_own() -> None:
    content = message("Hi\n\n>From the board: yes\n> quoted")
    (point,) = mail(mailbox(content), keep_text=True).touchpoints
    assert point.text == "Hi\n\nFrom the board: yes"
    (point,) = mail(content, keep_text=True).touchpoints
    assert point.text == "Hi"
