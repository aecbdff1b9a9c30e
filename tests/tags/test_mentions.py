import pytest

from coalition.tags.mentions import Mentions


def found(text: str, *names: str) -> list[str]:
    return [names[position] for position in Mentions([[name] for name in names]).in_text(text)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Change Management", "She taught us change-management, calmly."),
        ("C++", "Writes C++, and well."),
        ("C#", "Everything in C#."),
        (".NET", "Knows .NET inside out"),
        ("Node.js", "our Node.js service"),
        ("R&D", "Led R & D for years"),
        ("SQL", "Her SQL is fast."),
        ("Excel", "Built it in Excel."),
        ("コーチング", "彼女のコーチングは素晴らしい"),
        ("交渉", "彼は交渉が上手です"),
        ("Führung", "Ihre FÜHRUNG überzeugt."),
        ("नेतृत्व", "उनका नेतृत्व अच्छा है"),
        ("C", "C"),
        ("Go", "go"),
    ],
)
def test_a_name_is_found_as_whole_words(name: str, text: str) -> None:
    assert found(text, name) == [name]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Java", "JavaScript developer"),
        ("C", "a C-level leader, plan C"),
        ("C", "C++"),
        ("Java", "Java# and Java++ in one place"),
        ("Visual C", "Visual C# or Visual C++"),
        ("Delphi", "Delphi+ since 2012"),
        ("SQL", "SQL# at work"),
        ("Node", "Node.js"),
        ("NET", "ASP.NET"),
        (".NET", "ASP.NET"),
        ("Art", "a smart start"),
        ("IT", "we did it"),
        ("Go", "Let us Go there"),
        ("Excel", "they excel at listening"),
        ("Coaching", "microcoachings"),
        ("コーチング", "エグゼクティブコーチング"),
        ("力", "彼の力は大きい"),
        ("नेतृ", "उनका नेतृत्व"),
    ],
)
def test_a_part_of_a_word_or_a_homograph_is_not(name: str, text: str) -> None:
    assert found(text, name) == []


def test_every_name_in_the_text_is_found() -> None:
    names = ("Executive Coaching", "Coaching", "Facilitation", "Sales")
    assert found("Executive coaching and facilitation", *names) == list(names[:3])


def test_any_of_a_skills_names_will_do() -> None:
    mentions = Mentions([["Enneagram Type Survey (ETS)", "ETS", "Enneagram Type Survey"]])
    assert mentions.in_text("ETS® Level 2 & 3") == (0,)
