import json
from pathlib import Path

import pytest

from coalition.cli import read
from coalition.cli.terminal import cells
from tests.cli.conftest import Run


def test_the_preview_shows_skills_counts_and_endorsers(run: Run, endorsements: Path) -> None:
    result = run("read", endorsements.name)
    assert result.exit_code == 0
    assert "Gestion du risque (Risk Management)" in result.stdout
    row = next(line for line in result.stdout.splitlines() if line.startswith("Risk Management"))
    assert row.split() == ["Risk", "Management", "1", "Ada", "Byrne"]
    assert "2 skills" in result.stdout


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_of_the_preview_is_wider_than_the_terminal(
    run: Run, endorsements: Path, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "width_of_terminal", lambda: width)
    lines = run("read", endorsements.name).stdout.splitlines()
    assert any(line.startswith("Risk Management") for line in lines)
    assert max(map(cells, lines)) <= width


def test_the_json_keeps_the_sources_spelling_and_order(run: Run, endorsements: Path) -> None:
    read = json.loads(run("read", endorsements.name, "--json").stdout)
    assert read["skills"] == [
        {
            "skill": skill,
            "count": 1,
            "at_least": False,
            "listed": False,
            "endorsers": [endorser],
        }
        for skill, endorser in (
            ("Risk Management", "Ada Byrne"),
            ("Gestion du risque (Risk Management)", "Bo Diallo"),
        )
    ]
    assert (read["ties"], read["touchpoints"], read["problems"]) == (0, 0, [])
    assert isinstance(read["format"], str)
    assert isinstance(read["people"], int)


def test_a_bound_is_shown_as_such(run: Run) -> None:
    page = "Skills\nCoaching\nCoaching\n99+ endorsements\nLaw\nLaw\nEndorse\n"
    read = json.loads(run("read", "-", "--json", input=page).stdout)
    assert read["skills"][0]["count"] == 99
    assert read["skills"][0]["at_least"] is True
    assert " 99+ " in run("read", "-", input=page).stdout


def test_problems_are_in_the_json_and_on_standard_error(run: Run) -> None:
    Path("table.csv").write_text("skill,weight\nCoaching,4\nLaw,-2\n", "utf-8")
    result = run("read", "table.csv", "--json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.stdout)["problems"]
    assert (problem["file"], problem["line"]) == ("table.csv", 3)
    assert "table.csv, line 3: " in result.stderr


def test_what_cannot_be_read_is_one_sentence(run: Run) -> None:
    Path("empty.csv").write_bytes(b"")
    for name in ("empty.csv", "missing.csv"):
        result = run("read", name)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"coalition: {name} ")
        assert result.stderr.count("\n") == 1


def test_a_format_can_be_named(run: Run) -> None:
    Path("tags").write_text('[["Coaching", 4]]', "utf-8")
    assert run("read", "tags", "--format", "tag-json").exit_code == 0
    assert run("read", "tags", "--format", "nonsense").exit_code == 2


def test_skills_of_others_are_not_shown_as_the_owners(run: Run) -> None:
    Path("export").mkdir()
    Path("export/Profile.csv").write_text("First Name,Last Name,Headline\nAda,Byrne,Coach\n")
    Path("export/Skills.csv").write_text("Name\nCoaching\n")
    Path("export/Endorsement_Given_Info.csv").write_text(
        "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url\n"
        "2026/02/28,Law,Bo,Diallo,www.linkedin.com/in/bo-d\n"
    )
    read = json.loads(run("read", "export", "--json").stdout)
    assert [skill["skill"] for skill in read["skills"]] == ["Coaching"]
