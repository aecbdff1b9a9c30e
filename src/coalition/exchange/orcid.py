"""ORCID: a researcher's keywords, as the public API (3.0) gives them as JSON.

``/{id}/record``, ``/{id}/person`` and ``/{id}/keywords``, https://info.orcid.org/documentation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition.errors import UnknownFormat
from coalition.exchange.json_text import items, json_of, member, text
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.exchange.tag_text import tag_text
from coalition.exchange.tally import Tally, tallied
from coalition.model.evidence import Kind
from coalition.model.reading import Reading

if TYPE_CHECKING:  # a list of tags, for which this reader is asked too, tells of nobody
    from coalition.model.person import Person, Position

_SEPARATOR = re.compile(r"[;,|/、；，\n]|\s[•·]\s")


class OrcidReader:
    """Reads the keywords, name and employments of an ORCID record."""

    name = "orcid"
    title = "ORCID record (a researcher's keywords, JSON from its public API)"

    def recognise(self, material: Document) -> Match:
        """Sure of the parts of a record, by their names."""
        value = json_of(material)
        if not isinstance(value, dict):
            return Match.NO
        parts = (_person_of(value), _keywords_of(value), member(value, "orcid-identifier"))
        return Match.SURE if any(isinstance(part, dict) for part in parts) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """Each keyword as a skill the person lists; many people put several into one.

        Raises UnknownFormat where it is no part of a record.
        """
        value = json_of(material)
        if self.recognise(material) is Match.NO:
            raise UnknownFormat(f"{material.name} is no record as ORCID gives it.")
        tally = Tally(material.name, Kind.LISTED)
        for keyword in items(_keywords_of(value), "keyword"):
            for part in _SEPARATOR.split(text(keyword, "content")):
                if part.strip():
                    tally.add(part, 0)
        return tallied(self.name, material.name, [tally], _person(value))


def _person_of(value: object) -> object:
    """The person: the whole of it, or a part of a record."""
    if isinstance(member(value, "name", "given-names"), dict):
        return value
    return member(value, "person") if _has_identity(member(value, "person")) else None


def _has_identity(person: object) -> bool:
    return isinstance(member(person, "keywords", "keyword"), list) or isinstance(
        member(person, "name", "given-names"), dict
    )


def _keywords_of(value: object) -> object:
    person = _person_of(value)
    if isinstance(member(person, "keywords"), dict):
        return member(person, "keywords")
    keywords = member(value, "keywords") if member(value, "keywords", "keyword") else value
    listed = list(items(keywords, "keyword"))
    return keywords if listed and all(text(entry, "content") for entry in listed) else None


def _person(value: object) -> Person | None:
    from coalition.model.person import Person

    person = _person_of(value)
    parts = (text(person, "name", part, "value") for part in ("given-names", "family-name"))
    name = text(person, "name", "credit-name", "value") or " ".join(filter(None, parts))
    groups = items(value, "activities-summary", "employments", "affiliation-group")
    summaries = [summary for group in groups for summary in items(group, "summaries")]
    positions = tuple(_position(member(entry, "employment-summary")) for entry in summaries)
    if not name and not positions:
        return None
    path = text(value, "orcid-identifier", "path")
    profile = f"https://orcid.org/{path}" if path else ""
    return Person(tag_text(name), profile=profile, positions=positions)


def _position(employment: object) -> Position:
    from coalition.model.person import Position

    return Position(
        tag_text(text(employment, "organization", "name")),
        tag_text(text(employment, "role-title")),
        _date(member(employment, "start-date")),
        _date(member(employment, "end-date")),
        tag_text(text(employment, "organization", "address", "city")),
    )


def _date(date: object) -> str | None:
    parts = [text(date, part, "value") for part in ("year", "month", "day")]
    return "-".join(parts[: parts.index("")] if "" in parts else parts) or None


READER = OrcidReader()
