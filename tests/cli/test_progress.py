import sys

import pytest

from coalition.cli import progress
from coalition.cli.progress import ProgressBar


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    fake = Clock()
    monkeypatch.setattr(progress, "time", fake)
    return fake


def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)


def test_long_work_shows_how_far_it_is(
    clock: Clock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal(monkeypatch)
    with ProgressBar("Reading big.csv") as show:
        clock.now = 1.0
        show(500, 1000)
        show(1000, 1000)
    shown = capsys.readouterr().err
    assert "Reading big.csv" in shown
    assert shown.endswith("\n")


def test_work_of_unknown_length_is_shown_too(
    clock: Clock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal(monkeypatch)
    with ProgressBar("Reading big.csv") as show:
        clock.now = 1.0
        show(500, 0)
    assert "Reading big.csv" in capsys.readouterr().err


def test_short_work_shows_nothing(
    clock: Clock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal(monkeypatch)
    with ProgressBar("Reading small.csv") as show:
        clock.now = 0.1
        show(500, 1000)
    assert capsys.readouterr().err == ""


def test_a_pipe_is_quiet(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    with ProgressBar("Reading big.csv") as show:
        clock.now = 9.0
        show(500, 1000)
    assert capsys.readouterr().err == ""
