"""What a check found."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found.

    check: the name of what was looked at. what: what was found, a sentence for the user.
    mend:  puts it right; None where only the user can.
    grave: something is wrong; otherwise it is only worth knowing.
    """

    check: str
    what: str
    mend: Callable[[], object] | None = None
    grave: bool = True


def counted(number: int, one: str, many: str = "") -> str:
    """``number`` and the word for it."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
