import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def own_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COALITION_WORKBOOK", str(tmp_path / "own.coalition"))


@pytest.fixture
def two(run: Run) -> Run:
    """A workbook with two people."""
    for name, more in (
        ("Ada Testerson", ("--title", "HR Partner", "--unit", "HR", "--place", "Lyon")),
        ("Ольга Примерова", ("--email", "Olga@Example.com", "--organisation", "Brook Ltd")),
    ):
        assert run("people", "add", name, *more).exit_code == 0
    return run


def test_without_a_workbook_it_says_how_to_begin(run: Run) -> None:
    result = run("people")
    assert (result.exit_code, "`coalition import FILE`" in result.stderr) == (2, True)


def test_people_are_listed_a_line_each_with_tabs_in_a_pipe(two: Run) -> None:
    assert (
        two("people").stdout
        == ("#2\tОльга Примерова\tBrook Ltd\t\n#1\tAda Testerson\tHR Partner, HR, Lyon\t\n")
        or two("people").stdout.count("\n") == 2
    )


@pytest.mark.parametrize("words", [("people",), ("people", "list")])
def test_the_list_needs_no_name(two: Run, words: tuple[str, ...]) -> None:
    assert "Ada Testerson" in two(*words, "ada").stdout
    assert two(*words, "--place", "lyon", "--count").stdout == "1\n"
    assert two(*words, "olga", "--json").exit_code == 0


def test_json_has_all_that_a_list_shows(two: Run) -> None:
    (one,) = json.loads(two("people", "olga", "--json").stdout)
    assert one["name"] == "Ольга Примерова"
    assert one["email"] == "olga@example.com"


def test_nobody_is_told_on_standard_error(two: Run) -> None:
    result = two("people", "zoe")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nobody" in result.stderr


def test_a_day_may_be_an_age(two: Run) -> None:
    assert two("people", "--not-since", "90d", "--count").stdout == "2\n"
    result = two("people", "--not-since", "soon")
    assert (result.exit_code, "no day" in result.stderr) == (2, True)


def test_what_the_user_says_is_shown_with_its_day(two: Run) -> None:
    two("people", "edit", "ada", "--title", "Head of HR")
    assert "Head of HR" in two("people", "ada").stdout
    assert "typed by me on" in two("show", "ada").stdout


def test_one_fact_is_taken_out_by_its_number(two: Run) -> None:
    held = json.loads(two("show", "ada", "--json").stdout)
    number = next(fact["id"] for fact in held["facts"] if fact["field"] == "title")
    assert "HR Partner" in two("people", "forget", str(number)).stdout
    assert "HR Partner" not in two("show", "ada").stdout
    name = next(fact["id"] for fact in held["facts"] if fact["field"] == "name")
    assert two("people", "forget", str(name)).exit_code == 2


def test_a_note_is_found_and_shown(two: Run) -> None:
    two("people", "note", "ada", "asked for figures per site", "--on", "2026-11-20")
    assert "Ada Testerson" in two("people", "figures").stdout
    assert "2026-11-20" in two("show", "ada").stdout


def test_two_people_are_merged_and_parted_again(two: Run) -> None:
    result = two("people", "merge", "ada", "olga")
    assert (result.exit_code, "from now on" in result.stdout) == (0, True)
    assert two("people", "--count").stdout == "1\n"
    two("people", "merge", "--undo", "ada")
    assert two("people", "--count").stdout == "2\n"


def test_merging_someone_with_themselves_is_refused(two: Run) -> None:
    result = two("people", "merge", "ada", "#1")
    assert (result.exit_code, "one person already" in result.stderr) == (2, True)


def test_pairs_in_doubt_are_listed_without_a_terminal(two: Run, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text("Name,Company,Skill\nAda Testerson,Brook Ltd,Law\n")
    two("import", "more.csv")
    listed = two("people", "review").stdout
    assert listed.count("Ada Testerson") == 2
    assert "because:" in listed
    assert len(json.loads(two("people", "review", "--json").stdout)) == 1


def test_the_workbook_knows_who_the_user_is(two: Run) -> None:
    assert "not known who you are" in two("people", "me").stdout
    two("people", "me", "ada")
    assert "Ada Testerson" in two("people", "me").stdout
    assert "(you)" in two("show", "ada").stdout


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        ("--email", "nowhere", "no e-mail address"),
        ("--zone", "Mars/Base", "no time zone"),
        ("--hours", "nine to five", "no hours"),
    ],
)
def test_what_cannot_be_so_is_refused(run: Run, option: str, value: str, why: str) -> None:
    result = run("people", "add", "Ada Testerson", option, value)
    assert result.exit_code == 2
    assert why in result.stderr
