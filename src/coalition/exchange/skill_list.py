"""Lists of skills from files: :mod:`coalition.tags.alias_list` has their form."""

from coalition.errors import InputError
from coalition.exchange.kinds import kind_of
from coalition.exchange.material import Collection, Material
from coalition.tags.alias_list import AliasList, parse


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
    return parse(material.text, material.name)
