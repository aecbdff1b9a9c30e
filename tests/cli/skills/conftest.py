from pathlib import Path

import pytest


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """Tags with weights, some of which may be one skill."""
    path = tmp_path / "names.csv"
    path.write_text(
        "tag,weight\nWidget Polishing,9\nWidgets Polish Art,6\n"
        "Gadget Repair,5\nGadgets Repairs X,2\nLaw,1\n",
        "utf-8",
    )
    return path
