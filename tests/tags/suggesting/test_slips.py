import pytest

from coalition.tags.suggesting.slips import slipped


@pytest.mark.parametrize(
    "name", ["Inheritence", "inheritnce", "inheritannce", "inhertiance", "In-heritence"]
)
def test_one_slip_in_a_word_that_nobody_knows_is_a_typing_error(name: str) -> None:
    assert slipped(name, "inheritance")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("mediation", "meditation"),
        ("Java 8 streams", "Java 9 streams"),
        ("inhertance rules", "inheritance role"),
        ("cxx", "css"),
        ("inheritance", "inheritance"),
    ],
)
def test_other_words_numbers_two_slips_and_short_names_are_not(name: str, meant: str) -> None:
    assert not slipped(name, meant)


def test_a_word_that_a_name_has_is_known() -> None:
    assert not slipped("mysqld", "mysqli", {"mysqld"})
