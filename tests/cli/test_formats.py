import json

import pytest

from coalition.cli import formats
from coalition.cli.terminal import cells
from tests.cli.conftest import Run


def test_every_format_is_listed_with_what_it_is(run: Run) -> None:
    result = run("formats")
    assert result.exit_code == 0
    names = [line.split()[0] for line in result.stdout.splitlines()]
    assert {"linkedin-archive", "json-resume", "tag-json"} <= set(names)


def test_the_json_tells_who_provides_each(run: Run) -> None:
    formats = json.loads(run("formats", "--json").stdout)
    assert {entry["name"]: entry["provider"] for entry in formats}["tag-json"] == "coalition"
    assert all(entry["title"] for entry in formats)


def test_no_line_is_wider_than_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "width_of_terminal", lambda: 60)
    lines = run("formats").stdout.splitlines()
    assert max(map(cells, lines)) <= 60
    assert any(line.startswith("  ") for line in lines)
