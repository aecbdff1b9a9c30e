import os
import subprocess
import sys
from pathlib import Path

import pytest

from coalition.tags.naming import shipped


def test_all_that_the_compiled_list_is_made_by_is_looked_at() -> None:
    code = (
        "import coalition.tags.naming.building, sys; "
        "print(*(m.__file__ for name, m in sys.modules.items() if 'coalition.tags.' in name))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    made_by = {Path(file) for file in run.stdout.split() if not file.endswith("__init__.py")}
    home = Path(shipped.__file__).parent
    assert made_by <= {(home / name).resolve() for name in shipped._WHAT_IT_DEPENDS_ON}


@pytest.mark.parametrize("change", ["gone", "new", "newer", "none"])
def test_what_was_compiled_before_a_list_changed_is_not_read(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "naming"
    compiled = home / "known.bin"
    lists = [home / "known" / name for name in ("a.txt", "b.txt")]
    for source in (*shipped._WHAT_IT_DEPENDS_ON, *(f"known/{path.name}" for path in lists)):
        path = home / source
        (home / "known").mkdir(exist_ok=True, parents=True)
        path.parent.mkdir(exist_ok=True)
        if source != "known":
            path.touch()
    for path in (*tmp_path.rglob("*"), tmp_path):
        os.utime(path, (1000, 1000))
    compiled.touch()
    os.utime(compiled, (2000, 2000))
    monkeypatch.setattr(shipped, "_HERE", str(home))
    match change:
        case "gone":
            lists[0].unlink()
        case "new":
            (home / "known" / "c.txt").touch()
            os.utime(home / "known" / "c.txt", (1000, 1000))
        case "newer":
            lists[0].write_text("A")
    assert shipped._is_newer(str(compiled)) == (change == "none")
