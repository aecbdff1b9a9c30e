"""GitHub: the languages and topics of a user's repositories, as its REST API gives them.

``/users/{user}/repos`` (a list), the same within a user, ``/repos/{repo}``,
``/repos/{repo}/languages`` (bytes of code by language) and ``/repos/{repo}/topics``,
https://docs.github.com/rest; and the repositories of a user as the GraphQL API nests them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeGuard

from coalition.errors import UnknownFormat
from coalition.exchange.github_graph import graph_owner, graph_repositories
from coalition.exchange.json_text import items, json_of, member, text
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.exchange.tag_text import tag_text
from coalition.exchange.tally import Tally, tallied
from coalition.model.evidence import Kind
from coalition.model.reading import Reading

if TYPE_CHECKING:  # a list of tags, for which this reader is asked too, tells of nobody
    from coalition.model.person import Person

_LEAST_BYTES = 1000
_LANGUAGES = "Languages"
_TOPICS = "Topics"


class GitHubReader:
    """Reads the languages and topics of somebody's own repositories."""

    name = "github"
    title = "GitHub repositories of a user (languages and topics, JSON from its API)"

    def recognise(self, material: Document) -> Match:
        """Sure of repositories or topics; likely of a map of languages, which has no marks."""
        value = json_of(material)
        if _repositories(value) or _topics(value):
            return Match.SURE
        return Match.LIKELY if _is_languages(value) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Each language and topic with the number of own repositories that use it.

        Forks are others' work and stay out. Of a map of languages alone, each with its share of
        the code in percent, at least 1. Raises UnknownFormat where there is none of these.
        """
        value = json_of(material)
        notes: tuple[str, ...] = ()
        if repositories := _repositories(value):
            own = [entry for entry in repositories if member(entry, "fork") is not True]
            tally = _tally_of(own, material.name)
            if forks := len(repositories) - len(own):
                notes = (f"Forks passed over, as others' work: {forks}.",)
        elif topics := _topics(value):
            tally = Tally(material.name, Kind.LISTED)
            for topic in topics:
                tally.add(topic, 0, group=_TOPICS)
        elif _is_languages(value):
            tally = _shares(value, material.name)
        else:
            raise UnknownFormat(f"{material.name} holds no repositories as GitHub gives them.")
        person = None if _is_repository(value) else _person(graph_owner(value) or value)
        return replace(tallied(self.name, material.name, [tally], person), notes=notes)


def _repositories(value: object) -> list[object]:
    listed = value if isinstance(value, list) else None
    for key in ("repos", "repositories", "items"):
        listed = listed or list(items(value, key))
    if not listed:
        listed = graph_repositories(value) or [value]
    return [entry for entry in listed if _is_repository(entry)]


def _is_repository(entry: object) -> bool:
    if not isinstance(entry, dict) or not text(entry, "name"):
        return False
    marks = sum(key in entry for key in ("fork", "language", "topics", "languages", "full_name"))
    return marks >= 2


def _tally_of(repositories: list[object], name: str) -> Tally:
    tally = Tally(name, Kind.COUNTED, "repositories")
    for repository in repositories:
        languages = member(repository, "languages")
        named = [str(key) for key in languages] if isinstance(languages, dict) else []
        main = text(repository, "language")
        for language in dict.fromkeys([main, *named] if main else named):
            tally.add(language, 1, group=_LANGUAGES)
        topics = [topic for topic in items(repository, "topics") if isinstance(topic, str)]
        for topic in dict.fromkeys(topics):
            tally.add(topic, 1, group=_TOPICS)
    return tally


def _topics(value: object) -> list[str]:
    if not isinstance(value, dict) or set(value) != {"names"}:
        return []
    return [topic for topic in items(value, "names") if isinstance(topic, str)]


def _is_languages(value: object) -> TypeGuard[dict[str, int]]:
    """Whether this is bytes of code by language: whole numbers, some larger than any count."""
    if not isinstance(value, dict) or not value:
        return False
    sizes = list(value.values())
    if not all(type(size) is int and size >= 0 for size in sizes):
        return False
    from coalition.exchange.code_languages import LANGUAGES

    known = sum(key.casefold() in LANGUAGES for key in value)
    return max(sizes) >= _LEAST_BYTES and known * 2 > len(value)


def _shares(value: dict[str, int], name: str) -> Tally:
    tally = Tally(name, Kind.COUNTED, "percent of the code")
    total = sum(value.values())
    for language, size in value.items():
        tally.add(language, max(1, round(100 * size / total)), group=_LANGUAGES)
    return tally


def _person(value: object) -> Person | None:
    from coalition.model.person import Person

    name = tag_text(text(value, "name") or text(value, "login"))
    profile = text(value, "html_url")
    return Person(name, headline=tag_text(text(value, "bio")), profile=profile) if name else None


READER = GitHubReader()
