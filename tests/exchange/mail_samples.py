"""Messages and mailboxes made up for the tests of mail, and short ways to read them."""

from coalition.exchange.mail import read_mail
from coalition.exchange.material import Document
from coalition.model.contact import Touchpoint
from coalition.model.person import Person
from coalition.model.reading import Reading

FIELDS = {
    "Message-ID": "<1@mail.example>",
    "Date": "Mon, 2 Mar 2026 08:01:15 +0100",
    "From": "Noor Verzonnen <noor@example.com>",
    "To": "Ada Sample <ada@example.com>",
    "Subject": "Change plan",
}


def message(body: str = "Hello", **changed: str | None) -> bytes:
    """A message; ``changed``: fields by name, "_" for "-"; None leaves one out."""
    fields: dict[str, str | None] = dict(FIELDS)
    for name, value in changed.items():
        written = name.replace("_", "-")
        known = next((field for field in fields if field.lower() == written.lower()), written)
        fields[known] = value
    header = "".join(f"{name}: {value}\n" for name, value in fields.items() if value is not None)
    return f"{header}\n{body}\n".encode()


def mailbox(*messages: bytes, line: str = "From 154@xxx Mon Mar 02 08:01:15 +0000 2026") -> bytes:
    """A mailbox of ``messages``, each after ``line`` and with a blank line after it."""
    return b"".join(line.encode() + b"\n" + each + b"\n" for each in messages)


def numbered(count: int, **changed: str | None) -> list[bytes]:
    """Messages that differ by their ids."""
    return [message(**{"message_id": f"<{n}@mail.example>", **changed}) for n in range(count)]


def mail(content: bytes, name: str = "mail", keep_text: bool = False) -> Reading:
    return read_mail(Document(name, content), keep_text)


def touchpoint(content: bytes) -> Touchpoint:
    (found,) = mail(content).touchpoints
    return found


def person(content: bytes, key: str) -> Person:
    (found,) = [one for one in mail(content).mentioned if one.key == key]
    return found


def passed_over(reading: Reading) -> list[str]:
    """The notes but the first, which says what is kept."""
    return list(reading.notes[1:])
