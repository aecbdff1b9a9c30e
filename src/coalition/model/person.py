"""A person and the positions they hold and held: work facts only."""

from dataclasses import dataclass, field
from enum import StrEnum

from coalition.model.source import Source


@dataclass(frozen=True, slots=True)
class Position:
    """A role at an organisation.

    ``started`` and ``ended`` are ISO dates as exact as the source has them
    ("2019", "2019-09", "2019-09-30"); None where it tells nothing (no end: still there).
    ``source``: where it stands, where that is not where the person does.
    """

    organisation: str
    title: str
    started: str | None = None
    ended: str | None = None
    place: str = ""
    source: Source | None = field(default=None, compare=False)


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


class NameForm(StrEnum):
    """What another form of somebody's name is for."""

    READING = "reading"  # how it is said: kana, bopomofo, a romanisation
    SORT = "sort"  # how it is filed: "Castellane, Wanjirũ"
    ALSO = "also"  # what they are also called: a nickname, a former name, another script


@dataclass(frozen=True, slots=True)
class Name:
    """Another form of a person's name beside the one they go by."""

    text: str
    form: NameForm


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one source describes them; every field but the name may be empty.

    headline:     what they write of themselves above a profile.
    place:        where they work, as the source writes it.
    profile:      the address of a profile of theirs, the one that says most who they are.
    teams, departments: those that the source puts them in, in its order.
    key:          what ties and touchpoints of the same reading call them; no two people of a
                  reading share one. "" for somebody nothing refers to.
    names:        other forms of their name.
    emails:       addresses at work, the preferred one first.
    profiles:     further addresses of profiles and pages of theirs.
    title, organisation, unit, level: their role now, as the source has it.
    employee:     what their organisation calls them: a number, an account.
    time_zone:    an IANA name, such as "Asia/Tokyo".
    hours:        when they work, as "09:00-17:30", local time.
    active:       whether they are still there; False where the source says they left.
    on:           the day the source speaks of, an ISO date, where it tells one.
    source:       where in the file they stand.
    spoken:       where their languages stand, where that is elsewhere.
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
    key: str = ""
    names: tuple[Name, ...] = ()
    emails: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    title: str = ""
    organisation: str = ""
    unit: str = ""
    level: str = ""
    employee: str = ""
    time_zone: str = ""
    hours: str = ""
    active: bool = True
    on: str | None = None
    source: Source | None = None
    spoken: Source | None = field(default=None, compare=False)
