import pytest

from coalition.model.evidence import Evidence, Kind
from coalition.model.person import Person, Position, Recommendation
from coalition.model.source import Source
from tests.exchange.samples import read_json, skills

RESUME = {
    "basics": {
        "name": "Ada Fictive",
        "label": "Mediator",
        "location": {"city": "Utrecht", "countryCode": "NL"},
        "profiles": [{"network": "linkedin", "url": "https://www.linkedin.com/in/ada-fictive"}],
    },
    "work": [
        {"name": "Made Up BV", "position": "Mediator", "startDate": "2020-02"},
        {
            "company": "Old Name BV",
            "position": "Clerk",
            "startDate": "2015",
            "endDate": "2019-12-31",
        },
    ],
    "skills": [
        {"name": "Mediation", "level": "Master", "keywords": ["Conflict Resolution", " ", "Law"]},
        {"name": "Tools", "keywords": "Excel, Miro"},
        {"keywords": ["Dutch Law"]},
        "Listening",
        None,
        7,
    ],
    "certificates": [{"name": "Certified Mediator", "issuer": "Nobody"}],
    "languages": [{"language": "Nederlands", "fluency": "Native"}],
    "interests": [{"name": "Sailing", "keywords": ["boats"]}],
    "references": [{"name": "Bo Invented", "reference": "Ada listens."}],
}


def test_skills_and_their_keywords_are_skills_and_interests_are_not() -> None:
    reading = read_json(RESUME)
    assert reading.format == "json-resume"
    assert {(e.skill, e.group) for e in reading.evidence} == {
        ("Mediation", ""),
        ("Conflict Resolution", "Mediation"),
        ("Law", "Mediation"),
        ("Tools", ""),
        ("Excel", "Tools"),
        ("Miro", "Tools"),
        ("Dutch Law", ""),
        ("Listening", ""),
    }
    assert {(e.kind, e.amount) for e in reading.evidence} == {(Kind.LISTED, 0)}


def test_the_person_and_their_work_are_known() -> None:
    assert read_json(RESUME).person == Person(
        "Ada Fictive",
        headline="Mediator",
        place="Utrecht, NL",
        profile="https://www.linkedin.com/in/ada-fictive",
        positions=(
            Position("Made Up BV", "Mediator", "2020-02"),
            Position("Old Name BV", "Clerk", "2015", "2019-12-31"),
        ),
        languages=("Nederlands",),
    )


def test_certificates_and_references_are_kept_for_matching() -> None:
    reading = read_json(RESUME, "cv.json")
    assert reading.certificates == (
        Evidence("Certified Mediator", Kind.CERTIFIED, Source("cv.json")),
    )
    assert reading.recommendations == (
        Recommendation("Bo Invented", "Ada listens.", Source("cv.json")),
    )


@pytest.mark.parametrize(
    "odd",
    [
        {"basics": {"name": 3, "location": [], "profiles": "x"}, "skills": ["Law"]},
        {"basics": {}, "work": [None, "x", {"name": None}], "skills": [{"name": "Law"}]},
        {"basics": {}, "skills": [{"name": "Law", "keywords": [None, {"a": 1}, []]}]},
        {"work": [], "education": [], "skills": [{"name": "Law"}]},
    ],
)
def test_a_resume_that_keeps_the_schema_loosely_is_read(odd: object) -> None:
    assert skills(read_json(odd)) == ["Law"]


def test_skills_may_be_a_map_and_keywords_objects() -> None:
    resume = {"basics": {"name": "A"}, "skills": {"Web": ["HTML"], "Lead": [{"name": "Coaching"}]}}
    assert skills(read_json(resume)) == ["Web", "HTML", "Lead", "Coaching"]


def test_a_skill_may_be_headed_by_its_category() -> None:
    resume = {"basics": {"name": "Ana"}, "skills": [{"category": "Web", "keywords": ["HTML"]}]}
    assert skills(read_json(resume)) == ["Web", "HTML"]


def test_the_first_drafts_have_the_name_in_two_parts() -> None:
    bio = {"firstName": "Ada", "lastName": "Fictive"}
    person = read_json({"bio": bio, "skills": [{"name": "Law"}], "work": []}).person
    assert person is not None
    assert person.name == "Ada Fictive"
