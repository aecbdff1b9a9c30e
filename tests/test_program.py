"""The program as a shell starts it, with streams closed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TAGS = '[["Facilitation", 12], ["Coaching", 5], ["Law", 1]]'


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = f"{sys.executable} -m coalition"
    return subprocess.run(
        ["sh", "-c", command.replace("coalition", program, 1)],
        cwd=folder,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "COALITION_SKILLS": str(folder / "own.txt")},
    )


@pytest.mark.parametrize(
    "command",
    [
        "skills show Leadership",
        "skills normalise tags.txt",
        "skills answers --json",
        "cloud tags.json",
        "cloud tags.json -o -",
        "--help",
    ],
)
def test_a_closed_output_is_told_in_a_sentence(tmp_path: Path, command: str) -> None:
    (tmp_path / "tags.json").write_text(TAGS, "utf-8")
    (tmp_path / "tags.txt").write_text("OCM\n", "utf-8")
    result = shell(f"coalition {command} >&-", tmp_path)
    assert result.returncode == 2
    assert "coalition: the output cannot be written (it is closed).\n" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_picture_needs_no_output(tmp_path: Path) -> None:
    (tmp_path / "tags.json").write_text(TAGS, "utf-8")
    assert shell("coalition cloud tags.json -o a.svg >&- 2>&-", tmp_path).returncode == 0
    assert (tmp_path / "a.svg").read_text("utf-8").startswith("<svg")


def test_a_review_with_a_closed_input_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "tags.txt").write_text("Widget Polishing\nWidgets Polish Art\n", "utf-8")
    for source in ("tags.txt", "-"):
        result = shell(f"coalition skills review {source} <&-", tmp_path)
        assert result.returncode == 2
        assert result.stderr.startswith("coalition: There is no standard input")
        assert result.stderr.count("\n") == 1
