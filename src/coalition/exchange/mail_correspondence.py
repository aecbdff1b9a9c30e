"""Message after message put together to one reading: people, touchpoints, what was passed over."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256

from coalition.exchange.mail_addresses import Address, addresses_in, count_of_addresses
from coalition.exchange.mail_dates import when_sent
from coalition.exchange.mail_fields import Fields
from coalition.exchange.mail_labels import SENT, labels_of
from coalition.exchange.mail_names import is_role
from coalition.exchange.mail_passed_over import why_passed_over
from coalition.exchange.mail_people import AddressBook, senders_of
from coalition.exchange.mail_subjects import about
from coalition.exchange.naming import escaped
from coalition.model.contact import Channel, Touchpoint
from coalition.model.reading import Problem, Reading
from coalition.model.source import Source

MOST_PEOPLE = 200
"""The most people one message may go to: what goes to more is an announcement."""

_COPIES = "there already, as copies of others"
_MASS = f"to more than {MOST_PEOPLE} addresses"
_UNNAMED = "to nobody who is named"
_ALONE = "with fewer than two people in them"
_LONGEST_KEY = 250
_KEY = re.compile(r"<\s*([^<>\s]+)\s*>")
_KINDS_OF_RECIPIENTS = ("to", "cc", "bcc")


class Correspondence:
    """What is known so far of the messages of one input."""

    def __init__(self, notes: tuple[str, ...] = ()) -> None:
        self.problems: list[Problem] = []
        self._notes = notes
        self._book = AddressBook()
        self._touchpoints: dict[str, Touchpoint] = {}
        self._passed_over: Counter[str] = Counter()
        self._delivered: Counter[str] = Counter()
        self._sent_by: Counter[str] = Counter()
        self._first: Source | None = None

    def add(
        self,
        header: bytes,
        source: Source,
        labels: set[str],
        start: bytes,
        from_line: bytes = b"",
    ) -> str:
        """Note a message; the key of its new touchpoint, "" where it makes none.

        header:    its fields; start: the first of its body.
        labels:    what the folders that it lies in say.
        from_line: the line that it begins with in a mailbox.
        """
        fields = Fields(header)
        labels = labels | labels_of(fields)
        senders = senders_of(fields)
        self._first = self._first or source
        self._note_owner(fields, senders, labels)
        if why := why_passed_over(fields, labels, senders, start):
            return self._pass_over(why)
        recipients = [value for kind in _KINDS_OF_RECIPIENTS for value in fields.every(kind)]
        if count_of_addresses(recipients) > 3 * MOST_PEOPLE:  # names may hold addresses too
            return self._pass_over(_MASS)
        addressed = [address for value in recipients for address in addresses_in(value)]
        if len(addressed) > MOST_PEOPLE:
            return self._pass_over(_MASS)
        if not addressed and not any(";" in value for value in recipients):
            addressed = list(addresses_in(fields.first("delivered-to")))
        if not addressed:
            return self._pass_over(_UNNAMED)
        when = when_sent(fields, from_line)
        if fault := _fault(fields, when):
            self.problems.append(Problem(source.file, source.row, fault))
            return ""
        return self._note(fields, senders, addressed, when, source)

    def with_text(self, key: str, text: str) -> None:
        """Keep what was written in the message of a touchpoint."""
        from dataclasses import replace

        if text:
            self._touchpoints[key] = replace(self._touchpoints[key], text=text)

    def reading(self, format: str, name: str) -> Reading:
        """All that was noted."""
        owner = self._owner()
        if owner and self._first:
            self._book.add(owner, self._first)
        notes = [f"Messages passed over, {why}: {n:,}." for why, n in self._passed_over.items()]
        if roles := sorted(self._book.roles):
            more = ", ..." if len(roles) > 3 else ""
            named = ", ".join(map(escaped, roles[:3])) + more
            notes.append(f"Addresses that are no person's, passed over: {len(roles):,} ({named}).")
        return Reading(
            format,
            name,
            problems=tuple(self.problems),
            notes=(*self._notes, *notes),
            touchpoints=tuple(self._touchpoints.values()),
            mentioned=self._book.people(),
            owner=owner,
        )

    def _note(
        self,
        fields: Fields,
        senders: list[Address],
        addressed: list[Address],
        when: str,
        source: Source,
    ) -> str:
        key = _key(fields, when)
        if key in self._touchpoints:
            return self._pass_over(_COPIES)
        wrote = list(self._book.note(senders, source, own=True))
        people = tuple(dict.fromkeys((*wrote, *self._book.note(addressed, source, own=False))))
        if len(people) < 2:
            return self._pass_over(_ALONE)
        subject = about(fields.text("subject"))
        self._touchpoints[key] = Touchpoint(
            people, when, Channel.MAIL, source, about=subject, key=key
        )
        return key

    def _pass_over(self, why: str) -> str:
        self._passed_over[why] += 1
        return ""

    def _note_owner(self, fields: Fields, senders: list[Address], labels: set[str]) -> None:
        delivered = fields.first("delivered-to") or fields.first("x-original-to")
        for address in addresses_in(delivered):
            self._delivered[address.address] += 1
        if SENT in labels and len(senders) == 1:
            self._sent_by[senders[0].address] += 1

    def _owner(self) -> str:
        """Whom more than half was delivered to; else who wrote more than half of what was sent."""
        for counted in (self._delivered, self._sent_by):
            for address, times in counted.most_common(1):
                if times * 2 > counted.total() and not is_role(address):
                    return address
        return ""


def _fault(fields: Fields, when: str) -> str:
    """Why a message between people cannot be used, as a sentence."""
    if not fields.first("from"):
        return "The message names nobody in From, so it is not used."
    if not when:
        said = escaped(fields.text("date")[:60])
        told = f"has a date that cannot be read (“{said}”)" if said else "has no date"
        return f"The message {told}, so it is not used."
    return ""


def _key(fields: Fields, when: str) -> str:
    """What identifies the message in every mailbox: its id, else who, when and about what."""
    written = fields.first("message-id")
    found = _KEY.search(written)
    key = found[1] if found else "".join(written.split())
    if key and len(key) <= _LONGEST_KEY:
        return key
    told = "\n".join((key, fields.first("from"), when, fields.first("subject")))
    return "sha256:" + sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]
