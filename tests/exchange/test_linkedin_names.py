import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.exchange.linkedin_names import known_as, names_in


def others(first: str, last: str = "") -> list[str]:
    return [name.text for name in known_as(first, last)[1]]


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("Ada", "Sample", "Ada Sample"),
        ("Bo", "Fictive, PhD, PCC", "Bo Fictive"),
        ("Bo", "Fictive MBA", "Bo Fictive"),
        ("Bo", "Fictive Ph.D.", "Bo Fictive"),
        ("Bo", "Fictive, PMP®, SHRM-CP", "Bo Fictive"),
        ("Bo Fictive", "PhD", "Bo Fictive"),
        ("Dr. Bo", "Fictive", "Bo Fictive"),
        ("Cy", "Fictive (She/Her)", "Cy Fictive"),
        ("Cy (he, they)", "Fictive", "Cy Fictive"),
        ("Cy", "Fictive sie/ihr", "Cy Fictive"),
        ("Cy 🌟", "Fictive 👩🏽‍💻", "Cy Fictive"),
        ("Cy", "Fictive | Coach | Speaker", "Cy Fictive"),
        ("Cy", "Fictive - We are hiring", "Cy Fictive"),
        ('Dee "DJ"', "Fictive", "Dee Fictive"),
        ("𝗗𝗲𝗲", "𝗙𝗶𝗰𝘁𝗶𝘃𝗲", "Dee Fictive"),
        ("Eve", "Fictive, Jr., PhD", "Eve Fictive Jr."),
    ],
)
def test_what_is_added_to_a_name_is_no_part_of_it(first: str, last: str, name: str) -> None:
    assert known_as(first, last)[0] == name


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Yo", "MA"),  # a surname in capitals, no degree
        ("BO", "FICTIVE MA"),
        ("Ada B.", "Sample"),
        ("Siobhán", "Ó Dálaigh-Exemple"),
        ("Delphine", "d'Exemple"),
        ("香織", "架空"),
        ("प्रिया", "उदाहरण"),
        ("علی\u200cرضا", "نمونه"),
        ("Sheila", "Heron/Ali"),
    ],
)
def test_names_themselves_stay_as_they_are_written(first: str, last: str) -> None:
    assert known_as(first, last) == (f"{first} {last}", ())


def test_a_name_in_one_cell_loses_its_additions_but_not_its_only_surname() -> None:
    assert known_as("Bo Fictive, PhD, PCC")[0] == "Bo Fictive"
    assert known_as("Bo Fictive, Coach")[0] == "Bo Fictive"
    assert known_as("Wei Ling MA")[0] == "Wei Ling MA"
    assert known_as("Fictive, Bo")[0] == "Fictive, Bo"


def test_the_written_form_and_nicknames_are_kept_as_other_names() -> None:
    assert others("Bo", "Fictive, PhD") == ["Bo Fictive, PhD"]
    assert others('Dee "DJ"', "Fictive") == ['Dee "DJ" Fictive', "DJ Fictive"]
    assert others("Kaori (架空 香織)", "Sample") == ["Kaori (架空 香織) Sample", "架空 香織"]


def test_pronouns_are_kept_nowhere() -> None:
    assert others("Cy", "Fictive (She/Her)") == []
    assert others("Cy", "Fictive, PhD (he/him)") == ["Cy Fictive, PhD"]


def test_a_name_of_additions_alone_stays() -> None:
    assert known_as("🎤", "") == ("🎤", ())
    assert known_as("", "") == ("", ())


@pytest.mark.parametrize(
    "text",
    [
        "Bo Fictive, PhD, PCC,Cy Sample",
        "Bo Fictive, PhD, PCC;Cy Sample",
        "Bo Fictive, PhD, PCC, Cy Sample",
        "Bo Fictive, PhD, PCC,LinkedIn Member,Cy Sample",
    ],
)
def test_names_with_commas_in_them_are_told_apart_in_a_list(text: str) -> None:
    assert names_in(text, 2) == ["Bo Fictive, PhD, PCC", "Cy Sample"]


def test_a_list_that_cannot_be_told_apart_gives_no_names() -> None:
    assert names_in("Bo Fictive, of Firm, Cy Sample", 2) == []


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_gives_a_name_of_one_line_and_no_form_of_it_twice(first: str, last: str) -> None:
    name, names = known_as(first, last)
    texts = [name, *(other.text for other in names)]
    assert len(set(texts)) == len(texts)
    assert all(text == " ".join(text.split()) for text in texts)
