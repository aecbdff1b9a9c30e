"""``--half-life 3y`` and ``--as-of 2026-03-14``: the options by which old evidence counts less."""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from datetime import date, timedelta

_WRITTEN = r"\s*(\d{1,6}(?:\.\d{1,6})?)\s*([a-z]+)\s*"
_NAMES = {"y": ("year", "years"), "m": ("month", "months"), "w": ("week", "weeks"),
          "d": ("day", "days")}  # fmt: skip


class Age(NamedTuple):
    """How age counts, as :func:`~coalition.tags.weights.profile` takes it."""

    half_life: "timedelta | None"
    today: "date | None"

    @classmethod
    def given(cls, half_life: "timedelta | None", as_of: "date | None") -> "Age":
        """By the options. The clock is read here alone. Raises UsageError for a useless one."""
        if as_of and not half_life:
            raise click.UsageError("--as-of is the day from which ages count: add --half-life.")
        if half_life is None or as_of:
            return cls(half_life, as_of)
        from datetime import date

        return cls(half_life, date.today())


def _half_life(_ctx: click.Context, _option: click.Parameter, value: str | None) -> Any:
    if value is None:
        return None
    match = re.fullmatch(_WRITTEN, value, re.IGNORECASE)
    unit = next((u for u, names in _NAMES.items() if match and match[2].lower() in (u, *names)), "")
    if not match or not unit or not float(match[1]):
        raise click.BadParameter(
            f'"{value[:40]}" is no half-life: write it like 3y, 18m or 90d, for years, months or '
            "days, more than 0."
        )
    from datetime import timedelta

    from coalition.tags.recency import DAYS_A_MONTH, DAYS_A_YEAR

    days = {"y": DAYS_A_YEAR, "m": DAYS_A_MONTH, "w": 7.0, "d": 1.0}
    return timedelta(days=float(match[1]) * days[unit])


def _day(_ctx: click.Context, _option: click.Parameter, value: str | None) -> Any:
    if value is None:
        return None
    from datetime import date

    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f'"{value}" is no day: write it like 2026-03-14.') from None


AGE_OPTIONS = (
    click.option("--as-of", callback=_day, metavar="DATE", help="The day from which ages count, "
                 "such as 2026-03-14. [default: today]"),
    click.option("--half-life", callback=_half_life, metavar="AGE", help="Let old evidence count "
                 "less: half at this age, such as 3y, 18m or 90d. [default: all alike]"),
)  # fmt: skip
"""The last first, as click takes them."""
