import pytest

from coalition.tags.language import foreign_sign


@pytest.mark.parametrize(
    "name",
    [
        *("Commercial Law", "Technique", "Boutique Hotels", "E-Learning", "De-escalation"),
        *("Management", "Café Management", "Young People", "Engineering", "Micromanagement"),
        *("Formation Flying", "C++", "Die Casting", "Personal Development", "Momentum"),
    ],
)
def test_english_shows_no_sign_of_another_language(name: str) -> None:
    assert foreign_sign(name) == ""


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("コーチング", "Katakana"),
        ("领导力", "Chinese"),
        ("Лидерство", "Cyrillic"),
        ("Führung", "führung"),
        ("Conduite de réunion", "réunion"),
        ("Arbeit im Team", '"im"'),
        ("Projektmanagement", "projektmanagement"),
        ("Teilhabemanagement", "compound"),
        ("Verhandlung", "ending"),
        ("Leadership d'affaires", "d'affaires"),
    ],
)
def test_the_sign_is_told(name: str, sign: str) -> None:
    assert sign in foreign_sign(name)
