from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def two(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A workbook of two clients, with a person in each."""
    monkeypatch.setenv("COALITION_WORKBOOK", str(tmp_path / "own.coalition"))
    for client, name in (("Client A", "Ada Testerson"), ("Client B", "Bea Stonefield")):
        assert run("workspaces", "--add", client).exit_code == 0
        assert run("--workspace", client, "people", "add", name).exit_code == 0
    return run


def test_they_are_listed(two: Run) -> None:
    assert two("workspaces").stdout == "Client A\nClient B\nmain\n"


def test_nothing_of_one_is_seen_in_another(two: Run) -> None:
    assert "Ada" in two("--workspace", "Client A", "people").stdout
    assert "Bea" not in two("--workspace", "Client A", "people").stdout
    assert two("people", "--count").stdout == "0\n"
    result = two("--workspace", "Client B", "show", "#1")
    assert (result.exit_code, "Ada" in result.output) == (2, False)


def test_the_environment_may_name_one(two: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COALITION_WORKSPACE", "Client B")
    assert "Bea" in two("people").stdout


def test_a_name_that_is_none_says_which_there_are(two: Run) -> None:
    result = two("--workspace", "Client C", "people")
    assert result.exit_code == 2
    assert "Client A, Client B, main" in result.stderr


def test_a_second_of_one_name_is_refused(two: Run) -> None:
    assert two("workspaces", "--add", "Client A").exit_code == 2


def test_one_is_removed_with_all_that_is_in_it(two: Run, tmp_path: Path) -> None:
    assert two("workspaces", "--remove", "Client A").exit_code == 2
    assert two("workspaces", "--remove", "Client A", "--yes").exit_code == 0
    assert two("workspaces").stdout == "Client B\nmain\n"
    assert b"Testerson" not in (tmp_path / "own.coalition").read_bytes()
    assert "Bea" in two("--workspace", "Client B", "people").stdout
    assert two("check").exit_code == 0


def test_the_last_one_is_not_removed(two: Run) -> None:
    assert two("workspaces", "--remove", "Client A", "--yes").exit_code == 0
    assert two("workspaces", "--remove", "main", "--yes").exit_code == 0
    result = two("workspaces", "--remove", "Client B", "--yes")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Client B is the only workspace" in result.stderr
    assert "Bea" in two("people").stdout
