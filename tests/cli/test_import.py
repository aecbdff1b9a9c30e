import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PEOPLE = (
    "Name,E-mail,Title,Company,Skills\n"
    "Ada Testerson,ada@example.com,HR Partner,Brook Ltd,Coaching; Change Management\n"
    "Bea Stonefield,bea@example.com,Head of Sales,Brook Ltd,Negotiation\n"
)


@pytest.fixture(autouse=True)
def own_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the workbook is to be; there is none yet."""
    path = tmp_path / "data" / "own.coalition"
    monkeypatch.setenv("COALITION_WORKBOOK", str(path))
    return path


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, "utf-8")
    return path


def test_a_file_is_read_into_the_workbook(run: Run, people: Path, own_workbook: Path) -> None:
    result = run("import", str(people))
    assert result.exit_code == 0, result.output
    assert "2 people new" in result.stdout
    assert own_workbook.stat().st_mode & 0o077 == 0
    assert "Ada Testerson" in run("people").stdout


def test_the_workbook_may_be_named_on_either_side(run: Run, people: Path, tmp_path: Path) -> None:
    other = str(tmp_path / "other.coalition")
    assert run("--workbook", other, "import", str(people)).exit_code == 0
    assert run("people", "list", "--workbook", other, "--count").stdout == "2\n"


def test_the_same_file_again_says_when_it_was_read(run: Run, people: Path) -> None:
    run("import", str(people))
    result = run("import", str(people))
    assert (result.exit_code, "read already on" in result.stdout) == (0, True)


def test_a_dry_run_begins_no_workbook(run: Run, people: Path, own_workbook: Path) -> None:
    result = run("import", "--dry-run", str(people))
    assert "New: Ada Testerson, Bea Stonefield." in result.stdout
    assert not own_workbook.exists()


def test_a_source_is_taken_back_out_by_its_name(run: Run, people: Path) -> None:
    run("import", str(people))
    assert "people.csv" in run("import").stdout
    result = run("import", "--undo", "people.csv")
    assert "was taken out" in result.stdout
    assert run("people", "--count").stdout == "0\n"
    assert "Nothing was read yet" in run("import").stdout


def test_a_source_that_is_not_there_is_refused(run: Run, people: Path) -> None:
    run("import", str(people))
    result = run("import", "--undo", "other.csv")
    assert (result.exit_code, "other.csv" in result.stderr) == (2, True)


def test_a_list_says_whose_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("Coaching\nChange Management\n")
    result = run("import", "list.txt")
    assert (result.exit_code, "--of" in result.stderr) == (2, True)
    assert run("import", "list.txt", "--of", "Cai Marsh").exit_code == 0
    assert "Cai Marsh" in run("people", "--skill", "Coaching").stdout


def test_one_file_that_fails_leaves_the_others_in(run: Run, people: Path) -> None:
    result = run("import", "nowhere.csv", str(people))
    assert result.exit_code == 1
    assert "nowhere.csv does not exist" in result.stderr
    assert run("people", "--count").stdout == "2\n"


def test_when_all_fail_nothing_is_changed(run: Run) -> None:
    result = run("import", "nowhere.csv")
    assert (result.exit_code, "nowhere.csv does not exist" in result.stderr) == (2, True)


def test_what_came_of_it_as_json(run: Run, people: Path) -> None:
    (came,) = json.loads(run("import", "--json", str(people)).stdout)
    assert (came["format"], came["new"], came["source"]) == (
        "table",
        ["Ada Testerson", "Bea Stonefield"],
        1,
    )


def test_standard_input_is_a_file_too(run: Run) -> None:
    result = run("import", "-", "--of", "Cai Marsh", input="Coaching\nLaw\n")
    assert result.exit_code == 0, result.output
    assert "standard input" in run("import").stdout


def test_who_was_erased_comes_back_with_the_same_file(run: Run, people: Path) -> None:
    run("import", str(people))
    run("erase", "ada", "--yes")
    result = run("import", str(people), "--bring-back")
    assert (result.exit_code, "1 person new" in result.stdout) == (0, True)
    assert run("people", "--count").stdout == "2\n"


def test_a_number_that_nobody_has_makes_no_new_person(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("Coaching\nChange Management\n")
    result = run("import", "list.txt", "--of", "#9")
    assert (result.exit_code, "#9" in result.stderr) == (2, True)


def test_a_trial_of_taking_out_only_tells(run: Run, people: Path) -> None:
    run("import", str(people))
    result = run("import", "--undo", "people.csv", "--dry-run")
    assert "would be taken out" in result.stdout
    assert run("people", "--count").stdout == "2\n"


def test_a_trial_of_several_files_sees_those_before(run: Run, people: Path, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(PEOPLE.replace("HR Partner", "Chief"), "utf-8")
    result = run("import", "--dry-run", str(people), "more.csv")
    assert "0 people new, 2 known already" in result.stdout
    run("import", str(people))
    assert "0 people new" in run("import", "--dry-run", "more.csv").stdout
    assert len(json.loads(run("import", "--json").stdout)) == 1


def test_a_file_that_is_nobodys_own_says_so(run: Run, people: Path) -> None:
    assert "people me" in run("import", str(people), "--me").stdout


def test_text_is_kept_of_a_file_only_when_it_is_read_anew(run: Run, people: Path) -> None:
    run("import", str(people))
    assert "--undo 1" in run("import", str(people), "--keep-text").stdout


def test_who_was_erased_stays_out_and_is_told(run: Run, people: Path, tmp_path: Path) -> None:
    run("import", str(people))
    run("erase", "ada", "--yes")
    (tmp_path / "more.csv").write_text(PEOPLE.replace("HR Partner", "Chief"), "utf-8")
    result = run("import", "more.csv")
    assert result.exit_code == 1
    assert "Ada Testerson was erased once" in result.stdout
    assert run("people", "--count").stdout == "1\n"
    (tmp_path / "again.csv").write_text(PEOPLE.replace("HR Partner", "Head"), "utf-8")
    assert run("import", "again.csv", "--bring-back").exit_code == 0
    assert run("people", "--count").stdout == "2\n"
