"""vCards: one person or an address book, from Apple, Google, Outlook, telephones and directories.

Versions 2.1 (versit), 3.0 (RFC 2426) and 4.0 (RFC 6350, 6474, 6715, 9554), told by what they
write and not by the version they declare.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coalition.errors import NothingFound
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

if TYPE_CHECKING:
    from coalition.exchange.address_book import Entry

_BEGIN = "BEGIN:VCARD"
_STEP = 1000


class VCardReader:
    """Reads people, their names, roles, skills and relations; nothing private."""

    name = "vcard"
    title = "Contacts as vCard (.vcf): Apple, Google, Outlook, Nextcloud, telephones"
    advice = "its people name no expertise; `coalition import` keeps them in a workbook"

    def recognise(self, material: Document) -> Match:
        """Sure where a card begins."""
        if b"VCARD" not in material.head[:4000].replace(b"\0", b"").upper():
            return Match.NO
        start = material.head_text.lstrip("\ufeff\n\t ")
        return Match.SURE if start[: len(_BEGIN)].upper() == _BEGIN else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """The people with skills: expertise and interests (RFC 6715)."""
        from coalition.exchange.address_book import for_clouds

        return for_clouds(self.read_all(material, progress))

    def read_all(self, material: Document, progress: Progress = silent) -> Reading:
        """Everybody, who they work with, and the notes on them.

        Raises NothingFound where no card is of a person.
        """
        from coalition.exchange.address_book import read_book
        from coalition.exchange.passed_over import PassedOver
        from coalition.exchange.vcard_cards import cards_in
        from coalition.exchange.vcard_person import entry_of

        passed = PassedOver(material.name)
        total = material.content.count(b"\n")

        def entries() -> Iterator[Entry]:
            for number, card in enumerate(cards_in(material.content, passed)):
                if number % _STEP == 0:
                    progress(card.line, total)
                if entry := entry_of(card, material.name, passed):
                    yield entry

        reading = read_book(self.name, material.name, entries(), passed)
        if not (reading.people or reading.person or reading.problems):
            why = " ".join(reading.notes)
            raise NothingFound(f"{material.name} describes no person: {why}".strip())
        return reading


READER = VCardReader()
