from coalition.model.evidence import Kind
from coalition.model.person import Person, Position
from tests.exchange.samples import amounts, read_json

AUTHOR = {
    "id": "https://openalex.org/A1",
    "orcid": "https://orcid.org/0000-0000-0000-0001",
    "display_name": "Noor Verzonnen",
    "affiliations": [{"institution": {"display_name": "Nowhere"}, "years": [2020, 2018]}],
    "topics": [
        {"display_name": "Mediation", "count": 4, "field": {"display_name": "Law"}},
        {"display_name": "Ethics", "count": 1},
    ],
    "x_concepts": [{"display_name": "Business", "score": 88.1}],
}
OLDER = {
    "id": "https://openalex.org/A2",
    "display_name": "Bo Invented",
    "x_concepts": [{"display_name": "Planning", "score": 31.0}],
}


def test_topics_count_works_and_concepts_are_left_where_there_are_topics() -> None:
    reading = read_json(AUTHOR)
    assert reading.format == "openalex"
    assert [(e.skill, e.amount, e.unit, e.group) for e in reading.evidence] == [
        ("Mediation", 4, "works", "Law"),
        ("Ethics", 1, "works", ""),
    ]
    assert reading.person == Person(
        "Noor Verzonnen",
        profile="https://orcid.org/0000-0000-0000-0001",
        positions=(Position("Nowhere", "", "2018", "2020"),),
    )


def test_concepts_are_listed_where_there_is_nothing_else() -> None:
    (evidence,) = read_json(OLDER).evidence
    assert (evidence.skill, evidence.kind, evidence.amount) == ("Planning", Kind.LISTED, 0)


def test_a_list_of_results_says_whose_each_topic_is() -> None:
    reading = read_json({"meta": {"count": 2}, "results": [AUTHOR, OLDER]})
    assert [(e.holder, e.skill) for e in reading.evidence] == [
        ("Noor Verzonnen", "Mediation"),
        ("Noor Verzonnen", "Ethics"),
        ("Bo Invented", "Planning"),
    ]
    assert [person.name for person in reading.people] == ["Noor Verzonnen", "Bo Invented"]


def test_works_give_their_topics_with_how_many_works_have_them() -> None:
    works = [
        {"id": f"https://openalex.org/W{n}", "display_name": "A paper", "topics": topics}
        for n, topics in enumerate([[{"display_name": "Tides"}], [{"display_name": "Tides"}]])
    ]
    reading = read_json({"meta": {"count": 2}, "results": works})
    assert amounts(reading) == {"Tides": 2}
    assert not reading.people
