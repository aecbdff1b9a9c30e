"""Lists of addresses as they stand in From, To and Cc (RFC 5322, section 3.4)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from coalition.exchange.mail_words import decoded_words
from coalition.exchange.tag_text import tag_text

# Quoted text, a comment and an address in brackets may hold commas; what is never closed goes on
# to the end, so that no character is looked at twice.
_PIECE = re.compile(
    r'"(?:[^"\\]|\\.)*(?:"|\\?$)|\((?:[^()\\]|\\.)*(?:\)|\\?$|(?=[(]))|<[^<>]*>?|[^",;:<()]+|.',
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ADDRESS = re.compile(r"[^\s@<>()\[\]\",;:]{1,64}@[^\s@<>()\",;:\]]{1,255}")
_SHORT = 200
_LONGEST_NAME = 200


class Address(NamedTuple):
    """One of them: the name beside it ("" for none), and the address in lower case."""

    name: str
    address: str


def count_of_addresses(fields: list[str]) -> int:
    """About how many addresses stand in ``fields``: cheap, and never too few."""
    return sum(field.count("@") for field in fields)


def addresses_in(field: str) -> Iterable[Address]:
    """The addresses in a field, in its order; groups are opened, what is no address passed over.

    A name with a comma that was not quoted, ``Last, First <address>``, is put together again.
    """
    return _remembered(field) if len(field) <= _SHORT else _addresses(field)


@lru_cache(maxsize=4000)
def _remembered(field: str) -> tuple[Address, ...]:
    """The same people write to the same people."""
    return tuple(_addresses(field))


def _addresses(field: str) -> Iterator[Address]:
    name: list[str] = []
    address = comment = ""
    for match in _PIECE.finditer(field):
        piece = match[0]
        if piece in (",", ";"):
            written = "".join(name)
            yield from _address(written, address, comment)
            is_half = piece == "," and not address and "@" not in written and "," not in written
            name = [f"{written}, "] if is_half and written.strip() else []
            address = comment = ""
        elif piece == ":":  # what stood before is the name of a group
            name = []
        elif piece[0] == "<":
            address = address or piece.strip("<>")
        elif piece[0] == "(":
            comment = comment or piece.strip("()")
            name.append(f" {piece} ")
        elif piece[0] == '"':
            name.append(_ESCAPE.sub(r"\1", piece.removeprefix('"').removesuffix('"')))
        else:
            name.append(piece)
    yield from _address("".join(name), address, comment)


def _address(written: str, address: str, comment: str) -> Iterator[Address]:
    """The address, in brackets or, as it once was usual, bare with the name in a comment."""
    found = _ADDRESS.search(address or written)
    if found:
        name = decoded_words(written if address else comment)
        name = tag_text(name)
        yield Address(name if len(name) <= _LONGEST_NAME else "", found[0].strip(".'").lower())
