"""By what a command recognises names: Coalition's list of skills, over it the user's own, over
both what ``--aliases`` gives.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coalition.tags.naming.alias_list import AliasList

ALIASES_OPTION = click.option(
    "--aliases",
    multiple=True,
    metavar="FILE",
    help="A list of skills and their other names (docs/skills.md), which goes before your own and "
    "Coalition's; of several the last is right.",
)


def lists_of(aliases: Sequence[str]) -> "tuple[AliasList, ...]":
    """The lists over Coalition's: the user's own, if it says anything, then those of the option.

    Raises InputError, with the line, where one is faulty.
    """
    from coalition.cli.own_skills import own_list

    own = own_list()
    found = (own,) if own and own.entries else ()
    if not aliases:
        return found
    from coalition.cli.sources import material_of
    from coalition.exchange.skill_list import skill_list_in

    return (*found, *(skill_list_in(material_of(source)) for source in aliases))
