"""How people are connected: ties, touchpoints and what was written of them."""

from dataclasses import dataclass
from enum import StrEnum

from coalition.model.source import Source


class TieKind(StrEnum):
    """How two people are connected; "one" and "other" as in :class:`Tie`."""

    REPORTS_TO = "reports to"  # one's manager is the other
    DOTTED_LINE = "dotted line to"  # one also answers to the other
    ASSISTS = "assists"  # one keeps the other's calendar
    WORKS_WITH = "works with"
    SEEKS_ADVICE = "seeks advice from"
    ENDORSED = "endorsed"  # one vouched for a skill of the other
    RECOMMENDED = "recommended"  # one wrote a recommendation of the other
    CONNECTED = "connected"  # they are contacts on a network
    INVITED = "invited"  # one asked the other to be a contact
    KNOWS = "knows"  # the source says no more than that


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people and how they are connected.

    one, other: the keys of two people of the same reading.
    about:      what the source calls the tie, where that says more than its kind.
    weight:     how strong the source says it is, in its own measure; None where it tells nothing.
    on, until:  since when and till when, ISO dates as exact as the source has them.
    """

    one: str
    other: str
    kind: TieKind
    source: Source
    about: str = ""
    weight: float | None = None
    on: str | None = None
    until: str | None = None


class Channel(StrEnum):
    """How people were in touch."""

    MEETING = "meeting"
    CALL = "call"
    MAIL = "mail"
    MESSAGE = "message"  # a direct message on any network
    CHAT = "chat"  # a channel or a group
    INVITATION = "invitation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """One contact on a day: with whom, how, about what.

    people:  the keys of those who took part, the one it came from first, where that is known.
    at:      when: an ISO date ("2026-03-02") for a whole day, a local time without offset
             ("2026-03-02T09:00:00") where the source ties it to no zone, else with its offset
             ("2026-03-02T09:00:00+01:00").
    zone:    the IANA zone it was planned in, "" where the source has an offset only.
    channel: how.
    about:   a subject, a title.
    text:    what was said, where it is kept at all.
    key:     what identifies it across files: a message's id, an event's with its recurrence.
    until:   when it ended, in the same form as ``at``; None where the source does not say.
    """

    people: tuple[str, ...]
    at: str
    channel: Channel
    source: Source
    zone: str = ""
    about: str = ""
    text: str = ""
    key: str = ""
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A text about a person's work, as somebody wrote it down.

    about, by: keys of people of the same reading; ``by`` is "" where it is not known.
    """

    about: str
    text: str
    source: Source
    on: str | None = None
    by: str = ""
