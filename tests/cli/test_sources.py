from pathlib import Path

import pytest

import coalition.exchange.reading
from coalition.exchange.plugins import Format, Formats, installed_formats
from coalition.exchange.reader import Match, Progress, silent
from coalition.model.reading import Reading
from tests.cli.conftest import Run


class _Broken:
    """A reader of another package that fails whenever it is asked."""

    name = "broken"
    title = "made up"

    def recognise(self, material: object) -> Match:
        raise ValueError("no luck")

    def read(self, material: object, progress: Progress = silent) -> Reading:
        raise ValueError("no luck")


@pytest.fixture
def broken_plug_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = installed_formats().formats
    formats = Formats((Format(_Broken(), "odd-pack"), *ours), ("Another cannot be loaded.",))
    monkeypatch.setattr(coalition.exchange.reading, "installed_formats", lambda: formats)


WARNINGS = [
    "coalition: Another cannot be loaded.",
    "coalition: The reader broken of the package odd-pack failed (ValueError: no luck), so it was "
    "not asked: update or remove it.",
]


@pytest.mark.usefixtures("broken_plug_ins")
def test_a_broken_plug_in_is_named_and_the_work_done(run: Run, tags: Path) -> None:
    read = run("read", tags.name)
    assert (read.exit_code, read.stderr.splitlines()) == (0, WARNINGS)
    assert "Facilitation" in read.stdout


@pytest.mark.usefixtures("broken_plug_ins")
def test_several_sources_name_it_once(run: Run, tags: Path) -> None:
    cloud = run("cloud", tags.name, tags.name)
    assert [line for line in cloud.stderr.splitlines() if "odd-pack" in line] == WARNINGS[1:]
    assert "Facilitation\t12" in cloud.stdout


@pytest.mark.usefixtures("broken_plug_ins")
def test_it_is_named_too_where_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><p>Law</p></html>")
    read = run("read", "page.html")
    assert read.exit_code == 2
    assert read.stderr.splitlines()[:2] == WARNINGS
