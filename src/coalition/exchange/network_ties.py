"""One tie of a network: what its fields hold, and what their words mean."""

import re
from collections.abc import Mapping
from functools import lru_cache

from coalition.exchange import network_words as words
from coalition.exchange.linkedin_dates import iso
from coalition.exchange.tag_text import tag_text
from coalition.model.contact import TieKind

_LONGEST_WORDS = 200
_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d")


def tie_fields(fields: Mapping[str, str]) -> dict[str, str]:
    """What the fields of a tie hold, by what they are for; "" for those that are not there."""
    told = dict.fromkeys(("type", "label", "weight", "direction", "on", "until"), "")
    for field, value in fields.items():
        role = words.tie_field_role(field[:_LONGEST_WORDS])
        if role in told and not told[role]:
            told[role] = value
    return told


@lru_cache(maxsize=4096)
def meaning_of(kind_told: str, label: str) -> tuple[TieKind, bool, str] | None:
    """What kind of tie type and label say, whether from the other's side, and what the source
    calls it where its kind does not say so; None for a private one.
    """
    meant = [text for text in (kind_told, label) if not words.says_nothing(text)]
    found = words.tie_meaning(" ".join(meant))
    if found is None:
        return None
    kind, turned = found
    parts = dict.fromkeys(map(tag_text, meant))
    about = ", ".join(part for part in parts if words.plain(part) != kind.value)
    return kind, turned, "" if turned else about


def day_in(written: str) -> str | None:
    """The ISO date in a field; None where there is none with a year of ours."""
    if not written or not _DAY.search(written):
        return None
    return iso(written)
