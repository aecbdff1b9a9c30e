from pathlib import Path

import pytest

import coalition.drawing.fonts as fonts_module


@pytest.fixture
def no_system_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the fonts that come with Coalition, whatever this machine has."""
    monkeypatch.setattr(fonts_module, "system_fonts", lambda: ())


@pytest.fixture(autouse=True)
def own_skills(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of the user's own list of skills, where there is none yet: never the real one."""
    path = tmp_path_factory.mktemp("settings") / "coalition" / "skills.txt"
    monkeypatch.setenv("COALITION_SKILLS", str(path))
    return path
