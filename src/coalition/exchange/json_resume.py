"""JSON Resume: a CV as JSON, by the schema at jsonresume.org (1.0.0 and what came before it)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coalition.errors import UnknownFormat
from coalition.exchange.json_text import items, json_of, member, text
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.exchange.tag_text import tag_text
from coalition.exchange.tally import Tally, tallied
from coalition.exchange.usable import sifted
from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Reading
from coalition.model.source import Source

if TYPE_CHECKING:  # a list of tags, for which this reader is asked too, tells of nobody
    from coalition.model.person import Person, Position, Recommendation

_SECTIONS = {"work", "education", "skills", "languages", "volunteer", "certificates", "projects"}


class JsonResumeReader:
    """Reads the skills, their keywords and the work facts of a CV."""

    name = "json-resume"
    title = "CV as JSON Resume (jsonresume.org, exported by many CV builders)"

    def recognise(self, material: Document) -> Match:
        """Sure of "basics" beside another section of a CV."""
        resume = json_of(material)
        if not isinstance(resume, dict):
            return Match.NO
        schema = resume.get("$schema")
        named = isinstance(schema, str) and "resume" in schema
        basics = isinstance(resume.get("basics"), dict)
        sections = sum(isinstance(resume.get(section), list) for section in _SECTIONS)
        if (named and (basics or sections)) or (basics and sections):
            return Match.SURE
        return Match.LIKELY if basics or sections >= 2 else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """The person, and each skill and keyword as one they list.

        Raises UnknownFormat where it is no JSON object.
        """
        resume = json_of(material)
        if not isinstance(resume, dict):
            raise UnknownFormat(f"{material.name} is no JSON Resume: its value is no object.")
        name = material.name
        tally = Tally(name, Kind.LISTED)
        for skill in _skills(resume):
            _add_skill(tally, skill)
        certificates, refused = sifted(_certificates(resume, name))
        reading = tallied(self.name, name, [tally], _person(resume))
        return replace(
            reading,
            certificates=certificates,
            recommendations=tuple(_recommendations(resume, name)),
            problems=reading.problems + refused,
        )


def _skills(resume: object) -> list[object]:
    """The skills as a list, also where they are a map from headings to keywords."""
    skills = member(resume, "skills")
    if isinstance(skills, dict):
        return [{"name": name, "keywords": keywords} for name, keywords in skills.items()]
    return list(items(resume, "skills"))


def _add_skill(tally: Tally, skill: object) -> None:
    if isinstance(skill, str):
        tally.add(skill, 0)
        return
    group = tag_text(text(skill, "name") or text(skill, "category"))
    if group:
        tally.add(group, 0)
    keywords = member(skill, "keywords")
    for keyword in keywords.split(",") if isinstance(keywords, str) else items(skill, "keywords"):
        name = keyword if isinstance(keyword, str) else text(keyword, "name")
        if name.strip():
            tally.add(name, 0, group=group)


def _person(resume: object) -> Person | None:
    from coalition.model.person import Person

    place = ", ".join(
        part
        for key in ("city", "region", "countryCode")
        if (part := tag_text(text(resume, "basics", "location", key)))
    )
    profiles = [
        text(profile, "url")
        for profile in items(resume, "basics", "profiles")
        if text(profile, "network").casefold() == "linkedin"
    ]
    # The first drafts of the schema had a "bio" with the name in two parts.
    parts = (text(resume, "bio", key) for key in ("firstName", "lastName"))
    languages = (text(known, "language") for known in items(resume, "languages"))
    person = Person(
        tag_text(text(resume, "basics", "name") or " ".join(filter(None, parts))),
        headline=tag_text(text(resume, "basics", "label")),
        place=place,
        profile=profiles[0] if profiles else "",
        positions=tuple(map(_position, items(resume, "work"))),
        languages=tuple(language for language in languages if language),
    )
    return person if person != Person("") else None


def _position(work: object) -> Position:
    from coalition.model.person import Position

    # Before 1.0 the organisation was the "company", and the place was "website" only.
    return Position(
        tag_text(text(work, "name") or text(work, "company") or text(work, "organization")),
        tag_text(text(work, "position")),
        text(work, "startDate") or None,
        text(work, "endDate") or None,
        tag_text(text(work, "location")),
    )


def _certificates(resume: object, name: str) -> list[Evidence]:
    named = (text(entry, "name") for entry in items(resume, "certificates"))
    return [Evidence(title, Kind.CERTIFIED, Source(name)) for title in named if title]


def _recommendations(resume: object, name: str) -> list[Recommendation]:
    from coalition.model.person import Recommendation

    return [
        Recommendation(tag_text(text(entry, "name")), text(entry, "reference"), Source(name))
        for entry in items(resume, "references")
        if text(entry, "reference")
    ]


READER = JsonResumeReader()
