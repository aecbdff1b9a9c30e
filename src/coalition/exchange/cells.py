"""Cells that hold several tags: "Coaching; Planning", "#agile #kanban", "A ::: B"."""

import re
from collections.abc import Sequence

# Signs that separate and never stand inside of a tag. SharePoint writes ";#" between values.
_SEPARATOR = re.compile(r";#|:::|[;|\t\n、；؛،]")
_MAY_DIVIDE = re.compile(r":::|[;|\t\n、；؛،,，#]")
_COMMA = re.compile(r"[,，]")
_SHAREPOINT = ";#"
_LONGEST_PIECE = 30
_SHARE_WITH_COMMA = 0.5


def has_comma_lists(cells: Sequence[str]) -> bool:
    """Whether the commas in a column divide tags: in most cells, between short pieces."""
    filled = [cell for cell in cells if cell.strip()]
    divided = [cell for cell in filled if _COMMA.search(cell)]
    if len(divided) < max(1, len(filled) * _SHARE_WITH_COMMA):
        return False
    if any(_SEPARATOR.search(cell) for cell in filled):
        return False
    pieces = [piece.strip() for cell in divided for piece in _COMMA.split(cell)]
    return sum(map(len, pieces)) <= len(pieces) * _LONGEST_PIECE


def tags_in(cell: str, commas: bool = False) -> list[str]:
    """The tags in a cell, in its order; ``commas`` says that commas divide them too."""
    if cell.startswith("=") or not _MAY_DIVIDE.search(cell):
        return [cell.strip()]  # nearly all cells; a formula is one too, and never computed
    pieces = _SEPARATOR.split(cell)
    if commas:
        pieces = [part for piece in pieces for part in _COMMA.split(piece)]
    if _SHAREPOINT in cell:
        # Ids stand between the values.
        pieces = [piece for piece in pieces if not piece.strip().isdecimal()]
    return [tag for piece in pieces for tag in _hashtags(piece.strip()) if tag]


def _hashtags(piece: str) -> list[str]:
    """``#a #b`` is two tags, a and b; everything else is one."""
    if not piece.startswith("#"):
        return [piece]
    words = piece.split()
    if all(word.startswith("#") for word in words):
        return [word.lstrip("#") for word in words]
    return [piece.lstrip("#")]
