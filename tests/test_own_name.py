from pathlib import PurePosixPath, PureWindowsPath

import pytest

from coalition import disk


@pytest.mark.parametrize(
    ("system", "path"),
    [
        (PurePosixPath, "/home/me/people.csv"),
        (PurePosixPath, "people.csv/"),
        (PureWindowsPath, r"C:\Users\me\people.csv"),
        (PureWindowsPath, "C:/Users/me/people.csv"),
    ],
)
def test_a_file_is_called_so_wherever_it_is(
    system: type, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "PurePath", system)
    assert disk.own_name(path) == "people.csv"
