"""Which messages are nobody's touchpoint: junk, drafts, and what programs send."""

import re

from coalition.exchange.mail_addresses import Address
from coalition.exchange.mail_fields import Fields
from coalition.exchange.mail_labels import BIN, DRAFT, SPAM
from coalition.exchange.mail_names import is_automatic

LISTS = "from mailing lists and newsletters"
AUTOMATIC = "sent by programs"
REPLIES = "answers to calendar invitations"
_BULK = frozenset(("bulk", "list", "junk", "auto_reply"))
_LIST_FIELDS = ("list-unsubscribe", "list-id")
_AUTOMATIC_FIELDS = ("x-autoreply", "x-autorespond")
_CALENDAR = re.compile(
    r"text/calendar\b.{0,300}?\bmethod=\"?(?:reply|counter|refresh|declinecounter)\b",
    re.IGNORECASE | re.DOTALL,
)


def why_passed_over(fields: Fields, labels: set[str], senders: list[Address], start: bytes) -> str:
    """What kind of message it is, as "12 messages ..." goes on; "" for one between people.

    labels: what its labels and folders say; start: the first of its body, where parts are named.
    """
    for label in (SPAM, BIN, DRAFT):
        if label in labels:
            return label
    precedence = fields.first("precedence").lower()
    if precedence in _BULK or any(name in fields for name in _LIST_FIELDS):
        return LISTS
    if _is_calendar_reply(fields, start):
        return REPLIES
    return AUTOMATIC if _is_automatic(fields, senders) else ""


def _is_automatic(fields: Fields, senders: list[Address]) -> bool:
    submitted = fields.first("auto-submitted").lower()
    return (
        (bool(submitted) and not submitted.startswith("no"))
        or fields.first("return-path") == "<>"
        or fields.first("content-type").lower().startswith("multipart/report")
        or any(name in fields for name in _AUTOMATIC_FIELDS)
        or any(is_automatic(sender.address) for sender in senders)
    )


def _is_calendar_reply(fields: Fields, start: bytes) -> bool:
    kind = fields.first("content-type")[:1000]
    if kind[:10].lower() == "multipart/":
        return b"text/calendar" in start and bool(_CALENDAR.search(start.decode("latin-1")))
    return bool(_CALENDAR.match(kind))
