"""The person in a Europass CV: name, positions and languages."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from coalition.exchange.tag_text import tag_text
from coalition.exchange.xml_tree import child, children, descendants, text_of
from coalition.model.person import Person, Position

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
# ISO 639-2, in both of its spellings where there are two.
# fmt: off
_LANGUAGES = {
    "alb": "Albanian", "sqi": "Albanian", "ara": "Arabic", "arm": "Armenian", "hye": "Armenian",
    "baq": "Basque", "eus": "Basque", "bel": "Belarusian", "bos": "Bosnian", "bul": "Bulgarian",
    "cat": "Catalan", "chi": "Chinese", "zho": "Chinese", "hrv": "Croatian", "cze": "Czech",
    "ces": "Czech", "dan": "Danish", "dut": "Dutch", "nld": "Dutch", "eng": "English",
    "est": "Estonian", "fin": "Finnish", "fre": "French", "fra": "French", "geo": "Georgian",
    "kat": "Georgian", "ger": "German", "deu": "German", "gle": "Irish", "glg": "Galician",
    "gre": "Greek", "ell": "Greek", "heb": "Hebrew", "hin": "Hindi", "hun": "Hungarian",
    "ice": "Icelandic", "isl": "Icelandic", "ita": "Italian", "jpn": "Japanese", "kor": "Korean",
    "lav": "Latvian", "lit": "Lithuanian", "ltz": "Luxembourgish", "mac": "Macedonian",
    "mkd": "Macedonian", "mlt": "Maltese", "nor": "Norwegian", "nob": "Norwegian",
    "nno": "Norwegian", "per": "Persian", "fas": "Persian", "pol": "Polish", "por": "Portuguese",
    "rum": "Romanian", "ron": "Romanian", "rus": "Russian", "slo": "Slovak", "slk": "Slovak",
    "slv": "Slovenian", "spa": "Spanish", "srp": "Serbian", "swe": "Swedish", "tur": "Turkish",
    "ukr": "Ukrainian", "urd": "Urdu", "vie": "Vietnamese",
}
# fmt: on


def candidate_person(root: Element) -> Person | None:
    """The person of today's XML."""
    named = child(root, "CandidatePerson", "PersonName")
    spoken = [text_of(root, "CandidatePerson", "PrimaryLanguageCode")]
    for competency in descendants(root, "PersonCompetency"):
        if "language" in text_of(competency, "TaxonomyID").casefold():
            spoken.append(text_of(competency, "CompetencyID"))
    return _person(
        (text_of(named, "GivenName"), text_of(named, "FamilyName")),
        "",
        tuple(_employments(root)),
        [_LANGUAGES.get(code.lower(), code) for code in spoken],
    )


def passport_person(root: Element) -> Person | None:
    """The person of the XML before 2020."""
    name = next(descendants(root, "PersonName"), None)
    headline = next(descendants(root, "Headline"), None)
    spoken = [
        text_of(language, "Description", "Label") or text_of(language, "Label")
        for kind in ("MotherTongue", "ForeignLanguage")
        for language in descendants(root, kind)
    ]
    return _person(
        (text_of(name, "FirstName"), text_of(name, "Surname")),
        text_of(headline, "Description", "Label"),
        tuple(map(_experience, descendants(root, "WorkExperience"))),
        spoken,
    )


def _person(
    names: tuple[str, str], headline: str, positions: tuple[Position, ...], spoken: list[str]
) -> Person | None:
    languages = tuple(dict.fromkeys(tag_text(language) for language in spoken if language))
    name = tag_text(" ".join(filter(None, names)))
    person = Person(name, headline=tag_text(headline), positions=positions, languages=languages)
    return person if person != Person("") else None


def _employments(root: Element) -> Iterator[Position]:
    for employer in descendants(root, "EmployerHistory"):
        organisation = tag_text(text_of(employer, "OrganizationName"))
        for position in children(employer, "PositionHistory"):
            period = child(position, "EmploymentPeriod")
            yield Position(
                organisation,
                tag_text(text_of(position, "PositionTitle")),
                _date(text_of(period, "StartDate")),
                _date(text_of(period, "EndDate")),
                tag_text(text_of(position, "City")),
            )


def _experience(experience: Element) -> Position:
    return Position(
        tag_text(text_of(experience, "Employer", "Name")),
        tag_text(text_of(experience, "Position", "Label")),
        _date_of(child(experience, "Period", "From")),
        _date_of(child(experience, "Period", "To")),
    )


def _date(written: str) -> str | None:
    found = _DATE.match(written)
    return found[0] if found else None


def _date_of(element: Element | None) -> str | None:
    """The date in attributes as XML Schema writes its parts: "2015", "--03", "---01"."""
    if element is None:
        return None
    parts = (element.get(part, "").strip("-") for part in ("year", "month", "day"))
    known = []
    for part in parts:
        if not part.isdecimal():
            break
        known.append(part.zfill(2))
    return "-".join(known) or None
