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


ALCHEMY = "[Alchemy]\nSilo Bridging\nWidgetry\n"


@pytest.mark.parametrize(
    "tags",
    [
        '[["Silo Bridging", 3], ["Widgetry", 2]]',
        '[["Xyzzy", 9], ["Plugh", 8], ["Qux", 7], ["Widgetry", 2]]',
    ],
)
@pytest.mark.parametrize("how", [("--colour", "group"), ("--colour", "group", "--layout", "group")])
def test_groups_of_a_list_colour_a_cloud(run: Run, tags: str, how: tuple[str, ...]) -> None:
    Path("tags.json").write_text(tags, "utf-8")
    Path("ours.txt").write_text(ALCHEMY, "utf-8")
    run("cloud", "tags.json", *how, "-o", "plain.svg")
    assert run("cloud", "tags.json", "--aliases", "ours.txt", *how, "-o", "a.svg").exit_code == 0
    assert "Alchemy" in Path("a.svg").read_text("utf-8")
    assert "Alchemy" not in Path("plain.svg").read_text("utf-8")


def test_so_do_those_of_ones_own_list_by_year_too(run: Run, own_skills: Path) -> None:
    own_skills.parent.mkdir()
    own_skills.write_text(ALCHEMY, "utf-8")
    Path("given.csv").write_text(
        "endorsee,skill,endorser,date\nAda,Widgetry,Bo,2019-01-02\nAda,Widgetry,Cy,2020-01-02\n",
        "utf-8",
    )
    result = run("cloud", "given.csv", "--by", "year", "--colour", "group", "-o", "years.html")
    assert result.exit_code == 0, result.stderr
    assert "Alchemy" in Path("years.html").read_text("utf-8")


def test_what_a_list_puts_under_something_stands_near_it(run: Run) -> None:
    tags = [["Poetry", 3], ["Glass", 3], ["Baking", 3], ["Sailing", 3], ["Xyzzy", 3], ["Qux", 3]]
    Path("tags.json").write_text(json.dumps(tags), "utf-8")
    Path("ours.txt").write_text("Qux\n  under Poetry\n", "utf-8")
    plain = run("cloud", "tags.json", "--layout", "meaning", "--json").stdout
    ours = run(
        "cloud", "tags.json", "--layout", "meaning", "--json", "--aliases", "ours.txt"
    ).stdout
    assert _between("Poetry", "Qux", ours) <= _between("Poetry", "Qux", plain)
    assert json.loads(plain)["words"] != json.loads(ours)["words"]


def _between(one: str, other: str, cloud: str) -> float:
    at = {word["text"]: complex(word["x"], word["y"]) for word in json.loads(cloud)["words"]}
    return abs(at[one] - at[other])


def test_a_circle_with_coalitions_list_is_refused(run: Run) -> None:
    Path("ours.txt").write_text("Leadership\n  under Team Leadership\n", "utf-8")
    result = run("cloud", "tags.json", "--aliases", "ours.txt")
    assert result.exit_code == 2
    assert 'ours.txt, line 2: "Leadership" cannot be under "Team Leadership"' in result.stderr
    assert "Coalition's list" in result.stderr
