"""Slack's export of a workspace: who was in touch with whom, by day; a zip file or a folder.

``users.json``, ``channels.json``, in larger plans also ``groups.json`` (private channels),
``dms.json`` and ``mpims.json`` (messages between two and more), and a folder for each of them with
a file a day, ``YYYY-MM-DD.json``. See "How to read Slack data exports", slack.com/help.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition.errors import UnreadableInput
from coalition.exchange.material import Collection
from coalition.exchange.reader import Match, Progress, silent

if TYPE_CHECKING:
    from coalition.model.reading import Problem, Reading

USERS = "users.json"
LISTS = ("channels.json", "groups.json", "dms.json", "mpims.json")
_DAY = re.compile(r"(?P<folder>[^/]+)/\d{4}-\d{2}-\d{2}\.json$")
_PROGRESS_EVERY = 50
_KEPT = "Of messages: who with whom, on which day and in which channel. No text is kept."


class SlackExport:
    """The reader of a workspace's export."""

    name = "slack-export"
    title = "Slack export, zip or folder (Settings, Import/Export Data): who was in touch, and when"
    reads = Collection
    advice = (
        "Slack tells who was in touch with whom, and no skills; `coalition import` keeps who and "
        "when"
    )

    def recognise(self, material: Collection) -> Match:
        """Sure of a list of users beside a list of channels, or beside files of a day each."""
        top = _top(material.entries)
        if top is None:
            return Match.NO
        listed = any(top + name in material.entries for name in LISTS)
        days = any(map(_DAY.search, material.entries))
        return Match.SURE if listed and days else Match.LIKELY if listed or days else Match.NO

    def read(self, material: Collection, progress: Progress = silent) -> Reading:
        """Nothing: it names no skills, and clouds have no use for the rest."""
        from coalition.model.reading import Reading

        return Reading(self.name, material.name)

    def read_all(self, material: Collection, progress: Progress = silent) -> Reading:
        """The people of the workspace and their touchpoints.

        A day's file that is damaged is a problem, and the others are read. Raises UnreadableInput
        where the list of users is damaged.
        """
        from coalition.exchange.slack_conversations import Conversations, conversations_in
        from coalition.exchange.slack_people import Workspace
        from coalition.model.reading import Reading

        top = _top(material.entries) or ""
        problems: list[Problem] = []
        workspace = Workspace(top + USERS, material.open(top + USERS).json)
        lists = {
            name: _json(material, top + name, problems)
            for name in LISTS
            if top + name in material.entries
        }
        found = Conversations(workspace, conversations_in(lists))
        days = sorted(entry for entry in material.entries if _is_day(entry, top))
        for done, entry in enumerate(days):
            if done % _PROGRESS_EVERY == 0:
                progress(done, len(days))
            messages = _json(material, entry, problems)
            problems += found.add(entry, entry.split("/")[-2], messages)
        touchpoints = found.touchpoints()
        return Reading(
            self.name,
            material.name,
            people=workspace.people(),
            mentioned=workspace.strangers(),
            problems=(*problems, *found.unknown()),
            notes=(_KEPT, *found.notes(), *workspace.notes()),
            touchpoints=touchpoints,
        )


def _top(entries: tuple[str, ...]) -> str | None:
    """The folder that the export lies in, "" or one ending in "/"; None where there is none."""
    found = [entry for entry in entries if entry.rpartition("/")[2] == USERS]
    return min(found, key=len).removesuffix(USERS) if found else None


def _is_day(entry: str, top: str) -> bool:
    return entry.startswith(top) and bool(_DAY.fullmatch(entry.removeprefix(top)))


def _json(material: Collection, entry: str, problems: list[Problem]) -> object:
    """The value of an entry; where it is damaged, an empty list and a problem."""
    from coalition.model.reading import Problem

    try:
        return material.open(entry).json
    except UnreadableInput as fault:
        problems.append(Problem(entry, None, str(fault)))
        return []


READER = SlackExport()
