"""The name somebody goes by, out of the parts in which address books keep names."""

import re
from collections.abc import Iterable

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f]")
_MAIL = re.compile(r"[^\s<>()\[\]\"',;:@]{1,64}@[^\s<>()\[\]\"',;:@]{1,255}")


def joined_name(given: str, middle: str, family: str) -> str:
    """The parts in the order in which they are written: in East Asia the family's comes first."""
    east_asian = _EAST_ASIAN.search(family or given)
    parts = (family, middle, given) if east_asian else (given, middle, family)
    return " ".join(filter(None, parts))


def known_by(name: str, before: Iterable[str], after: Iterable[str]) -> str:
    """``name`` without the titles before it and the letters after it that the source names.

    "Dr. Ada Lee, PCC" with "Dr." before and "PCC" after is "Ada Lee".
    """
    for title in before:
        if title and name.casefold().startswith(f"{title.casefold()} "):
            name = name[len(title) :].lstrip(" ,")
    for letters in reversed(list(after)):
        start = name[: -len(letters)] if letters else ""
        if start.strip(" ,") and start[-1] in " ," and name.casefold().endswith(letters.casefold()):
            name = start.rstrip(" ,")
    return name


def mail_address(text: str) -> str:
    """``text`` as an e-mail address in lower case; "" where it is none, as an X.500 name."""
    address = text.strip()
    if address[:7].casefold() == "mailto:":
        address = address[7:].partition("?")[0]
    if address.startswith("<") and address.endswith(">"):
        address = address[1:-1]
    return address.casefold() if _MAIL.fullmatch(address) else ""


def mail_address_within(text: str) -> str:
    """The last e-mail address in a text such as "Ada Lee (ada@example.org)", or ""."""
    found = _MAIL.findall(text[-1000:])
    return found[-1].casefold() if found else ""
