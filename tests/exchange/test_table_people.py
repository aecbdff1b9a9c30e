"""Tables that tell who endorsed whom, when, and which team a person is in."""

import pytest

from coalition.model.evidence import Evidence, Kind
from coalition.model.reading import Reading
from coalition.model.source import Source
from tests.exchange.samples import amounts, read_text


def dates(*cells: str) -> list[str | None]:
    """What is read of the cells of a column of dates."""
    rows = (f"Skill {n},{cell}" for n, cell in enumerate(cells))
    return [piece.on for piece in read_text("\n".join(["Skill,Date", *rows])).evidence]


def said(reading: Reading) -> list[tuple[str, str, str, str]]:
    return [(p.holder, p.skill, p.kind.value, p.by) for p in reading.evidence]


def test_a_person_is_in_every_team_and_department_that_a_row_puts_them_in() -> None:
    reading = read_text(
        "Person,Team,Department,Skill,Votes\n"
        "Ada,Web,IT,Law,2\nAda,Data,IT,Sales,1\nBo,,IT,Law,3\nBo,Web,,CSS,1\n"
    )
    assert [(p.name, p.teams, p.departments) for p in reading.people] == [
        ("Ada", ("Web", "Data"), ("IT",)),
        ("Bo", ("Web",), ("IT",)),
    ]


@pytest.mark.parametrize(
    ("team", "department"),
    [
        ("Team", "Abteilung"),
        ("team name", "Department Name"),
        ("Équipe", "Département"),
        ("Equipo", "Departamento"),
        ("チーム", "部門"),
    ],
)
def test_teams_and_departments_are_known_in_several_languages(team: str, department: str) -> None:
    reading = read_text(f"Name,{team},{department},Skill\nAda,Web,IT,Law\nBo,Web,IT,Art\n")
    assert {(p.teams, p.departments) for p in reading.people} == {(("Web",), ("IT",))}


@pytest.mark.parametrize("header", ["Team size", "Start date", "Team lead", "Last year"])
def test_what_only_sounds_like_it_is_passed_over(header: str) -> None:
    reading = read_text(f"Name,{header},Skill\nAda,Web,Law\nBo,Web,Art\n")
    assert {(p.teams, p.departments) for p in reading.people} == {((), ())}
    assert {piece.on for piece in reading.evidence} == {None}


def test_without_people_the_skills_are_the_teams() -> None:
    reading = read_text("Team,Skill,Count\nWeb,Law,2\nData,Law,3\n")
    assert [(p.holder, p.amount) for p in reading.evidence] == [("Web", 2), ("Data", 3)]
    assert reading.people == ()


def test_who_endorsed_is_a_voice_with_its_day() -> None:
    reading = read_text("Person,Skill,Endorsed by,Date\nAda,Law,Bo,2024-05-06\n", "t.csv")
    assert reading.evidence == (
        Evidence("Law", Kind.ENDORSED, Source("t.csv", 2), 1.0, by="Bo", by_key="bo",
                 on="2024-05-06", holder="Ada", unit="endorsements"),
    )  # fmt: skip


def test_a_row_that_names_no_endorser_or_the_person_themselves_lists_the_skill() -> None:
    reading = read_text("Person,Skill,Endorser\nAda,Law,\nAda,Art,ADA\nAda,Sales,Bo; Ada; Chi\n")
    assert sorted(said(reading)) == [
        ("Ada", "Art", "listed", ""),
        ("Ada", "Law", "listed", ""),
        ("Ada", "Sales", "endorsed", "Bo"),
        ("Ada", "Sales", "endorsed", "Chi"),
    ]
    assert [p.amount for p in reading.evidence if p.kind is Kind.LISTED] == [0, 0]


def test_beside_weights_the_one_who_says_so_stands_with_the_count() -> None:
    reading = read_text("Person,Skill,Points,By\nAda,Law,4,Bo\nAda,Law,2,Chi\n")
    assert [(p.kind, p.amount, p.by) for p in reading.evidence] == [
        (Kind.COUNTED, 4, "Bo"),
        (Kind.COUNTED, 2, "Chi"),
    ]


def test_rows_of_different_days_are_not_added_up_and_those_of_one_day_are() -> None:
    reading = read_text("Skill,Count,Year\nLaw,2,2019\nLaw,3,2019\nLaw,4,2021\n")
    assert [(p.on, p.amount, p.rows) for p in reading.evidence] == [("2019", 5, 2), ("2021", 4, 1)]


def test_a_year_beside_the_tag_is_a_date_and_no_weight() -> None:
    reading = read_text("Skill,Year\nLaw,2019\nArt,2021\n")
    assert amounts(reading) == {"Law": 1, "Art": 1}
    assert [piece.on for piece in reading.evidence] == ["2019", "2021"]


def test_dates_are_as_exact_as_they_are_written() -> None:
    assert dates("2019", "2019-09", "2019-09-30", "Mar 2020", "soon", "") == [
        "2019", "2019-09", "2019-09-30", "2020-03", None, None,
    ]  # fmt: skip


def test_the_column_tells_whether_the_day_or_the_month_stands_first() -> None:
    assert dates("06/08/2021", "13/08/2021") == ["2021-08-06", "2021-08-13"]
    assert dates("06/08/2021", "08/13/2021") == ["2021-06-08", "2021-08-13"]
    assert dates("06.08.2021", "07.08.21") == ["2021-08-06", "2021-08-07"]


def test_where_it_does_not_only_the_year_is_sure() -> None:
    assert dates("06/08/2021", "06/06/2021") == ["2021", "2021-06-06"]
