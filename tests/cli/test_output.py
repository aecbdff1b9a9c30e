import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from coalition.disk import write_whole
from coalition.errors import OutputError
from tests.cli.conftest import Run


def test_a_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link, target = tmp_path / "link.svg", tmp_path / "target.svg"
    link.symlink_to("target.svg")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="no space left on device"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "reason"),
    [("", "is a folder"), ("no/such/a.svg", "no folder"), ("a\0b.svg", "null")],
)
def test_an_impossible_place_is_one_sentence(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(OutputError, match=reason):
        write_whole(tmp_path / name, b"new")


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.svg"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"new")
    assert os.read(reading, 10) == b"new"
    os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_source_is_never_overwritten(run: Run, tags: Path) -> None:
    before = tags.read_bytes()
    result = run("cloud", "tags.json", "-o", "./tags.json")
    assert result.exit_code == 2
    assert "./tags.json is what is read: give the picture another name." in result.stderr
    assert tags.read_bytes() == before


@pytest.mark.parametrize("option", ["--similarity", "--shape", "--font"])
def test_nor_is_another_file_that_the_picture_goes_by(run: Run, tags: Path, option: str) -> None:
    other = tags.with_name("other.svg")
    other.write_text("mine")
    result = run("cloud", "tags.json", option, "other.svg", "-o", "other.svg")
    assert result.exit_code == 2
    assert "other.svg is what is read" in result.stderr
    assert other.read_text() == "mine"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_behind_standard_output_is_told(tags: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "coalition", "cloud", str(tags)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert done.stderr == "coalition: the output cannot be written (no space left on device).\n"
