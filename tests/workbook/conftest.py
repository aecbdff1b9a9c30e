from pathlib import Path

import pytest

from coalition.workbook import keys
from coalition.workbook.configuration import configure
from tests.workbook.filling import new_workbook
from tests.workbook.postgres import database, new_database, place, postgresql, space, workbook

__all__ = ["database", "new_database", "path", "place", "postgresql", "space", "workbook"]

configure()  # before tests load the tables


@pytest.fixture(autouse=True)
def quick_keys(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys made of passphrases with little work, except where that is what is tested."""
    if "full_work" not in request.fixturenames:
        monkeypatch.setattr(keys, "_MEMORY", 64)
        monkeypatch.setattr(keys, "_PASSES", 1)


@pytest.fixture
def full_work() -> None:
    """Has keys made of passphrases with all the work that is due."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook of five people."""
    path = tmp_path / "own.coalition"
    new_workbook(path)
    return path
