"""Contacts in Slack: who was in touch with whom, in which channel, on which day.

What counts as a contact:

- a mention: who wrote, and each of those whom the message names (``@channel`` names nobody);
- an answer in a thread: who began the thread and all who answered in it that day; where they are
  more than 20, who began it with each of the others, because they hardly spoke to one another;
- a direct message: all members of the conversation.

A reaction is none, nor is being in the same channel. There is one touchpoint a day for each pair
and each thread of a channel, and for each direct conversation, at the time (UTC) of the first
message; so a busy channel does not count more than people do. Texts are looked at for mentions
alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import combinations

from coalition.exchange.json_text import items, member, text
from coalition.exchange.naming import escaped
from coalition.exchange.slack_people import Workspace
from coalition.exchange.tag_text import tag_text
from coalition.model.contact import Channel, Touchpoint
from coalition.model.reading import Problem
from coalition.model.source import Source

MOST_IN_A_THREAD = 20
"""The most people who are taken to have talked with one another in one thread."""

_MOST_MENTIONS = 20
_LONGEST_TEXT = 40_000  # what Slack cuts messages at
_LATEST = 4_102_444_800.0  # the year 2100
_MENTION = re.compile(r"<@([UW][A-Z0-9]{2,20})(?:\|[^<>]*)?>")
_DIRECT = re.compile(r"D[A-Z0-9]{6,20}|mpdm-.+")
# What people write; other subtypes say that somebody joined, a topic changed, a program spoke.
_WRITTEN = frozenset(("", "thread_broadcast", "reply_broadcast", "file_share", "me_message"))


@dataclass(frozen=True, slots=True)
class Conversation:
    """A channel, or people who write to one another directly (``members``)."""

    id: str
    name: str
    members: tuple[str, ...] = ()


@dataclass(slots=True)
class _Contact:
    """Who was in touch in one conversation on one day: when each of them first was."""

    conversation: Conversation
    source: Source
    key: str
    people: dict[str, float] = field(default_factory=dict)


def conversations_in(lists: Mapping[str, object]) -> dict[str, Conversation]:
    """The conversations that the lists of an export name, by the names of their folders."""
    found = {}
    for file, values in lists.items():
        direct = file in ("dms.json", "mpims.json")
        for value in items({"all": values}, "all"):
            identifier, name = text(value, "id"), text(value, "name")
            people = [one for one in items(value, "members") if isinstance(one, str)]
            shown = "" if direct else f"#{tag_text(name or identifier)}"
            members = tuple(dict.fromkeys(people))[:MOST_IN_A_THREAD] if direct else ()
            found[name or identifier] = Conversation(identifier, shown, members)
    return found


class Conversations:
    """The contacts of all conversations of an export, put together day by day."""

    def __init__(self, workspace: Workspace, known: Mapping[str, Conversation]) -> None:
        self._workspace = workspace
        self._known = known
        self._direct: dict[tuple[str, str], _Contact] = {}
        self._threads: dict[tuple[str, str, str], _Contact] = {}
        self._pairs: dict[tuple[str, str, frozenset[str]], _Contact] = {}
        self._began: dict[tuple[str, str], str] = {}
        self._folder = ""
        self._found: list[Touchpoint] = []
        self._unknown: dict[str, str] = {}
        self._passed_over = 0

    def add(self, entry: str, folder: str, messages: object) -> Iterator[Problem]:
        """The messages of a day in the conversation of ``folder``, one folder after another."""
        if folder != self._folder:
            self._close()
            self._folder = folder
        if not isinstance(messages, list):
            yield Problem(entry, None, "The file holds no list of messages, so it is not used.")
            return
        conversation = self._known.get(folder) or _unlisted(folder)
        source = Source(entry)
        timeless = 0
        for message in sorted(messages, key=_time):
            user = text(message, "user")
            if text(message, "subtype") not in _WRITTEN or not self._is_human(user, message):
                self._passed_over += 1
            elif not _time(message):
                timeless += 1
            else:
                self._workspace.meet(user, message, entry)
                self._note(conversation, source, user, message)
        if timeless:
            what = f"Messages without a time that can be read, not used: {timeless:,}."
            yield Problem(entry, None, what)

    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """All of them, between people who are known, in the order of their times."""
        self._close()
        found = [known for point in self._found if (known := self._among_the_known(point))]
        return tuple(sorted(found, key=lambda point: (point.at, point.key)))

    def _close(self) -> None:
        """Make touchpoints of the contacts so far, which take several times the room."""
        together = self._split_large_threads()
        alone = []
        for key, contact in self._pairs.items():
            if thread := together.get(key):
                thread.people |= {
                    one: min(when, thread.people[one]) for one, when in contact.people.items()
                }
            else:
                alone.append(contact)
        self._found += map(_touchpoint, (*self._direct.values(), *self._threads.values(), *alone))
        for contacts in (self._direct, self._threads, self._pairs, self._began):
            contacts.clear()

    def unknown(self) -> Iterator[Problem]:
        """A problem for each user of whom nothing is told; after :meth:`touchpoints`."""
        for user, entry in self._unknown.items():
            what = f"The user {escaped(user)} is not in users.json, so contacts with them are lost."
            yield Problem(entry, None, what)

    def notes(self) -> tuple[str, ...]:
        """What was passed over on purpose."""
        count = self._passed_over
        what = f"Messages passed over, from programs or of people joining and leaving: {count:,}."
        return (what,) if count else ()

    def _is_human(self, user: str, message: object) -> bool:
        return bool(user) and not self._workspace.is_program(user) and not text(message, "bot_id")

    def _note(self, conversation: Conversation, source: Source, user: str, message: object) -> None:
        when = _time(message)
        day = _day(when)
        if conversation.members or not conversation.name:
            key = (conversation.id, day)
            contact = self._direct.setdefault(
                key, _Contact(conversation, source, f"slack:{conversation.id}:{day}")
            )
            for one in (user, *conversation.members):
                contact.people.setdefault(one, when)
            return
        thread = text(message, "thread_ts")
        if thread and thread == text(message, "ts"):
            self._began[conversation.id, thread] = user
        elif thread:
            self._note_answer(conversation, source, user, message)
        for mentioned in sorted(_mentioned(message) - {user})[:_MOST_MENTIONS]:
            self._note_pair(conversation, source, day, (user, mentioned), when)

    def _note_answer(
        self, conversation: Conversation, source: Source, user: str, message: object
    ) -> None:
        when, thread = _time(message), text(message, "thread_ts")[:40]
        day = _day(when)
        key = f"slack:{conversation.id}:{day}:{thread}"
        contact = self._threads.setdefault(
            (conversation.id, day, thread), _Contact(conversation, source, key)
        )
        began = self._began.get((conversation.id, text(message, "thread_ts")), "")
        parent = text(message, "parent_user_id") or began
        for one in (parent, user) if parent else (user,):
            contact.people.setdefault(one, when)

    def _note_pair(
        self,
        conversation: Conversation,
        source: Source,
        day: str,
        pair: tuple[str, str],
        when: float,
    ) -> None:
        key = f"slack:{conversation.id}:{day}:{'+'.join(sorted(pair))}"
        contact = self._pairs.setdefault(
            (conversation.id, day, frozenset(pair)), _Contact(conversation, source, key)
        )
        for one in pair:
            contact.people.setdefault(one, when)

    def _split_large_threads(self) -> dict[tuple[str, str, frozenset[str]], _Contact]:
        """Make pairs of large threads; the others, by each pair that was together in them."""
        together: dict[tuple[str, str, frozenset[str]], _Contact] = {}
        for key, contact in list(self._threads.items()):
            channel, day, _ = key
            if len(contact.people) <= MOST_IN_A_THREAD:
                pairs = combinations(contact.people, 2)
                together |= {(channel, day, frozenset(pair)): contact for pair in pairs}
                continue
            del self._threads[key]
            (first, _), *others = contact.people.items()
            for other, when in others:
                pair = (first, other)
                self._note_pair(contact.conversation, contact.source, day, pair, when)
        return together

    def _among_the_known(self, point: Touchpoint) -> Touchpoint | None:
        """The touchpoint without programs and those of whom nothing is told; None of fewer than 2.

        Only at the end, because a message tells who wrote it also where others named them before.
        """
        people = tuple(user for user in point.people if self._workspace.knows(user))
        if len(people) < len(point.people):
            for user in point.people:
                if not (self._workspace.knows(user) or self._workspace.is_program(user)):
                    self._unknown.setdefault(user, point.source.file)
            point = replace(point, people=people)
        return point if len(people) > 1 else None


def _touchpoint(contact: _Contact) -> Touchpoint:
    return Touchpoint(
        tuple(contact.people),
        datetime.fromtimestamp(min(contact.people.values()), UTC).isoformat("T", "seconds"),
        Channel.CHAT if contact.conversation.name else Channel.MESSAGE,
        contact.source,
        about=contact.conversation.name,
        key=contact.key,
    )


def _unlisted(folder: str) -> Conversation:
    """What a folder that is in no list holds, told by the form of its name."""
    direct = _DIRECT.fullmatch(folder)
    return Conversation(folder, "" if direct else f"#{tag_text(folder)}")


def _mentioned(message: object) -> set[str]:
    return set(_MENTION.findall(text(message, "text")[:_LONGEST_TEXT]))


def _time(message: object) -> float:
    """When a message was written, in seconds since 1970; 0 where that cannot be read."""
    written = member(message, "ts")
    try:
        when = float(written) if isinstance(written, str | int | float) else 0.0
    except (ValueError, OverflowError):
        return 0.0
    return when if 0.0 < when < _LATEST else 0.0


def _day(when: float) -> str:
    return datetime.fromtimestamp(when, UTC).date().isoformat()
