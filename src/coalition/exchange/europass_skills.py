"""The skills in a Europass CV: titles, and descriptions that are lists."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from coalition.exchange.cells import has_comma_lists, tags_in
from coalition.exchange.xml_tree import child, children, descendants, local_name, text_of

_ITEM = re.compile(r"<li\b[^<>]*>(.*?)(?=</li>|<li\b|</[uo]l>|$)", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|br|div|ul|ol|li|h\d|tr|td)\b[^<>]*>|\n", re.IGNORECASE)
_INLINE = re.compile(r"</?\w[^<>]*>")
_SKILL = re.compile(r"(?P<section>\w*Skill)(?:Group)?$")
_MOST_WORDS = 12
_NOT_SKILLS = {"Linguistic", "Driving"}


@dataclass(frozen=True, slots=True)
class Named:
    """A skill as it stands there, and the section it stands in."""

    text: str
    group: str


def candidate_skills(root: Element) -> list[Named]:
    """The skills of today's XML: each has a title, and below it perhaps a list."""
    found = []
    for profile in descendants(root, "CandidateProfile"):
        for element in profile.iter():
            if match := _SKILL.match(local_name(element)):
                found += _titled(element, _spaced(f"{match['section']}s"))
    return found + list(_competencies(root))


def passport_skills(root: Element) -> list[Named]:
    """The skills of the XML before 2020: each section has a description."""
    found = []
    for skills in descendants(root, "Skills"):
        for section in skills:
            group = local_name(section)
            if group not in _NOT_SKILLS:
                described = child(section, "Description")
                found += [Named(phrase, _spaced(group)) for phrase in _phrases(_text(described))]
    return found


def is_running_text(phrase: str) -> bool:
    """Whether ``phrase`` is a sentence and no skill."""
    return len(phrase.split()) > _MOST_WORDS


def _titled(skill: Element, group: str) -> list[Named]:
    title = text_of(skill, "Title") or text_of(skill, "Name")
    description = _text(child(skill, "Description"))
    if not title:
        return [Named(phrase, group) for phrase in _phrases(description)]
    # Beside a title a description explains, unless it is a list of what belongs to it.
    listed = _phrases(description) if _ITEM.search(description) else []
    return [Named(title, group), *(Named(phrase, title) for phrase in listed)]


def _competencies(root: Element) -> Iterator[Named]:
    for competency in descendants(root, "PersonCompetency"):
        kind = text_of(competency, "TaxonomyID")
        name = text_of(competency, "CompetencyName") or text_of(competency, "Title")
        if name and "language" not in kind.casefold():
            yield Named(name, "")


def _text(element: Element | None) -> str:
    """The HTML inside, escaped there, or written as elements of its own."""
    if element is None:
        return ""
    inside = list(children(element))
    nested = any(local_name(part) in {"ul", "ol", "li", "p"} for part in element.iter())
    if inside and nested:
        from xml.etree.ElementTree import tostring

        return re.sub(r"(</?)\w+:", r"\1", tostring(element, encoding="unicode"))
    return "".join(element.itertext())


def _phrases(description: str) -> list[str]:
    """What a description lists: the items of its list, else its lines, each perhaps with commas."""
    items = _ITEM.findall(description)
    lines = [line for item in items or _BLOCK.split(description) if (line := _plain(item))]
    if not items and any(map(is_running_text, lines)):
        return [" ".join(lines)]  # its lines are no list, but where it was wrapped
    return [tag for line in lines for tag in tags_in(line, commas=has_comma_lists([line])) if tag]


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_INLINE.sub("", _BLOCK.sub(" ", markup))).split())


def _spaced(name: str) -> str:
    """``ManagementAndLeadershipSkills`` as words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
