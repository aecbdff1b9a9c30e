from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from coalition.errors import InputError
from coalition.exchange.material import Collection, Document
from coalition.exchange.name_column import names_in
from coalition.exchange.opening import open_material


def read(text: str, name: str = "names.txt", column: str | None = None) -> tuple[list[str], str]:
    found = names_in(Document(name, text.encode()), column)
    return list(found.names), found.column


def test_a_plain_list_has_a_name_a_line_whatever_is_in_it() -> None:
    text = "Coaching, Mentoring\nSay; hear\n\n - dashed | piped\n#hash\n"
    assert read(text) == (
        ["Coaching, Mentoring", "Say; hear", "", "- dashed | piped", "#hash"],
        "",
    )


def test_a_heading_over_a_plain_list_is_no_name() -> None:
    assert read("Skills:\nCoaching\n")[0] == ["Coaching"]
    assert read("Skills\n")[0] == ["Skills"]


@pytest.mark.parametrize(
    ("name", "text", "names", "column"),
    [
        ("a.csv", "who,skill\nAda,Coaching\nBo,\n", ["Coaching", ""], '"skill"'),
        ("a.csv", "skill\nCoaching\n", ["Coaching"], '"skill"'),
        ("a.tsv", "Law\tx\nTax\ty\n", ["Law", "Tax"], "number 1"),
        ("a.csv", "Coaching,Law\nTax,Chess\n", ["Coaching", "Tax"], "number 1"),
        ("a.txt", "skill,count\nCoaching,4\nLaw,2\n", ["Coaching", "Law"], '"skill"'),
    ],
)
def test_of_a_table_the_column_with_tags_is_read_or_the_first(
    name: str, text: str, names: list[str], column: str
) -> None:
    assert read(text, name) == (names, column)


def test_a_column_is_named_by_its_header_or_its_number() -> None:
    text = "Report of 2026\nid;what they know\n1;Coaching\n2;Law\n"
    assert read(text, column="What They Know")[0] == ["Coaching", "Law"]
    assert read("a;b\nc;d\n", "x.csv", "2") == (["b", "d"], "number 2")
    for wrong in ("nonsense", "0", "3"):
        with pytest.raises(InputError, match="has no column"):
            read("a;b\nc;d\n", "x.csv", wrong)


def test_a_workbook_is_a_table(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("who", "skill"), ("Ada", "Coaching"), ("Bo", "Law")):
        sheet.append(row)
    path = tmp_path / "staff.xlsx"
    book.save(path)
    found = names_in(open_material(path))
    assert (list(found.names), found.column) == (["Coaching", "Law"], '"skill"')


def test_what_has_no_names_is_refused() -> None:
    with pytest.raises(InputError, match="PNG image"):
        names_in(Document("a.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 99))
    with pytest.raises(InputError, match="folder or an archive"):
        names_in(Collection("folder", (), lambda entry: b""))


@given(st.text(max_size=80), st.sampled_from(["a.txt", "a.csv"]), st.none() | st.just("1"))
def test_any_text_is_names_or_refused(text: str, name: str, column: str | None) -> None:
    try:
        found, _ = read(text, name, column)
    except InputError:
        return
    assert all(one == one.strip() for one in found)
