import pytest

from coalition.model.evidence import Kind
from tests.exchange.samples import amounts, read_json

REPOSITORIES = [
    {
        "name": "plans",
        "full_name": "ada/plans",
        "fork": False,
        "archived": True,
        "language": "Python",
        "languages": {"Python": 9000, "HTML": 10},
        "topics": ["planning", "planning"],
    },
    {"name": "notes", "full_name": "ada/notes", "fork": False, "language": "Python", "topics": []},
    {"name": "theirs", "full_name": "ada/theirs", "fork": True, "language": "C", "topics": ["x"]},
    {"name": "empty", "full_name": "ada/empty", "fork": False, "language": None},
]


@pytest.mark.parametrize("wrapped", [False, True])
def test_own_repositories_count_by_language_and_topic_and_forks_do_not(wrapped: bool) -> None:
    reading = read_json({"login": "ada", "repos": REPOSITORIES} if wrapped else REPOSITORIES)
    assert reading.format == "github"
    assert amounts(reading) == {"Python": 2, "HTML": 1, "planning": 1}
    assert {evidence.unit for evidence in reading.evidence} == {"repositories"}
    assert reading.notes == ("Forks passed over, as others' work: 1.",)
    assert (reading.person.name if reading.person else "") == ("ada" if wrapped else "")


def test_topics_alone_are_listed() -> None:
    reading = read_json({"names": ["planning", "law"]})
    assert [(e.skill, e.kind, e.amount) for e in reading.evidence] == [
        ("planning", Kind.LISTED, 0),
        ("law", Kind.LISTED, 0),
    ]


def test_a_map_of_languages_gives_shares_of_the_code() -> None:
    reading = read_json({"Python": 75_000, "C++": 24_900, "Shell": 100})
    assert amounts(reading) == {"Python": 75, "C++": 25, "Shell": 1}
    assert {evidence.unit for evidence in reading.evidence} == {"percent of the code"}


@pytest.mark.parametrize("tags", [{"Python": 12, "C++": 3}, {"Law": 12_000, "Art": 300}])
def test_a_map_of_weights_is_not_taken_for_code(tags: dict[str, int]) -> None:
    assert amounts(read_json(tags)) == tags


def test_the_answers_of_the_graph_api_are_read_alike() -> None:
    repository = {
        "name": "tool",
        "isFork": False,
        "primaryLanguage": {"name": "Go"},
        "languages": {"edges": [{"size": 9, "node": {"name": "Go"}}, {"node": {"name": "Shell"}}]},
        "repositoryTopics": {"nodes": [{"topic": {"name": "cli"}}]},
    }
    fork = {**repository, "isFork": True}
    user = {"name": "Ana", "repositories": {"nodes": [repository, fork]}}
    reading = read_json({"data": {"user": user}})
    assert amounts(reading) == {"Go": 1, "Shell": 1, "cli": 1}
    assert reading.person is not None
    assert reading.person.name == "Ana"


def test_a_single_repository_is_read_and_names_no_person() -> None:
    reading = read_json({"name": "tool", "fork": False, "language": "Go", "topics": ["cli"]})
    assert amounts(reading) == {"Go": 1, "cli": 1}
    assert reading.person is None
