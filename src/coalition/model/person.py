"""A person and the positions they hold and held: work facts only."""

from dataclasses import dataclass

from coalition.model.source import Source


@dataclass(frozen=True, slots=True)
class Position:
    """A role at an organisation.

    ``started`` and ``ended`` are ISO dates as exact as the source has them
    ("2019", "2019-09", "2019-09-30"); None where it tells nothing (no end: still there).
    """

    organisation: str
    title: str
    started: str | None = None
    ended: str | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A text that somebody wrote about a person's work.

    ``holder``: about whom, where several people are told of ("" otherwise).
    """

    by: str
    text: str
    source: Source
    title: str = ""
    organisation: str = ""
    on: str | None = None
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one source describes them; every field but the name may be empty.

    ``teams``, ``departments``: those that the source puts them in, in its order.
    """

    name: str
    headline: str = ""
    place: str = ""
    industry: str = ""
    profile: str = ""
    positions: tuple[Position, ...] = ()
    languages: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
