import re
from importlib.resources import files

from coalition.tags.suggesting.stems import family
from coalition.tags.suggesting.synonyms import meanings, usual_meanings


def test_words_of_one_line_share_a_meaning() -> None:
    found = meanings(["# at work", "client, customer", "", "customer, user  # of software"])
    assert found[family("client")] < found[family("customers")]
    assert not found[family("client")] & found[family("user")]


def test_the_list_holds_single_words_at_least_two_a_line_each_once() -> None:
    text = files("coalition.tags.suggesting").joinpath("synonyms.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for line in lines:
        words = line.split(", ")
        assert len(words) == len(set(words)) > 1, line
        assert all(re.fullmatch(r"[a-z0-9.+#]+", word) for word in words), line
    assert len(lines) == len(set(lines))


def test_a_team_is_near_those_who_collaborate() -> None:
    found = usual_meanings()
    assert found[family("teams")] & found[family("collaborating")]
    assert not found[family("team")] & found[family("invoice")]
