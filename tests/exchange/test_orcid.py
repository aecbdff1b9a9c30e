import pytest

from coalition.model.evidence import Kind
from coalition.model.person import Person, Position
from tests.exchange.samples import read_json, skills

KEYWORDS = {"keyword": [{"content": "mediation; law , ethics"}, {"content": "計画"}]}
PERSON = {
    "name": {
        "given-names": {"value": "Noor"},
        "family-name": {"value": "Verzonnen"},
        "credit-name": None,
    },
    "keywords": KEYWORDS,
}
EMPLOYMENT = {
    "employment-summary": {
        "role-title": "Lecturer",
        "start-date": {"year": {"value": "2018"}, "month": {"value": "09"}, "day": None},
        "end-date": None,
        "organization": {"name": "University of Nowhere", "address": {"city": "Ghent"}},
    }
}
RECORD = {
    "orcid-identifier": {"path": "0000-0000-0000-0001"},
    "person": PERSON,
    "activities-summary": {"employments": {"affiliation-group": [{"summaries": [EMPLOYMENT]}]}},
}


@pytest.mark.parametrize("part", [RECORD, PERSON, KEYWORDS])
def test_a_record_and_its_parts_give_keywords_also_several_in_one(part: object) -> None:
    reading = read_json(part)
    assert reading.format == "orcid"
    assert skills(reading) == ["mediation", "law", "ethics", "計画"]
    assert {(e.kind, e.amount) for e in reading.evidence} == {(Kind.LISTED, 0)}


def test_the_person_and_their_employments_are_known() -> None:
    assert read_json(RECORD).person == Person(
        "Noor Verzonnen",
        profile="https://orcid.org/0000-0000-0000-0001",
        positions=(Position("University of Nowhere", "Lecturer", "2018-09", None, "Ghent"),),
    )


def test_a_record_without_keywords_still_tells_the_person() -> None:
    person = {"name": {"given-names": {"value": "Noor"}, "family-name": None}, "keywords": None}
    reading = read_json({"orcid-identifier": {"path": "1"}, "person": person})
    assert reading.person == Person("Noor", profile="https://orcid.org/1")
    assert reading.evidence == ()
