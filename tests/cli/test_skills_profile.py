"""``coalition skills profile``."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def team(tmp_path: Path) -> str:
    (tmp_path / "team.csv").write_text(
        "Person,Team,Skill,Votes\n"
        "Ada Byrne,Web,Leadership,9\nAda Byrne,Web,Coaching,8\nBo,Web,Leadership,30\nBo,Web,Law,2\n"
        "Chi,Data,Leadership,20\nChi,Data,Art,3\n",
        "utf-8",
    )
    return "team.csv"


def test_most_endorsed_beside_most_distinctive(run: Run, team: str) -> None:
    result = run("skills", "profile", team, "--of", "Ada")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "Ada Byrne",
        "",
        "Most endorsed    Most distinctive",
        "Leadership  9    Coaching  8 of 8",
        "Coaching    8",
        "",
        "Of all voices in the sources 24% are for Ada Byrne: of a distinctive skill clearly more.",
    ]


def test_of_a_small_team_only_what_is_endorsed_is_shown(run: Run, team: str) -> None:
    result = run("skills", "profile", team, "--of", "Web")
    assert result.exit_code == 0
    assert "Web (team, 2 people)" in result.stdout
    assert "Leadership  39" in result.stdout
    assert "Most distinctive" not in result.stdout
    assert "the team Web has 2" in result.stdout


def test_all_of_it_as_json(run: Run, team: str) -> None:
    found = json.loads(run("skills", "profile", team, "--of", "ada byrne", "--json").stdout)
    assert found["name"] == "Ada Byrne"
    assert found["skills"][0] == {"skill": "Leadership", "weight": 9}
    (first,) = found["distinctive"]
    assert (first["skill"], first["voices"], first["of_voices"], first["clear"]) == (
        "Coaching", 8, 8, True,
    )  # fmt: skip
    assert "nobody but Ada Byrne has Coaching (8 voices)" in first["reason"]


def test_without_a_name_or_with_an_unknown_one_it_is_refused(run: Run, team: str) -> None:
    assert run("skills", "profile", team).exit_code == 2
    result = run("skills", "profile", team, "--of", "Zed")
    assert (result.exit_code, 'called "Zed"' in result.stderr) == (2, True)
