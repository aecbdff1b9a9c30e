"""``--of NAME``: the skills of one person, team or department out of sources about many."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import click

from coalition.cli.sources import tell
from coalition.model.reading import Reading
from coalition.tags.weights import Profile

if TYPE_CHECKING:
    from coalition.tags.standing_out import Distinctive
    from coalition.tags.whose import Holders, Whose

Weigh: TypeAlias = "Callable[[Sequence[Reading]], Profile]"
"""Makes the profile of readings, as the options say."""

OF_OPTION = click.option("--of", metavar="NAME", help="Only the skills of this person, team or "
                         "department, where the sources tell of several.")  # fmt: skip


class OneOfMany(NamedTuple):
    """One person's or group's profile, and all that it was taken from."""

    whose: "Whose"
    profile: Profile
    everybody: Profile
    holders: "Holders"

    @property
    def distinctive(self) -> tuple["Distinctive", ...]:
        """What stands out in it. Raises InputError where it cannot be told or shown."""
        from coalition.tags.standing_out import distinctive_of

        return distinctive_of(self.everybody, self.whose, self.holders)


def one_of_many(readings: Sequence[Reading], name: str, weigh: Weigh) -> OneOfMany:
    """The profile of the one of this name: see :func:`each_of_many`."""
    (one,) = each_of_many(readings, (name,), weigh)
    return one


def each_of_many(
    readings: Sequence[Reading], names: Sequence[str], weigh: Weigh
) -> tuple[OneOfMany, ...]:
    """The profiles of those of these names; what has no known holder is told as left out.

    weigh: makes the profile of all readings. Raises InputError where there is none of a name.
    """
    from coalition.tags.whose import Holders, part

    holders = Holders(readings)
    found = [holders.find(name) for name in names]
    tell(
        f"{source} does not tell whose skills it holds, or not of all: those are left out."
        for source in holders.unknown
    )
    everybody = weigh(holders.readings)
    return tuple(
        OneOfMany(whose, part(everybody, whose.holders), everybody, holders) for whose in found
    )
