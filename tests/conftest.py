import pytest

import coalition.drawing.fonts as fonts_module


@pytest.fixture
def no_system_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the fonts that come with Coalition, whatever this machine has."""
    monkeypatch.setattr(fonts_module, "system_fonts", lambda: ())
