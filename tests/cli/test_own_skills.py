from pathlib import Path

import pytest

from coalition.cli.own_skills import change, own_list
from coalition.errors import InputError, OutputError
from tests.cli.conftest import Run

COMMANDS = (
    ("cloud", "tags.json"),
    ("compare", "tags.json", "tags.json"),
    ("skills", "show", "Coaching"),
    ("skills", "answers"),
    ("skills", "forget", "Coaching"),
    ("skills", "normalise", "tags.json"),
    ("skills", "review", "tags.json"),
)
"""All that go by the user's own list."""


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
        (b"Coaching\n  also F\xfchrung\n  quux X\n", "line 3"),
        (b"A\n  also X\nB\n  also X\n", "line 2, and of"),
    ],
)
def test_a_faulty_list_ends_every_command_that_goes_by_it(
    run: Run, place: Path, tags: Path, content: bytes, told: str
) -> None:
    place.write_bytes(content)
    for command in COMMANDS:
        result = run(*command)
        assert (result.exit_code, result.stdout) == (2, "")
        assert str(place) in result.stderr
        assert told in result.stderr
    assert run("read", "tags.json").exit_code == 0
    assert place.read_bytes() == content


@pytest.mark.parametrize("inside", [(), ("file",)])
def test_a_folder_is_no_list(run: Run, place: Path, tags: Path, inside: tuple[str, ...]) -> None:
    place.mkdir()
    for name in inside:
        (place / name).write_text("x")
    for command in COMMANDS:
        result = run(*command)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "is to be a list of skills" in result.stderr


def test_below_a_file_is_no_list(
    run: Run, tags: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("COALITION_SKILLS", str(tmp_path / "file" / "skills.txt"))
    for command in COMMANDS:
        result = run(*command)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "it is below a file" in result.stderr


@pytest.mark.parametrize("value", ["", "/dev/null"])
def test_an_empty_place_is_no_list_of_ones_own(
    run: Run, names: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("COALITION_SKILLS", value)
    assert run("cloud", "names.csv").exit_code == 0
    assert "COALITION_SKILLS" in run("skills", "answers").stdout
    assert "COALITION_SKILLS" in run("skills", "forget", "Law").stderr
    result = run("skills", "review", "names.csv", input="y\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "COALITION_SKILLS is empty" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1", "utf-8-sig"])
def test_a_list_in_another_encoding_is_read_and_not_written(
    run: Run, names: Path, place: Path, encoding: str
) -> None:
    content = "Führung\r\n  also Qualität X; Gizmos\r\n".encode(encoding)
    place.write_bytes(content)
    assert "Qualität X" in run("skills", "show", "Gizmos").stdout
    assert "Gizmos" in run("skills", "answers").stdout
    for arguments in (("review", "names.csv"), ("forget", "Gizmos")):
        result = run("skills", *arguments, input="y\n")
        if encoding == "utf-8-sig":
            assert result.exit_code == 0
            continue
        assert (result.exit_code, result.stdout) == (2, "")
        assert "not UTF-8" in result.stderr
        assert place.read_bytes() == content
