"""What of an export of Monica is no work fact: counted, to be told, and never kept."""

from collections import Counter
from collections.abc import Iterable

from coalition.exchange.monica_records import property_of, records

_OF_ACCOUNT = {"photo": "photos", "document": "documents", "journal_entry": "journal entries"}
_OF_CONTACT = {
    "gift": "gifts",
    "debt": "debts",
    "pet": "pets",
    "address": "addresses",
    "life_event": "life events",
}
_PROPERTIES = {
    "birthdate": "birthdays",
    "gender": "genders",
    "food_preferences": "food preferences",
    "first_met_date": "how one met",
    "first_met_through": "how one met",
    "deceased_date": "deaths",
    "tags": "tags",
}


class Private:
    """How often each kind of private fact stands there."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()

    def count(self, what: str, times: int = 1) -> None:
        """Count what is passed over: "gifts"."""
        if times:
            self._times[what] += times

    def count_account(self, account: object) -> None:
        """Count what the account as a whole holds."""
        for kind, what in _OF_ACCOUNT.items():
            self.count(what, _number(records(account, kind)))
        journal = property_of(account, "journal_entries")
        if isinstance(journal, list):
            self.count("journal entries", len(journal))

    def count_contact(self, contact: object) -> None:
        """Count what one contact holds."""
        for kind, what in _OF_CONTACT.items():
            self.count(what, _number(records(contact, kind)))
        told = {what for name, what in _PROPERTIES.items() if property_of(contact, name)}
        for what in told:
            self.count(what)

    def listing(self) -> str:
        """Each with how often, "gifts (3)", the most frequent first; "" where there was none."""
        return ", ".join(f"{what} ({times:,})" for what, times in self._times.most_common())


def _number(found: Iterable[object]) -> int:
    return sum(1 for _ in found)
