"""Lists of skills from files: :mod:`coalition.tags.naming.alias_list` has their form."""

import re

from coalition.errors import InputError
from coalition.exchange.kinds import kind_of
from coalition.exchange.material import Collection, Material
from coalition.tags.naming.alias_list import AliasList, parse

_DIVIDED = re.compile(r"[,;\t|]\s*\S")


def skill_list_in(material: Material) -> AliasList:
    """The list of skills that a document is, in any encoding.

    Raises InputError where it is no text, and with the line of whatever is wrong in it.
    """
    if isinstance(material, Collection):
        raise InputError(
            f"{material.name} is a folder or an archive: give the one file with the list of skills."
        )
    if kind := kind_of(material):
        raise InputError(
            f"{material.name} is {kind}, not a list of skills: that is plain text with a skill a "
            "line, and below each, indented, lines such as: also Exec Coaching; Coach for Leaders"
        )
    found = parse(material.text, material.name)
    _refuse_table(found)
    return found


def _refuse_table(found: AliasList) -> None:
    """Raise InputError where nothing is said of any name, and most are rows of a table."""
    if any(entry.said or entry.group for entry in found.entries):
        return
    rows = [entry for entry in found.entries if _DIVIDED.search(entry.name)]
    if len(rows) * 2 > len(found.entries):
        raise InputError(
            f"{found.name}, line {rows[0].line}: this looks like a table, and says nothing of any "
            "skill. A list of skills has a skill a line, and below each, indented, lines such as: "
            "also Exec Coaching; Coach for Leaders"
        )
