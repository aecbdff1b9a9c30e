from collections.abc import Iterator
from pathlib import Path

import pytest

from coalition.workbook.opening import Workbook, open_workbook
from coalition.workbook.space import Space


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    with open_workbook(str(tmp_path / "own.coalition")) as opened:
        yield opened


@pytest.fixture
def space(workbook: Workbook) -> Space:
    """The workspace of a new, empty workbook."""
    return workbook.space()
