"""Outlook contacts as CSV, with the header in the language of the program that wrote it."""

from coalition.errors import NothingFound
from coalition.exchange.contact_header import header_in, may_head_contacts
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading


class OutlookContactsReader:
    """Reads people and how they are related; nothing private."""

    name = "outlook-contacts"
    title = "Contacts of Outlook exported as CSV, with headers of eight languages"
    advice = "an address book names no skill; `coalition import` keeps its people in a workbook"

    def recognise(self, material: Document) -> Match:
        """Sure of a header with columns that only Outlook has together."""
        if not may_head_contacts(material.head):
            return Match.NO
        from coalition.exchange.outlook_header import is_outlooks

        header, _ = header_in(material.head_text)
        return Match.SURE if is_outlooks(header) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Nobody's skills: the reading tells of one person, so that it is refused with advice."""
        from coalition.exchange.address_book import for_clouds

        return for_clouds(self.read_all(material, progress))

    def read_all(self, material: Document, progress: Progress = silent) -> Reading:
        """Everybody, whom they report to, and the notes on them.

        Raises NothingFound where no row is a person's.
        """
        from coalition.exchange.contact_rows import read_table
        from coalition.exchange.outlook_columns import Columns

        reading = read_table(self.name, material, Columns, progress)
        if not reading.people:
            raise NothingFound(f"{material.name} has no person in it. {' '.join(reading.notes)}")
        return reading


READER = OutlookContactsReader()
