"""Google Contacts as "Google CSV": the columns since 2024 and those before."""

from coalition.errors import NothingFound
from coalition.exchange.contact_header import header_in, may_head_contacts
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading

_NAMES = frozenset(("given name", "first name", "family name", "last name"))
_OWN_COLUMNS = (
    "given name yomi|phonetic first name|group membership|labels|name prefix|file as"
    "|additional name|e-mail 1 - value|e-mail 1 - label|e-mail 1 - type|phone 1 - value"
    "|organization name|organization 1 - name|organization title"
)
_MARKS = frozenset(_OWN_COLUMNS.split("|"))
_FEWEST_MARKS = 2


class GoogleContactsReader:
    """Reads people and how they are related; nothing private."""

    name = "google-contacts"
    title = "Google Contacts exported as Google CSV"
    advice = "an address book names no skill; `coalition import` keeps its people in a workbook"

    def recognise(self, material: Document) -> Match:
        """Sure of a header with columns that only Google's have together."""
        if not may_head_contacts(material.head):
            return Match.NO
        named = {" ".join(column.casefold().split()) for column in header_in(material.head_text)[0]}
        own = len(named & _MARKS) >= _FEWEST_MARKS
        return Match.SURE if named & _NAMES and own else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Nobody's skills: the reading tells of one person, so that it is refused with advice."""
        from coalition.exchange.address_book import for_clouds

        return for_clouds(self.read_all(material, progress))

    def read_all(self, material: Document, progress: Progress = silent) -> Reading:
        """Everybody, whom they report to, and the notes on them.

        Raises NothingFound where no row is a person's.
        """
        from coalition.exchange.contact_rows import read_table
        from coalition.exchange.google_columns import Columns

        reading = read_table(self.name, material, Columns, progress)
        if not reading.people:
            raise NothingFound(f"{material.name} has no person in it. {' '.join(reading.notes)}")
        return reading


READER = GoogleContactsReader()
