import importlib.metadata
import sys
import tomllib
from pathlib import Path

import pytest

from coalition.exchange import plugins
from coalition.exchange.plugins import (
    GROUP,
    EntryPoint,
    entry_points,
    installed_formats,
    load_formats,
)


@pytest.mark.parametrize("group", [GROUP, "console_scripts", "pytest11"])
def test_the_same_entry_points_are_found_as_the_standard_library_finds(group: str) -> None:
    theirs = {
        (point.name, point.value, point.dist.name.lower().replace("_", "-"))
        for point in importlib.metadata.entry_points(group=group)
        if point.dist
    }
    ours = {(point.name, point.value, point.distribution) for point in entry_points(group)}
    assert theirs
    assert ours == theirs


def test_every_reader_of_ours_is_registered_and_loads() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())
    named = set(project["project"]["entry-points"][GROUP])
    found = installed_formats()
    assert found.warnings == ()
    assert named <= {entry.name for entry in found.formats}
    assert {entry.name for entry in found.formats if entry.distribution == "coalition"} == named
    assert all(entry.title and "\n" not in entry.title for entry in found.formats)
    names = [entry.name for entry in found.formats]
    assert names == sorted(names)


def install(folder: Path, distribution: str, text: str) -> None:
    metadata = folder / f"{distribution}-1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "entry_points.txt").write_text(text)


def test_the_first_on_the_path_wins_as_for_imports(tmp_path: Path) -> None:
    install(tmp_path / "a", "Some_Pack", f"[{GROUP}]\none = first:READER\n")
    install(tmp_path / "b", "some.pack", f"[{GROUP}]\none = second:READER\n")
    install(
        tmp_path / "b", "other", f"# note\n[x]\ny = z\n[{GROUP}]\n two=m:R [extra]\n\n[z]\na=b\n"
    )
    (tmp_path / "b" / "empty-1.dist-info").mkdir()
    path = [str(tmp_path / name) for name in ("a", "missing", "b")]
    assert {(p.name, p.value, p.distribution) for p in entry_points(GROUP, path)} == {
        ("one", "first:READER", "some-pack"),
        ("two", "m:R [extra]", "other"),
    }


@pytest.fixture
def strangers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stranger_good.py").write_text(
        "class Reader:\n"
        "    name = 'stranger'\n"
        "    title = 'A stranger'\n"
        "    def recognise(self, material): return 0\n"
        "    def read(self, material, progress=None): return None\n"
        "class Box:\n"
        "    READER = Reader()\n"
    )
    (tmp_path / "stranger_broken.py").write_text("raise RuntimeError('no\\nluck')\n")
    (tmp_path / "stranger_leaves.py").write_text("import sys\nsys.exit(7)\n")
    (tmp_path / "stranger_panics.py").write_text("raise BaseException('panic')\n")
    (tmp_path / "stranger_lies.py").write_text(
        "class Liar:\n    @property\n    def name(self): raise ValueError('who?')\n"
        "READER = Liar()\n"
    )
    (tmp_path / "stranger_same.py").write_text(
        "from stranger_good import Reader\nREADER = Reader()\nREADER.name = 'tag-list'\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("stranger_good", "stranger_broken", "stranger_same"):
        monkeypatch.delitem(sys.modules, name, raising=False)


@pytest.mark.usefixtures("strangers")
def test_a_broken_plug_in_is_a_warning_and_the_others_work() -> None:
    found = load_formats(
        [
            EntryPoint("broken", "stranger_broken:READER", "bad-pack"),
            EntryPoint("missing", "no_such_module:READER", "bad-pack"),
            EntryPoint("hollow", "stranger_good:Box", "bad-pack"),
            EntryPoint("stranger", "stranger_good:Box.READER", "good-pack"),
        ]
    )
    assert [(entry.name, entry.distribution) for entry in found.formats] == [
        ("stranger", "good-pack")
    ]
    assert found.warnings == (
        "The reader broken of the package bad-pack cannot be loaded (RuntimeError: no luck): "
        "update or remove it.",
        "The reader hollow of the package bad-pack lacks one of name, title, recognise, read, "
        "so it is not used: update it.",
        "The reader missing of the package bad-pack cannot be loaded (ModuleNotFoundError: "
        "No module named 'no_such_module'): update or remove it.",
    )


@pytest.mark.usefixtures("strangers")
@pytest.mark.parametrize("module", ["stranger_leaves", "stranger_panics", "stranger_lies"])
def test_a_plug_in_that_ends_the_program_is_a_warning_too(module: str) -> None:
    good = EntryPoint("stranger", "stranger_good:Box.READER", "good-pack")
    found = load_formats([EntryPoint("bad", f"{module}:READER", "bad-pack"), good])
    assert [entry.name for entry in found.formats] == ["stranger"]
    (warning,) = found.warnings
    assert warning.startswith("The reader bad of the package bad-pack cannot be loaded (")


@pytest.mark.usefixtures("strangers")
def test_a_plug_in_cannot_take_the_name_of_one_of_ours() -> None:
    ours = EntryPoint("tag-list", "coalition.exchange.tag_list:READER", "coalition")
    found = load_formats([EntryPoint("a", "stranger_same:READER", "another"), ours])
    assert [entry.distribution for entry in found.formats] == ["coalition"]
    assert found.warnings == (
        "The reader a of the package another is not used: the name tag-list belongs to "
        "coalition already.",
    )


def test_looking_for_readers_does_not_import_the_slow_standard_way() -> None:
    assert "importlib.metadata" not in Path(plugins.__file__).read_text().replace(
        "``importlib.metadata``", ""
    )
