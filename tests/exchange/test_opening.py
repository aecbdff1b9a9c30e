import os
import zipfile
from pathlib import Path

import pytest

from coalition.errors import NothingFound, UnreadableInput
from coalition.exchange import opening
from coalition.exchange.material import Collection, Document
from coalition.exchange.opening import material_from_bytes, open_material


def test_a_file_is_a_document_named_as_the_user_typed_it(tmp_path: Path) -> None:
    path = tmp_path / "tags.txt"
    path.write_text("Coaching\n")
    opened = open_material(str(path))
    assert isinstance(opened, Document)
    assert (opened.name, opened.text) == (str(path), "Coaching\n")


def test_a_folder_is_a_collection_of_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "Jobs").mkdir()
    (tmp_path / "Jobs" / "Saved Jobs.csv").write_text("a")
    (tmp_path / "Skills.csv").write_text("")
    opened = open_material(tmp_path)
    assert isinstance(opened, Collection)
    assert opened.entries == ("Jobs/Saved Jobs.csv", "Skills.csv")
    assert opened.open("Jobs/Saved Jobs.csv").content == b"a"
    assert opened.open("Skills.csv").content == b""


@pytest.mark.parametrize("relative", [".", "./", "export/", "export/../export"])
def test_names_in_a_folder_stay_inside_however_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, relative: str
) -> None:
    inside = tmp_path if relative.startswith(".") else tmp_path / "export"
    (inside / "Jobs").mkdir(parents=True)
    (inside / ".hidden").write_text("b")
    (inside / "Jobs" / "Skills.csv").write_text("a")
    monkeypatch.chdir(tmp_path)
    opened = open_material(relative)
    assert isinstance(opened, Collection)
    assert opened.entries == (".hidden", "Jobs/Skills.csv")
    assert opened.open("Jobs/Skills.csv").content == b"a"


def test_a_zip_is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "export.dat"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Skills.csv", "Name\nCoaching\n")
    opened = open_material(path)
    assert isinstance(opened, Collection)
    assert opened.open("Skills.csv").text == "Name\nCoaching\n"


@pytest.mark.parametrize("part", ["[Content_Types].xml", "mimetype", "xl/workbook.xml"])
def test_an_office_document_stays_one_document(tmp_path: Path, part: str) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    assert isinstance(open_material(path), Document)


@pytest.mark.parametrize(
    "text", ["Coaching\nPlanning", '{"Coaching": 3}', '["Coaching"]', "Coaching " * 60]
)
def test_text_that_can_be_no_path_is_read_as_pasted(text: str) -> None:
    opened = open_material(text)
    assert isinstance(opened, Document)
    assert (opened.name, opened.text) == ("pasted text", text)


def test_a_file_whose_name_has_a_line_break_is_still_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a\nb"
    path.write_text("Coaching")
    opened = open_material(str(path))
    assert isinstance(opened, Document)
    assert opened.content == b"Coaching"
    assert "\n" not in opened.name


@pytest.mark.parametrize("name", ["no such file.csv", "nul\0byte", "sub/none.txt"])
def test_a_missing_file_is_said_to_be_missing(name: str) -> None:
    with pytest.raises(UnreadableInput, match="does not exist: check the path"):
        open_material(name)


def test_names_in_messages_show_what_would_fool_a_terminal() -> None:
    with pytest.raises(UnreadableInput) as caught:
        open_material("\x1b[31mred\u202egpj.csv")
    assert str(caught.value).startswith(r"\x1b[31mred\u202egpj.csv does not exist")


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\0\0\0"])
def test_an_empty_file_says_so(content: bytes) -> None:
    with pytest.raises(NothingFound, match=r"^mine\.csv is empty"):
        material_from_bytes("mine.csv", content)


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(NothingFound, match="empty folder"):
        open_material(tmp_path)


def test_a_file_of_two_gigabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)  # sparse: takes no room on disk
    with pytest.raises(UnreadableInput, match=r"too large \(2,000 MB, at most 200 MB are read\)"):
        open_material(path)


def test_a_file_that_grows_while_it_is_read_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 10)
    source = Path("/proc/self/environ") if Path("/proc/self/environ").exists() else None
    if source is None or not source.read_bytes():
        pytest.skip("needs a file that is longer than it says, as in /proc")
    with pytest.raises(UnreadableInput, match="too large"):
        open_material(source)


def test_a_pipe_is_told_from_a_file_without_waiting_for_it(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(UnreadableInput, match="not an ordinary file: pipe what it gives"):
        open_material(path)


def test_a_file_without_rights_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "locked.csv"
    path.write_text("Coaching")
    _take_rights(path, monkeypatch)
    with pytest.raises(UnreadableInput, match="may not be read with your rights: allow it"):
        open_material(path)


def test_a_folder_without_rights_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "locked"
    path.mkdir()
    _take_rights(path, monkeypatch)
    with pytest.raises(UnreadableInput, match="may not be read with your rights: allow it"):
        open_material(path)


def test_a_file_that_fails_while_it_is_read_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "usb.csv"
    path.write_text("Coaching")

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(opening, "open", fail, raising=False)
    with pytest.raises(UnreadableInput, match=r"cannot be read \(input/output error\): copy it"):
        open_material(path)


def test_links_that_lead_in_a_circle_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "Skills.csv").write_text("Name\n")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    opened = open_material(tmp_path)
    assert isinstance(opened, Collection)
    assert "a/Skills.csv" in opened.entries
    assert len(opened.entries) == 2
    with pytest.raises(UnreadableInput, match="cannot be read"):
        opened.open("self")


def test_a_folder_of_everything_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        (tmp_path / name).write_text("x")
    monkeypatch.setattr(opening, "MOST_ENTRIES", 2)
    with pytest.raises(UnreadableInput, match="more than 2 files: give the folder of one archive"):
        open_material(tmp_path)


def _take_rights(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the rights to ``path`` away, also from root, whom the system would let in."""
    path.chmod(0)
    if os.geteuid():
        return

    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(opening, "open", deny, raising=False)
    monkeypatch.setattr(opening.os, "scandir", deny)
