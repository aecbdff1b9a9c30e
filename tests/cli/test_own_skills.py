from pathlib import Path

import pytest

from coalition.cli.own_skills import change, own_list
from coalition.errors import InputError, OutputError
from tests.cli.conftest import Run


@pytest.fixture
def place(own_skills: Path) -> Path:
    own_skills.parent.mkdir()
    return own_skills


def test_without_a_list_nothing_is_said(own_skills: Path) -> None:
    assert own_list() is None
    assert not own_skills.parent.exists()


def test_an_empty_list_says_nothing(place: Path) -> None:
    place.write_text("")
    assert own_list() is None
    place.write_text("# nothing yet\n")
    assert own_list() == (str(place), ())


def test_a_change_that_fails_changes_nothing(place: Path) -> None:
    place.write_text("Coaching\n")

    def fail(text: str, name: str) -> str:
        raise InputError("no")

    with pytest.raises(InputError):
        change(fail)
    assert place.read_text() == "Coaching\n"
    assert not [path for path in place.parent.iterdir() if path.name.startswith(".coalition")]


def test_a_link_to_a_list_stays_one(place: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.txt"
    place.symlink_to(real)
    change(lambda text, name: "Coaching\n")
    assert place.is_symlink()
    assert real.read_text() == "Coaching\n"


def test_a_list_that_cannot_be_written_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("COALITION_SKILLS", str(tmp_path / "file" / "skills.txt"))
    with pytest.raises(OutputError):
        change(lambda text, name: "Coaching\n")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"  also X\n", "line 1"),
        (b"Coaching\n  also F\xfchrung\n", "line 2: this is not UTF-8"),
        (b"A\n  also X\nB\n  also X\n", "line 2, and of"),
    ],
)
def test_a_faulty_list_ends_every_command_that_goes_by_it(
    run: Run, place: Path, tags: Path, content: bytes, told: str
) -> None:
    place.write_bytes(content)
    for command in (
        ("cloud", "tags.json"),
        ("compare", "tags.json", "tags.json"),
        ("skills", "show", "Coaching"),
        ("skills", "answers"),
        ("skills", "normalise", "tags.json"),
        ("skills", "review", "tags.json"),
    ):
        result = run(*command)
        assert (result.exit_code, result.stdout) == (2, "")
        assert str(place) in result.stderr
        assert told in result.stderr
    assert run("read", "tags.json").exit_code == 0
    assert place.read_bytes() == content


def test_a_folder_is_no_list(run: Run, place: Path, tags: Path) -> None:
    place.mkdir()
    (place / "file").write_text("x")
    result = run("cloud", "tags.json")
    assert (result.exit_code, "is to be a list of skills" in result.stderr) == (2, True)
