from pathlib import Path

import pytest

from coalition.errors import InputError, UnreadableInput
from coalition.exchange.similarity_json import read_similarity
from coalition.tags.related import Related


def test_a_file_of_pairs_is_read(tmp_path: Path) -> None:
    file = tmp_path / "similar.json"
    file.write_text("[[0, 1, 0.8],\n [2, 0, 0.3]]")
    assert read_similarity(file, 3) == (Related(0, 1, 0.8), Related(0, 2, 0.3))


def test_pasted_pairs_are_read() -> None:
    assert read_similarity("[[0, 1, 0.8]]", 2) == (Related(0, 1, 0.8),)


@pytest.mark.parametrize("text", ["Law, 3\nArt, 4", "{}", "[0, 1, 0.8]\n"])
def test_another_file_is_told_what_is_wanted(tmp_path: Path, text: str) -> None:
    file = tmp_path / "similar.json"
    file.write_text(text)
    with pytest.raises(InputError, match=r"similar\.json holds no similarity: give a list such as"):
        read_similarity(file, 2)


def test_the_item_that_is_wrong_is_named(tmp_path: Path) -> None:
    file = tmp_path / "similar.json"
    file.write_text("[[0, 1, 0.8], [0, 5, 0.3]]")
    with pytest.raises(InputError, match=r"similar\.json, item 2: there is no tag at position 5"):
        read_similarity(file, 2)


def test_damaged_json_names_the_line() -> None:
    with pytest.raises(UnreadableInput, match="line 2"):
        read_similarity("[[0, 1, 0.8],\n[0, 2 0.3]]", 3)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "similar.json").write_text("[[0, 1, 0.8]]")
    with pytest.raises(InputError, match="give the one file"):
        read_similarity(tmp_path, 2)
