import io
from typing import Any

import openpyxl
import pytest

from coalition.errors import BadWeight, NothingFound, UnknownFormat, UnreadableInput
from coalition.exchange.opening import material_from_bytes
from coalition.exchange.reader import Match
from coalition.exchange.reading import read_material
from coalition.exchange.table import READER
from coalition.model.evidence import Evidence, Kind
from coalition.model.source import Source
from tests.exchange.samples import amounts, problems, read_bytes, read_text, skills


def test_each_row_is_a_tag_with_its_weight_and_where_it_stands() -> None:
    reading = read_text("tag,weight\nCoaching,12\nC++,2.5\n", "mine.csv")
    assert reading.format == "table"
    assert reading.evidence == (
        Evidence("Coaching", Kind.COUNTED, Source("mine.csv", 2), 12),
        Evidence("C++", Kind.COUNTED, Source("mine.csv", 3), 2.5),
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = "skill,votes\nR&D,3\nChange Management,5\n".replace(",", delimiter)
    reading = read_text(text)
    assert amounts(reading) == {"R&D": 3, "Change Management": 5}
    assert {evidence.unit for evidence in reading.evidence} == {"votes"}


@pytest.mark.parametrize(
    "header",
    [
        "Skill Name,Number of Endorsements",
        "skillName,endorsementCount",
        "TAG,WEIGHT",
        "Fähigkeit,Anzahl",
        "Compétence,Nombre",
        "Habilidad,Votos",
        "Competenza,Punteggio",
        "スキル,件数",
        "Competência,Pontuação",
        "Vaardigheid,Aantal",
        "Навык,Количество",
        "مهارة,العدد",
        "技能,次数",
        "skill,n",
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_headers_in_many_languages_and_either_order(header: str, turned: bool) -> None:
    rows = [header.split(","), ["Coaching", "7"], ["Planning", "2"]]
    text = "\n".join(",".join(row[::-1] if turned else row) for row in rows)
    assert amounts(read_text(text)) == {"Coaching": 7, "Planning": 2}


@pytest.mark.parametrize(
    "preamble",
    ["Skill report\tAcme\n\n", "スキル一覧\tACME\n作成日\t2026/3/1\n\n", "Skills of\tAda\n"],
)
@pytest.mark.parametrize("header", ["Skill\tCount", "スキル\t推薦数"])
def test_a_title_that_mentions_skills_is_not_the_header(preamble: str, header: str) -> None:
    reading = read_text(f"{preamble}{header}\nCoaching\t12\nSQL\t3\n")
    assert amounts(reading) == {"Coaching": 12, "SQL": 3}
    assert problems(reading) == []


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "utf-8-sig"])
def test_a_table_as_a_german_spreadsheet_saves_it(encoding: str) -> None:
    text = "Fähigkeit;Gewicht\r\nFührung;1.204,5\r\nGespräch;0,5\r\n"
    assert amounts(read_bytes(text.encode(encoding))) == {"Führung": 1204.5, "Gespräch": 0.5}


def test_lines_before_the_table_are_passed_over() -> None:
    text = 'Skills report\n"Run by","HR, Leeds"\n\nSkill,Endorsements\nCoaching,"1,204"\nLaw,99+\n'
    reading = read_text(text)
    assert amounts(reading) == {"Coaching": 1204, "Law": 99}
    assert [evidence.at_least for evidence in reading.evidence] == [False, True]
    assert reading.evidence[0].source.row == 5


def test_a_table_as_markdown_draws_it() -> None:
    text = "| Skill | Votes |\n|:------|------:|\n| Law | 3 |\n| C++ | 5 |\n"
    assert amounts(read_text(text)) == {"Law": 3, "C++": 5}


def test_the_separator_that_excel_announces_is_used() -> None:
    assert amounts(read_text("sep=;\ntag;count\nA, B;1\n")) == {"A, B": 1}


@pytest.mark.parametrize("text", ["Coaching,12\nLaw,3\n", "12,Coaching\n3,Law\n"])
def test_two_columns_need_no_header(text: str) -> None:
    assert amounts(read_text(text)) == {"Coaching": 12, "Law": 3}


def test_a_running_number_is_no_weight() -> None:
    assert amounts(read_text("rank,thing,total\n1,Coaching,30\n2,Law,20\n")) == {
        "Coaching": 30,
        "Law": 20,
    }


def test_without_weights_each_row_is_a_mention() -> None:
    reading = read_text("Person,Skill,Level\nAda,Law,Expert\nBo,Law,Basic\nBo,Art,Basic\n")
    assert [(e.holder, e.skill, e.amount, e.unit) for e in reading.evidence] == [
        ("Ada", "Law", 1, "mentions"),
        ("Bo", "Law", 1, "mentions"),
        ("Bo", "Art", 1, "mentions"),
    ]
    assert [person.name for person in reading.people] == ["Ada", "Bo"]


def test_a_name_in_two_columns_is_one_person_and_a_category_is_a_group() -> None:
    text = "First name,Last name,Skill,Skill category,Score\nAda,Fictive,Law,Office,4\n"
    (evidence,) = read_text(text).evidence
    assert (evidence.holder, evidence.group, evidence.amount) == ("Ada Fictive", "Office", 4)


@pytest.mark.parametrize("header", ["colour", "Tag color", "Farbe", "couleur", "Цвет"])
def test_a_column_of_colours_is_taken_as_it_is_written(header: str) -> None:
    text = f"tag,{header},weight\nLaw,#1A6E8C,4\nArt,,2\nTax,dark oak,1\n"
    found = [(e.skill, e.colour, e.amount) for e in read_text(text).evidence]
    assert found == [("Law", "#1A6E8C", 4), ("Art", "", 2), ("Tax", "dark oak", 1)]


def test_colours_can_be_the_tags_themselves() -> None:
    assert amounts(read_text("Colour,Votes\nGreen,3\nDeep blue,5\n")) == {
        "Green": 3,
        "Deep blue": 5,
    }


def test_looks_are_no_fact() -> None:
    first, second = (read_text(f"tag,colour\nLaw,{colour}\n") for colour in ("red", "teal"))
    assert first.evidence == second.evidence


def test_equal_rows_are_added_up() -> None:
    (evidence,) = read_text("tag,weight\nLaw,1\nLaw , 2\n Law,4\n").evidence
    assert (evidence.amount, evidence.rows, evidence.source.row) == (7, 3, 2)


def test_bad_rows_are_told_by_line_and_the_good_ones_kept() -> None:
    text = "tag,weight\nA,-2\nB,nan\nC,inf\nD,abc\nE,\nF,3\n" + "x" * 10_000 + ",1\n\u202e,2\n"
    reading = read_text(text, "bad.csv")
    assert amounts(reading) == {"F": 3}
    assert problems(reading)[:5] == [
        "bad.csv, line 2: The weight -2 of “A” is negative, so it is not counted.",
        "bad.csv, line 3: The weight NaN of “B” is not a number, so it is not counted.",
        "bad.csv, line 4: The weight Infinity of “C” is infinite, so it is not counted.",
        "bad.csv, line 5: The weight abc of “D” is not a number, so it is not counted.",
        "bad.csv, line 6: “E” has no weight, so it is not counted.",
    ]
    assert "is too long (10,000 characters" in problems(reading)[5]
    assert "No text is left" in problems(reading)[6]


def test_where_every_weight_is_bad_nothing_is_read() -> None:
    with pytest.raises(BadWeight, match=r"bad\.csv, line 2: The weight -1 of “Law” is negative"):
        read_text("tag,weight\nLaw,-1\n", "bad.csv")


def test_quotes_hold_line_breaks_and_later_lines_keep_their_numbers() -> None:
    reading = read_text('skill,n\n"Change\nManagement",3\nLaw,4\n')
    assert [(e.skill, e.source.row) for e in reading.evidence] == [
        ("Change Management", 2),
        ("Law", 4),
    ]


def test_a_quote_left_open_does_not_swallow_the_file() -> None:
    assert amounts(read_text('skill,n\n"open,3\nLaw,4\nArt,5\n')) == {"open": 3, "Law": 4, "Art": 5}


@pytest.mark.parametrize(
    ("cell", "tags"),
    [
        ("Law; Art", ["Law", "Art"]),
        ("Law | Art", ["Law", "Art"]),
        ("法務、芸術", ["法務", "芸術"]),
        ("Law;#Art", ["Law", "Art"]),
        ("Law;#12;#Art;#7", ["Law", "Art"]),
        ("Law ::: Art", ["Law", "Art"]),
        ("قانون، فن", ["قانون", "فن"]),
        ("#law #art", ["law", "art"]),
        ("C#", ["C#"]),
        ("=1+1|x", ["=1+1|x"]),
        ("Law, Art and Design", ["Law, Art and Design"]),
    ],
)
def test_a_cell_may_hold_several_tags(cell: str, tags: list[str]) -> None:
    text = f'Name,Role,Tags\nAda,Boss,"{cell}"\nBo,Boss,X\nCy,Boss,Y\n'
    assert skills(read_text(text)) == [*tags, "X", "Y"]


def test_commas_divide_where_most_cells_have_them() -> None:
    text = 'Name,Tags\nAda,"Law, Art"\nBo,"Law, Music, C++"\n'
    assert skills(read_text(text)) == ["Law", "Art", "Law", "Music", "C++"]


def test_a_table_of_several_texts_is_not_guessed_at() -> None:
    with pytest.raises(UnknownFormat) as caught:
        read_text("Person,Thing,Place\nAda,x,y\nBo,z,w\n", "who.csv")
    assert "(its columns: Person, Thing, Place)" in str(caught.value)
    assert "rename the column with the tags to `tag`" in str(caught.value)


def test_contacts_are_no_tags_although_they_have_labels() -> None:
    text = "First Name,Last Name,Labels,E-mail 1 - Value\nAda,Fictive,* myContacts,a@example.com\n"
    with pytest.raises(UnknownFormat, match="First Name, Last Name, Labels"):
        read_text(text)


def test_a_header_alone_says_that_there_is_no_tag() -> None:
    with pytest.raises(NothingFound, match="no tag in it"):
        read_text("tag,weight\n")


def test_a_long_table_reports_its_progress() -> None:
    rows = "".join(f"Skill {number % 50},{number % 7}\n" for number in range(50_000))
    seen: list[tuple[int, int]] = []
    material = material_from_bytes("long.csv", ("tag,weight\n" + rows).encode())
    reading = read_material(material, progress=lambda done, total: seen.append((done, total)))
    assert len(reading.evidence) == 50
    assert [done for done, _ in seen[:-1]] == [20_000, 40_000]
    assert all(done <= total for done, total in seen)


def test_only_so_many_problems_are_told_one_by_one() -> None:
    reading = read_text("tag,weight\nLaw,1\n" + "Art,-1\n" * 1500)
    assert len(reading.problems) == 1001
    assert reading.problems[-1].what == "500 more rows cannot be used either."


def workbook(*sheets: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_workbook_reads_like_a_table() -> None:
    content = workbook([["Report", None], [], ["Skill", "Votes"], ["Führung", 3], ["Law", 1.5]])
    reading = read_bytes(content, "book.xlsx")
    assert [(e.skill, e.amount, e.unit, e.source.row) for e in reading.evidence] == [
        ("Führung", 3, "votes", 4),
        ("Law", 1.5, "votes", 5),
    ]


def test_the_sheet_with_the_tags_is_found_and_the_others_named() -> None:
    content = workbook([["About", "this"], ["made", "up"]], [["tag"], ["Law"]])
    reading = read_bytes(content)
    assert skills(reading) == ["Law"]
    assert reading.notes == ("The sheet Sheet1 was read; passed over: Sheet.",)


def test_a_cell_at_the_far_corner_does_not_take_all_memory() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "tag"
    book.worksheets[0]["XFD1048576"] = "far"
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(UnreadableInput, match="a sheet that is too large"):
        read_bytes(buffer.getvalue())


def test_a_damaged_workbook_says_what_to_do() -> None:
    content = workbook([["tag"], ["Law"]])
    broken = content.replace(b"xl/worksheets/sheet1.xml", b"xl/worksheets/sheetX.xml")
    with pytest.raises(UnreadableInput, match="damaged or encrypted workbook"):
        read_bytes(broken)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0", b"BEGIN:VCARD\nN:a;b\nFN:a b\n"])
def test_other_files_are_no_tables(content: bytes) -> None:
    assert READER.recognise(material_from_bytes("x", content)) is Match.NO


@pytest.mark.parametrize("delimiter", ["^", "~", "，", "；"])
def test_rarer_delimiters_are_found_too(delimiter: str) -> None:
    text = "skill,votes\nR&D,3\nChange Management,5\n".replace(",", delimiter)
    assert amounts(read_text(text)) == {"R&D": 3, "Change Management": 5}


def test_a_day_of_last_use_is_no_last_name() -> None:
    reading = read_text("Skill,Last used,Endorsements\nPlanning,2026-01-02,4\nLaw,2025-03-04,5\n")
    assert [(piece.skill, piece.amount, piece.holder) for piece in reading.evidence] == [
        ("Planning", 4, ""),
        ("Law", 5, ""),
    ]


def test_running_numbers_without_a_header_are_no_weights() -> None:
    reading = read_text("1,Project Management,12\n2,Leadership,8\n3,Negotiation,3\n")
    assert amounts(reading) == {"Project Management": 12, "Leadership": 8, "Negotiation": 3}


def test_numbers_grouped_as_in_india_are_numbers() -> None:
    reading = read_text('Skill,Count\nPlanning,"12,34,567"\nLaw,"1,00,000"\n')
    assert amounts(reading) == {"Planning": 1234567, "Law": 100000}


def test_a_weight_without_a_tag_is_told() -> None:
    reading = read_text("Area,Skill,Count\nLaw,Contracts,12\nLaw,,5\n", "mine.csv")
    assert problems(reading) == ["mine.csv, line 3: The weight 5 has no tag, so it is not counted."]


def test_a_delimiter_that_divides_the_header_too_goes_before_one_inside_of_cells() -> None:
    text = "Skills,Team\n" + "Planning; Coaching,Sales\nLaw; Tax,Sales\n" * 12
    assert amounts(read_text(text)) == {"Planning": 12, "Coaching": 12, "Law": 12, "Tax": 12}


def test_all_numbered_columns_of_tags_are_read() -> None:
    reading = read_text("Employee,Skill 1,Skill 2\nAnna,SQL,Java\nBo,SQL,\nCy,,Java\n", "wide.csv")
    told = sorted((piece.holder, piece.skill) for piece in reading.evidence)
    assert told == [("Anna", "Java"), ("Anna", "SQL"), ("Bo", "SQL"), ("Cy", "Java")]
    assert [person.name for person in reading.people] == ["Anna", "Bo", "Cy"]
    assert not reading.problems
