"""Who wrote to whom and when, out of ``messages.csv``; what they wrote is not kept."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from coalition.exchange.linkedin_dates import moment
from coalition.exchange.linkedin_everyone import Everyone, slug_of
from coalition.exchange.linkedin_files import FORMAT
from coalition.exchange.linkedin_names import is_nobody, names_in
from coalition.exchange.linkedin_rows import Row
from coalition.exchange.linkedin_tables import Table
from coalition.model.contact import Channel, Touchpoint
from coalition.model.reading import Problem, Reading
from coalition.model.source import Source

Party = tuple[str, str]
"""The name and the profile's slug of one who takes part; either may be ""."""

_SENDER, _RECIPIENTS = "sender profile url", "recipient profile urls"
_SPONSORED = "sponsored"
_NO_DAY = "No day is told of this message, so it is not counted."
_TRUE = ("yes", "true", "1")


@dataclass(frozen=True, slots=True)
class Message:
    """A message between people: without its text."""

    line: int
    conversation: str
    parties: tuple[Party, ...]  # the sender first
    at: str
    about: str


@dataclass(slots=True)
class Mailbox:
    """The messages of one file and what else is told of it.

    ``seen``: how often each profile takes part in any row, those passed over included.
    """

    file: str
    messages: list[Message] = field(default_factory=list)
    seen: Counter[Party] = field(default_factory=Counter)
    rows: int = 0
    passed: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


def mailbox(table: Table) -> Mailbox:
    """The messages in ``table``; drafts, spam, advertisement and those of nobody passed over."""
    found = Mailbox(table.file)
    parties: dict[tuple[str, str], tuple[Party, ...]] = {}
    for row in table.rows:
        sides = []
        for names, urls in ((row["from"], row[_SENDER]), (row["to"], row[_RECIPIENTS])):
            if (names, urls) not in parties:
                parties[names, urls] = tuple(_parties(names, urls))
            sides.append(parties[names, urls])
        _take(row, sides[0], sides[1], _SENDER in table.columns, found)
    found.problems += table.problems
    return found


def _take(
    row: Row, senders: tuple[Party, ...], others: tuple[Party, ...], addressed: bool, found: Mailbox
) -> None:
    found.rows += 1
    found.seen.update({*senders, *others})
    if why := _passed_over(row, senders, others, addressed):
        found.passed[why] += 1
        return
    at = moment(row["date"])
    if at is None:
        found.problems.append(Problem(found.file, row.line, _NO_DAY))
        return
    parties = tuple(dict.fromkeys((*senders[:1], *others)))
    about = row["subject"] or row["conversation title"]
    found.messages.append(Message(row.line, row["conversation id"], parties, at, about))


def _passed_over(
    row: Row, senders: tuple[Party, ...], others: tuple[Party, ...], addressed: bool
) -> str:
    """Why a row is no message between people, or ""."""
    if row["is message draft"].casefold() in _TRUE:
        return "drafts"
    if row["folder"].casefold() == "spam":
        return "spam"
    sponsored = row["conversation title"].casefold().startswith(_SPONSORED)
    if sponsored or not row["from"]:
        return "sponsored"
    if not senders or not others:
        return "accounts that are gone"
    return "not from a member" if addressed and not senders[0][1] else ""


def _parties(names: str, urls: str) -> Iterator[Party]:
    """Each who is named, those without an address only where nobody has one."""
    slugs = [slug_of(url.strip()) for url in urls.replace(";", ",").split(",") if url.strip()]
    if not slugs:
        if names and not is_nobody(names):
            yield names, ""  # older archives have no addresses, and name one alone
        return
    named = names_in(names, len(slugs)) or [""] * len(slugs)
    for name, slug in zip(named, slugs, strict=True):
        if slug:
            yield ("" if is_nobody(name) else name), slug


def touchpoints(found: Mailbox, everyone: Everyone) -> Reading:
    """The messages as touchpoints, each once; who takes part in them is mentioned."""
    told: dict[str, Touchpoint] = {}
    for message in found.messages:
        source = Source(found.file, message.line)
        keys = [everyone.mention(name, "", slug, source) for name, slug in message.parties]
        people = tuple(dict.fromkeys(filter(None, keys)))
        if len(people) < 2:
            found.passed["nobody else"] += 1
            continue
        among = message.conversation or " ".join(people[1:])
        key = f"linkedin {among} {message.at} {people[0]}"
        contact = Touchpoint(
            people, message.at, Channel.MESSAGE, source, about=message.about, key=key
        )
        told.setdefault(key, contact)
    return Reading(
        FORMAT,
        found.file,
        touchpoints=tuple(told.values()),
        problems=tuple(found.problems),
        notes=tuple(_notes(found)),
    )


def _notes(found: Mailbox) -> Iterator[str]:
    if passed := sum(found.passed.values()):
        reasons = ", ".join(f"{why}: {times}" for why, times in sorted(found.passed.items()))
        yield f"{passed} of {found.rows} messages not counted ({reasons})."
    if found.messages:
        yield "Of messages, who, when and the subject are kept, and not the text."
