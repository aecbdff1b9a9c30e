"""Days as users write them: a date, or so long ago."""

import re
from datetime import date, timedelta

import click

_AGES = {"d": 1, "w": 7, "m": 30, "y": 365}


# Generic in some versions of click, and in others not.
class Day(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A day: "2026-09-01", or an age: "90d", "6w", "18m", "2y"."""

    name = "day"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day that was written."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            pass
        age = re.fullmatch(r"(\d{1,5})\s*([dwmy])[a-z]*", value.strip().casefold())
        if age is None:
            self.fail(f"{value!r} is no day: write one as 2026-09-01, or an age as 90d or 2y.")
        try:
            return date.today() - timedelta(days=int(age[1]) * _AGES[age[2]])
        except (OverflowError, ValueError):
            self.fail(f"{value!r} is too long ago.")
