from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from coalition.tags.suggesting.meaning import Meaning
from coalition.tags.suggestions import Index, by_meaning, suggest


class Topics:
    """A model that knows the topic of some words: a coordinate each."""

    def __init__(self, *topics: str) -> None:
        self.topics = [set(topic.split()) for topic in topics]

    def vectors(self, names: Sequence[str]) -> Any:
        rows = [[any(w in topic for w in name.split()) for topic in self.topics] for name in names]
        found = np.array(rows, np.float32).reshape(len(names), -1)
        return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1)


ENGLISH = Topics("boss chief", "money coins", "ship")
ANY = Topics("boss chief Führungskraft", "money Geld", "ship Schiff")
MEANING = Meaning(ENGLISH, ANY)
NAMES = ("chief", "coins", "ship")


def test_names_that_share_no_word_are_found_by_meaning() -> None:
    assert suggest("boss", NAMES) == ()
    found = suggest("boss", NAMES, 1, meaning=MEANING)[0]
    assert (found.name, found.reason) == (
        "chief",
        "means nearly the same by word vectors (1.00)",
    )


def test_a_name_in_another_language_goes_by_the_model_for_all_languages() -> None:
    assert suggest("Führungskraft", NAMES, 1, meaning=MEANING)[0].name == "chief"


def test_an_english_name_goes_mostly_by_the_model_for_english() -> None:
    index = Index(("coins", "ship"), meaning=MEANING)
    assert index.suggest("money", 1)[0].name == "coins"


def test_a_name_written_differently_is_surer_than_one_of_the_same_meaning() -> None:
    found = suggest("chiefs", ("boss", "chief"), meaning=MEANING)
    assert found[0].name == "chief"
    assert found[0].score > 0.9


def test_what_has_nothing_to_say_for_it_is_not_suggested() -> None:
    assert len(suggest("boss", NAMES, 50, meaning=MEANING)) == 1
    assert suggest("boss", (), 5, meaning=MEANING) == ()


@pytest.fixture(scope="module")
def real() -> Meaning:
    return by_meaning()


def test_the_extra_knows_what_words_mean(real: Meaning) -> None:
    names = ("Recruiting", "Accounting", "Public Speaking", "Java")
    index = Index(names, meaning=real)
    assert index.suggest("talent acquisition", 1)[0].name == "Recruiting"
    assert index.suggest("giving talks to an audience", 1)[0].name == "Public Speaking"
    assert "by word vectors" in index.suggest("bookkeeper", 1)[0].reason


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Gestion de projet", "Project Management"),
        ("Öffentliches Sprechen", "Public Speaking"),
        ("リーダーシップ", "Leadership"),
        ("Recursos humanos", "Human Resources"),
    ],
)
def test_the_extra_knows_other_languages(real: Meaning, name: str, meant: str) -> None:
    names = ("Human Resources", "Leadership", "Project Management", "Public Speaking", "Sales")
    assert Index(names, meaning=real).suggest(name, 1)[0].name == meant


@pytest.mark.parametrize("name", ["", "🎯", "x" * 10_000, "\u202eabc", "(((", "\x00"])
def test_the_extra_takes_any_name(real: Meaning, name: str) -> None:
    assert Index((name, "Coaching"), meaning=real).suggest(name)[0].name == name
