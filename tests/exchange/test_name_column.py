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
    return [name.text for name in found.names], found.column


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


@pytest.mark.parametrize(
    ("text", "column", "names"),
    [
        ("Team,Skill\n2,Law\n3,Tax\n1,Chess\n", "2", ["Law", "Tax", "Chess"]),
        ("Team,Skill\n2,Führung\n3,Coaching\n", "1", ["2", "3"]),
        ("Person,Area,Skill,Votes\nAda,People,Hiring,3\nBo,Law,Tax,3\n", "3", ["Hiring", "Tax"]),
        ("Person,2025,2026\nAda,Law,Tax\nBo,Chess,Go\n", "2026", ["Tax", "Go"]),
        ("Person,2,1\nAda,Law,Tax\nBo,Chess,Go\n", "2", ["Law", "Chess"]),
        ("2,Law\n3,Tax\n", "2", ["Law", "Tax"]),
        ("nom,Compétence\nAda,Droit\n", "competence", ["Droit"]),
        ("nom,Competence,Compétence\nAda,Droit,Paix\n", "compétence", ["Paix"]),
    ],
)  # fmt: skip
def test_a_column_is_looked_for_only_where_the_columns_are_named(
    text: str, column: str, names: list[str]
) -> None:
    assert read(text, "a.csv", column)[0] == names


def test_a_name_further_down_is_no_column() -> None:
    with pytest.raises(InputError, match=r'no column "Hiring".*Person, Skill, Votes'):
        read("Person,Skill,Votes\nAda,Law,3\nBo,Hiring,2\n", "a.csv", "Hiring")


def test_a_first_column_of_numbers_is_passed_over() -> None:
    text = "id,name,team\n7,Coaching,A\n9,Law,B\n"
    assert read(text, "a.csv") == (["Coaching", "Law"], '"name"')
    assert read("7,Coaching,A\n9,Law,B\n", "a.csv") == (["Coaching", "Law"], "number 2")
    assert read("7,8\n9,10\n", "a.csv")[0] == ["7", "9"]


def test_each_name_has_the_line_it_stands_on() -> None:
    assert list(names_in(Document("a.txt", b"Skills\nLaw\n\nTax\n")).names) == [
        (2, "Law"),
        (3, ""),
        (4, "Tax"),
    ]
    table = b'skill,who\n"Law,\nTax",Ada\n\nChess,Bo\n'
    assert [name.line for name in names_in(Document("a.csv", table)).names] == [2, 5]


def test_a_workbook_is_a_table(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("who", "skill"), ("Ada", "Coaching"), ("Bo", "Law")):
        sheet.append(row)
    path = tmp_path / "staff.xlsx"
    book.save(path)
    found = names_in(open_material(path))
    assert (list(found.names), found.column) == ([(2, "Coaching"), (3, "Law")], '"skill"')


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
