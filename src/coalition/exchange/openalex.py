"""OpenAlex: the topics an author has written about, https://docs.openalex.org (Author object)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coalition.errors import UnknownFormat
from coalition.exchange.json_text import items, json_of, member, number, text
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.exchange.tag_text import tag_text
from coalition.exchange.tally import Tally, tallied
from coalition.model.evidence import Kind
from coalition.model.reading import Reading

if TYPE_CHECKING:  # a list of tags, for which this reader is asked too, tells of nobody
    from coalition.model.person import Person, Position

_AUTHOR = "openalex.org/A"
_WORK = "openalex.org/W"


class OpenAlexReader:
    """Reads the topics of an author, of several, or of a list of works."""

    name = "openalex"
    title = "OpenAlex author or works (research topics with the number of works, JSON from its API)"

    def recognise(self, material: Document) -> Match:
        """Sure of an author's identifier, likely where topics count works."""
        authors = _authors(json_of(material))
        if _works(json_of(material)):
            return Match.SURE
        if not authors:
            return Match.NO
        return Match.SURE if any(_AUTHOR in text(one, "id") for one in authors) else Match.LIKELY

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """The topics with their works; of several authors each topic with whose it is.

        Of a list of works each topic with the number of them it is a topic of. Raises
        UnknownFormat where there is neither author nor work.
        """
        authors = _authors(json_of(material))
        if not authors and (written := _works(json_of(material))):
            return tallied(self.name, material.name, [_topics_of(written, material.name)])
        if not authors:
            raise UnknownFormat(f"{material.name} holds no author as OpenAlex gives them.")
        people = [_person(author) for author in authors]
        alone = len(authors) == 1
        works = Tally(material.name, Kind.COUNTED, "works")
        concepts = Tally(material.name, Kind.LISTED)
        for author, person in zip(authors, people, strict=True):
            _add_topics(author, "" if alone else person.name, works, concepts)
        reading = tallied(self.name, material.name, [works, concepts])
        if alone:
            return replace(reading, person=people[0])
        return replace(reading, people=tuple(people))


def _authors(value: object) -> list[object]:
    return [author for author in _listed(value) if _is_author(author)]


def _works(value: object) -> list[object]:
    return [work for work in _listed(value) if _WORK in text(work, "id")]


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else list(items(value, "results")) or [value]


def _is_author(value: object) -> bool:
    fields = ("topics", "x_concepts", "topic_share")
    named = isinstance(value, dict) and bool(text(value, "display_name"))
    return (
        named
        and _WORK not in text(value, "id")
        and any(isinstance(member(value, field), list) for field in fields)
    )


def _topics_of(works: list[object], name: str) -> Tally:
    tally = Tally(name, Kind.COUNTED, "works")
    for work in works:
        for topic in items(work, "topics"):
            field = tag_text(text(topic, "field", "display_name"))
            tally.add(text(topic, "display_name"), group=field)
    return tally


def _add_topics(author: object, holder: str, works: Tally, concepts: Tally) -> None:
    topics = list(items(author, "topics"))
    for topic in topics:
        count = number(member(topic, "count"))
        if count is None:
            concepts.add(text(topic, "display_name"), 0, holder=holder)
        else:
            group = tag_text(text(topic, "field", "display_name"))
            works.add(text(topic, "display_name"), count, holder=holder, group=group)
    if not topics:  # x_concepts are deprecated, and their scores count nothing
        for concept in items(author, "x_concepts"):
            concepts.add(text(concept, "display_name"), 0, holder=holder)


def _person(author: object) -> Person:
    from coalition.model.person import Person

    return Person(
        tag_text(text(author, "display_name")),
        profile=text(author, "orcid") or text(author, "id"),
        positions=tuple(map(_affiliation, items(author, "affiliations"))),
    )


def _affiliation(affiliation: object) -> Position:
    from coalition.model.person import Position

    years = [year for year in items(affiliation, "years") if isinstance(year, int)]
    return Position(
        tag_text(text(affiliation, "institution", "display_name")),
        "",
        str(min(years)) if years else None,
        str(max(years)) if years else None,
    )


READER = OpenAlexReader()
