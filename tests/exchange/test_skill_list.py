import pytest

from coalition.errors import InputError
from coalition.exchange.material import Collection, Document
from coalition.exchange.skill_list import skill_list_in


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_a_list_is_read_in_any_encoding(encoding: str) -> None:
    found = skill_list_in(Document("ours.txt", "Führung\n  fr Café\n".encode(encoding)))
    assert found.entries[0].name == "Führung"
    assert found.entries[0].said[0].name == "Café"


def test_a_fault_is_told_with_its_line() -> None:
    with pytest.raises(InputError, match=r"^ours\.txt, line 1: "):
        skill_list_in(Document("ours.txt", b"  also X\n"))


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InputError, match="PDF"):
        skill_list_in(Document("ours.txt", b"%PDF-1.7 ..."))
    with pytest.raises(InputError, match="folder or an archive"):
        skill_list_in(Collection("ours", (), lambda entry: b""))
