from pathlib import Path

import pytest

from tests.workbook.filling import new_workbook
from tests.workbook.postgres import database, new_database, place, postgresql, space, workbook

__all__ = ["database", "new_database", "path", "place", "postgresql", "space", "workbook"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook of five people."""
    path = tmp_path / "own.coalition"
    new_workbook(path)
    return path
