from pathlib import Path

import platformdirs
import pytest

from coalition.settings import SKILLS, skills_file


def test_the_environment_says_where_the_own_list_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SKILLS, "/somewhere/mine.txt")
    assert skills_file() == "/somewhere/mine.txt"
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.setenv(SKILLS, "~/mine.txt")
    assert skills_file() == "/home/ada/mine.txt"


@pytest.mark.parametrize("value", ["", " ", "/dev/null"])
def test_an_empty_place_is_no_list(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(SKILLS, value)
    assert skills_file() == ""


def test_otherwise_it_lies_with_the_settings_of_all_programs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(SKILLS)
    for home in ("/home/ada/settings", ""):
        monkeypatch.setenv("XDG_CONFIG_HOME", home)
        folder = platformdirs.user_config_dir("coalition", appauthor=False)
        assert Path(skills_file()) == Path(folder) / "skills.txt"
