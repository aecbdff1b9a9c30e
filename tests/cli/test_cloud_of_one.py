"""``coalition cloud --of NAME`` and ``--half-life``."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TODAY = "--as-of", "2026-03-14"


@pytest.fixture
def staff(tmp_path: Path) -> str:
    """A table of people who endorsed each other, in two teams."""
    rows = ["Person,Team,Skill,Endorsed by,Date"]
    for team, craft in (("Bakers", "Baking"), ("Smiths", "Forging")):
        for n in range(5):
            rows += [f"{team[:-1]} {n},{team},{craft},Xu,2026-03-14",
                     f"{team[:-1]} {n},{team},{craft},Yi,2023-03-14",
                     f"{team[:-1]} {n},{team},Leadership,Xu,"]  # fmt: skip
    rows += [f"Baker 0,Bakers,Juggling,{by},2020" for by in ("Xu", "Yi", "Zoe", "Wu")]
    (tmp_path / "staff.csv").write_text("\n".join(rows), "utf-8")
    return "staff.csv"


def test_one_person_out_of_many(run: Run, staff: str) -> None:
    result = run("cloud", staff, "--of", "baker 0")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "Juggling\t4\nBaking\t2\nLeadership\t1\n"


def test_a_team_adds_up(run: Run, staff: str) -> None:
    assert run("cloud", staff, "--of", "Smiths").stdout == "Forging\t10\nLeadership\t5\n"


def test_a_picture_is_titled_by_the_name(run: Run, staff: str) -> None:
    assert run("cloud", staff, "--of", "Smiths", "-o", "a.svg").exit_code == 0
    assert ">Smiths</title>" in Path("a.svg").read_text("utf-8")
    run("cloud", staff, "--of", "Smiths", "-o", "a.svg", "--title", "Iron")
    assert ">Iron</title>" in Path("a.svg").read_text("utf-8")


def test_a_name_that_nobody_has_is_refused(run: Run, staff: str) -> None:
    result = run("cloud", staff, "--of", "Bakres", "-o", "a.svg")
    assert result.exit_code == 2
    assert 'Nobody is called "Bakres". The nearest are "Bakers"' in result.stderr
    assert not Path("a.svg").exists()


def test_what_does_not_tell_whose_it_is_is_left_out_and_told(run: Run, staff: str) -> None:
    Path("list.txt").write_text("Law\nArt\n", "utf-8")
    result = run("cloud", staff, "list.txt", "--of", "Smiths")
    assert "list.txt does not tell whose skills it holds" in result.stderr
    assert "Law" not in result.stdout


def test_colours_tell_what_stands_out(run: Run, staff: str) -> None:
    result = run("cloud", staff, "--of", "Baker 0", "--colour", "distinctive", "--json")
    colours = {word["text"]: word["colour"] for word in json.loads(result.stdout)["words"]}
    assert colours["Leadership"] == colours["Baking"] != colours["Juggling"]
    team = run("cloud", staff, "--of", "Bakers", "--colour", "distinctive", "--json")
    colours_of_team = {word["text"]: word["colour"] for word in json.loads(team.stdout)["words"]}
    assert colours_of_team["Baking"] == colours["Juggling"]
    assert colours_of_team["Juggling"] == colours["Leadership"]  # one person's, not the team's


def test_a_small_team_is_drawn_and_not_set_apart(run: Run) -> None:
    Path("small.csv").write_text("Person,Team,Skill\nAda,Web,Law\nBo,Data,Art\n", "utf-8")
    assert run("cloud", "small.csv", "--of", "Web").stdout == "Law\t1\n"
    result = run("cloud", "small.csv", "--of", "Web", "--colour", "distinctive", "-o", "a.svg")
    assert result.exit_code == 2
    assert "from 5 people on" in result.stderr
    assert "team Web has 1" in result.stderr


def test_distinctive_of_nobody_is_refused(run: Run, staff: str) -> None:
    result = run("cloud", staff, "--colour", "distinctive", "-o", "a.svg")
    assert result.exit_code == 2
    assert "needs --of NAME" in result.stderr


def test_old_evidence_counts_less(run: Run, staff: str) -> None:
    result = run("cloud", staff, "--of", "Baker 0", "--half-life", "3y", *TODAY)
    assert result.stdout == "Baking\t1.5\nJuggling\t1.07\nLeadership\t1\n"
    assert "1 of the 7 pieces of evidence has no date" in result.stderr


@pytest.mark.parametrize(
    ("age", "weight"), [("36m", "1.5"), ("1096d", "1.5"), ("1.5 years", "1.25")]
)
def test_a_half_life_is_in_years_months_or_days(
    run: Run, staff: str, age: str, weight: str
) -> None:
    result = run("cloud", staff, "--of", "Baker 0", "--half-life", age, *TODAY)
    assert f"Baking\t{weight}\n" in result.stdout


@pytest.mark.parametrize("age", ["3", "y", "0y", "-3y", "3 moons", "1e9y", "٣y x", ""])
def test_what_is_no_half_life_is_refused(run: Run, staff: str, age: str) -> None:
    result = run("cloud", staff, "--half-life", age)
    assert result.exit_code == 2
    assert "is no half-life: write it like 3y, 18m or 90d" in result.stderr


def test_a_day_to_count_from_needs_a_half_life_and_is_a_day(run: Run, staff: str) -> None:
    assert "add --half-life" in run("cloud", staff, *TODAY).stderr
    result = run("cloud", staff, "--half-life", "3y", "--as-of", "soon")
    assert (result.exit_code, '"soon" is no day' in result.stderr) == (2, True)


def test_the_reasons_tell_what_age_leaves(run: Run, staff: str) -> None:
    result = run("cloud", staff, "--of", "Baker 0", "--half-life", "3y", *TODAY, "--why", "baking")
    assert result.stdout.splitlines() == [
        "Baking weighs 1.5 by age (half-life 3 years, on 2026-03-14): Baker 0: 2 endorsers, of "
        "which age leaves 1.5.",
        'Xu endorsed "Baking" on 2026-03-14 (about Baker 0) (counts 1): staff.csv, line 2.',
        'Yi endorsed "Baking" on 2023-03-14 (about Baker 0) (counts 0.5): staff.csv, line 3.',
    ]


def test_clouds_by_year_age_as_well(run: Run, staff: str) -> None:
    result = run("cloud", staff, "--of", "Baker 0", "--half-life", "1y", *TODAY,
                 "--by", "year", "--frames", "years")  # fmt: skip
    assert result.exit_code == 0
    drawn = Path("years/2025.svg").read_text("utf-8")
    assert "Juggling: 4 endorsements, by age 0.5" in drawn


def test_two_people_compared_age_as_well(run: Run) -> None:
    Path("a.csv").write_text("Skill,Count,Year\nLaw,8,2000\nArt,2,2026\n", "utf-8")
    Path("b.csv").write_text("Skill,Count\nArt,3\n", "utf-8")
    result = run("compare", "a.csv", "b.csv", "--half-life", "2y", *TODAY)
    assert result.exit_code == 0
    assert "Law: 8, by age 0.5" in result.stdout
