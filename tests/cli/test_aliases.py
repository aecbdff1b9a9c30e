import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def named(run: Run) -> None:
    Path("tags.json").write_text('[["Project Phoenix", 3], ["Change Management", 4]]', "utf-8")
    Path("ours.txt").write_text("Change Management\n  also Project Phoenix  # since May\n", "utf-8")
    Path("theirs.txt").write_text("Widgetry\n  also Project Phoenix\n", "utf-8")


def shown(run: Run, *more: str) -> str:
    result = run("cloud", "tags.json", *more)
    assert result.exit_code == 0
    return result.stdout


def test_a_list_given_for_once_merges_names_and_the_reason_says_so(run: Run) -> None:
    assert shown(run) == "Change Management\t4\nProject Phoenix\t3\n"
    assert shown(run, "--aliases", "ours.txt") == "Change Management\t7\n"
    why = shown(run, "--aliases", "ours.txt", "--why", "Project Phoenix")
    assert 'another name of "Change Management" in ours.txt, line 2 (since May)' in why


def test_the_last_list_is_right_and_all_are_over_ones_own(run: Run, own_skills: Path) -> None:
    own_skills.parent.mkdir()
    own_skills.write_text(Path("ours.txt").read_text("utf-8"), "utf-8")
    assert shown(run) == "Change Management\t7\n"
    assert "Project Phoenix\t3" in shown(run, "--aliases", "theirs.txt")
    both = ("--aliases", "theirs.txt", "--aliases", "ours.txt")
    assert shown(run, *both) == "Change Management\t7\n"


def test_a_list_may_part_what_coalition_joins(run: Run) -> None:
    Path("tags.json").write_text('[["HR", 3], ["Human Resources", 4]]', "utf-8")
    Path("parted.txt").write_text("HR\n  not Human Resources\n", "utf-8")
    assert shown(run) == "Human Resources\t7\n"
    assert shown(run, "--aliases", "parted.txt") == "Human Resources\t4\nHR\t3\n"
    Path("a.json").write_text('[["HR", 3]]', "utf-8")
    Path("b.json").write_text('[["Human Resources", 4]]', "utf-8")
    for more, common in (((), 1), (("--aliases", "parted.txt"), 0)):
        result = run("compare", "a.json", "b.json", "--json", *more)
        parts = [word["part"] for word in json.loads(result.stdout)["words"]]
        assert parts.count("both") == common
        listed = run("compare", "a.json", "b.json", *more).stdout
        assert f"Both ({common})" in listed


def test_a_faulty_list_is_refused_with_its_lines(run: Run) -> None:
    Path("ours.txt").write_text("A\n  also B\nB\n  also A\n", "utf-8")
    result = run("cloud", "tags.json", "--aliases", "ours.txt")
    assert result.exit_code == 2
    assert "ours.txt: lines 2 and 4 go in a circle" in result.stderr
    assert run("cloud", "tags.json", "--aliases", "nowhere.txt").exit_code == 2


def test_a_list_may_come_from_standard_input_once(run: Run) -> None:
    result = run("cloud", "tags.json", "--aliases", "-", input=Path("ours.txt").read_text("utf-8"))
    assert result.stdout == "Change Management\t7\n"
    assert run("cloud", "-", "--aliases", "-", input="x").exit_code == 2


def test_the_picture_takes_no_list_s_place(run: Run) -> None:
    Path("ours.json").write_text("Change Management\n", "utf-8")
    result = run("cloud", "tags.json", "--aliases", "ours.json", "-o", "ours.json")
    assert (result.exit_code, "ours.json is what is read" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    "content", ["person,skill,votes\nAda,Law,3\nBo,Tax,2\n", "Law;4\nTax;3\n", "Law\t4\n"]
)
def test_a_table_is_no_list_of_skills(run: Run, content: str) -> None:
    Path("team.csv").write_text(content, "utf-8")
    result = run("skills", "show", "Law", "--aliases", "team.csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "team.csv, line 1: this looks like a table" in result.stderr


def test_a_list_may_name_skills_and_say_no_more(run: Run) -> None:
    Path("ours.txt").write_text("Widgetry\nLaw, Order\n", "utf-8")
    assert run("skills", "show", "Law", "--aliases", "ours.txt").exit_code == 0
