import pytest

from coalition.tags.suggesting.stems import action, family, singular, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("skill", "skills"),
        ("strategy", "strategies"),
        ("class", "classes"),
        ("cache", "caches"),
        ("index", "indices"),
        ("analysis", "analyses"),
        ("colour", "colors"),
        ("visualisation", "visualization"),
        ("programme", "program"),
        ("centre", "center"),
    ],
)
def test_number_and_spelling_do_not_matter(one: str, other: str) -> None:
    assert singular(one) == singular(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("pip", "pipe"), ("map", "mapping"), ("hour", "hor"), ("class", "clas")],
)
def test_other_words_stay_apart_by_number(one: str, other: str) -> None:
    assert singular(one) != singular(other)


def test_forms_of_a_verb_have_one_stem() -> None:
    assert len({stem(word) for word in ("plan", "plans", "planned", "planning")}) == 1
    assert stem("coding") == stem("code")
    assert stem("bring") != stem("br")


def test_what_is_done_goes_with_the_verb_and_who_does_it_does_not() -> None:
    assert action("compilation") == action("compile")
    assert action("authenticate") == action("authentication")
    assert action("compiler") != action("compile")


def test_a_family_holds_nouns_verbs_and_adjectives() -> None:
    assert len({family(word) for word in ("manage", "manager", "management", "managing")}) == 1
    assert family("creative") == family("creation")
    assert family("organise") == family("organization")


@pytest.mark.parametrize("word", ["c++", "c#", ".net", "js", "3d", ""])
def test_names_with_signs_and_short_ones_stay(word: str) -> None:
    assert family(word) == word
