"""Europass CVs: XML of today and of before 2020, alone or inside of the PDF it comes with.

Today's is HR-XML: ``Candidate`` (schema described by europass-unofficial/europass-schema-docs);
before it was ``SkillsPassport`` (Cedefop, V3.x). A Europass PDF carries it as an attachment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalition.errors import UnknownFormat
from coalition.exchange.decoding import decode
from coalition.exchange.material import Document
from coalition.exchange.reader import Match, Progress, silent
from coalition.exchange.tally import Tally, tallied
from coalition.model.evidence import Kind
from coalition.model.reading import Reading

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from coalition.exchange.europass_skills import Named
    from coalition.model.person import Person

_ROOTS = ("Candidate", "SkillsPassport", "LearnerInfo")


class EuropassReader:
    """Reads the skills, positions and languages of a Europass CV."""

    name = "europass-xml"
    title = "Europass CV (its XML, or the PDF that carries it)"

    def recognise(self, material: Document) -> Match:
        """Sure of the root element and of a PDF that carries such an attachment."""
        if material.head.startswith(b"%PDF-"):
            return Match.SURE if _attached(material) else Match.NO
        return Match.SURE if _is_europass(material.head_text) else Match.NO

    def read(self, material: Document, progress: Progress = silent) -> Reading:
        """The person, and each skill as one they list; languages and hobbies are none.

        Raises UnknownFormat where it is no Europass CV, UnreadableInput where it is damaged.
        """
        from coalition.exchange.europass_skills import is_running_text

        person, skills = _contents(_root(material))
        tally = Tally(material.name, Kind.LISTED)
        for skill in skills:
            if is_running_text(skill.text):
                tally.problem(f"“{skill.text[:40]}…” is running text, in which no skill is listed.")
            else:
                tally.add(skill.text, 0, group=skill.group)
        return tallied(self.name, material.name, [tally], person)


def _contents(root: Element) -> tuple[Person | None, list[Named]]:
    from coalition.exchange.europass_person import candidate_person, passport_person
    from coalition.exchange.europass_skills import candidate_skills, passport_skills
    from coalition.exchange.xml_tree import local_name

    if local_name(root) == "Candidate":
        return candidate_person(root), candidate_skills(root)
    return passport_person(root), passport_skills(root)


def _is_europass(text: str) -> bool:
    start = text[:8192]
    return any(f"<{root}" in start or f":{root}" in start for root in _ROOTS) and (
        "europass" in start.lower() or "hr-xml" in start.lower()
    )


def _root(material: Document) -> Element:
    from coalition.exchange.xml_tree import local_name, parse_xml

    if not material.head.startswith(b"%PDF-"):
        root = parse_xml(material.name, material.text)
        if local_name(root) not in _ROOTS:
            raise UnknownFormat(f"{material.name} is XML, but no Europass CV.")
        return root
    attached = _attached(material)
    if not attached:
        raise UnknownFormat(
            f"{material.name} carries no Europass CV inside: export it from Europass again, as PDF."
        )
    return parse_xml(material.name, attached)


def _attached(document: Document) -> str:
    """The Europass CV that travels inside of a PDF, or ""."""
    from coalition.exchange.pdf_attachments import pdf_attachments

    texts = (decode(content) for content in pdf_attachments(document).values())
    return next((text for text in texts if _is_europass(text)), "")


READER = EuropassReader()
