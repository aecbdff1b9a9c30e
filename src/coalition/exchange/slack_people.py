"""The people of a Slack workspace: its users but for programs, work facts only.

Telephone numbers, pictures, pronouns and what a status says (which may be about health) are passed
over.
"""

from __future__ import annotations

import re
from html import unescape

from coalition.exchange.json_text import items, member, text
from coalition.exchange.tag_text import tag_text
from coalition.model.person import Name, NameForm, Person
from coalition.model.source import Source

_SLACKBOT = "USLACKBOT"
_LONGEST = 300
_ZONE = re.compile(r"[A-Za-z_]{1,30}/[A-Za-z0-9_+/-]{1,40}|UTC")
_PASSED_OVER = {
    "phone": "phone",
    "skype": "skype",
    "status_text": "status",
    "pronouns": "pronouns",
    "birthday": "birthday",
    "image_original": "picture",
}


class Workspace:
    """Who is who by the ids of an export."""

    def __init__(self, entry: str, users: object) -> None:
        self._people: dict[str, Person] = {}
        self._strangers: dict[str, Person] = {}
        self._programs = {_SLACKBOT}
        self._passed_over: dict[str, None] = {}
        for user in items({"users": users}, "users"):
            identifier = text(user, "id")
            if not identifier:
                continue
            if _is_program(user):
                self._programs.add(identifier)
            else:
                self._people[identifier] = _person(identifier, user, Source(entry))
                self._passed_over |= {
                    named: None for key, named in _PASSED_OVER.items() if text(user, "profile", key)
                }

    def is_program(self, user: str) -> bool:
        """Whether a user is a bot, which nobody can be in touch with."""
        return user in self._programs

    def knows(self, user: str) -> bool:
        """Whether it is told who the user is."""
        return user in self._people or user in self._strangers

    def meet(self, user: str, message: object, entry: str) -> None:
        """Note somebody of another workspace by the profile that goes with their message."""
        if not self.knows(user):
            profile = member(message, "user_profile")
            if text(profile, "real_name") or text(profile, "display_name"):
                self._strangers[user] = _person(user, {"profile": profile}, Source(entry))

    def people(self) -> tuple[Person, ...]:
        """The users who are people, also those who left."""
        return tuple(self._people.values())

    def strangers(self) -> tuple[Person, ...]:
        """People of other workspaces, in channels that are shared with them."""
        return tuple(self._strangers.values())

    def notes(self) -> tuple[str, ...]:
        """What of the users is not kept."""
        programs = len(self._programs) - 1
        told = (f"Users that are programs, passed over: {programs:,}.",) if programs else ()
        if not self._passed_over:
            return told
        return (*told, f"Of the users, passed over: {', '.join(self._passed_over)}.")


def _is_program(user: object) -> bool:
    marks = ("is_bot", "is_workflow_bot")
    return (
        any(member(user, mark) is True for mark in marks)
        or bool(text(user, "profile", "bot_id"))
        or text(user, "id") == _SLACKBOT
    )


def _person(identifier: str, user: object, source: Source) -> Person:
    shown = _line(user, "profile", "display_name")
    real = _line(user, "profile", "real_name") or _line(user, "real_name")
    name = real or shown or _line(user, "name") or identifier
    also = shown and shown.casefold() != name.casefold()
    email = text(user, "profile", "email").lower()
    zone = text(user, "tz")
    return Person(
        name,
        key=identifier,
        names=(Name(shown, NameForm.ALSO),) if also else (),
        emails=(email,) if "@" in email and len(email) <= _LONGEST else (),
        title=_line(user, "profile", "title"),
        time_zone=zone if _ZONE.fullmatch(zone) else "",
        active=member(user, "deleted") is not True,
        source=source,
    )


def _line(user: object, *keys: str) -> str:
    """The text there as one line; Slack writes "&", "<" and ">" as entities."""
    return tag_text(unescape(text(user, *keys)[: 2 * _LONGEST]))[:_LONGEST]
