"""``coalition skills``: which names are one skill. Each command is a module of this package."""

import click

from coalition.cli import LazyGroup


@click.group(
    cls=LazyGroup,
    package="coalition.cli.skills",
    names=("review", "answers", "forget", "show", "normalise", "profile"),
    synonyms={"normalize": "normalise"},
)
def command() -> None:
    """Which names are one skill: see, decide; and what somebody is known for.

    What is certain is merged by Coalition's list of skills. What is likely you are asked about, and
    your answers stand in a list of your own, which always applies.

    \b
    Examples:
      coalition skills review boss.zip
      coalition skills show "Mgmt of Change"
      coalition skills normalise names.csv -o in-order.csv
      coalition skills profile team.csv --of "Ada Byrne"
    """
