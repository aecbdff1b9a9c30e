import os
import subprocess
import sys
from pathlib import Path

import pytest

from coalition.tags import shipped


def test_all_that_the_compiled_list_is_made_by_is_looked_at() -> None:
    code = (
        "import coalition.tags.building, sys; "
        "print(*(name for name in sys.modules if name.startswith('coalition.tags.')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    made_by = {f"{name.rpartition('.')[2]}.py" for name in run.stdout.split()}
    assert made_by <= set(shipped._WHAT_IT_DEPENDS_ON)


@pytest.mark.parametrize("change", ["gone", "new", "newer", "none"])
def test_what_was_compiled_before_a_list_changed_is_not_read(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = tmp_path / "known.bin"
    lists = [tmp_path / "known" / name for name in ("a.txt", "b.txt")]
    for source in (*shipped._WHAT_IT_DEPENDS_ON, *(f"known/{path.name}" for path in lists)):
        path = tmp_path / source
        path.parent.mkdir(exist_ok=True)
        if source != "known":
            path.touch()
    for path in (*tmp_path.rglob("*"), tmp_path):
        os.utime(path, (1000, 1000))
    compiled.touch()
    os.utime(compiled, (2000, 2000))
    monkeypatch.setattr(shipped, "_HERE", str(tmp_path))
    match change:
        case "gone":
            lists[0].unlink()
        case "new":
            (tmp_path / "known" / "c.txt").touch()
            os.utime(tmp_path / "known" / "c.txt", (1000, 1000))
        case "newer":
            lists[0].write_text("A")
    assert shipped._is_newer(str(compiled)) == (change == "none")
