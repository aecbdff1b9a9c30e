"""Monica, the personal CRM: the JSON that "Settings > Export data" gives.

Version 4 writes ``{"version", "exported_by", "account": {"data": [{"type", "count", "values"}]}}``
(the ``ExportResources`` of monicahq/monica); the first exports had the lists beside the account's
id. What is no work fact, most of what Monica is for, is passed over and told by number.
"""

from coalition.errors import UnknownFormat
from coalition.exchange.json_text import json_of
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading


class MonicaReader:
    """Reads contacts, when one was in touch with them, notes, and who works with whom."""

    name = "monica"
    title = "Monica, the personal CRM (its JSON export): contacts at work, calls, notes"

    def recognise(self, material: Document) -> Match:
        """Sure of an account with contacts or users."""
        if material.head_text[:64].lstrip("\ufeff \n\t")[:1] != "{":
            return Match.NO
        return Match.SURE if _is_account(json_of(material)) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """The account's contacts and all that is a work fact of them; the user is its owner.

        Raises UnknownFormat where it is no such export, UnreadableInput where it is damaged.
        """
        value = material.json
        if not _is_account(value):
            raise UnknownFormat(f"{material.name} holds no account as Monica exports it.")
        from coalition.exchange.monica_account import read_account

        return read_account(self.name, material.name, value, progress)


def _is_account(value: object) -> bool:
    account = value.get("account") if isinstance(value, dict) else None
    if not isinstance(account, dict):
        return False
    listed = account.get("data")
    entries = listed.values() if isinstance(listed, dict) else listed
    if isinstance(listed, list | dict):
        kinds = {entry.get("type") for entry in entries or () if _has_values(entry)}
        return bool(kinds & {"contact", "user"})
    return _has_values(account.get("contacts")) or _has_values(account.get("users"))


def _has_values(entry: object) -> bool:
    if not isinstance(entry, dict) or not isinstance(entry.get("values"), list | dict):
        return False
    return isinstance(entry.get("type", ""), str)


READER = MonicaReader()
