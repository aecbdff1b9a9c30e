import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from coalition.errors import UnreadableInput
from coalition.exchange.fingerprint import fingerprint, state_of
from coalition.exchange.opening import open_material


def archive(path: Path, text: str) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("skills.txt", text)


def test_of_a_document_what_was_read_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("Coaching")
    state, material = state_of(str(path)), open_material(path)
    path.write_text("Negotiation")
    assert fingerprint(material, str(path), state) == sha256(b"Coaching").hexdigest()


def test_an_archive_is_its_file(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    archive(path, "Coaching")
    found = fingerprint(open_material(path), str(path), state_of(str(path)))
    assert found == sha256(path.read_bytes()).hexdigest()


def test_an_archive_that_changes_meanwhile_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    archive(path, "Coaching")
    state, material = state_of(str(path)), open_material(path)
    archive(path, "Negotiation and more")
    with pytest.raises(UnreadableInput, match="changed while it was read"):
        fingerprint(material, str(path), state)


def test_a_folder_is_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Coaching")
    before = fingerprint(open_material(tmp_path), str(tmp_path), state_of(str(tmp_path)))
    (tmp_path / "a.txt").write_text("Negotiation")
    assert fingerprint(open_material(tmp_path), str(tmp_path)) != before
